// MC330: the mailbox has another address than the user or queue that it is for.

import { isSameAddress } from '../mail/ascii-address.ts';
import { productPages } from './admin-center.ts';
import type { MailboxFacts } from './facts.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC330',
  subject: 'mailbox',
  stage: 'mailbox',
  severity: 'warning',
  check: (facts) => {
    const { mailbox, owner } = facts;
    const own = mailbox.fields.emailAddress;
    const theirs = addressOfOwner(owner);
    if (typeof own !== 'string' || theirs === undefined || owner === undefined) return [];
    if (isSameAddress(own, theirs)) return [];
    return [
      {
        params: { own, theirs, queue: owner.kind === 'queues', name: nameOfOwner(owner) },
        where: mailbox.where(['emailAddress']),
      },
    ];
  },
  en: {
    title: 'The mailbox has another address than its user or queue',
    why:
      'A mailbox and its user or queue have the same address: a change of one is written to the other. Where they differ, one of the ' +
      'records is out of date, or a change did not get through. Then the address that recipients see may not be the one that was approved and tested.',
    message: ({ own, theirs, queue, name }) =>
      `The mailbox of the ${queue ? 'queue' : 'user'} ${name} has the address ${own}, but the ${queue ? 'queue' : 'user'} has ${theirs}.`,
    fix: ({ own, theirs, queue, name }) => [
      {
        who: 'system-administrator',
        do: `Open the ${queue ? 'queue' : 'user'} ${name} and correct ${queue ? '"Incoming Email"' : '"Primary Email"'}; the mailbox follows. Then approve the mailbox and run "Test & Enable Mailboxes".`,
      },
      {
        who: 'records-keeper',
        do: `If the two are alike there, correct the records: one says ${own}, the other ${theirs}.`,
      },
    ],
  },
  ja: {
    title: 'メールボックスのアドレスが、そのユーザーまたはキューのアドレスと異なります',
    why:
      'メールボックスと、そのユーザーまたはキューのアドレスは同じです。片方を変えると、もう片方にも反映されます。異なる場合は、記録が古いか、変更が反映されていません。' +
      '承認とテストが済んでいるアドレスと、受信者に見える差出人のアドレスが違う可能性があります。',
    message: ({ own, theirs, queue, name }) =>
      `${queue ? 'キュー' : 'ユーザー'} ${name} のアドレスは ${theirs} ですが、メールボックスのアドレスは ${own} です。`,
    fix: ({ own, theirs, queue, name }) => [
      {
        who: 'system-administrator',
        do: `${queue ? 'キュー' : 'ユーザー'} ${name} を開き、${queue ? '受信用の' : 'プライマリの'}電子メール アドレスを直す(メールボックスにも反映される)。その後、メールボックスの承認と「メールボックスのテストと有効化」を行う。`,
      },
      {
        who: 'records-keeper',
        do: `実際の環境で同じアドレスなら、設定ファイルの ${own} と ${theirs} のうち古いほうを直す。`,
      },
    ],
  },
  sources: [
    productPages.editMailboxes,
    productPages.mailboxTable,
    'derived: what happens to mail while the two differ is not documented',
  ],
  examples: {
    bad: [
      { change: { mailboxes: { admin: { emailAddress: 'hanako@example.com' } } } },
      { change: { queues: { 'support-queue': { emailAddress: 'help@example.com' } } }, mailbox: 'support' },
    ],
    good: [
      { change: { mailboxes: { admin: { emailAddress: 'Admin@Example.com' } } } },
      { change: { users: { 'admin-user': { internalEmailAddress: undefined } } } },
      {
        change: {
          mailboxes: { admin: { emailAddress: 'admin@例え.jp' } },
          users: { 'admin-user': { internalEmailAddress: 'admin@xn--r8jz45g.jp' } },
        },
      },
    ],
  },
});

function addressOfOwner(owner: MailboxFacts['owner']): string | undefined {
  return owner?.kind === 'queues' ? owner.fields.emailAddress : owner?.fields.internalEmailAddress;
}

function nameOfOwner(owner: NonNullable<MailboxFacts['owner']>): string {
  const fields: { name?: string | undefined; fullName?: string | undefined } = owner.fields;
  return fields.fullName ?? fields.name ?? owner.id;
}
