// MC370: an alert says: no user of the tenant has the address.

import { adminCenter } from './admin-center.ts';
import { defineAlertRule } from './alert-rule.ts';

export default defineAlertRule({
  code: 'MC370',
  stage: 'mailbox',
  en: {
    title: 'No user of the Microsoft 365 tenant has that address',
    why: '"Test & Enable" looks the address up among the users of the profile\'s tenant. The mailbox is misspelt, or belongs to another tenant.',
    fix: ({ mailbox }) => [
      { who: 'system-administrator', do: `Correct the address of ${mailbox} on its user or queue.` },
      adminCenter.en.inMailbox(
        mailbox,
        'if it belongs to another tenant, choose a profile for Exchange Online of that tenant.',
      ),
      adminCenter.en.testAndEnable(mailbox),
    ],
  },
  ja: {
    title: 'Microsoft 365テナントに、このアドレスのユーザーがいません',
    why: '「メールボックスのテストと有効化」では、プロファイルのテナントのユーザーからアドレスを検索します。アドレスが間違っているか、別テナントのメールボックスです。',
    fix: ({ mailbox }) => [
      { who: 'system-administrator', do: `${mailbox} のアドレスを、ユーザーまたはキューの画面で直す。` },
      adminCenter.ja.inMailbox(
        mailbox,
        '別テナントのメールボックスなら、そのテナントのExchange Online用のプロファイルを選ぶ。',
      ),
      adminCenter.ja.testAndEnable(mailbox),
    ],
  },
  sources: [
    'https://learn.microsoft.com/troubleshoot/power-platform/dataverse/email-exchange-synchronization/troubleshooting-monitoring-server-side-synchronization',
  ],
  bad: [
    {
      text: 'Test and Enable failed because no user was found with the email address "admin@example.com" in the Microsoft 365 tenant.',
    },
  ],
});
