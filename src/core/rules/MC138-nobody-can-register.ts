// MC138: registration is closed, altogether or both for visitors and for the invited: nobody new gets a confirmation mail.

import { findProcess } from '../delivery/find-process.ts';
import { setSetting, sources } from './path-names.ts';
import { defineRule } from './rule.ts';

const all = 'Authentication/Registration/Enabled';
const open = 'Authentication/Registration/OpenRegistrationEnabled';
const invited = 'Authentication/Registration/InvitationEnabled';

export default defineRule({
  code: 'MC138',
  subject: 'settings',
  stage: 'request',
  severity: 'information',
  check: ({ settings, records, message }) => {
    if (message !== undefined) return [];
    const whole = settings.get(all);
    const closed = whole.value
      ? ([open, invited] as const).every((name) => !settings.get(name).value)
        ? ([open, invited] as const)
        : undefined
      : ([all] as const);
    if (closed === undefined) return [];
    // Where invitations are mailed, somebody gets one that leads nowhere.
    const invites =
      findProcess(records, { kind: 'invitation' }).found?.fields.state === 'activated' && !whole.value;
    return [
      {
        params: { closed, invites },
        where: settings.get(closed[0]).where,
        ...(invites ? { severity: 'warning' as const } : {}),
      },
    ];
  },
  en: {
    title: 'Nobody can register on the portal',
    why:
      'Enabled is the switch for every way to register; OpenRegistrationEnabled is for visitors, InvitationEnabled for those who were ' +
      'invited. With all of them closed no new local account comes about, and no first confirmation mail is asked for.',
    message: ({ closed, invites }) =>
      `${closed.join(' and ')} ${closed.length > 1 ? 'are' : 'is'} false: nobody new can register` +
      (invites
        ? ', and whoever gets the invitation mail cannot redeem it.'
        : ' with a local account, so nobody new gets a confirmation mail.'),
    fix: ({ closed }) => closed.slice(0, 1).map((name) => setSetting(name, true, 'en')),
  },
  ja: {
    title: 'ポータルに登録できる人がいません',
    why:
      'Enabled はすべての登録方法をまとめて切り替える設定です。OpenRegistrationEnabled は訪問者の登録、InvitationEnabled は招待された人の登録を許可します。' +
      'すべて閉じていると新しいローカル アカウントは作成されず、最初の確認メールも要求されません。',
    message: ({ closed, invites }) =>
      `${closed.join(' と ')} が false のため、新しく登録できません。` +
      (invites
        ? '招待メールが届いても、招待を引き換えられません。'
        : '新しいローカル アカウントへの確認メールもありません。'),
    fix: ({ closed }) => closed.slice(0, 1).map((name) => setSetting(name, true, 'ja')),
  },
  sources: [sources.authentication, sources.portalCode('AspNet/Mvc/Extensions.cs')],
  examples: {
    bad: [
      { change: { siteSettings: { [all]: { value: 'false' } } } },
      { change: { siteSettings: { [open]: { value: 'false' }, [invited]: { value: 'false' } } } },
    ],
    good: [
      { change: { siteSettings: { [open]: { value: 'false' } } } },
      { change: { siteSettings: { [all]: { value: 'true' } } } },
    ],
  },
});
