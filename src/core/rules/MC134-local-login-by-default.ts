// MC134: the portal is to reset passwords, but LocalLoginEnabled, which that needs, has no row, and its default is uncertain.

import { setSetting, sources } from './path-names.ts';
import { defineRule } from './rule.ts';

const local = 'Authentication/Registration/LocalLoginEnabled';
const reset = 'Authentication/Registration/ResetPasswordEnabled';

export default defineRule({
  code: 'MC134',
  subject: 'settings',
  stage: 'request',
  severity: 'warning',
  check: ({ settings, message }) => {
    // For one message MC108 tells it.
    if (message !== undefined || settings.get(local).source === 'record') return [];
    const { value, source, where } = settings.get(reset);
    // A row that asks for resets shows that local accounts are meant to be there.
    return value && source === 'record' && settings.get(local).ignored === undefined
      ? [{ params: {}, where }]
      : [];
  },
  en: {
    title: 'Password reset is on, but local sign-in is not written',
    why:
      'The page "Forgot password" needs LocalLoginEnabled as well. Where that has no row, its default decides: true by the ' +
      'documentation, false in the last public portal code.',
    message: () => `${reset} is true, but ${local} is not recorded: "Forgot password" may answer 404.`,
    fix: () => [
      setSetting(local, true, 'en'),
      { who: 'records-keeper', do: `If the row is there, add it under "siteSettings:" with name and value.` },
    ],
  },
  ja: {
    title: 'パスワードのリセットは有効ですが、ローカル サインインの設定がありません',
    why:
      '「パスワードをお忘れですか」のページには LocalLoginEnabled も必要です。その行がない場合の既定値は、ドキュメントでは true、' +
      '公開されている最後のポータルのコードでは false です。',
    message: () =>
      `${reset} は true ですが、${local} が記録されていません。「パスワードをお忘れですか」が404になる可能性があります。`,
    fix: () => [
      setSetting(local, true, 'ja'),
      { who: 'records-keeper', do: '行がある場合は、「siteSettings:」に name と value を追加する。' },
    ],
  },
  sources: [
    sources.authentication,
    sources.portalCode('LoginController.ForgotPassword, AspNet/Mvc/Extensions.cs'),
  ],
  examples: {
    bad: [{ change: { siteSettings: { [reset]: { value: 'true' } } } }],
    good: [
      { change: { siteSettings: { [reset]: { value: 'true' }, [local]: { value: 'true' } } } },
      { change: { siteSettings: { [reset]: { value: 'false' } } } },
    ],
  },
});
