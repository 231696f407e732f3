// MC503: the host exists, and nothing listens on the port.

import { implicitPort, startTlsPort } from '../mail/protocol.ts';
import { alternativesSeen, otherHost, provenConnection } from './alternative-words.ts';
import { ofServer } from './graph-address.ts';
import { defineRule } from './rule.ts';
import { sessionThat } from './session-example.ts';
import { sessionHit } from './session-hit.ts';
import { editProfile, lookAgain } from './session-fix.ts';
import { labels, protocolWords } from './session-words.ts';

export default defineRule({
  code: 'MC503',
  subject: 'session',
  stage: 'server',
  severity: 'error',
  check: (facts) =>
    sessionHit(facts, 'connection-refused', 'PortNumber', (_, { protocol, port, address }) => ({
      address,
      usual: [implicitPort[protocol], startTlsPort[protocol]].filter((other) => other !== port),
    })),
  en: {
    title: 'The server refused the connection',
    why:
      'The host answered that nothing listens on this port: the port is wrong, the mail service is down, or a firewall on the ' +
      'way rejects it. Which of them it is cannot be told from here, so a test leaves the status in the records as it is.',
    message: (p) => `${p.server} refused the connection.${alternativesSeen(p, 'en')}`,
    fix: (p) => [
      ...(provenConnection(p, 'en') ??
        otherHost(p, 'en') ??
        editProfile(
          p,
          `compare "${labels.en[p.direction].port}" (now ${p.port}) with the provider's instructions; usual for ${protocolWords[p.protocol]}: ${p.usual.join(' or ')}`,
          `${p.direction}PortNumber: (the port that the provider names)`,
          'en',
        )),
      ...ofServer(p, {
        who: 'mail-server-administrator',
        do: `If port ${p.port} is right: see that the ${protocolWords[p.protocol]} service runs on ${p.host} and listens on that port.`,
      }),
      {
        who: 'network-administrator',
        do: `See whether a firewall rejects connections to ${p.server}; Dataverse connects from its own addresses, not from here.`,
      },
      lookAgain(p, 'en'),
    ],
  },
  ja: {
    title: 'サーバーに接続を拒否されました',
    why:
      'ホストはありますが、このポートで待ち受けているものがありません。ポート番号の誤り、メールサービスの停止、途中のファイアウォールのいずれかです。' +
      'ここからは区別できないため、テストしても設定ファイルの状態は変わりません。',
    message: (p) => `${p.server} に接続を拒否されました。${alternativesSeen(p, 'ja')}`,
    fix: (p) => [
      ...(provenConnection(p, 'ja') ??
        otherHost(p, 'ja') ??
        editProfile(
          p,
          `「${labels.ja[p.direction].port}」(現在 ${p.port})をメール事業者の案内と照らし合わせる。${protocolWords[p.protocol]}では ${p.usual.join(' または ')} が一般的`,
          `${p.direction}PortNumber: (事業者の案内するポート)`,
          'ja',
        )),
      ...ofServer(p, {
        who: 'mail-server-administrator',
        do: `ポート ${p.port} が正しい場合: ${p.host} で${protocolWords[p.protocol]}のサービスが動き、このポートで待ち受けているか確かめる。`,
      }),
      {
        who: 'network-administrator',
        do: `ファイアウォールが ${p.server} への接続を拒否していないか確かめる。Dataverseはここからではなく、自身のアドレスから接続する。`,
      },
      lookAgain(p, 'ja'),
    ],
  },
  sources: ['https://nodejs.org/api/errors.html#common-system-errors', 'RFC 8314 §7.3', 'RFC 6409 §3.1'],
  examples: {
    bad: [
      {
        session: sessionThat(
          {
            connect: {
              outcome: 'failed',
              error: 'ECONNREFUSED',
              message: 'connect ECONNREFUSED 192.0.2.1:588',
            },
          },
          { port: 588 },
        ),
      },
      {
        session: sessionThat(
          { connect: { outcome: 'failed', error: 'ECONNREFUSED', message: 'connect ECONNREFUSED' } },
          {
            port: 588,
            alternatives: [
              { port: 587, tls: 'starttls', outcome: 'works', mechanisms: ['LOGIN', 'XOAUTH2'] },
              { port: 465, tls: 'implicit', outcome: 'refused' },
              { port: 25, tls: 'starttls', outcome: 'no-answer' },
            ],
          },
        ),
      },
    ],
    good: [{ session: sessionThat({ connect: { outcome: 'ok' } }, { port: 587 }) }],
  },
});
