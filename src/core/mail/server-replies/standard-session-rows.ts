// Knows what the standards, and words that many servers share, say outside a login about what has to come first: TLS, a login
// (RFC 3207 §4). Data only.

import { rowsWith, server, system, useTls } from './fixes.ts';

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
]);
