// Knows what the standards, and words that many servers share, say outside a login about what has to come first: TLS, a login
// (RFC 3207 §4), and what is meant where the login took place and the server still does not pass mail on. Data only.

import { relayDenied, rowsWith, server, system, useTls } from './fixes.ts';

const letLoginsSend = server(
  'On {host} let logged-in users send through this port (Postfix: permit_sasl_authenticated first in smtpd_relay_restrictions and smtpd_recipient_restrictions; master.cf may set others for the port); its log names the rule.',
  '{host} のこのポートで、ログインしたユーザーの送信を許可する(Postfixでは smtpd_relay_restrictions と smtpd_recipient_restrictions の先頭に permit_sasl_authenticated を置く。master.cfにポート専用の設定がある場合もある)。どの規則かはログでわかる。',
);

export const standardSessionRows = rowsWith({}, [
  {
    id: 'tls-not-available-now',
    protocols: ['smtp'],
    codes: ['454'],
    telltales: ['tls not available', 'tls is not available', 'tls currently unavailable', 'tls missing'],
    class: 'transient',
    acts: 'mail-administrator',
    cause: {
      en: 'The server offers STARTTLS and cannot do it now: it cannot read its key or certificate, mostly.',
      ja: 'サーバーはSTARTTLSを提供していますが、今は使えません。多くは鍵や証明書を読めないためです。',
    },
    fix: [
      server(
        'On {host} check certificate and key (files, permissions, dates), then reload the mail service.',
        '{host} で証明書と鍵(ファイル、権限、期限)を確かめ、メールサービスに読み込ませる。',
      ),
    ],
    example: '454 4.7.0 TLS not available due to local problem',
  },
  {
    id: 'starttls-first',
    protocols: ['smtp'],
    codes: ['530', '451', '554'],
    telltales: ['must issue a starttls command first', 'starttls is required', 'requires starttls'],
    class: 'configuration',
    acts: 'us',
    wayOfLogin: true,
    cause: {
      en: 'The server does nothing before STARTTLS.',
      ja: 'サーバーは、STARTTLSの前には何も受け付けません。',
    },
    fix: [useTls],
    example: '530 5.7.0 Must issue a STARTTLS command first',
  },
  {
    id: 'login-required-before-sending',
    protocols: ['smtp'],
    at: ['sender', 'recipient', 'queued'],
    codes: ['530'],
    telltales: ['authentication required', 'authentication is required', 'must authenticate'],
    class: 'configuration',
    acts: 'us',
    cause: {
      en: 'The server wants a login before it takes a sender, and none took place.',
      ja: '差出人の前にログインが必要ですが、ログインしていません。',
    },
    fix: [
      system(
        'In the server profile set the authentication protocol of the outgoing connection to "Basic" and where the credentials come from.',
        'サーバー プロファイルで、送信接続の認証プロトコルを「基本」にし、資格情報の取得元を設定する。',
      ),
    ],
    example: '530 5.7.0 Authentication required',
  },
  {
    id: 'login-required-after-login',
    protocols: ['smtp'],
    at: ['sender', 'recipient', 'queued'],
    afterLogin: true,
    codes: ['530', '550', '553', '554'],
    telltales: [
      'authentication required',
      'authentication is required',
      'must authenticate',
      'not authenticated',
      'wantautherror',
    ],
    class: 'policy',
    acts: 'mail-administrator',
    cause: {
      en: 'The login was accepted, and yet the server asks for one: a rule behind it does not let this login send.',
      ja: 'ログインは受け付けられましたが、それでもログインを求められました。ログインしたユーザーの送信を許可しない規則があります。',
    },
    fix: [letLoginsSend],
    example: '530 5.7.0 Authentication required to send',
  },
  {
    id: 'relay-denied-after-login',
    protocols: ['smtp'],
    afterLogin: true,
    codes: ['550', '553', '554', '454', '571'],
    telltales: relayDenied,
    class: 'policy',
    acts: 'mail-administrator',
    cause: {
      en: 'The login was accepted, and yet the server does not pass mail on: its rules do not let logged-in users send here.',
      ja: 'ログインは受け付けられましたが、中継が拒否されました。ログインしたユーザーの送信を許可しない規則があります。',
    },
    fix: [letLoginsSend],
    example: '554 5.7.1 <a@example.net>: Recipient address rejected: relay access denied',
  },
]);
