// Knows what the standards, and words that many servers share, say where a server does not serve now, or nobody from here:
// greylisting, limits, a greeting that is a no, and what stands for "later" whatever the code (RFC 5321 §4.2, RFC 6647, RFC 7505).
// Data only.

import { openElsewhere, fewerAtOnce, findInServerLog, rowsWith, server, system } from './fixes.ts';

export const standardServiceRows = rowsWith({}, [
  {
    id: 'greylisted',
    telltales: ['greylist', 'graylist', 'grey-list', 'gray-list'],
    class: 'transient',
    acts: 'mail-administrator',
    cause: {
      en: 'The server greylists: an unknown sender has to come again after some minutes (RFC 6647). Dataverse does so by itself.',
      ja: 'グレーリストです。初めての差出人には、数分後の出直しを求めます(RFC 6647)。Dataverseは自動で再試行します。',
    },
    fix: [
      server(
        'Exempt logged-in users from greylisting on {host}.',
        '{host} で、ログインしたユーザーをグレーリストの対象から外す。',
      ),
    ],
    example: '450 4.2.0 <a@example.com>: Recipient address rejected: Greylisted, try again in 300 seconds',
  },
  {
    id: 'too-many-connections',
    telltales: [
      'too many connections',
      'too many concurrent connections',
      'too many simultaneous connections',
      'too many concurrent smtp connections',
      'too many smtp connections',
    ],
    class: 'transient',
    atOnce: true,
    acts: 'us',
    cause: {
      en: 'Too many connections are open at once from this address or for this mailbox.',
      ja: 'このアドレスから、またはこのメールボックスに、同時に開いている接続が多すぎます。',
    },
    fix: [fewerAtOnce],
    example: '421 4.7.0 mail.example.com Error: too many connections from 192.0.2.1',
  },
  {
    id: 'too-many-logins',
    telltales: [
      'too many login attempts',
      'too many authentication attempts',
      'too many auth commands',
      'too many invalid logins',
    ],
    class: 'transient',
    ofTheUser: true,
    acts: 'us',
    cause: {
      en: 'Too many logins were tried in a short time; the server lets nobody in for a while.',
      ja: '短い間にログインを試しすぎたため、しばらくログインできません。',
    },
    fix: [fewerAtOnce],
    example: '454 4.7.0 Too many login attempts, please try again later.',
  },
  {
    id: 'temporary-authentication-failure',
    telltales: ['temporary authentication failure'],
    class: 'transient',
    acts: 'mail-administrator',
    cause: {
      en: 'The service that checks passwords for the mail server is down or not reachable; the password was not judged.',
      ja: 'メールサーバーのパスワードを確かめるサービスが止まっているか、届きません。パスワードの正否は判定されていません。',
    },
    fix: [
      server(
        'See that the authentication service of {host} runs (Dovecot auth, saslauthd, LDAP), and why it fails in its log.',
        '{host} の認証サービス(Dovecotのauth、saslauthd、LDAP)が動いているか、ログで失敗の理由を調べる。',
      ),
    ],
    example: '454 4.7.0 Temporary authentication failure: Connection lost to authentication server',
  },
  {
    id: 'temporarily-unavailable',
    telltales: [
      'temporarily unavailable',
      'server unavailable',
      'service temporarily not available',
      'temporary local problem',
    ],
    class: 'transient',
    acts: 'mail-administrator',
    cause: {
      en: 'The server, or the mailbox on it, is out of service for the moment.',
      ja: 'サーバー、またはそのメールボックスが一時的に使えません。',
    },
    fix: [findInServerLog],
    example: '451 Temporary local problem - please try later',
  },
  {
    id: 'sending-limit',
    telltales: [
      'hourly sending limit',
      'daily sending limit',
      'hourly smtp relay limit',
      'sending limit exceeded',
      'exceeded the max emails per hour',
    ],
    class: 'transient',
    acts: 'us',
    cause: {
      en: 'The account has sent as many messages as the server lets it send in that time.',
      ja: 'アカウントの、一定時間に送信できる数の上限に達しました。',
    },
    fix: [
      system(
        'Spread the mail over the day or over several mailboxes, or have the limit of {mailbox} raised.',
        '送信を1日の中で、または複数のメールボックスに分散する。または {mailbox} の上限を上げてもらう。',
      ),
    ],
    example: '550 5.7.0 hourly sending limit of the account reached',
  },
  {
    id: 'maildrop-locked',
    protocols: ['pop3', 'imap'],
    telltales: [
      'maildrop is locked',
      'maildrop already locked',
      'mailbox is locked',
      'maildrop locked',
      'unable to lock',
    ],
    class: 'transient',
    acts: 'us',
    ...openElsewhere,
    example: '-ERR maildrop already locked',
  },
  {
    id: 'address-not-welcome',
    protocols: ['smtp'],
    at: ['greeting', 'capabilities', 'connect'],
    codes: ['554'],
    class: 'policy',
    acts: 'mail-administrator',
    cause: {
      en: 'The server speaks to nobody from this address, or to nobody at all (RFC 5321 §3.1): an allow list, a block list, or a host that takes no mail.',
      ja: 'サーバーがこのアドレスからの(または、すべての)通信を断っています(RFC 5321 §3.1)。許可リスト、ブロックリスト、またはメールを受けないホストです。',
    },
    fix: [
      server(
        'Allow the address this came from, and those of Dataverse, on {host}; its log names the rule that said no.',
        '{host} で、この接続元とDataverseのアドレスを許可する。どの規則で拒否したかはログに残っている。',
      ),
    ],
    example: '554 no SMTP service here',
  },
  {
    id: 'service-closing',
    protocols: ['smtp'],
    codes: ['421'],
    statuses: ['none'],
    class: 'transient',
    acts: 'mail-administrator',
    cause: {
      en: 'The server is closing the connection: it is busy, restarting, or waited too long (RFC 5321 §3.8).',
      ja: 'サーバーが接続を閉じています。混雑、再起動、待ち時間切れのいずれかです(RFC 5321 §3.8)。',
    },
    fix: [findInServerLog],
    example: '421 mail.example.com Service not available, closing transmission channel',
  },
  {
    id: 'not-enough-storage',
    protocols: ['smtp'],
    statuses: ['4.3.1'],
    class: 'transient',
    acts: 'mail-administrator',
    cause: {
      en: 'The mail server has no room left (disk, memory).',
      ja: 'メールサーバーの空き(ディスク、メモリー)が足りません。',
    },
    fix: [server('Free disk space or memory on {host}.', '{host} のディスクまたはメモリーに空きを作る。')],
    example: '452 4.3.1 Insufficient system storage',
  },
  {
    id: 'system-not-accepting',
    protocols: ['smtp'],
    statuses: ['4.3.2'],
    class: 'transient',
    acts: 'mail-administrator',
    cause: {
      en: 'The mail service is shut down or not active at the moment (RFC 3463 §3.4).',
      ja: 'メールサービスが停止中か、今は動いていません(RFC 3463 §3.4)。',
    },
    fix: [findInServerLog],
    example: '421 4.3.2 System not accepting network messages',
  },
]);
