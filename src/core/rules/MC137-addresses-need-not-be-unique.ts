// MC137: two contacts may share an address, and a password reset looks for exactly one.

import { isAskedFor, setSetting, sources } from './path-names.ts';
import { defineRule } from './rule.ts';

const name = 'Authentication/UserManager/UserValidator/RequireUniqueEmail';

export default defineRule({
  code: 'MC137',
  subject: 'settings',
  stage: 'request',
  severity: 'warning',
  check: ({ settings, message }) => {
    const { value, where } = settings.get(name);
    return !value && isAskedFor(name, message) ? [{ params: {}, where }] : [];
  },
  en: {
    title: 'Two contacts may share an e-mail address',
    why:
      'For a password reset the portal looks for the active contact with the address that was typed. Where two have it, the look-up ' +
      'ends in an error and no mail is sent. RequireUniqueEmail keeps a second one from registering.',
    message: () => `${name} is false: an address that two contacts share gets no reset mail.`,
    fix: () => [
      setSetting(name, true, 'en'),
      {
        who: 'portal-administrator',
        do: 'In Dataverse look for active contacts with the same "Email" and merge or deactivate all but one of each.',
      },
    ],
  },
  ja: {
    title: '複数の取引先担当者が同じメールアドレスを持てます',
    why:
      'パスワードのリセットでは、入力されたアドレスを持つアクティブな取引先担当者が検索されます。2件見つかるとエラーになり、メールは送信されません。' +
      'RequireUniqueEmail が true の場合は、同じアドレスの2人目は登録できません。',
    message: () =>
      `${name} が false です。2件の取引先担当者が同じアドレスを持つと、そのアドレスにはリセットメールが送信されません。`,
    fix: () => [
      setSetting(name, true, 'ja'),
      {
        who: 'portal-administrator',
        do: 'Dataverseで「電子メール」が同じアクティブな取引先担当者を探し、1件を残してマージまたは非アクティブ化する。',
      },
    ],
  },
  sources: [sources.authentication, sources.portalCode('LoginController.ForgotPassword')],
  examples: {
    bad: [{ change: { siteSettings: { [name]: { value: 'false' } } } }],
    good: [{ change: { siteSettings: { [name]: { value: 'true' } } } }],
  },
});
