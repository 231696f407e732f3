// Knows the codes with which imapflow reports what it met, where it carries no code of Node and no reply of a server
// (https://imapflow.com). Data only.

import { checkPassword, findInServerLog, network, rowsWith, server, system, useTls, user } from './fixes.ts';

export const imapflowRows = rowsWith({}, [
  {
    id: 'imapflow-deadline',
    codes: [
      'CONNECT_TIMEOUT',
      'CONNECTION_TIMEOUT',
      'GREETING_TIMEOUT',
      'GREEETING_TIMEOUT',
      'UPGRADE_TIMEOUT',
    ],
    class: 'network',
    acts: 'network',
    cause: {
      en: 'The IMAP server did not connect, greet or start TLS in time. Often a firewall is on the way, or the port expects the other TLS mode.',
      ja: 'IMAPサーバーが時間内に接続、応答、TLSの開始をしませんでした。途中のファイアウォールか、TLSの方式の違いのことがよくあります。',
    },
    fix: [
      useTls,
      network(
        'Allow outgoing connections to {host} on ports 993 and 143.',
        '{host} の993番と143番への発信を許可する。',
      ),
    ],
    example: 'GREETING_TIMEOUT: Failed to receive greeting from server in required time',
  },
  {
    id: 'imapflow-closed',
    codes: [
      'NoConnection',
      'EConnectionClosed',
      'StateLogout',
      'ClosedAfterConnectText',
      'ClosedAfterConnectTLS',
    ],
    class: 'network',
    acts: 'mail-administrator',
    cause: {
      en: 'The IMAP server closed the connection without a reason.',
      ja: 'IMAPサーバーが理由を示さずに接続を切りました。',
    },
    fix: [findInServerLog],
    example: 'ClosedAfterConnectTLS: Unexpected close',
  },
  {
    id: 'imapflow-throttled',
    codes: ['ETHROTTLE'],
    class: 'transient',
    acts: 'us',
    cause: {
      en: 'Exchange throttles this mailbox; it named a time to wait.',
      ja: 'Exchangeがこのメールボックスの要求を制限しています。待ち時間が示されています。',
    },
    fix: [
      system(
        'Read {mailbox} less often and with fewer programs.',
        '{mailbox} を読むプログラムと回数を減らす。',
      ),
    ],
    example: 'ETHROTTLE: Request throttled',
  },
  {
    id: 'imapflow-bytes-before-tls',
    codes: ['STARTTLS_INJECTION'],
    class: 'network',
    acts: 'network',
    cause: {
      en: 'Bytes came between the answer to STARTTLS and TLS: a broken proxy, or somebody on the way who meddles (CVE-2011-0411).',
      ja: 'STARTTLSの応答とTLSの間に余計なデータが届きました。壊れたプロキシか、途中での改ざんです(CVE-2011-0411)。',
    },
    fix: [
      network(
        'Use port 993 with TLS from the first byte, and look for a proxy on the way to {host}.',
        '最初からTLSの993番を使い、{host} までの間にプロキシがないか調べる。',
      ),
    ],
    example: 'STARTTLS_INJECTION: unexpected data before TLS',
  },
  {
    id: 'imapflow-not-imap',
    codes: ['UnexpectedTag', 'InvalidResponse', 'LineTooLarge', 'LiteralTooLarge', 'ResponseTooLarge'],
    class: 'network',
    acts: 'us',
    cause: {
      en: 'What came is not IMAP, or larger than any sound server sends.',
      ja: '届いたものがIMAPではないか、正常なサーバーが送る大きさを超えています。',
    },
    fix: [
      system(
        "Compare host and port in the server profile with the provider's instructions for IMAP.",
        'サーバー プロファイルのホストとポートを、IMAPの案内と照らし合わせる。',
      ),
    ],
    example: 'InvalidResponse: Invalid response from server',
  },
  {
    id: 'imapflow-login-failed',
    codes: ['AuthenticationFailure'],
    class: 'credential',
    acts: 'us',
    cause: {
      en: 'The IMAP server refused the login; its own words are in responseText and serverResponseCode.',
      ja: 'IMAPサーバーがログインを拒否しました。サーバーの言葉は responseText と serverResponseCode にあります。',
    },
    fix: [
      checkPassword,
      user(
        'If it works there: check that IMAP is switched on in the account.',
        'そこで使える場合: アカウントでIMAPが有効か確かめる。',
      ),
    ],
    example: 'AuthenticationFailure: Command failed',
  },
  {
    id: 'imapflow-extension-missing',
    codes: ['MissingServerExtension'],
    class: 'configuration',
    acts: 'mail-administrator',
    cause: {
      en: 'The IMAP server lacks an extension that was asked for.',
      ja: '求めた拡張機能に、IMAPサーバーが対応していません。',
    },
    fix: [
      server(
        'Switch the extension on that the text names, or update {host}.',
        '文言にある拡張機能を有効にするか、{host} を更新する。',
      ),
    ],
    example: 'MissingServerExtension: Server does not support ID',
  },
]);
