// MC313: whether the mailbox is approved is not recorded, and the environment requires approval.

import { adminCenter, productPages } from './admin-center.ts';
import { approvalOf, nameOf, needsApproval } from './mailbox-questions.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC313',
  subject: 'mailbox',
  stage: 'mailbox',
  severity: 'unknown',
  // `check` looks at what was configured; approving is a step that may still come.
  check: (facts) =>
    facts.purpose !== 'check' && approvalOf(facts).approval === undefined && needsApproval(facts)
      ? [
          {
            params: { mailbox: nameOf(facts) },
            where: facts.mailbox.where(['emailRouterAccessApproval']),
          },
        ]
      : [],
  en: {
    title: 'Whether the mailbox is approved is not recorded',
    why: 'The environment processes e-mail only for approved users and queues, and the records do not say whether this address is one.',
    message: ({ mailbox }) => `Whether ${mailbox} is approved is not recorded.`,
    fix: ({ mailbox }) => [
      adminCenter.en.inMailbox(
        mailbox,
        'read the approval state of the address; if it is not Approved, choose "Approve Email".',
      ),
      adminCenter.en.inRecord(
        `the mailbox ${mailbox}`,
        `emailRouterAccessApproval: approved, pending-approval, rejected or empty (or, once it is approved: mailcheck approve ${mailbox})`,
      ),
    ],
  },
  ja: {
    title: 'メールボックスが承認済みかどうかが記録されていません',
    why: 'この環境は承認済みのユーザーとキューのメールだけを処理しますが、このアドレスが承認済みかどうかが設定ファイルにありません。',
    message: ({ mailbox }) => `${mailbox} が承認済みかどうかが記録されていません。`,
    fix: ({ mailbox }) => [
      adminCenter.ja.inMailbox(
        mailbox,
        '承認の状態を確認する。承認済みでなければ「電子メールの承認」を選ぶ。',
      ),
      adminCenter.ja.inRecord(
        `メールボックス ${mailbox}`,
        `emailRouterAccessApproval: approved、pending-approval、rejected、empty のいずれか(承認が済んだら mailcheck approve ${mailbox} でもよい)`,
      ),
    ],
  },
  sources: [productPages.mailboxTable, productPages.exchangeOnline],
  examples: {
    bad: [{ change: { mailboxes: { admin: { emailRouterAccessApproval: undefined } } } }],
    good: [
      {
        change: {
          mailboxes: { admin: { emailRouterAccessApproval: undefined } },
          users: { 'admin-user': { emailRouterAccessApproval: 'approved' } },
        },
      },
      { change: { mailboxes: { admin: { emailRouterAccessApproval: 'approved' } } } },
      {
        change: {
          environment: { requireApprovalForUserEmail: false },
          mailboxes: { admin: { emailRouterAccessApproval: undefined } },
        },
      },
    ],
  },
});
