// MC112: TwoFactorEnabled is off although this contact is enrolled: codes are still sent, new visitors cannot enrol.

import { contactName, setSetting, sources } from './path-names.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC112',
  subject: 'path',
  stage: 'request',
  severity: 'information',
  check: ({ path }) => {
    const contact = path.contact.found?.fields;
    if (
      path.message.kind !== 'two-factor-code' ||
      !path.settings.recorded ||
      contact?.identityTwoFactorEnabled !== true ||
      contact.identityEmailAddress1Confirmed === false
    )
      return [];
    const setting = path.settings.get('Authentication/Registration/TwoFactorEnabled');
    if (setting.value) return [];
    const written = setting.written?.trim();
    return [
      {
        params: { contact: contactName(path), written, byDefault: setting.source === 'default' },
        where: setting.where,
      },
    ];
  },
  en: {
    title: 'Two-factor enrolment is switched off',
    why:
      'The site setting TwoFactorEnabled decides only whether visitors can switch two-factor authentication on or off. Contacts ' +
      'who are enrolled still get codes at sign-in.',
    message: ({ contact, written, byDefault }) =>
      `TwoFactorEnabled is ${written === undefined ? 'not written, and off by default' : byDefault ? `"${written}", and so off by default` : written}: ${contact} is enrolled and still gets codes, but nobody new can enrol.`,
    fix: () => [setSetting('Authentication/Registration/TwoFactorEnabled', true, 'en')],
  },
  ja: {
    title: '2要素認証の有効化がオフになっています',
    why:
      'サイト設定 TwoFactorEnabled は、2要素認証を有効化・無効化できるかどうかを決めるだけです。すでに有効化した取引先担当者には、' +
      'サインイン時に引き続きコードが送信されます。',
    message: ({ contact, written, byDefault }) =>
      `TwoFactorEnabled ${written === undefined ? 'が書かれておらず、既定でオフです' : byDefault ? `が「${written}」のため、既定のオフになっています` : `が ${written} です`}。有効化済みの ${contact} には引き続きコードが送信されますが、新しく有効化することはできません。`,
    fix: () => [setSetting('Authentication/Registration/TwoFactorEnabled', true, 'ja')],
  },
  sources: [
    sources.authentication,
    sources.portalCode('ManageController.EnableTFA'),
    sources.identityCode('SignInManager.cs'),
  ],
  examples: {
    bad: [
      {
        message: { kind: 'two-factor-code', to: 'jiro@example.com' },
        change: { siteSettings: { 'Authentication/Registration/TwoFactorEnabled': { value: 'false' } } },
      },
    ],
    good: [{ message: { kind: 'two-factor-code', to: 'jiro@example.com' } }],
  },
});
