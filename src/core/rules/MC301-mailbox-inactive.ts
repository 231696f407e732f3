// MC301: the mailbox record is inactive.

import { adminCenter, productPages } from './admin-center.ts';
import { nameOf } from './mailbox-questions.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC301',
  subject: 'mailbox',
  stage: 'mailbox',
  severity: 'error',
  check: (facts) =>
    facts.mailbox.fields.state === 'inactive'
      ? [{ params: { mailbox: nameOf(facts) }, where: facts.mailbox.where(['state']) }]
      : [],
  en: {
    title: 'The mailbox is inactive',
    why:
      'Server-side synchronization sends and receives for active mailboxes only (0x8005E219). A mailbox becomes inactive ' +
      'by itself when its user is disabled or loses the licence.',
    message: ({ mailbox }) => `The mailbox ${mailbox} is inactive, so nothing is sent from it.`,
    fix: ({ mailbox }) => [
      {
        who: 'tenant-administrator',
        do: 'If the mailbox belongs to a user, see that the user is enabled and licensed; otherwise it becomes inactive again.',
      },
      adminCenter.en.inMailbox(mailbox, 'choose "Activate".'),
      adminCenter.en.testAndEnable(mailbox),
    ],
  },
  ja: {
    title: 'メールボックスが非アクティブです',
    why:
      'サーバー側同期が送受信するのは、アクティブなメールボックスだけです(0x8005E219)。' +
      'ユーザーが無効になったりライセンスを失ったりすると、メールボックスも自動的に非アクティブになります。',
    message: ({ mailbox }) => `メールボックス ${mailbox} が非アクティブのため、何も送信されません。`,
    fix: ({ mailbox }) => [
      {
        who: 'tenant-administrator',
        do: 'ユーザーのメールボックスの場合は、そのユーザーが有効でライセンスがあることを確かめる(そうでないと再び非アクティブになる)。',
      },
      adminCenter.ja.inMailbox(mailbox, '「アクティブ化」を選ぶ。'),
      adminCenter.ja.testAndEnable(mailbox),
    ],
  },
  sources: [productPages.mailboxTable, productPages.errorCodes, 'Microsoft support article KB4481318'],
  examples: {
    bad: [{ change: { mailboxes: { admin: { state: 'inactive' } } } }],
    good: [{ change: { mailboxes: { admin: { state: 'active' } } } }],
  },
});
