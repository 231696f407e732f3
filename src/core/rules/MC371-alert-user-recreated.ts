// MC371: an alert says: the user was deleted and made anew.

import { defineAlertRule } from './alert-rule.ts';

export default defineAlertRule({
  code: 'MC371',
  stage: 'mailbox',
  en: {
    title: 'The user behind the mailbox was deleted and made anew',
    why: 'Exchange still knows the deleted user under this address and refuses the new one (NoUserFoundWithGivenClaims) until the old one is gone from its caches.',
    fix: ({ mailbox }) => [
      {
        who: 'tenant-administrator',
        do: 'Remove the deleted user for good (Microsoft Entra admin center > Users > Deleted users).',
      },
      {
        who: 'system-administrator',
        do: `Wait up to 72 hours. Then run "Test & Enable Mailboxes" for ${mailbox}.`,
      },
    ],
  },
  ja: {
    title: 'メールボックスのユーザーが削除され、作り直されています',
    why: 'Exchangeには削除したユーザーの情報が残っているため、消えるまで新しいユーザーが拒否されます(NoUserFoundWithGivenClaims)。',
    fix: ({ mailbox }) => [
      {
        who: 'tenant-administrator',
        do: '削除したユーザーを完全に削除する(Microsoft Entra管理センターの削除済みユーザー)。',
      },
      {
        who: 'system-administrator',
        do: `最大72時間待ち、${mailbox} に対して「メールボックスのテストと有効化」を実行する。`,
      },
    ],
  },
  sources: ['Microsoft support article KB3212785'],
  bad: [{ text: 'User does not exist in tenant with id 1234. NoUserFoundWithGivenClaims' }],
});
