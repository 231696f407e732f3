// MC514: the server hung up in the middle, without a word.

import { graphAddress, ofServer } from './graph-address.ts';
import { defineRule } from './rule.ts';
import { sessionThat } from './session-example.ts';
import { sessionHit } from './session-hit.ts';
import { lookAgain } from './session-fix.ts';
import { stepWords } from './session-words.ts';

export default defineRule({
  code: 'MC514',
  subject: 'session',
  stage: 'server',
  severity: 'error',
  check: (facts) =>
    sessionHit(facts, 'closed', 'PortNumber', (step) => ({
      error: step.outcome === 'failed' ? step.error : undefined,
      early: ['connect', 'greeting', 'tls'].includes(step.step),
    })),
  en: {
    title: 'The server closed the connection in the middle',
    why:
      'The connection ended while an answer was due. Before the greeting it is mostly an allow list, a connection limit or a load ' +
      'balancer without a server behind it; after a command it is mostly a policy, a time limit or a fault of the server. A test leaves the status in the records as it is.',
    message: ({ server, step, error }) =>
      `${server} closed the connection during ${stepWords.en[step]}${error === undefined ? '' : ` (${error})`}.`,
    fix: (p) => [
      ...ofServer(p, {
        who: 'mail-server-administrator',
        do: p.early
          ? `See in the log of ${p.host} why it turned the connection away: allow list of addresses, number of connections, or no service behind port ${p.port}.`
          : `See in the log of ${p.host} what it did at ${stepWords.en[p.step]} just then.`,
      }),
      ...(p.protocol === 'graph' ? [graphAddress(p, 'en')] : []),
      lookAgain(p, 'en'),
    ],
  },
  ja: {
    title: 'サーバーが途中で接続を切りました',
    why:
      '応答を待っている間に接続が切れました。最初の応答の前なら、接続元の許可リスト、接続数の上限、後ろにサーバーのない負荷分散装置が考えられます。' +
      'コマンドの後なら、ポリシー、時間制限、サーバーの障害が考えられます。テストしても設定ファイルの状態は変わりません。',
    message: ({ server, step, error }) =>
      `${server} が${stepWords.ja[step]}の途中で接続を切りました${error === undefined ? '' : `(${error})`}。`,
    fix: (p) => [
      ...ofServer(p, {
        who: 'mail-server-administrator',
        do: p.early
          ? `${p.host} のログで、接続を断った理由を調べる(接続元の許可リスト、接続数、${p.port} 番の後ろのサービス)。`
          : `${p.host} のログで、そのときの${stepWords.ja[p.step]}の記録を調べる。`,
      }),
      ...(p.protocol === 'graph' ? [graphAddress(p, 'ja')] : []),
      lookAgain(p, 'ja'),
    ],
  },
  sources: ['RFC 5321 §3.8', 'derived: an end of the connection without a reply names no reason'],
  examples: {
    bad: [
      {
        session: sessionThat({
          greeting: { outcome: 'failed', error: 'ECONNRESET', message: 'read ECONNRESET' },
        }),
      },
      { session: sessionThat({ login: { outcome: 'closed' } }) },
    ],
    good: [{ session: sessionThat({ login: { outcome: 'ok' } }) }],
  },
});
