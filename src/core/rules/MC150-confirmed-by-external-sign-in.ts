// MC150: the contact registered through an external provider, which confirms the address by itself.

import { contactName, sources } from './path-names.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC150',
  subject: 'path',
  stage: 'request',
  severity: 'not-requested',
  check: ({ path }) => {
    const contact = path.contact.found;
    // An address that stands as unconfirmed was changed since, and is to be confirmed like any other.
    return path.message.kind === 'email-confirmation' &&
      contact?.fields.hasExternalIdentity === true &&
      contact.fields.identityEmailAddress1Confirmed === undefined
      ? [{ params: { contact: contactName(path) }, where: contact.where(['hasExternalIdentity']) }]
      : [];
  },
  en: {
    title: 'The address was confirmed by the external sign-in',
    why: 'Who registers through an external identity provider (Microsoft Entra, Google, …) is taken at its word: the portal marks the address as confirmed without a mail. The button "Confirm Email" is not shown then.',
    message: ({ contact }) =>
      `${contact} registered through an external identity provider, so no confirmation mail is due.`,
    fix: ({ contact }) => [
      {
        who: 'records-keeper',
        do: `If the profile page of ${contact} asks for a confirmation all the same, the address was changed since: write identityEmailAddress1Confirmed: false.`,
      },
    ],
  },
  ja: {
    title: '外部サインインでアドレスが確認済みになっています',
    why: '外部の ID プロバイダー(Microsoft Entra、Google など)で登録した利用者のアドレスは、メールを送らずに確認済みになります。その場合、「電子メールの確認」ボタンは表示されません。',
    message: ({ contact }) =>
      `${contact} は外部の ID プロバイダーで登録しているため、確認メールは送信されません。`,
    fix: ({ contact }) => [
      {
        who: 'records-keeper',
        do: `それでも ${contact} のプロファイルで確認を求められる場合は、後からアドレスが変更されているので、identityEmailAddress1Confirmed: false と記録する。`,
      },
    ],
  },
  sources: [sources.portalCode('LoginController.cs, ExternalLoginConfirmation'), sources.authentication],
  examples: {
    bad: [
      {
        change: {
          contacts: { taro: { hasExternalIdentity: true, identityEmailAddress1Confirmed: undefined } },
        },
      },
    ],
    good: [{}, { change: { contacts: { taro: { hasExternalIdentity: true } } } }],
  },
});
