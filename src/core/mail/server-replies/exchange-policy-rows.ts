// Knows how Exchange Online refuses for connectors, domains, reputation and rules of the tenant (https://learn.microsoft.com/exchange/
// mail-flow-best-practices/non-delivery-reports-in-exchange-online). Data only.

import { domainRecords, rowsWith, system, tenant } from './fixes.ts';

const exchange = ['exchange-online', 'outlook-com', 'exchange-server'] as const;
const smtp = ['smtp'] as const;

export const exchangePolicyRows = rowsWith({ vendors: exchange, protocols: smtp }, [
  {
    id: 'exchange-tenant-attribution',
    telltales: ['tenantattribution; relay access denied', 'tenantattribution;'],
    class: 'policy',
    acts: 'mail-administrator',
    cause: {
      en: 'Exchange Online cannot tell which tenant this mail comes from: no inbound connector fits its address or certificate.',
      ja: 'どのテナントからのメールかExchange Onlineが判断できません。アドレスや証明書に合う受信コネクタがありません。',
    },
    fix: [
      tenant(
        'Exchange admin center > Mail flow > Connectors: enter the sending address or certificate in the connector from your server to Office 365.',
        'Exchange 管理センター >「メール フロー」>「コネクタ」で、自社サーバーからOffice 365へのコネクタに送信元のアドレスまたは証明書を登録する。',
      ),
    ],
    example: '550 5.7.64 TenantAttribution; Relay Access Denied',
  },
  {
    id: 'exchange-unregistered-domain',
    statuses: ['5.7.750'],
    class: 'policy',
    acts: 'mail-administrator',
    cause: {
      en: 'The tenant sends from domains that are not registered with it.',
      ja: 'テナントに登録されていないドメインから送信しています。',
    },
    fix: [
      tenant(
        'Add the domain of {mailbox}: Microsoft 365 admin center > Settings > Domains.',
        '{mailbox} のドメインを追加する: Microsoft 365 管理センター >「設定」>「ドメイン」。',
      ),
    ],
    example: '550 5.7.750 Service unavailable. Client blocked from sending from unregistered domains',
  },
  {
    id: 'exchange-tenant-threshold',
    statuses: ['5.7.705', '5.7.708'],
    class: 'policy',
    acts: 'mail-administrator',
    cause: {
      en: 'The whole tenant, or the address it sends from, may not send now: spam was seen, or the tenant is new.',
      ja: 'テナント全体、または送信元アドレスからの送信が止められています。迷惑メールの検出か、新しいテナントのためです。',
    },
    fix: [
      tenant(
        'Find and stop the account that sends spam; then have Microsoft support lift the block.',
        '迷惑メールを送っているアカウントを見つけて止め、Microsoftのサポートに制限の解除を依頼する。',
      ),
    ],
    example: '550 5.7.705 Access denied, tenant has exceeded threshold',
  },
  {
    id: 'exchange-suspicious-activity',
    statuses: ['4.7.500-699', '5.7.500-505', '5.7.514-605', '5.7.650-699'],
    class: 'transient',
    acts: 'mail-administrator',
    cause: {
      en: 'Exchange Online saw suspicious activity of the sending address and takes less from it for a while.',
      ja: '送信元に不審な動きがあるとして、Exchange Onlineが受け付けをしばらく制限しています。',
    },
    fix: [
      tenant(
        'See what else sends from that address; it goes by when the activity ends.',
        'その送信元からほかに何が送られているか調べる。動きが収まれば解除される。',
      ),
    ],
    example: '451 4.7.500 Server busy. Please try again later (AS77712)',
  },
  {
    id: 'exchange-banned-address',
    statuses: ['5.7.606-649'],
    class: 'policy',
    acts: 'mail-administrator',
    cause: {
      en: 'The sending address is on the block list of Microsoft.',
      ja: '送信元アドレスがMicrosoftのブロックリストに載っています。',
    },
    fix: [
      tenant('Have it taken off: https://sender.office.com', '解除を依頼する: https://sender.office.com'),
    ],
    example: '550 5.7.606 Access denied, banned sending IP [192.0.2.1]',
  },
  {
    id: 'exchange-dmarc',
    statuses: ['5.7.509'],
    class: 'policy',
    acts: 'mail-administrator',
    cause: {
      en: 'The message failed DMARC, and the domain asks for such mail to be refused.',
      ja: 'メールがDMARCに違反し、ドメインのポリシーがそれを拒否するよう求めています。',
    },
    fix: [domainRecords],
    example: '550 5.7.509 Access denied, sending domain does not pass DMARC verification',
  },
  {
    id: 'exchange-bad-hello',
    statuses: ['5.7.506'],
    class: 'configuration',
    acts: 'mail-administrator',
    cause: {
      en: 'The sending server introduced itself (EHLO) with the name of Exchange Online itself.',
      ja: '送信サーバーが、EHLOでExchange Online自身の名前を名乗りました。',
    },
    fix: [
      tenant(
        'Let the sending server introduce itself with its own full host name.',
        '送信サーバーに、自分の完全なホスト名を名乗らせる。',
      ),
    ],
    example: '550 5.7.506 Access Denied, Bad HELO',
  },
  {
    id: 'exchange-connector-restricts',
    telltales: ['restrictdomainstoipaddresses', 'restrictdomainstocertificate'],
    class: 'policy',
    acts: 'mail-administrator',
    cause: {
      en: 'A connector of the tenant takes mail of this domain from certain addresses or certificates only.',
      ja: 'テナントのコネクタが、このドメインのメールを特定のアドレスまたは証明書からだけ受け付けています。',
    },
    fix: [
      tenant(
        'Exchange admin center > Mail flow > Connectors: add the sending address or certificate to that connector.',
        'Exchange 管理センター >「メール フロー」>「コネクタ」で、送信元のアドレスまたは証明書をそのコネクタに追加する。',
      ),
    ],
    example:
      "550 5.7.51 TenantInboundAttribution; There is a partner connector configured that matched the message's recipient domain. The connector had either the RestrictDomainsToIPAddresses or RestrictDomainsToCertificate set",
  },
  {
    id: 'exchange-from-header',
    statuses: ['5.7.512'],
    class: 'configuration',
    acts: 'us',
    cause: {
      en: 'The message has no valid "From" header (RFC 5322 §3.6.2).',
      ja: 'メールに正しいFromヘッダーがありません(RFC 5322 §3.6.2)。',
    },
    fix: [
      system(
        'See that the "From" of the process step is one user or queue with an address.',
        'プロセスのステップの「差出人」が、アドレスを持つ1つのユーザーまたはキューか確かめる。',
      ),
    ],
    example: '550 5.7.512 Access denied, message must be RFC 5322 section 3.6.2 compliant',
  },
  {
    id: 'exchange-invalid-characters',
    statuses: ['5.6.11'],
    class: 'configuration',
    acts: 'mail-administrator',
    cause: {
      en: 'The message has line ends that are none (a line feed without a carriage return), and a server on the way does not take them.',
      ja: 'メールの改行が正しくなく(CRのないLF)、途中のサーバーが受け付けません。',
    },
    fix: [
      tenant(
        'Let the program or device before Exchange write CRLF line ends.',
        'Exchangeの手前のプログラムや機器に、CRLFの改行を書かせる。',
      ),
    ],
    example: '550 5.6.11 Invalid characters',
  },
  {
    id: 'exchange-no-mail-enabled-subscriptions',
    telltales: ['hosted tenant which has no mail-enabled subscriptions'],
    class: 'configuration',
    acts: 'mail-administrator',
    cause: {
      en: 'The tenant that should take the mail has no licence with mail.',
      ja: '受け取るテナントに、メールを使えるライセンスがありません。',
    },
    fix: [
      tenant(
        'Buy or renew a licence with Exchange Online, or point the MX record of the domain to the server that has the mailboxes.',
        'Exchange Onlineを含むライセンスを購入または更新する。またはドメインのMXレコードを、メールボックスのあるサーバーに向ける。',
      ),
    ],
    example:
      '451 4.4.4 Mail received as unauthenticated, incoming to a recipient domain configured in a hosted tenant which has no mail-enabled subscriptions',
  },
  {
    id: 'exchange-rule-says-no',
    statuses: ['5.7.900-999'],
    class: 'policy',
    acts: 'mail-administrator',
    cause: {
      en: 'A mail flow rule of the tenant refuses this message.',
      ja: 'テナントのメール フロー ルールがこのメールを拒否しました。',
    },
    fix: [
      tenant(
        'Exchange admin center > Mail flow > Rules: find the rule with this text, and exempt the mail of the portal.',
        'Exchange 管理センター >「メール フロー」>「ルール」で、この文言のルールを見つけ、ポータルのメールを例外にする。',
      ),
    ],
    example: '550 5.7.900 Delivery not authorized, message refused',
  },
]);
