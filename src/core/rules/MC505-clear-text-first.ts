// MC505: TLS was spoken at once to a port that begins in clear text.

import type { TlsMode } from '../mail/protocol.ts';
import { implicitPort, startTlsPort } from '../mail/protocol.ts';
import { alternativesSeen, provenConnection, provenOrGuessed } from './alternative-words.ts';
import { defineRule } from './rule.ts';
import { sessionThat } from './session-example.ts';
import { sessionHit, type SessionParams } from './session-hit.ts';
import { editProfile, lookAgain } from './session-fix.ts';
import { labels, protocolWords } from './session-words.ts';

type Params = SessionParams & { answersTo?: TlsMode };

export default defineRule({
  code: 'MC505',
  subject: 'session',
  stage: 'server',
  severity: 'error',
  check: (facts) =>
    sessionHit<{ answersTo?: TlsMode }>(facts, 'clear-text-first', 'Tls', (_, { answersTo }) =>
      answersTo === undefined ? {} : { answersTo },
    ),
  en: {
    title: 'The port expects STARTTLS, not TLS at once',
    why:
      'There are two ways to encrypt: TLS from the first byte (465, 993, 995), or a start in clear text that STARTTLS turns into ' +
      'TLS (587, 143, 110). The first was asked for; this port speaks the second, so both sides wait for, or stumble over, each other.',
    message: (p) =>
      `${p.server} answers in clear-text ${protocolWords[p.protocol]}${p.answersTo === 'starttls' ? ' and offers STARTTLS' : p.answersTo === 'none' ? ' and offers no TLS' : ''}, but ${p.again === undefined ? 'the record says' : 'it was asked for'} TLS at once (implicit).${alternativesSeen(p, 'en')}`,
    fix: (p: Params) =>
      p.answersTo === 'none'
        ? [
            {
              who: 'mail-server-administrator',
              do: `Switch TLS on for ${p.server}, or name a port that has it (usual: ${implicitPort[p.protocol]}).`,
            },
            ...provenOrGuessed(
              p,
              {
                port: implicitPort[p.protocol],
                steps: editProfile(
                  p,
                  `set "${labels.en[p.direction].port}" to that port and leave "${labels.en[p.direction].ssl}" at Yes`,
                  `${p.direction}PortNumber: ${implicitPort[p.protocol]}`,
                  'en',
                ),
              },
              'en',
            ),
            lookAgain(p, 'en'),
          ]
        : [
            ...(provenConnection(p, 'en') ??
              editProfile(
                p,
                p.port === implicitPort[p.protocol]
                  ? `"${labels.en[p.direction].port}" is ${p.port}, which stands for TLS at once everywhere else; set it to the provider's STARTTLS port (usual: ${startTlsPort[p.protocol]})`
                  : `leave "${labels.en[p.direction].ssl}" at Yes and "${labels.en[p.direction].port}" at ${p.port}`,
                recordEdit(p),
                'en',
              )),
            lookAgain(p, 'en'),
          ],
  },
  ja: {
    title: 'このポートは最初からTLSではなく、STARTTLSです',
    why:
      '暗号化には、最初からTLSで話す方式(465、993、995)と、平文で始めてSTARTTLSで切り替える方式(587、143、110)があります。' +
      'ここでは前者を求めましたが、このポートは後者なので、話がかみ合いません。',
    message: (p) =>
      `${p.server} は平文の${protocolWords[p.protocol]}で応答し${p.answersTo === 'starttls' ? '、STARTTLSに対応しています' : p.answersTo === 'none' ? '、TLSには対応していません' : 'ます'}。${p.again === undefined ? '設定ファイルでは最初からTLS(implicit)になっています' : '最初からTLS(implicit)で接続しようとしました'}。${alternativesSeen(p, 'ja')}`,
    fix: (p: Params) =>
      p.answersTo === 'none'
        ? [
            {
              who: 'mail-server-administrator',
              do: `${p.server} でTLSを有効にするか、TLSの使えるポート(一般には ${implicitPort[p.protocol]})を知らせる。`,
            },
            ...provenOrGuessed(
              p,
              {
                port: implicitPort[p.protocol],
                steps: editProfile(
                  p,
                  `「${labels.ja[p.direction].port}」をそのポートに変え、「${labels.ja[p.direction].ssl}」は「はい」のままにする`,
                  `${p.direction}PortNumber: ${implicitPort[p.protocol]}`,
                  'ja',
                ),
              },
              'ja',
            ),
            lookAgain(p, 'ja'),
          ]
        : [
            ...(provenConnection(p, 'ja') ??
              editProfile(
                p,
                p.port === implicitPort[p.protocol]
                  ? `「${labels.ja[p.direction].port}」の ${p.port} は通常、最初からTLSのポートなので、事業者のSTARTTLS用のポート(一般には ${startTlsPort[p.protocol]})に変える`
                  : `「${labels.ja[p.direction].ssl}」が「はい」、「${labels.ja[p.direction].port}」が ${p.port} のままであることを確かめる`,
                recordEdit(p),
                'ja',
              )),
            lookAgain(p, 'ja'),
          ],
  },
  sources: ['RFC 8314 §3', 'RFC 3207 §4', 'RFC 2595 §3, §4'],
  examples: {
    bad: [
      {
        session: sessionThat(
          { tls: { outcome: 'malformed', received: '220 smtp.example.com ESMTP', looksLike: 'smtp' } },
          { tls: 'implicit', answersTo: 'starttls' },
        ),
      },
      {
        session: sessionThat(
          {
            tls: {
              outcome: 'failed',
              error: 'ERR_SSL_WRONG_VERSION_NUMBER',
              message: 'wrong version number',
            },
          },
          { tls: 'implicit', port: 465, answersTo: 'starttls' },
        ),
      },
      {
        session: sessionThat(
          { tls: { outcome: 'malformed', received: '+OK ready', looksLike: 'pop3' } },
          { protocol: 'pop3', port: 110, tls: 'implicit', answersTo: 'none' },
        ),
      },
      {
        session: sessionThat(
          { tls: { outcome: 'malformed', received: '* OK ready', looksLike: 'imap' } },
          { protocol: 'imap', host: 'imap.example.com', port: 143, tls: 'implicit' },
        ),
      },
      {
        session: sessionThat(
          { tls: { outcome: 'malformed', received: '220 smtp.example.com ESMTP', looksLike: 'smtp' } },
          {
            port: 465,
            tls: 'implicit',
            answersTo: 'none',
            alternatives: [{ port: 587, tls: 'starttls', outcome: 'works', mechanisms: ['PLAIN'] }],
          },
        ),
      },
    ],
    good: [{ session: sessionThat({ tls: { outcome: 'ok' } }, { tls: 'starttls' }) }],
  },
});

function recordEdit({ direction, port, protocol }: SessionParams): string {
  const tls = `${direction}Tls: starttls`;
  return port === implicitPort[protocol] ? `${direction}PortNumber: ${startTlsPort[protocol]}, ${tls}` : tls;
}
