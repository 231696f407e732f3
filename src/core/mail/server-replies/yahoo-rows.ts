// Knows how Yahoo and AOL refuse (https://senders.yahooinc.com/smtp-error-codes). Data only.

import { appPassword, askRecipient, domainRecords, fewerAtOnce, rowsWith, server } from './fixes.ts';

export const yahooRows = rowsWith({ vendors: ['yahoo'] }, [
  {
    id: 'yahoo-too-many-tries',
    telltales: ['too many bad auth attempts'],
    class: 'transient',
    acts: 'us',
    unconfirmed: true,
    cause: {
      en: 'Yahoo usually lets nobody in for a while after several wrong passwords.',
      ja: '誤ったパスワードが続いたため、Yahooがログインをしばらく止めている可能性があります。',
    },
    fix: [fewerAtOnce, ...appPassword('Yahoo', 'an app password', 'アプリ パスワード')],
    example: '535 5.7.0 (#AUTH005) Too many bad auth attempts.',
  },
  {
    id: 'yahoo-application-password',
    telltales: ['#auth0', '#mbr'],
    class: 'credential',
    acts: 'us',
    unconfirmed: true,
    cause: {
      en: 'Yahoo usually takes an app password from mail programs, not the password of the account.',
      ja: 'Yahooでは、メールソフトからはアカウントのパスワードではなくアプリ パスワードが必要な可能性があります。',
    },
    fix: appPassword('Yahoo', 'an app password', 'アプリ パスワード'),
    example: '535 5.7.0 (#AUTH012) Incorrect username or password.',
  },
  {
    id: 'yahoo-login-refused',
    at: ['login'],
    codes: ['535', '-ERR', 'NO'],
    class: 'credential',
    acts: 'us',
    cause: {
      en: 'Yahoo takes an app password from mail programs, not the password of the account.',
      ja: 'Yahooでは、メールソフトからはアカウントのパスワードではなくアプリ パスワードを使います。',
    },
    fix: appPassword('Yahoo', 'an app password', 'アプリ パスワード'),
    example: 'a1 NO [AUTHENTICATIONFAILED] AUTHENTICATE Invalid credentials',
  },
  {
    id: 'yahoo-deferred',
    telltales: ['[tss04]', '[ts01]', '[ts02]', '[ts03]'],
    class: 'transient',
    acts: 'mail-administrator',
    cause: {
      en: 'Yahoo puts mail of this address off, because of its amount or of complaints.',
      ja: '通数または苦情のため、Yahooがこのアドレスのメールを後回しにしています。',
    },
    fix: [
      server(
        'Send less and evenly; see https://senders.yahooinc.com for what makes an address suspect.',
        '送信を減らして平準化する。疑われる理由は https://senders.yahooinc.com を参照。',
      ),
    ],
    example:
      '421 4.7.0 [TSS04] Messages from 192.0.2.1 temporarily deferred due to unexpected volume or user complaints',
  },
  {
    id: 'yahoo-permanently-deferred',
    telltales: ['[tss09]', '[tss11]'],
    class: 'policy',
    acts: 'mail-administrator',
    cause: {
      en: 'Yahoo takes no mail from this address any more.',
      ja: 'Yahooは、このアドレスからのメールをもう受け取りません。',
    },
    fix: [
      server(
        'Ask Yahoo to look at the address: https://senders.yahooinc.com/contact.',
        'アドレスの確認をYahooに依頼する: https://senders.yahooinc.com/contact',
      ),
    ],
    example:
      '553 5.7.2 [TSS09] All messages from 192.0.2.1 will be permanently deferred; Retrying will NOT succeed',
  },
  {
    id: 'yahoo-policy',
    statuses: ['5.7.9'],
    codes: ['554'],
    class: 'policy',
    acts: 'mail-administrator',
    cause: {
      en: 'Yahoo refuses the message for policy: it failed DMARC or looks like phishing.',
      ja: 'Yahooがポリシーによりメールを拒否しました。DMARC違反か、フィッシングに見えるためです。',
    },
    fix: [domainRecords],
    example:
      '554 5.7.9 Message not accepted for policy reasons. See https://senders.yahooinc.com/error-codes',
  },
  {
    id: 'yahoo-block-list',
    telltales: ['[bl21]', '[bl23]', '[ph01]'],
    class: 'policy',
    acts: 'mail-administrator',
    cause: {
      en: 'The sending address is on a block list that Yahoo uses, or a link of the message is.',
      ja: '送信元アドレス、またはメール内のリンクが、Yahooの使うブロックリストに載っています。',
    },
    fix: [
      server(
        'Look the address up at https://check.spamhaus.org and ask for it to be taken off.',
        'https://check.spamhaus.org でアドレスを調べ、解除を依頼する。',
      ),
    ],
    example:
      "553 5.7.1 [BL21] Connections will not be accepted from 192.0.2.1, because the ip is in Spamhaus's list",
  },
  {
    id: 'yahoo-no-such-mailbox',
    telltales: ["dd this user doesn't have a … account", 'delivery error: dd'],
    class: 'configuration',
    acts: 'recipient',
    cause: {
      en: 'There is no Yahoo mailbox with this address, or it is closed.',
      ja: 'このアドレスのYahooメールボックスがないか、閉じられています。',
    },
    fix: [askRecipient],
    example: "554 delivery error: dd This user doesn't have a yahoo.com account (a@yahoo.com) [0]",
  },
  {
    id: 'yahoo-sender-domain-not-resolvable',
    telltales: ['unresolvable rfc.5321 from domain'],
    class: 'configuration',
    acts: 'mail-administrator',
    cause: {
      en: "The domain of the sender's address is not in the DNS, or cannot be looked up.",
      ja: '差出人アドレスのドメインがDNSにないか、解決できません。',
    },
    fix: [
      server(
        'Give the domain of {mailbox} an MX or A record, and see that its name servers answer.',
        '{mailbox} のドメインにMXまたはAレコードを設定し、ネームサーバーが応答するか確かめる。',
      ),
    ],
    example:
      '451 Message temporarily deferred due to unresolvable RFC.5321 from domain; see https://senders.yahooinc.com/error-codes',
  },
]);
