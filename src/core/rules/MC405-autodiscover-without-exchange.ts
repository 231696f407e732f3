// MC405: Auto Discover is on for a server that is no Exchange server.

import { adminCenter, productPages } from './admin-center.ts';
import { isMailServer, nameOf, serverTypeWords } from './profile-questions.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC405',
  subject: 'profile',
  stage: 'profile',
  severity: 'error',
  check: (facts) =>
    facts.profile.fields.useAutoDiscover === true &&
    isMailServer(facts) &&
    facts.effective.serverType !== undefined
      ? [
          {
            params: { profile: nameOf(facts), type: serverTypeWords[facts.effective.serverType] },
            where: facts.profile.where(['useAutoDiscover']),
          },
        ]
      : [],
  en: {
    title: 'Auto Discover is on for a server that has none',
    why: 'Only Exchange servers can be found by Auto Discover; for POP3/SMTP and IMAP/SMTP the platform refuses it (0x8005E204 EmailServerProfileAutoDiscoverNotAllowed).',
    message: ({ profile, type }) =>
      `"Auto Discover Server Location" is Yes in the ${type} profile "${profile}".`,
    fix: ({ profile }) => [
      adminCenter.en.inProfile(
        profile,
        'set "Auto Discover Server Location" to No and enter the incoming and outgoing server locations, save.',
      ),
    ],
  },
  ja: {
    title: '自動検出に対応しないサーバーで自動検出がオンです',
    why: '自動検出で見つけられるのはExchangeサーバーだけです。POP3/SMTPとIMAP/SMTPでは拒否されます(0x8005E204 EmailServerProfileAutoDiscoverNotAllowed)。',
    message: ({ profile, type }) =>
      `${type}のプロファイル「${profile}」で、サーバーの位置の自動検出がオンです。`,
    fix: ({ profile }) => [
      adminCenter.ja.inProfile(
        profile,
        '自動検出を「いいえ」にし、「受信サーバーの位置」と「送信サーバーの位置」を入力して保存する。',
      ),
    ],
  },
  sources: [productPages.errorCodes, productPages.profileTable],
  examples: {
    bad: [{ change: { profiles: { contoso: { useAutoDiscover: true } } } }],
    good: [{ change: { profiles: { contoso: { useAutoDiscover: false } } } }],
  },
});
