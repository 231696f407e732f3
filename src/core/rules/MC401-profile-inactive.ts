// MC401: the server profile is inactive.

import { adminCenter, productPages } from './admin-center.ts';
import { nameOf } from './profile-questions.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC401',
  subject: 'profile',
  stage: 'profile',
  severity: 'error',
  check: (facts) =>
    facts.profile.fields.state === 'inactive'
      ? [{ params: { profile: nameOf(facts) }, where: facts.profile.where(['state']) }]
      : [],
  en: {
    title: 'The server profile is inactive',
    why: 'The platform processes no mailbox whose server profile is disabled (0x8005E228 InactiveEmailServerProfile).',
    message: ({ profile }) => `The server profile "${profile}" is inactive, so none of its mailboxes sends.`,
    fix: ({ profile }) => [adminCenter.en.inProfile(profile, 'choose "Activate".')],
  },
  ja: {
    title: 'サーバー プロファイルが非アクティブです',
    why: 'サーバー プロファイルが無効だと、それを使うメールボックスは処理されません(0x8005E228 InactiveEmailServerProfile)。',
    message: ({ profile }) =>
      `サーバー プロファイル「${profile}」が非アクティブのため、これを使うメールボックスはどれも送信しません。`,
    fix: ({ profile }) => [adminCenter.ja.inProfile(profile, '「アクティブ化」を選ぶ。')],
  },
  sources: [productPages.errorCodes, productPages.profileTable],
  examples: {
    bad: [{ change: { profiles: { contoso: { state: 'inactive' } } } }],
    good: [{ change: { profiles: { contoso: { state: 'active' } } } }],
  },
});
