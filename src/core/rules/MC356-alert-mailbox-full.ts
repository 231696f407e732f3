// MC356: an alert says: the sender's mailbox is over its quota.

import { adminCenter } from './admin-center.ts';
import { defineAlertRule } from './alert-rule.ts';

export default defineAlertRule({
  code: 'MC356',
  stage: 'server',
  en: {
    title: 'The mailbox of the sender is full',
    why: 'Exchange refuses to send from a mailbox that is over its quota (ErrorQuotaExceeded). Mail stays in Pending Send.',
    fix: ({ mailbox }) => [
      { who: 'mailbox-user', do: `Make room in ${mailbox}: delete old items and empty "Deleted Items".` },
      { who: 'tenant-administrator', do: 'Or raise the quota of the mailbox in Exchange.' },
      adminCenter.en.testAndEnable(mailbox),
    ],
  },
  ja: {
    title: '差出人のメールボックスの容量がいっぱいです',
    why: '容量の上限を超えたメールボックスからの送信は、Exchangeが拒否します(ErrorQuotaExceeded)。メールは「送信保留」のまま残ります。',
    fix: ({ mailbox }) => [
      { who: 'mailbox-user', do: `${mailbox} の古いアイテムを削除し、「削除済みアイテム」を空にする。` },
      { who: 'tenant-administrator', do: 'または、Exchangeでメールボックスの容量の上限を上げる。' },
      adminCenter.ja.testAndEnable(mailbox),
    ],
  },
  sources: ['Microsoft support article KB4556585'],
  bad: [{ text: 'Email Server Error Code: ErrorQuotaExceeded. Exchange.server returned 403 error' }],
});
