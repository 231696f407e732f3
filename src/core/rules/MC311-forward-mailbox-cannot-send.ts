// MC311: a forward mailbox stands where a sending one is needed.

import { adminCenter, productPages } from './admin-center.ts';
import { isSynchronized, nameOf } from './mailbox-questions.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC311',
  subject: 'mailbox',
  stage: 'mailbox',
  severity: 'error',
  check: (facts) =>
    facts.mailbox.fields.isForwardMailbox === true &&
    // One that only collects mail is in order, as long as nobody sends from it.
    (facts.purpose === 'send' || isSynchronized(facts, 'outgoing'))
      ? [{ params: { mailbox: nameOf(facts) }, where: facts.mailbox.where(['isForwardMailbox']) }]
      : [],
  en: {
    title: 'A forward mailbox cannot send',
    why:
      'A forward mailbox collects mail for many users and belongs to none of them. The platform refuses to send from it ' +
      '(0x8005E225).',
    message: ({ mailbox }) => `${mailbox} is a forward mailbox, so nothing can be sent from it.`,
    fix: ({ mailbox }) => [
      adminCenter.en.inMailbox(mailbox, 'set "Outgoing Email" to None.'),
      {
        who: 'process-owner',
        do: 'Let the process send from a user or queue with a mailbox of its own: deactivate it, set From, activate it.',
      },
    ],
  },
  ja: {
    title: '転送メールボックスからは送信できません',
    why:
      '転送メールボックスは多数のユーザーのメールを集めるためのもので、特定のユーザーのものではありません。' +
      'ここからの送信は拒否されます(0x8005E225)。',
    message: ({ mailbox }) => `${mailbox} は転送メールボックスのため、送信できません。`,
    fix: ({ mailbox }) => [
      adminCenter.ja.inMailbox(mailbox, '「送信電子メール」を「なし」にする。'),
      {
        who: 'process-owner',
        do: 'プロセスを「非アクティブ化」し、差出人を自分のメールボックスを持つユーザーまたはキューに変え、「アクティブ化」する。',
      },
    ],
  },
  sources: [productPages.editMailboxes, productPages.errorCodes],
  examples: {
    bad: [{ change: { mailboxes: { admin: { isForwardMailbox: true } } } }],
    good: [{ change: { mailboxes: { admin: { isForwardMailbox: false } } } }],
  },
});
