// MC368: an alert says: Exchange has no mailbox of that address.

import { adminCenter } from './admin-center.ts';
import { defineAlertRule } from './alert-rule.ts';

export default defineAlertRule({
  code: 'MC368',
  stage: 'mailbox',
  en: {
    title: 'Exchange has no mailbox of that address',
    why: 'The address is wrong, belongs to a distribution group (which cannot send), or to a mailbox on a server of your own while the profile is for Exchange Online.',
    fix: ({ mailbox }) => [
      {
        who: 'tenant-administrator',
        do: `Look up ${mailbox} in Exchange: it must be a user's or a shared mailbox, not a distribution group.`,
      },
      adminCenter.en.inMailbox(
        mailbox,
        'if the mailbox is on a server of your own, choose a server profile for that server.',
      ),
      adminCenter.en.testAndEnable(mailbox),
    ],
  },
  ja: {
    title: 'このアドレスのメールボックスがExchangeにありません',
    why: 'アドレスが間違っているか、配布グループ(送信はできません)のアドレスです。自社サーバーのメールボックスなのに、プロファイルがExchange Online用の場合もあります。',
    fix: ({ mailbox }) => [
      {
        who: 'tenant-administrator',
        do: `Exchangeで ${mailbox} を検索し、配布グループではなく、ユーザーか共有のメールボックスであることを確かめる。`,
      },
      adminCenter.ja.inMailbox(
        mailbox,
        '自社サーバーのメールボックスなら、そのサーバー用のサーバー プロファイルを選ぶ。',
      ),
      adminCenter.ja.testAndEnable(mailbox),
    ],
  },
  sources: ['Microsoft support article KB3214684'],
  bad: [
    {
      text: "Email can't be sent because the mailbox Admin Hanako doesn't have a valid email address. Exchange.server returned ErrorNonExistentMailbox error",
    },
  ],
});
