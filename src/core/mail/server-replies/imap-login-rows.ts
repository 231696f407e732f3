// Knows what the response codes of IMAP (RFC 5530 §3) say, whoever the server is. Data only.

import {
  checkPassword,
  closeOtherReaders,
  enter,
  enterWhatWorks,
  findInServerLog,
  giveAccess,
  rowsWith,
  server,
  system,
  useTls,
  user,
} from './fixes.ts';

export const imapLoginRows = rowsWith({ protocols: ['imap'] }, [
  {
    id: 'imap-authentication-failed',
    statuses: ['AUTHENTICATIONFAILED'],
    class: 'credential',
    acts: 'us',
    cause: {
      en: 'User name or password{or token} is wrong.',
      ja: 'ユーザー名またはパスワード{or token}が違います。',
    },
    fix: [checkPassword, enterWhatWorks],
    example: 'a1 NO [AUTHENTICATIONFAILED] Authentication failed.',
  },
  {
    id: 'imap-authorization-failed',
    statuses: ['AUTHORIZATIONFAILED'],
    class: 'policy',
    acts: 'mail-administrator',
    cause: {
      en: 'The credentials are right, but this account may not act as that mailbox.',
      ja: '資格情報は正しいものの、このアカウントにはそのメールボックスとして操作する権限がありません。',
    },
    fix: [giveAccess],
    example: 'a1 NO [AUTHORIZATIONFAILED] No such authorization-ID',
  },
  {
    id: 'imap-unavailable',
    statuses: ['UNAVAILABLE'],
    class: 'transient',
    acts: 'mail-administrator',
    cause: {
      en: "A part of the server's system is down (its directory, a back end); the password was not judged.",
      ja: 'サーバー側の一部(認証基盤、バックエンド)が止まっています。パスワードの正否は判定されていません。',
    },
    fix: [findInServerLog],
    example: 'a1 NO [UNAVAILABLE] Service not available',
  },
  {
    id: 'imap-password-expired',
    statuses: ['EXPIRED'],
    class: 'credential',
    acts: 'us',
    cause: { en: 'The password has expired.', ja: 'パスワードの期限が切れています。' },
    fix: [
      user('Set a new password.', '新しいパスワードを設定する。'),
      enter('the new "Password"', '「パスワード」に新しいパスワード'),
    ],
    example: 'a1 NO [EXPIRED] That password is not valid any more',
  },
  {
    id: 'imap-contact-administrator',
    statuses: ['CONTACTADMIN'],
    class: 'policy',
    acts: 'mail-administrator',
    cause: {
      en: 'The server wants its administrator to look at this account.',
      ja: 'このアカウントについて、サーバーが管理者に問い合わせるよう求めています。',
    },
    fix: [
      server(
        'See on {host} why the account of {mailbox} is stopped.',
        '{mailbox} のアカウントが止められている理由を {host} で調べる。',
      ),
    ],
    example: 'a1 NO [CONTACTADMIN] Call the help desk',
  },
  {
    id: 'imap-no-permission',
    statuses: ['NOPERM'],
    class: 'policy',
    acts: 'mail-administrator',
    cause: {
      en: 'The account may not do that (open this mailbox, often).',
      ja: 'アカウントにその権限がありません(多くはメールボックスを開く権限です)。',
    },
    fix: [giveAccess],
    example: 'a1 NO [NOPERM] Permission denied',
  },
  {
    id: 'imap-privacy-required',
    statuses: ['PRIVACYREQUIRED'],
    class: 'configuration',
    acts: 'us',
    wayOfLogin: true,
    cause: {
      en: 'The server takes passwords over TLS only.',
      ja: 'パスワードはTLS上でしか受け付けられません。',
    },
    fix: [useTls],
    example: 'a1 NO [PRIVACYREQUIRED] TLS is needed',
  },
  {
    id: 'imap-server-bug',
    statuses: ['SERVERBUG'],
    class: 'transient',
    acts: 'mail-administrator',
    cause: {
      en: 'The server met a fault of its own (RFC 5530).',
      ja: 'サーバー自身の不具合です(RFC 5530)。',
    },
    fix: [findInServerLog],
    example: 'a1 NO [SERVERBUG] This should not happen',
  },
  {
    id: 'imap-limit',
    statuses: ['LIMIT'],
    class: 'transient',
    atOnce: true,
    acts: 'us',
    cause: {
      en: 'A limit of the server is reached, mostly that of connections at once.',
      ja: 'サーバーの上限(多くは同時接続数)に達しています。',
    },
    fix: [
      system(
        'Close other programs that read {mailbox}, then try again.',
        '{mailbox} を読むほかのプログラムを閉じてから、もう一度試す。',
      ),
    ],
    example: 'a1 NO [LIMIT] Limit reached',
  },
  {
    id: 'imap-over-quota',
    statuses: ['OVERQUOTA'],
    class: 'transient',
    acts: 'us',
    cause: {
      en: 'The mailbox is full, or the amount of data for today is used up.',
      ja: 'メールボックスがいっぱいか、今日の通信量の上限に達しています。',
    },
    fix: [
      user(
        'Make room in {mailbox}, or wait until the limit is lifted.',
        '{mailbox} を整理して空きを作るか、制限が解けるのを待つ。',
      ),
    ],
    example: 'a1 NO [OVERQUOTA] Quota exceeded',
  },
  {
    id: 'imap-in-use',
    statuses: ['INUSE'],
    class: 'transient',
    acts: 'us',
    cause: {
      en: 'Another session has the mailbox locked; it may be Dataverse itself, which polls it, or a mail program.',
      ja: '別の接続がメールボックスをロックしています。定期的に受信するDataverse自身か、メールソフトの可能性があります。',
    },
    fix: [closeOtherReaders],
    example: 'a1 NO [INUSE] Mailbox in use',
  },
]);
