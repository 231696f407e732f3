// Knows the words of Exim and Sendmail (the Exim specification, Sendmail's Installation and Operation Guide). Data only.

import {
  checkPassword,
  enterWhatWorks,
  fewerAtOnce,
  findInServerLog,
  rowsWith,
  server,
  system,
} from './fixes.ts';

export const eximRows = rowsWith({ vendors: ['exim'], protocols: ['smtp'] }, [
  {
    id: 'exim-incorrect-authentication-data',
    telltales: ['incorrect authentication data'],
    class: 'credential',
    acts: 'us',
    cause: { en: 'User name or password is wrong.', ja: 'ユーザー名またはパスワードが違います。' },
    fix: [checkPassword, enterWhatWorks],
    example: '535 Incorrect authentication data',
  },
  {
    id: 'exim-unable-to-authenticate',
    telltales: ['unable to authenticate at present'],
    class: 'transient',
    acts: 'mail-administrator',
    unconfirmed: true,
    cause: {
      en: 'The service that checks passwords for Exim is usually down then.',
      ja: 'Eximがパスワードの確認に使うサービスが止まっている可能性があります。',
    },
    fix: [findInServerLog],
    example: '435 Unable to authenticate at present',
  },
  {
    id: 'exim-synchronization',
    telltales: ['smtp synchronization error'],
    class: 'configuration',
    acts: 'us',
    cause: {
      en: 'The client spoke before the greeting of Exim.',
      ja: 'クライアントが、Eximの最初の応答より前に話し始めました。',
    },
    fix: [
      system(
        'Use a program that waits for the greeting; a port with TLS from the first byte looks the same if TLS is off in the profile.',
        '最初の応答を待つプログラムを使う。プロファイルのTLSの設定がポートと合っているかも確かめる。',
      ),
    ],
    example: '554 SMTP synchronization error',
  },
  {
    id: 'exim-too-much-load',
    telltales: ['too much load'],
    class: 'transient',
    acts: 'mail-administrator',
    cause: { en: 'The server is overloaded.', ja: 'サーバーが過負荷です。' },
    fix: [findInServerLog],
    example: '421 mail.example.com: Too much load; please try again later',
  },
  {
    id: 'exim-sender-verify-failed',
    telltales: ['sender verify failed'],
    class: 'configuration',
    acts: 'mail-administrator',
    cause: {
      en: "Exim asked whether the sender's address exists, and it does not (or its server did not say).",
      ja: 'Eximが差出人アドレスの有無を確認し、ない(または相手が答えない)と判断しました。',
    },
    fix: [
      server(
        'See that the domain of {mailbox} has an MX record and its server accepts mail to {mailbox}.',
        '{mailbox} のドメインにMXレコードがあり、そのサーバーが {mailbox} 宛てのメールを受け付けるか確かめる。',
      ),
    ],
    example: '550 Sender verify failed',
  },
  {
    id: 'exim-message-too-large',
    telltales: ['message size exceeds maximum permitted'],
    class: 'policy',
    acts: 'us',
    unconfirmed: true,
    cause: {
      en: 'The message is usually larger than message_size_limit of the server.',
      ja: 'メールがサーバーの message_size_limit を超えている可能性があります。',
    },
    fix: [
      system(
        'Make the message smaller: attachments as links.',
        'メールを小さくする(添付ファイルはリンクにする)。',
      ),
    ],
    example: '552 Message size exceeds maximum permitted',
  },
  {
    id: 'exim-unroutable-address',
    needsVendor: true,
    telltales: ['unrouteable address', 'unroutable address'],
    class: 'configuration',
    acts: 'us',
    unconfirmed: true,
    cause: {
      en: 'The server may have no such mailbox, or not know where to send mail for that domain.',
      ja: 'サーバーにそのメールボックスがないか、ドメインの配送先を知らない可能性があります。',
    },
    fix: [
      server(
        'See with "exim -bt ADDRESS" on {host} what it does with the address.',
        '{host} で exim -bt アドレス を実行し、そのアドレスの扱いを確かめる。',
      ),
    ],
    example: '550 Unrouteable address',
  },
]);

export const sendmailRows = rowsWith({ vendors: ['sendmail'], protocols: ['smtp'] }, [
  {
    id: 'sendmail-authentication-failed',
    codes: ['535'],
    statuses: ['5.7.0'],
    class: 'credential',
    acts: 'us',
    unconfirmed: true,
    cause: {
      en: 'User name or password is usually wrong; Sendmail asks SASL, whose own log has the reason.',
      ja: 'ユーザー名またはパスワードが違う可能性があります。理由はSendmailが使うSASLのログにあります。',
    },
    fix: [checkPassword, enterWhatWorks],
    example: '535 5.7.0 authentication failed',
  },
  {
    id: 'sendmail-tls-not-available',
    statuses: ['4.3.3'],
    telltales: ['tls not available'],
    class: 'transient',
    acts: 'mail-administrator',
    unconfirmed: true,
    cause: {
      en: 'Sendmail usually cannot read its certificate or key.',
      ja: 'Sendmailが証明書か鍵を読めていない可能性があります。',
    },
    fix: [
      server(
        'On {host} check the files of confSERVER_CERT and confSERVER_KEY and their permissions.',
        '{host} で confSERVER_CERT と confSERVER_KEY のファイルと権限を確かめる。',
      ),
    ],
    example: '454 4.3.3 TLS not available after start',
  },
  {
    id: 'sendmail-connection-rate',
    telltales: ['connection rate limit exceeded', 'too many open connections'],
    class: 'transient',
    atOnce: true,
    acts: 'us',
    unconfirmed: true,
    cause: {
      en: 'Too many connections usually came from this address in a minute.',
      ja: 'このアドレスからの1分間の接続が多すぎる可能性があります。',
    },
    fix: [fewerAtOnce],
    example: '421 4.3.2 Connection rate limit exceeded.',
  },
  {
    id: 'sendmail-sender-domain-must-exist',
    telltales: ['domain of sender address … does not exist'],
    class: 'configuration',
    acts: 'mail-administrator',
    unconfirmed: true,
    cause: {
      en: "The domain of the sender's address may not be in the DNS.",
      ja: '差出人アドレスのドメインがDNSにない可能性があります。',
    },
    fix: [
      server('Give the domain of {mailbox} an MX record.', '{mailbox} のドメインにMXレコードを設定する。'),
    ],
    example: '553 5.1.8 <admin@example.com>... Domain of sender address admin@example.com does not exist',
  },
  {
    id: 'sendmail-access-denied',
    needsVendor: true,
    statuses: ['5.7.1'],
    telltales: ['access denied'],
    class: 'policy',
    acts: 'mail-administrator',
    unconfirmed: true,
    cause: {
      en: 'A line of the access table of Sendmail may refuse this address.',
      ja: 'Sendmailのaccessテーブルがこのアドレスを拒否している可能性があります。',
    },
    fix: [
      server(
        'Look for the address in the access table (/etc/mail/access) of {host}.',
        '{host} のaccessテーブル(/etc/mail/access)でそのアドレスを調べる。',
      ),
    ],
    example: '550 5.7.1 Access denied',
  },
]);
