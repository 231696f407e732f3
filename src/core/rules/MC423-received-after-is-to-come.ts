// MC423: mail that came before a day still to come is not read.

import { adminCenter, productPages } from './admin-center.ts';
import { nameOf } from './profile-questions.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC423',
  subject: 'profile',
  stage: 'profile',
  severity: 'information',
  check: (facts) => {
    const after = facts.profile.fields.processEmailsReceivedAfter;
    return after !== undefined && Date.parse(after) > facts.now.getTime()
      ? [
          {
            params: { profile: nameOf(facts), day: after.slice(0, 10) },
            where: facts.profile.where(['processEmailsReceivedAfter']),
          },
        ]
      : [];
  },
  en: {
    title: 'Incoming mail is read from a later day on only',
    why: '"Process Emails Received After" leaves out all mail that came before. It concerns incoming mail alone: answers to a portal\'s mail, for example. A day that is too early is refused (0x8005E244 InvalidValueProcessEmailAfter).',
    message: ({ profile, day }) =>
      `The server profile "${profile}" reads incoming mail from ${day} on, which is still to come.`,
    fix: ({ profile }) => [
      adminCenter.en.inProfile(
        profile,
        'set "Process Emails Received After" to the day from which mail is wanted, and save.',
      ),
    ],
  },
  ja: {
    title: '受信メールは、まだ来ていない日付以降のものしか処理されません',
    why: '「次の差出人からの電子メールを処理する」の日時より前に届いたメールは処理されません。影響するのは受信(ポータルのメールへの返信など)だけです。早すぎる日付は拒否されます(0x8005E244 InvalidValueProcessEmailAfter)。',
    message: ({ profile, day }) =>
      `サーバー プロファイル「${profile}」が処理する受信メールは ${day} 以降のものだけで、その日はまだ来ていません。`,
    fix: ({ profile }) => [
      adminCenter.ja.inProfile(
        profile,
        '「次の差出人からの電子メールを処理する」の日時を、処理したい最初の日にして保存する。',
      ),
    ],
  },
  sources: [productPages.profileTable, productPages.errorCodes],
  examples: {
    bad: [{ change: { profiles: { contoso: { processEmailsReceivedAfter: '2026-12-01T00:00:00Z' } } } }],
    good: [{ change: { profiles: { contoso: { processEmailsReceivedAfter: '2026-11-01T00:00:00Z' } } } }],
  },
});
