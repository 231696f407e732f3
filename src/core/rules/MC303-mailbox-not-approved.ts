// MC303: the mailbox's address awaits approval, and the environment requires one.

import { adminCenter, productPages } from './admin-center.ts';
import { approvalRights } from './approval-rights.ts';
import { approvalOf, isExchangeOnline, nameOf, needsApproval } from './mailbox-questions.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC303',
  subject: 'mailbox',
  stage: 'mailbox',
  severity: 'error',
  check: (facts) => {
    const { approval, where } = approvalOf(facts);
    if ((approval !== 'empty' && approval !== 'pending-approval') || !needsApproval(facts)) return [];
    return [
      {
        params: {
          mailbox: nameOf(facts),
          pending: approval === 'pending-approval',
          owner: facts.owner?.kind,
          // Both switches are on by default; an assumption is not told as a fact.
          recorded:
            facts.environment?.fields[
              facts.owner?.kind === 'queues' ? 'requireApprovalForQueueEmail' : 'requireApprovalForUserEmail'
            ] !== undefined,
          exchangeOnline: isExchangeOnline(facts),
          rights: approvalRights(facts),
        },
        where,
      },
    ];
  },
  en: {
    title: 'The mailbox is not approved',
    why:
      'The environment processes e-mail only for approved users and queues (both switches are on by default). Until the ' +
      'address is approved, mail from it stays in Pending Send, and a test does not enable it. Approving takes the privilege ' +
      '"Approve Email Addresses for Users or Queues", which System Administrator has.',
    message: ({ mailbox, pending, owner, recorded, rights }) =>
      `The address ${mailbox} ${pending ? 'waits for approval' : 'was never approved'}, and the environment requires approval for ` +
      `${owner === 'queues' ? 'queues' : owner === 'users' ? 'users' : 'users or queues'}${recorded ? '' : ' (the default; the records do not say)'}.` +
      (rights.approvers.length === 0
        ? ''
        : ` By the records ${rights.approvers.join(' or ')} may approve it.`),
    fix: ({ mailbox, exchangeOnline, rights }) => [
      ...(exchangeOnline
        ? [
            {
              who: 'tenant-administrator' as const,
              do: 'Exchange Online: approving takes System Administrator in the environment and one of Global administrator, Exchange administrator or the role Delegated Mailbox Approver. Ask somebody who has both to do the next step.',
            },
          ]
        : []),
      adminCenter.en.approve(mailbox, exchangeOnline ? 'tenant-administrator' : 'system-administrator'),
      ...(rights.self === undefined
        ? []
        : [
            {
              who: 'mailbox-user' as const,
              do: `Or ${rights.self} signs in and runs "Test & Enable Mailboxes" for ${mailbox}: for one's own mailbox that approves it on the way.`,
            },
          ]),
    ],
  },
  ja: {
    title: 'メールボックスが承認されていません',
    why:
      'この環境は、承認済みのユーザーとキューのメールだけを処理します(どちらの設定も既定でオンです)。' +
      'アドレスが承認されるまで、メールは「送信保留」のまま残り、テストをしても有効になりません。' +
      '承認には、ユーザーまたはキューの電子メール アドレスを承認する特権(prvApproveRejectEmailAddress)が必要です。システム管理者はこの特権を持っています。',
    message: ({ mailbox, pending, owner, recorded, rights }) =>
      `${mailbox} は${pending ? '承認待ち' : '未承認'}です。この環境では${owner === 'queues' ? 'キュー' : owner === 'users' ? 'ユーザー' : 'ユーザーまたはキュー'}の電子メールに承認が必要です${recorded ? '' : '(設定ファイルに記録がないため、既定値とみなしています)'}。` +
      (rights.approvers.length === 0
        ? ''
        : `設定ファイルによると、承認できるのは ${rights.approvers.join('、')} です。`),
    fix: ({ mailbox, exchangeOnline, rights }) => [
      ...(exchangeOnline
        ? [
            {
              who: 'tenant-administrator' as const,
              do: 'Exchange Onlineでは、環境のシステム管理者であることに加えて、グローバル管理者、Exchange管理者、Delegated Mailbox Approverロールのいずれかが必要。両方を持つ人に次の手順を頼む。',
            },
          ]
        : []),
      adminCenter.ja.approve(mailbox, exchangeOnline ? 'tenant-administrator' : 'system-administrator'),
      ...(rights.self === undefined
        ? []
        : [
            {
              who: 'mailbox-user' as const,
              do: `または、${rights.self} がサインインし、${mailbox} に「メールボックスのテストと有効化」を実行する(自分のメールボックスなら、承認も同時に行われる)。`,
            },
          ]),
    ],
  },
  sources: [productPages.exchangeOnline, productPages.passwordProfiles, productPages.emailSettings],
  examples: {
    bad: [
      { change: { mailboxes: { admin: { emailRouterAccessApproval: 'empty' } } } },
      {
        change: { mailboxes: { admin: { emailRouterAccessApproval: 'pending-approval' } } },
        purpose: 'test',
      },
      {
        mailbox: 'support',
        change: {
          environment: { requireApprovalForUserEmail: false, requireApprovalForQueueEmail: undefined },
          mailboxes: { support: { emailRouterAccessApproval: 'pending-approval' } },
        },
      },
    ],
    good: [
      { change: { mailboxes: { admin: { emailRouterAccessApproval: 'approved' } } } },
      {
        change: {
          environment: { requireApprovalForUserEmail: false },
          mailboxes: { admin: { emailRouterAccessApproval: 'empty' } },
        },
      },
    ],
  },
});
