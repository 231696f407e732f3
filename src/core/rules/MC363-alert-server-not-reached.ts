// MC363: an alert says: no connection to the mail server.

import { adminCenter } from './admin-center.ts';
import { defineAlertRule } from './alert-rule.ts';

export default defineAlertRule({
  code: 'MC363',
  stage: 'server',
  en: {
    title: 'The mail server cannot be reached',
    why: 'The connection was refused or got no answer: a firewall, or a port on which nobody listens.',
    fix: ({ mailbox, profile }) => [
      adminCenter.en.inProfile(
        profile,
        'compare the ports with those of the mail service (usually 995 or 993 for receiving, 587 for sending).',
      ),
      {
        who: 'network-administrator',
        do: "Let the platform's addresses through the firewall of the mail server.",
      },
      adminCenter.en.testAndEnable(mailbox),
    ],
  },
  ja: {
    title: 'メールサーバーに接続できません',
    why: '接続が拒否されたか、応答がありません。ファイアウォールで止められているか、誰も待ち受けていないポートを指定しています。',
    fix: ({ mailbox, profile }) => [
      adminCenter.ja.inProfile(
        profile,
        'ポートがメールサービスの指定と同じか確かめる(通常は受信が995か993、送信が587)。',
      ),
      {
        who: 'network-administrator',
        do: 'プラットフォームのIPアドレスからの接続を、メールサーバーのファイアウォールで許可する。',
      },
      adminCenter.ja.testAndEnable(mailbox),
    ],
  },
  sources: [
    'Microsoft support article KB4092736',
    'Microsoft support article KB4092737',
    'Microsoft support article KB4493267',
  ],
  bad: [
    {
      text: 'An error occurred in sending email for mailbox "Admin Hanako" while connecting to the email server. The system will try to send email again later.',
    },
    { text: 'Socket returned exception TimedOut' },
    { code: '0x8005E227' },
  ],
});
