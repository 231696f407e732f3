// MC378: an alert says: the sign-in of the mailbox's user is blocked.

import { adminCenter } from './admin-center.ts';
import { defineAlertRule } from './alert-rule.ts';

export default defineAlertRule({
  code: 'MC378',
  stage: 'mailbox',
  en: {
    title: 'The user of the mailbox may not sign in',
    why: 'The user is disabled in Microsoft Entra ID, or their sign-in is blocked; the platform is refused with them.',
    fix: ({ mailbox }) => [
      {
        who: 'tenant-administrator',
        do: `Enable the account of ${mailbox} in the Microsoft 365 admin center (Users > Active users > "Unblock sign-in").`,
      },
      adminCenter.en.testAndEnable(mailbox),
    ],
  },
  ja: {
    title: 'メールボックスのユーザーのサインインがブロックされています',
    why: 'Microsoft Entra IDでユーザーが無効になっているか、サインインがブロックされているため、プラットフォームも拒否されます。',
    fix: ({ mailbox }) => [
      {
        who: 'tenant-administrator',
        do: `Microsoft 365管理センターの「アクティブなユーザー」で、${mailbox} のアカウントのサインインのブロックを解除する。`,
      },
      adminCenter.ja.testAndEnable(mailbox),
    ],
  },
  sources: [
    'https://learn.microsoft.com/troubleshoot/power-platform/dataverse/email-exchange-synchronization/troubleshooting-monitoring-server-side-synchronization',
  ],
  bad: [{ text: 'Test and Enable failed with 8005E273' }],
});
