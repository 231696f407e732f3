// Knows what every token endpoint answers: OAuth's errors (RFC 6749 §5.2). A reply has the OAuth error as its code, and Microsoft's
// AADSTS number, if any, as its status. Data only.

import { entra, keeper, rowsWith, server, signInAgain, system } from './fixes.ts';

const registration = entra(
  'Microsoft Entra admin center > App registrations > the application: compare the client id, the secret and the permissions with the server profile.',
  'Microsoft Entra 管理センター >「アプリの登録」> 対象のアプリで、クライアントID、シークレット、アクセス許可をサーバー プロファイルと照らし合わせる。',
);

export const tokenRows = rowsWith({ at: ['token'] }, [
  {
    id: 'token-grant-invalid',
    codes: ['invalid_grant'],
    class: 'credential',
    acts: 'us',
    cause: {
      en: 'The refresh token, code or password that was shown is not valid, has expired or was revoked (RFC 6749 §5.2). Often, in this order: a Google project still in "Testing" (its tokens live seven days), long without use (Google six months, Microsoft 90 days), a changed password, access taken away, too many newer tokens of the same application, a clock that is wrong.',
      ja: '示された更新トークン、コード、またはパスワードが無効か、期限切れか、取り消されています(RFC 6749 §5.2)。よくある原因を順に挙げると、Googleプロジェクトが「テスト」状態のまま(トークンは7日で失効)、長期間の未使用(Googleは6か月、Microsoftは90日)、パスワードの変更、アクセス権の取り消し、同じアプリの新しいトークンが多すぎる、時計のずれ、です。',
    },
    fix: [signInAgain],
    example: '{"error":"invalid_grant"}',
  },
  {
    id: 'token-client-invalid',
    codes: ['invalid_client'],
    class: 'credential',
    acts: 'mail-administrator',
    cause: {
      en: 'The application itself was not recognised: its id or its secret is wrong.',
      ja: 'アプリケーション自体が認証されませんでした。IDまたはシークレットが誤っています。',
    },
    fix: [registration],
    example: '{"error":"invalid_client","error_description":"The OAuth client was not found."}',
  },
  {
    id: 'token-client-not-allowed',
    codes: ['unauthorized_client'],
    class: 'policy',
    acts: 'mail-administrator',
    cause: {
      en: 'The application may not get a token in this way (at Google: domain-wide delegation is missing).',
      ja: 'アプリケーションがこの方法でトークンを取得することは許可されていません(Googleでは、ドメイン全体の委任がない場合です)。',
    },
    fix: [
      registration,
      server(
        'Google Workspace: Admin console > Security > API controls > Domain-wide delegation: add the client id with the scope https://mail.google.com/.',
        'Google Workspace: 管理コンソール >「セキュリティ」>「API の制御」>「ドメイン全体の委任」に、クライアントIDとスコープ https://mail.google.com/ を追加する。',
      ),
    ],
    example:
      '{"error":"unauthorized_client","error_description":"Client is unauthorized to retrieve access tokens using this method."}',
  },
  {
    id: 'token-scope-invalid',
    codes: ['invalid_scope'],
    class: 'configuration',
    acts: 'us',
    cause: {
      en: 'The scope is not known, or scopes of two resources were mixed.',
      ja: 'スコープが未知のものか、2つのリソースのスコープが混ざっています。',
    },
    fix: [
      keeper(
        'Ask for the scopes of one resource: https://outlook.office365.com/.default, or https://mail.google.com/ at Google.',
        'スコープを1つのリソースのものだけにする: https://outlook.office365.com/.default(Googleでは https://mail.google.com/)。',
      ),
    ],
    example: '{"error":"invalid_scope"}',
  },
  {
    id: 'token-request-invalid',
    codes: ['invalid_request'],
    class: 'configuration',
    acts: 'us',
    cause: {
      en: 'A parameter of the request is missing, unknown or given twice.',
      ja: '要求のパラメーターが足りないか、未知のものか、重複しています。',
    },
    fix: [
      keeper(
        'Compare tenant id, client id, scope and redirect address with the registration of the application.',
        'テナントID、クライアントID、スコープ、リダイレクト先を、アプリの登録と照らし合わせる。',
      ),
    ],
    example: '{"error":"invalid_request","error_description":"Missing required parameter: grant_type"}',
  },
  {
    id: 'token-grant-type-not-supported',
    codes: ['unsupported_grant_type'],
    class: 'configuration',
    acts: 'us',
    cause: {
      en: 'The endpoint does not give tokens in this way.',
      ja: 'エンドポイントがこの方法ではトークンを発行しません。',
    },
    fix: [
      keeper(
        'Use "client_credentials" for an application, or "refresh_token" after a sign-in.',
        'アプリケーションなら client_credentials、サインイン後なら refresh_token を使う。',
      ),
    ],
    example: '{"error":"unsupported_grant_type"}',
  },
  {
    id: 'token-consent-required',
    codes: ['consent_required', 'access_denied'],
    class: 'policy',
    acts: 'mail-administrator',
    cause: {
      en: 'Nobody has given the application the permission that it asks for.',
      ja: 'アプリケーションの求めるアクセス許可に、誰も同意していません。',
    },
    fix: [
      {
        who: 'entra-administrator',
        do: {
          en: 'Microsoft Entra admin center > App registrations > the application > API permissions: "Grant admin consent".',
          ja: 'Microsoft Entra 管理センター >「アプリの登録」> 対象のアプリ >「API のアクセス許可」で「管理者の同意を与えます」を選ぶ。',
        },
      },
    ],
    example: '{"error":"consent_required"}',
  },
  {
    id: 'token-interaction-required',
    codes: ['interaction_required', 'login_required'],
    class: 'credential',
    acts: 'us',
    cause: {
      en: 'A person has to sign in and answer a question (a second factor, terms of use).',
      ja: '本人がサインインし、確認(2要素認証、利用規約など)に応じる必要があります。',
    },
    fix: [signInAgain],
    example: '{"error":"interaction_required"}',
  },
  {
    id: 'token-endpoint-busy',
    codes: ['temporarily_unavailable', 'server_error', 'slow_down'],
    class: 'transient',
    acts: 'provider',
    cause: {
      en: 'The token endpoint cannot answer now.',
      ja: 'トークンのエンドポイントが今は応答できません。',
    },
    fix: [
      system(
        "Try again later; if it lasts, see the provider's status page.",
        '後でもう一度試す。続く場合は提供元の稼働状況を確かめる。',
      ),
    ],
    example: '{"error":"temporarily_unavailable"}',
  },
]);
