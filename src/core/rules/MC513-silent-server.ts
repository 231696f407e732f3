// MC513: connected, and not a word; TLS was tried as well.

import { alternativesSeen, provenConnection } from './alternative-words.ts';
import { defineRule } from './rule.ts';
import { sessionThat } from './session-example.ts';
import { secondsOf, sessionHit } from './session-hit.ts';
import { lookAgain } from './session-fix.ts';
import { protocolWords } from './session-words.ts';

export default defineRule({
  code: 'MC513',
  subject: 'session',
  stage: 'server',
  severity: 'error',
  check: (facts) =>
    sessionHit(facts, 'silent', 'PortNumber', (step) => ({
      seconds: secondsOf(step),
    })),
  en: {
    title: 'The server accepts the connection and says nothing',
    why:
      'A mail server greets first. This one took the connection and stayed silent, in clear text as well as with TLS. Often a ' +
      'firewall or load balancer answers in its place, the server looks up our address and hangs, or it is overloaded.',
    message: (p) =>
      `${p.server} accepted the connection but sent no ${protocolWords[p.protocol]} greeting within ${p.seconds} s, neither in clear text nor with TLS.${alternativesSeen(p, 'en')}`,
    fix: (p) => [
      ...(provenConnection(p, 'en') ?? []),
      {
        who: 'mail-server-administrator',
        do: `See whether the ${protocolWords[p.protocol]} service behind ${p.server} is alive, and whether it delays greetings for unknown addresses (reverse DNS look-up, block list, tarpit).`,
      },
      {
        who: 'network-administrator',
        do: `See whether a firewall, proxy or load balancer takes connections to ${p.server} without passing them on.`,
      },
      lookAgain(p, 'en'),
    ],
  },
  ja: {
    title: '接続はできますが、サーバーが何も話しません',
    why:
      'メールサーバーは接続されるとまず挨拶を返します。このサーバーは接続だけ受けて、平文でもTLSでも黙っていました。' +
      '手前のファイアウォールや負荷分散装置が代わりに受けている、接続元の逆引きで止まっている、過負荷、などが考えられます。',
    message: (p) =>
      `${p.server} は接続を受けましたが、${p.seconds}秒待っても平文・TLSとも${protocolWords[p.protocol]}の最初の応答がありませんでした。${alternativesSeen(p, 'ja')}`,
    fix: (p) => [
      ...(provenConnection(p, 'ja') ?? []),
      {
        who: 'mail-server-administrator',
        do: `${p.server} の${protocolWords[p.protocol]}サービスが動いているか、見知らぬアドレスへの応答を遅らせていないか(逆引き、ブロックリスト、tarpit)確かめる。`,
      },
      {
        who: 'network-administrator',
        do: `ファイアウォール、プロキシ、負荷分散装置が ${p.server} への接続を受けたまま渡していないことがないか調べる。`,
      },
      lookAgain(p, 'ja'),
    ],
  },
  sources: ['RFC 5321 §3.1', 'RFC 5321 §4.5.3.2.1', 'RFC 1939 §4'],
  examples: {
    bad: [
      {
        session: sessionThat({
          greeting: { outcome: 'timed-out', afterMilliseconds: 15000, receivedBytes: 0 },
        }),
      },
      {
        session: sessionThat(
          { tls: { outcome: 'timed-out', afterMilliseconds: 15000, receivedBytes: 0 } },
          { protocol: 'pop3' },
        ),
      },
    ],
    good: [{ session: sessionThat({ greeting: { outcome: 'ok' } }) }],
  },
});
