// Knows how Gmail refuses a sender: limits, and what it wants of a domain (https://support.google.com/a/answer/3726730 and
// https://support.google.com/a/answer/81126 for senders). Data only.

import { domainRecords, rowsWith, server, system } from './fixes.ts';

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
    telltales: ['mail sending denied', 'sender account is disabled or not registered'],
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
]);
