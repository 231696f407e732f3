// MC591: the record says Success, and nobody knows since when, or it is long ago.

import { serverKnowledge } from '../delivery/server-knowledge.ts';
import { nameOf } from './mailbox-questions.ts';
import { defineRule } from './rule.ts';
import { momentWords } from './session-words.ts';

const millisecondsADay = 24 * 60 * 60 * 1_000;
const oldAfterDays = 30;

export default defineRule({
  code: 'MC591',
  subject: 'mailbox',
  stage: 'server',
  severity: 'information',
  check: (facts) => {
    const { mailbox, records, purpose, now } = facts;
    const known = serverKnowledge(mailbox, records, [], now);
    if (purpose !== 'send' || known.source !== 'stored' || known.status !== 'success') return [];
    const { at, ageMilliseconds } = known;
    const days = ageMilliseconds === undefined ? undefined : Math.floor(ageMilliseconds / millisecondsADay);
    if (at !== undefined && (days === undefined || days < oldAfterDays)) return [];
    return [
      {
        params: { mailbox: nameOf(facts), at, days },
        where: mailbox.where(at === undefined ? ['outgoingEmailStatus'] : ['testMailboxAccessCompletedOn']),
      },
    ];
  },
  en: {
    title: 'The stored test is old, or has no time',
    why:
      'That this mailbox can send is taken from its record, not from the server itself. Passwords expire and servers change; the ' +
      'platform writes an alert then, which the record does not hold.',
    message: ({ mailbox, at, days }) =>
      at === undefined
        ? `The outgoing email status of ${mailbox} is Success, but the record does not say when it was tested.`
        : `The last test of ${mailbox} was ${days} days ago (${momentWords(at)}).`,
    fix: ({ mailbox, at }) => [
      {
        who: 'system-administrator',
        do: `Test it now: mailcheck test-mailbox ${mailbox} (or diagnose with --depth login)`,
      },
      ...(at === undefined
        ? [
            {
              who: 'records-keeper' as const,
              do: `Or copy "Mailbox Test Completed On" from the mailbox's page into the record of ${mailbox}: testMailboxAccessCompletedOn: 2026-11-20T09:00:00Z`,
            },
          ]
        : []),
    ],
  },
  ja: {
    title: '記録されたテストが古いか、日時がありません',
    why:
      'このメールボックスが送信できることは、サーバーに接続して確かめたのではなく、設定ファイルから読み取っています。パスワードの期限が切れたりサーバーが変わったりすると、' +
      'プラットフォームは警告を出しますが、設定ファイルには残りません。',
    message: ({ mailbox, at, days }) =>
      at === undefined
        ? `${mailbox} の「送信電子メールの状態」は「成功」ですが、いつテストしたか記録されていません。`
        : `${mailbox} を最後にテストしたのは${days}日前です(${momentWords(at)})。`,
    fix: ({ mailbox, at }) => [
      {
        who: 'system-administrator',
        do: `今の状態を確かめる: mailcheck test-mailbox ${mailbox}(または diagnose に --depth login を付ける)`,
      },
      ...(at === undefined
        ? [
            {
              who: 'records-keeper' as const,
              do: `または、メールボックスの画面にあるテスト完了日時を、設定ファイルの ${mailbox} に書く: testMailboxAccessCompletedOn: 2026-11-20T09:00:00Z`,
            },
          ]
        : []),
    ],
  },
  sources: [
    'https://learn.microsoft.com/power-apps/developer/data-platform/reference/entities/mailbox',
    'derived: a stored result is as good as its age',
  ],
  examples: {
    bad: [
      { change: { mailboxes: { admin: { testMailboxAccessCompletedOn: undefined } } } },
      { change: { mailboxes: { admin: { testMailboxAccessCompletedOn: '2026-10-01T09:00:00Z' } } } },
    ],
    good: [
      { change: { mailboxes: { admin: { testMailboxAccessCompletedOn: '2026-11-01T09:00:00Z' } } } },
      { change: { mailboxes: { admin: { testMailboxAccessCompletedOn: undefined } } }, purpose: 'check' },
    ],
  },
});
