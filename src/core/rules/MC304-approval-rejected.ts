// MC304: somebody rejected the mailbox's address.

import { adminCenter, productPages } from './admin-center.ts';
import { approvalOf, isExchangeOnline, nameOf, needsApproval } from './mailbox-questions.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC304',
  subject: 'mailbox',
  stage: 'mailbox',
  severity: 'error',
  check: (facts) =>
    approvalOf(facts).approval === 'rejected'
      ? [
          {
            params: {
              mailbox: nameOf(facts),
              needed: needsApproval(facts),
              exchangeOnline: isExchangeOnline(facts),
            },
            where: approvalOf(facts).where,
            // What a rejection means where no approval is asked for is not documented.
            ...(needsApproval(facts) ? {} : { severity: 'warning' as const }),
          },
        ]
      : [],
  en: {
    title: "The mailbox's address was rejected",
    why:
      'An administrator chose "Reject Email" for this address. A rejected address is processed as little as one that was ' +
      'never approved; it can be approved after all.',
    message: ({ mailbox, needed }) =>
      needed
        ? `The address ${mailbox} was rejected, so nothing is sent from it.`
        : `The address ${mailbox} was rejected; this may stop its mail although the environment does not require approval.`,
    fix: ({ mailbox, exchangeOnline }) => [
      {
        who: 'system-administrator',
        do: 'Find out who rejected the address and why; it may be the wrong address for this user or queue.',
      },
      adminCenter.en.approve(mailbox, exchangeOnline ? 'tenant-administrator' : 'system-administrator'),
      adminCenter.en.testAndEnable(mailbox),
    ],
  },
  ja: {
    title: 'メールボックスの電子メールの承認が拒否されています',
    why:
      '管理者がこのアドレスを拒否しています。拒否されたアドレスは、未承認のアドレスと同じく処理されません。' +
      '拒否したあとで承認することもできます。',
    message: ({ mailbox, needed }) =>
      needed
        ? `${mailbox} は電子メールの承認が拒否されているため、何も送信されません。`
        : `${mailbox} は電子メールの承認が拒否されています。この環境では承認は不要ですが、メールが止まる可能性があります。`,
    fix: ({ mailbox, exchangeOnline }) => [
      {
        who: 'system-administrator',
        do: '誰がなぜ拒否したのかを確かめる(ユーザーまたはキューのアドレスが間違っていることがある)。',
      },
      adminCenter.ja.approve(mailbox, exchangeOnline ? 'tenant-administrator' : 'system-administrator'),
      adminCenter.ja.testAndEnable(mailbox),
    ],
  },
  sources: [productPages.mailboxTable, productPages.exchangeOnline],
  examples: {
    bad: [{ change: { mailboxes: { admin: { emailRouterAccessApproval: 'rejected' } } } }],
    good: [{ change: { mailboxes: { admin: { emailRouterAccessApproval: 'approved' } } } }],
  },
});
