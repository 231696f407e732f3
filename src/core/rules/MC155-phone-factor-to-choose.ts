// MC155: the contact has a confirmed phone as well, so sign-in asks which way to take.

import { contactName, sources } from './path-names.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC155',
  subject: 'path',
  stage: 'request',
  severity: 'warning',
  check: ({ path }) => {
    const contact = path.contact.found;
    if (path.message.kind !== 'two-factor-code' || contact?.fields.identityMobilePhoneConfirmed !== true)
      return [];
    const { identityTwoFactorEnabled: enrolled, identityEmailAddress1Confirmed: confirmed } = contact.fields;
    // Without a second factor nothing is chosen (MC104); without a confirmed address only the phone is left (MC170).
    return enrolled === false || confirmed === false || contact.fields.emailAddress1 === null
      ? []
      : [{ params: { contact: contactName(path) }, where: contact.where(['identityMobilePhoneConfirmed']) }];
  },
  en: {
    title: 'A code is sent only after the visitor has chosen e-mail',
    why: 'With one way to send a code the portal sends at once. A confirmed mobile phone is a second way, so sign-in first asks which one: no mail is made before "EmailCode" is chosen, and "PhoneCode" ends in an error, because the portal has no process that sends text messages.',
    message: ({ contact }) =>
      `${contact} has a confirmed mobile phone, so sign-in may wait for a choice, and the choice of the phone fails.`,
    fix: ({ contact }) => [
      { who: 'portal-visitor', do: 'Choose "EmailCode" when sign-in asks how to send the code.' },
      {
        who: 'portal-administrator',
        do: `In the Portal Management app open the contact ${contact} and set "Mobile Phone Confirmed" (adx_identity_mobilephoneconfirmed) to No: the code then goes by e-mail without asking.`,
      },
    ],
  },
  ja: {
    title: 'コードの送信方法で電子メールを選ぶまで、メールは送信されません',
    why: '送信方法が1つならコードはすぐに送信されます。携帯電話が確認済みだと方法が2つになるため、サインイン時に選択画面が表示されます。「EmailCode」を選ぶまでメールは作成されず、「PhoneCode」を選ぶと、SMS を送信するプロセスがないためエラーになります。',
    message: ({ contact }) =>
      `${contact} は携帯電話が確認済みのため、サインイン時に送信方法の選択を求められることがあり、電話を選ぶと失敗します。`,
    fix: ({ contact }) => [
      { who: 'portal-visitor', do: 'コードの送信方法を求められたら「EmailCode」を選ぶ。' },
      {
        who: 'portal-administrator',
        do: `ポータル管理アプリで取引先担当者 ${contact} を開き、「携帯電話の確認」(adx_identity_mobilephoneconfirmed)を「いいえ」にする。以後は選択なしで電子メールで送信される。`,
      },
    ],
  },
  sources: [
    sources.portalCode('LoginController.cs, SendCode; IdentityConfig.cs'),
    sources.identityCode('UserManager.cs, GetValidTwoFactorProvidersAsync'),
  ],
  examples: {
    bad: [
      {
        message: { kind: 'two-factor-code', to: 'jiro@example.com' },
        change: { contacts: { jiro: { identityMobilePhoneConfirmed: true } } },
      },
    ],
    good: [
      { message: { kind: 'two-factor-code', to: 'jiro@example.com' } },
      {
        message: { kind: 'two-factor-code', to: 'taro@example.com' },
        change: { contacts: { taro: { identityMobilePhoneConfirmed: true } } },
      },
    ],
  },
});
