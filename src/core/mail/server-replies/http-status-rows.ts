// Knows what bare HTTP statuses mean where Exchange or Microsoft Graph answers (RFC 9110 §15, RFC 6585 §4). Data only.

import {
  enterPrincipalName,
  exchangeProfile,
  fewerAtOnce,
  network,
  rowsWith,
  system,
  tenant,
  tester,
} from './fixes.ts';

const http = ['graph', 'ews', 'http'] as const;

export const httpStatusRows = rowsWith({ protocols: http }, [
  {
    id: 'http-unauthorized',
    codes: ['401'],
    class: 'credential',
    acts: 'us',
    cause: {
      en: 'The credentials or the token were not accepted; for Exchange also: basic authentication is off, or the account is disabled.',
      ja: '資格情報またはトークンが受け付けられません。Exchangeでは、基本認証が無効な場合やアカウントが無効な場合もあります。',
    },
    fix: [
      tester(
        'If only "Test Connection" of the server profile says this while mail flows: its results are not always reliable. A real login tells: mailcheck test-mailbox {mailbox}',
        'メールは届いているのに、サーバー プロファイルの「接続のテスト」だけがこう表示する場合: その結果は必ずしも正確ではない。実際のログインで確かめる: mailcheck test-mailbox {mailbox}',
      ),
      enterPrincipalName,
      exchangeProfile,
    ],
    example: 'HTTP 401 Unauthorized',
  },
  {
    id: 'http-forbidden',
    codes: ['403'],
    class: 'policy',
    acts: 'mail-administrator',
    cause: {
      en: 'Signed in, and not allowed: a permission is missing, or the service is switched off for the mailbox.',
      ja: 'サインインは通りましたが、許可されていません。権限がないか、メールボックスでサービスが無効です。',
    },
    fix: [
      tenant(
        'See which services the mailbox may use: Get-CASMailbox {mailbox} | Format-List *Enabled.',
        'メールボックスで使えるサービスを確かめる: Get-CASMailbox {mailbox} | Format-List *Enabled',
      ),
    ],
    example: 'HTTP 403 Forbidden',
  },
  {
    id: 'http-not-found',
    codes: ['404'],
    class: 'configuration',
    acts: 'us',
    cause: {
      en: 'Nothing is at this address: the server location of the profile is wrong, or there is no such mailbox.',
      ja: 'このURLには何もありません。プロファイルの「サーバーの位置」の誤りか、そのメールボックスがありません。',
    },
    fix: [
      system(
        'Correct the server location in the profile; for Exchange Server it ends in /EWS/Exchange.asmx.',
        'プロファイルの「サーバーの位置」を直す(Exchange Serverでは末尾が /EWS/Exchange.asmx)。',
      ),
    ],
    example: 'HTTP 404 Not Found',
  },
  {
    id: 'http-too-many-requests',
    codes: ['429'],
    class: 'transient',
    acts: 'us',
    cause: {
      en: 'Too many requests in a short time; "Retry-After" says when to come back.',
      ja: '短い間の要求が多すぎます。Retry-Afterに再試行できる時刻が示されています。',
    },
    fix: [fewerAtOnce],
    example: 'HTTP 429 Too Many Requests',
  },
  {
    id: 'http-multi-factor',
    codes: ['456'],
    class: 'policy',
    acts: 'mail-administrator',
    cause: {
      en: 'The account needs a second factor to sign in, or it is blocked; a password alone is not enough.',
      ja: 'アカウントのサインインに多要素認証が必要か、アカウントがブロックされています。パスワードだけでは足りません。',
    },
    fix: [exchangeProfile],
    example: 'HTTP 456',
  },
  {
    id: 'http-server-busy',
    codes: ['502', '503', '504'],
    class: 'transient',
    acts: 'provider',
    cause: {
      en: 'The service is not available now, or a proxy before it is not.',
      ja: 'サービス、またはその手前のプロキシが今は使えません。',
    },
    fix: [
      network(
        'If it lasts: see the service health page, and whether a proxy on the way gives this answer.',
        '続く場合: サービス正常性の画面と、途中のプロキシの応答でないかを確かめる。',
      ),
    ],
    example: 'HTTP 503 Service Unavailable',
  },
  {
    id: 'http-server-error',
    codes: ['500'],
    class: 'transient',
    acts: 'provider',
    cause: { en: 'The service met an error of its own.', ja: 'サービス側の内部エラーです。' },
    fix: [
      tenant(
        'If it lasts: see Microsoft 365 admin center > Health > Service health, or the event log of the Exchange Server.',
        '続く場合: Microsoft 365 管理センター >「正常性」>「サービス正常性」、またはExchange Serverのイベント ログを確かめる。',
      ),
    ],
    example: 'HTTP 500 Internal Server Error',
  },
]);
