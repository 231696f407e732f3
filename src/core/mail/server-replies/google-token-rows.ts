// Knows what Google's token endpoint adds to OAuth's errors (https://developers.google.com/identity/protocols/oauth2). Data only.

import { keeper, server, rowsWith } from './fixes.ts';
import { compareRecord, setClock, signIn } from './token-fixes.ts';

const expiredOrRevoked = {
  cause: {
    en: 'The refresh token has expired or was revoked. In this order look for: the app is still in "Testing" (its tokens live seven days), six months without use, a changed Google password, access taken away by the user, more than 100 newer tokens of this account and client.',
    ja: '更新トークンの期限が切れたか、取り消されています。考えられる原因を順に挙げると、アプリが「テスト中」のまま(トークンは7日で切れる)、6か月使われていない、Googleのパスワードの変更、利用者によるアクセス権の削除、同じアカウントとクライアントの新しいトークンが100個を超えた、です。',
  },
  fix: [
    server(
      'Google Cloud console > Google Auth Platform > Audience: is "Publishing status" still Testing? Press "Publish app".',
      'Google Cloud コンソール >「Google Auth Platform」 >「対象」の「公開ステータス」が「テスト中」なら、「アプリを公開」を押す。',
    ),
    signIn,
  ],
};
const clientNotKnown = {
  cause: {
    en: 'Google does not recognise the client: its id or secret is wrong, or the client was deleted.',
    ja: 'Googleがクライアントを認識しません。IDかシークレットが誤っているか、クライアントが削除されています。',
  },
  fix: [
    server(
      'Google Cloud console > Google Auth Platform > Clients: open the client {application} and compare its client ID; under "Client secrets" add a new one if need be.',
      'Google Cloud コンソール >「Google Auth Platform」 >「クライアント」で対象のクライアント {application} を開き、「クライアント ID」を見比べる。必要なら「クライアント シークレット」に新しいものを追加する。',
    ),
    compareRecord(
      'oauthClientId, and where oauthClientSecret is kept.',
      'oauthClientId と、oauthClientSecret が示す場所にある値。',
    ),
  ],
};

export const googleTokenRows = rowsWith({ at: ['token'] }, [
  {
    id: 'google-token-expired-or-revoked',
    codes: ['invalid_grant'],
    telltales: ['token has been expired or revoked'],
    class: 'credential',
    acts: 'us',
    problem: 'token-sign-in-over',
    ...expiredOrRevoked,
    example: '{"error":"invalid_grant","error_description":"Token has been expired or revoked."}',
  },
  {
    id: 'google-refresh-token-refused',
    vendors: ['gmail'],
    grants: ['refresh-token'],
    codes: ['invalid_grant'],
    class: 'credential',
    acts: 'us',
    problem: 'token-sign-in-over',
    ...expiredOrRevoked,
    example: '{"error":"invalid_grant","error_description":"invalid_grant"}',
  },
  {
    id: 'google-refresh-token-bad-request',
    vendors: ['gmail'],
    grants: ['refresh-token'],
    codes: ['invalid_grant'],
    telltales: ['bad request'],
    needsVendor: true,
    class: 'credential',
    acts: 'us',
    problem: 'token-sign-in-over',
    ...expiredOrRevoked,
    example: '{"error":"invalid_grant","error_description":"Bad Request"}',
  },
  {
    id: 'google-token-bad-request',
    codes: ['invalid_grant'],
    telltales: ['bad request', 'malformed auth code'],
    class: 'credential',
    acts: 'us',
    problem: 'token-sign-in-over',
    unconfirmed: true,
    cause: {
      en: 'The code was usually used before, made for another redirect address, or the clock of this machine is wrong.',
      ja: 'コードが使用済みか、リダイレクト先が違うか、このマシンの時計がずれている可能性があります。',
    },
    fix: [signIn, setClock],
    example: '{"error":"invalid_grant","error_description":"Malformed auth code."}',
  },
  {
    id: 'google-invalid-jwt',
    codes: ['invalid_grant'],
    telltales: ['invalid jwt'],
    class: 'configuration',
    acts: 'us',
    unconfirmed: true,
    cause: {
      en: 'The signed request of the service account may have a wrong time, key or user.',
      ja: 'サービス アカウントの署名付き要求の時刻、鍵、またはユーザーが誤っている可能性があります。',
    },
    fix: [
      keeper(
        'Set the clock, use a key that is still active, and name a user of that Google Workspace.',
        '時計を合わせ、有効な鍵を使い、そのGoogle Workspaceのユーザーを指定する。',
      ),
    ],
    example: '{"error":"invalid_grant","error_description":"Invalid JWT: Failed audience check."}',
  },
  {
    id: 'google-assertion-out-of-time',
    vendors: ['gmail'],
    codes: ['invalid_grant'],
    telltales: ['reasonable timeframe', 'short-lived token', 'iat and exp'],
    class: 'local',
    acts: 'us',
    problem: 'token-clock',
    cause: {
      en: 'What the service account signed is out of its time: the clock here is wrong.',
      ja: 'サービス アカウントによる署名の時刻が範囲を外れています。このコンピューターの時計が狂っています。',
    },
    fix: [setClock],
    example:
      '{"error":"invalid_grant","error_description":"Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. Check your iat and exp values."}',
  },
  {
    id: 'google-service-account-key',
    vendors: ['gmail'],
    grants: ['service-account'],
    codes: ['invalid_grant'],
    telltales: ['invalid jwt signature', 'account not found'],
    class: 'credential',
    acts: 'mail-administrator',
    problem: 'token-application-refused',
    cause: {
      en: 'The key of the service account is not valid: it was deleted, or the service account itself was.',
      ja: 'サービス アカウントの鍵が無効です。鍵かサービス アカウントが削除されています。',
    },
    fix: [
      server(
        "Google Cloud console > IAM & Admin > Service Accounts > (the account) > Keys > Add key > Create new key (JSON). Put the file where the record's oauthServiceAccount says that it is kept.",
        'Google Cloud コンソール >「IAM と管理」>「サービス アカウント」> 対象のアカウント >「鍵」>「キーを追加」>「新しい鍵を作成」(JSON)を選び、設定ファイルの oauthServiceAccount が示す場所に保存する。',
      ),
    ],
    example: '{"error":"invalid_grant","error_description":"Invalid JWT Signature."}',
  },
  {
    id: 'google-client-not-known',
    codes: ['deleted_client'],
    class: 'credential',
    acts: 'mail-administrator',
    problem: 'token-application-refused',
    ...clientNotKnown,
    example: '{"error":"deleted_client","error_description":"The OAuth client was deleted."}',
  },
  {
    id: 'google-client-refused',
    vendors: ['gmail'],
    codes: ['invalid_client', 'unauthorized_client'],
    class: 'credential',
    acts: 'mail-administrator',
    problem: 'token-application-refused',
    ...clientNotKnown,
    example: '{"error":"invalid_client","error_description":"The OAuth client was not found."}',
  },
  {
    id: 'google-user-not-known',
    vendors: ['gmail'],
    codes: ['invalid_grant', 'invalid_request'],
    telltales: ['invalid email or user id', 'not a valid email'],
    class: 'configuration',
    acts: 'us',
    problem: 'token-sign-in-blocked',
    cause: {
      en: 'Google knows no such user in the domain of the service account.',
      ja: 'サービス アカウントのドメインに、この利用者がいません。',
    },
    fix: [
      keeper(
        "emailAddress in the record of the mailbox {mailbox} has to be the account's primary address; aliases and groups are not accepted.",
        '設定ファイルのメールボックス {mailbox} の emailAddress は、アカウントのメインのアドレスでなければならない(エイリアスやグループは不可)。',
      ),
    ],
    example: '{"error":"invalid_grant","error_description":"Invalid email or User ID"}',
  },
]);
