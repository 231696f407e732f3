// MC719: the row was tried nearly as often as the platform tries.

import { adminCenter } from './admin-center.ts';
import { rowHit, rowWords } from './email-hit.ts';
import { defineRule } from './rule.ts';

/** Of the ten tries that the platform makes. */
const nearTheEnd = 8;

export default defineRule({
  code: 'MC719',
  subject: 'email',
  stage: 'server',
  severity: 'warning',
  check: (facts) => {
    const { statusCode, deliveryAttempts: attempts } = facts.email.fields;
    if (
      (statusCode !== 'pending-send' && statusCode !== 'sending') ||
      attempts === undefined ||
      attempts < nearTheEnd
    )
      return [];
    return [
      rowHit(facts, 'deliveryAttempts', facts.path?.blockedBy === undefined ? 'warning' : 'information', {
        attempts,
      }),
    ];
  },
  en: {
    title: 'The e-mail was tried many times',
    why: 'An error that may pass by itself is tried up to ten times, five minutes apart; after that it counts as permanent and the mail as Failed.',
    message: (p) => `${rowWords(p, 'en')} was tried ${p.attempts} times; after ten the platform gives up.`,
    fix: (p) => [
      {
        who: 'system-administrator',
        do: `Read the newest alert of ${p.mailbox ?? "the sender's mailbox"} now, before it is given up, and ask what it means: mailcheck explain "(the alert's text)"`,
      },
      ...(p.mailbox === undefined ? [] : [adminCenter.en.testAndEnable(p.mailbox)]),
    ],
  },
  ja: {
    title: 'メールの送信が何度も再試行されています',
    why: '一時的な可能性があるエラーは、5分おきに10回まで再試行されます。それでも直らなければ恒久的なエラーとみなされ、メールは「失敗」になります。',
    message: (p) => `${rowWords(p, 'ja')}は、すでに${p.attempts}回試行されています。10回で打ち切られます。`,
    fix: (p) => [
      {
        who: 'system-administrator',
        do: `打ち切られる前に、${p.mailbox === undefined ? '差出人のメールボックス' : `${p.mailbox} `}の最新の警告を読み、意味を調べる: mailcheck explain "警告の文面"`,
      },
      ...(p.mailbox === undefined ? [] : [adminCenter.ja.testAndEnable(p.mailbox)]),
    ],
  },
  sources: [
    'https://learn.microsoft.com/power-apps/developer/data-platform/reference/entities/email',
    'https://learn.microsoft.com/troubleshoot/power-platform/dataverse/email-exchange-synchronization/troubleshooting-monitoring-server-side-synchronization',
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
              deliveryAttempts: 9,
              createdOn: '2026-11-21T08:50:00Z',
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
              statusCode: 'pending-send',
              deliveryAttempts: 2,
            },
          },
        },
      },
    ],
  },
});
