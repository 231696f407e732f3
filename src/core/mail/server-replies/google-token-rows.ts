// Knows what Google's token endpoint adds to OAuth's errors (https://developers.google.com/identity/protocols/oauth2). Data only.

import { keeper, rowsWith, server, signInAgain } from './fixes.ts';

export const googleTokenRows = rowsWith({ at: ['token'] }, [
  {
    id: 'google-token-expired-or-revoked',
    codes: ['invalid_grant'],
    telltales: ['token has been expired or revoked'],
    class: 'credential',
    acts: 'us',
    cause: {
      en: 'The consent for Gmail has ended. Look for, in this order: the Google project is in "Testing", where consents end after seven days; six months without use; a changed password; consent taken back; more than 100 newer tokens of this account and client.',
      ja: 'Gmailへの同意が無効になりました。次の順に調べます: Googleプロジェクトが「テスト」状態(同意は7日で失効)、6か月の未使用、パスワードの変更、同意の取り消し、同じアカウントとクライアントの新しいトークンが100個を超えた。',
    },
    fix: [
      signInAgain,
      server(
        'Google Cloud console > APIs & Services > OAuth consent screen: set the publishing status to "In production".',
        'Google Cloud コンソール >「API とサービス」>「OAuth 同意画面」で、公開ステータスを「本番環境」にする。',
      ),
    ],
    example: '{"error":"invalid_grant","error_description":"Token has been expired or revoked."}',
  },
  {
    id: 'google-token-bad-request',
    codes: ['invalid_grant'],
    telltales: ['bad request', 'malformed auth code'],
    class: 'credential',
    acts: 'us',
    unconfirmed: true,
    cause: {
      en: 'The code was usually used before, made for another redirect address, or the clock of this machine is wrong.',
      ja: 'コードが使用済みか、リダイレクト先が違うか、このマシンの時計がずれている可能性があります。',
    },
    fix: [signInAgain, keeper('Set the clock of this machine.', 'このマシンの時計を合わせる。')],
    example: '{"error":"invalid_grant","error_description":"Bad Request"}',
  },
  {
    id: 'google-invalid-jwt',
    codes: ['invalid_grant'],
    telltales: ['invalid jwt', 'invalid email or user id'],
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
    example:
      '{"error":"invalid_grant","error_description":"Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe."}',
  },
  {
    id: 'google-admin-policy-enforced',
    codes: ['admin_policy_enforced'],
    class: 'policy',
    acts: 'mail-administrator',
    unconfirmed: true,
    cause: {
      en: 'The administrator of Google Workspace may not allow this application.',
      ja: 'Google Workspaceの管理者が、このアプリケーションを許可していない可能性があります。',
    },
    fix: [
      server(
        'Google Admin console > Security > API controls > App access control: trust the application.',
        'Google 管理コンソール >「セキュリティ」>「API の制御」>「アプリのアクセス制御」で、アプリケーションを信頼できるものにする。',
      ),
    ],
    example: '{"error":"admin_policy_enforced"}',
  },
  {
    id: 'google-redirect-mismatch',
    codes: ['redirect_uri_mismatch'],
    class: 'configuration',
    acts: 'us',
    unconfirmed: true,
    cause: {
      en: 'The redirect address is usually not one of those registered for the client id.',
      ja: 'リダイレクト先が、クライアントIDに登録されたものと違う可能性があります。',
    },
    fix: [
      server(
        'Google Cloud console > APIs & Services > Credentials > the client id: add the redirect address that the Gmail profile shows.',
        'Google Cloud コンソール >「API とサービス」>「認証情報」> 対象のクライアントIDに、Gmailプロファイルに表示されるリダイレクト先を追加する。',
      ),
    ],
    example: '{"error":"redirect_uri_mismatch"}',
  },
]);
