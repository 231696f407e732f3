// MC717: the next try of the row is put off.

import { momentWords } from './session-words.ts';
import { isLaterThan, rowHit, rowWords, severityOfLater } from './email-hit.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC717',
  subject: 'email',
  stage: 'mailbox',
  severity: 'warning',
  check: (facts) => {
    const { statusCode, postponeEmailProcessingUntil: until } = facts.email.fields;
    if (statusCode !== 'pending-send' || until === undefined || !isLaterThan(until, facts.now)) return [];
    const severity = facts.path === undefined ? 'warning' : severityOfLater(facts, until);
    return [rowHit(facts, 'postponeEmailProcessingUntil', severity, { until })];
  },
  en: {
    title: 'The next try to send the e-mail is put off',
    why: 'After an error that may pass by itself the platform waits before it tries the row again. A code or link may have expired by then.',
    message: (p) => `${rowWords(p, 'en')} is tried again at ${momentWords(p.until)}, not before.`,
    fix: (p) => [
      { who: 'portal-visitor', do: `Wait until ${momentWords(p.until)}.` },
      ...(p.mailbox === undefined
        ? []
        : [
            {
              who: 'system-administrator' as const,
              do: `Read the newest alert of ${p.mailbox}: it says what failed.`,
            },
          ]),
    ],
  },
  ja: {
    title: 'メールの次の送信が延期されています',
    why: '一時的な可能性があるエラーの後は、しばらく待ってから再試行されます。それまでにコードやリンクの期限が切れることがあります。',
    message: (p) => `${rowWords(p, 'ja')}は、${momentWords(p.until)} まで再試行されません。`,
    fix: (p) => [
      { who: 'portal-visitor', do: `${momentWords(p.until)} まで待つ。` },
      ...(p.mailbox === undefined
        ? []
        : [
            {
              who: 'system-administrator' as const,
              do: `${p.mailbox} の最新の警告を読む。何に失敗したかが書かれている。`,
            },
          ]),
    ],
  },
  sources: ['https://learn.microsoft.com/power-apps/developer/data-platform/reference/entities/email'],
  examples: {
    bad: [
      {
        change: {
          emails: {
            row: {
              to: 'taro@example.com',
              isWorkflowCreated: true,
              statusCode: 'pending-send',
              postponeEmailProcessingUntil: '2026-11-21T10:00:00Z',
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
              postponeEmailProcessingUntil: '2026-11-21T10:00:00Z',
            },
          },
        },
      },
    ],
  },
});
