// MC362: an alert says: the server's name or port in the profile is wrong.

import { adminCenter } from './admin-center.ts';
import { defineAlertRule } from './alert-rule.ts';

export default defineAlertRule({
  code: 'MC362',
  stage: 'server',
  en: {
    title: 'The server name or port in the profile is wrong',
    why: 'The platform found no server of that name. Mail waits until the server profile is corrected.',
    fix: ({ mailbox, profile }) => [
      adminCenter.en.inProfile(
        profile,
        'correct the server locations and ports; for Gmail pop.gmail.com with 995 and smtp.gmail.com with 587.',
      ),
      adminCenter.en.testAndEnable(mailbox),
    ],
  },
  ja: {
    title: 'プロファイルのサーバー名かポートが間違っています',
    why: 'その名前のサーバーが見つかりません。サーバー プロファイルを直すまで、メールは送信されません。',
    fix: ({ mailbox, profile }) => [
      adminCenter.ja.inProfile(
        profile,
        'サーバーの場所とポートを直す。Gmailなら pop.gmail.com と995、smtp.gmail.com と587。',
      ),
      adminCenter.ja.testAndEnable(mailbox),
    ],
  },
  sources: ['Microsoft support article KB4463808'],
  bad: [
    {
      text: 'Email cannot be sent because the email server location or the port specified is incorrect. Socket returned exception HostNotFound',
    },
  ],
});
