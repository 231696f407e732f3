// MC102: the site setting EmailConfirmationEnabled is false, so the portal never asks for a confirmation mail.

import { contactName, setSetting, sources } from './path-names.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC102',
  subject: 'path',
  stage: 'request',
  severity: 'error',
  check: ({ path }) => {
    if (path.message.kind !== 'email-confirmation' || !path.settings.recorded) return [];
    const setting = path.settings.get('Authentication/Registration/EmailConfirmationEnabled');
    if (setting.value) return [];
    const written = setting.written?.trim() ?? 'false';
    return [{ params: { contact: contactName(path), written }, where: setting.where }];
  },
  en: {
    title: 'E-mail confirmation is switched off',
    why:
      'The site setting Authentication/Registration/EmailConfirmationEnabled is false. The portal then hides the button ' +
      '"Confirm Email" and answers its address with 404, so no confirmation mail is ever asked for. Two-factor codes need a ' +
      'confirmed address, so local accounts get none either.',
    message: ({ contact, written }) =>
      `The portal asks for no confirmation mail to ${contact}: EmailConfirmationEnabled is ${written}.`,
    fix: () => [setSetting('Authentication/Registration/EmailConfirmationEnabled', true, 'en')],
  },
  ja: {
    title: 'メールアドレスの確認が無効になっています',
    why:
      'サイト設定 Authentication/Registration/EmailConfirmationEnabled が false です。ポータルには「電子メールの確認」ボタンが表示されず、' +
      'そのURLも404になるため、確認メールの送信は要求されません。確認済みのアドレスがないとローカル アカウントの2要素認証コードも送信されません。',
    message: ({ contact, written }) =>
      `EmailConfirmationEnabled が ${written} のため、${contact} への確認メールは要求されません。`,
    fix: () => [setSetting('Authentication/Registration/EmailConfirmationEnabled', true, 'ja')],
  },
  sources: [
    sources.portalCode('AspNet/Mvc/Extensions.cs, ManageController.ConfirmEmailRequest'),
    sources.authentication,
  ],
  examples: {
    bad: [
      {
        change: {
          siteSettings: { 'Authentication/Registration/EmailConfirmationEnabled': { value: 'false' } },
        },
      },
    ],
    good: [
      {
        change: {
          siteSettings: { 'Authentication/Registration/EmailConfirmationEnabled': { value: 'true' } },
        },
      },
    ],
  },
});
