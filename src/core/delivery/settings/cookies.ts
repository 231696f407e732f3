// Knows the portal's settings of its cookies (Authentication/ApplicationCookie/…, Authentication/TwoFactorCookie/…) and of a
// few pages elsewhere. Data only. Defaults: documentation "Set authentication identity"; portal 8.3.

import type { Setting } from './setting.ts';
import { day, minute } from './time-span.ts';

export const cookies = {
  'Authentication/ApplicationCookie/AuthenticationType': {
    type: 'text',
    default: 'ApplicationCookie',
    meaning: { en: 'Type of the sign-in cookie.', ja: 'サインインCookieの種類です。' },
  },
  'Authentication/ApplicationCookie/CookieName': {
    type: 'text',
    default: '.AspNet.Cookies',
    meaning: { en: 'Name of the sign-in cookie.', ja: 'サインインCookieの名前です。' },
  },
  'Authentication/ApplicationCookie/CookieDomain': {
    type: 'text',
    meaning: { en: 'Domain of the sign-in cookie.', ja: 'サインインCookieのドメインです。' },
  },
  'Authentication/ApplicationCookie/CookiePath': {
    type: 'text',
    default: '/',
    meaning: { en: 'Path of the sign-in cookie.', ja: 'サインインCookieのパスです。' },
  },
  'Authentication/ApplicationCookie/CookieHttpOnly': {
    type: 'boolean',
    default: true,
    meaning: {
      en: 'Hides the sign-in cookie from scripts in the browser.',
      ja: 'ブラウザーのスクリプトからサインインCookieを読めないようにします。',
    },
  },
  'Authentication/ApplicationCookie/CookieSecure': {
    type: 'word',
    words: ['SameAsRequest', 'Never', 'Always'],
    default: 'SameAsRequest',
    meaning: {
      en: 'Whether the sign-in cookie is sent over HTTPS only.',
      ja: 'サインインCookieをHTTPSの要求だけで送るかどうかです。',
    },
  },
  'Authentication/ApplicationCookie/ExpireTimeSpan': {
    type: 'time-span',
    default: day,
    meaning: { en: 'How long a sign-in lasts.', ja: 'サインインが有効な時間です。' },
  },
  'Authentication/ApplicationCookie/AbsoluteSlidingExpireTimeSpan': {
    type: 'time-span',
    meaning: {
      en: 'How long a sign-in lasts at most, however busy the user is.',
      ja: '操作を続けていてもサインインが切れるまでの時間です。',
    },
  },
  'Authentication/ApplicationCookie/SlidingExpiration': {
    type: 'boolean',
    default: true,
    meaning: {
      en: 'Prolongs a sign-in while the user is busy.',
      ja: '操作している間、サインインの有効期限を延ばします。',
    },
  },
  'Authentication/ApplicationCookie/LoginPath': {
    type: 'text',
    default: '/signin',
    meaning: {
      en: 'Page to which a visitor who is not signed in is led.',
      ja: 'サインインしていない訪問者の移動先です。',
    },
  },
  'Authentication/ApplicationCookie/LogoutPath': {
    type: 'text',
    meaning: { en: 'Page that signs the user out.', ja: 'サインアウトするページです。' },
  },
  'Authentication/ApplicationCookie/ReturnUrlParameter': {
    type: 'text',
    meaning: {
      en: 'Name of the parameter with the page to return to after sign-in.',
      ja: 'サインイン後に戻るページを渡すパラメーターの名前です。',
    },
  },
  'Authentication/ApplicationCookie/SecurityStampValidator/ValidateInterval': {
    type: 'time-span',
    default: 30 * minute,
    meaning: {
      en: 'How often a sign-in is checked against the user record.',
      ja: 'サインインをユーザーのレコードと照合する間隔です。',
    },
  },
  'Authentication/TwoFactorCookie/AuthenticationType': {
    type: 'text',
    default: 'TwoFactorCookie',
    meaning: { en: 'Type of the two-factor cookie.', ja: '2要素認証Cookieの種類です。' },
  },
  'Authentication/TwoFactorCookie/ExpireTimeSpan': {
    type: 'time-span',
    default: 5 * minute,
    meaning: {
      en: 'How long the sign-in waits for the code from the mail.',
      ja: 'サインインがメールのコードの入力を待つ時間です。',
    },
    mail: {
      en: 'If too short, the code arrives after the sign-in was given up; codes themselves live 6 to 9 minutes.',
      ja: '短すぎると、コードが届く前にサインインが打ち切られます。コード自体の有効時間は6分から9分です。',
    },
  },
  'Authentication/LoginTrackingEnabled': {
    type: 'boolean',
    default: false,
    meaning: {
      en: 'Records the last sign-in of each contact.',
      ja: '取引先担当者ごとに最後のサインインを記録します。',
    },
  },
  'Authentication/UserStore/DeleteByStatusCode': {
    type: 'boolean',
    default: true,
    meaning: {
      en: 'Deactivates a contact in place of deleting it.',
      ja: '取引先担当者を削除せず、非アクティブにします。',
    },
  },
  'Profile/ShowMarketingOptionsPanel': {
    type: 'boolean',
    default: false,
    meaning: {
      en: 'Shows the boxes "How may we contact you?" on the profile page.',
      ja: 'プロファイル ページに「希望する連絡方法」を表示します。',
    },
    mail: {
      en: 'If true, whoever leaves the box for e-mail empty sets "Do not allow Email" for himself.',
      ja: 'true の場合、電子メールのチェックを外した利用者は、自分の「電子メール」を許可しない設定になります。',
    },
  },
  'Profile/ForceSignUp': {
    type: 'boolean',
    default: false,
    meaning: {
      en: 'Asks new users to fill in their profile first.',
      ja: '新しい利用者に、先にプロファイルの入力を求めます。',
    },
  },
  'Account/EmailConfirmation/WorkflowName': {
    type: 'text',
    default: 'ADX Sign Up Email',
    meaning: {
      en: 'Workflow that sends the confirmation mail of the old account pages.',
      ja: '旧式のアカウント ページで確認メールを送るワークフローの名前です。',
    },
    mail: {
      en: 'Those pages find the workflow by this name alone, and only if it is activated.',
      ja: '旧式のページはこの名前だけでワークフローを探すため、名前が一致し、アクティブ化されている必要があります。',
    },
  },
} as const satisfies Record<string, Setting>;
