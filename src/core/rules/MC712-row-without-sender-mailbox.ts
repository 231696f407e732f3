// MC712: the sender of the row has no mailbox.

import { rowHit, rowWords } from './email-hit.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC712',
  subject: 'email',
  stage: 'sender',
  severity: 'error',
  check: (facts) => {
    const { statusCode, senderMailbox } = facts.email.fields;
    if (statusCode !== 'pending-send' || senderMailbox !== null) return [];
    const { from, sender } = facts.email.fields;
    const name = from ?? sender;
    return [
      rowHit(
        facts,
        'senderMailbox',
        facts.path?.blockedBy === undefined ? 'error' : 'information',
        name === undefined ? {} : { from: name },
      ),
    ];
  },
  en: {
    title: 'The sender of the waiting e-mail has no mailbox',
    why: 'The platform sends from the mailbox of whoever stands in From. Where that sender has none (SYSTEM, the portal itself), nobody picks the row up: it waits for ever.',
    message: (p) =>
      `${rowWords(p, 'en')} waits in Pending Send, and its sender${'from' in p ? ` (${p.from})` : ''} has no mailbox to send it from.`,
    fix: () => [
      {
        who: 'process-owner',
        do: 'In the Send E-mail step of the process set From to a user or queue whose mailbox is approved, tested and enabled.',
      },
      {
        who: 'system-administrator',
        do: 'This row is never sent: cancel it, and have the mail asked for again.',
      },
    ],
  },
  ja: {
    title: '送信を待つメールの差出人に、メールボックスがありません',
    why: 'メールは、差出人のメールボックスから送信されます。差出人にメールボックスがなければ(SYSTEMやポータル自身など)、行は誰にも処理されず、いつまでも待ち続けます。',
    message: (p) =>
      `${rowWords(p, 'ja')}は「送信保留」ですが、差出人${'from' in p ? `(${p.from})` : ''}にメールボックスがありません。`,
    fix: () => [
      {
        who: 'process-owner',
        do: 'プロセスの「電子メールの送信」ステップで、差出人を、承認・テスト・有効化の済んだメールボックスを持つユーザーかキューにする。',
      },
      {
        who: 'system-administrator',
        do: 'この行は送信されないので取り消し、メールをもう一度要求してもらう。',
      },
    ],
  },
  sources: [
    'https://learn.microsoft.com/power-apps/developer/data-platform/reference/entities/email',
    'derived: a Pending Send row without a sender mailbox has nobody to send it',
  ],
  examples: {
    bad: [
      {
        change: {
          emails: {
            row: {
              to: 'taro@example.com',
              isWorkflowCreated: true,
              statusCode: 'pending-send',
              senderMailbox: null,
            },
          },
        },
      },
    ],
    good: [
      {},
      {
        change: {
          emails: {
            row: {
              to: 'taro@example.com',
              isWorkflowCreated: true,
              statusCode: 'sent',
              senderMailbox: 'admin',
            },
          },
        },
      },
    ],
  },
});
