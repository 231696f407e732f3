// MC374: an alert says: the owner of the mailbox lacks rights in the environment.

import { adminCenter } from './admin-center.ts';
import { defineAlertRule } from './alert-rule.ts';

export default defineAlertRule({
  code: 'MC374',
  stage: 'mailbox',
  en: {
    title: 'The owner of the mailbox lacks rights in the environment',
    why: 'The platform works for a mailbox in the name of its owner: the user, or the owner of the queue. Without a security role that may read and write mailboxes, queues and activities, it stops.',
    fix: ({ mailbox }) => [
      {
        who: 'system-administrator',
        do: `Give the owner of ${mailbox} (for a queue: the user or team that owns the queue) a security role that can read and write mailboxes and read queues.`,
      },
      adminCenter.en.inMailbox(mailbox, 'make sure that the owner is the user that it belongs to.'),
      adminCenter.en.testAndEnable(mailbox),
    ],
  },
  ja: {
    title: 'メールボックスの所有者の権限が足りません',
    why: 'メールボックスは、所有者(ユーザー、またはキューの所有者)の権限で処理されます。メールボックス、キュー、活動を読み書きできるセキュリティ ロールがなければ、処理が止まります。',
    fix: ({ mailbox }) => [
      {
        who: 'system-administrator',
        do: `${mailbox} の所有者(キューの場合はキューを所有するユーザーかチーム)に、メールボックスの読み書きとキューの読み取りができるセキュリティ ロールを割り当てる。`,
      },
      adminCenter.ja.inMailbox(mailbox, '所有者が、メールボックスを使うユーザー自身であることを確かめる。'),
      adminCenter.ja.testAndEnable(mailbox),
    ],
  },
  sources: [
    'Microsoft support article KB4346733',
    'Microsoft support article KB4052824',
    'Microsoft support article KB4471762',
    'Microsoft support article KB4500778',
  ],
  bad: [
    { text: 'Test and Enable failed: 8005E259' },
    {
      text: "Appointments, contacts, and tasks can't be synchronized for the mailbox Admin Hanako because the mailbox user doesn't have sufficient permissions on this mailbox. Crm.80048306.text",
    },
  ],
});
