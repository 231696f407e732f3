// MC326: an address waits for approval, and none of the users whose roles are recorded may give it.

import { productPages } from './admin-center.ts';
import { approvalRights } from './approval-rights.ts';
import {
  approvalOf,
  isApprovedByTenant,
  isExchangeOnline,
  nameOf,
  needsApproval,
} from './mailbox-questions.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC326',
  subject: 'mailbox',
  stage: 'mailbox',
  severity: 'information',
  check: (facts) => {
    const { approval } = approvalOf(facts);
    const online = isExchangeOnline(facts);
    const waits =
      (approval !== undefined && approval !== 'approved' && needsApproval(facts)) ||
      (online && isApprovedByTenant(facts) === false);
    if (!waits) return [];
    const { approvers, self, recorded } = approvalRights(facts);
    if (!recorded || approvers.length > 0 || self !== undefined) return [];
    return [
      {
        params: {
          mailbox: nameOf(facts),
          online,
          queue: facts.owner?.kind === 'queues',
          selfNeedsPrivilege: facts.environment?.fields.requirePrivilegeToSelfApproveEmailAddress === true,
        },
        where: approvalOf(facts).where,
      },
    ];
  },
  en: {
    title: 'None of the recorded users may approve the address',
    why:
      'Approving takes the privilege "Approve Email Addresses for Users or Queues", which System Administrator has. For ' +
      'Exchange Online it takes System Administrator and also Global administrator, Exchange administrator or the security role ' +
      'Delegated Mailbox Approver; without one of these it fails with "A failure occurred in CrmSecurity" (−2147220906). Users ' +
      'may approve their own mailbox, never a queue, if their user principal name is its address and the environment does not ask for the ' +
      'privilege (RequirePrivilegeToSelfApproveEmailAddress). Plug-ins and workflows cannot approve.',
    message: ({ mailbox, online, queue, selfNeedsPrivilege }) =>
      `None of the users whose roles are recorded may approve ${mailbox}${online ? ', which uses Exchange Online' : ''}${queue ? '; a queue cannot be approved by its users' : selfNeedsPrivilege ? '; the environment lets nobody approve their own mailbox without the privilege' : ''}.`,
    fix: ({ online }) => [
      online
        ? {
            who: 'tenant-administrator',
            do: 'Give the security role Delegated Mailbox Approver to a System Administrator of the environment (only a Global or Exchange administrator can, and never to a team), or approve with an account that is both.',
          }
        : {
            who: 'system-administrator',
            do: 'Approve with an account that has the role System Administrator, or a role with the privilege "Approve Email Addresses for Users or Queues".',
          },
      {
        who: 'records-keeper',
        do: `If somebody has these rights already, write that in the user's record: roles: [ System Administrator${online ? ', Delegated Mailbox Approver ] (or tenantRoles: [ global-administrator ] or [ exchange-administrator ])' : ' ] (or privileges: { prvApproveRejectEmailAddress: organization })'}`,
      },
    ],
  },
  ja: {
    title: '設定ファイルのユーザーには、このアドレスを承認できる人がいません',
    why:
      '承認には、ユーザーまたはキューの電子メール アドレスを承認する特権(prvApproveRejectEmailAddress)が必要です。システム管理者はこの特権を持っています。' +
      'Exchange Onlineの場合は、システム管理者であることに加えて、グローバル管理者、Exchange管理者、Delegated Mailbox Approverロールのいずれかが必要で、' +
      'ないとエラー −2147220906(A failure occurred in CrmSecurity)になります。ユーザー プリンシパル名がメールボックスのアドレスと同じで、' +
      '環境が特権を求めていなければ(RequirePrivilegeToSelfApproveEmailAddress)、自分のメールボックスは本人も承認できます。キューは本人承認の対象外です。' +
      'プラグインやワークフローからは承認できません。',
    message: ({ mailbox, online, queue, selfNeedsPrivilege }) =>
      `ロールが記録されているユーザーの中に、${online ? 'Exchange Onlineを使う ' : ''}${mailbox} を承認できる人がいません${queue ? '(キューは利用者が自分で承認できません)' : selfNeedsPrivilege ? '(この環境では、本人が承認する場合も特権が必要です)' : ''}。`,
    fix: ({ online }) => [
      online
        ? {
            who: 'tenant-administrator',
            do: '環境のシステム管理者にDelegated Mailbox Approverロールを割り当てる(割り当てられるのはグローバル管理者かExchange管理者だけで、チームには割り当てられない)。または、両方を持つアカウントで承認する。',
          }
        : {
            who: 'system-administrator',
            do: 'システム管理者ロール、または電子メール アドレスを承認する特権(prvApproveRejectEmailAddress)のあるロールを持つアカウントで承認する。',
          },
      {
        who: 'records-keeper',
        do: `すでに権限を持つ人がいれば、そのユーザーの記録に書く: roles: [ System Administrator${online ? ', Delegated Mailbox Approver ](または tenantRoles: [ global-administrator ] か [ exchange-administrator ])' : ' ](または privileges: { prvApproveRejectEmailAddress: organization })'}`,
      },
    ],
  },
  sources: [
    productPages.exchangeOnline,
    'Microsoft support article KB4510938',
    'https://powerapps.microsoft.com/blog/delegate-the-mailbox-approval-process',
  ],
  examples: {
    bad: [
      {
        change: {
          mailboxes: { support: { emailRouterAccessApproval: 'pending-approval' } },
          users: { 'admin-user': { roles: ['Basic User'] } },
        },
        mailbox: 'support',
      },
      {
        change: {
          environment: { requirePrivilegeToSelfApproveEmailAddress: true },
          mailboxes: { admin: { emailRouterAccessApproval: 'pending-approval' } },
          users: { 'admin-user': { roles: ['Basic User'] } },
        },
      },
      {
        change: {
          profiles: { contoso: { serverType: 'exchange-online', incomingCredentialRetrieval: undefined } },
          mailboxes: { support: { isEmailAddressApprovedByO365Admin: false } },
        },
        mailbox: 'support',
      },
    ],
    good: [
      {
        change: { mailboxes: { support: { emailRouterAccessApproval: 'pending-approval' } } },
        mailbox: 'support',
      },
      {
        change: {
          mailboxes: { admin: { emailRouterAccessApproval: 'pending-approval' } },
          users: { 'admin-user': { roles: ['Basic User'] } },
        },
      },
      {
        change: {
          profiles: { contoso: { serverType: 'exchange-online', incomingCredentialRetrieval: undefined } },
          mailboxes: { support: { isEmailAddressApprovedByO365Admin: false } },
          users: { 'admin-user': { tenantRoles: ['exchange-administrator'] } },
        },
        mailbox: 'support',
      },
      {
        change: {
          mailboxes: { support: { emailRouterAccessApproval: 'pending-approval' } },
          users: { 'admin-user': { roles: undefined } },
        },
        mailbox: 'support',
      },
    ],
  },
});
