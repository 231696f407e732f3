// MC333: the mailbox that the sender's record names belongs to another user or queue.

import type { DeliveryPath } from '../delivery/path.ts';
import { resolveReference, type Entry } from '../records/records.ts';
import { productPages } from './admin-center.ts';
import { nameOf } from './mailbox-questions.ts';
import { defineRule } from './rule.ts';

type Principal = Entry<'users'> | Entry<'queues'>;

export default defineRule({
  code: 'MC333',
  subject: 'path',
  stage: 'mailbox',
  severity: 'unknown',
  check: ({ path, records }) => {
    const mailbox = path.mailbox.found;
    const sender = senderOf(path);
    const regarding = mailbox?.fields.regarding;
    if (mailbox === undefined || sender === undefined || regarding === undefined) return [];
    const owner = resolveReference<'users' | 'queues'>(records, ['users', 'queues'], regarding).found;
    if (owner === undefined || owner === sender) return [];
    return [
      {
        params: {
          mailbox: nameOf({ mailbox }),
          id: mailbox.id,
          sender: describe(sender),
          owner: describe(owner as Principal),
        },
        where: sender.where(['defaultMailbox']),
      },
    ];
  },
  en: {
    title: "The sender's mailbox is somebody else's",
    why:
      'A mailbox belongs to one user or queue ("Regarding"), and the platform sends a mail from the mailbox of whoever stands in From. Where the ' +
      "two sides do not agree, one of the records is wrong: which mailbox sends, and whether it is approved as a user's or as a queue's, cannot be told.",
    message: ({ mailbox, sender, owner }) =>
      `The ${kinds[sender.kind].en} ${sender.name} has the mailbox ${mailbox}, but that is the mailbox of the ${kinds[owner.kind].en} ${owner.name}.`,
    fix: ({ mailbox, id, sender, owner }) => [
      {
        who: 'system-administrator',
        do: `Open the mailbox ${mailbox} (Power Platform admin center > Environments > (the environment) > Settings > Email > Mailboxes) and read "Regarding": it names the one user or queue that sends from it.`,
      },
      {
        who: 'records-keeper',
        do: `Where it names ${sender.name}: write regarding: ${sender.id} in the record of the mailbox ${id}. Where it names ${owner.name}: record the mailbox of ${sender.name} by itself, and name that in defaultMailbox (where there is none: null).`,
      },
    ],
  },
  ja: {
    title: '差出人のメールボックスが、ほかのユーザーまたはキューのものです',
    why:
      'メールボックスは1つのユーザーまたはキューのもの(「関連」)で、メールは差出人のメールボックスから送信されます。両者が食い違う場合は記録のどちらかが誤りで、' +
      'どのメールボックスから送信されるのか、ユーザーとキューのどちらとして承認が必要なのかがわかりません。',
    message: ({ mailbox, sender, owner }) =>
      `${kinds[sender.kind].ja} ${sender.name} のメールボックスは ${mailbox} と記録されていますが、これは${kinds[owner.kind].ja} ${owner.name} のメールボックスです。`,
    fix: ({ mailbox, id, sender, owner }) => [
      {
        who: 'system-administrator',
        do: `メールボックス ${mailbox} を開き(Power Platform 管理センター >「環境」> 対象の環境 >「設定」>「電子メール」>「メールボックス」)、「関連」を確認する。そこにあるユーザーまたはキューが、このメールボックスから送信する。`,
      },
      {
        who: 'records-keeper',
        do: `「関連」が ${sender.name} なら、メールボックス ${id} の設定を regarding: ${sender.id} に直す。${owner.name} なら、${sender.name} のメールボックスを別に記録し、defaultMailbox に書く(なければ defaultMailbox: null)。`,
      },
    ],
  },
  sources: [
    productPages.mailboxTable,
    'derived: a mailbox that belongs to another cannot be the one that the sender has',
  ],
  examples: {
    bad: [
      { change: { mailboxes: { admin: { regarding: 'support-queue' } } } },
      {
        change: {
          users: { hanako: { fullName: 'Ito Hanako', internalEmailAddress: 'hanako@example.com' } },
          mailboxes: { admin: { regarding: 'hanako' } },
        },
      },
    ],
    good: [
      {},
      // Whose it is, is not recorded: nothing contradicts the sender.
      { change: { mailboxes: { admin: { regarding: undefined } } } },
    ],
  },
});

const kinds = {
  users: { en: 'user', ja: 'ユーザー' },
  queues: { en: 'queue', ja: 'キュー' },
} as const;

function senderOf({ sender: { end } }: DeliveryPath): Principal | undefined {
  if (end.kind === 'queue') return end.queue;
  return end.kind === 'user' || end.kind === 'portal-identity' ? end.user : undefined;
}

function describe(principal: Principal): { kind: keyof typeof kinds; id: string; name: string } {
  const { kind, id } = principal;
  const fields: { name?: string | undefined; fullName?: string | undefined } = principal.fields;
  return { kind, id, name: fields.fullName ?? fields.name ?? id };
}
