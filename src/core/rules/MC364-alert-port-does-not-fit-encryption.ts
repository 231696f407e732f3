// MC364: an alert says: the outgoing port does not fit the encryption.

import { adminCenter } from './admin-center.ts';
import { defineAlertRule } from './alert-rule.ts';

export default defineAlertRule({
  code: 'MC364',
  stage: 'server',
  en: {
    title: 'The outgoing port does not fit the encryption',
    why: 'The server did not understand what it was sent: an encrypted conversation was begun on a port for plain text, or the other way round. MC505 and MC506 tell the two apart on the live server.',
    fix: ({ mailbox, profile }) => [
      adminCenter.en.inProfile(
        profile,
        'set "Outgoing Port" to the one for the encryption in use; most services want 587.',
      ),
      adminCenter.en.testAndEnable(mailbox),
    ],
  },
  ja: {
    title: '送信ポートと暗号化の方式が合っていません',
    why: '平文で始めるポートに暗号化した通信を送ったか、その逆のため、サーバーがコマンドを理解できませんでした。どちらなのかは、実際のサーバーへの接続テスト(MC505、MC506)でわかります。',
    fix: ({ mailbox, profile }) => [
      adminCenter.ja.inProfile(
        profile,
        '「送信ポート」を、使用する暗号化に合うものにする。多くのサービスでは587。',
      ),
      adminCenter.ja.testAndEnable(mailbox),
    ],
  },
  sources: ['Microsoft support article KB4092733'],
  bad: [
    {
      text: 'An unknown error occurred while sending the email message. Details: SmtpException: Syntax error, command unrecognized',
    },
  ],
});
