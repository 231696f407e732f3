// MC321: how outgoing mail of this mailbox is delivered is not recorded.

import { adminCenter, productPages } from './admin-center.ts';
import { nameOf } from './mailbox-questions.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC321',
  subject: 'mailbox',
  stage: 'mailbox',
  severity: 'unknown',
  check: (facts) =>
    facts.mailbox.fields.outgoingEmailDeliveryMethod === undefined
      ? [
          {
            params: { mailbox: nameOf(facts) },
            where: facts.mailbox.where(['outgoingEmailDeliveryMethod']),
          },
        ]
      : [],
  en: {
    title: 'The outgoing delivery method is not recorded',
    why: 'Only mailboxes whose outgoing method is Server-Side Synchronization send; the records do not say which method this one has.',
    message: ({ mailbox }) => `The outgoing delivery method of ${mailbox} is not recorded.`,
    fix: ({ mailbox }) => [
      adminCenter.en.inMailbox(mailbox, 'read "Outgoing Email" under "Synchronization Method".'),
      adminCenter.en.inRecord(
        `the mailbox ${mailbox}`,
        'outgoingEmailDeliveryMethod: server-side-synchronization, none or outlook',
      ),
    ],
  },
  ja: {
    title: '「送信電子メール」の方法が記録されていません',
    why: '送信するのは、「送信電子メール」が「サーバー側同期」のメールボックスだけです。このメールボックスの方法が設定ファイルにありません。',
    message: ({ mailbox }) => `${mailbox} の「送信電子メール」の方法が記録されていません。`,
    fix: ({ mailbox }) => [
      adminCenter.ja.inMailbox(mailbox, '「同期方法」の「送信電子メール」を確認する。'),
      adminCenter.ja.inRecord(
        `メールボックス ${mailbox}`,
        'outgoingEmailDeliveryMethod: server-side-synchronization、none、outlook のいずれか',
      ),
    ],
  },
  sources: [productPages.mailboxTable],
  examples: {
    bad: [{ change: { mailboxes: { admin: { outgoingEmailDeliveryMethod: undefined } } } }],
    good: [
      { change: { mailboxes: { admin: { outgoingEmailDeliveryMethod: 'server-side-synchronization' } } } },
    ],
  },
});
