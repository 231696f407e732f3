// Knows what enhanced status codes say of the message, its route and its proof of origin, whoever the server is
// (RFC 3463 §3.4 to §3.8, RFC 7372). Data only.

import { domainRecords, relayDenied, rowsWith, server, system } from './fixes.ts';

const smtp = { protocols: ['smtp'] as const };

export const standardMessageRows = rowsWith(smtp, [
  {
    id: 'message-too-large',
    statuses: ['5.3.4', '5.2.3'],
    class: 'policy',
    acts: 'us',
    cause: {
      en: 'The message is larger than the server or the mailbox takes.',
      ja: 'メールの大きさが、サーバーまたはメールボックスの上限を超えています。',
    },
    fix: [
      system(
        'Make the message smaller: attachments as links, images smaller.',
        'メールを小さくする(添付ファイルはリンクにし、画像を縮小する)。',
      ),
    ],
    example: '552 5.3.4 Message size exceeds fixed limit',
  },
  {
    id: 'mail-goes-in-circles',
    statuses: ['5.4.6', '5.4.14', '4.4.6'],
    class: 'configuration',
    acts: 'mail-administrator',
    cause: {
      en: 'The message went in circles between servers.',
      ja: 'メールがサーバーの間を回り続けました。',
    },
    fix: [
      server(
        'See which rules, connectors or forwards send the mail back: the "Received" lines of the bounce name the servers.',
        '転送、コネクタ、規則のどれがメールを戻しているか調べる(不達通知のReceived行にサーバーの名前がある)。',
      ),
    ],
    example: '554 5.4.6 Too many hops',
  },
  {
    id: 'too-many-recipients',
    statuses: ['4.5.3', '5.5.3'],
    class: 'configuration',
    acts: 'us',
    cause: { en: 'Too many recipients in one message.', ja: '1通のメールの宛先が多すぎます。' },
    fix: [system('Split the message over fewer recipients each.', '宛先を分けて送信する。')],
    example: '452 4.5.3 Too many recipients',
  },
  {
    id: 'option-not-supported',
    codes: ['555'],
    class: 'configuration',
    acts: 'mail-administrator',
    cause: {
      en: 'The server does not know a parameter of MAIL or RCPT.',
      ja: 'サーバーが、MAILまたはRCPTのパラメーターに対応していません。',
    },
    fix: [
      server(
        'Update {host}, or switch the extension off that it announces and does not take.',
        '{host} を更新するか、提供すると言いながら受け付けない拡張を無効にする。',
      ),
    ],
    example: '555 Unsupported option',
  },
  {
    id: 'address-needs-smtputf8',
    statuses: ['5.6.7', '5.6.9'],
    class: 'configuration',
    acts: 'mail-administrator',
    cause: {
      en: 'An address has letters beyond ASCII, and a server on the way does not take them (RFC 6531).',
      ja: 'アドレスにASCII以外の文字があり、途中のサーバーが対応していません(RFC 6531)。',
    },
    fix: [
      server(
        'Switch on SMTPUTF8 on {host}, or use an ASCII address.',
        '{host} でSMTPUTF8を有効にするか、ASCIIのアドレスを使う。',
      ),
    ],
    example: '553 5.6.7 Non-ASCII addresses not permitted',
  },
  {
    id: 'dkim-failed',
    statuses: ['5.7.20-22'],
    class: 'policy',
    acts: 'mail-administrator',
    cause: {
      en: 'No DKIM signature of the message passed or was acceptable (RFC 7372 §3.1).',
      ja: 'メールのDKIM署名が検証を通らないか、認められませんでした(RFC 7372 §3.1)。',
    },
    fix: [domainRecords],
    example: '550 5.7.20 No passing DKIM signature found',
  },
  {
    id: 'spf-failed',
    statuses: ['5.7.23-24'],
    class: 'policy',
    acts: 'mail-administrator',
    cause: {
      en: "The SPF record of the sender's domain does not allow the sending server (RFC 7372 §3.2).",
      ja: '差出人ドメインのSPFレコードが、送信サーバーを許可していません(RFC 7372 §3.2)。',
    },
    fix: [domainRecords],
    example: '550 5.7.23 SPF validation failed',
  },
  {
    id: 'reverse-dns-failed',
    statuses: ['5.7.25'],
    class: 'policy',
    acts: 'mail-administrator',
    cause: {
      en: "The sending server's address has no reverse name that leads back to it (RFC 7372 §3.3).",
      ja: '送信サーバーのアドレスの逆引きが正しく設定されていません(RFC 7372 §3.3)。',
    },
    fix: [
      server(
        'Give the address of the sending server a PTR record whose name has that address.',
        '送信サーバーのアドレスにPTRレコードを設定し、その名前の正引きを同じアドレスにする。',
      ),
    ],
    example: '550 5.7.25 Reverse DNS validation failed',
  },
  {
    id: 'several-checks-failed',
    statuses: ['5.7.26'],
    class: 'policy',
    acts: 'mail-administrator',
    cause: {
      en: 'The message passed neither SPF nor DKIM, or failed DMARC (RFC 7372 §3.4).',
      ja: 'メールがSPFとDKIMのどちらも通らないか、DMARCに違反しています(RFC 7372 §3.4)。',
    },
    fix: [domainRecords],
    example: '550 5.7.26 Multiple authentication checks failed',
  },
  {
    id: 'relay-denied',
    codes: ['550', '553', '554', '454', '571'],
    telltales: relayDenied,
    class: 'policy',
    acts: 'us',
    cause: {
      en: 'The server does not pass on mail for this session: without a login, or because it is a server for incoming mail only.',
      ja: 'サーバーがこの接続からの中継を許していません。ログインしていないか、受信専用のサーバーです。',
    },
    fix: [
      system(
        'In the server profile name the server for sending (submission, port 587 or 465), and give it credentials.',
        'サーバー プロファイルに送信用のサーバー(587番か465番)と資格情報を設定する。',
      ),
      server(
        'Allow logged-in users to send through {host} (relaying); without a login it takes only mail for its own domains.',
        '{host} で、ログインしたユーザーの中継(リレー)を許可する。ログインしなければ、自ドメイン宛てしか受け付けない。',
      ),
    ],
    example: '554 5.7.1 <a@example.net>: Relay access denied',
  },
  {
    id: 'taken-for-spam',
    codes: ['550', '552', '554'],
    at: ['queued'],
    telltales: [
      'rejected as spam',
      'considered spam',
      'spam message rejected',
      'message … spam',
      'spam … message',
    ],
    class: 'policy',
    acts: 'mail-administrator',
    cause: {
      en: 'The server takes the message for spam.',
      ja: 'サーバーがメールを迷惑メールと判定しました。',
    },
    fix: [
      server(
        'See in the log of {host} which rule or score said so, and let mail of Dataverse pass.',
        'どの規則や点数で判定したか {host} のログで調べ、Dataverseからのメールを許可する。',
      ),
      domainRecords,
    ],
    example: '554 5.7.1 Message rejected as spam',
  },
]);
