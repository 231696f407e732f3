// MC366: an alert says: the mailbox has no Exchange licence.

import { adminCenter } from './admin-center.ts';
import { defineAlertRule } from './alert-rule.ts';

export default defineAlertRule({
  code: 'MC366',
  stage: 'mailbox',
  en: {
    title: 'The mailbox has no valid Exchange licence',
    why: "A user's mailbox in Exchange Online needs a licence; without one, or with the user disabled, Exchange opens it to nobody. A mailbox that is still on a server of your own gives the same answer through an Exchange Online profile.",
    fix: ({ mailbox }) => [
      {
        who: 'tenant-administrator',
        do: `Give the user of ${mailbox} an Exchange Online licence; for a queue use a shared mailbox.`,
      },
      { who: 'system-administrator', do: "Make sure that the user's Access Mode is Read-Write." },
      adminCenter.en.testAndEnable(mailbox),
    ],
  },
  ja: {
    title: 'メールボックスに有効なExchangeライセンスがありません',
    why: 'Exchange Onlineのユーザーのメールボックスにはライセンスが必要です。ライセンスがないか、ユーザーが無効なら、メールボックスを開けません。自社サーバーにあるメールボックスをExchange Onlineのプロファイルで使った場合も、同じ応答になります。',
    fix: ({ mailbox }) => [
      {
        who: 'tenant-administrator',
        do: `${mailbox} のユーザーにExchange Onlineライセンスを割り当てる。キューには共有メールボックスを使う。`,
      },
      {
        who: 'system-administrator',
        do: 'ユーザーのアクセス モードが「読み取り/書き込み」であることを確かめる。',
      },
      adminCenter.ja.testAndEnable(mailbox),
    ],
  },
  sources: [
    'Microsoft support article KB4459027',
    'https://learn.microsoft.com/troubleshoot/power-platform/dataverse/email-exchange-synchronization/troubleshooting-monitoring-server-side-synchronization',
  ],
  bad: [
    { text: "Email can't be sent because the license is invalid for the mailbox Admin Hanako." },
    { code: '8005E276' },
  ],
});
