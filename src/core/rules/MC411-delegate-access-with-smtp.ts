// MC411: auto-granted delegate access is on for an SMTP server.

import { adminCenter, productPages } from './admin-center.ts';
import { isMailServer, nameOf } from './profile-questions.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC411',
  subject: 'profile',
  stage: 'profile',
  severity: 'error',
  check: (facts) =>
    facts.profile.fields.outgoingAutoGrantDelegateAccess === true && isMailServer(facts)
      ? [
          {
            params: { profile: nameOf(facts) },
            where: facts.profile.where(['outgoingAutoGrantDelegateAccess']),
          },
        ]
      : [],
  en: {
    title: 'Delegate access is on for an SMTP server',
    why: 'Delegate access is a right inside Exchange. With SMTP as the outgoing server the platform refuses auto-granted delegate access (0x8005E235 EmailServerProfileDelegateAccessNotAllowed).',
    message: ({ profile }) =>
      `The server profile "${profile}" sends by SMTP and has auto-granted delegate access on.`,
    fix: ({ profile }) => [
      adminCenter.en.inProfile(
        profile,
        'switch auto-granted delegate access off (column outgoingautograntdelegateaccess: No) and save.',
      ),
    ],
  },
  ja: {
    title: 'SMTPサーバーで代理アクセスの自動付与がオンです',
    why: '代理アクセスはExchangeの権限です。送信サーバーがSMTPの場合、代理アクセスの自動付与は拒否されます(0x8005E235 EmailServerProfileDelegateAccessNotAllowed)。',
    message: ({ profile }) =>
      `サーバー プロファイル「${profile}」はSMTPで送信しますが、代理アクセスの自動付与がオンです。`,
    fix: ({ profile }) => [
      adminCenter.ja.inProfile(
        profile,
        '代理アクセスの自動付与をオフ(列 outgoingautograntdelegateaccess を「いいえ」)にして保存する。',
      ),
    ],
  },
  sources: [productPages.errorCodes, productPages.profileTable],
  examples: {
    bad: [{ change: { profiles: { contoso: { outgoingAutoGrantDelegateAccess: true } } } }],
    good: [{ change: { profiles: { contoso: { outgoingAutoGrantDelegateAccess: false } } } }],
  },
});
