// MC308: the test succeeded once, but the mailbox has been switched off for sending since.

import { adminCenter, productPages } from './admin-center.ts';
import { isSynchronized, nameOf } from './mailbox-questions.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC308',
  subject: 'mailbox',
  stage: 'mailbox',
  severity: 'error',
  check: (facts) =>
    facts.purpose !== 'test' &&
    isSynchronized(facts, 'outgoing') &&
    facts.mailbox.fields.outgoingEmailStatus === 'success' &&
    facts.mailbox.fields.enabledForOutgoingEmail === false
      ? [
          {
            params: { mailbox: nameOf(facts), error: facts.mailbox.fields.lastSyncError },
            where: facts.mailbox.where(['enabledForOutgoingEmail']),
          },
        ]
      : [],
  en: {
    title: 'The mailbox is disabled for outgoing email',
    why:
      'A permanent error switches the mailbox off for sending (enabledforoutgoingemail becomes No), while the status of the ' +
      'last test may still read Success. Mail stays in Pending Send until the mailbox is tested and enabled again.',
    message: ({ mailbox, error }) =>
      `The outgoing email status of ${mailbox} is Success, but the mailbox is disabled for outgoing email.${error === undefined ? '' : ` Its last error: "${error}".`}`,
    fix: ({ mailbox }) => [
      {
        who: 'system-administrator',
        do: `Read the newest alert of ${mailbox} (its page in the admin center, "Alerts") and correct what it names; otherwise the mailbox is switched off again.`,
      },
      adminCenter.en.testAndEnable(mailbox),
    ],
  },
  ja: {
    title: 'メールボックスの送信が無効になっています',
    why:
      '恒久的なエラーが起きると、前回のテストの状態が「成功」のままでも送信は無効になります(enabledforoutgoingemailが「いいえ」)。' +
      'もう一度テストして有効にするまで、メールは「送信保留」のままです。',
    message: ({ mailbox, error }) =>
      `${mailbox} は「送信電子メールの状態」が「成功」ですが、送信は無効になっています。${error === undefined ? '' : `最後のエラー:「${error}」`}`,
    fix: ({ mailbox }) => [
      {
        who: 'system-administrator',
        do: `管理センターで ${mailbox} を開き、「警告」の最新のものを読んで原因を直す(直さないと再び無効になる)。`,
      },
      adminCenter.ja.testAndEnable(mailbox),
    ],
  },
  sources: [
    productPages.mailboxTable,
    'https://learn.microsoft.com/troubleshoot/power-platform/dataverse/email-exchange-synchronization/troubleshooting-monitoring-server-side-synchronization',
  ],
  examples: {
    bad: [{ change: { mailboxes: { admin: { enabledForOutgoingEmail: false } } } }],
    good: [
      { change: { mailboxes: { admin: { enabledForOutgoingEmail: true } } } },
      { change: { mailboxes: { admin: { enabledForOutgoingEmail: false } } }, purpose: 'test' },
    ],
  },
});
