// Knows what the standards say of a login refused by SMTP, whoever the server is (RFC 4954 §6, RFC 3207 §4). Data only.

import {
  allowPlainOverTls,
  checkPassword,
  enter,
  enterWhatWorks,
  findInLogIfItWorks,
  findInServerLog,
  rowsWith,
  server,
  useTls,
  user,
} from './fixes.ts';

const login = ['login'] as const;

export const smtpLoginRows = rowsWith({ protocols: ['smtp'], at: login }, [
  {
    id: 'smtp-credentials-invalid',
    statuses: ['5.7.8'],
    class: 'credential',
    acts: 'us',
    cause: { en: 'User name or password is wrong.', ja: 'ユーザー名またはパスワードが違います。' },
    fix: [checkPassword, enterWhatWorks, findInLogIfItWorks],
    example: '535 5.7.8 Error: authentication failed: (reason unavailable)',
  },
  {
    id: 'smtp-credentials-invalid-bare',
    codes: ['535'],
    class: 'credential',
    acts: 'us',
    cause: {
      en: 'The server does not accept this user name and password.',
      ja: 'サーバーがこのユーザー名とパスワードを受け付けません。',
    },
    fix: [checkPassword, enterWhatWorks],
    example: '535 authentication failed',
  },
  {
    id: 'smtp-mechanism-too-weak',
    statuses: ['5.7.9'],
    class: 'configuration',
    acts: 'us',
    wayOfLogin: true,
    cause: {
      en: 'The server wants a stronger way to log in for this user, or TLS first.',
      ja: 'サーバーがこのユーザーに、より強い認証方式か、先にTLSを求めています。',
    },
    fix: [useTls, allowPlainOverTls],
    example: '534 5.7.9 Authentication mechanism is too weak',
  },
  {
    id: 'smtp-login-needs-encryption',
    codes: ['538'],
    class: 'configuration',
    acts: 'us',
    wayOfLogin: true,
    cause: {
      en: 'The server takes this kind of login over TLS only.',
      ja: 'このログイン方法は、TLS上でしか受け付けられません。',
    },
    fix: [useTls],
    example: '538 Encryption required for requested authentication mechanism',
  },
  {
    id: 'smtp-password-transition',
    codes: ['432'],
    class: 'configuration',
    acts: 'us',
    cause: {
      en: 'The server has to store the password in a new form first.',
      ja: 'サーバーがパスワードを新しい形式で保存し直す必要があります。',
    },
    fix: [
      user(
        'Change the password, or sign in once with a mail program over TLS.',
        'パスワードを変更するか、メールソフトからTLSで一度ログインする。',
      ),
      enter('the new "Password" (if it was changed)', '「パスワード」に(変更した場合は)新しいパスワード'),
    ],
    example: '432 A password transition is needed',
  },
  {
    id: 'smtp-login-not-now',
    codes: ['454'],
    statuses: ['4.7.0'],
    class: 'transient',
    acts: 'mail-administrator',
    cause: {
      en: "The server's own check of logins is down for the moment; the password was not judged.",
      ja: 'サーバー側の認証が一時的に使えません。パスワードの正否は判定されていません。',
    },
    fix: [findInServerLog],
    example: '454 4.7.0 Authentication not possible just now',
  },
  {
    id: 'smtp-login-too-long',
    codes: ['500'],
    statuses: ['5.5.6'],
    class: 'configuration',
    acts: 'us',
    cause: {
      en: 'User name and password{or token} are longer than the server takes.',
      ja: 'ユーザー名とパスワード{or token}が、サーバーの受け付ける長さを超えています。',
    },
    fix: [
      user('Set a shorter password.', '短いパスワードを設定する。'),
      enter('the new "Password"', '「パスワード」に新しいパスワード'),
    ],
    example: '500 5.5.6 Authentication exchange line is too long',
  },
  {
    id: 'smtp-login-not-decoded',
    codes: ['501'],
    statuses: ['5.5.2'],
    class: 'configuration',
    acts: 'us',
    cause: {
      en: 'The server could not decode what was sent; it may not take the characters of this user name or password, or one of them is empty.',
      ja: '送った内容をサーバーがデコードできませんでした。ユーザー名やパスワードの文字に対応していないか、どちらかが空の可能性があります。',
    },
    fix: [
      user(
        'Set a password of ASCII letters and digits, and check that neither user name nor password is empty.',
        'パスワードを半角英数字にする。ユーザー名もパスワードも空でないことを確かめる。',
      ),
      enter(
        'the new pair as "User Name" and "Password"',
        '「ユーザー名」と「パスワード」に、設定し直したもの',
      ),
    ],
    example: '501 5.5.2 Cannot decode AUTH parameter',
  },
  {
    id: 'smtp-login-not-offered',
    codes: ['503'],
    statuses: ['5.5.1'],
    class: 'configuration',
    acts: 'us',
    wayOfLogin: true,
    cause: {
      en: 'No login is possible at this point: the port offers none, or only after TLS.',
      ja: 'この時点ではログインできません。ポートがログインを提供していないか、TLSの後でしか提供していません。',
    },
    fix: [useTls, allowPlainOverTls],
    example: '503 5.5.1 AUTH command used when not advertised',
  },
  {
    id: 'smtp-mechanism-not-known',
    codes: ['504'],
    class: 'configuration',
    acts: 'us',
    wayOfLogin: true,
    cause: {
      en: 'The server does not know this way to log in.',
      ja: 'サーバーがこの認証方式に対応していません。',
    },
    fix: [allowPlainOverTls],
    example: '504 Unrecognized authentication type',
  },
  {
    id: 'smtp-login-needs-encryption-by-status',
    statuses: ['5.7.11'],
    class: 'configuration',
    acts: 'us',
    wayOfLogin: true,
    cause: {
      en: 'The server takes this kind of login over TLS only (RFC 4954 §6).',
      ja: 'このログイン方法は、TLS上でしか受け付けられません(RFC 4954 §6)。',
    },
    fix: [useTls],
    example: '535 5.7.11 Encryption required for requested authentication mechanism',
  },
  {
    id: 'smtp-trust-relationship',
    statuses: ['5.7.14'],
    class: 'policy',
    acts: 'mail-administrator',
    cause: {
      en: 'The server takes this login only from systems it has a trust relationship with (RFC 5248).',
      ja: 'サーバーが、信頼関係のあるシステムからのログインしか受け付けません(RFC 5248)。',
    },
    fix: [
      server(
        'Allow logins of {mailbox} from the addresses of Dataverse on {host}.',
        '{host} で、Dataverseのアドレスからの {mailbox} のログインを許可する。',
      ),
    ],
    example: '535 5.7.14 Trust relationship required',
  },
  {
    id: 'smtp-account-disabled',
    statuses: ['5.7.13'],
    class: 'policy',
    acts: 'mail-administrator',
    cause: { en: 'The account is disabled.', ja: 'アカウントが無効になっています。' },
    fix: [
      server('Enable the account of {mailbox} on {host}.', '{host} で {mailbox} のアカウントを有効にする。'),
    ],
    example: '525 5.7.13 Login not permitted',
  },
]);
