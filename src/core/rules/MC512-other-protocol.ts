// MC512: something answers on the port, and it is another protocol.

import { defineRule } from './rule.ts';
import { sessionThat } from './example.ts';
import { sessionHit } from './session-hit.ts';
import {
  dialectWords,
  editProfile,
  implicitPort,
  labels,
  lookAgain,
  protocolWords,
  quoted,
  startTlsPort,
} from './session-words.ts';

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
    message: ({ server, protocol, looksLike, received }) =>
      `${server} speaks ${dialectWords.en[looksLike]}, not ${protocolWords[protocol]}${received === '' ? '' : `; its first words: ${quoted(received)}`}${received === '' ? '.' : ''}`,
    fix: (p) => [
      ...editProfile(
        p,
        `set "${labels.en[p.direction].port}" (now ${p.port}) to the ${protocolWords[p.protocol]} port, usually ${implicitPort[p.protocol]} or ${startTlsPort[p.protocol]}, and compare "${labels.en[p.direction].location}"`,
        `${p.direction}PortNumber: ${implicitPort[p.protocol]}`,
        'en',
      ),
      lookAgain(p, 'en'),
    ],
  },
  ja: {
    title: 'このポートは別のプロトコルです',
    why:
      'メールのプロトコルごとにポートが決まっていて、サーバーの最初の言葉でどれかわかります。このポートは別のサービスのものなので、' +
      '送信にも受信にも使えません。',
    message: ({ server, protocol, looksLike, received }) =>
      `${server} は${protocolWords[protocol]}ではなく、${dialectWords.ja[looksLike]}です。${received === '' ? '' : `最初の応答:「${received}」`}`,
    fix: (p) => [
      ...editProfile(
        p,
        `「${labels.ja[p.direction].port}」(現在 ${p.port})を${protocolWords[p.protocol]}のポート(一般には ${implicitPort[p.protocol]} か ${startTlsPort[p.protocol]})に変え、「${labels.ja[p.direction].location}」も見直す`,
        `${p.direction}PortNumber: ${implicitPort[p.protocol]}`,
        'ja',
      ),
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
    ],
    good: [{ session: sessionThat({ greeting: { outcome: 'ok' } }, { port: 587 }) }],
  },
});

function firstLine(received: string): string {
  return (received.split(/\r?\n/, 1)[0] ?? '').slice(0, 120);
}
