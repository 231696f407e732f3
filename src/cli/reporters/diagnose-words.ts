// Knows the sentences of the diagnosis, both languages. Data only.

import type { Message, MessageKind } from '../../core/delivery/message.ts';
import type { PathReport, StageStatus, Trace } from '../../core/report.ts';
import type { Language } from '../../core/rules/rule.ts';
import { messageWords } from './words.ts';

type Words = {
  message(message: Message): string;
  verdict: Record<PathReport['verdict'], (message: string, reason: string) => string>;
  warnings: string;
  earliestKnown: string;
  titles: Record<
    'path' | 'cause' | 'why' | 'missing' | 'sender' | 'also' | 'trace' | 'notExamined' | 'contacted',
    string
  >;
  status: Partial<Record<StageStatus, string>>;
  trace: Record<Trace, (kind: MessageKind) => string>;
  domain: string;
  arrival: string;
  noServer: string;
  separator: string;
};

export const diagnoseWords: Record<Language, Words> = {
  en: {
    message: ({ kind, process, to }) =>
      `${kind === 'workflow' ? `mail of "${process ?? '?'}"` : messageWords.en[kind]}${to === undefined ? '' : ` to ${to}`}`,
    verdict: {
      'nothing-stops-it': (message) => `Nothing stops the ${message}, as far as was looked.`,
      stopped: (message, reason) => `The ${message} is stopped: ${lowerFirst(reason)}.`,
      'not-requested': (message, reason) => `The ${message} was not requested, and rightly so. ${reason}.`,
      unknown: (message, reason) =>
        `Whether the ${message} gets through cannot be determined; unknown: ${reason}.`,
    },
    warnings: 'There are warnings below.',
    earliestKnown: 'This is the earliest cause known: a stage before it could not be judged.',
    titles: {
      path: 'Path',
      cause: 'Cause',
      why: 'Why none is due',
      missing: 'What is missing',
      sender: 'Who it is sent as',
      also: 'Also found',
      trace: 'What you will find in Dataverse',
      notExamined: 'Not examined',
      contacted: 'Contacted',
    },
    status: {
      unknown: 'cannot be judged',
      'not-reached': 'not reached',
      'not-examined': 'not examined',
      'not-requested': 'no mail is due',
    },
    trace: {
      'no-row': (kind) => `No e-mail row. ${page.en[kind]}`,
      'pending-send': () => 'An e-mail row whose status is Pending Send.',
      'no-row-or-pending-send': (kind) =>
        `Either no e-mail row at all (the process failed and was rolled back) or one whose status is Pending Send. ${page.en[kind]} ` +
        'A missing row does not mean that no mail was requested.',
      'not-known': () => '',
    },
    domain: 'SPF, DKIM, DMARC of the sending domain',
    arrival: 'bounces, junk folder, the life of a code',
    noServer: 'No server was contacted.',
    separator: ': ',
  },
  ja: {
    message: ({ kind, process, to }) =>
      `${to === undefined ? '' : `${to}宛ての`}${kind === 'workflow' ? `「${process ?? '?'}」のメール` : messageWords.ja[kind]}`,
    verdict: {
      'nothing-stops-it': (message) => `調べた範囲では、${message}を止めるものはありません。`,
      stopped: (message, reason) => `${message}は届きません。${reason}。`,
      'not-requested': (message, reason) => `${message}は要求されておらず、それが正しい状態です。${reason}。`,
      unknown: (message, reason) => `${message}が届くかどうかは判定できません。判定できない段階: ${reason}。`,
    },
    warnings: '警告があります(下記)。',
    earliestKnown: 'これより前の段階に判定できないものがあるため、わかっている中で最初の原因です。',
    titles: {
      path: '経路',
      cause: '原因',
      why: '送られない理由',
      missing: '足りないもの',
      sender: '誰として送信されるか',
      also: 'そのほかの指摘',
      trace: 'Dataverseで見つかるもの',
      notExamined: '調べていないこと',
      contacted: '接続先',
    },
    status: {
      unknown: '判定できない',
      'not-reached': '到達しない',
      'not-examined': '調べていない',
      'not-requested': 'メールは不要',
    },
    trace: {
      'no-row': (kind) => `電子メールの行はありません。${page.ja[kind]}`,
      'pending-send': () => '状態が「送信保留」の電子メールの行があります。',
      'no-row-or-pending-send': (kind) =>
        `電子メールの行がまったくないか(プロセスが失敗して取り消された場合)、状態が「送信保留」の行があります。${page.ja[kind]}` +
        '行がなくても、メールが要求されなかったとはいえません。',
      'not-known': () => '',
    },
    domain: '送信ドメインのSPF、DKIM、DMARC',
    arrival: '不達通知、迷惑メール、コードの有効期限',
    noServer: 'どのサーバーにも接続していません。',
    separator: ': ',
  },
};

/** What the portal's page shows when its action fails (ManageController, LoginController of the last public portal source). */
const page: Record<Language, Record<MessageKind, string>> = {
  en: {
    'email-confirmation': 'The page says that a mail was sent all the same: the portal hides the failure.',
    'two-factor-code': 'Where the action fails, the sign-in page shows an error.',
    'password-reset': 'Where the action fails, the page shows a general error.',
    invitation: 'A failure shows in the system jobs of the invitation.',
    workflow: 'A failure of a background process shows in its system jobs.',
  },
  ja: {
    'email-confirmation':
      'アクションが失敗しても、画面には「送信しました」と表示されます(ポータルは失敗を表示しません)。',
    'two-factor-code': 'アクションが失敗すると、サインイン画面にエラーが表示されます。',
    'password-reset': 'アクションが失敗すると、画面に一般的なエラーが表示されます。',
    invitation: '失敗は、招待のシステム ジョブで確認できます。',
    workflow: 'バックグラウンドのプロセスの失敗は、システム ジョブで確認できます。',
  },
};

/** Titles begin like sentences; inside one they do not, unless a name begins them. */
function lowerFirst(title: string): string {
  return /^(?:The|A|An|No|This|Nothing|Nobody)\b/.test(title)
    ? title.charAt(0).toLowerCase() + title.slice(1)
    : title;
}
