// Knows Microsoft Entra's numbers about accounts, passwords, policies and the service itself
// (https://learn.microsoft.com/entra/identity-platform/reference-error-codes). Data only.

import { entra, keeper, user, rowsWith } from './fixes.ts';
import { applicationSignInLog, signIn, userSignInLog, withoutUser } from './token-fixes.ts';

export const entraAccountRows = rowsWith({ at: ['token'] }, [
  {
    id: 'entra-multi-factor-required',
    statuses: ['AADSTS50076', 'AADSTS50079', 'AADSTS50072', 'AADSTS50074', 'AADSTS50078', 'AADSTS50158'],
    class: 'policy',
    acts: 'mail-administrator',
    problem: 'token-sign-in-blocked',
    cause: {
      en: 'The account needs multi-factor authentication, which a stored sign-in cannot do.',
      ja: 'このアカウントには多要素認証が必要で、保存済みのサインインでは応じられません。',
    },
    fix: [signIn, userSignInLog, applicationSignInLog, withoutUser],
    example:
      '{"error":"interaction_required","error_description":"AADSTS50076: Due to a configuration change made by your administrator, you must use multi-factor authentication"}',
  },
  {
    id: 'entra-conditional-access',
    statuses: [
      'AADSTS53003',
      'AADSTS53000',
      'AADSTS53001',
      'AADSTS53002',
      'AADSTS53004',
      'AADSTS530003',
      'AADSTS50005',
      'AADSTS50131',
      'AADSTS50097',
    ],
    class: 'policy',
    acts: 'mail-administrator',
    problem: 'token-sign-in-blocked',
    cause: {
      en: 'A conditional access rule of the tenant forbids this sign-in (place, device or application).',
      ja: 'テナントの条件付きアクセスが、このサインイン(場所、デバイス、アプリ)を禁止しています。',
    },
    fix: [userSignInLog, applicationSignInLog, withoutUser],
    example:
      '{"error":"invalid_grant","error_description":"AADSTS53003: Access has been blocked by Conditional Access policies."}',
  },
  {
    id: 'entra-wrong-password',
    statuses: ['AADSTS50126', 'AADSTS50056'],
    class: 'credential',
    acts: 'us',
    problem: 'token-sign-in-blocked',
    cause: { en: 'User name or password is wrong.', ja: 'ユーザー名またはパスワードが違います。' },
    fix: [
      user(
        'Sign in to https://portal.office.com as {mailbox} and set a new password.',
        'https://portal.office.com に {mailbox} でサインインし、新しいパスワードを設定する。',
      ),
      signIn,
    ],
    example:
      '{"error":"invalid_grant","error_description":"AADSTS50126: Error validating credentials due to invalid username or password."}',
  },
  {
    id: 'entra-password-expired',
    statuses: ['AADSTS50055', 'AADSTS50144'],
    class: 'credential',
    acts: 'us',
    problem: 'token-sign-in-blocked',
    cause: { en: 'The password has expired.', ja: 'パスワードの期限が切れています。' },
    fix: [
      user(
        'Sign in to https://portal.office.com as {mailbox} and set a new password.',
        'https://portal.office.com に {mailbox} でサインインし、新しいパスワードを設定する。',
      ),
      signIn,
    ],
    example: '{"error":"invalid_grant","error_description":"AADSTS50055: The password is expired."}',
  },
  {
    id: 'entra-account-locked',
    statuses: ['AADSTS50053'],
    class: 'policy',
    acts: 'mail-administrator',
    problem: 'token-sign-in-blocked',
    cause: {
      en: 'The account is locked after too many wrong sign-ins, or sign-ins from this address are blocked.',
      ja: '誤ったサインインが続いてアカウントがロックされているか、この接続元からのサインインがブロックされています。',
    },
    fix: [
      entra(
        'Microsoft 365 admin center > Users > Active users > {mailbox}: unblock sign-in; Microsoft Entra admin center > Monitoring & health > Sign-in logs shows who tried.',
        'Microsoft 365 管理センター >「ユーザー」>「アクティブなユーザー」> {mailbox} でサインインのブロックを解除する。誰が試したかは Microsoft Entra 管理センター >「監視と正常性」>「サインイン ログ」でわかる。',
      ),
    ],
    example:
      '{"error":"invalid_grant","error_description":"AADSTS50053: The account is locked, you\'ve tried to sign in too many times with an incorrect user ID or password."}',
  },
  {
    id: 'entra-account-disabled',
    statuses: ['AADSTS50057'],
    class: 'policy',
    acts: 'mail-administrator',
    problem: 'token-sign-in-blocked',
    cause: { en: 'The account is disabled.', ja: 'アカウントが無効です。' },
    fix: [
      entra(
        'Microsoft 365 admin center > Users > Active users > {mailbox} > "Unblock sign-in". For a shared mailbox, whose own account stays blocked, sign in as the application or as a user with access to it.',
        'Microsoft 365 管理センター >「ユーザー」>「アクティブなユーザー」> {mailbox} >「サインインのブロックを解除」を選ぶ。共有メールボックス自体のアカウントはブロックしたままにし、アプリとして、またはアクセス権のある利用者でサインインする。',
      ),
    ],
    example: '{"error":"invalid_grant","error_description":"AADSTS50057: The user account is disabled."}',
  },
  {
    id: 'entra-account-not-found',
    statuses: ['AADSTS50034', 'AADSTS51004'],
    class: 'configuration',
    acts: 'us',
    problem: 'token-sign-in-blocked',
    cause: { en: 'The tenant has no such user.', ja: 'テナントにこの利用者がいません。' },
    fix: [
      keeper(
        'Compare userName and emailAddress in the record of the mailbox {mailbox} with the "User principal name" of the account in Microsoft Entra.',
        '設定ファイルのメールボックス {mailbox} の userName と emailAddress を、Microsoft Entra のアカウントの「ユーザー プリンシパル名」と見比べる。',
      ),
    ],
    example:
      '{"error":"invalid_grant","error_description":"AADSTS50034: The user account does not exist in the directory."}',
  },
  {
    id: 'entra-busy',
    statuses: ['AADSTS90033', 'AADSTS90006', 'AADSTS90024', 'AADSTS50087', 'AADSTS90012'],
    class: 'transient',
    acts: 'provider',
    problem: 'token-later',
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
    problem: 'token-later',
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
]);
