// Knows how an Exchange Server of one's own refuses a login, a sender or a recipient
// (https://learn.microsoft.com/exchange/mail-flow/non-delivery-reports-and-bounce-messages). Data only.

import { checkPassword, correctRecipient, outgoingCredentials, rowsWith, server } from './fixes.ts';

const connector = server(
  'On the receive connector "Client Frontend" of {host} (port 587) tick "Basic authentication" and "Offer basic authentication only after starting TLS".',
  '{host} の受信コネクタ「Client Frontend」(587番)で「基本認証」と「TLS の開始後にのみ基本認証を提供する」を有効にする。',
);
const smtp = ['smtp'] as const;

export const exchangeServerLoginRows = rowsWith({ vendors: ['exchange-server'] }, [
  {
    id: 'exchange-server-basic-not-offered',
    codes: ['504'],
    statuses: ['5.7.4'],
    class: 'configuration',
    acts: 'mail-administrator',
    wayOfLogin: true,
    unconfirmed: true,
    cause: {
      en: 'The receive connector usually offers NTLM or Exchange authentication only.',
      ja: '受信コネクタがNTLMかExchangeの認証しか提供していない可能性があります。',
    },
    fix: [connector],
    example: '504 5.7.4 Unrecognized authentication type',
  },
  {
    id: 'exchange-server-authentication-unsuccessful',
    codes: ['535'],
    statuses: ['5.7.3'],
    class: 'credential',
    acts: 'mail-administrator',
    unconfirmed: true,
    cause: {
      en: 'User name or password may be wrong, or the receive connector does not allow basic authentication for this account.',
      ja: 'ユーザー名かパスワードの誤り、または受信コネクタがこのアカウントの基本認証を許可していない可能性があります。',
    },
    fix: [checkPassword, connector],
    example: '535 5.7.3 Authentication unsuccessful',
  },
  {
    id: 'exchange-server-x-exps',
    telltales: ['cannot achieve exchange server authentication'],
    class: 'configuration',
    acts: 'mail-administrator',
    cause: {
      en: 'Two Exchange servers could not log in to each other: a firewall changes their SMTP, or a connector lacks that authentication.',
      ja: 'Exchangeサーバー同士の認証に失敗しました。ファイアウォールがSMTPを書き換えているか、コネクタでその認証が無効です。',
    },
    fix: [
      server(
        'Switch off SMTP inspection ("fixup", "ESMTP inspection") in the firewall between the Exchange servers, and tick "Exchange Server authentication" on the receive connector.',
        'Exchangeサーバー間のファイアウォールでSMTPの検査(fixup、ESMTP inspection)を無効にし、受信コネクタで「Exchange Server の認証」を有効にする。',
      ),
    ],
    example: '451 5.7.3 Cannot achieve Exchange Server authentication',
  },
]);

export const exchangeServerSendingRows = rowsWith({ vendors: ['exchange-server'], protocols: smtp }, [
  {
    id: 'exchange-server-not-authenticated',
    statuses: ['5.7.1'],
    telltales: ['client was not authenticated'],
    class: 'configuration',
    acts: 'us',
    cause: {
      en: 'The receive connector wants a login, and none took place.',
      ja: '受信コネクタがログインを求めていますが、ログインしていません。',
    },
    fix: [outgoingCredentials],
    example: '530 5.7.1 Client was not authenticated',
  },
  {
    id: 'exchange-server-back-pressure',
    telltales: ['insufficient system resources'],
    class: 'transient',
    acts: 'mail-administrator',
    cause: {
      en: 'Exchange Server takes no mail for lack of disk space or memory ("back pressure").',
      ja: 'ディスクまたはメモリーの不足で、Exchange Serverがメールを受け付けません(バック プレッシャー)。',
    },
    fix: [
      server(
        'Free space on the disk of the queue database of {host}; event 15006 or 15007 names the resource.',
        '{host} のキュー データベースのディスクに空きを作る(イベント15006または15007に不足しているリソースが書かれている)。',
      ),
    ],
    example: '452 4.3.1 Insufficient system resources',
  },
  {
    id: 'exchange-server-component-inactive',
    statuses: ['4.3.2'],
    telltales: ['service not active', 'service not available'],
    class: 'transient',
    acts: 'mail-administrator',
    cause: {
      en: 'The transport component of the Exchange Server is inactive, or the connector is bound to the wrong service.',
      ja: 'Exchange Serverのトランスポートが非アクティブか、コネクタが誤ったサービスに結び付いています。',
    },
    fix: [
      server(
        'On {host}: Get-ServerComponentState; set FrontendTransport and HubTransport to Active.',
        '{host} で Get-ServerComponentState を実行し、FrontendTransport と HubTransport をActiveにする。',
      ),
    ],
    example: '421 4.3.2 Service not active',
  },
  {
    id: 'exchange-server-recipient-domain',
    statuses: ['5.1.4-6'],
    class: 'configuration',
    acts: 'us',
    cause: {
      en: "The recipient's domain is a reserved or single-label name, or the address is ambiguous.",
      ja: '宛先のドメインが予約名か1語だけの名前、またはアドレスがあいまいです。',
    },
    fix: [correctRecipient],
    example: '550 5.1.4 Recipient address reserved by RFC 2606',
  },
  {
    id: 'exchange-server-unrecognized-command',
    statuses: ['5.3.3'],
    class: 'configuration',
    acts: 'mail-administrator',
    cause: {
      en: 'Exchange does not know a command of the sender: a firewall changes SMTP on its way.',
      ja: '送信側のコマンドをExchangeが理解しません。途中のファイアウォールがSMTPを書き換えています。',
    },
    fix: [
      server(
        'Switch off SMTP inspection in the firewall before {host}.',
        '{host} の手前のファイアウォールでSMTPの検査を無効にする。',
      ),
    ],
    example: '500 5.3.3 Unrecognized command',
  },
  {
    id: 'exchange-server-misconfigured',
    statuses: ['5.3.5'],
    class: 'configuration',
    acts: 'mail-administrator',
    cause: {
      en: "Exchange would send the mail to itself: a connector or the domain's DNS leads back.",
      ja: 'Exchangeが自分自身に送ろうとしています。コネクタかドメインのDNSが戻るように設定されています。',
    },
    fix: [
      server(
        "Check the send connectors and the MX record of the recipient's domain.",
        '送信コネクタと、宛先ドメインのMXレコードを確かめる。',
      ),
    ],
    example: '550 5.3.5 System incorrectly configured',
  },
  {
    id: 'exchange-server-domain-does-not-exist',
    statuses: ['5.4.4'],
    class: 'configuration',
    acts: 'us',
    cause: {
      en: "The recipient's domain does not exist in the DNS, or no connector leads to it.",
      ja: '宛先のドメインがDNSにないか、そこへのコネクタがありません。',
    },
    fix: [correctRecipient],
    example: '554 5.4.4 SMTPSEND.DNS.NonExistentDomain; nonexistent domain',
  },
]);
