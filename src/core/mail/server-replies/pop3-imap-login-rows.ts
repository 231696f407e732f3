// Knows what the response codes of POP3 (RFC 2449 §8, RFC 3206) and IMAP (RFC 5530 §3) say, whoever the server is. Data only.

import {
  signInAgain,
  checkPassword,
  enter,
  enterWhatWorks,
  findInServerLog,
  rowsWith,
  server,
  system,
  useTls,
  user,
} from './fixes.ts';

export const pop3LoginRows = rowsWith({ protocols: ['pop3'], codes: ['-ERR'] }, [
  {
    id: 'pop3-auth',
    statuses: ['AUTH'],
    class: 'credential',
    acts: 'us',
    cause: {
      en: 'User name or password is wrong, or POP3 is switched off for the account (RFC 3206).',
      ja: 'ユーザー名またはパスワードが違うか、アカウントでPOP3が無効です(RFC 3206)。',
    },
    fix: [checkPassword, enterWhatWorks],
    example: '-ERR [AUTH] Authentication failed.',
  },
  {
    id: 'pop3-later',
    statuses: ['SYS/TEMP'],
    class: 'transient',
    acts: 'mail-administrator',
    cause: {
      en: 'The server has a passing problem of its own; the password was not judged.',
      ja: 'サーバー側の一時的な問題です。パスワードの正否は判定されていません。',
    },
    fix: [findInServerLog],
    example: '-ERR [SYS/TEMP] Internal error occurred.',
  },
  {
    id: 'pop3-system-problem',
    statuses: ['SYS/PERM'],
    class: 'configuration',
    acts: 'mail-administrator',
    cause: {
      en: 'The server has a lasting problem with this account; trying again does not help.',
      ja: 'このアカウントについて、サーバー側に恒久的な問題があります。再試行しても直りません。',
    },
    fix: [
      server(
        'See on {host} whether {mailbox} has a mailbox and may use POP3.',
        '{host} で、{mailbox} のメールボックスがあるか、POP3が許可されているか確かめる。',
      ),
    ],
    example: '-ERR [SYS/PERM] Mailbox cannot be used',
  },
  {
    id: 'pop3-in-use',
    statuses: ['IN-USE'],
    class: 'transient',
    acts: 'us',
    cause: {
      en: 'Another session has the mailbox open; it may be Dataverse itself, which polls it, or a mail program.',
      ja: '別の接続がメールボックスを開いています。定期的に受信するDataverse自身か、メールソフトの可能性があります。',
    },
    fix: [
      system(
        'Close other programs that read {mailbox}, and wait until the other session is done.',
        '{mailbox} を読むほかのプログラムを閉じ、別の接続が終わるまで待つ。',
      ),
    ],
    example: '-ERR [IN-USE] Do you have another POP session running?',
  },
  {
    id: 'pop3-login-delay',
    statuses: ['LOGIN-DELAY'],
    class: 'transient',
    acts: 'us',
    cause: {
      en: 'The server wants more time between two logins of this mailbox.',
      ja: 'このメールボックスへのログインの間隔が短すぎます。',
    },
    fix: [
      system(
        'Log in less often: other programs that read {mailbox} count as well.',
        '{mailbox} へのログインを減らす(ほかのプログラムの受信も数に入る)。',
      ),
    ],
    example: '-ERR [LOGIN-DELAY] minimum time between mail checks',
  },
]);

/** A mail server's answer to a token, RFC 7628 §3.2.2: { status, schemes, scope }. */
export const tokenLoginRows = rowsWith({ at: ['login'], telltales: ['"schemes":'] }, [
  {
    id: 'mail-server-refused-token',
    codes: ['400'],
    class: 'credential',
    acts: 'us',
    unconfirmed: true,
    cause: {
      en: 'The mail server did not take the token: usually it has the wrong scope, or belongs to another user.',
      ja: 'メールサーバーがトークンを受け付けません。スコープの誤りか、別のユーザーのトークンの可能性があります。',
    },
    fix: [signInAgain],
    example: '{"status":"400","schemes":"Bearer","scope":"https://mail.google.com/"}',
  },
  {
    id: 'mail-server-token-expired',
    codes: ['401'],
    class: 'credential',
    acts: 'us',
    unconfirmed: true,
    cause: {
      en: 'The mail server did not take the token: usually it has expired.',
      ja: 'メールサーバーがトークンを受け付けません。トークンの期限切れの可能性があります。',
    },
    fix: [signInAgain],
    example: '{"status":"401","schemes":"bearer","scope":"https://mail.google.com/"}',
  },
]);

export const imapLoginRows = rowsWith({ protocols: ['imap'] }, [
  {
    id: 'imap-authentication-failed',
    statuses: ['AUTHENTICATIONFAILED'],
    class: 'credential',
    acts: 'us',
    cause: {
      en: 'User name or password (or the token) is wrong.',
      ja: 'ユーザー名またはパスワード(またはトークン)が違います。',
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
    fix: [
      server(
        'Give the account that logs in access to {mailbox} on {host}.',
        '{host} で、ログインするアカウントに {mailbox} へのアクセス権を与える。',
      ),
    ],
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
    fix: [
      server(
        'Give the account that logs in access to {mailbox} on {host}.',
        '{host} で、ログインするアカウントに {mailbox} へのアクセス権を与える。',
      ),
    ],
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
    fix: [
      system(
        'Close other programs that read {mailbox}, and wait until the other session is done.',
        '{mailbox} を読むほかのプログラムを閉じ、別の接続が終わるまで待つ。',
      ),
    ],
    example: 'a1 NO [INUSE] Mailbox in use',
  },
]);
