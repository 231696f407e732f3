// MC205: the user who would send is disabled, and with the user the mailbox.

import { fixWithAlternativeSender, senderFix } from './alternative-sender.ts';
import { sources } from './path-names.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC205',
  subject: 'path',
  stage: 'sender',
  severity: 'error',
  check: ({ path, records }) => {
    const { end } = path.sender;
    if (end.kind !== 'user' || end.user.fields.isDisabled !== true) return [];
    return [
      {
        params: { ...senderFix(path, records), user: end.user.fields.fullName ?? end.user.id },
        where: end.user.where(['isDisabled']),
      },
    ];
  },
  en: {
    title: 'The user who sends is disabled',
    why: 'Disabling a user deactivates the mailbox as well. Mails from this user are not processed until both are active again.',
    message: ({ process, user }) => `"${process}" sends as ${user}, who is disabled.`,
    fix: (params) => [
      {
        who: 'system-administrator',
        do: `If ${params.user} is to send: in the Microsoft 365 admin center (Users > Active users) unblock the sign-in and assign a licence, then activate the mailbox and run "Test & Enable Mailboxes" (Power Platform admin center > Environments > (the environment) > Settings > Email > Mailboxes). Else choose another sender:`,
      },
      ...fixWithAlternativeSender(params, 'en'),
    ],
  },
  ja: {
    title: '差出人のユーザーが無効になっています',
    why: 'ユーザーを無効にすると、メールボックスも非アクティブになります。両方が有効になるまで、このユーザーからのメールは処理されません。',
    message: ({ process, user }) => `「${process}」の差出人 ${user} は無効なユーザーです。`,
    fix: (params) => [
      {
        who: 'system-administrator',
        do: `${params.user} から送信する場合は、Microsoft 365管理センターの「アクティブなユーザー」でサインインのブロックを解除してライセンスを割り当て、Power Platform 管理センター >「環境」> 対象の環境 >「設定」>「電子メール」>「メールボックス」でメールボックスをアクティブ化して「メールボックスのテストと有効化」を実行する。そうでない場合は、以下の手順で差出人を変更する。`,
      },
      ...fixWithAlternativeSender(params, 'ja'),
    ],
  },
  sources: ['Microsoft Support KB4481318', sources.table('systemuser')],
  examples: {
    bad: [{ change: { users: { 'admin-user': { isDisabled: true } } } }],
    good: [{ change: { users: { 'admin-user': { isDisabled: false } } } }],
  },
});
