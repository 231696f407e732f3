// MC504: nothing came back from the host at all.

import { defineRule } from './rule.ts';
import { sessionThat } from './example.ts';
import { secondsOf, sessionHit } from './session-hit.ts';
import { editProfile, labels, lookAgain, said } from './session-words.ts';

export default defineRule({
  code: 'MC504',
  subject: 'session',
  stage: 'server',
  severity: 'error',
  check: (facts) =>
    sessionHit(facts, 'no-answer', 'PortNumber', (step) => ({
      error: step.outcome === 'failed' ? step.error : undefined,
      seconds: secondsOf(step),
    })),
  en: {
    title: 'The server does not answer',
    why:
      'Connection requests vanish without an answer. Usually a firewall drops them (providers often block port 25, some also ' +
      "465 and 587), or the address is wrong. It may be this machine's network alone, so the status in the record is not changed.",
    message: (p) =>
      p.error === undefined
        ? `${p.server} did not answer within ${p.seconds} s.`
        : `${p.server} could not be reached (${p.error}).${said(p, 'en')}`,
    fix: (p) => [
      {
        who: 'network-administrator',
        do: `From this machine, allow outgoing connections to ${p.server}, or run mailcheck where they are allowed.`,
      },
      {
        who: 'mail-server-administrator',
        do: `See that the firewall before ${p.host} lets port ${p.port} in, from here and from the addresses of Dataverse.`,
      },
      ...editProfile(
        p,
        `if the provider names another port, change "${labels.en[p.direction].port}" (now ${p.port})`,
        `${p.direction}PortNumber: (the port that the provider names)`,
        'en',
      ),
      lookAgain(p, 'en'),
    ],
  },
  ja: {
    title: 'サーバーから応答がありません',
    why:
      '接続要求に何も返ってきません。多くはファイアウォールが黙って捨てているか(25番はもちろん、465や587を塞ぐ回線もあります)、アドレスの誤りです。' +
      'このマシンのネットワークだけの問題かもしれないため、設定ファイルの状態は変更していません。',
    message: (p) =>
      p.error === undefined
        ? `${p.server} から${p.seconds}秒以内に応答がありませんでした。`
        : `${p.server} に到達できません(${p.error})。${said(p, 'ja')}`,
    fix: (p) => [
      {
        who: 'network-administrator',
        do: `このマシンから ${p.server} への発信を許可する。または許可されている場所でmailcheckを実行する。`,
      },
      {
        who: 'mail-server-administrator',
        do: `${p.host} の手前のファイアウォールで、ここからとDataverseからの ${p.port} 番への接続が通るか確かめる。`,
      },
      ...editProfile(
        p,
        `メール事業者の案内が別のポートなら「${labels.ja[p.direction].port}」(現在 ${p.port})を直す`,
        `${p.direction}PortNumber: (事業者の案内するポート)`,
        'ja',
      ),
      lookAgain(p, 'ja'),
    ],
  },
  sources: ['https://nodejs.org/api/errors.html#common-system-errors', 'derived: no packet came back'],
  examples: {
    bad: [
      {
        session: sessionThat({
          connect: { outcome: 'timed-out', afterMilliseconds: 5000, receivedBytes: 0 },
        }),
      },
      {
        session: sessionThat({
          connect: { outcome: 'failed', error: 'EHOSTUNREACH', message: 'connect EHOSTUNREACH' },
        }),
      },
      {
        session: sessionThat({
          connect: { outcome: 'failed', error: 'ENETUNREACH', message: 'connect ENETUNREACH' },
        }),
      },
    ],
    good: [{ session: sessionThat({ connect: { outcome: 'ok' } }) }],
  },
});
