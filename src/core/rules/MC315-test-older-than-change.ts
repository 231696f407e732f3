// MC315: the mailbox or its profile was changed after the last test.

import { testedAt } from '../delivery/lifecycle.ts';
import { adminCenter, productPages } from './admin-center.ts';
import { isSynchronized, nameOf, nameOfProfile } from './mailbox-questions.ts';
import { defineRule } from './rule.ts';
import { momentWords } from './session-words.ts';
import { sendingTestOfAnother } from './stored-test.ts';

/** The test writes its results into the mailbox's row, which is a change by itself, moments after it. */
const ownTrace = 10 * 60 * 1_000;

export default defineRule({
  code: 'MC315',
  subject: 'mailbox',
  stage: 'mailbox',
  severity: 'warning',
  check: (facts) => {
    const { mailbox, profile } = facts;
    const { outgoingEmailStatus, testMailboxAccessCompletedOn, lastTest } = mailbox.fields;
    if (facts.purpose === 'test' || outgoingEmailStatus !== 'success' || !isSynchronized(facts, 'outgoing'))
      return [];
    // What the change was is known then: MC592 tells it.
    if (sendingTestOfAnother(facts) !== undefined) return [];
    const tests = [
      testMailboxAccessCompletedOn,
      lastTest?.outgoing?.result === 'success' ? testedAt(lastTest, 'outgoing') : undefined,
    ].filter((moment) => moment !== undefined);
    const tested = Math.max(...tests.map((moment) => Date.parse(moment)));
    if (tests.length === 0) return [];
    const changed = [
      { entry: mailbox, name: nameOf(facts), kind: 'mailbox' as const, tolerance: ownTrace },
      { entry: profile, name: nameOfProfile(facts), kind: 'profile' as const, tolerance: 0 },
    ].filter(
      ({ entry, tolerance }) =>
        entry?.fields.modifiedOn !== undefined && Date.parse(entry.fields.modifiedOn) > tested + tolerance,
    );
    return changed.map(({ entry, name, kind }) => ({
      params: {
        mailbox: nameOf(facts),
        kind,
        name: name ?? '',
        changed: entry?.fields.modifiedOn ?? '',
        tested: tests.find((moment) => Date.parse(moment) === tested) ?? '',
      },
      where: entry?.where(['modifiedOn']),
    }));
  },
  en: {
    title: 'The last test is older than the last change',
    why:
      'A test speaks for the settings it was run with. After a change of profile, methods, credentials or address it may no ' +
      'longer hold; a change of the address may also take the approval back.',
    message: ({ kind, name, changed, tested }) =>
      `${kind === 'mailbox' ? `The mailbox ${name}` : `The server profile "${name}"`} was changed on ${momentWords(changed)}, after the test of ${momentWords(tested)}.`,
    fix: ({ mailbox }) => [adminCenter.en.testAndEnable(mailbox)],
  },
  ja: {
    title: '前回のテストのあとに設定が変更されています',
    why:
      'テストの結果は、そのときの設定についてのものです。プロファイル、方法、資格情報、アドレスを変えたあとは当てはまらないことがあります。' +
      'アドレスを変えると、承認が取り消されることもあります。',
    message: ({ kind, name, changed, tested }) =>
      `${kind === 'mailbox' ? `メールボックス ${name} ` : `サーバー プロファイル「${name}」`}は ${momentWords(tested)} のテストのあと、${momentWords(changed)} に変更されています。`,
    fix: ({ mailbox }) => [adminCenter.ja.testAndEnable(mailbox)],
  },
  sources: [
    productPages.mailboxTable,
    'derived: a result holds for the settings it was obtained with; that the platform asks for a new test is not confirmed',
  ],
  examples: {
    bad: [
      { change: { profiles: { contoso: { modifiedOn: '2026-11-20T09:00:01Z' } } } },
      { change: { mailboxes: { admin: { modifiedOn: '2026-11-20T12:00:00Z' } } } },
    ],
    good: [
      { change: { profiles: { contoso: { modifiedOn: '2026-11-20T08:59:59Z' } } } },
      { change: { mailboxes: { admin: { modifiedOn: '2026-11-20T09:00:05Z' } } } },
      {
        change: {
          profiles: { contoso: { modifiedOn: '2026-11-20T09:00:01Z' } },
          mailboxes: {
            admin: {
              lastTest: {
                at: '2026-11-20T09:00:00Z',
                source: 'test',
                outgoing: { result: 'success', server: 'smtp.example.org:587' },
              },
            },
          },
        },
      },
    ],
  },
});
