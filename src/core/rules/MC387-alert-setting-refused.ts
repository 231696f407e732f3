// MC387: an alert says: the platform refuses a setting of a mailbox or profile.

import { adminCenter, productPages } from './admin-center.ts';
import { defineAlertRule } from './alert-rule.ts';

export default defineAlertRule({
  code: 'MC387',
  stage: 'profile',
  en: {
    title: 'The platform refuses a setting of the mailbox or profile',
    why: 'Settings of a mailbox and its server profile have to fit together. What does not fit cannot be saved, or is not worked with.',
    fix: ({ mailbox, profile }) => [
      adminCenter.en.inProfile(profile, 'change the setting that the message names, and save.'),
      adminCenter.en.testAndEnable(mailbox),
    ],
  },
  ja: {
    title: 'メールボックスまたはプロファイルの設定が拒否されています',
    why: 'メールボックスとサーバー プロファイルの設定は、互いに合っている必要があります。合わない設定は保存できないか、使われません。',
    fix: ({ mailbox, profile }) => [
      adminCenter.ja.inProfile(profile, 'メッセージに書かれた設定を変更して保存する。'),
      adminCenter.ja.testAndEnable(mailbox),
    ],
  },
  sources: [productPages.errorCodes],
  bad: [{ code: '0x8005E23E' }],
});
