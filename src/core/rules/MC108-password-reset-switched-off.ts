// MC108: password reset or local sign-in is switched off, so the portal sends no reset mail.

import type { SwitchName } from '../delivery/site-settings.ts';
import { contactName, setSetting, sources } from './path-names.ts';
import { defineRule } from './rule.ts';

const local: SwitchName = 'Authentication/Registration/LocalLoginEnabled';
const reset: SwitchName = 'Authentication/Registration/ResetPasswordEnabled';

export default defineRule({
  code: 'MC108',
  subject: 'path',
  stage: 'request',
  severity: 'error',
  check: ({ path }) => {
    if (path.message.kind !== 'password-reset' || !path.settings.recorded) return [];
    const contact = contactName(path);
    const { source, written, where } = path.settings.get(local);
    const off = [local, reset].filter((name) => !path.settings.get(name).value);
    const first = off[0];
    if (first !== undefined)
      return [
        {
          params: { contact, settings: off, missing: false, written },
          where: path.settings.get(first).where,
        },
      ];
    // Documentation and the last public portal code disagree on the default of this one setting.
    return source === 'default'
      ? [
          {
            params: { contact, settings: [local], missing: true, written },
            where,
            severity: 'unknown' as const,
          },
        ]
      : [];
  },
  en: {
    title: 'Password reset or local sign-in is switched off',
    why:
      'The portal answers "Forgot password" with 404 unless Authentication/Registration/LocalLoginEnabled and ResetPasswordEnabled are ' +
      'true. Where LocalLoginEnabled is not written, the documentation says true and the last public portal code false.',
    message: ({ contact, settings, missing, written }) =>
      missing
        ? `LocalLoginEnabled is ${written === undefined ? 'not recorded' : `"${written}", neither true nor false`}, and its default is not certain.`
        : `The portal asks for no reset mail to ${contact}: ${settings.join(' and ')} is not true.`,
    fix: ({ settings, missing }) =>
      missing
        ? [
            {
              who: 'records-keeper',
              do: `Look ${local} up under "Site Settings" of the Portal Management app (add the row there if it is missing) and add it under "siteSettings:" with name and value.`,
            },
          ]
        : settings.map((name) => setSetting(name, true, 'en')),
  },
  ja: {
    title: 'パスワードのリセットまたはローカル サインインが無効になっています',
    why:
      'Authentication/Registration/LocalLoginEnabled と ResetPasswordEnabled の両方が true でないと、ポータルの「パスワードをお忘れですか」は404になります。' +
      'LocalLoginEnabled が書かれていない場合の既定値は、ドキュメントでは true、公開されている最後のポータルのコードでは false です。',
    message: ({ contact, settings, missing, written }) =>
      missing
        ? `LocalLoginEnabled ${written === undefined ? 'が記録されておらず' : `の値「${written}」は true でも false でもなく`}、既定値も確かではありません。`
        : `${settings.join(' と ')} が true ではないため、${contact} へのリセットメールは要求されません。`,
    fix: ({ settings, missing }) =>
      missing
        ? [
            {
              who: 'records-keeper',
              do: `ポータル管理アプリの「サイト設定」で ${local} を確認し(なければ作成し)、「siteSettings:」に name と value を追加する。`,
            },
          ]
        : settings.map((name) => setSetting(name, true, 'ja')),
  },
  sources: [
    sources.authentication,
    sources.portalCode('LoginController.ForgotPassword, AspNet/Mvc/Extensions.cs'),
  ],
  examples: {
    bad: [
      {
        message: { kind: 'password-reset', to: 'jiro@example.com' },
        change: { siteSettings: { 'Authentication/Registration/LocalLoginEnabled': { value: 'false' } } },
      },
      { message: { kind: 'password-reset', to: 'jiro@example.com' } },
    ],
    good: [
      {
        message: { kind: 'password-reset', to: 'jiro@example.com' },
        change: { siteSettings: { 'Authentication/Registration/LocalLoginEnabled': { value: 'true' } } },
      },
    ],
  },
});
