// MC111: invitations are switched off: the mail arrives, but its code cannot be redeemed.

import { setSetting, sources } from './path-names.ts';
import { defineRule } from './rule.ts';
import { invitation } from './invitation-example.ts';

export default defineRule({
  code: 'MC111',
  subject: 'path',
  stage: 'request',
  severity: 'warning',
  check: ({ path }) => {
    if (path.message.kind !== 'invitation' || !path.settings.recorded) return [];
    const setting = path.settings.get('Authentication/Registration/InvitationEnabled');
    return setting.value ? [] : [{ params: {}, where: setting.where }];
  },
  en: {
    title: 'Invitations are switched off',
    why:
      'Send Invitation is started by an administrator and sends whatever the portal allows. With InvitationEnabled false the ' +
      'mail arrives, but the portal does not accept its code.',
    message: () => 'InvitationEnabled is false: the invitation arrives, but cannot be redeemed.',
    fix: () => [setSetting('Authentication/Registration/InvitationEnabled', true, 'en')],
  },
  ja: {
    title: '招待が無効になっています',
    why:
      '「Send Invitation」は管理者が実行するため、ポータルの設定に関係なく送信されます。ただし InvitationEnabled が false の場合、' +
      'メールが届いても、その招待コードはポータルで受け付けられません。',
    message: () => 'InvitationEnabled が false です。招待メールは届きますが、招待コードは使えません。',
    fix: () => [setSetting('Authentication/Registration/InvitationEnabled', true, 'ja')],
  },
  sources: [sources.invitation, sources.authentication],
  examples: {
    bad: [
      {
        message: { kind: 'invitation', to: 'taro@example.com' },
        change: {
          processes: { invitation },
          siteSettings: { 'Authentication/Registration/InvitationEnabled': { value: 'false' } },
        },
      },
    ],
    good: [
      {
        message: { kind: 'invitation', to: 'taro@example.com' },
        change: {
          processes: { invitation },
          siteSettings: { 'Authentication/Registration/InvitationEnabled': { value: 'true' } },
        },
      },
    ],
  },
});
