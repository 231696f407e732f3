// MC331: one Gmail OAuth profile serves more mailboxes than it can.

import { once } from '../records/look-up.ts';
import { resolveReference, type Records } from '../records/records.ts';
import { nameOf } from './profile-questions.ts';
import { defineRule } from './rule.ts';

/** "Works for up to 100 users" (connect-gmail-oauth2). */
const most = 100;

export default defineRule({
  code: 'MC331',
  subject: 'profile',
  stage: 'mailbox',
  severity: 'warning',
  check: (facts) => {
    if (facts.effective.outgoing.credentialRetrieval !== 'gmail-oauth') return [];
    const count = countsOf(facts.records).get(facts.profile.id) ?? 0;
    return count <= most
      ? []
      : [
          {
            params: { profile: nameOf(facts), count },
            where: facts.profile.where(['incomingCredentialRetrieval']),
          },
        ];
  },
  en: {
    title: 'More than 100 mailboxes use one Gmail OAuth profile',
    why: 'A server profile with Gmail OAuth works for up to 100 users. For those who come after, "Sign in to Gmail" or sending may fail.',
    message: ({ profile, count }) =>
      `${count} active mailboxes use the server profile "${profile}", which works for up to ${most} users.`,
    fix: ({ profile }) => [
      {
        who: 'system-administrator',
        do: `Create another server profile of the type Gmail with a Google app of its own (client ID and secret), and move mailboxes of "${profile}" to it until at most ${most} are left.`,
      },
      {
        who: 'mailbox-user',
        do: 'On each mailbox that was moved press "Sign in to Gmail" again; then run "Test & Enable Mailboxes".',
      },
    ],
  },
  ja: {
    title: '1つのGmail OAuthのプロファイルを101件以上のメールボックスが使っています',
    why: 'Gmail OAuthのサーバー プロファイルは、1つにつき100ユーザーまでです。超えた分のユーザーは、「Gmailにサインイン」や送信に失敗することがあります。',
    message: ({ profile, count }) =>
      `サーバー プロファイル「${profile}」を使うアクティブなメールボックスが${count}件あります。上限は${most}ユーザーです。`,
    fix: ({ profile }) => [
      {
        who: 'system-administrator',
        do: `別のGoogleアプリ(クライアントIDとシークレット)を使うGmailのサーバー プロファイルを作成し、「${profile}」のメールボックスが${most}件以下になるまで移す。`,
      },
      {
        who: 'mailbox-user',
        do: '移したメールボックスごとに、もう一度「Gmailにサインイン」を押し、「メールボックスのテストと有効化」を実行する。',
      },
    ],
  },
  sources: ['https://learn.microsoft.com/power-platform/admin/connect-gmail-oauth2'],
  examples: { bad: [{ change: worldOf(100) }], good: [{ change: worldOf(99) }] },
});

/** Active mailboxes by the id of their profile. */
const countsOf = once((records: Records) => {
  const counts = new Map<string, number>();
  for (const { fields } of records.mailboxes) {
    if (fields.state === 'inactive' || typeof fields.profile !== 'string') continue;
    const profile = resolveReference(records, ['profiles'], fields.profile).found;
    if (profile !== undefined) counts.set(profile.id, (counts.get(profile.id) ?? 0) + 1);
  }
  return counts;
});

/** One mailbox of the healthy world is on the profile already; the other one is taken away. */
function worldOf(more: number) {
  const users = Array.from({ length: more }, (_, index) => [
    `user-${index}`,
    { emailAddress: `user-${index}@example.com`, state: 'active', profile: 'contoso' },
  ]);
  return {
    profiles: { contoso: { serverType: 'imap-smtp', incomingCredentialRetrieval: 'gmail-oauth' } },
    mailboxes: { support: { profile: null }, ...Object.fromEntries(users) },
  };
}
