// Knows how Gmail refuses a recipient or a message (https://support.google.com/a/answer/3726730). Data only.

import { askRecipient, correctRecipient, rowsWith, system, user } from './fixes.ts';

export const gmailMessageRows = rowsWith({ vendors: ['gmail'], protocols: ['smtp'] }, [
  {
    id: 'gmail-account-inactive',
    telltales: ['account that you tried to reach is disabled', 'account that you tried to reach is inactive'],
    class: 'policy',
    acts: 'recipient',
    cause: {
      en: "The recipient's Google account is disabled.",
      ja: '宛先のGoogleアカウントが無効になっています。',
    },
    fix: [askRecipient],
    example:
      '550 5.2.1 The email account that you tried to reach is disabled. Learn more at https://support.google.com/mail/?p=DisabledUser',
  },
  {
    id: 'gmail-no-such-user',
    telltales: ['nosuchuser', 'email account that you tried to reach does not exist'],
    class: 'configuration',
    acts: 'us',
    cause: {
      en: 'There is no Google account with this address.',
      ja: 'このアドレスのGoogleアカウントはありません。',
    },
    fix: [correctRecipient],
    example:
      "550-5.1.1 The email account that you tried to reach does not exist. Please try\n550 5.1.1 double-checking the recipient's email address for typos or unnecessary spaces. https://support.google.com/mail/?p=NoSuchUser",
  },
  {
    id: 'gmail-recipient-full',
    telltales: ["recipient's inbox is out of storage space", 'account that you tried to reach is over quota'],
    class: 'transient',
    acts: 'recipient',
    cause: {
      en: "The recipient's Google account has no room left.",
      ja: '宛先のGoogleアカウントの空き容量がありません。',
    },
    fix: [askRecipient],
    example:
      "452 4.2.2 The recipient's inbox is out of storage space. Please direct the recipient to https://support.google.com/mail/?p=OverQuotaTemp",
  },
  {
    id: 'gmail-receiving-too-quickly',
    telltales: ['receiving mail too quickly', 'receiving mail at a rate that'],
    class: 'transient',
    acts: 'recipient',
    cause: {
      en: 'The recipient gets more mail than Gmail takes for one account at once.',
      ja: '宛先に届くメールが多すぎ、Gmailが受け取りを遅らせています。',
    },
    fix: [system('Send less to this one address at once.', 'このアドレスに一度に送る数を減らす。')],
    example:
      '450 4.2.1 The user you are trying to contact is receiving mail too quickly. Please resend your message at a later time.',
  },
  {
    id: 'gmail-content-blocked',
    telltales: ['blocked because its content presents a potential security issue'],
    class: 'policy',
    acts: 'us',
    cause: {
      en: 'An attachment or link of the message is of a kind that Gmail never takes.',
      ja: '添付ファイルまたはリンクが、Gmailの受け取らない種類です。',
    },
    fix: [
      user(
        'Take executable files and archives that contain them out of the message.',
        '実行ファイルや、それを含む圧縮ファイルをメールから外す。',
      ),
    ],
    example: '552 5.7.0 This message was blocked because its content presents a potential security issue.',
  },
  {
    id: 'gmail-message-malformed',
    telltales: [
      'messages missing a valid address in from',
      'messages without a from header',
      'messages missing a valid messageid',
      'not rfc 5322 compliant',
    ],
    class: 'configuration',
    acts: 'us',
    cause: {
      en: 'The message lacks a header that it must have ("From", "Message-ID"), or has one twice.',
      ja: '必要なヘッダー(From、Message-ID)がないか、重複しています。',
    },
    fix: [
      system(
        'See that the "From" of the process step is one user or queue with an address.',
        'プロセスのステップの「差出人」が、アドレスを持つ1つのユーザーまたはキューか確かめる。',
      ),
    ],
    example:
      '550 5.7.1 Messages missing a valid address in From: header, or having no From: header, are not accepted.',
  },
]);
