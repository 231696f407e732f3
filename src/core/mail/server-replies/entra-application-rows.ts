// Knows Microsoft Entra's numbers about applications, consent and tokens
// (https://learn.microsoft.com/entra/identity-platform/reference-error-codes). Data only.

import { entra, keeper, rowsWith, user } from './fixes.ts';

const consent = entra(
  'Microsoft Entra admin center > App registrations > the application > API permissions: "Grant admin consent".',
  'Microsoft Entra 管理センター >「アプリの登録」> 対象のアプリ >「API のアクセス許可」で「管理者の同意を与えます」を選ぶ。',
);
const signIn = user(
  'Sign in again with the account of {mailbox}.',
  '{mailbox} のアカウントで、もう一度サインインする。',
);

export const entraApplicationRows = rowsWith({ at: ['token'] }, [
  {
    id: 'entra-not-consented',
    statuses: ['AADSTS65001', 'AADSTS90094', 'AADSTS90008', 'AADSTS65004'],
    class: 'policy',
    acts: 'mail-administrator',
    cause: {
      en: 'Nobody of the tenant has consented to what the application asks for, or consent was declined.',
      ja: 'アプリケーションの求めるアクセス許可に、テナントで同意していないか、同意が拒否されました。',
    },
    fix: [consent],
    example:
      '{"error":"invalid_grant","error_description":"AADSTS65001: The user or administrator has not consented to use the application with ID ..."}',
  },
  {
    id: 'entra-client-secret-wrong',
    statuses: ['AADSTS7000215', 'AADSTS70002'],
    class: 'credential',
    acts: 'mail-administrator',
    cause: {
      en: "The client secret is wrong; often the secret's id was pasted instead of its value.",
      ja: 'クライアント シークレットが誤っています。値ではなくシークレットIDを貼り付けていることがよくあります。',
    },
    fix: [
      entra(
        'Microsoft Entra admin center > App registrations > the application > Certificates & secrets: make a new secret and enter its "Value" in the server profile.',
        'Microsoft Entra 管理センター >「アプリの登録」> 対象のアプリ >「証明書とシークレット」で新しいシークレットを作り、その「値」をサーバー プロファイルに入力する。',
      ),
    ],
    example:
      '{"error":"invalid_client","error_description":"AADSTS7000215: Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID"}',
  },
  {
    id: 'entra-client-secret-expired',
    statuses: ['AADSTS7000222'],
    class: 'credential',
    acts: 'mail-administrator',
    unconfirmed: true,
    cause: {
      en: 'The client secret has usually expired then.',
      ja: 'クライアント シークレットの期限が切れている可能性があります。',
    },
    fix: [
      entra(
        'Microsoft Entra admin center > App registrations > the application > Certificates & secrets: make a new secret, enter it in the server profile, and note its last day.',
        'Microsoft Entra 管理センター >「アプリの登録」> 対象のアプリ >「証明書とシークレット」で新しいシークレットを作ってサーバー プロファイルに入力し、期限を控えておく。',
      ),
    ],
    example:
      '{"error":"invalid_client","error_description":"AADSTS7000222: The provided client secret keys for app are expired."}',
  },
  {
    id: 'entra-application-not-found',
    statuses: ['AADSTS700016'],
    class: 'configuration',
    acts: 'us',
    unconfirmed: true,
    cause: {
      en: 'The application may not be in this tenant: client id or tenant id is wrong, usually.',
      ja: 'このテナントにアプリケーションがない可能性があります。クライアントIDかテナントIDの誤りです。',
    },
    fix: [
      keeper(
        'Compare client id and tenant id with the "Overview" of the app registration.',
        'クライアントIDとテナントIDを、アプリの登録の「概要」と照らし合わせる。',
      ),
    ],
    example:
      '{"error":"unauthorized_client","error_description":"AADSTS700016: Application with identifier was not found in the directory"}',
  },
  {
    id: 'entra-tenant-not-found',
    statuses: ['AADSTS90002', 'AADSTS50059'],
    class: 'configuration',
    acts: 'us',
    cause: {
      en: 'There is no tenant of this id, or the request names none.',
      ja: 'このIDのテナントがないか、要求にテナントが書かれていません。',
    },
    fix: [
      keeper(
        'Correct the tenant id: Microsoft Entra admin center > Overview > "Tenant ID".',
        'テナントIDを直す: Microsoft Entra 管理センター >「概要」>「テナント ID」。',
      ),
    ],
    example: '{"error":"invalid_request","error_description":"AADSTS90002: Tenant \'contoso\' not found."}',
  },
  {
    id: 'entra-refresh-token-expired',
    statuses: ['AADSTS700082', 'AADSTS70008', 'AADSTS700084'],
    class: 'credential',
    acts: 'us',
    cause: {
      en: 'The refresh token has expired, because it was not used for long (90 days) or its lifetime is over.',
      ja: '更新トークンの期限が切れています。長い間(90日)使われなかったか、有効期間が終わりました。',
    },
    fix: [signIn],
    example:
      '{"error":"invalid_grant","error_description":"AADSTS700082: The refresh token has expired due to inactivity."}',
  },
  {
    id: 'entra-session-revoked',
    statuses: ['AADSTS50132', 'AADSTS50133', 'AADSTS50173'],
    class: 'credential',
    acts: 'us',
    cause: {
      en: 'The sign-in was revoked: the password was changed, or an administrator ended the sessions.',
      ja: 'サインインが取り消されました。パスワードの変更か、管理者によるセッションの終了です。',
    },
    fix: [signIn],
    example:
      '{"error":"invalid_grant","error_description":"AADSTS50173: The provided grant has expired due to it being revoked."}',
  },
]);
