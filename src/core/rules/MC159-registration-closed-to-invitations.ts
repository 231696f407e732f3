// MC159: registration is switched off, so an invitation that arrives cannot be redeemed by somebody new.

import { invitation } from './invitation-example.ts';
import { setSetting, sources } from './path-names.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC159',
  subject: 'path',
  stage: 'request',
  severity: 'warning',
  check: ({ path }) => {
    if (path.message.kind !== 'invitation' || !path.settings.recorded) return [];
    const setting = path.settings.get('Authentication/Registration/Enabled');
    return setting.value ? [] : [{ params: {}, where: setting.where }];
  },
  en: {
    title: 'Registration is switched off',
    why: 'The invitation is sent whatever the portal allows. With Authentication/Registration/Enabled false nobody can register, so its code leads nowhere for somebody who has no account yet.',
    message: () =>
      'Authentication/Registration/Enabled is false: the invitation arrives, but nobody new can redeem it.',
    fix: () => [setSetting('Authentication/Registration/Enabled', true, 'en')],
  },
  ja: {
    title: '登録が無効になっています',
    why: '招待メールはポータルの設定に関係なく送信されます。Authentication/Registration/Enabled が false の場合は誰も登録できないため、アカウントのない人は招待コードを使えません。',
    message: () =>
      'Authentication/Registration/Enabled が false です。招待メールは届きますが、新しい利用者は招待コードを使えません。',
    fix: () => [setSetting('Authentication/Registration/Enabled', true, 'ja')],
  },
  sources: [sources.invitation, sources.authentication],
  examples: {
    bad: [
      {
        message: { kind: 'invitation', to: 'taro@example.com' },
        change: {
          processes: { invitation },
          siteSettings: { 'Authentication/Registration/Enabled': { value: 'false' } },
        },
      },
    ],
    good: [
      { message: { kind: 'invitation', to: 'taro@example.com' }, change: { processes: { invitation } } },
    ],
  },
});
