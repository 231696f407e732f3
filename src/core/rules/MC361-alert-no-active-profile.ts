// MC361: an alert says: the mailbox has no active server profile.

import { adminCenter, productPages } from './admin-center.ts';
import { defineAlertRule } from './alert-rule.ts';

export default defineAlertRule({
  code: 'MC361',
  stage: 'profile',
  en: {
    title: 'The mailbox has no active server profile',
    why: 'Without an active server profile the platform knows no server to send through. MC309 and MC401 say the same from the records.',
    fix: ({ mailbox, profile }) => [
      adminCenter.en.inMailbox(mailbox, 'choose a server profile and save.'),
      adminCenter.en.inProfile(profile, 'if it is inactive, choose "Activate".'),
      adminCenter.en.testAndEnable(mailbox),
    ],
  },
  ja: {
    title: 'メールボックスに、有効なサーバー プロファイルがありません',
    why: 'アクティブなサーバー プロファイルがなければ、どのサーバーから送信すればよいかわかりません。設定ファイルから同じことがわかる場合はMC309やMC401が出ます。',
    fix: ({ mailbox, profile }) => [
      adminCenter.ja.inMailbox(mailbox, 'サーバー プロファイルを選んで保存する。'),
      adminCenter.ja.inProfile(profile, '非アクティブなら「アクティブ化」を選ぶ。'),
      adminCenter.ja.testAndEnable(mailbox),
    ],
  },
  sources: ['Microsoft support article KB4484702', productPages.errorCodes],
  bad: [
    {
      text: 'Email cannot be sent because the mailbox Admin Hanako does not have an email server profile associated with it or the email server profile is inactive.',
    },
    { code: -2147098078 },
  ],
});
