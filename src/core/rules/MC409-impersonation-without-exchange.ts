// MC409: impersonation is switched on for a server that is no Exchange server.

import { adminCenter, productPages } from './admin-center.ts';
import { directionWords, isMailServer, nameOf, sidesOf } from './profile-questions.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC409',
  subject: 'profile',
  stage: 'profile',
  severity: 'error',
  check: (facts) =>
    isMailServer(facts)
      ? sidesOf(facts)
          .filter(({ direction }) => facts.profile.fields[`${direction}UseImpersonation`] === true)
          .map(({ direction }) => ({
            params: { profile: nameOf(facts), direction },
            where: facts.profile.where([`${direction}UseImpersonation`]),
          }))
      : [],
  en: {
    title: 'Impersonation is on for a server without it',
    why: 'Impersonation is a feature of Exchange. For POP3/SMTP and IMAP/SMTP the platform refuses it (0x8005E236 EmailServerProfileImpersonationNotAllowed).',
    message: ({ profile, direction }) =>
      `"Use Impersonation" (${directionWords.en[direction]}) is Yes in the server profile "${profile}", which is not an Exchange profile.`,
    fix: ({ profile }) => [adminCenter.en.inProfile(profile, 'set "Use Impersonation" to No and save.')],
  },
  ja: {
    title: '偽装を使えないサーバーで偽装がオンです',
    why: '偽装はExchangeの機能です。POP3/SMTPとIMAP/SMTPでは拒否されます(0x8005E236 EmailServerProfileImpersonationNotAllowed)。',
    message: ({ profile, direction }) =>
      `サーバー プロファイル「${profile}」はExchangeではありませんが、偽装の使用(${directionWords.ja[direction]})が「はい」です。`,
    fix: ({ profile }) => [adminCenter.ja.inProfile(profile, '偽装の使用を「いいえ」にして保存する。')],
  },
  sources: [productPages.errorCodes, productPages.profileTable],
  examples: {
    bad: [{ change: { profiles: { contoso: { incomingUseImpersonation: true } } } }],
    good: [{ change: { profiles: { contoso: { incomingUseImpersonation: false } } } }],
  },
});
