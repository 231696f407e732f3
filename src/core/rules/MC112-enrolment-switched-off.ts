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
    return setting.value ? [] : [{ params: { contact: contactName(path) }, where: setting.where }];
  },
  en: {
    title: 'Two-factor enrolment is switched off',
    why:
      'The site setting TwoFactorEnabled decides only whether visitors can switch two-factor authentication on or off. Contacts ' +
      'who are enrolled still get codes at sign-in.',
    message: ({ contact }) =>
      `TwoFactorEnabled is off: ${contact} is enrolled and still gets codes, but nobody new can enrol.`,
    fix: () => [setSetting('Authentication/Registration/TwoFactorEnabled', true, 'en')],
  },
  ja: {
    title: '2要素認証の有効化がオフになっています',
    why:
      'サイト設定 TwoFactorEnabled は、2要素認証を有効化・無効化できるかどうかを決めるだけです。すでに有効化した取引先担当者には、' +
      'サインイン時に引き続きコードが送信されます。',
    message: ({ contact }) =>
      `TwoFactorEnabled がオフです。有効化済みの ${contact} には引き続きコードが送信されますが、新しく有効化することはできません。`,
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
