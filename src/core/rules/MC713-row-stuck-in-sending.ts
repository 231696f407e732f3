// MC713: the row has been Sending for long.

import { durationWords, minutesWaited, patience, rowHit, rowWords } from './email-hit.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC713',
  subject: 'email',
  stage: 'server',
  severity: 'warning',
  check: (facts) => {
    const minutes = minutesWaited(facts);
    if (facts.email.fields.statusCode !== 'sending') return [];
    const young = minutes !== undefined && minutes <= patience;
    if (young && facts.path === undefined) return [];
    return [rowHit(facts, 'statusCode', young ? 'information' : 'warning', { young })];
  },
  en: {
    title: 'The e-mail is stuck in Sending',
    why: 'Sending means that the platform has picked the row up and talks to the mail server. That takes moments; where it stays so, the server is slow, or the platform may have broken off.',
    message: (p) =>
      `${rowWords(p, 'en')} ${p.minutes === undefined ? 'is Sending' : `has been Sending for ${durationWords(p.minutes, 'en')}`}.`,
    fix: (p) => [
      ...(p.mailbox === undefined
        ? []
        : [
            {
              who: 'system-administrator' as const,
              do: `See how fast the server answers: mailcheck test-mailbox ${p.mailbox}`,
            },
          ]),
      {
        who: 'system-administrator',
        do: 'Wait an hour. A row that is Sending even then: cancel it and have the mail asked for again.',
      },
    ],
  },
  ja: {
    title: 'メールが「送信中」のまま止まっています',
    why: '「送信中」は、プラットフォームが行を取り出してメールサーバーに渡している状態です。通常は一瞬で終わります。続く場合は、サーバーが遅いか、プラットフォームの処理が途中で止まっている可能性があります。',
    message: (p) =>
      `${rowWords(p, 'ja')}が「送信中」${p.minutes === undefined ? 'です' : `のまま${durationWords(p.minutes, 'ja')}たっています`}。`,
    fix: (p) => [
      ...(p.mailbox === undefined
        ? []
        : [
            {
              who: 'system-administrator' as const,
              do: `サーバーの応答の速さを調べる: mailcheck test-mailbox ${p.mailbox}`,
            },
          ]),
      {
        who: 'system-administrator',
        do: '1時間待つ。それでも「送信中」のままなら取り消し、メールをもう一度要求してもらう。',
      },
    ],
  },
  sources: [
    'https://learn.microsoft.com/power-apps/developer/data-platform/reference/entities/email',
    'derived: why a row stays in Sending is not confirmed',
  ],
  examples: {
    bad: [
      {
        change: {
          emails: {
            row: {
              to: 'taro@example.com',
              isWorkflowCreated: true,
              statusCode: 'sending',
              modifiedOn: '2026-11-21T07:00:00Z',
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
              modifiedOn: '2026-11-21T07:00:00Z',
            },
          },
        },
      },
    ],
  },
});
