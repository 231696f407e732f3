// MC318: an Exchange Online mailbox lacks the approval by an administrator of the tenant.

import { adminCenter, productPages } from './admin-center.ts';
import { isApprovedByTenant, isExchangeOnline, nameOf } from './mailbox-questions.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC318',
  subject: 'mailbox',
  stage: 'mailbox',
  severity: 'error',
  check: (facts) =>
    isExchangeOnline(facts) && isApprovedByTenant(facts) === false
      ? [
          {
            params: { mailbox: nameOf(facts) },
            where: facts.mailbox.where(['isEmailAddressApprovedByO365Admin']),
          },
        ]
      : [],
  en: {
    title: 'A tenant administrator has not approved the address',
    why:
      'With the Exchange Online profile the platform acts in the mailbox without its password, so an administrator of the ' +
      'Microsoft 365 tenant must have approved the address as well (alert OutgoingEmailS2SApprovalNeeded). Approval inside the environment alone is not enough.',
    message: ({ mailbox }) =>
      `${mailbox} uses Exchange Online and is not approved by a Microsoft 365 administrator.`,
    fix: ({ mailbox }) => [
      {
        who: 'tenant-administrator',
        do: 'Sign in with two roles: System Administrator in the environment, and one of Global administrator, Exchange administrator or Delegated Mailbox Approver.',
      },
      adminCenter.en.approve(mailbox, 'tenant-administrator'),
      adminCenter.en.inRecord(`the mailbox ${mailbox}`, 'isEmailAddressApprovedByO365Admin: true'),
      adminCenter.en.testAndEnable(mailbox),
    ],
  },
  ja: {
    title: 'テナントの管理者がアドレスを承認していません',
    why:
      'Exchange Onlineのプロファイルではパスワードなしでメールボックスを操作するため、Microsoft 365テナントの管理者の承認も必要です' +
      '(警告 OutgoingEmailS2SApprovalNeeded)。環境内の承認だけでは足りません。',
    message: ({ mailbox }) =>
      `${mailbox} はExchange Onlineを使いますが、Microsoft 365の管理者に承認されていません。`,
    fix: ({ mailbox }) => [
      {
        who: 'tenant-administrator',
        do: '環境のシステム管理者であり、かつグローバル管理者、Exchange管理者、Delegated Mailbox Approverロールのいずれかを持つアカウントでサインインする。',
      },
      adminCenter.ja.approve(mailbox, 'tenant-administrator'),
      adminCenter.ja.inRecord(`メールボックス ${mailbox}`, 'isEmailAddressApprovedByO365Admin: true'),
      adminCenter.ja.testAndEnable(mailbox),
    ],
  },
  sources: [productPages.exchangeOnline, 'Microsoft support article KB4052727', productPages.mailboxTable],
  examples: {
    bad: [
      {
        mailbox: 'support',
        change: {
          profiles: {
            contoso: { serverType: 'exchange-online', incomingCredentialRetrieval: 'server-to-server' },
          },
          queues: { 'support-queue': { isEmailAddressApprovedByO365Admin: false } },
        },
      },
      {
        change: {
          profiles: {
            contoso: { serverType: 'exchange-online', incomingCredentialRetrieval: 'server-to-server' },
          },
          mailboxes: { admin: { isEmailAddressApprovedByO365Admin: false } },
        },
      },
    ],
    good: [
      {
        change: {
          profiles: {
            contoso: { serverType: 'exchange-online', incomingCredentialRetrieval: 'server-to-server' },
          },
          mailboxes: { admin: { isEmailAddressApprovedByO365Admin: true } },
        },
      },
      { change: { mailboxes: { admin: { isEmailAddressApprovedByO365Admin: false } } } },
    ],
  },
});
