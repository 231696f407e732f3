// MC439: more mailboxes than one Gmail OAuth profile is documented to serve.

import { effectiveProfile } from '../records/profile-defaults.ts';
import { resolveReference } from '../records/records.ts';
import { defineRule } from './rule.ts';

/** "One profile works for up to 100 users." */
const most = 100;

export default defineRule({
  code: 'MC439',
  subject: 'records',
  stage: 'profile',
  severity: 'warning',
  check: ({ records }) => {
    const oauth = records.profiles.filter(
      ({ fields }) => effectiveProfile(fields).incoming.credentialRetrieval === 'gmail-oauth',
    );
    if (oauth.length === 0) return [];
    const counts = new Map(oauth.map((profile) => [profile.id, 0]));
    for (const { fields } of records.mailboxes) {
      if (typeof fields.profile !== 'string' || fields.state === 'inactive') continue;
      const id = resolveReference(records, ['profiles'], fields.profile).found?.id;
      const count = id === undefined ? undefined : counts.get(id);
      if (id !== undefined && count !== undefined) counts.set(id, count + 1);
    }
    return oauth.flatMap((profile) => {
      const count = counts.get(profile.id) ?? 0;
      return count > most
        ? [{ params: { profile: profile.fields.name ?? profile.id, count }, where: profile.where() }]
        : [];
    });
  },
  en: {
    title: 'More than 100 mailboxes use one Gmail OAuth profile',
    why: 'One Gmail OAuth profile works for up to 100 users. What happens to the ones beyond is not documented: their "Sign in to Gmail" may be refused.',
    message: ({ profile, count }) => `${count} active mailboxes use the Gmail OAuth profile "${profile}".`,
    fix: ({ profile }) => [
      {
        who: 'system-administrator',
        do: `Create a further profile with a Google project of its own, give it to the mailboxes beyond 100 in place of "${profile}", let their users choose "Sign in to Gmail", and run "Test & Enable Mailboxes" for them.`,
      },
    ],
  },
  ja: {
    title: '1つのGmail OAuthプロファイルを100を超えるメールボックスが使っています',
    why: '1つのGmail OAuthプロファイルで使えるのは100ユーザーまでです。超えた分がどうなるかは公開されていませんが、「Gmail にサインイン」が拒否される可能性があります。',
    message: ({ profile, count }) =>
      `Gmail OAuthのプロファイル「${profile}」を、${count}個のアクティブなメールボックスが使っています。`,
    fix: ({ profile }) => [
      {
        who: 'system-administrator',
        do: `別のGoogleプロジェクトを使うプロファイルを作成し、100を超える分のメールボックスには「${profile}」の代わりにそれを設定する。続けて各ユーザーが「Gmail にサインイン」を選び、「メールボックスのテストと有効化」を実行する。`,
      },
    ],
  },
  sources: ['https://learn.microsoft.com/power-platform/admin/connect-gmail-oauth2'],
  examples: { bad: [{ change: mailboxes(101) }], good: [{ change: mailboxes(100) }] },
});

function mailboxes(count: number) {
  const names = Array.from({ length: count }, (_, index) => `user-${index + 1}`);
  return {
    profiles: { gmail: { serverType: 'imap-smtp', incomingCredentialRetrieval: 'gmail-oauth' } },
    mailboxes: Object.fromEntries(
      names.map((name) => [name, { emailAddress: `${name}@example.com`, profile: 'gmail' }]),
    ),
  };
}
