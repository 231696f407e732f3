// MC306: the mailbox was never tested for sending, so it is not enabled for it.

import { adminCenter, productPages } from './admin-center.ts';
import { isSynchronized, nameOf, testPostponedUntil } from './mailbox-questions.ts';
import { defineRule } from './rule.ts';
import { momentWords } from './session-words.ts';

export default defineRule({
  code: 'MC306',
  subject: 'mailbox',
  stage: 'mailbox',
  severity: 'error',
  check: (facts) =>
    facts.purpose === 'send' &&
    isSynchronized(facts, 'outgoing') &&
    facts.mailbox.fields.outgoingEmailStatus === 'not-run'
      ? [
          {
            params: {
              mailbox: nameOf(facts),
              scheduled: facts.mailbox.fields.testEmailConfigurationScheduled === true,
              postponed: testPostponedUntil(facts),
            },
            where: facts.mailbox.where(['outgoingEmailStatus']),
          },
        ]
      : [],
  en: {
    title: 'The mailbox is not tested and enabled for sending',
    why:
      'A mailbox sends only after "Test & Enable Mailboxes" has sent a test mail through its server. The column "enabled for ' +
      'outgoing email" is Yes from the start and proves nothing. Until then mail stays in Pending Send.',
    message: ({ mailbox, scheduled, postponed }) =>
      `The outgoing email status of ${mailbox} is Not Run: ${scheduled ? (postponed === undefined ? 'a test is scheduled and has not finished' : `the scheduled test is put off until ${momentWords(postponed)}`) : '"Test & Enable Mailboxes" was never run'}.`,
    fix: ({ mailbox, scheduled, postponed }) => [
      ...(scheduled
        ? [
            {
              who: 'system-administrator' as const,
              do: `Wait ${postponed === undefined ? 'a few minutes' : `until ${momentWords(postponed)}`} for the scheduled test and look at "Outgoing Email Status" again; if it does not change, do the next step.`,
            },
          ]
        : []),
      adminCenter.en.testAndEnable(mailbox),
    ],
  },
  ja: {
    title: 'メールボックスの送信がテストも有効化もされていません',
    why:
      'メールボックスは、「メールボックスのテストと有効化」でテストメールの送信に成功してはじめて送信できるようになります。' +
      '送信が有効かどうかの列は最初から「はい」なので、証拠になりません。それまでメールは「送信保留」のままです。',
    message: ({ mailbox, scheduled, postponed }) =>
      `${mailbox} の「送信電子メールの状態」が「未実行」です。${scheduled ? (postponed === undefined ? 'テストは予約されていますが、まだ終わっていません。' : `予約されたテストは ${momentWords(postponed)} まで延期されています。`) : '「メールボックスのテストと有効化」が一度も実行されていません。'}`,
    fix: ({ mailbox, scheduled, postponed }) => [
      ...(scheduled
        ? [
            {
              who: 'system-administrator' as const,
              do: `予約されたテストを${postponed === undefined ? '数分' : ` ${momentWords(postponed)} まで`}待ち、「送信電子メールの状態」をもう一度見る。変わらなければ次の手順に進む。`,
            },
          ]
        : []),
      adminCenter.ja.testAndEnable(mailbox),
    ],
  },
  sources: [productPages.mailboxTable, productPages.exchangeOnline, productPages.passwordProfiles],
  examples: {
    bad: [
      { change: { mailboxes: { admin: { outgoingEmailStatus: 'not-run' } } } },
      {
        change: {
          mailboxes: {
            admin: {
              outgoingEmailStatus: 'not-run',
              testEmailConfigurationScheduled: true,
              postponeTestEmailConfigurationUntil: '2026-11-21T10:00:00Z',
            },
          },
        },
      },
    ],
    good: [
      { change: { mailboxes: { admin: { outgoingEmailStatus: 'success' } } } },
      { change: { mailboxes: { admin: { outgoingEmailStatus: 'not-run' } } }, purpose: 'test' },
      { change: { mailboxes: { admin: { outgoingEmailStatus: 'not-run' } } }, purpose: 'check' },
    ],
  },
});
