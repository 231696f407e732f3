// MC353: an alert says: the account may not act for other mailboxes.

import { adminCenter } from './admin-center.ts';
import { defineAlertRule } from './alert-rule.ts';

export default defineAlertRule({
  code: 'MC353',
  stage: 'profile',
  en: {
    title: 'The account of the profile may not act for the mailboxes',
    why: 'With "Use Impersonation" the profile\'s account works in the mailboxes of others. Exchange allows that only to an account that has the role ApplicationImpersonation.',
    fix: ({ mailbox }) => [
      {
        who: 'tenant-administrator',
        do: 'In Exchange give the role ApplicationImpersonation to the account that the profile names.',
      },
      adminCenter.en.testAndEnable(mailbox),
    ],
  },
  ja: {
    title: 'プロファイルのアカウントに、メールボックスを操作する権限がありません',
    why: '「偽装を使用」では、プロファイルのアカウントがほかの人のメールボックスを操作します。Exchangeでは、ApplicationImpersonationの役割を持つアカウントにだけ許可されます。',
    fix: ({ mailbox }) => [
      {
        who: 'tenant-administrator',
        do: 'Exchangeで、プロファイルに指定したアカウントにApplicationImpersonationの役割を割り当てる。',
      },
      adminCenter.ja.testAndEnable(mailbox),
    ],
  },
  sources: ['Microsoft support article KB4295275'],
  bad: [{ text: 'The account does not have permission to impersonate the requested user.' }],
});
