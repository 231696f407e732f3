// Knows how Google's token endpoint says that an administrator or a policy is in the way (https://developers.google.com/identity/protocols/oauth2,
// https://support.google.com/accounts/answer/16668185, https://support.google.com/cloud/answer/15549945). Data only.

import { server, rowsWith } from './fixes.ts';
import { signIn } from './token-fixes.ts';

const delegationMissing = {
  cause: {
    en: 'The service account may not act for the mailboxes of this domain.',
    ja: 'サービス アカウントに、このドメインのメールボックスの代理が許可されていません。',
  },
  fix: [
    server(
      'Google Admin console > Security > Access and data control > API controls > Manage Domain Wide Delegation > Add new: the client ID of the service account (a number; Google Cloud console > IAM & Admin > Service Accounts > its details) with the scope https://mail.google.com/. It may take a day to hold.',
      'Google 管理コンソール >「セキュリティ」>「アクセスとデータ管理」>「API の制御」>「ドメイン全体の委任を管理」>「新しく追加」で、サービス アカウントのクライアントID(数字。Google Cloud コンソール >「IAM と管理」>「サービス アカウント」の詳細にある)にスコープ https://mail.google.com/ を許可する。反映に1日かかることがある。',
    ),
  ],
};
const forbiddenByAdministrator = {
  cause: {
    en: 'An administrator of Google Workspace does not allow this app.',
    ja: 'Google Workspace の管理者がこのアプリを許可していません。',
  },
  fix: [
    server(
      'Google Admin console > Security > Access and data control > API controls > Manage app access: allow the client {application} ("Trusted").',
      'Google 管理コンソール >「セキュリティ」>「アクセスとデータ管理」>「API の制御」>「アプリのアクセスを管理」で、クライアント {application} を「信頼できる」にする。',
    ),
    signIn,
  ],
};

export const googleConsentRows = rowsWith({ at: ['token'] }, [
  {
    id: 'google-account-disabled',
    vendors: ['gmail'],
    codes: ['invalid_grant'],
    telltales: [
      'account has been disabled',
      'account has been deleted',
      'account disabled',
      'account deleted',
      'user … disabled',
    ],
    needsVendor: true,
    class: 'policy',
    acts: 'mail-administrator',
    problem: 'token-sign-in-blocked',
    cause: {
      en: 'The Google account is suspended or deleted.',
      ja: 'Googleのアカウントが停止または削除されています。',
    },
    fix: [
      server(
        'Google Admin console > Directory > Users > {mailbox}: "Reactivate", or restore the user.',
        'Google 管理コンソール >「ディレクトリ」>「ユーザー」> {mailbox} で「再有効化」を選ぶか、ユーザーを復元する。',
      ),
      signIn,
    ],
    example: '{"error":"invalid_grant","error_description":"Account has been deleted"}',
  },
  {
    id: 'google-session-control',
    vendors: ['gmail'],
    codes: ['invalid_grant'],
    telltales: ['invalid_rapt', 'rapt_required'],
    class: 'policy',
    acts: 'mail-administrator',
    problem: 'token-sign-in-blocked',
    cause: {
      en: 'The session length that the domain sets for Google Cloud is over.',
      ja: 'ドメインで決められた Google Cloud のセッションの長さを過ぎました。',
    },
    fix: [
      server(
        'Google Admin console > Security > Access and data control > Google Cloud session control: tick "Exempt Trusted apps" and make this app trusted, or raise the time.',
        'Google 管理コンソール >「セキュリティ」>「アクセスとデータ管理」>「Google Cloud セッションの管理」で「信頼できるアプリを除外する」を選んでこのアプリを信頼できるアプリにするか、時間を延ばす。',
      ),
      signIn,
    ],
    example: '{"error":"invalid_grant","error_description":"reauth related error (invalid_rapt)"}',
  },
  {
    id: 'google-delegation-missing',
    vendors: ['gmail'],
    grants: ['service-account'],
    codes: ['unauthorized_client'],
    telltales: ['client is unauthorized to retrieve access tokens'],
    class: 'policy',
    acts: 'mail-administrator',
    problem: 'token-consent-missing',
    ...delegationMissing,
    example:
      '{"error":"unauthorized_client","error_description":"Client is unauthorized to retrieve access tokens using this method, or client not authorized for any of the scopes requested."}',
  },
  {
    id: 'google-delegation-refused',
    vendors: ['gmail'],
    grants: ['service-account'],
    codes: ['unauthorized_client', 'access_denied', 'invalid_scope'],
    class: 'policy',
    acts: 'mail-administrator',
    problem: 'token-consent-missing',
    ...delegationMissing,
    example: '{"error":"access_denied","error_description":"Requested client not authorized."}',
  },
  {
    id: 'google-admin-policy-enforced',
    codes: ['admin_policy_enforced'],
    class: 'policy',
    acts: 'mail-administrator',
    problem: 'token-consent-missing',
    ...forbiddenByAdministrator,
    example: '{"error":"admin_policy_enforced"}',
  },
  {
    id: 'google-app-of-another-organization',
    codes: ['org_internal'],
    class: 'policy',
    acts: 'us',
    problem: 'token-consent-missing',
    cause: {
      en: 'The app takes accounts of its own Google Cloud organization alone (user type "Internal"), and this account is of another.',
      ja: 'アプリを使えるのは、そのアプリが属する Google Cloud の組織のアカウントだけ(ユーザーの種類「内部」)で、このアカウントは別の組織のものです。',
    },
    fix: [
      server(
        'Google Cloud console > Google Auth Platform > Audience (project of the client {application}): "Make external"; or use a client ID of the organization that {mailbox} belongs to.',
        'Google Cloud コンソール > Google Auth Platform >「対象」(クライアント {application} のプロジェクト)で外部に公開する。または、{mailbox} の組織で作ったクライアントIDを使う。',
      ),
      signIn,
    ],
    example: '{"error":"org_internal"}',
  },
  {
    id: 'google-access-denied',
    vendors: ['gmail'],
    codes: ['access_denied'],
    class: 'policy',
    acts: 'mail-administrator',
    problem: 'token-consent-missing',
    ...forbiddenByAdministrator,
    example: '{"error":"access_denied"}',
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
