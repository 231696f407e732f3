// MC526: the session stalled in the middle.

import { isMicrosofts, ofServer } from './graph-address.ts';
import { defineRule } from './rule.ts';
import { sessionThat } from './session-example.ts';
import { secondsOf, sessionHit } from './session-hit.ts';
import { lookAgain } from './session-fix.ts';
import { stepWords } from './session-words.ts';

export default defineRule({
  code: 'MC526',
  subject: 'session',
  stage: 'server',
  severity: 'error',
  check: (facts) =>
    sessionHit(facts, 'timed-out', 'ServerLocation', (step) => ({
      seconds: secondsOf(step),
      receivedBytes: step.outcome === 'timed-out' ? step.receivedBytes : 0,
    })),
  en: {
    title: 'The server stopped answering in the middle',
    why:
      'The session had begun and an answer did not come, or not whole, in time. Slow look-ups of the server, an overloaded ' +
      'directory, or a network that drops large packets are usual. Nothing certain is known, so a test leaves the status in the records as it is.',
    message: ({ server, step, seconds, receivedBytes }) =>
      `${server} gave no whole answer within ${seconds} s at ${stepWords.en[step]}${receivedBytes > 0 ? ` (${receivedBytes} bytes came)` : ''}.`,
    fix: (p) => [
      ...ofServer(p, {
        who: 'mail-server-administrator',
        do: `See in the log of ${p.host} what it waited for at ${stepWords.en[p.step]} (directory, scanner, reverse DNS look-up, disk).`,
      }),
      {
        who: 'network-administrator',
        do: `${isMicrosofts(p) ? 'Look' : "If the server's log is clean: look"} for packets lost on the way (packet size over a VPN, TLS inspection).`,
      },
      lookAgain(p, 'en'),
      {
        who: 'mailcheck-user',
        do: 'For a server that is known to be slow: add --timeout SECONDS.',
      },
    ],
  },
  ja: {
    title: 'サーバーの応答が途中で止まりました',
    why:
      '接続は始まりましたが、時間内に応答が(最後まで)届きませんでした。サーバー側の名前解決の遅れ、認証基盤の過負荷、大きなパケットが落ちるネットワークなどがよくある原因です。' +
      '確かなことはわからないため、テストしても設定ファイルの状態は変わりません。',
    message: ({ server, step, seconds, receivedBytes }) =>
      `${server} から、${stepWords.ja[step]}で${seconds}秒以内に完全な応答がありませんでした${receivedBytes > 0 ? `(届いたのは ${receivedBytes} バイト)` : ''}。`,
    fix: (p) => [
      ...ofServer(p, {
        who: 'mail-server-administrator',
        do: `${stepWords.ja[p.step]}のときに何を待っていたか、${p.host} のログで調べる(認証基盤、ウイルス検査、逆引き、ディスク)。`,
      }),
      {
        who: 'network-administrator',
        do: `${isMicrosofts(p) ? '' : 'サーバーのログに問題がなければ、'}途中でパケットが失われていないか調べる(VPNのパケットサイズ、TLS検査)。`,
      },
      lookAgain(p, 'ja'),
      {
        who: 'mailcheck-user',
        do: '遅いとわかっているサーバーなら --timeout 秒数 を付ける。',
      },
    ],
  },
  sources: ['RFC 5321 §4.5.3.2', 'derived: an answer that does not come names no reason'],
  examples: {
    bad: [
      {
        session: sessionThat({ login: { outcome: 'timed-out', afterMilliseconds: 15000, receivedBytes: 0 } }),
      },
      {
        session: sessionThat({
          greeting: { outcome: 'timed-out', afterMilliseconds: 15000, receivedBytes: 14 },
        }),
      },
    ],
    good: [{ session: sessionThat({ login: { outcome: 'ok' } }) }],
  },
});
