// `mailcheck explain` for a reply of a server or an error of a library: what it means, who must act and what to do, from the table
// that judges sessions. What no row knows is said to be unknown, with the class that its code implies and nothing else.

import type { FaultClass } from '../../core/mail/fault-class.ts';
import { impliedClass } from '../../core/mail/server-replies/implied-class.ts';
import type { SeenReply } from '../../core/mail/server-replies/known-reply.ts';
import type { ReplyActor, ReplyRow } from '../../core/mail/server-replies/row.ts';
import { replySteps, replyCause, type ReplyPlace } from '../../core/rules/known-reply-words.ts';
import type { Language } from '../../core/rules/rule.ts';
import type { Context } from '../context.ts';
import { stepList } from '../reporters/step-list.ts';
import { safe } from '../safe.ts';
import { wrap } from '../wrap.ts';

type Words = {
  heading: string;
  class: Record<FaultClass, string>;
  acts: string;
  actor: Record<ReplyActor, string>;
  unconfirmed: string;
  steps: string;
  row: string;
  unknown(reply: string): string;
  implied: string;
  notImplied: string;
  next: string;
  /** Nobody's mailbox in particular. */
  place: ReplyPlace;
};

const words: Record<Language, Words> = {
  en: {
    heading: 'What the reply means',
    class: {
      credential:
        'Permanent (credentials): a name, password or token was refused. Trying again does not help and may lock the account.',
      configuration:
        'Permanent (configuration): something is set wrongly, and stays so until it is corrected.',
      policy: 'Permanent (policy): the other side understood and says no, by a rule or for lack of a right.',
      transient: 'Temporary: it may pass by itself. Dataverse tries again; a test does not.',
      network:
        'Network: the other side was not reached, or not whole. Whether it passes cannot be told from it.',
      certificate: "Certificate: the server's identity could not be verified, so no password is sent.",
      local: 'Local: this machine was in the way; nothing was learnt about the mail server.',
    },
    acts: 'Who must act: ',
    actor: {
      us: 'this side: whoever keeps the mailbox, its server profile, credentials and addresses.',
      'mail-administrator': "the administrator of the sender's mail server or tenant.",
      provider: 'the provider; on this side there is only waiting, or reporting it.',
      recipient: "the recipient's side.",
      network: 'whoever runs the network.',
    },
    unconfirmed: 'No document confirms this meaning; take it as likely, not as certain.',
    steps: 'What to do, and who can',
    row: 'Known as: ',
    unknown: (reply) => `This reply is not known to mailcheck: "${reply}".`,
    implied: 'What its code implies (confidence: low): ',
    notImplied: 'Its code implies nothing either. The cause is not guessed.',
    next: 'Paste the whole reply as the server or program wrote it; its administrator finds the reason in the log.',
    place: {
      host: '',
      mailbox: '(address of the mailbox)',
      profile: '(the profile)',
      login: '(user name of the login)',
      orToken: true,
    },
  },
  ja: {
    heading: '応答の意味',
    class: {
      credential:
        '恒久的なエラー(資格情報): 名前、パスワード、またはトークンが拒否されました。再試行しても直らず、アカウントがロックされることがあります。',
      configuration: '恒久的なエラー(設定): 設定に誤りがあり、直すまで続きます。',
      policy:
        '恒久的なエラー(ポリシー): 相手は内容を理解したうえで、規則または権限の不足により拒否しています。',
      transient:
        '一時的なエラー: 時間がたてば直る可能性があります。Dataverseは再試行しますが、テストは再試行しません。',
      network: 'ネットワーク: 相手に届かないか、通信が途切れました。一時的なものかどうかはわかりません。',
      certificate: '証明書: サーバーが本物か確かめられないため、パスワードは送られません。',
      local: 'ローカル: このマシン側の問題です。メールサーバーについては何もわかっていません。',
    },
    acts: '対処する人: ',
    actor: {
      us: 'こちら側(メールボックス、サーバー プロファイル、資格情報、宛先の担当者)',
      'mail-administrator': '送信側のメールサーバーまたはテナントの管理者',
      provider: '提供元(こちらでは待つか、報告するしかありません)',
      recipient: '受信側',
      network: 'ネットワークの管理者',
    },
    unconfirmed: 'この意味を裏付ける資料はありません。確実ではなく、可能性が高いものとして扱ってください。',
    steps: '対処方法(実施できる人)',
    row: '登録名: ',
    unknown: (reply) => `mailcheckが知らない応答です:「${reply}」`,
    implied: 'コードからわかること(確度: 低): ',
    notImplied: 'コードからも何もわかりません。原因は推測しません。',
    next: 'サーバーやプログラムが書いたとおりに、応答の全文を貼り付けてください。理由はサーバーのログで管理者が確認できます。',
    place: {
      host: '',
      mailbox: '(メールボックスのアドレス)',
      profile: '(対象のプロファイル)',
      login: '(ログインするユーザー名)',
      orToken: true,
    },
  },
};

export function knownReplyLines(
  row: ReplyRow,
  seen: SeenReply | undefined,
  { language, style }: Context,
): string[] {
  const said = words[language];
  const { colour, width } = style;
  const paragraph = (line: string) => wrap(line, width, '  ');
  const shown = seen === undefined ? '' : codeWords(seen);
  return [
    colour.bold(said.heading),
    ...(shown === '' ? [] : paragraph(safe(shown, 120))),
    ...paragraph(replyCause(row, said.place, language)),
    ...paragraph(said.class[row.class]),
    ...paragraph(`${said.acts}${said.actor[row.acts]}`),
    ...(row.unconfirmed === true ? paragraph(said.unconfirmed) : []),
    '',
    colour.bold(said.steps),
    ...stepList(replySteps(row.fix, said.place, language), width, language),
    '',
    colour.dim(`${said.row}${row.id}`),
  ];
}

export function unknownReplyLines(seen: SeenReply, { language, style }: Context): string[] {
  const said = words[language];
  const implied = impliedClass(seen);
  const shown = `${codeWords(seen)} ${seen.reply.text}`.trim();
  return [
    said.unknown(safe(shown, 200)),
    implied === undefined ? said.notImplied : `${said.implied}${said.class[implied]}`,
    said.next,
  ].flatMap((line) => wrap(line, style.width));
}

/** "SMTP 535 5.7.139", "POP3 -ERR [AUTH]", "ECONNREFUSED", "invalid_grant AADSTS700082". */
function codeWords({ protocol, reply: { code, enhanced } }: SeenReply): string {
  const status = enhanced === undefined || /^\d|^AADSTS|^Error/.test(enhanced) ? enhanced : `[${enhanced}]`;
  return [protocol?.toUpperCase(), code, status]
    .filter((part) => part !== undefined && part !== '')
    .join(' ');
}
