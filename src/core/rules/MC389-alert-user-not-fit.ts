// MC389: an alert says: a user or team is not fit for what was asked of it.

import { productPages } from './admin-center.ts';
import { defineAlertRule } from './alert-rule.ts';

export default defineAlertRule({
  code: 'MC389',
  stage: 'mailbox',
  en: {
    title: 'The user or team is not fit for this',
    why: 'Approving mail addresses is for administrators of the tenant and cannot be given to a team; users who are not meant for people cannot open pages or change their access mode.',
    fix: () => [
      {
        who: 'tenant-administrator',
        do: 'Do it with the account of a Global or Exchange administrator that is a user of its own.',
      },
    ],
  },
  ja: {
    title: 'このユーザーやチームでは実行できません',
    why: 'アドレスの承認に関わる役割を扱えるのはテナントの管理者で、チームには与えられません。人が使うためのものではないユーザーは、画面を開いたりアクセス モードを変えたりできません。',
    fix: () => [
      {
        who: 'tenant-administrator',
        do: 'グローバル管理者かExchange管理者である、人のユーザー アカウントで実行する。',
      },
    ],
  },
  sources: [productPages.errorCodes, productPages.exchangeOnline],
  bad: [{ code: '0x80090905' }],
});
