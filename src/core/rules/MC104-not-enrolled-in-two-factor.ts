// MC104: the contact has not switched two-factor authentication on, so sign-in passes without a code.

import { contactName, setSetting, sources } from './path-names.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC104',
  subject: 'path',
  stage: 'request',
  severity: 'not-requested',
  check: ({ path }) => {
    const contact = path.contact.found;
    if (path.message.kind !== 'two-factor-code' || contact?.fields.identityTwoFactorEnabled !== false)
      return [];
    // An address that is not confirmed comes first (MC105): the portal offers enrolment only afterwards.
    if (contact.fields.identityEmailAddress1Confirmed === false) return [];
    const offered =
      !path.settings.recorded || path.settings.get('Authentication/Registration/TwoFactorEnabled').value;
    return [
      {
        params: { contact: contactName(path), offered },
        where: contact.where(['identityTwoFactorEnabled']),
      },
    ];
  },
  en: {
    title: 'The contact is not enrolled in two-factor authentication',
    why:
      'At sign-in the portal looks at the contact alone (adx_identity_twofactorenabled). Where it is off, the visitor is signed ' +
      'in without a code and no mail is asked for. The site setting TwoFactorEnabled sends nothing by itself: it only decides ' +
      'whether visitors can enrol on their profile page.',
    message: ({ contact, offered }) =>
      `${contact} is not enrolled, so no code is due: sign-in passes without a second factor.` +
      (offered ? '' : ' TwoFactorEnabled is off, so nobody new can enrol.'),
    fix: ({ offered }) => [
      ...(offered ? [] : [setSetting('Authentication/Registration/TwoFactorEnabled', true, 'en')]),
      {
        who: 'portal-visitor',
        do: 'Sign in, open the profile page, choose two-factor authentication and "Enable", then sign out and in again.',
      },
    ],
  },
  ja: {
    title: '2要素認証が有効化されていない取引先担当者です',
    why:
      'サインイン時にポータルが見るのは取引先担当者の列(adx_identity_twofactorenabled)だけです。オフの場合はコードなしでサインインでき、' +
      'メールは要求されません。サイト設定 TwoFactorEnabled はプロファイル画面で有効化できるかどうかを決めるだけで、これだけではメールは送信されません。',
    message: ({ contact, offered }) =>
      `${contact} は2要素認証を有効化していないため、コードは送信されません。2要素認証なしでサインインできます。` +
      (offered ? '' : 'TwoFactorEnabled がオフのため、新しく有効化することもできません。'),
    fix: ({ offered }) => [
      ...(offered ? [] : [setSetting('Authentication/Registration/TwoFactorEnabled', true, 'ja')]),
      {
        who: 'portal-visitor',
        do: 'サインインしてプロファイルの2要素認証を「有効化」し、一度サインアウトしてからサインインし直す。',
      },
    ],
  },
  sources: [
    sources.identityCode('SignInManager.cs, SignInOrTwoFactor'),
    sources.portalCode('ManageController.EnableTFA, ChangeTwoFactor.aspx'),
  ],
  examples: {
    bad: [
      {
        message: { kind: 'two-factor-code', to: 'jiro@example.com' },
        change: { contacts: { jiro: { identityTwoFactorEnabled: false } } },
      },
    ],
    good: [{ message: { kind: 'two-factor-code', to: 'jiro@example.com' } }],
  },
});
