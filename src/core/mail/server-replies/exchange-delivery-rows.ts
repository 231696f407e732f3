// Knows how Exchange Online and Outlook.com refuse on behalf of the recipient (https://learn.microsoft.com/exchange/
// mail-flow-best-practices/non-delivery-reports-in-exchange-online). Data only.

import { askRecipient, correctRecipient, rowsWith, server, system, tenant } from './fixes.ts';

const smtp = ['smtp'] as const;

export const exchangeDeliveryRows = rowsWith(
  { vendors: ['exchange-online', 'outlook-com', 'exchange-server'], protocols: smtp },
  [
    {
      id: 'exchange-recipient-not-found',
      telltales: ['resolver.adr.recipientnotfound', 'recipient not found by smtp address lookup'],
      class: 'configuration',
      acts: 'us',
      cause: {
        en: 'No mailbox of that organization has this address.',
        ja: 'その組織に、このアドレスのメールボックスはありません。',
      },
      fix: [correctRecipient],
      example: '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup',
    },
    {
      id: 'exchange-recipient-edge-blocked',
      telltales: ['recipient address rejected: access denied'],
      class: 'configuration',
      acts: 'us',
      cause: {
        en: 'The domain is in Exchange Online and has no such address (it blocks unknown ones at its edge).',
        ja: 'ドメインはExchange Onlineにありますが、このアドレスがありません(未知のアドレスは入口で拒否されます)。',
      },
      fix: [correctRecipient],
      example: '550 5.4.1 Recipient address rejected: Access denied. [TY1JPN.prod.protection.outlook.com]',
    },
    {
      id: 'exchange-relay-denied-by-route',
      statuses: ['5.4.1'],
      telltales: ['relay access denied'],
      class: 'configuration',
      acts: 'mail-administrator',
      cause: {
        en: 'The domain is not one of that Exchange organization: its MX record or its accepted domains are wrong.',
        ja: 'そのExchange組織のドメインではありません。MXレコードか、承認済みドメインの設定が誤っています。',
      },
      fix: [
        tenant(
          "Compare the domain's MX record with Exchange admin center > Mail flow > Accepted domains.",
          'ドメインのMXレコードと、Exchange 管理センター >「メール フロー」>「承認済みドメイン」を照らし合わせる。',
        ),
      ],
      example: '550 5.4.1 Relay Access Denied',
    },
    {
      id: 'exchange-recipient-blocks-sender',
      telltales: ['customer block list'],
      class: 'policy',
      acts: 'recipient',
      cause: {
        en: "The recipient's organization has blocked this sender.",
        ja: '受信側の組織がこの差出人をブロックしています。',
      },
      fix: [askRecipient],
      example:
        '550 5.7.513 Service unavailable, Client host [192.0.2.1] blocked by recipient using Customer Block list (AS16012607)',
    },
    {
      id: 'exchange-recipient-restricts-senders',
      statuses: ['5.7.124', '5.7.133-136', '5.7.12', '5.7.511'],
      class: 'policy',
      acts: 'recipient',
      cause: {
        en: 'The recipient (a group, a mailbox, a public folder) takes mail from certain senders only.',
        ja: '宛先(グループ、メールボックス、パブリック フォルダー)が、特定の差出人からのメールしか受け取りません。',
      },
      fix: [askRecipient],
      example: '550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup; authentication required',
    },
    {
      id: 'exchange-recipient-hourly-limit',
      statuses: ['5.2.121-122'],
      class: 'transient',
      acts: 'recipient',
      cause: {
        en: 'The recipient got more mail in an hour than Exchange Online allows.',
        ja: '宛先が1時間に受け取れる数の上限を超えました。',
      },
      fix: [system('Send less to this one address at once.', 'このアドレスに一度に送る数を減らす。')],
      example: "550 5.2.121 Recipient's per hour message receive limit from specific sender exceeded",
    },
    {
      id: 'exchange-connection-to-recipient-refused',
      statuses: ['4.4.316'],
      class: 'transient',
      acts: 'recipient',
      cause: {
        en: "The recipient's mail server does not take connections now.",
        ja: '受信側のメールサーバーが今は接続を受け付けません。',
      },
      fix: [askRecipient],
      example: '450 4.4.316 Connection refused [Message=Socket error code 10061]',
    },
    {
      id: 'exchange-recipient-tls',
      statuses: ['4.4.317-318', '5.4.317-318', '4.7.321-325', '5.7.321-325'],
      class: 'policy',
      acts: 'recipient',
      cause: {
        en: "The encryption that the recipient's domain demands (STARTTLS, DANE, MTA-STS) did not come about with its server.",
        ja: '受信側ドメインの求める暗号化(STARTTLS、DANE、MTA-STS)が、そのサーバーとの間で成立しませんでした。',
      },
      fix: [askRecipient],
      example:
        '550 5.7.321 starttls-not-supported: Destination mail server must support TLS to receive mail.',
    },
    {
      id: 'exchange-catch-all',
      statuses: ['5.0.350'],
      class: 'policy',
      acts: 'recipient',
      cause: {
        en: 'The other side said no, and Exchange Online has no class of its own for it; the quoted text after it is the reason.',
        ja: '相手側が拒否しました。Exchange Onlineに該当する分類がなく、続きに引用された文言が理由です。',
      },
      fix: [askRecipient],
      example: '550 5.0.350 Remote server returned an error -> 550 administrative prohibition',
    },
  ],
);

export const outlookComRows = rowsWith({ vendors: ['outlook-com', 'exchange-online'], protocols: smtp }, [
  {
    id: 'outlook-com-block-list',
    telltales: ['part of their network is on our block list', '(s3140)', '(s3150)'],
    class: 'policy',
    acts: 'mail-administrator',
    cause: {
      en: 'The address of the sending server is on the block list of Outlook.com.',
      ja: '送信サーバーのアドレスがOutlook.comのブロックリストに載っています。',
    },
    fix: [
      server(
        'Stop what made the address suspect, then ask for it to be taken off: https://olcsupport.office.com',
        '原因となった送信を止めてから、解除を依頼する: https://olcsupport.office.com',
      ),
    ],
    example:
      "550 5.7.1 Unfortunately, messages from [192.0.2.1] weren't sent. Please contact your Internet service provider since part of their network is on our block list (S3140).",
  },
  {
    id: 'outlook-com-rate-limited',
    telltales: ['temporarily rate limited due to ip reputation', 'pfa agent busy'],
    class: 'transient',
    acts: 'provider',
    cause: {
      en: 'Outlook.com takes less from the sending address for a while, because of its reputation.',
      ja: '送信元アドレスの評価のため、Outlook.comが受け付けをしばらく制限しています。',
    },
    fix: [
      server(
        'Send slowly from that address; see its standing in Smart Network Data Services (https://sendersupport.olc.protection.outlook.com/snds/).',
        'そのアドレスからはゆっくり送る。評価はSmart Network Data Services(https://sendersupport.olc.protection.outlook.com/snds/)で確認できる。',
      ),
    ],
    example:
      '451 4.7.650 The mail server [192.0.2.1] has been temporarily rate limited due to IP reputation.',
  },
]);
