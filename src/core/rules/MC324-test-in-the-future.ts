// MC324: the record says that the mailbox was tested at a time that has not come yet.

import { adminCenter, productPages } from './admin-center.ts';
import { nameOf } from './mailbox-questions.ts';
import { defineRule } from './rule.ts';
import { momentWords } from './session-words.ts';

/** Clocks differ a little; more than this is a mistake in the record or in a clock. */
const tolerance = 10 * 60 * 1_000;

export default defineRule({
  code: 'MC324',
  subject: 'mailbox',
  stage: 'mailbox',
  severity: 'warning',
  check: (facts) => {
    const { fields } = facts.mailbox;
    const written = [
      { at: fields.testMailboxAccessCompletedOn, path: ['testMailboxAccessCompletedOn'] },
      { at: fields.lastTest?.at, path: ['lastTest', 'at'] },
    ];
    return written.flatMap(({ at, path }) =>
      at !== undefined && Date.parse(at) > facts.now.getTime() + tolerance
        ? [
            {
              params: { mailbox: nameOf(facts), at, now: facts.now.toISOString() },
              where: facts.mailbox.where(path),
            },
          ]
        : [],
    );
  },
  en: {
    title: 'The last test lies in the future',
    why:
      'A test counts as evidence with its age. A time that has not come yet has none: the record was mistyped, its time zone is ' +
      'missing, or a clock is wrong. So the result may be older than it looks, or no result at all.',
    message: ({ mailbox, at, now }) =>
      `The record of ${mailbox} says that it was tested on ${at}; now it is ${momentWords(now)}.`,
    fix: ({ mailbox }) => [
      {
        who: 'records-keeper',
        do: `Correct the time in the record of ${mailbox} (in UTC, as 2026-11-20T09:00:00Z), or the clock of this machine.`,
      },
      adminCenter.en.testAndEnable(mailbox),
    ],
  },
  ja: {
    title: '前回のテストの日時が未来です',
    why:
      'テストの結果は、いつのものかとあわせて判断の根拠になります。未来の日時は、書き間違い、時差の付け忘れ、時計のずれのどれかです。' +
      '結果が見かけより古いか、実際には結果がない可能性があります。',
    message: ({ mailbox, at, now }) =>
      `${mailbox} のテスト日時が ${at} になっていますが、現在は ${momentWords(now)} です。`,
    fix: ({ mailbox }) => [
      {
        who: 'records-keeper',
        do: `設定ファイルの ${mailbox} のテスト日時を直す(2026-11-20T09:00:00Z のようにUTCで書く)。または、このマシンの時計を直す。`,
      },
      adminCenter.ja.testAndEnable(mailbox),
    ],
  },
  sources: [productPages.mailboxTable, 'derived: a result counts with its age, and a time to come has none'],
  examples: {
    bad: [{ change: { mailboxes: { admin: { testMailboxAccessCompletedOn: '2027-11-20T09:00:00Z' } } } }],
    good: [{ change: { mailboxes: { admin: { testMailboxAccessCompletedOn: '2026-11-20T09:00:00Z' } } } }],
  },
});
