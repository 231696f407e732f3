// Knows the codes with which nodemailer reports what it met, where it carries no code of Node and no reply of a server
// (https://nodemailer.com/errors). Data only.

import { findInServerLog, keeper, network, rowsWith, server, system, useTls } from './fixes.ts';

export const nodemailerRows = rowsWith({}, [
  {
    id: 'nodemailer-socket',
    codes: ['ESOCKET'],
    class: 'network',
    acts: 'network',
    cause: {
      en: 'nodemailer met an error of network or TLS while connecting; the text after it names which.',
      ja: 'nodemailerが接続中にネットワークまたはTLSのエラーに遭いました。何のエラーかは、続く文言に書かれています。',
    },
    fix: [
      network(
        'Look at the text beside the code (ECONNREFUSED, "wrong version number", a certificate), and explain that.',
        'コードの横の文言(ECONNREFUSED、wrong version number、証明書など)を調べる。',
      ),
    ],
    example: 'ESOCKET: Unexpected socket error',
  },
  {
    id: 'nodemailer-connection-closed',
    codes: ['ECONNECTION'],
    class: 'network',
    acts: 'mail-administrator',
    cause: {
      en: 'The server closed the connection, and said no reason that nodemailer kept.',
      ja: 'サーバーが接続を切りました。理由は残っていません。',
    },
    fix: [findInServerLog],
    example: 'ECONNECTION: Connection closed unexpectedly',
  },
  {
    id: 'greeting-never-received',
    telltales: ['greeting never received'],
    class: 'network',
    acts: 'us',
    cause: {
      en: 'The connection was taken, and no greeting came. Often the port expects TLS from the first byte, or a firewall answers in place of the server.',
      ja: '接続はできましたが、最初の応答がありません。最初からTLSを期待するポートか、ファイアウォールがサーバーの代わりに受けていることがよくあります。',
    },
    fix: [useTls],
    example: 'ETIMEDOUT: Greeting never received',
  },
  {
    id: 'nodemailer-upgrade-failed',
    codes: ['ETLS'],
    class: 'network',
    acts: 'mail-administrator',
    cause: {
      en: 'STARTTLS was answered, and the encryption did not come about.',
      ja: 'STARTTLSには応答がありましたが、暗号化できませんでした。',
    },
    fix: [
      server(
        'See in the log of {host} why the handshake after STARTTLS ended.',
        'STARTTLSの後のハンドシェイクが終わった理由を {host} のログで調べる。',
      ),
    ],
    example: 'ETLS: Error upgrading connection with STARTTLS',
  },
  {
    id: 'nodemailer-require-tls',
    codes: ['EREQUIRETLS'],
    class: 'configuration',
    acts: 'us',
    cause: {
      en: 'The message asks for REQUIRETLS (RFC 8689), and the server does not offer it.',
      ja: 'メールがREQUIRETLS(RFC 8689)を求めていますが、サーバーが対応していません。',
    },
    fix: [
      server(
        'Switch on REQUIRETLS on {host}, or send without asking for it.',
        '{host} でREQUIRETLSを有効にするか、それを求めずに送信する。',
      ),
    ],
    example: 'EREQUIRETLS: Server does not support REQUIRETLS extension (RFC 8689)',
  },
  {
    id: 'nodemailer-not-smtp',
    codes: ['EPROTOCOL'],
    class: 'configuration',
    acts: 'us',
    cause: {
      en: 'What answered does not speak SMTP, or refused the session with its greeting; the first bytes in the text say which.',
      ja: '応答した相手がSMTPではないか、最初の応答で拒否しました。どちらかは、文言にある最初のバイトでわかります。',
    },
    fix: [
      system(
        'Compare host and port in the server profile with the provider\'s instructions: "+OK" is POP3, "* OK" is IMAP, "HTTP" is a web server.',
        'サーバー プロファイルのホストとポートを案内と照らし合わせる(+OKはPOP3、* OKはIMAP、HTTPはWebサーバー)。',
      ),
    ],
    example: 'EPROTOCOL: Invalid greeting. response=+OK ready',
  },
  {
    id: 'nodemailer-login-failed',
    codes: ['EAUTH'],
    class: 'configuration',
    acts: 'us',
    cause: {
      en: 'The login failed before the server said anything about it: user name or password is missing, or no common mechanism was found.',
      ja: 'サーバーが何か言う前にログインに失敗しました。ユーザー名かパスワードがないか、共通の認証方式がありません。',
    },
    fix: [
      keeper(
        'Give user name and password; see that the server offers PLAIN or LOGIN on this port.',
        'ユーザー名とパスワードを指定する。サーバーがこのポートでPLAINかLOGINを提供しているかも確かめる。',
      ),
    ],
    example: 'EAUTH: Missing credentials for "PLAIN"',
  },
  {
    id: 'nodemailer-no-credentials',
    codes: ['ENOAUTH'],
    class: 'local',
    acts: 'us',
    cause: {
      en: 'A login was asked for and no credentials were given; the server was not asked.',
      ja: 'ログインを求められましたが、資格情報がありません。サーバーには問い合わせていません。',
    },
    fix: [keeper('Give user name and password.', 'ユーザー名とパスワードを指定する。')],
    example: 'ENOAUTH: Authentication credentials were not provided',
  },
  {
    id: 'nodemailer-no-token',
    codes: ['EOAUTH2'],
    class: 'credential',
    acts: 'us',
    cause: {
      en: 'No access token could be got; the reason is in the answer of the token endpoint.',
      ja: 'アクセス トークンを取得できません。理由はトークンのエンドポイントの応答にあります。',
    },
    fix: [
      keeper(
        'Explain the answer of the token endpoint ("error" and "error_description"), which names the cause.',
        'トークンのエンドポイントの応答(error と error_description)を調べる。そこに原因が書かれている。',
      ),
    ],
    example: "EOAUTH2: Can't create new access token for user",
  },
  {
    id: 'nodemailer-envelope',
    codes: ['EENVELOPE'],
    class: 'configuration',
    acts: 'us',
    cause: {
      en: 'Sender or recipients are missing or not valid, or the server took none of the recipients.',
      ja: '差出人か宛先がないか正しくない、またはサーバーがどの宛先も受け付けませんでした。',
    },
    fix: [
      system(
        'Check the addresses of sender and recipients for spelling.',
        '差出人と宛先のアドレスに誤りがないか確かめる。',
      ),
    ],
    example: 'EENVELOPE: No recipients defined',
  },
  {
    id: 'nodemailer-message',
    codes: ['EMESSAGE'],
    class: 'policy',
    acts: 'us',
    cause: {
      en: 'The message was not taken: it is larger than the server allows, empty, or refused at its end.',
      ja: 'メール本体が受け付けられません。サーバーの上限を超えているか、空か、最後に拒否されました。',
    },
    fix: [
      system(
        'Make the message smaller (attachments as links).',
        'メールを小さくする(添付ファイルはリンクにする)。',
      ),
    ],
    example: 'EMESSAGE: Message size larger than allowed 10240000',
  },
  {
    id: 'nodemailer-limits',
    codes: ['EMAXLIMIT', 'EMAXRECIPIENTS'],
    class: 'configuration',
    acts: 'us',
    cause: {
      en: 'More messages or recipients than one connection may carry.',
      ja: '1つの接続で送れるメールまたは宛先の数を超えています。',
    },
    fix: [system('Send to fewer recipients at once.', '一度に送る宛先を減らす。')],
    example: 'EMAXLIMIT: Pool was closed',
  },
  {
    id: 'library-proxy',
    codes: ['EPROXY', 'ProxyError', 'UnsupportedProxyAddress'],
    class: 'local',
    acts: 'network',
    cause: {
      en: 'The proxy on the way refused or failed; the mail server was not reached.',
      ja: '途中のプロキシが拒否したか失敗しました。メールサーバーには届いていません。',
    },
    fix: [
      network(
        'Allow the mail ports (465, 587, 993, 995) through the proxy, or connect without it.',
        'プロキシでメール用のポート(465、587、993、995)を許可するか、プロキシを通さずに接続する。',
      ),
    ],
    example: 'EPROXY: Invalid response from proxy: 403',
  },
]);
