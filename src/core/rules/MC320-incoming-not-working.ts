// MC320: the mailbox does not receive. That does not stop mail that is sent from it.

import { adminCenter, productPages } from './admin-center.ts';
import { isSynchronized, nameOf } from './mailbox-questions.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC320',
  subject: 'mailbox',
  stage: 'mailbox',
  severity: 'information',
  check: (facts) => {
    if (facts.purpose === 'test' || !isSynchronized(facts, 'incoming')) return [];
    const { incomingEmailStatus, enabledForIncomingEmail } = facts.mailbox.fields;
    const failed = incomingEmailStatus === 'failure';
    const disabled = incomingEmailStatus === 'success' && enabledForIncomingEmail === false;
    return failed || disabled
      ? [
          {
            params: { mailbox: nameOf(facts), failed },
            where: facts.mailbox.where([failed ? 'incomingEmailStatus' : 'enabledForIncomingEmail']),
          },
        ]
      : [];
  },
  en: {
    title: 'The mailbox does not receive',
    why: 'Incoming and outgoing email are tested and enabled separately. Replies to this address do not reach Dataverse; mail sent from it is not stopped by that.',
    message: ({ mailbox, failed }) =>
      `${failed ? `The incoming email status of ${mailbox} is Failure` : `${mailbox} is disabled for incoming email`}; this does not stop what is sent.`,
    fix: ({ mailbox }) => [adminCenter.en.testAndEnable(mailbox)],
  },
  ja: {
    title: 'メールボックスが受信していません',
    why: '受信と送信は別々にテストされ、有効になります。このアドレスへの返信はDataverseに届きませんが、送信は止まりません。',
    message: ({ mailbox, failed }) =>
      `${mailbox} の${failed ? '「受信電子メールの状態」が「失敗」です' : '受信が無効になっています'}。送信には影響しません。`,
    fix: ({ mailbox }) => [adminCenter.ja.testAndEnable(mailbox)],
  },
  sources: [productPages.mailboxTable],
  examples: {
    bad: [
      { change: { mailboxes: { admin: { incomingEmailStatus: 'failure' } } } },
      { change: { mailboxes: { admin: { enabledForIncomingEmail: false } } } },
    ],
    good: [
      { change: { mailboxes: { admin: { incomingEmailStatus: 'success' } } } },
      {
        change: {
          mailboxes: { admin: { incomingEmailStatus: 'failure', incomingEmailDeliveryMethod: 'none' } },
        },
      },
    ],
  },
});
