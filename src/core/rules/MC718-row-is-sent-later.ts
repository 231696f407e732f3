// MC718: the row is to be sent later, as asked.

import { momentWords } from './session-words.ts';
import { isLaterThan, rowHit, rowWords, severityOfLater } from './email-hit.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC718',
  subject: 'email',
  stage: 'process',
  severity: 'warning',
  check: (facts) => {
    const { statusCode, delayedEmailSendTime: until } = facts.email.fields;
    if (
      (statusCode !== 'pending-send' && statusCode !== 'draft') ||
      until === undefined ||
      !isLaterThan(until, facts.now)
    )
      return [];
    // In a list of all rows it is what somebody wanted.
    const severity = facts.path === undefined ? 'information' : severityOfLater(facts, until);
    return [rowHit(facts, 'delayedEmailSendTime', severity, { until })];
  },
  en: {
    title: 'The e-mail is set to be sent later',
    why: 'Whoever or whatever made the row used "Send Later": the platform leaves it alone until that time.',
    message: (p) => `${rowWords(p, 'en')} is set to be sent at ${momentWords(p.until)} ("Send Later").`,
    fix: (p) => [
      { who: 'portal-visitor', do: `Wait until ${momentWords(p.until)}.` },
      {
        who: 'system-administrator',
        do: 'Or open the row, remove the time of "Send Later" and choose "Send".',
      },
    ],
  },
  ja: {
    title: 'メールは後で送信する設定になっています',
    why: '行に「後で送信」の日時が指定されています。その日時までは送信されません。',
    message: (p) => `${rowWords(p, 'ja')}は、${momentWords(p.until)} に送信する設定です(「後で送信」)。`,
    fix: (p) => [
      { who: 'portal-visitor', do: `${momentWords(p.until)} まで待つ。` },
      { who: 'system-administrator', do: 'または、行を開いて「後で送信」の日時を消し、「送信」を選ぶ。' },
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
              delayedEmailSendTime: '2026-11-21T18:00:00Z',
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
              delayedEmailSendTime: '2026-11-21T18:00:00Z',
            },
          },
        },
      },
    ],
  },
});
