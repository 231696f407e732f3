// Knows the sentences of the diagnosis, both languages. Data only.

import type { Message, MessageKind } from '../../core/delivery/message.ts';
import type { Page, PathReport, StageStatus, Trace } from '../../core/path-report.ts';
import type { Language } from '../../core/rules/rule.ts';
import { pageWords } from './page-words.ts';
import { messageWords } from './words.ts';

type Words = {
  message(message: Message): string;
  verdict: Record<PathReport['verdict'], (message: string, reason: string) => string>;
  /** What --since was taken for. */
  askedFor(time: string): string;
  warnings: string;
  setAside: string;
  earliestKnown: string;
  titles: Record<
    'path' | 'cause' | 'why' | 'missing' | 'sender' | 'also' | 'trace' | 'notExamined' | 'contacted',
    string
  >;
  status: Partial<Record<StageStatus, string>>;
  trace: Record<Trace, string>;
  nothingAsked: string;
  missingRow: string;
  page: Record<MessageKind, Record<Page, string>>;
  domain: string;
  arrival: string;
  noServer: string;
  sentByEntra: string;
  separator: string;
};

export const diagnoseWords: Record<Language, Words> = {
  en: {
    message: ({ kind, process, to }) =>
      `${kind === 'workflow' ? `mail of "${process ?? '?'}"` : messageWords.en[kind]}${to === undefined ? '' : ` to ${to}`}`,
    verdict: {
      'nothing-stops-it': (message) => `Nothing stops the ${message}, as far as was examined.`,
      stopped: (message, reason) => `The ${message} is stopped: ${lowerFirst(reason)}.`,
      'not-requested': (message, reason) =>
        `The ${message} was not requested, and rightly so: ${lowerFirst(reason)}.`,
      unknown: (message, reason) =>
        `Whether the ${message} gets through cannot be determined; unknown: ${reason}.`,
    },
    askedFor: (time) => `Asked for: ${time}.`,
    warnings: 'There are warnings below.',
    setAside: 'What rules: in mailcheck.yaml has switched off or lowered is listed below.',
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
      'set-aside': 'set aside by rules:',
    },
    trace: {
      'no-row': 'No e-mail row.',
      'pending-send': 'An e-mail row whose status is Pending Send.',
      'no-row-or-pending-send':
        'Either no e-mail row at all (the process failed and was rolled back) or one whose status is Pending Send.',
      'not-known': '',
      draft: 'An e-mail row whose status is Draft: it was never asked to be sent.',
      sending: 'An e-mail row whose status is Sending: the platform is handing it over, or broke off.',
      failed: 'An e-mail row whose status is Failed: the platform has given it up.',
      sent: 'An e-mail row whose status is Sent: it left Dataverse, and whatever stopped it then is beyond.',
      completed: 'An e-mail row whose status is Completed: that says nothing of its delivery.',
      canceled: 'An e-mail row whose status is Canceled: it will not be sent.',
    },
    nothingAsked: 'Nothing asked for a mail.',
    missingRow: 'A missing row does not mean that no mail was requested.',
    page: pageWords.en,
    domain: 'SPF, DKIM, DMARC of the sending domain',
    arrival: 'bounces, junk folder, the life of a code',
    noServer: 'No server was contacted.',
    sentByEntra:
      'Microsoft Entra sends this mail by itself: no process, mailbox or server profile of Dataverse takes part, and it leaves no e-mail row there.',
    separator: ': ',
  },
  ja: {
    message: ({ kind, process, to }) =>
      `${to === undefined ? '' : `${to} 宛ての`}${kind === 'workflow' ? `「${process ?? '?'}」のメール` : messageWords.ja[kind]}`,
    verdict: {
      'nothing-stops-it': (message) => `調べた範囲では、${message}を止めるものはありません。`,
      stopped: (message, reason) => `${message}は届きません。${reason}。`,
      'not-requested': (message, reason) =>
        `${message}は要求されていません。これは正しい動作です。${reason}。`,
      unknown: (message, reason) => `${message}が届くかどうかは判定できません。判定できない段階: ${reason}。`,
    },
    askedFor: (time) => `要求した時刻: ${time}`,
    warnings: '警告があります(下記)。',
    setAside: 'mailcheck.yamlのrules:で無効にした、または下げた指摘があります(下記)。',
    earliestKnown: 'これより前の段階に判定できないものがあるため、現時点でわかっている最も手前の原因です。',
    titles: {
      path: '経路',
      cause: '原因',
      why: '送られない理由',
      missing: '足りないもの',
      sender: '差出人の決まり方',
      also: 'そのほかの指摘',
      trace: 'Dataverseに残るもの',
      notExamined: '調べていないこと',
      contacted: '接続先',
    },
    status: {
      unknown: '判定できない',
      'not-reached': '未到達',
      'not-examined': '未調査',
      'not-requested': '送信不要',
      'set-aside': 'rules: により判定から除外',
    },
    trace: {
      'no-row': '電子メールの行はありません。',
      'pending-send': '状態が「送信保留」の電子メールの行があります。',
      'no-row-or-pending-send':
        '電子メールの行がまったくないか(プロセスが失敗して取り消された場合)、状態が「送信保留」の行があります。',
      'not-known': '',
      draft: '状態が「下書き」の電子メールの行があります。送信は要求されていません。',
      sending: '状態が「送信中」の電子メールの行があります。送信の途中か、途中で止まっています。',
      failed: '状態が「失敗」の電子メールの行があります。プラットフォームは送信をあきらめています。',
      sent: '状態が「送信済み」の電子メールの行があります。Dataverseからは出ているので、届かない原因はその先にあります。',
      completed: '状態が「完了」の電子メールの行があります。これだけでは、送信されたかどうかはわかりません。',
      canceled: '状態が「キャンセル」の電子メールの行があります。送信されません。',
    },
    nothingAsked: 'メールは要求されていません。',
    missingRow: '行がなくても、メールが要求されなかったとはいえません。',
    page: pageWords.ja,
    domain: '送信ドメインのSPF、DKIM、DMARC',
    arrival: '不達通知、迷惑メール、コードの有効期限',
    noServer: 'どのサーバーにも接続していません。',
    sentByEntra:
      'このメールは Microsoft Entra が送信します。Dataverse のプロセス、メールボックス、サーバー プロファイルは関係せず、電子メールの行も残りません。',
    separator: ': ',
  },
};

/** Titles begin like sentences; inside one they do not, unless a name begins them. */
function lowerFirst(title: string): string {
  return /^(?:The|A|An|No|This|Nothing|Nobody|In|How|Passcodes|Sign-in)\b/.test(title)
    ? title.charAt(0).toLowerCase() + title.slice(1)
    : title;
}
