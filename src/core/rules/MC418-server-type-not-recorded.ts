// MC418: what kind of server the profile is for is not recorded.

import { adminCenter, productPages } from './admin-center.ts';
import { nameOf } from './profile-questions.ts';
import { defineRule } from './rule.ts';

const words =
  'serverType: pop3-smtp, imap-smtp, exchange-online, exchange-server, exchange-hybrid, exchange-online-hybrid';

export default defineRule({
  code: 'MC418',
  subject: 'profile',
  stage: 'profile',
  severity: 'unknown',
  check: (facts) =>
    facts.effective.serverType === undefined
      ? [{ params: { profile: nameOf(facts) }, where: facts.profile.where(['serverType']) }]
      : [],
  en: {
    title: 'The server type is not recorded',
    why: 'Which settings are legal, which ports are meant and how the server can be looked at all follow from the server type.',
    message: ({ profile }) => `The server type of the profile "${profile}" is not recorded.`,
    fix: ({ profile }) => [
      adminCenter.en.inProfile(profile, 'read "Email Server Type".'),
      adminCenter.en.inRecord(
        `the profile "${profile}"`,
        `${words} (one of them), or preset: with the name of a preset`,
      ),
    ],
  },
  ja: {
    title: 'メールサーバーの種類が記録されていません',
    why: 'どの設定が許されるか、どのポートを使うか、どう接続して調べるかは、メールサーバーの種類で決まります。',
    message: ({ profile }) => `プロファイル「${profile}」のメールサーバーの種類が記録されていません。`,
    fix: ({ profile }) => [
      adminCenter.ja.inProfile(profile, 'メールサーバーの種類を読む。'),
      adminCenter.ja.inRecord(
        `プロファイル「${profile}」`,
        `${words} のいずれか。または preset: にプリセットの名前`,
      ),
    ],
  },
  sources: [productPages.profileTable],
  examples: {
    bad: [{ change: { profiles: { contoso: { serverType: undefined } } } }],
    good: [{ change: { profiles: { contoso: { serverType: 'pop3-smtp' } } } }],
  },
});
