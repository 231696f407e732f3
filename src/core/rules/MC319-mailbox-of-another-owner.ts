// MC319: the mailbox's record belongs to somebody else than the user or queue that it is for.

import { resolveReference } from '../records/records.ts';
import { productPages } from './admin-center.ts';
import type { MailboxFacts } from './facts.ts';
import { nameOf } from './mailbox-questions.ts';
import type { Hit } from './rule.ts';
import { defineRule } from './rule.ts';

type Params = { mailbox: string; is: string | undefined; shouldBe: string | undefined };

export default defineRule({
  code: 'MC319',
  subject: 'mailbox',
  stage: 'mailbox',
  severity: 'warning',
  check: (facts): Hit<Params>[] => {
    const { mailbox } = facts;
    const { regarding, isForwardMailbox, actDeliveryMethod } = mailbox.fields;
    if (regarding === undefined)
      return isForwardMailbox === false && facts.purpose === 'check'
        ? [
            {
              params: { mailbox: nameOf(facts), is: undefined, shouldBe: undefined },
              where: mailbox.where(['regarding']),
              severity: 'information',
            },
          ]
        : [];
    const owners = ownersOf(facts);
    if (owners === undefined || owners.is.id === owners.shouldBe.id) return [];
    return [
      {
        params: { mailbox: nameOf(facts), is: owners.is.name, shouldBe: owners.shouldBe.name },
        where: mailbox.where(['owner']),
        // Sending does not depend on it; appointments, contacts and tasks do.
        ...(actDeliveryMethod === 'server-side-synchronization' ? {} : { severity: 'information' as const }),
      },
    ];
  },
  en: {
    title: 'The mailbox belongs to somebody else',
    why:
      "Appointments, contacts and tasks are synchronized as the mailbox's owner. If that is not the user it is for, " +
      'synchronization may fail (UserPrivilegeError); sending e-mail does not depend on it.',
    message: ({ mailbox, is, shouldBe }) =>
      shouldBe === undefined
        ? `The user or queue that ${mailbox} is for is not recorded, so no sender leads to it.`
        : `The mailbox ${mailbox} is owned by ${is}, but is for ${shouldBe}.`,
    fix: ({ mailbox, shouldBe }) => [
      shouldBe === undefined
        ? {
            who: 'records-keeper',
            do: `Add to the record of the mailbox ${mailbox}: regarding: the id of its user or queue`,
          }
        : {
            who: 'system-administrator',
            do: `Open the mailbox ${mailbox}, choose "Assign" and assign it to ${shouldBe}.`,
          },
    ],
  },
  ja: {
    title: 'メールボックスの所有者が本人ではありません',
    why:
      '予定、取引先担当者、タスクはメールボックスの「所有者」として同期されます。本人でない場合、同期に失敗することがあります(UserPrivilegeError)。' +
      '電子メールの送信には影響しません。',
    message: ({ mailbox, is, shouldBe }) =>
      shouldBe === undefined
        ? `${mailbox} がどのユーザーまたはキューのものか記録されていないため、どの差出人からもたどり着けません。`
        : `メールボックス ${mailbox} は ${shouldBe} のものですが、「所有者」が ${is} です。`,
    fix: ({ mailbox, shouldBe }) => [
      shouldBe === undefined
        ? {
            who: 'records-keeper',
            do: `メールボックス ${mailbox} の設定に次を書き加える: regarding: ユーザーまたはキューのid`,
          }
        : { who: 'system-administrator', do: `メールボックス ${mailbox} を開き、${shouldBe} に割り当てる。` },
    ],
  },
  sources: ['Microsoft support articles KB4346733, KB4052824', productPages.editMailboxes],
  examples: {
    bad: [
      {
        change: {
          mailboxes: { admin: { owner: 'portal-user', actDeliveryMethod: 'server-side-synchronization' } },
        },
      },
      { change: { mailboxes: { support: { owner: 'portal-user' } } }, mailbox: 'support' },
    ],
    good: [{ change: { mailboxes: { admin: { owner: 'admin-user' } } } }],
  },
});

/** Who owns the record, and who should: the user that it is for, or the owner of the queue that it is for. */
function ownersOf(facts: MailboxFacts) {
  const { mailbox, owner, records } = facts;
  if (owner === undefined || mailbox.fields.owner === undefined) return undefined;
  const is = resolveReference(records, ['users', 'teams'], mailbox.fields.owner).found;
  const shouldBe =
    owner.kind === 'users'
      ? owner
      : owner.fields.owner === undefined
        ? undefined
        : resolveReference(records, ['users', 'teams'], owner.fields.owner).found;
  if (is === undefined || shouldBe === undefined) return undefined;
  const name = (entry: typeof is) =>
    (entry.kind === 'users'
      ? (entry.fields as { fullName?: string }).fullName
      : (entry.fields as { name?: string }).name) ?? entry.id;
  return { is: { id: is.id, name: name(is) }, shouldBe: { id: shouldBe.id, name: name(shouldBe) } };
}
