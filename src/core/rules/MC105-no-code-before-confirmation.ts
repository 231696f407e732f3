// MC105: the contact's address is not confirmed, so no two-factor code is due: sign-in passes without a second factor.

import { contactName, setSetting, sources } from './path-names.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC105',
  subject: 'path',
  stage: 'request',
  severity: 'not-requested',
  check: ({ path }) => {
    const contact = path.contact.found;
    if (path.message.kind !== 'two-factor-code' || contact?.fields.identityEmailAddress1Confirmed !== false)
      return [];
    // There a second factor is asked for, and the phone is the only way to deliver it (MC170).
    const { identityTwoFactorEnabled, identityMobilePhoneConfirmed } = contact.fields;
    if (identityTwoFactorEnabled === true && identityMobilePhoneConfirmed === true) return [];
    return [
      {
        params: {
          contact: contactName(path),
          enrolled: contact.fields.identityTwoFactorEnabled,
          offered:
            !path.settings.recorded ||
            path.settings.get('Authentication/Registration/TwoFactorEnabled').value,
        },
        where: contact.where(['identityEmailAddress1Confirmed']),
      },
    ];
  },
  en: {
    title: 'The address of the contact is not confirmed',
    why:
      'The portal sends codes to confirmed addresses only. Where a contact has no confirmed address there is no valid way to ' +
      'deliver a code, so sign-in passes without a second factor, even for a contact who is enrolled. The order is: the ' +
      'confirmation mail works, the address gets confirmed, the visitor enables two-factor authentication, codes are sent.',
    message: ({ contact, enrolled }) =>
      `No code is due for ${contact}: the address is not confirmed` +
      (enrolled === false ? ' and the contact is not enrolled' : '') +
      ', so sign-in passes without a second factor.',
    fix: ({ contact, offered, enrolled }) => [
      {
        who: 'system-administrator',
        do: `Make the confirmation mail work first: mailcheck diagnose email-confirmation --to ${contact}`,
      },
      {
        who: 'portal-visitor',
        do: 'Sign in, press "Confirm Email" on the profile page and open the link in the mail.',
      },
      ...(offered || enrolled === true
        ? []
        : [setSetting('Authentication/Registration/TwoFactorEnabled', true, 'en')]),
      {
        who: 'portal-visitor',
        do:
          enrolled === true
            ? 'Sign out and in again: the code comes then.'
            : 'Choose two-factor authentication and "Enable" on the profile page, then sign out and in again.',
      },
    ],
  },
  ja: {
    title: 'アドレスが未確認のため、コードは送信されません',
    why:
      'ポータルがコードを送信するのは確認済みのアドレスだけです。未確認の取引先担当者にはコードを届ける手段がないため、' +
      '2要素認証を有効化していても、コードなしでサインインできてしまいます。順序は「確認メールが届く → アドレスが確認される → 2要素認証を有効化する → コードが送信される」です。',
    message: ({ contact, enrolled }) =>
      `${contact} のアドレスは未確認で、` +
      (enrolled === false ? '2要素認証も有効化されていないため、' : '') +
      'コードは送信されません。2要素認証なしでサインインできます。',
    fix: ({ contact, offered, enrolled }) => [
      {
        who: 'system-administrator',
        do: `先に確認メールが届くようにする: mailcheck diagnose email-confirmation --to ${contact}`,
      },
      {
        who: 'portal-visitor',
        do: 'サインインし、プロファイルの「電子メールの確認」を押して、届いたメールのリンクを開く。',
      },
      ...(offered || enrolled === true
        ? []
        : [setSetting('Authentication/Registration/TwoFactorEnabled', true, 'ja')]),
      {
        who: 'portal-visitor',
        do:
          enrolled === true
            ? '一度サインアウトしてサインインし直す。今度はコードが送信される。'
            : 'プロファイルの2要素認証を「有効化」し、一度サインアウトしてからサインインし直す。',
      },
    ],
  },
  sources: [
    sources.identityCode('EmailTokenProvider.cs, IsValidProviderForUserAsync'),
    sources.authentication,
    sources.fieldReport,
  ],
  examples: {
    bad: [{ message: { kind: 'two-factor-code', to: 'taro@example.com' } }],
    good: [
      { message: { kind: 'two-factor-code', to: 'jiro@example.com' } },
      {
        message: { kind: 'two-factor-code', to: 'taro@example.com' },
        change: {
          contacts: { taro: { identityTwoFactorEnabled: true, identityMobilePhoneConfirmed: true } },
        },
      },
    ],
  },
});
