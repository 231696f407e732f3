// Knows the portal's settings of signing in, codes and passwords (half of Authentication/Registration/…). Data only.
// Defaults: documentation "Set authentication identity"; portal 8.3, AspNet/Mvc/Extensions.cs.

import type { Setting } from './setting.ts';

export const signIn = {
  'Authentication/Registration/LocalLoginEnabled': {
    type: 'boolean',
    default: true,
    inCode: false,
    meaning: {
      en: 'Lets users sign in with a user name or e-mail address and a password kept by the portal.',
      ja: 'ユーザー名またはメールアドレスとパスワードによるポータルのローカル アカウントでのサインインを許可します。',
    },
    mail: {
      en: 'Unless true, "Forgot password" answers 404: no reset mail.',
      ja: 'true でないと「パスワードをお忘れですか」が404になり、リセットメールは要求されません。',
    },
  },
  'Authentication/Registration/LocalLoginByEmail': {
    type: 'boolean',
    default: false,
    meaning: {
      en: 'Asks for the e-mail address in place of a user name at local sign-in.',
      ja: 'ローカル サインインで、ユーザー名の代わりにメールアドレスを入力させます。',
    },
  },
  'Authentication/Registration/ExternalLoginEnabled': {
    type: 'boolean',
    default: true,
    meaning: {
      en: 'Lets users sign in and register through external identity providers.',
      ja: '外部のIDプロバイダーによるサインインと登録を許可します。',
    },
    mail: {
      en: 'Whoever registers through a provider is confirmed at once and gets no confirmation mail.',
      ja: '外部のIDプロバイダーで登録した利用者は確認済みになるため、確認メールは送信されません。',
    },
  },
  'Authentication/Registration/RememberMeEnabled': {
    type: 'boolean',
    default: true,
    meaning: {
      en: 'Offers to stay signed in after the browser is closed.',
      ja: 'ブラウザーを閉じてもサインインしたままにするチェック ボックスを表示します。',
    },
  },
  'Authentication/Registration/TwoFactorEnabled': {
    type: 'boolean',
    default: false,
    meaning: {
      en: 'Lets users switch two-factor authentication on for themselves.',
      ja: '利用者が自分で2要素認証を有効にできるようにします。',
    },
    mail: {
      en: 'If false, nobody new can enrol; those who are enrolled still get codes.',
      ja: 'false の場合、新しく有効にできません。すでに有効にした利用者にはコードが送信されます。',
    },
  },
  'Authentication/Registration/RememberBrowserEnabled': {
    type: 'boolean',
    default: true,
    meaning: {
      en: 'Offers to ask for no second factor again in the same browser.',
      ja: '同じブラウザーでは2回目から2要素認証を省くチェック ボックスを表示します。',
    },
    mail: {
      en: 'If true, no code is sent for a browser that is remembered.',
      ja: 'true の場合、記憶されたブラウザーではコードは送信されません。',
    },
  },
  'Authentication/Registration/MobilePhoneEnabled': {
    type: 'boolean',
    default: false,
    meaning: {
      en: 'Shows the mobile phone on the profile; the product does not support it.',
      ja: 'プロファイルに携帯電話を表示します。製品ではサポートされていません。',
    },
    mail: {
      en: 'If true, choosing the phone for a code ends in an error, and no code is sent.',
      ja: 'true の場合、コードの受け取りに電話を選ぶとエラーになり、コードは送信されません。',
    },
  },
  'Authentication/Registration/ResetPasswordEnabled': {
    type: 'boolean',
    default: true,
    meaning: {
      en: 'Lets users ask for a mail that resets their password.',
      ja: '利用者がパスワードのリセットメールを要求できるようにします。',
    },
    mail: { en: 'If false, no reset mail.', ja: 'false の場合、リセットメールは要求されません。' },
  },
  'Authentication/Registration/ResetPasswordRequiresConfirmedEmail': {
    type: 'boolean',
    default: false,
    meaning: {
      en: 'Sends reset mails to confirmed addresses only.',
      ja: 'パスワードのリセットメールを、確認済みのアドレスにだけ送信します。',
    },
    mail: {
      en: 'If true, an address that is not confirmed gets no reset mail, and the page does not say so.',
      ja: 'true の場合、未確認のアドレスにはリセットメールが送信されず、画面にもその旨は表示されません。',
    },
  },
  'Authentication/Registration/TriggerLockoutOnFailedPassword': {
    type: 'boolean',
    default: true,
    meaning: {
      en: 'Counts wrong passwords, and locks the account after too many.',
      ja: 'パスワードの間違いを数え、多すぎる場合にアカウントをロックします。',
    },
    mail: {
      en: 'If true, while the account is locked no two-factor code is sent.',
      ja: 'true の場合、ロックされている間は2要素認証コードが送信されません。',
    },
  },
  'Authentication/Registration/IsDemoMode': {
    type: 'boolean',
    default: false,
    meaning: {
      en: 'Shows reset and two-factor codes on the page when browser and server are one machine; not for production.',
      ja: 'ブラウザーとサーバーが同じマシンの場合に、リセットと2要素認証のコードを画面に表示します。運用環境では使いません。',
    },
    mail: {
      en: 'If true, codes are shown on the page, so that a mail that never comes may go unnoticed.',
      ja: 'true の場合、コードが画面に表示されるため、メールが届かないことに気付かないことがあります。',
    },
  },
  'Authentication/Registration/LoginButtonAuthenticationType': {
    type: 'text',
    meaning: {
      en: 'Names the one external provider to which the button "Sign in" leads directly.',
      ja: '「サインイン」ボタンから直接移動する外部のIDプロバイダーを1つ指定します。',
    },
    mail: {
      en: 'If not empty, the button skips the local page, and with it "Forgot password" and the two-factor code of local accounts.',
      ja: '空でない場合、ボタンからはローカルのサインイン画面が開かず、「パスワードをお忘れですか」にも2要素認証コードにも進めません。',
    },
  },
  'Authentication/Registration/AzureADLoginEnabled': {
    type: 'boolean',
    default: true,
    meaning: {
      en: 'Lets users sign in with a Microsoft Entra ID account.',
      ja: 'Microsoft Entra IDのアカウントによるサインインを許可します。',
    },
  },
  'Authentication/Registration/SignOutEverywhereEnabled': {
    type: 'boolean',
    default: true,
    meaning: {
      en: 'Ends all sessions of a user at sign-out.',
      ja: 'サインアウト時に、その利用者のすべてのセッションを終了します。',
    },
  },
} as const satisfies Record<string, Setting>;
