// MC523: sender and recipient were accepted, the message was not.

import { defineRule } from './rule.ts';
import { sessionThat } from './session-example.ts';
import { knownSteps } from './known-reply-words.ts';
import { sessionHit } from './session-hit.ts';
import { lookAgain } from './session-fix.ts';
import { saidOfSize, sizeSteps } from './size-words.ts';
import { sizeLimitOf } from '../mail/size-limit.ts';

export default defineRule({
  code: 'MC523',
  subject: 'session',
  stage: 'server',
  severity: 'error',
  check: (facts) =>
    sessionHit(facts, 'message-refused', 'ServerLocation', (_, observation) => ({
      limit: sizeLimitOf(observation),
    })),
  en: {
    title: 'The server refuses the message itself',
    why:
      'The login and both addresses were accepted; the no came after the message. It is about a ' +
      'full mailbox, the size, the content, or a limit of the account. The test message is a few lines of plain text.',
    message: (p) => `${p.server} refused the message of ${p.mailbox}.${saidOfSize(p, 'en')}`,
    fix: (p) => [
      ...(sizeSteps(p, 'en') ??
        knownSteps(p, 'en') ?? [
          {
            who: 'mail-server-administrator',
            do: `See in the log of ${p.host} which filter or rule refused the message of ${p.mailbox}, and allow what Dataverse sends.`,
          },
        ]),
      lookAgain(p, 'en'),
    ],
  },
  ja: {
    title: 'サーバーがメール本体を拒否しました',
    why:
      'ログインも差出人と宛先も受け付けられ、本文を渡した後に拒否されました。容量、サイズ、内容、アカウントの上限のいずれかが原因です。' +
      'テストメールは数行のプレーンテキストです。',
    message: (p) => `${p.server} が ${p.mailbox} からのメールを拒否しました。${saidOfSize(p, 'ja')}`,
    fix: (p) => [
      ...(sizeSteps(p, 'ja') ??
        knownSteps(p, 'ja') ?? [
          {
            who: 'mail-server-administrator',
            do: `${p.mailbox} からのメールをどのフィルターや規則が拒否したか、${p.host} のログで調べ、Dataverseからのメールを許可する。`,
          },
        ]),
      lookAgain(p, 'ja'),
    ],
  },
  sources: [
    'RFC 5321 §3.3',
    'RFC 3463 §3.7, §3.8',
    'https://learn.microsoft.com/exchange/mail-flow-best-practices/non-delivery-reports-in-exchange-online/non-delivery-reports-in-exchange-online',
  ],
  examples: {
    bad: [
      {
        session: sessionThat({
          queued: {
            outcome: 'refused',
            reply: { code: '554', enhanced: '5.7.1', text: 'Message rejected as spam' },
          },
        }),
      },
      {
        session: sessionThat({
          queued: { outcome: 'refused', reply: { code: '554', enhanced: '5.2.2', text: 'mailbox full' } },
        }),
      },
    ],
    good: [
      {
        session: sessionThat({
          queued: { outcome: 'ok', reply: { code: '250', text: 'Ok: queued as 4Xy' } },
        }),
      },
    ],
  },
});
