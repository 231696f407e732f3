// MC369: an alert says: the user name in the profile is not an address.

import { adminCenter } from './admin-center.ts';
import { defineAlertRule } from './alert-rule.ts';

export default defineAlertRule({
  code: 'MC369',
  stage: 'profile',
  en: {
    title: 'The user name in the profile is not in the form of an address',
    why: 'Exchange looks for a mailbox with the user name as its address. A name in the form domain\\user leads to none.',
    fix: ({ mailbox, profile }) => [
      adminCenter.en.inProfile(profile, 'enter the user name as name@domain.'),
      adminCenter.en.testAndEnable(mailbox),
    ],
  },
  ja: {
    title: 'プロファイルのユーザー名がアドレスの形になっていません',
    why: 'Exchangeは、ユーザー名をアドレスとするメールボックスを探します。ドメイン名\\ユーザー名 の形では見つかりません。',
    fix: ({ mailbox, profile }) => [
      adminCenter.ja.inProfile(profile, 'ユーザー名を、名前@ドメインの形で入力する。'),
      adminCenter.ja.testAndEnable(mailbox),
    ],
  },
  sources: ['Microsoft support article KB3214326'],
  bad: [{ text: 'The SMTP address has no mailbox associated with it.' }],
});
