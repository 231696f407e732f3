// MC154: the browser was remembered, so sign-in asks for no code.

import { contactName, sources } from './path-names.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC154',
  subject: 'path',
  stage: 'request',
  severity: 'not-requested',
  check: ({ path }) => {
    const contact = path.contact.found;
    if (path.message.kind !== 'two-factor-code' || contact?.fields.isBrowserRemembered !== true) return [];
    // Who is not enrolled is never asked for a code, in whatever browser (MC104).
    if (contact.fields.identityTwoFactorEnabled === false) return [];
    const { value } = path.settings.get('Authentication/Registration/RememberBrowserEnabled');
    return value
      ? [{ params: { contact: contactName(path) }, where: contact.where(['isBrowserRemembered']) }]
      : [];
  },
  en: {
    title: 'The browser is remembered',
    why: 'With RememberBrowserEnabled a visitor may tick "Remember browser" when entering a code. From then on sign-in in that browser passes without a second factor, and no code is sent.',
    message: ({ contact }) => `${contact} signs in with a browser that is remembered, so no code is due.`,
    fix: () => [
      {
        who: 'portal-visitor',
        do: 'To see a code again, use a private window or another browser, or delete the cookies of the portal.',
      },
    ],
  },
  ja: {
    title: 'ブラウザーが記憶されています',
    why: 'RememberBrowserEnabled が有効な場合、コードの入力時に「ブラウザーを記憶する」を選べます。以後、そのブラウザーでは2要素認証なしでサインインでき、コードは送信されません。',
    message: ({ contact }) =>
      `${contact} が使っているブラウザーは記憶されているため、コードは送信されません。`,
    fix: () => [
      {
        who: 'portal-visitor',
        do: 'コードを送信させる場合は、プライベート ウィンドウか別のブラウザーを使うか、ポータルの Cookie を削除する。',
      },
    ],
  },
  sources: [sources.identityCode('SignInManager.cs, SignInOrTwoFactor'), sources.authentication],
  examples: {
    bad: [
      {
        message: { kind: 'two-factor-code', to: 'jiro@example.com' },
        change: { contacts: { jiro: { isBrowserRemembered: true } } },
      },
    ],
    good: [
      { message: { kind: 'two-factor-code', to: 'jiro@example.com' } },
      {
        message: { kind: 'two-factor-code', to: 'jiro@example.com' },
        change: {
          contacts: { jiro: { isBrowserRemembered: true } },
          siteSettings: { 'Authentication/Registration/RememberBrowserEnabled': { value: 'false' } },
        },
      },
    ],
  },
});
