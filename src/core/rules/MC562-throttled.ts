// MC562: a web service was asked too often and names a time to come again (HTTP 429).

import { defineRule } from './rule.ts';
import { sessionThat } from './session-example.ts';
import { exchangeOnlinePages } from './exchange-online-words.ts';
import { httpHit } from './http-hit.ts';
import { adminCenter } from './admin-center.ts';
import { stepOfService } from './service-words.ts';
import { lookLater } from './session-fix.ts';
import { protocolWords, said } from './session-words.ts';

export default defineRule({
  code: 'MC562',
  subject: 'session',
  stage: 'server',
  severity: 'error',
  check: (facts) => httpHit(facts, 'throttled', 'ServerLocation', () => ({})),
  en: {
    title: 'The service was asked too often',
    why:
      'The service limits how often one application may ask, and how many requests at once one mailbox takes (HTTP 429). Everything that ' +
      'uses the same mailbox or application counts: Dataverse, add-ins, backups, this test. It is over by itself; the status in the record stays as it is.',
    message: (p) =>
      `${protocolWords[p.protocol]} asks to come back later at ${stepOfService(p.step, 'en')} for ${p.mailbox}; the status in the record stays as it is.${said(p, 'en')}`,
    fix: (p) => [
      lookLater(p, 'en'),
      adminCenter.en.inProfile(
        p.profile,
        'if it happens often, lower "Maximum Concurrent Connections" under "Advanced".',
      ),
    ],
  },
  ja: {
    title: 'サービスへの要求が多すぎます',
    why:
      'サービスは、1つのアプリからの要求の頻度と、1つのメールボックスで同時に扱う要求の数を制限しています(HTTP 429)。' +
      '同じメールボックスやアプリを使うものはすべて数に入ります(Dataverse、アドイン、バックアップ、このテスト)。時間がたてば解消するため、設定ファイルの状態は変更していません。',
    message: (p) =>
      `${protocolWords[p.protocol]}が、${p.mailbox} に対する${stepOfService(p.step, 'ja')}で、後で出直すよう求めました。設定ファイルの状態は変わりません。${said(p, 'ja')}`,
    fix: (p) => [
      lookLater(p, 'ja'),
      adminCenter.ja.inProfile(p.profile, '頻繁に起こる場合は、「詳細」の「最大同時接続数」を小さくする。'),
    ],
  },
  sources: ['RFC 6585 §4', 'RFC 9110 §10.2.3', exchangeOnlinePages.throttling],
  examples: {
    bad: [
      {
        session: sessionThat(
          {
            inbox: {
              outcome: 'refused',
              reply: {
                code: '429',
                enhanced: 'ApplicationThrottled',
                text: 'Application is over its MailboxConcurrency limit. Retry-After: 120 seconds',
              },
            },
          },
          { protocol: 'graph' },
        ),
      },
      {
        session: sessionThat(
          { queued: { outcome: 'refused', reply: { code: '429', text: 'Too Many Requests' } } },
          { protocol: 'ews' },
        ),
      },
    ],
    good: [{ session: sessionThat({ inbox: { outcome: 'ok' } }, { protocol: 'graph' }) }],
  },
});
