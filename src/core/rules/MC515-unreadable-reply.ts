// MC515: an answer that the protocol does not have, or one without end.

import { ofServer } from './graph-address.ts';
import { defineRule } from './rule.ts';
import { sessionThat } from './session-example.ts';
import { sessionHit } from './session-hit.ts';
import { lookAgain } from './session-fix.ts';
import { protocolWords, quoted, stepWords } from './session-words.ts';

export default defineRule({
  code: 'MC515',
  subject: 'session',
  stage: 'server',
  severity: 'error',
  check: (facts) =>
    sessionHit(facts, 'unreadable', 'PortNumber', (step) => ({
      received:
        step.outcome === 'malformed' ? step.received.slice(0, 120).replace(/\s*[\r\n]+\s*/g, ' ') : '',
      limitBytes: step.outcome === 'malformed' ? step.limitBytes : undefined,
    })),
  en: {
    title: "The server's answer cannot be read",
    why:
      'What came is no answer of this protocol, or it is longer than any answer needs to be. To be safe, reading stopped there. ' +
      'Another program on the port, a proxy that inserts its own page, or a faulty server are the usual reasons.',
    message: ({ server, protocol, step, received, limitBytes }) =>
      limitBytes === undefined
        ? `At ${stepWords.en[step]} ${server} sent something that is not ${protocolWords[protocol]}: ${quoted(received)}`
        : `At ${stepWords.en[step]} ${server} sent more than ${limitBytes} bytes in one answer; it begins ${quoted(received)}`,
    fix: (p) => [
      ...ofServer(p, {
        who: 'mail-server-administrator',
        do: `See which program answers on ${p.server}, and what its log says about this session.`,
      }),
      {
        who: 'network-administrator',
        do: 'See whether a proxy or firewall on the way answers in the place of the server.',
      },
      lookAgain(p, 'en'),
    ],
  },
  ja: {
    title: 'サーバーの応答を読み取れません',
    why:
      'このプロトコルの応答ではないものが届いたか、応答が長すぎました。安全のためそこで読むのをやめています。' +
      '別のプログラムがポートを使っている、プロキシが自分のページを返している、サーバーの不具合、などがよくある原因です。',
    message: ({ server, protocol, step, received, limitBytes }) =>
      limitBytes === undefined
        ? `${stepWords.ja[step]}で、${server} から${protocolWords[protocol]}ではないものが届きました:「${received}」`
        : `${stepWords.ja[step]}で、${server} の1回の応答が ${limitBytes} バイトを超えました。先頭:「${received}」`,
    fix: (p) => [
      ...ofServer(p, {
        who: 'mail-server-administrator',
        do: `${p.server} で応答しているプログラムと、この接続についてのログを調べる。`,
      }),
      {
        who: 'network-administrator',
        do: '途中のプロキシやファイアウォールがサーバーの代わりに応答していないか調べる。',
      },
      lookAgain(p, 'ja'),
    ],
  },
  sources: ['RFC 5321 §4.2', 'RFC 5321 §4.5.3.1', 'RFC 1939 §3'],
  examples: {
    bad: [
      {
        session: sessionThat({
          greeting: { outcome: 'malformed', received: 'hello?', looksLike: 'unknown' },
        }),
      },
      {
        session: sessionThat({
          capabilities: {
            outcome: 'malformed',
            received: '250-AAAA',
            looksLike: 'smtp',
            limitBytes: 1048576,
          },
        }),
      },
    ],
    good: [{ session: sessionThat({ greeting: { outcome: 'ok' } }) }],
  },
});
