// MC327: a test of the mailbox is scheduled and has not ended; what its status says may change.

import { adminCenter, productPages } from './admin-center.ts';
import { nameOf, testPostponedUntil } from './mailbox-questions.ts';
import { defineRule } from './rule.ts';
import { momentWords } from './session-words.ts';

export default defineRule({
  code: 'MC327',
  subject: 'mailbox',
  stage: 'mailbox',
  severity: 'information',
  check: (facts) => {
    const { testEmailConfigurationScheduled, outgoingEmailStatus } = facts.mailbox.fields;
    // Beside Not Run, MC306 speaks of the same test.
    if (testEmailConfigurationScheduled !== true || facts.purpose === 'test') return [];
    if (facts.purpose === 'send' && outgoingEmailStatus === 'not-run') return [];
    return [
      {
        params: { mailbox: nameOf(facts), until: testPostponedUntil(facts) },
        where: facts.mailbox.where(['testEmailConfigurationScheduled']),
      },
    ];
  },
  en: {
    title: 'A test of the mailbox is scheduled',
    why:
      'The platform tests in the background. A test that met a temporary error waits for its next attempt ' +
      '(postponetestemailconfigurationuntil). Until it has ended, the statuses are those of the test before.',
    message: ({ mailbox, until }) =>
      until === undefined
        ? `A test of ${mailbox} is scheduled and has not ended; its statuses may change.`
        : `A test of ${mailbox} is scheduled, but put off until ${momentWords(until)}; its statuses are from before.`,
    fix: ({ mailbox, until }) => [
      adminCenter.en.inMailbox(
        mailbox,
        `after ${until === undefined ? 'a few minutes' : momentWords(until)} read "Outgoing Email Status" and "Mailbox Test Completed On". If no test has ended, run "Test & Enable Mailboxes" again.`,
      ),
      {
        who: 'records-keeper',
        do: `Then correct the record of ${mailbox}: testEmailConfigurationScheduled: false, outgoingEmailStatus, enabledForOutgoingEmail and testMailboxAccessCompletedOn as shown there.`,
      },
    ],
  },
  ja: {
    title: 'メールボックスのテストが予約されています',
    why:
      'テストはバックグラウンドで実行されます。一時的なエラーが起きると、次の試行(postponetestemailconfigurationuntil)を待ちます。' +
      '終わるまで、状態の欄に出ているのは前回のテストの結果です。',
    message: ({ mailbox, until }) =>
      until === undefined
        ? `${mailbox} のテストが予約されていますが、まだ終わっていません。状態が変わることがあります。`
        : `${mailbox} のテストが予約されていますが、${momentWords(until)} まで延期されています。状態は前回のテストの結果です。`,
    fix: ({ mailbox, until }) => [
      adminCenter.ja.inMailbox(
        mailbox,
        `${until === undefined ? '数分後' : `${momentWords(until)} 以降`}に「送信電子メールの状態」とテスト完了日時を確認する。終わったテストがなければ、もう一度「メールボックスのテストと有効化」を実行する。`,
      ),
      {
        who: 'records-keeper',
        do: `画面のとおりに ${mailbox} の記録を直す: testEmailConfigurationScheduled: false、outgoingEmailStatus、enabledForOutgoingEmail、testMailboxAccessCompletedOn`,
      },
    ],
  },
  sources: [productPages.mailboxTable, productPages.passwordProfiles],
  examples: {
    bad: [
      { change: { mailboxes: { admin: { testEmailConfigurationScheduled: true } } } },
      {
        change: {
          mailboxes: {
            admin: {
              testEmailConfigurationScheduled: true,
              postponeTestEmailConfigurationUntil: '2026-11-21T10:00:00Z',
            },
          },
        },
      },
    ],
    good: [
      { change: { mailboxes: { admin: { testEmailConfigurationScheduled: false } } } },
      {
        change: {
          mailboxes: { admin: { testEmailConfigurationScheduled: true, outgoingEmailStatus: 'not-run' } },
        },
      },
    ],
  },
});
