// MC351: an alert says: Autodiscover does not find the mailbox.

import { adminCenter, productPages } from './admin-center.ts';
import { defineAlertRule } from './alert-rule.ts';

export default defineAlertRule({
  code: 'MC351',
  stage: 'profile',
  en: {
    title: 'Exchange could not tell where the mailbox is',
    why: 'With Auto Discover the platform asks Exchange for the address of its web services. Without an answer it can neither send nor receive.',
    fix: ({ mailbox, profile }) => [
      adminCenter.en.inProfile(
        profile,
        'set "Auto Discover Server Location" to No, and put the EWS address (https://…/EWS/Exchange.asmx) into both "Incoming Server Location" and "Outgoing Server Location".',
      ),
      adminCenter.en.testAndEnable(mailbox),
    ],
  },
  ja: {
    title: 'メールボックスの場所をExchangeから取得できません',
    why: '自動検出では、ExchangeにWebサービスのアドレスを問い合わせます。応答がなければ、送信も受信もできません。',
    fix: ({ mailbox, profile }) => [
      adminCenter.ja.inProfile(
        profile,
        '「サーバーの場所の自動検出」を「いいえ」にし、EWSのアドレス(https://…/EWS/Exchange.asmx)を受信と送信の両方のサーバーの場所に入力する。',
      ),
      adminCenter.ja.testAndEnable(mailbox),
    ],
  },
  sources: [
    'Microsoft support article KB4513810',
    'https://learn.microsoft.com/troubleshoot/power-platform/dataverse/email-exchange-synchronization/troubleshooting-monitoring-server-side-synchronization',
    productPages.errorCodes,
  ],
  bad: [
    {
      text: "The mailbox location couldn't be determined while sending the email message. Mailbox Admin Hanako didn't synchronize.",
    },
    { code: '0x8004503A' },
  ],
});
