// Knows what enhanced status codes say of a sender's or recipient's address and mailbox, whoever the server is
// (RFC 3463 §3.2 and §3.3, RFC 7505). Data only.

import { askRecipient, correctRecipient, rowsWith, server, system, user } from './fixes.ts';

const smtp = { protocols: ['smtp'] as const };

export const standardAddressRows = rowsWith(smtp, [
  {
    id: 'recipient-not-known',
    statuses: ['5.1.1'],
    class: 'configuration',
    acts: 'us',
    cause: { en: 'There is no mailbox with this address.', ja: 'このアドレスのメールボックスはありません。' },
    fix: [correctRecipient],
    example: '550 5.1.1 <a@example.com>: Recipient address rejected',
  },
  {
    id: 'recipient-not-known-in-words',
    codes: ['550', '551', '553', '554'],
    telltales: [
      'user unknown',
      'unknown user',
      'no such user',
      'no such recipient',
      'user not found',
      'recipient unknown',
    ],
    class: 'configuration',
    acts: 'us',
    cause: { en: 'There is no mailbox with this address.', ja: 'このアドレスのメールボックスはありません。' },
    fix: [correctRecipient],
    example: '550 user unknown',
  },
  {
    id: 'recipient-domain-not-known',
    statuses: ['5.1.2', '4.1.2'],
    class: 'configuration',
    acts: 'us',
    cause: {
      en: "The domain of the recipient's address does not exist or takes no mail.",
      ja: '宛先アドレスのドメインがないか、メールを受け取りません。',
    },
    fix: [correctRecipient],
    example: '550 5.1.2 Bad destination system address',
  },
  {
    id: 'recipient-address-malformed',
    statuses: ['5.1.3'],
    class: 'configuration',
    acts: 'us',
    cause: {
      en: "The recipient's address is not written as an address is.",
      ja: '宛先アドレスの書き方が正しくありません。',
    },
    fix: [correctRecipient],
    example: '501 5.1.3 Bad recipient address syntax',
  },
  {
    id: 'recipient-moved',
    statuses: ['5.1.6'],
    class: 'configuration',
    acts: 'us',
    cause: {
      en: 'The mailbox has moved, and no forwarding address is known.',
      ja: 'メールボックスは移転済みで、転送先がわかりません。',
    },
    fix: [correctRecipient],
    example: '551 5.1.6 Mailbox has moved, no forwarding address',
  },
  {
    id: 'sender-address-malformed',
    statuses: ['5.1.7'],
    class: 'configuration',
    acts: 'us',
    cause: {
      en: "The sender's address is not written as an address is.",
      ja: '差出人アドレスの書き方が正しくありません。',
    },
    fix: [
      system(
        'Correct the "Email Address" of the mailbox {mailbox} and of its user or queue.',
        'メールボックス {mailbox} と、そのユーザーまたはキューの「電子メール アドレス」を直す。',
      ),
    ],
    example: "501 5.1.7 Bad sender's mailbox address syntax",
  },
  {
    id: 'sender-domain-not-known',
    statuses: ['5.1.8', '4.1.8'],
    class: 'configuration',
    acts: 'mail-administrator',
    cause: {
      en: "The domain of the sender's address has no mail server in the DNS.",
      ja: '差出人アドレスのドメインに、メールサーバーのDNSレコードがありません。',
    },
    fix: [
      server(
        'Give the domain of {mailbox} an MX record, or send from an address of a domain that has one.',
        '{mailbox} のドメインにMXレコードを設定するか、MXレコードのあるドメインのアドレスから送信する。',
      ),
    ],
    example: '553 5.1.8 Sender domain not found',
  },
  {
    id: 'domain-takes-no-mail',
    statuses: ['5.1.10'],
    class: 'configuration',
    acts: 'recipient',
    cause: {
      en: 'The domain says in the DNS that it takes no mail (null MX, RFC 7505), or the recipient is not found.',
      ja: 'そのドメインはメールを受け取らないとDNSで宣言しています(null MX、RFC 7505)。または宛先が見つかりません。',
    },
    fix: [correctRecipient],
    example: '556 5.1.10 Domain does not accept mail (nullMX)',
  },
  {
    id: 'mailbox-disabled',
    statuses: ['5.2.1'],
    class: 'policy',
    acts: 'recipient',
    cause: {
      en: 'The mailbox exists and takes no mail: it is disabled.',
      ja: 'メールボックスはありますが、無効になっていてメールを受け取りません。',
    },
    fix: [askRecipient],
    example: '550 5.2.1 Mailbox disabled, not accepting messages',
  },
  {
    id: 'mailbox-full',
    statuses: ['5.2.2'],
    class: 'policy',
    acts: 'recipient',
    cause: { en: 'The mailbox is full.', ja: 'メールボックスの容量がいっぱいです。' },
    fix: [
      user(
        'Make room in the mailbox that is full ("Sent Items", "Deleted Items"), or have its quota raised.',
        'いっぱいになっているメールボックスを整理する(「送信済みアイテム」「削除済みアイテム」)。または容量を増やしてもらう。',
      ),
    ],
    example: '552 5.2.2 Mailbox full',
  },
  {
    id: 'mailbox-full-in-words',
    codes: ['550', '552', '554'],
    statuses: ['none'],
    telltales: [
      'mailbox full',
      'mailbox is full',
      'over quota',
      'quota exceeded',
      'exceeded storage allocation',
    ],
    class: 'policy',
    acts: 'recipient',
    cause: { en: 'The mailbox is full.', ja: 'メールボックスの容量がいっぱいです。' },
    fix: [
      user(
        'Make room in the mailbox that is full ("Sent Items", "Deleted Items"), or have its quota raised.',
        'いっぱいになっているメールボックスを整理する(「送信済みアイテム」「削除済みアイテム」)。または容量を増やしてもらう。',
      ),
    ],
    example: '552 Requested mail action aborted: exceeded storage allocation',
  },
  {
    id: 'mailbox-full-for-now',
    statuses: ['4.2.2'],
    class: 'transient',
    acts: 'recipient',
    cause: {
      en: 'The mailbox is full for now; whoever sends has to try again later.',
      ja: 'メールボックスが今はいっぱいです。送る側が後で送り直す必要があります。',
    },
    fix: [user('Make room in the mailbox that is full.', 'いっぱいになっているメールボックスを整理する。')],
    example: '452 4.2.2 The mailbox is over quota',
  },
]);
