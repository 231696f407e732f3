// Knows what every token endpoint answers: OAuth's errors (RFC 6749 §5.2, OpenID Connect Core §3.1.2.6). A reply has the OAuth error as its code, and Microsoft's
// AADSTS number, if any, as its status. Data only.

import { keeper, system, rowsWith } from './fixes.ts';
import {
  applicationSignInLog,
  compareRecord,
  newSecret,
  ofApplication,
  signIn,
  signInOfUser,
  userSignInLog,
} from './token-fixes.ts';

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
    fix: [signIn],
    example: '{"error":"invalid_grant"}',
  },
  {
    id: 'token-refresh-token-invalid',
    grants: ['refresh-token'],
    codes: ['invalid_grant'],
    class: 'credential',
    acts: 'us',
    problem: 'token-sign-in-over',
    cause: {
      en: 'The refresh token is not valid (any more): cut off when it was stored, given to another application, or revoked.',
      ja: '更新トークンが無効です。保存のときに途中で切れたか、別のアプリのものか、取り消されています。',
    },
    fix: [
      signIn,
      compareRecord(
        'oauthClientId has to be the application that was signed in to.',
        'oauthClientId は、サインインしたアプリと同じでなければならない。',
      ),
    ],
    example: '{"error":"invalid_grant"}',
  },
  {
    id: 'token-client-invalid',
    codes: ['invalid_client'],
    class: 'credential',
    acts: 'mail-administrator',
    problem: 'token-application-refused',
    cause: {
      en: 'The application itself was not recognised: its secret or certificate is wrong.',
      ja: 'アプリ自体が認証されませんでした。シークレットか証明書が誤っています。',
    },
    fix: [newSecret],
    example: '{"error":"invalid_client","error_description":"The OAuth client was not found."}',
  },
  {
    id: 'token-client-not-allowed',
    codes: ['unauthorized_client'],
    class: 'configuration',
    acts: 'mail-administrator',
    problem: 'token-application-unknown',
    cause: {
      en: 'The application may not ask for tokens in this way.',
      ja: 'アプリがこの方法でトークンを要求することは許可されていません。',
    },
    fix: [
      ofApplication(
        '> Authentication: for sign-in of users "Allow public client flows": Yes; for a sign-in as the application a secret or certificate.',
        '>「認証」で、利用者のサインインなら「パブリック クライアント フローを許可する」を「はい」にする。アプリとしてのサインインにはシークレットか証明書が必要。',
      ),
    ],
    example: '{"error":"unauthorized_client","error_description":"The client is not authorized."}',
  },
  {
    id: 'token-scope-invalid',
    codes: ['invalid_scope', 'invalid_target', 'invalid_resource'],
    class: 'configuration',
    acts: 'us',
    problem: 'token-application-unknown',
    cause: {
      en: 'The scope that was asked for is not known or not allowed.',
      ja: '要求したスコープが未知か、許可されていません。',
    },
    fix: [
      compareRecord(
        'whether the application was given the permission for mail.',
        'アプリにメールの許可が与えられているか。',
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
    problem: 'token-application-unknown',
    cause: {
      en: 'The endpoint does not give tokens in this way.',
      ja: 'エンドポイントがこの方法ではトークンを発行しません。',
    },
    fix: [
      ofApplication(
        '> Authentication: for sign-in of users "Allow public client flows": Yes; for a sign-in as the application a secret or certificate.',
        '>「認証」で、利用者のサインインなら「パブリック クライアント フローを許可する」を「はい」にする。アプリとしてのサインインにはシークレットか証明書が必要。',
      ),
    ],
    example: '{"error":"unsupported_grant_type"}',
  },
  {
    id: 'token-consent-required',
    codes: ['consent_required', 'access_denied'],
    class: 'policy',
    acts: 'mail-administrator',
    problem: 'token-consent-missing',
    cause: {
      en: 'The consent of the user or an administrator is missing.',
      ja: '利用者または管理者の同意がありません。',
    },
    fix: [
      ofApplication(
        '> API permissions > "Grant admin consent for (tenant)".',
        '>「API のアクセス許可」>「(テナント)に管理者の同意を与えます」を押す。',
      ),
      signInOfUser,
    ],
    example: '{"error":"consent_required"}',
  },
  {
    id: 'token-interaction-required',
    codes: ['interaction_required', 'login_required'],
    class: 'policy',
    acts: 'us',
    problem: 'token-sign-in-blocked',
    cause: {
      en: 'The user has to answer something at the sign-in page.',
      ja: 'サインイン画面で利用者が操作する必要があります。',
    },
    fix: [signIn, userSignInLog, applicationSignInLog],
    example: '{"error":"interaction_required"}',
  },
  {
    id: 'token-endpoint-busy',
    codes: ['temporarily_unavailable', 'server_error', 'slow_down'],
    class: 'transient',
    acts: 'provider',
    problem: 'token-later',
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
