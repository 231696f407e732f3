// Knows the words for why it cannot be told who sends, and what to record so that it can: by reason and language. Words only.

import type { UnknownSender } from '../delivery/sender-chain.ts';

/** A missing process or step is said by the rules about the process (MC211, MC213). */
type Because = Exclude<UnknownSender, 'process-not-recorded' | 'no-step'>;
export type UnknownSenderParams = {
  because: Because;
  process: string;
  contact: string;
  reference: string;
  anybody: boolean;
};

type OwnWords = { message(params: UnknownSenderParams): string; fix(params: UnknownSenderParams): string };

export const unknownSenderWords: Record<Because, { en: OwnWords; ja: OwnWords }> = {
  'from-not-recorded': {
    en: {
      message: ({ process }) => `From of the Send E-mail step of "${process}" is not recorded.`,
      fix: () =>
        'Open the step\'s "Set Properties", read From and add it: from: owner, from: { user: … }, from: { queue: … } or from: empty.',
    },
    ja: {
      message: ({ process }) => `「${process}」の「電子メールの送信」ステップの差出人が記録されていません。`,
      fix: () =>
        'ステップの「プロパティの設定」で差出人を確認し、from: owner、from: { user: … }、from: { queue: … }、from: empty のどれかを追加する。',
    },
  },
  'contact-not-given': {
    en: {
      message: ({ process }) => `From of "${process}" depends on the contact, and none was named.`,
      fix: ({ anybody }) =>
        `${anybody ? 'Name the contact' : 'Add the contact under "contacts:" with its owner, and name it'}: --to ADDRESS (for the command "sender": --for ADDRESS).`,
    },
    ja: {
      message: ({ process }) =>
        `「${process}」の差出人は取引先担当者によって決まりますが、指定されていません。`,
      fix: ({ anybody }) =>
        `取引先担当者を${anybody ? '' : '「contacts:」に owner とともに追加し、'} --to アドレス で指定する(sender コマンドでは --for アドレス)。`,
    },
  },
  'contact-not-recorded': {
    en: {
      message: ({ process, contact }) =>
        `From of "${process}" depends on the contact ${contact}, whose record is not there.`,
      fix: ({ contact }) => `Add the contact ${contact} under "contacts:" with its owner.`,
    },
    ja: {
      message: ({ process, contact }) =>
        `「${process}」の差出人は取引先担当者 ${contact} によって決まりますが、そのレコードがありません。`,
      fix: ({ contact }) => `「contacts:」に取引先担当者 ${contact} を owner とともに追加する。`,
    },
  },
  'owner-not-recorded': {
    en: {
      message: ({ contact, reference }) => `${reference} of the contact ${contact} is not recorded.`,
      fix: ({ contact, reference }) =>
        `Add to the contact ${contact}: ${reference}: USER (SYSTEM, a user's address or id${reference === 'owner' ? ', or a team' : ''}).`,
    },
    ja: {
      message: ({ contact, reference }) => `取引先担当者 ${contact} の ${reference} が記録されていません。`,
      fix: ({ contact, reference }) =>
        `取引先担当者 ${contact} に ${reference}: ユーザー(SYSTEM、アドレス、IDのどれか${reference === 'owner' ? '。チームでもよい' : ''})を追加する。`,
    },
  },
  'reference-not-recorded': {
    en: {
      message: ({ process, reference }) =>
        `From of "${process}" leads to "${reference}", which is not in the records or fits several.`,
      fix: ({ reference }) =>
        `Add "${reference}" under "users:", "queues:" or "teams:", or refer to it by its id.`,
    },
    ja: {
      message: ({ process, reference }) =>
        `「${process}」の差出人は「${reference}」ですが、設定ファイルにないか、当てはまるものが複数あります。`,
      fix: ({ reference }) =>
        `「users:」「queues:」「teams:」のどれかに「${reference}」を追加するか、IDで指定する。`,
    },
  },
  'invitation-not-recorded': {
    en: {
      message: ({ process, contact }) =>
        `"${process}" sends as the owner of the invitation, and the records do not say who owns that of ${contact}.`,
      fix: ({ contact }) =>
        `Write owner: USER (whoever created it, unless it was assigned to somebody else) on the invitation of ${contact} under "invitations:"; if it is not there, add it with contact: ${contact}.`,
    },
    ja: {
      message: ({ process, contact }) =>
        `「${process}」の差出人は招待の所有者ですが、${contact} への招待の所有者が記録されていません。`,
      fix: ({ contact }) =>
        `「invitations:」の ${contact} への招待に owner: ユーザー(割り当てを変えていなければ、招待の作成者)を書く。招待がなければ、contact: ${contact} を付けて追加する。`,
    },
  },
  'field-not-recorded': {
    en: {
      message: ({ process, reference }) =>
        `From of "${process}" is read from ${reference}, whose value the records do not hold.`,
      fix: ({ reference }) =>
        `Look at the record that the process runs on: who stands in ${reference}? To diagnose that sender, write it as from: { user: … } or from: { queue: … }, or as from: empty if nobody does.`,
    },
    ja: {
      message: ({ process, reference }) =>
        `「${process}」の差出人は ${reference} から決まりますが、その値は設定ファイルにありません。`,
      fix: ({ reference }) =>
        `プロセスの対象レコードで ${reference} の値を確認する。その差出人を診断するには、from: { user: … } または from: { queue: … } と書く(値が空の場合は from: empty)。`,
    },
  },
  'calling-user': {
    en: {
      message: ({ process }) => `"${process}" sends as whoever runs it, which the records do not say.`,
      fix: () =>
        `For the portal's own mails add identity: USER to the site. For a real-time workflow with "Execute as: The owner of the workflow" add runAs: owner and owner: USER to the process. For other processes set From to a user or a queue, or write the user who runs it: from: { user: … }.`,
    },
    ja: {
      message: ({ process }) =>
        `「${process}」の差出人は実行したユーザーですが、誰が実行するのか記録されていません。`,
      fix: () =>
        'ポータル標準のメールの場合は、サイトに identity: ユーザー を追加する。実行ユーザーが「ワークフローの所有者」のリアルタイム ワークフローの場合は、プロセスに runAs: owner と owner: ユーザー を追加する。それ以外のプロセスは、差出人をユーザーかキューに固定するか、実行するユーザーを from: { user: … } と書く。',
    },
  },
};
