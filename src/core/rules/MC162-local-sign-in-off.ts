// MC162: local sign-in is off, so a code can only follow a sign-in through an external provider.

import { contactName, setSetting, sources } from './path-names.ts';
import { defineRule } from './rule.ts';

const local = 'Authentication/Registration/LocalLoginEnabled';

export default defineRule({
  code: 'MC162',
  subject: 'path',
  stage: 'request',
  severity: 'warning',
  check: ({ path }) => {
    if (path.message.kind !== 'two-factor-code' || !path.settings.recorded) return [];
    const setting = path.settings.get(local);
    const external = path.contact.found?.fields.hasExternalIdentity;
    // With an external identity the way that is left is the contact's own.
    if (setting.source !== 'record' || setting.value || external === true) return [];
    const noWay = external === false;
    return [
      {
        params: { contact: contactName(path), noWay },
        where: setting.where,
        ...(noWay ? { severity: 'error' as const } : {}),
      },
    ];
  },
  en: {
    title: 'Local sign-in is switched off',
    why:
      'With LocalLoginEnabled false nobody can sign in with a user name and password of the portal. A code is then asked for only ' +
      'after a sign-in through an external provider, by contacts who are enrolled.',
    message: ({ contact, noWay }) =>
      noWay
        ? `LocalLoginEnabled is false and ${contact} has no external identity: there is no sign-in that could ask for a code.`
        : `LocalLoginEnabled is false: ${contact} is asked for a code only after signing in through an external provider.`,
    fix: ({ noWay }) => [
      ...(noWay
        ? []
        : [{ who: 'portal-visitor' as const, do: 'Sign in with the button of the external provider.' }]),
      setSetting(local, true, 'en'),
    ],
  },
  ja: {
    title: 'ローカル サインインが無効になっています',
    why:
      'LocalLoginEnabled が false の場合、ポータルのユーザー名とパスワードではサインインできません。コードが要求されるのは、' +
      '2要素認証を有効にした利用者が外部プロバイダーでサインインしたときだけです。',
    message: ({ contact, noWay }) =>
      noWay
        ? `LocalLoginEnabled が false で、${contact} は外部の ID プロバイダーにも登録されていないため、コードを要求するサインインができません。`
        : `LocalLoginEnabled が false です。${contact} にコードが要求されるのは、外部プロバイダーでサインインしたときだけです。`,
    fix: ({ noWay }) => [
      ...(noWay
        ? []
        : [{ who: 'portal-visitor' as const, do: '外部プロバイダーのボタンからサインインする。' }]),
      setSetting(local, true, 'ja'),
    ],
  },
  sources: [sources.portalCode('LoginController.cs, Login; SendCode'), sources.authentication],
  examples: {
    bad: [
      {
        message: { kind: 'two-factor-code', to: 'jiro@example.com' },
        change: { siteSettings: { [local]: { value: 'false' } } },
      },
      {
        message: { kind: 'two-factor-code', to: 'jiro@example.com' },
        change: {
          siteSettings: { [local]: { value: 'false' } },
          contacts: { jiro: { hasExternalIdentity: false } },
        },
      },
    ],
    good: [
      { message: { kind: 'two-factor-code', to: 'jiro@example.com' } },
      {
        message: { kind: 'two-factor-code', to: 'jiro@example.com' },
        change: { siteSettings: { [local]: { value: 'true' } } },
      },
      {
        message: { kind: 'two-factor-code', to: 'jiro@example.com' },
        change: {
          siteSettings: { [local]: { value: 'false' } },
          contacts: { jiro: { hasExternalIdentity: true } },
        },
      },
    ],
  },
});
