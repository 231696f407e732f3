// MC170: the contact is enrolled, and the only confirmed way to a code is the phone, which the portal cannot use.

import { contactName, sources } from './path-names.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC170',
  subject: 'path',
  stage: 'request',
  severity: 'error',
  check: ({ path }) => {
    const contact = path.contact.found;
    if (path.message.kind !== 'two-factor-code' || contact === undefined) return [];
    const { fields } = contact;
    const blank = fields.emailAddress1 === null;
    if (!blank && fields.identityEmailAddress1Confirmed !== false) return [];
    return fields.identityTwoFactorEnabled === true && fields.identityMobilePhoneConfirmed === true
      ? [
          {
            params: { contact: contactName(path), blank },
            where: contact.where(['identityMobilePhoneConfirmed']),
          },
        ]
      : [];
  },
  en: {
    title: 'Only the phone is left for the code',
    why:
      'A code goes to a confirmed address or a confirmed mobile phone. With the phone alone the portal tries to send a text message at ' +
      'once; the process for that (Send Sms Two Factor Code To Contact) does not come with the product, so sign-in ends in an error. ' +
      'The contact cannot sign in, and so cannot confirm the address either.',
    message: ({ contact, blank }) =>
      `${contact} is enrolled with a confirmed phone and ${blank ? 'has no address' : 'without a confirmed address'}: the code goes to the phone, which fails, and no mail is asked for.`,
    fix: ({ contact, blank }) => [
      {
        who: 'portal-administrator',
        do: `In the Portal Management app open the contact ${contact} and set "Mobile Phone Confirmed" (adx_identity_mobilephoneconfirmed) to No: sign-in then passes without a code.`,
      },
      {
        who: 'portal-visitor',
        do: `Sign in, ${blank ? 'enter the address on the profile page, ' : ''}press "Confirm Email" and open the link in the mail: codes go there from then on.`,
      },
    ],
  },
  ja: {
    title: 'コードの送信先が携帯電話しかありません',
    why:
      'コードの送信先は、確認済みのアドレスか確認済みの携帯電話です。携帯電話だけの場合、ポータルはすぐにSMSを送信しようとしますが、' +
      'そのためのプロセス(Send Sms Two Factor Code To Contact)は製品に含まれていないため、サインインはエラーになります。サインインできないため、アドレスの確認もできません。',
    message: ({ contact, blank }) =>
      `${contact} は2要素認証が有効で、携帯電話は確認済みですが、${blank ? 'アドレスがありません' : 'アドレスは未確認です'}。コードは携帯電話に送られようとして失敗し、メールは要求されません。`,
    fix: ({ contact, blank }) => [
      {
        who: 'portal-administrator',
        do: `ポータル管理アプリで取引先担当者 ${contact} を開き、「携帯電話の確認」(adx_identity_mobilephoneconfirmed)を「いいえ」にする。以後はコードなしでサインインできる。`,
      },
      {
        who: 'portal-visitor',
        do: `サインインし、${blank ? 'プロファイルにアドレスを入力し、' : ''}「電子メールの確認」を押して、届いたメールのリンクを開く。以後、コードはそのアドレスに送信される。`,
      },
    ],
  },
  sources: [
    sources.portalCode('LoginController.cs, SendCode; IdentityConfig.cs'),
    sources.identityCode('UserManager.cs, GetValidTwoFactorProvidersAsync'),
    sources.actions,
  ],
  examples: {
    bad: [
      {
        message: { kind: 'two-factor-code', to: 'taro@example.com' },
        change: {
          contacts: { taro: { identityTwoFactorEnabled: true, identityMobilePhoneConfirmed: true } },
        },
      },
      {
        message: { kind: 'two-factor-code', to: 'jiro' },
        change: { contacts: { jiro: { emailAddress1: null, identityMobilePhoneConfirmed: true } } },
      },
    ],
    good: [
      { message: { kind: 'two-factor-code', to: 'taro@example.com' } },
      {
        message: { kind: 'two-factor-code', to: 'jiro@example.com' },
        change: { contacts: { jiro: { identityMobilePhoneConfirmed: true } } },
      },
    ],
  },
});
