// MC574: the mailbox has reached its quota, so it may not send any more (ErrorQuotaExceeded).

import { sessionThat } from './session-example.ts';
import { exchangeHit } from './exchange-hit.ts';
import { exchangePages, exchangeServer } from './exchange-server-words.ts';
import { defineRule } from './rule.ts';
import { lookAgain } from './session-fix.ts';
import { said } from './session-words.ts';

export default defineRule({
  code: 'MC574',
  subject: 'session',
  stage: 'server',
  severity: 'error',
  check: (facts) => exchangeHit(facts, 'mailbox-full', 'address', () => ({})),
  en: {
    title: 'The mailbox is full',
    why: 'A mailbox over its quota first may not send and then takes no mail either. Mail of the portal fills Sent Items, which nobody looks into.',
    message: (p) => `The mailbox ${p.mailbox} on ${p.server} is over its quota.${said(p, 'en')}`,
    fix: (p) => [
      {
        who: 'mailbox-user',
        do: `Delete what is not needed in ${p.mailbox}, above all in "Sent Items", and empty "Deleted Items".`,
      },
      exchangeServer.en.quota(p),
      lookAgain(p, 'en'),
    ],
  },
  ja: {
    title: 'メールボックスの容量がいっぱいです',
    why: '容量の上限を超えたメールボックスは、まず送信できなくなり、やがて受信もできなくなります。ポータルのメールは、見る人のいない「送信済みアイテム」にたまります。',
    message: (p) => `${p.server} のメールボックス ${p.mailbox} が容量の上限を超えています。${said(p, 'ja')}`,
    fix: (p) => [
      {
        who: 'mailbox-user',
        do: `${p.mailbox} の不要なアイテムを削除し(特に「送信済みアイテム」)、「削除済みアイテム」を空にする。`,
      },
      exchangeServer.ja.quota(p),
      lookAgain(p, 'ja'),
    ],
  },
  sources: [
    exchangePages.responseCodes,
    'https://learn.microsoft.com/exchange/recipients/user-mailboxes/storage-quotas',
  ],
  examples: {
    bad: [
      {
        session: sessionThat(
          {
            queued: {
              outcome: 'refused',
              reply: {
                code: '200',
                enhanced: 'ErrorQuotaExceeded',
                text: 'The mailbox has exceeded its quota.',
              },
            },
          },
          { protocol: 'ews' },
        ),
      },
      {
        session: sessionThat(
          {
            queued: {
              outcome: 'refused',
              reply: { code: '507', enhanced: 'ErrorQuotaExceeded', text: 'no' },
            },
          },
          { protocol: 'graph' },
        ),
      },
    ],
    good: [{ session: sessionThat({ queued: { outcome: 'ok' } }, { protocol: 'ews' }) }],
  },
});
