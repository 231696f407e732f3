// MC421: basic authentication without SSL, which the platform refuses.

import { adminCenter, productPages } from './admin-center.ts';
import { directionWords, nameOf, sidesOf } from './profile-questions.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC421',
  subject: 'profile',
  stage: 'profile',
  severity: 'error',
  check: (facts) =>
    sidesOf(facts).flatMap(({ direction, side }) =>
      side.authenticationProtocol === 'basic' && !side.encrypted
        ? [
            {
              params: { profile: nameOf(facts), direction },
              where: facts.profile.where([`${direction}AuthenticationProtocol`]),
            },
          ]
        : [],
    ),
  en: {
    title: 'Basic authentication needs SSL',
    why: 'Basic sends user name and password as they are, so the platform accepts it on a secure channel only (0x8005E23D, EmailServerProfileBasicAuthenticationProtocolNotAllowed).',
    message: ({ profile, direction }) =>
      `The server profile "${profile}" uses Basic for the ${directionWords.en[direction]} connection, and no SSL.`,
    fix: ({ profile, direction }) => [
      adminCenter.en.inProfile(
        profile,
        `set "Use SSL for ${direction === 'incoming' ? 'Incoming' : 'Outgoing'} Connection" to Yes, with the port that belongs to it, and save.`,
      ),
    ],
  },
  ja: {
    title: '基本認証にはSSLが必要です',
    why: '基本認証ではユーザー名とパスワードがそのまま送られるため、安全な接続でしか使えません(0x8005E23D、EmailServerProfileBasicAuthenticationProtocolNotAllowed)。',
    message: ({ profile, direction }) =>
      `サーバー プロファイル「${profile}」の${directionWords.ja[direction]}接続は認証プロトコルが「基本」ですが、SSLを使っていません。`,
    fix: ({ profile, direction }) => [
      adminCenter.ja.inProfile(
        profile,
        `「${directionWords.ja[direction]}接続に SSL を使用する」を「はい」にし、対応するポートを入力して保存する。`,
      ),
    ],
  },
  sources: [productPages.errorCodes],
  examples: {
    bad: [
      {
        change: { profiles: { contoso: { outgoingAuthenticationProtocol: 'basic', outgoingUseSsl: false } } },
      },
    ],
    good: [
      { change: { profiles: { contoso: { outgoingAuthenticationProtocol: 'basic' } } } },
      { change: { profiles: { contoso: { outgoingUseSsl: false } } } },
    ],
  },
});
