// MC506: a greeting in clear text was waited for on a port that speaks TLS from the first byte.

import { alternativesSeen, provenConnection } from './alternative-words.ts';
import { defineRule } from './rule.ts';
import { sessionThat } from './session-example.ts';
import { sessionHit } from './session-hit.ts';
import { editProfile, lookAgain } from './session-fix.ts';
import { labels, protocolWords } from './session-words.ts';

export default defineRule({
  code: 'MC506',
  subject: 'session',
  stage: 'server',
  severity: 'error',
  check: (facts) => sessionHit(facts, 'tls-at-once', 'Tls', () => ({})),
  en: {
    title: 'The port speaks TLS at once, not STARTTLS',
    why:
      'The session was to begin in clear text. This port waits for TLS from the first byte, so no greeting ' +
      'comes and both sides wait until one gives up.',
    message: (p) =>
      `${p.server} speaks TLS at once, but ${p.again === undefined ? 'the record says' : 'it was asked for'} ${p.tls === 'none' ? 'no TLS' : 'STARTTLS'}.${alternativesSeen(p, 'en')}`,
    fix: (p) => [
      ...(provenConnection(p, 'en') ??
        editProfile(
          p,
          `set "${labels.en[p.direction].ssl}" to Yes and leave "${labels.en[p.direction].port}" at ${p.port}`,
          `${p.direction}UseSsl: true, ${p.direction}Tls: implicit`,
          'en',
        )),
      lookAgain(p, 'en'),
    ],
  },
  ja: {
    title: 'このポートはSTARTTLSではなく、最初からTLSです',
    why: '平文で始めようとしましたが、このポートは最初からTLSを待っています。そのため最初の応答が来ず、どちらかが諦めるまで待ち続けます。',
    message: (p) =>
      `${p.server} の${protocolWords[p.protocol]}は最初からTLSです。${p.again === undefined ? '設定ファイルでは' : ''}${p.tls === 'none' ? 'TLSなし' : 'STARTTLS'}${p.again === undefined ? 'になっています' : 'で接続しようとしました'}。${alternativesSeen(p, 'ja')}`,
    fix: (p) => [
      ...(provenConnection(p, 'ja') ??
        editProfile(
          p,
          `「${labels.ja[p.direction].ssl}」を「はい」にし、「${labels.ja[p.direction].port}」は ${p.port} のままにする`,
          `${p.direction}UseSsl: true、${p.direction}Tls: implicit`,
          'ja',
        )),
      lookAgain(p, 'ja'),
    ],
  },
  sources: [
    'RFC 8314 §3',
    'https://learn.microsoft.com/power-platform/admin/connect-to-pop3-or-smtp-servers',
  ],
  examples: {
    bad: [
      {
        session: sessionThat(
          { greeting: { outcome: 'timed-out', afterMilliseconds: 1050, receivedBytes: 0 } },
          { port: 465, tls: 'starttls', answersTo: 'implicit' },
        ),
      },
      {
        session: sessionThat(
          { greeting: { outcome: 'malformed', received: '\u0015\u0003\u0003', looksLike: 'tls' } },
          { protocol: 'pop3', tls: 'none' },
        ),
      },
      {
        session: sessionThat(
          { greeting: { outcome: 'timed-out', afterMilliseconds: 1050, receivedBytes: 0 } },
          {
            port: 2465,
            tls: 'starttls',
            answersTo: 'implicit',
            alternatives: [
              { port: 2465, tls: 'implicit', outcome: 'certificate', reason: 'certificate-expired' },
              { port: 587, tls: 'starttls', outcome: 'works', mechanisms: ['LOGIN'] },
            ],
          },
        ),
      },
    ],
    good: [{ session: sessionThat({ greeting: { outcome: 'ok' } }, { port: 465, tls: 'implicit' }) }],
  },
});
