// MC402: SSL is switched off, which an online environment refuses.

import { adminCenter, productPages } from './admin-center.ts';
import { deploymentOf, directionWords, nameOf, sidesOf } from './profile-questions.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC402',
  subject: 'profile',
  stage: 'profile',
  severity: 'error',
  check: (facts) =>
    deploymentOf(facts) === 'on-premises'
      ? []
      : sidesOf(facts)
          .filter(({ direction }) => facts.profile.fields[`${direction}UseSsl`] === false)
          .map(({ direction }) => ({
            params: { profile: nameOf(facts), direction, online: deploymentOf(facts) === 'online' },
            where: facts.profile.where([`${direction}UseSsl`]),
            ...(deploymentOf(facts) === 'online' ? {} : { severity: 'warning' as const }),
          })),
  en: {
    title: 'SSL is switched off',
    why: 'An online environment talks to mail servers over TLS only: it does not accept "Use SSL" set to No (0x8005E201).',
    message: ({ profile, direction, online }) =>
      `"Use SSL for ${direction === 'incoming' ? 'Incoming' : 'Outgoing'} Connection" is No in the server profile "${profile}"${online ? '.' : '; an online environment refuses that.'}`,
    fix: ({ profile, direction }) => [
      adminCenter.en.inProfile(
        profile,
        `under "Advanced" set "Use SSL for ${direction === 'incoming' ? 'Incoming' : 'Outgoing'} Connection" to Yes and see that the port is one with TLS (995, 993, 587, 465), then save.`,
      ),
    ],
  },
  ja: {
    title: 'SSLが無効になっています',
    why: 'オンライン環境はTLSでしかメールサーバーに接続しないため、SSLを使わない設定は拒否されます(0x8005E201)。',
    message: ({ profile, direction, online }) =>
      `サーバー プロファイル「${profile}」の「${directionWords.ja[direction]}接続に SSL を使用する」が「いいえ」です。${online ? '' : 'オンライン環境では拒否されます。'}`,
    fix: ({ profile, direction }) => [
      adminCenter.ja.inProfile(
        profile,
        `「${directionWords.ja[direction]}接続に SSL を使用する」を「はい」にし、ポートがTLS用(995、993、587、465)であることを確かめて保存する。`,
      ),
    ],
  },
  sources: [productPages.errorCodes, productPages.passwordProfiles],
  examples: {
    bad: [
      { change: { profiles: { contoso: { outgoingUseSsl: false } } } },
      {
        change: { profiles: { contoso: { incomingUseSsl: false } }, environment: { deployment: undefined } },
      },
    ],
    good: [{ change: { profiles: { contoso: { outgoingUseSsl: true } } } }],
  },
});
