// `mailcheck explain` for what was pasted: an alert of the platform, or a reply of a server. Says what an alert means, whom it is
// told to and what to do, from the table that judges alerts; replies are explain-reply.ts'. What neither table recognises is
// said to be unknown.

import { recogniseAlert, type RecognisedAlert } from '../../core/rules/alert-match.ts';
import { knownReply } from '../../core/mail/server-replies/known-reply.ts';
import { readPasted } from '../../core/mail/server-replies/read-pasted.ts';
import { rules } from '../../core/rules/index.ts';
import type { Language } from '../../core/rules/rule.ts';
import type { Context } from '../context.ts';
import { Unusable, type ExitCode } from '../exit.ts';
import { safe } from '../safe.ts';
import { wrap } from '../wrap.ts';
import { explanation } from './explain.ts';
import { knownReplyLines, unknownReplyLines } from './explain-reply.ts';

type Words = {
  heading: string;
  class: Record<RecognisedAlert['class'], string>;
  affects: Record<RecognisedAlert['affects'], string>;
  told: Record<NonNullable<RecognisedAlert['meaning']>['told'], string>;
  ofMessage: string;
  unconfirmed: string;
  also: string;
  unknown(text: string): string;
  unknownNext: string;
  unknownTransient: string;
  nothing: string;
};

const words: Record<Language, Words> = {
  en: {
    heading: 'What the platform says',
    class: {
      permanent:
        'Permanent: the mailbox is stopped as soon as it happens, until somebody corrects the cause and tests again.',
      transient:
        'Temporary: the platform tries again by itself, up to ten times, five minutes apart; then it counts as permanent.',
      'not-known': 'Whether it is permanent or temporary cannot be told.',
    },
    affects: {
      sending: 'It stops what is sent.',
      receiving: 'It is about receiving; it does not stop what is sent.',
      appointments: 'It is about appointments, contacts and tasks; it stops no mail.',
      both: 'It can stop sending and receiving.',
      neither: 'It is about an operation that was refused, not about mail on its way.',
    },
    told: {
      mailbox: 'Told to the owner of the mailbox, on the page of the mailbox ("Alerts").',
      profile: 'Told to the owner of the server profile; it concerns every mailbox of that profile.',
      message: 'About one message, and told there.',
      client: 'Told to whoever did it.',
    },
    ofMessage: 'Permanent for this message: it is not sent until the cause is corrected. Others are.',
    unconfirmed: 'No vendor page confirms this meaning.',
    also: 'The same fault, as found in the records',
    unknown: (text) => `This alert or code is not known to mailcheck: "${text}".`,
    unknownNext:
      'Paste the whole text, or the "Email Server Error Code" from the details of the alert. "mailcheck explain" lists the codes of findings.',
    unknownTransient: 'By its wording it is temporary: the platform tries again by itself.',
    nothing: "There is nothing to explain: give an alert's text or code, or MC and three digits.",
  },
  ja: {
    heading: 'プラットフォームの警告の意味',
    class: {
      permanent:
        '恒久的なエラーです。起きた時点でメールボックスの処理が止まり、原因を直してテストするまで再開されません。',
      transient:
        '一時的なエラーです。5分おきに10回まで自動的に再試行され、それでも直らなければ恒久的なエラーになります。',
      'not-known': '恒久的なエラーか一時的なエラーかはわかりません。',
    },
    affects: {
      sending: '送信を止めるものです。',
      receiving: '受信に関するもので、送信は止めません。',
      appointments: '予定、取引先担当者、タスクの同期に関するもので、メールは止めません。',
      both: '送信と受信の両方を止めることがあります。',
      neither: '拒否された操作に関するもので、送信中のメールのことではありません。',
    },
    told: {
      mailbox: 'メールボックスの所有者に、メールボックスの画面の「警告」で通知されます。',
      profile:
        'サーバー プロファイルの所有者に通知されます。そのプロファイルを使うすべてのメールボックスに関係します。',
      message: '1通のメールに関するもので、そのメールの画面に表示されます。',
      client: '操作した人に表示されます。',
    },
    ofMessage:
      'このメールについては恒久的なエラーで、原因を直すまで送信されません。ほかのメールは送信されます。',
    unconfirmed: 'この意味は、提供元の資料では確認できていません。',
    also: '設定ファイルから見つかる同じ問題',
    unknown: (text) => `mailcheckが知らない警告またはコードです:「${text}」`,
    unknownNext:
      '警告の全文か、警告の詳細にある「Email Server Error Code」を貼り付けてください。指摘のコードの一覧は mailcheck explain で表示できます。',
    unknownTransient: '文面からは一時的なエラーです。自動的に再試行されます。',
    nothing: '説明するものがありません。警告の文面かコード、またはMCと3桁の数字を指定してください。',
  },
};

export async function explainAlert(typed: string, context: Context): Promise<ExitCode> {
  const { language, style } = context;
  const { colour, width } = style;
  const said = words[language];
  const text = (typed === '-' ? ((await context.input?.()) ?? '') : typed).trim();
  if (text === '') throw new Unusable(said.nothing);
  // An MC code may come out of a pipe as well.
  if (typed === '-' && /^MC\d{3}$/i.test(text)) {
    const { explain } = await import('./explain.ts');
    return explain(text, context);
  }
  const seen = readPasted(text);
  const row = knownReply(seen ?? { reply: { code: '', text } });
  const recognised = recogniseAlert(codeAlone.test(text) ? { code: text } : { text });
  const { meaning } = recognised;
  if (row !== undefined && (meaning === undefined || isReplyAlone(text))) {
    context.out(knownReplyLines(row, seen, context).join('\n'));
    return 0;
  }
  if (seen !== undefined && meaning === undefined) {
    context.out(unknownReplyLines(seen, context).join('\n'));
    return 3;
  }
  const paragraph = (line: string) => wrap(line, width, '  ');
  if (meaning === undefined) {
    const lines = [
      said.unknown(safe(text, 200)),
      ...(recognised.class === 'transient' ? [said.unknownTransient] : []),
      said.unknownNext,
    ];
    context.out(lines.flatMap((line) => wrap(line, width)).join('\n'));
    return 3;
  }
  const { code } = recognised;
  const shown = [code, meaning.name].filter((each) => each !== undefined && !each.startsWith('('));
  const cause = rules.find((rule) => rule.code === meaning.finding);
  const also = rules.find((rule) => rule.code === meaning.also);
  context.out(
    [
      colour.bold(said.heading),
      ...(shown.length === 0 ? [] : paragraph(safe([...new Set(shown)].join('  ')))),
      ...(meaning.says === undefined ? [] : paragraph(sentence(meaning.says[language], language))),
      ...(meaning.told === 'client' ? [] : paragraph(classWords(recognised, said))),
      ...(meaning.told === 'message' ? [] : paragraph(said.affects[recognised.affects])),
      ...paragraph(said.told[meaning.told]),
      ...(meaning.unconfirmed === true ? paragraph(said.unconfirmed) : []),
      // A rule that only points to another one would say nothing of its own.
      ...(cause === undefined || also !== undefined ? [] : ['', ...explanation(cause, context)]),
      ...(also === undefined ? [] : ['', colour.bold(said.also), '', ...explanation(also, context)]),
      // The worker of the platform quotes the server; the quotation says more than the alert.
      ...(row === undefined ? [] : ['', ...knownReplyLines(row, seen, context)]),
    ].join('\n'),
  );
  return 0;
}

function classWords({ class: known, meaning }: RecognisedAlert, said: Words): string {
  return meaning?.told === 'message' && known === 'permanent' ? said.ofMessage : said.class[known];
}

/** It begins as a server or a library speaks; telltales of an alert in its words are chance. */
function isReplyAlone(text: string): boolean {
  return /^(?:[245]\d\d(?:[ -]|: )|-ERR\b|\* (?:NO|BAD|BYE)\b|[A-Za-z]{0,8}\d{1,6} (?:NO|BAD|BYE)\b|(?:NO|BAD) \[|\{|smtp ?;|Error: |E[A-Z]{4,})/.test(
    text,
  );
}

/** A code as it is copied: hexadecimal, decimal with any minus sign, or one name. */
const codeAlone = /^\S{1,60}$/;

function sentence(text: string, language: Language): string {
  return language === 'ja' ? `${text}。` : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
