// MC317: two active mailboxes have the same address.

import { gather, once } from '../records/look-up.ts';
import type { Entry, Records } from '../records/records.ts';
import { productPages } from './admin-center.ts';
import { nameOf } from './mailbox-questions.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC317',
  subject: 'mailbox',
  stage: 'mailbox',
  severity: 'warning',
  check: (facts) => {
    const { mailbox, records } = facts;
    const address = mailbox.fields.emailAddress?.toLowerCase();
    if (address === undefined || mailbox.fields.state === 'inactive') return [];
    const others = (byAddress(records).get(address) ?? []).filter((other) => other !== mailbox);
    return others.length === 0
      ? []
      : [
          {
            params: {
              mailbox: nameOf(facts),
              id: mailbox.id,
              others: others.slice(0, 3).map((other) => other.id),
            },
            where: mailbox.where(['emailAddress']),
          },
        ];
  },
  en: {
    title: 'Another mailbox has the same address',
    why:
      'Two active mailboxes with one address compete for the same messages, and the platform may stop one of them with a ' +
      'licence error (−2147167669) that names neither the address nor the other mailbox.',
    message: ({ mailbox, id, others }) =>
      `The mailboxes ${[id, ...others].join(' and ')} have the same address, ${mailbox}.`,
    fix: ({ mailbox }) => [
      {
        who: 'system-administrator',
        do: `Keep one mailbox with ${mailbox}: give the other user or queue its own address, or deactivate its mailbox.`,
      },
    ],
  },
  ja: {
    title: '同じアドレスのメールボックスがほかにもあります',
    why:
      '同じアドレスのアクティブなメールボックスが2つあると、同じメールを取り合い、一方がライセンスのエラー(−2147167669)で止まることがあります。' +
      'エラーには、アドレスも相手のメールボックスも書かれません。',
    message: ({ mailbox, id, others }) =>
      `メールボックス ${[id, ...others].join('、')} のアドレスが同じ(${mailbox})です。`,
    fix: ({ mailbox }) => [
      {
        who: 'system-administrator',
        do: `${mailbox} のメールボックスを1つにする(もう一方のユーザーまたはキューのアドレスを変えるか、そのメールボックスを「非アクティブ化」する)。`,
      },
    ],
  },
  sources: ['Microsoft support article KB4471762 and its siblings', productPages.mailboxTable],
  examples: {
    bad: [{ change: { mailboxes: { support: { emailAddress: 'Admin@example.com' } } } }],
    good: [
      { change: { mailboxes: { support: { emailAddress: 'support@example.com' } } } },
      { change: { mailboxes: { support: { emailAddress: 'Admin@example.com', state: 'inactive' } } } },
    ],
  },
});

/** Active mailboxes by address in lower case. */
const byAddress = once((records: Records) => {
  const index = new Map<string, Entry<'mailboxes'>[]>();
  for (const mailbox of records.mailboxes) {
    const address = mailbox.fields.emailAddress?.toLowerCase();
    if (address !== undefined && mailbox.fields.state !== 'inactive') gather(index, address, mailbox);
  }
  return index;
});
