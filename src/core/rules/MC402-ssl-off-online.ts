// MC402: SSL is switched off, which an online environment refuses.

import { adminCenter, productPages } from './admin-center.ts';
import { deploymentOf, directionWords, isMailServer, nameOf, sidesOf } from './profile-questions.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC402',
  subject: 'profile',
  stage: 'profile',
  severity: 'error',
  check: (facts) =>
    // A mail server's password in clear text is MC416's, on-premises.
    deploymentOf(facts) === 'on-premises' && isMailServer(facts)
      ? []
      : sidesOf(facts)
          .filter(({ direction }) => facts.profile.fields[`${direction}UseSsl`] === false)
          .map(({ direction }) => ({
            params: { profile: nameOf(facts), direction, deployment: deploymentOf(facts) },
            where: facts.profile.where([`${direction}UseSsl`]),
            ...(deploymentOf(facts) === 'online' ? {} : { severity: 'warning' as const }),
          })),
  en: {
    title: 'SSL is switched off',
    why: 'An online environment talks to mail servers over TLS only: it does not accept "Use SSL" set to No (0x8005E201 EmailServerProfileSslRequiredForOnline). On-premises, SSL may be mandatory for servers outside (0x8005E234 EmailServerProfileSslRequiredForOnPremise).',
    message: ({ profile, direction, deployment }) =>
      `"Use SSL for ${direction === 'incoming' ? 'Incoming' : 'Outgoing'} Connection" is No in the server profile "${profile}"${deployment === 'online' ? '.' : deployment === undefined ? '; an online environment refuses that.' : '; that may be refused for a server outside.'}`,
    fix: ({ profile, direction }) => [
      adminCenter.en.inProfile(
        profile,
        `under "Advanced" set "Use SSL for ${direction === 'incoming' ? 'Incoming' : 'Outgoing'} Connection" to Yes and see that the port is one with TLS (995, 993, 587, 465), then save.`,
      ),
    ],
  },
  ja: {
    title: 'SSLが無効になっています',
    why: 'オンライン環境はTLSでしかメールサーバーに接続しないため、SSLを使わない設定は拒否されます(0x8005E201 EmailServerProfileSslRequiredForOnline)。オンプレミスでも、外部のサーバーにはSSLが必須の場合があります(0x8005E234 EmailServerProfileSslRequiredForOnPremise)。',
    message: ({ profile, direction, deployment }) =>
      `サーバー プロファイル「${profile}」の「${directionWords.ja[direction]}接続に SSL を使用する」が「いいえ」です。${deployment === 'online' ? '' : deployment === undefined ? 'オンライン環境では拒否されます。' : '外部のサーバーの場合は拒否される可能性があります。'}`,
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
      {
        change: {
          profiles: { contoso: { serverType: 'exchange-server', outgoingUseSsl: false } },
          environment: { deployment: 'on-premises' },
        },
      },
    ],
    good: [{ change: { profiles: { contoso: { outgoingUseSsl: true } } } }],
  },
});
