// Knows the words with which servers say that an account is locked, disabled or suspended, whoever the server is: a login that
// is refused for them is no verdict on the password. Data only.

import { rowsWith, server, tester, user } from './fixes.ts';

const atLogin = {
  at: ['login'],
  // Not where the digits or the response code say "later".
  codes: ['525', '534', '535', '550', '553', '554', '571', '-ERR', 'NO'],
  class: 'policy',
  acts: 'mail-administrator',
} as const;

/** Each further try may prolong a lock. */
const leaveItAlone = tester(
  'Do not try this login again, here or in a mail program, before the lock is lifted: each try may prolong it.',
  'ロックが解除されるまで、mailcheckでもメールソフトでもこのログインを試さない。試すたびにロックが延びることがある。',
);

export const accountRows = rowsWith(atLogin, [
  {
    id: 'account-locked',
    telltales: [
      'account is locked',
      'account locked',
      'account has been locked',
      'account was locked',
      'account is temporarily locked',
      'account temporarily locked',
      'account is currently locked',
      'user is locked',
      'user locked',
      'locked out',
      'account is blocked',
      'account blocked',
      'account has been blocked',
      'account was blocked',
      'temporarily blocked',
    ],
    cause: {
      en: 'The server has locked this login, usually after several wrong passwords; that is no verdict on the password.',
      ja: 'サーバーがこのログインをロックしています。多くは、誤ったパスワードが続いたためです。今回のパスワードの正否はわかりません。',
    },
    fix: [
      leaveItAlone,
      server(
        'See in the log of {host} since when and why {login} is locked, and from which addresses it was tried; then unlock it, or say when the lock ends.',
        '{host} のログで、{login} がロックされた時刻と理由、試行元のアドレスを調べ、ロックを解除する(または解除の時刻を伝える)。',
      ),
      user(
        'Find what still logs in with an old password (phones, mail programs, scanners, scripts), and correct it there first.',
        '古いパスワードでログインし続けているもの(スマートフォン、メールソフト、複合機、スクリプト)を探し、先に直す。',
      ),
    ],
    example: '535 5.7.8 Account is locked: too many failed logins',
  },
  {
    id: 'account-disabled',
    telltales: [
      'account is disabled',
      'account disabled',
      'account has been disabled',
      'account was disabled',
      'account is deactivated',
      'account has been deactivated',
      'account is not active',
      'account is inactive',
      'user is disabled',
      'user disabled',
      'login disabled for',
      'login is disabled for',
      'logins are disabled for',
    ],
    cause: {
      en: 'The account is disabled on the server, or may not log in there; that is no verdict on the password.',
      ja: 'アカウントがサーバーで無効にされているか、ログインを禁止されています。パスワードの正否はわかりません。',
    },
    fix: [
      server(
        'On {host} see why {login} may not log in, and enable it (Dovecot: take "nologin" out of its entry in the password database).',
        '{host} で、{login} がログインを禁止されている理由を調べて有効にする(Dovecotでは、パスワード データベースの nologin を外す)。',
      ),
    ],
    example: '-ERR [AUTH] Login disabled for this user',
  },
  {
    id: 'account-suspended',
    telltales: [
      'account is suspended',
      'account suspended',
      'account has been suspended',
      'account was suspended',
      'user is suspended',
      'user suspended',
      'mailbox is suspended',
      'mailbox suspended',
      'mailbox has been suspended',
    ],
    cause: {
      en: 'The provider has suspended the account; that is no verdict on the password.',
      ja: 'メール事業者がこのアカウントを停止しています。パスワードの正否はわかりません。',
    },
    fix: [
      server(
        'See at the provider of {host} why {login} is suspended (spam, an unpaid bill, a rule of the service), and have that lifted.',
        '{host} の事業者で、{login} が停止されている理由(迷惑メールの送信、料金、利用規約)を調べ、停止を解除してもらう。',
      ),
    ],
    example: '550 5.7.1 Mailbox suspended',
  },
]);
