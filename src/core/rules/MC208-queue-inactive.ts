// MC208: the queue that would send is inactive.

import { sources } from './path-names.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC208',
  subject: 'path',
  stage: 'sender',
  severity: 'warning',
  check: ({ path }) => {
    const { end } = path.sender;
    return end.kind === 'queue' && end.queue.fields.state === 'inactive'
      ? [
          {
            params: { queue: end.queue.fields.name ?? end.queue.id },
            where: end.queue.where(['state']),
          },
        ]
      : [];
  },
  en: {
    title: 'The queue that sends is inactive',
    why: 'An inactive queue may no longer be used as a sender, and its mailbox may be inactive too.',
    message: ({ queue }) => `The queue "${queue}" is inactive, so mails from it may not be sent.`,
    fix: ({ queue }) => [
      {
        who: 'system-administrator',
        do: `Activate the queue "${queue}" (Settings > Business > Queues), then check that its mailbox is active.`,
      },
    ],
  },
  ja: {
    title: '差出人のキューが非アクティブです',
    why: '非アクティブなキューは差出人として使えないことがあり、そのメールボックスも非アクティブになっている可能性があります。',
    message: ({ queue }) => `キュー「${queue}」が非アクティブのため、メールが送信されない可能性があります。`,
    fix: ({ queue }) => [
      {
        who: 'system-administrator',
        do: `キュー「${queue}」をアクティブ化し(「設定」>「ビジネス」>「キュー」)、メールボックスもアクティブか確認する。`,
      },
    ],
  },
  sources: [sources.table('queue'), 'derived: what an inactive queue does as a sender is not documented'],
  examples: {
    bad: [
      {
        change: {
          queues: { 'support-queue': { state: 'inactive' } },
          processes: { confirmation: { sendEmailSteps: [{ from: { queue: 'support-queue' } }] } },
        },
      },
    ],
    good: [
      {
        change: {
          queues: { 'support-queue': { state: 'active' } },
          processes: { confirmation: { sendEmailSteps: [{ from: { queue: 'support-queue' } }] } },
        },
      },
    ],
  },
});
