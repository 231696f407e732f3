// Knows the words of Dovecot, Courier and Cyrus (https://doc.dovecot.org). Data only.

import {
  checkPassword,
  enterWhatWorks,
  fewerAtOnce,
  findInServerLog,
  rowsWith,
  server,
  useTls,
} from './fixes.ts';

export const dovecotRows = rowsWith({ vendors: ['dovecot'] }, [
  {
    id: 'dovecot-cleartext-disallowed',
    telltales: ['cleartext authentication disallowed', 'plaintext authentication disallowed'],
    class: 'configuration',
    acts: 'us',
    wayOfLogin: true,
    cause: {
      en: 'Dovecot takes passwords over TLS only.',
      ja: 'Dovecotは、パスワードをTLS上でしか受け付けません。',
    },
    fix: [useTls],
    example:
      'a1 NO [PRIVACYREQUIRED] Cleartext authentication disallowed on non-secure (SSL/TLS) connections.',
  },
  {
    id: 'dovecot-too-many-for-user',
    telltales: ['maximum number of connections from user+ip exceeded', 'maximum number of connections'],
    class: 'transient',
    ofTheUser: true,
    atOnce: true,
    acts: 'us',
    cause: {
      en: 'Too many sessions of this user come from this address at once (mail_max_userip_connections, 10 by default).',
      ja: 'このユーザーの、このアドレスからの同時接続が多すぎます(mail_max_userip_connections、既定は10)。',
    },
    fix: [
      fewerAtOnce,
      server(
        'If Dataverse needs more: raise mail_max_userip_connections on {host}.',
        'Dataverseにそれ以上必要な場合: {host} の mail_max_userip_connections を増やす。',
      ),
    ],
    example:
      'a1 NO [LIMIT] Maximum number of connections from user+IP exceeded (mail_max_userip_connections=10)',
  },
  {
    id: 'dovecot-mechanism-not-supported',
    telltales: ['unsupported authentication mechanism'],
    class: 'configuration',
    acts: 'us',
    wayOfLogin: true,
    unconfirmed: true,
    cause: {
      en: 'The server does not take this way to log in; it usually lists those it takes.',
      ja: 'サーバーがこの認証方式に対応していない可能性があります。対応している方式は機能の一覧にあります。',
    },
    fix: [
      server(
        'On {host} add PLAIN and LOGIN to auth_mechanisms.',
        '{host} の auth_mechanisms に PLAIN と LOGIN を加える。',
      ),
    ],
    example: 'a1 NO Unsupported authentication mechanism.',
  },
  {
    id: 'dovecot-account-unavailable',
    telltales: ['account is temporarily unavailable'],
    class: 'transient',
    acts: 'mail-administrator',
    cause: {
      en: 'The Dovecot proxy does not reach the server behind it that has this mailbox.',
      ja: 'Dovecotのプロキシが、このメールボックスのあるサーバーに届きません。',
    },
    fix: [
      server(
        'See in the log of {host} which back end it could not reach.',
        'どのバックエンドに届かなかったか {host} のログで調べる。',
      ),
    ],
    example: 'a1 NO [UNAVAILABLE] Account is temporarily unavailable.',
  },
  {
    id: 'dovecot-internal-error',
    telltales: ['internal error occurred. refer to server log'],
    class: 'transient',
    acts: 'mail-administrator',
    cause: {
      en: 'Dovecot met an error of its own (permissions, disk, a damaged index); its log has the reason.',
      ja: 'Dovecot自身のエラーです(権限、ディスク、索引の破損)。理由はログにあります。',
    },
    fix: [
      server(
        'Look in the log of {host} at the time that the reply names.',
        '{host} のログで、応答にある時刻の記録を調べる。',
      ),
    ],
    example:
      'a1 NO [SERVERBUG] Internal error occurred. Refer to server log for more information. [2026-11-20 09:00:00]',
  },
]);

export const otherImapRows = rowsWith({ protocols: ['imap'] }, [
  {
    id: 'courier-login-failed',
    needsVendor: true,
    vendors: ['courier'],
    telltales: ['login failed'],
    class: 'credential',
    acts: 'us',
    unconfirmed: true,
    cause: {
      en: 'User name or password is usually wrong.',
      ja: 'ユーザー名またはパスワードが違う可能性があります。',
    },
    fix: [checkPassword, enterWhatWorks],
    example: 'a1 NO Login failed.',
  },
  {
    id: 'cyrus-authentication-failure',
    vendors: ['cyrus'],
    telltales: ['login failed: authentication failure', 'login: authentication failure'],
    class: 'credential',
    acts: 'us',
    unconfirmed: true,
    cause: {
      en: 'User name or password is usually wrong; saslauthd has the reason in its log.',
      ja: 'ユーザー名またはパスワードが違う可能性があります。理由はsaslauthdのログにあります。',
    },
    fix: [checkPassword, enterWhatWorks],
    example: 'a1 NO Login failed: authentication failure',
  },
  {
    id: 'courier-temporary-problem',
    needsVendor: true,
    vendors: ['courier'],
    telltales: ['temporary problem'],
    class: 'transient',
    acts: 'mail-administrator',
    unconfirmed: true,
    cause: {
      en: 'The service that checks passwords for Courier may be down.',
      ja: 'Courierがパスワードの確認に使うサービスが止まっている可能性があります。',
    },
    fix: [findInServerLog],
    example: '* BYE Temporary problem, please try again later',
  },
]);
