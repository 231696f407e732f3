// Knows how Gmail refuses a sender, a recipient or a message (https://support.google.com/a/answer/3726730 and
// https://support.google.com/a/answer/81126 for senders). Data only.

import { askRecipient, correctRecipient, domainRecords, rowsWith, server, system, user } from './fixes.ts';

export const gmailSendingRows = rowsWith({ vendors: ['gmail'], protocols: ['smtp'] }, [
  {
    id: 'gmail-daily-limit',
    telltales: [
      'daily user sending limit exceeded',
      'daily user sending quota exceeded',
      'daily smtp relay limit',
    ],
    class: 'transient',
    ofTheDay: true,
    acts: 'us',
    cause: {
      en: 'The account has sent as many messages as it may in a day; it may send again after up to 24 hours.',
      ja: 'アカウントの1日の送信数の上限に達しました。最長24時間で再び送信できます。',
    },
    fix: [
      system(
        'Spread the mail over the day or over several accounts, or use a Google Workspace account with a higher limit.',
        '送信を1日の中で、または複数のアカウントに分散する。または上限の高いGoogle Workspaceのアカウントを使う。',
      ),
    ],
    example:
      '550 5.4.5 Daily user sending limit exceeded. For more information on Gmail sending limits go to https://support.google.com/a/answer/166852 a1 - gsmtp',
  },
  {
    id: 'gmail-sending-denied',
    telltales: ['mail sending denied'],
    class: 'policy',
    acts: 'mail-administrator',
    cause: {
      en: 'Google does not let this account send: it is suspended, or not registered for sending.',
      ja: 'Googleがこのアカウントの送信を止めています。停止中か、送信の登録がありません。',
    },
    fix: [
      server(
        'Google Admin console > Directory > Users: see whether {mailbox} is suspended, and why.',
        'Google 管理コンソール >「ディレクトリ」>「ユーザー」で、{mailbox} が停止されていないか、理由とともに確かめる。',
      ),
    ],
    example:
      '550 5.7.0 Mail Sending denied. This error occurs if the sender account is disabled or not registered within your Google Workspace domain.',
  },
  {
    id: 'gmail-unauthenticated-sender',
    codes: ['550'],
    statuses: ['5.7.26-27', '5.7.30'],
    class: 'policy',
    acts: 'mail-administrator',
    cause: {
      en: 'Gmail takes no mail from this domain without SPF or DKIM that passes (for many recipients: both, and DMARC).',
      ja: 'Gmailは、SPFまたはDKIMを通らないこのドメインのメールを受け付けません(大量送信では両方とDMARCが必要です)。',
    },
    fix: [domainRecords],
    example:
      '550 5.7.26 This mail has been blocked because the sender is unauthenticated. Gmail requires all senders to authenticate with either SPF or DKIM.',
  },
  {
    id: 'gmail-unauthenticated-sender-limited',
    statuses: ['4.7.26-27', '4.7.30-32'],
    class: 'transient',
    acts: 'mail-administrator',
    cause: {
      en: 'Gmail limits mail of this domain because SPF, DKIM or their alignment with "From" is missing.',
      ja: 'SPF、DKIM、またはFromとの一致が足りないため、Gmailがこのドメインのメールを制限しています。',
    },
    fix: [domainRecords],
    example:
      '421 4.7.26 Your email has been rate limited because it is unauthenticated. Gmail requires all senders to authenticate with either SPF or DKIM.',
  },
  {
    id: 'gmail-tls-required',
    statuses: ['4.7.29', '5.7.29'],
    class: 'configuration',
    acts: 'mail-administrator',
    cause: {
      en: 'The message was not handed to Gmail over TLS.',
      ja: 'メールがTLSなしでGmailに渡されました。',
    },
    fix: [
      server(
        'Let the sending server use STARTTLS for mail to Gmail.',
        'Gmail宛てのメールにSTARTTLSを使うよう、送信サーバーを設定する。',
      ),
    ],
    example: '550 5.7.29 Your email has been blocked because it was not sent over TLS.',
  },
  {
    id: 'gmail-reverse-dns',
    statuses: ['4.7.23-25', '5.7.23-25'],
    class: 'policy',
    acts: 'mail-administrator',
    cause: {
      en: 'The address of the sending server has no reverse name, or one that does not lead back.',
      ja: '送信サーバーのアドレスに逆引きがないか、正引きと一致しません。',
    },
    fix: [
      server(
        'Give the address of the sending server a PTR record whose name has that address.',
        '送信サーバーのアドレスにPTRレコードを設定し、その名前の正引きを同じアドレスにする。',
      ),
    ],
    example: '550 5.7.25 The IP address sending this message does not have a PTR record setup.',
  },
  {
    id: 'gmail-unsolicited',
    telltales: ['likely unsolicited mail', 'very low reputation', 'unsolicited mail originating from your'],
    class: 'policy',
    acts: 'mail-administrator',
    cause: {
      en: 'Gmail takes the message, its address or its domain for a source of spam.',
      ja: 'Gmailが、このメール、送信元アドレス、またはドメインを迷惑メールの発信源とみなしています。',
    },
    fix: [
      domainRecords,
      server(
        "See the domain's standing in Postmaster Tools (https://postmaster.google.com).",
        'ドメインの評価をPostmaster Tools(https://postmaster.google.com)で確かめる。',
      ),
    ],
    example: '550 5.7.1 [192.0.2.1] Our system has detected that this message is likely unsolicited mail.',
  },
  {
    id: 'gmail-unusual-rate',
    statuses: ['4.7.28'],
    class: 'transient',
    acts: 'mail-administrator',
    cause: {
      en: 'Gmail sees an unusual amount of mail from this address or domain and slows it down.',
      ja: 'このアドレスまたはドメインからのメールが普段より多いため、Gmailが制限しています。',
    },
    fix: [
      server('Send evenly, and find out what sent so much.', '送信を平準化し、大量に送ったものを調べる。'),
    ],
    example: '421 4.7.28 Gmail has detected an unusual rate of mail originating from your IP address.',
  },
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
