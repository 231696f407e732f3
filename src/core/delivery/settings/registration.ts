// Knows the portal's settings of registering and confirming an address (half of Authentication/Registration/…). Data only.
// Defaults: documentation "Set authentication identity"; portal 8.3, AspNet/Mvc/Extensions.cs.

import type { Setting } from './setting.ts';

export const registration = {
  'Authentication/Registration/Enabled': {
    type: 'boolean',
    default: true,
    meaning: {
      en: 'Allows any registration of new users; every other way to register needs it.',
      ja: '新しいユーザーの登録をすべての方法について許可します。ほかの登録方法にはこの設定が必要です。',
    },
    mail: {
      en: 'If false, nobody new can register or redeem an invitation, so nobody new gets a confirmation mail.',
      ja: 'false の場合、登録も招待の引き換えもできないため、新しい利用者への確認メールはありません。',
    },
  },
  'Authentication/Registration/EmailConfirmationEnabled': {
    type: 'boolean',
    default: true,
    meaning: {
      en: 'Lets users ask for a mail that confirms their e-mail address.',
      ja: '利用者がメールアドレスの確認メールを要求できるようにします。',
    },
    mail: {
      en: 'If false, no confirmation mail, hence no two-factor codes for local accounts.',
      ja: 'false の場合、確認メールは要求されず、ローカル アカウントの2要素認証コードも送信されません。',
    },
  },
  'Authentication/Registration/RequiresConfirmation': {
    type: 'boolean',
    default: false,
    meaning: {
      en: 'Documented as switching e-mail confirmation on and open registration off; the last public portal code does not read it.',
      ja: 'ドキュメントではメールアドレスの確認を有効にし、オープン登録を無効にする設定です。公開されている最後のポータルのコードでは使われていません。',
    },
    mail: {
      en: 'If true, a confirmation mail may be asked for at registration.',
      ja: 'true の場合、登録時に確認メールが要求されることがあります。',
    },
  },
  'Authentication/Registration/RequiresInvitation': {
    type: 'boolean',
    default: false,
    meaning: {
      en: 'Lets nobody register without an invitation.',
      ja: '招待された人だけが登録できるようにします。',
    },
    mail: {
      en: 'If true, without a working invitation mail nobody new can register.',
      ja: 'true の場合、招待メールが届かないと新しい利用者は登録できません。',
    },
  },
  'Authentication/Registration/RequireInvitationCode': {
    type: 'boolean',
    default: false,
    meaning: {
      en: 'Asks for an invitation code at registration.',
      ja: '登録時に招待コードの入力を必須にします。',
    },
    mail: {
      en: 'If true, the code usually comes with the invitation mail.',
      ja: 'true の場合に必要なコードは、通常は招待メールで届きます。',
    },
  },
  'Authentication/Registration/OpenRegistrationEnabled': {
    type: 'boolean',
    default: true,
    meaning: {
      en: 'Lets visitors make a local account without an invitation.',
      ja: '招待されていない訪問者がローカル アカウントを作成できるようにします。',
    },
    mail: {
      en: 'If false, only invited people can register and get a confirmation mail.',
      ja: 'false の場合、登録して確認メールを受け取れるのは招待された人だけです。',
    },
  },
  'Authentication/Registration/InvitationEnabled': {
    type: 'boolean',
    default: true,
    meaning: {
      en: 'Shows the form in which an invitation code is redeemed.',
      ja: '招待コードを引き換えるフォームを表示します。',
    },
    mail: {
      en: 'If false, the invitation mail arrives, but its code cannot be redeemed.',
      ja: 'false の場合、招待メールが届いてもコードを引き換えられません。',
    },
  },
  'Authentication/Registration/CaptchaEnabled': {
    type: 'boolean',
    default: false,
    meaning: {
      en: 'Shows a captcha on the registration page.',
      ja: '登録ページに画像認証を表示します。',
    },
  },
  'Authentication/Registration/IsCaptchaEnabledForRegistration': {
    type: 'boolean',
    default: false,
    meaning: {
      en: 'Shows a captcha on the registration page of newer portals.',
      ja: '新しいポータルの登録ページに画像認証を表示します。',
    },
  },
  'Authentication/Registration/LocalLoginDeprecated': {
    type: 'boolean',
    default: false,
    meaning: {
      en: 'Stops new local accounts from being made.',
      ja: '新しいローカル アカウントを作成できないようにします。',
    },
    mail: {
      en: 'If true, nobody new gets a confirmation or reset mail.',
      ja: 'true の場合、新しい利用者が確認メールやリセットメールを受け取ることはありません。',
    },
  },
  'Authentication/Registration/ProfileRedirectEnabled': {
    type: 'boolean',
    default: true,
    meaning: {
      en: 'Leads to the profile page after registration.',
      ja: '登録後にプロファイル ページへ移動します。',
    },
  },
  'Authentication/Registration/TermsAgreementEnabled': {
    type: 'boolean',
    default: false,
    meaning: {
      en: 'Asks for agreement to the terms before sign-in.',
      ja: 'サインインの前に利用条件への同意を求めます。',
    },
  },
  'Authentication/Registration/TermsPublicationDate': {
    type: 'text',
    meaning: {
      en: 'Date of the terms; agreement is asked for again after it.',
      ja: '利用条件の公開日です。この日より前の同意は再度求められます。',
    },
  },
  'Authentication/Registration/DenyMinors': {
    type: 'boolean',
    default: false,
    meaning: { en: 'Refuses sign-in to minors.', ja: '未成年者のサインインを拒否します。' },
  },
  'Authentication/Registration/DenyMinorsWithoutParentalConsent': {
    type: 'boolean',
    default: false,
    meaning: {
      en: 'Refuses sign-in to minors without the consent of their parents.',
      ja: '保護者の同意がない未成年者のサインインを拒否します。',
    },
  },
} as const satisfies Record<string, Setting>;
