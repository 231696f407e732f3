// MC316: sending from, or processing of, the mailbox is put off to a later time.

import { adminCenter, productPages } from './admin-center.ts';
import { isSynchronized, nameOf } from './mailbox-questions.ts';
import { sources } from './path-names.ts';
import { defineRule } from './rule.ts';
import { momentWords } from './session-words.ts';

/** Minutes: a time step of three, two of which are accepted on either side of the one at hand. */
const codeLives = 9;

const columns = ['postponeSendingUntil', 'postponeMailboxProcessingUntil'] as const;

export default defineRule({
  code: 'MC316',
  subject: 'mailbox',
  stage: 'mailbox',
  severity: 'warning',
  check: (facts) => {
    if (facts.purpose === 'test' || !isSynchronized(facts, 'outgoing')) return [];
    return columns.flatMap((column) => {
      const until = facts.mailbox.fields[column];
      if (until === undefined || Date.parse(until) <= facts.now.getTime()) return [];
      // A code sent then is void; any other mail only comes late.
      const tooLate =
        facts.message === 'two-factor-code' &&
        column === 'postponeSendingUntil' &&
        Date.parse(until) - facts.now.getTime() > codeLives * 60_000;
      return [
        {
          severity: tooLate ? ('error' as const) : ('warning' as const),
          params: {
            tooLate,
            mailbox: nameOf(facts),
            until,
            sending: column === 'postponeSendingUntil',
            // 9999-12-31 and the like stand for "never".
            never: Date.parse(until) - facts.now.getTime() > 10 * 365 * 24 * 3_600_000,
          },
          where: facts.mailbox.where([column]),
        },
      ];
    });
  },
  en: {
    title: 'Sending from the mailbox is postponed',
    why: 'Before this time the platform may leave the mailbox alone, and its mail waits in Pending Send. A date far in the future may mean that it is never processed.',
    message: ({ mailbox, until, sending, never, tooLate }) =>
      `${sending ? 'Sending from' : 'Processing of'} ${mailbox} is postponed until ${momentWords(until)}${never ? ', which may mean never' : ''}; ${tooLate ? 'a two-factor code lives 6 to 9 minutes and is void by then' : 'mail may wait until then'}.`,
    fix: ({ mailbox, until, never, tooLate }) => [
      ...(never || tooLate
        ? []
        : [
            {
              who: 'system-administrator' as const,
              do: `Wait until ${momentWords(until)} if that is soon enough.`,
            },
          ]),
      adminCenter.en.testAndEnable(mailbox),
    ],
  },
  ja: {
    title: 'メールボックスの送信が延期されています',
    why: 'この日時まではメールボックスが処理されず、メールが「送信保留」のまま残ることがあります。遠い将来の日付は、処理されないことを意味する可能性があります。',
    message: ({ mailbox, until, sending, never, tooLate }) =>
      `${mailbox} の${sending ? '送信' : '処理'}が ${momentWords(until)} まで延期されています${never ? '(処理されないという意味の可能性があります)' : ''}。${tooLate ? '2要素認証コードの有効期間は6～9分なので、送信された時点で無効になっています。' : 'メールはそれまで送信されないことがあります。'}`,
    fix: ({ mailbox, until, never, tooLate }) => [
      ...(never || tooLate
        ? []
        : [{ who: 'system-administrator' as const, do: `間に合うなら ${momentWords(until)} まで待つ。` }]),
      adminCenter.ja.testAndEnable(mailbox),
    ],
  },
  sources: [productPages.mailboxTable, sources.identityCode('Rfc6238AuthenticationService.cs')],
  examples: {
    bad: [
      { change: { mailboxes: { admin: { postponeSendingUntil: '2026-11-21T10:00:00Z' } } } },
      {
        message: { kind: 'two-factor-code', to: 'jiro@example.com' },
        change: { mailboxes: { admin: { postponeSendingUntil: '2026-11-25T09:00:00Z' } } },
      },
      { change: { mailboxes: { admin: { postponeMailboxProcessingUntil: '9999-12-31T23:59:59Z' } } } },
    ],
    good: [{ change: { mailboxes: { admin: { postponeSendingUntil: '2026-11-21T08:00:00Z' } } } }],
  },
});
