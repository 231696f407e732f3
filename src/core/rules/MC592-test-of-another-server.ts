// MC592: the stored test was of another server or login than the records name now.

import { testedAt } from '../delivery/lifecycle.ts';
import { testOfAnother } from '../delivery/named-server.ts';
import { serverKnowledge } from '../delivery/server-knowledge.ts';
import type { Direction } from '../mail/protocol.ts';
import { adminCenter } from './admin-center.ts';
import type { MailboxFacts } from './facts.ts';
import { isSynchronized, nameOf } from './mailbox-questions.ts';
import { defineRule } from './rule.ts';
import { momentWords } from './session-words.ts';
import { ofAnotherWords } from './stored-test.ts';

export default defineRule({
  code: 'MC592',
  subject: 'mailbox',
  stage: 'server',
  severity: 'unknown',
  check: (facts) => {
    const { mailbox, records, purpose } = facts;
    if (purpose === 'test') return [];
    // One test looks at both directions: what is said of sending goes for receiving.
    const directions: Direction[] = purpose === 'send' ? ['outgoing'] : ['outgoing', 'incoming'];
    const direction = directions.find((each) => isOfAnother(facts, each));
    const other = direction === undefined ? undefined : testOfAnother(mailbox, records, direction);
    if (direction === undefined || other === undefined) return [];
    return [
      {
        params: {
          mailbox: nameOf(facts),
          direction,
          at: testedAt(mailbox.fields.lastTest, direction) ?? '',
          ...other,
        },
        where: mailbox.where(['lastTest', direction, other.of]),
        ...(purpose === 'check' ? { severity: 'warning' as const } : {}),
      },
    ];
  },
  en: {
    title: 'The last test was of another server or login',
    why:
      'A test speaks for the server and the login that it was made with. The records name another one now, and nobody has ' +
      'tried whether that one takes mail from this mailbox.',
    message: ({ mailbox, direction, at, of, name, now }) =>
      `The last test of ${direction === 'outgoing' ? 'sending from' : 'receiving for'} ${mailbox} (${momentWords(at)}) was of ${ofAnotherWords.en[of](name)}, not of ${now}.`,
    fix: ({ mailbox }) => [adminCenter.en.testAndEnable(mailbox)],
  },
  ja: {
    title: '前回のテストは、別のサーバーまたはログイン名のものです',
    why:
      'テストの結果は、そのときのサーバーとログイン名についてのものです。設定ファイルには今、別のものが書かれています。' +
      'それでこのメールボックスのメールを送受信できるかどうかは、まだ確かめられていません。',
    message: ({ mailbox, direction, at, of, name, now }) =>
      `${mailbox} の前回の${direction === 'outgoing' ? '送信' : '受信'}テスト(${momentWords(at)})は、${now} ではなく${ofAnotherWords.ja[of](name)}のものです。`,
    fix: ({ mailbox }) => [adminCenter.ja.testAndEnable(mailbox)],
  },
  sources: ['derived: a result holds for the server and the login it was obtained with'],
  examples: {
    bad: [
      { change: { mailboxes: { admin: testOf({ server: 'smtp.example.org:587' }) } } },
      { change: { mailboxes: { admin: testOf({ user: 'hanako@example.org' }) } } },
      { change: { mailboxes: { admin: testOf({ server: 'smtp.example.com:465' }) } }, purpose: 'check' },
    ],
    good: [
      {
        change: {
          mailboxes: { admin: testOf({ server: 'SMTP.example.com:587', user: 'admin@example.com' }) },
        },
      },
      // An older record, or one that was written by hand, does not say which.
      { change: { mailboxes: { admin: testOf({}) } } },
      // The platform's own test is newer.
      {
        change: {
          mailboxes: {
            admin: {
              ...testOf({ server: 'smtp.example.org:587' }),
              testMailboxAccessCompletedOn: '2026-11-20T10:00:00Z',
            },
          },
        },
      },
      { change: { mailboxes: { admin: testOf({ server: 'smtp.example.org:587' }) } }, purpose: 'test' },
    ],
  },
});

/** A Failure is a finding of its own (MC307), and a look of this run knows better. */
function isOfAnother(facts: MailboxFacts, direction: Direction): boolean {
  const { mailbox, records, sessions, now } = facts;
  if (testOfAnother(mailbox, records, direction) === undefined) return false;
  if (!isSynchronized(facts, direction) || mailbox.fields[`${direction}EmailStatus`] === 'failure')
    return false;
  return serverKnowledge(mailbox, records, sessions, now).source !== 'live';
}

function testOf(named: { server?: string; user?: string }) {
  return {
    lastTest: {
      at: '2026-11-20T09:00:00Z',
      source: 'test',
      outgoing: { result: 'success', ...named },
    },
  };
}
