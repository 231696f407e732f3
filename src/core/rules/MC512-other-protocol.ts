// MC512: something answers on the port, and it is another protocol.

import { implicitPort, startTlsPort } from '../mail/protocol.ts';
import { alternativesSeen, otherHost, provenConnection } from './alternative-words.ts';
import { defineRule } from './rule.ts';
import { sessionThat } from './session-example.ts';
import { sessionHit } from './session-hit.ts';
import { dialectWords, labels, protocolWords, quoted } from './session-words.ts';
import { editProfile, lookAgain } from './session-fix.ts';

export default defineRule({
  code: 'MC512',
  subject: 'session',
  stage: 'server',
  severity: 'error',
  check: (facts) =>
    sessionHit(facts, 'other-protocol', 'PortNumber', (step) => ({
      looksLike: step.outcome === 'malformed' ? step.looksLike : ('unknown' as const),
      received: step.outcome === 'malformed' ? firstLine(step.received) : '',
    })),
  en: {
    title: 'Another protocol answers on this port',
    why:
      'Each mail protocol has its own port, and the first words of a server show which one it speaks. Here the port belongs to ' +
      'another service, so mail can be neither sent nor fetched through it.',
    message: (p) =>
      `${p.server} speaks ${dialectWords.en[p.looksLike]}, not ${protocolWords[p.protocol]}${p.received === '' ? '.' : `; its first words: ${quoted(p.received)}`}${alternativesSeen(p, 'en')}`,
    fix: (p) => [
      ...(provenConnection(p, 'en') ??
        otherHost(p, 'en') ??
        editProfile(
          p,
          `set "${labels.en[p.direction].port}" (now ${p.port}) to the ${protocolWords[p.protocol]} port, usually ${implicitPort[p.protocol]} or ${startTlsPort[p.protocol]}, and compare "${labels.en[p.direction].location}"`,
          `${p.direction}PortNumber: ${implicitPort[p.protocol]}`,
          'en',
        )),
      lookAgain(p, 'en'),
    ],
  },
  ja: {
    title: 'このポートは別のプロトコルです',
    why:
      'メールのプロトコルごとにポートが決まっていて、サーバーの最初の言葉でどれかわかります。このポートは別のサービスのものなので、' +
      '送信にも受信にも使えません。',
    message: (p) =>
      `${p.server} は${protocolWords[p.protocol]}ではなく、${dialectWords.ja[p.looksLike]}です。${p.received === '' ? '' : `最初の応答:「${p.received}」`}${alternativesSeen(p, 'ja')}`,
    fix: (p) => [
      ...(provenConnection(p, 'ja') ??
        otherHost(p, 'ja') ??
        editProfile(
          p,
          `「${labels.ja[p.direction].port}」(現在 ${p.port})を${protocolWords[p.protocol]}のポート(一般には ${implicitPort[p.protocol]} か ${startTlsPort[p.protocol]})に変え、「${labels.ja[p.direction].location}」も見直す`,
          `${p.direction}PortNumber: ${implicitPort[p.protocol]}`,
          'ja',
        )),
      lookAgain(p, 'ja'),
    ],
  },
  sources: ['RFC 5321 §4.2', 'RFC 1939 §4', 'RFC 9051 §7.1'],
  examples: {
    bad: [
      {
        session: sessionThat(
          { greeting: { outcome: 'malformed', received: '+OK Dovecot ready.', looksLike: 'pop3' } },
          { port: 110 },
        ),
      },
      {
        session: sessionThat(
          { tls: { outcome: 'malformed', received: 'SSH-2.0-OpenSSH_9.2', looksLike: 'ssh' } },
          { protocol: 'imap', port: 22 },
        ),
      },
      {
        session: sessionThat(
          { greeting: { outcome: 'malformed', received: '+OK Dovecot ready.', looksLike: 'pop3' } },
          {
            port: 110,
            alternatives: [
              { port: 587, tls: 'starttls', outcome: 'refused' },
              { port: 465, tls: 'implicit', outcome: 'refused' },
              { port: 25, tls: 'starttls', outcome: 'refused' },
            ],
          },
        ),
      },
    ],
    good: [{ session: sessionThat({ greeting: { outcome: 'ok' } }, { port: 587 }) }],
  },
});

function firstLine(received: string): string {
  return (received.split(/\r?\n/, 1)[0] ?? '').slice(0, 120);
}
