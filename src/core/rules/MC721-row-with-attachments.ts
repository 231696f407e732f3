// MC721: attachments of the row may be the reason.

import { rowHit, rowWords } from './email-hit.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC721',
  subject: 'email',
  stage: 'server',
  severity: 'warning',
  check: (facts) => {
    const { statusCode, attachmentCount = 0, notifications } = facts.email.fields;
    const lost = notifications !== undefined && notifications !== 'none';
    if (statusCode !== 'failed' && statusCode !== 'pending-send') return [];
    if (!lost && (statusCode !== 'failed' || attachmentCount === 0)) return [];
    return [
      rowHit(facts, lost ? 'notifications' : 'attachmentCount', 'information', {
        count: attachmentCount,
        lost,
      }),
    ];
  },
  en: {
    title: 'The e-mail may be too large, or lost an attachment',
    why: 'The platform refuses a mail over its largest size (0x8005E237), blocks some kinds of files, and cuts a body that is too long.',
    message: (p) =>
      `${rowWords(p, 'en')} ${p.lost ? 'lost an attachment or part of its body' : `failed and has ${p.count} attachment${p.count === 1 ? '' : 's'}: it may be too large`}.`,
    fix: () => [
      {
        who: 'process-owner',
        do: 'Send a link in place of the attachment, or a smaller file, and ask for the mail again.',
      },
    ],
  },
  ja: {
    title: 'メールが大きすぎるか、添付ファイルが失われた可能性があります',
    why: 'サイズの上限を超えたメールは拒否されます(0x8005E237)。禁止された種類のファイルは保存されず、長すぎる本文は途中で切られます。',
    message: (p) =>
      `${rowWords(p, 'ja')}は、${p.lost ? '添付ファイルか本文の一部が失われています' : `失敗していて、添付ファイルが${p.count}個あります。大きすぎる可能性があります`}。`,
    fix: () => [
      {
        who: 'process-owner',
        do: '添付ファイルの代わりにリンクを送るか、ファイルを小さくして、メールをもう一度要求してもらう。',
      },
    ],
  },
  sources: [
    'https://learn.microsoft.com/power-apps/developer/data-platform/reference/entities/email',
    'https://learn.microsoft.com/power-apps/developer/data-platform/reference/web-service-error-codes',
  ],
  examples: {
    bad: [
      {
        change: {
          emails: {
            row: {
              to: 'taro@example.com',
              isWorkflowCreated: true,
              statusCode: 'failed',
              attachmentCount: 2,
            },
          },
        },
      },
      {
        change: {
          emails: {
            row: {
              to: 'taro@example.com',
              isWorkflowCreated: true,
              statusCode: 'pending-send',
              notifications: 'truncated-body',
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
              statusCode: 'failed',
              attachmentCount: 0,
            },
          },
        },
      },
    ],
  },
});
