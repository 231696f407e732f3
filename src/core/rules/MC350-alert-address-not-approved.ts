// MC350: an alert says: the platform asks for an approval of the address.

import { adminCenter } from './admin-center.ts';
import { defineAlertRule } from './alert-rule.ts';

export default defineAlertRule({
  code: 'MC350',
  stage: 'mailbox',
  en: {
    title: 'The address is not approved',
    why: 'With "Process emails only for approved users/queues" on, and always with Exchange Online, the platform leaves a mailbox alone until its address is approved; mail waits in Pending Send. MC303 and MC318 say the same from the records; this alert says it from the platform, whatever the records say.',
    fix: ({ mailbox }) => [
      {
        who: 'tenant-administrator',
        do: 'With Exchange Online, sign in with two roles: System Administrator in the environment, and one of Global administrator, Exchange administrator or Delegated Mailbox Approver.',
      },
      adminCenter.en.approve(mailbox),
      adminCenter.en.testAndEnable(mailbox),
    ],
  },
  ja: {
    title: 'アドレスが承認されていません',
    why: '承認済みのユーザーとキューのメールだけを処理する設定の場合と、Exchange Onlineの場合は、アドレスが承認されるまでメールボックスが処理されず、メールは「送信保留」のまま残ります。設定ファイルから同じことがわかる場合はMC303やMC318が出ますが、これはプラットフォーム自身の警告です。',
    fix: ({ mailbox }) => [
      {
        who: 'tenant-administrator',
        do: 'Exchange Onlineの場合は、環境のシステム管理者であり、かつグローバル管理者、Exchange管理者、Delegated Mailbox Approverロールのいずれかを持つアカウントでサインインする。',
      },
      adminCenter.ja.approve(mailbox),
      adminCenter.ja.testAndEnable(mailbox),
    ],
  },
  sources: [
    'Microsoft support article KB4052727',
    'Microsoft support article KB4014483',
    'Microsoft support article KB4510938',
    'https://learn.microsoft.com/troubleshoot/power-platform/dataverse/email-exchange-synchronization/troubleshooting-monitoring-server-side-synchronization',
  ],
  bad: [
    {
      text: 'Email cannot be sent because the email address of the mailbox Admin Hanako requires an approval by an Office 365 administrator.',
    },
    { code: 'OutgoingEmailS2SApprovalNeeded' },
  ],
});
