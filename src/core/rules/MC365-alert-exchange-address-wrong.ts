// MC365: an alert says: the address of Exchange Web Services may be wrong.

import { adminCenter } from './admin-center.ts';
import { defineAlertRule } from './alert-rule.ts';

export default defineAlertRule({
  code: 'MC365',
  stage: 'profile',
  en: {
    title: 'The address of Exchange Web Services may be wrong',
    why: 'The server answered 404: at the address in the profile there may be no Exchange Web Services.',
    fix: ({ mailbox, profile }) => [
      adminCenter.en.inProfile(
        profile,
        'compare the server locations with https://(server)/EWS/Exchange.asmx.',
      ),
      adminCenter.en.testAndEnable(mailbox),
    ],
  },
  ja: {
    title: 'Exchange Webサービスのアドレスが間違っている可能性があります',
    why: 'サーバーが404を返しています。プロファイルに指定したアドレスに、Exchange Webサービスがない可能性があります。',
    fix: ({ mailbox, profile }) => [
      adminCenter.ja.inProfile(
        profile,
        'サーバーの場所が https://(サーバー名)/EWS/Exchange.asmx になっているか確かめる。',
      ),
      adminCenter.ja.testAndEnable(mailbox),
    ],
  },
  sources: ['derived: what an answer 404 means to a server profile is not confirmed'],
  bad: [{ text: 'Http server returned 404 exception' }],
});
