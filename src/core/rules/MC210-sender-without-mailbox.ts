// MC210: the user or queue that would send has no mailbox.

import { fixWithAlternativeSender, senderFix } from './alternative-sender.ts';
import { sources } from './path-names.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC210',
  subject: 'path',
  stage: 'sender',
  severity: 'error',
  check: ({ path, records }) => {
    const { end } = path.sender;
    if (path.mailbox.found !== undefined || path.mailbox.missing !== 'none') return [];
    if (end.kind !== 'user' && end.kind !== 'queue') return [];
    const sender =
      end.kind === 'user'
        ? (end.user.fields.fullName ?? end.user.id)
        : (end.queue.fields.name ?? end.queue.id);
    return [
      {
        params: { ...senderFix(path, records), sender, kind: end.kind },
        where: path.mailbox.where,
      },
    ];
  },
  en: {
    title: 'The sender has no mailbox',
    why:
      'Server-side synchronization sends from the mailbox of the user or queue in From. Without a mailbox nothing picks the mail up. ' +
      'A mailbox is made when a user or queue gets an e-mail address.',
    message: ({ process, sender, kind }) =>
      `"${process}" sends as the ${kind} "${sender}", which has no mailbox.`,
    fix: (params) => [
      {
        who: 'system-administrator',
        do: `Give "${params.sender}" an e-mail address (${params.kind === 'queue' ? 'Settings > Business > Queues' : 'Microsoft 365 admin center > Users > Active users'}); then approve the new mailbox ("Approve Email") and run "Test & Enable Mailboxes" (Power Platform admin center > Environments > (the environment) > Settings > Email > Mailboxes). Or choose another sender:`,
      },
      ...fixWithAlternativeSender(params, 'en'),
    ],
  },
  ja: {
    title: '差出人にメールボックスがありません',
    why:
      'サーバー側同期は、差出人のユーザーまたはキューのメールボックスから送信します。メールボックスがなければ、メールは処理されません。' +
      'メールボックスは、ユーザーやキューに電子メールアドレスを設定すると作成されます。',
    message: ({ process, sender, kind }) =>
      `「${process}」の差出人である${kind === 'queue' ? 'キュー' : 'ユーザー'}「${sender}」にメールボックスがありません。`,
    fix: (params) => [
      {
        who: 'system-administrator',
        do: `「${params.sender}」に電子メールアドレスを設定する(${params.kind === 'queue' ? '「設定」>「ビジネス」>「キュー」' : 'Microsoft 365管理センターの「アクティブなユーザー」'})。次に、Power Platform 管理センター >「環境」> 対象の環境 >「設定」>「電子メール」>「メールボックス」で、作成されたメールボックスの「電子メールの承認」と「メールボックスのテストと有効化」を実行する。または、以下の手順で差出人を変更する。`,
      },
      ...fixWithAlternativeSender(params, 'ja'),
    ],
  },
  sources: [sources.table('systemuser'), sources.table('queue'), sources.table('email')],
  examples: {
    bad: [{ change: { users: { 'admin-user': { defaultMailbox: null } } } }],
    good: [{ change: { users: { 'admin-user': { defaultMailbox: 'admin' } } } }],
  },
});
