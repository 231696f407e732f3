// Knows Microsoft Entra's numbers about accounts, passwords, policies and the service itself
// (https://learn.microsoft.com/entra/identity-platform/reference-error-codes). Data only.

import { enter, entra, exchangeProfile, keeper, rowsWith, user } from './fixes.ts';

const userState = entra(
  'Microsoft Entra admin center > Users > the account: see whether it may sign in, and its sign-in log.',
  'Microsoft Entra 管理センター >「ユーザー」> 対象のアカウントで、サインインが許可されているか、サインイン ログとともに確かめる。',
);

export const entraAccountRows = rowsWith({ at: ['token'] }, [
  {
    id: 'entra-multi-factor-required',
    statuses: ['AADSTS50076', 'AADSTS50079', 'AADSTS50072', 'AADSTS50074', 'AADSTS50158'],
    class: 'policy',
    acts: 'mail-administrator',
    cause: {
      en: 'A second factor is required; a password alone, as a server profile sends it, is not enough.',
      ja: '多要素認証が必要です。サーバー プロファイルが送るパスワードだけではサインインできません。',
    },
    fix: [exchangeProfile],
    example:
      '{"error":"interaction_required","error_description":"AADSTS50076: Due to a configuration change made by your administrator, you must use multi-factor authentication"}',
  },
  {
    id: 'entra-conditional-access',
    statuses: ['AADSTS53003', 'AADSTS53000', 'AADSTS53001', 'AADSTS50131', 'AADSTS50005'],
    class: 'policy',
    acts: 'mail-administrator',
    cause: {
      en: 'A conditional access policy blocks this sign-in (place, device, application).',
      ja: '条件付きアクセス ポリシーがこのサインインを止めています(場所、デバイス、アプリ)。',
    },
    fix: [
      entra(
        'Microsoft Entra admin center > Users > the account > Sign-in logs > the entry > Conditional Access: it names the policy. Exempt the account only if your policy allows that.',
        'Microsoft Entra 管理センター >「ユーザー」> 対象 >「サインイン ログ」> 該当の行 >「条件付きアクセス」でポリシーを調べる。ポリシー上許される場合に限り、アカウントを対象から外す。',
      ),
    ],
    example:
      '{"error":"invalid_grant","error_description":"AADSTS53003: Access has been blocked by Conditional Access policies."}',
  },
  {
    id: 'entra-wrong-password',
    statuses: ['AADSTS50126', 'AADSTS50056'],
    class: 'credential',
    acts: 'us',
    cause: { en: 'User name or password is wrong.', ja: 'ユーザー名またはパスワードが違います。' },
    fix: [
      enter(
        'the user principal name as "User Name" and the current "Password"',
        '「ユーザー名」にユーザー プリンシパル名、「パスワード」に現在のパスワード',
      ),
    ],
    example:
      '{"error":"invalid_grant","error_description":"AADSTS50126: Error validating credentials due to invalid username or password."}',
  },
  {
    id: 'entra-password-expired',
    statuses: ['AADSTS50055', 'AADSTS50144'],
    class: 'credential',
    acts: 'us',
    cause: { en: 'The password has expired.', ja: 'パスワードの期限が切れています。' },
    fix: [
      user(
        'Sign in at https://login.microsoftonline.com and set a new password.',
        'https://login.microsoftonline.com でサインインし、新しいパスワードを設定する。',
      ),
      enter('the new "Password"', '「パスワード」に新しいパスワード'),
    ],
    example: '{"error":"invalid_grant","error_description":"AADSTS50055: The password is expired."}',
  },
  {
    id: 'entra-account-locked',
    statuses: ['AADSTS50053'],
    class: 'policy',
    acts: 'mail-administrator',
    cause: {
      en: 'The account is locked after too many wrong passwords, or the sign-in came from a suspicious address.',
      ja: '誤ったパスワードが続いてアカウントがロックされたか、不審なアドレスからのサインインと判断されました。',
    },
    fix: [userState],
    example:
      '{"error":"invalid_grant","error_description":"AADSTS50053: The account is locked, you\'ve tried to sign in too many times with an incorrect user ID or password."}',
  },
  {
    id: 'entra-account-disabled',
    statuses: ['AADSTS50057'],
    class: 'policy',
    acts: 'mail-administrator',
    cause: { en: 'The account is disabled.', ja: 'アカウントが無効になっています。' },
    fix: [userState],
    example: '{"error":"invalid_grant","error_description":"AADSTS50057: The user account is disabled."}',
  },
  {
    id: 'entra-account-not-found',
    statuses: ['AADSTS50034', 'AADSTS51004'],
    class: 'configuration',
    acts: 'us',
    cause: { en: 'The tenant has no such account.', ja: 'テナントにそのアカウントがありません。' },
    fix: [
      enter(
        'the user principal name of the account as "User Name"',
        '「ユーザー名」にアカウントのユーザー プリンシパル名',
      ),
    ],
    example:
      '{"error":"invalid_grant","error_description":"AADSTS50034: The user account does not exist in the directory."}',
  },
  {
    id: 'entra-resource-not-found',
    statuses: ['AADSTS500011', 'AADSTS650052', 'AADSTS650057', 'AADSTS50001', 'AADSTS70011'],
    class: 'configuration',
    acts: 'us',
    cause: {
      en: 'The resource or scope that was asked for is not in the tenant, or is written wrongly.',
      ja: '求めたリソースまたはスコープが、テナントにないか、誤って書かれています。',
    },
    fix: [
      keeper(
        'Ask for the scope https://outlook.office365.com/.default, and for nothing of another resource.',
        'スコープを https://outlook.office365.com/.default だけにする。',
      ),
    ],
    example:
      '{"error":"invalid_resource","error_description":"AADSTS500011: The resource principal named https://outlook.office.example was not found in the tenant"}',
  },
  {
    id: 'entra-busy',
    statuses: ['AADSTS90033', 'AADSTS90006', 'AADSTS90024', 'AADSTS50087', 'AADSTS90012'],
    class: 'transient',
    acts: 'provider',
    cause: {
      en: 'Microsoft Entra has a passing problem of its own.',
      ja: 'Microsoft Entra側の一時的な問題です。',
    },
    fix: [
      entra(
        'If it lasts: see Microsoft 365 admin center > Health > Service health.',
        '続く場合: Microsoft 365 管理センター >「正常性」>「サービス正常性」を確かめる。',
      ),
    ],
    example:
      '{"error":"temporarily_unavailable","error_description":"AADSTS90033: A transient error has occurred. Please try again."}',
  },
  {
    id: 'entra-too-many-requests',
    statuses: ['AADSTS50196', 'AADSTS90055'],
    class: 'transient',
    acts: 'us',
    cause: {
      en: 'The same token is asked for again and again; Entra stops the loop for some minutes.',
      ja: '同じトークンが繰り返し要求されたため、Entraが数分間止めています。',
    },
    fix: [
      keeper(
        'Ask for a token less often: one is good for about an hour.',
        'トークンの要求を減らす(1つのトークンは約1時間使える)。',
      ),
    ],
    example:
      '{"error":"invalid_grant","error_description":"AADSTS50196: The server terminated an operation because it encountered a client request loop."}',
  },
  {
    id: 'entra-other-cloud',
    statuses: ['AADSTS90038', 'AADSTS900382', 'AADSTS700005'],
    class: 'configuration',
    acts: 'us',
    cause: {
      en: 'The tenant is in a national cloud and has a sign-in host of its own.',
      ja: 'テナントが国別クラウドにあり、サインイン先のホストが異なります。',
    },
    fix: [
      keeper(
        'Use the host of that cloud: login.microsoftonline.us for US Government, login.partner.microsoftonline.cn for China.',
        'そのクラウドのホストを使う(米国政府機関は login.microsoftonline.us、中国は login.partner.microsoftonline.cn)。',
      ),
    ],
    example:
      '{"error":"invalid_request","error_description":"AADSTS900382: Confidential Client is not supported in Cross Cloud request."}',
  },
]);
