// Knows what the response codes of POP3 (RFC 2449 §8, RFC 3206) say, whoever the server is. Data only.

import {
  checkPassword,
  openElsewhere,
  enterWhatWorks,
  findInServerLog,
  rowsWith,
  server,
  system,
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
    ...openElsewhere,
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
