// MC382: an alert says: the process may not send in the name of that user or queue.

import { productPages } from './admin-center.ts';
import { defineAlertRule } from './alert-rule.ts';

export default defineAlertRule({
  code: 'MC382',
  stage: 'sender',
  en: {
    title: 'The process may not send in the name of that user or queue',
    why: 'Whoever runs the process sends as somebody else. That takes the privilege to send e-mail as another user, and the permission of that user (MC207 says the same from the records).',
    fix: () => [
      {
        who: 'mailbox-user',
        do: 'Sign in as the user in From, open Personal Options > Email and tick "Allow other Microsoft Dynamics 365 users to send email on your behalf".',
      },
      {
        who: 'system-administrator',
        do: 'Give whoever runs the process a role with the privilege "Send Email as Another User" (prvSendAsUser).',
      },
    ],
  },
  ja: {
    title: 'プロセスに、そのユーザーやキューとして送信する権限がありません',
    why: 'プロセスを実行する人とは別の人の名前で送信しようとしています。ほかのユーザーとして電子メールを送信する特権と、そのユーザー本人の許可が必要です(設定ファイルから同じことがわかる場合はMC207が出ます)。',
    fix: () => [
      {
        who: 'mailbox-user',
        do: '差出人のユーザーでサインインし、個人用オプションの「電子メール」で、ほかのユーザーが代理で送信することを許可する。',
      },
      {
        who: 'system-administrator',
        do: 'プロセスを実行するユーザーに、ほかのユーザーとして電子メールを送信する特権(prvSendAsUser)を持つロールを割り当てる。',
      },
    ],
  },
  sources: ['Microsoft support article KB3184980', productPages.errorCodes],
  bad: [
    {
      text: 'You cannot send email as the selected user. The selected user has not allowed this or you do not have sufficient privileges to do so.',
    },
    { code: '0x8004480d' },
  ],
});
