// MC504: nothing came back from the host at all.

import {
  alternativesSeen,
  isHostThere,
  isSilentHost,
  nothingSeen,
  provenConnection,
} from './alternative-words.ts';
import { ofServer } from './graph-address.ts';
import { defineRule } from './rule.ts';
import { sessionThat } from './session-example.ts';
import { secondsOf, sessionHit } from './session-hit.ts';
import { editProfile, lookAgain } from './session-fix.ts';
import { labels, said } from './session-words.ts';

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
      "465 and 587), or the address is wrong. It may be this machine's network alone, so a test leaves the status in the records as it is.",
    message: (p) =>
      (p.error === undefined
        ? `${p.server} did not answer within ${p.seconds} s.`
        : `${p.server} could not be reached (${p.error}).${said(p, 'en')}`) +
      (isSilentHost(p) ? nothingSeen(p, 'en') : alternativesSeen(p, 'en')) +
      (isHostThere(p) ? ` So it may be that port ${p.port} alone is blocked on the way from here.` : ''),
    fix: (p) => [
      {
        who: 'network-administrator',
        do: isHostThere(p)
          ? `The host answers on other ports, so port ${p.port} seems blocked on the way from here: see whether this machine's network or its provider blocks outgoing connections to port ${p.port}, or run mailcheck where they are allowed.`
          : `From this machine, allow outgoing connections to ${p.server}, or run mailcheck where they are allowed.${isSilentHost(p) ? ` No port of ${p.host} answers from here: see whether this network lets any mail traffic out, and whether the host is up.` : ''}`,
      },
      ...ofServer(p, {
        who: 'mail-server-administrator',
        do: `See that the firewall before ${p.host} lets port ${p.port} in, from here and from the addresses of Dataverse.`,
      }),
      ...(provenConnection(p, 'en') ??
        editProfile(
          p,
          `if the provider names another port, change "${labels.en[p.direction].port}" (now ${p.port})`,
          `${p.direction}PortNumber: (the port that the provider names)`,
          'en',
        )),
      lookAgain(p, 'en'),
    ],
  },
  ja: {
    title: 'サーバーから応答がありません',
    why:
      '接続要求に何も返ってきません。多くはファイアウォールが黙って捨てているか(25番はもちろん、465や587を塞ぐ回線もあります)、アドレスの誤りです。' +
      'このマシンのネットワークだけの問題かもしれないため、テストしても設定ファイルの状態は変わりません。',
    message: (p) =>
      (p.error === undefined
        ? `${p.server} から${p.seconds}秒以内に応答がありませんでした。`
        : `${p.server} に到達できません(${p.error})。${said(p, 'ja')}`) +
      (isSilentHost(p) ? nothingSeen(p, 'ja') : alternativesSeen(p, 'ja')) +
      (isHostThere(p) ? `${p.port} 番だけが、ここからの途中で塞がれているのかもしれません。` : ''),
    fix: (p) => [
      {
        who: 'network-administrator',
        do: isHostThere(p)
          ? `ホストはほかのポートで応答しているため、${p.port} 番はここからの途中で塞がれていると思われる。このマシンのネットワークや回線事業者が ${p.port} 番への発信を止めていないか確かめる。または許可されている場所でmailcheckを実行する。`
          : `このマシンから ${p.server} への発信を許可する。または許可されている場所でmailcheckを実行する。${isSilentHost(p) ? `${p.host} はここからはどのポートも応答しない。このネットワークからメールの通信が出られるか、ホストが動いているかを確かめる。` : ''}`,
      },
      ...ofServer(p, {
        who: 'mail-server-administrator',
        do: `${p.host} の手前のファイアウォールで、ここからとDataverseからの ${p.port} 番への接続が通るか確かめる。`,
      }),
      ...(provenConnection(p, 'ja') ??
        editProfile(
          p,
          `メール事業者の案内が別のポートなら「${labels.ja[p.direction].port}」(現在 ${p.port})を直す`,
          `${p.direction}PortNumber: (事業者の案内するポート)`,
          'ja',
        )),
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
      {
        session: sessionThat(
          { connect: { outcome: 'timed-out', afterMilliseconds: 5000, receivedBytes: 0 } },
          {
            port: 25,
            alternatives: [
              { port: 587, tls: 'starttls', outcome: 'works', mechanisms: ['PLAIN', 'LOGIN'] },
              { port: 465, tls: 'implicit', outcome: 'no-answer' },
            ],
          },
        ),
      },
    ],
    good: [{ session: sessionThat({ connect: { outcome: 'ok' } }) }],
  },
});
