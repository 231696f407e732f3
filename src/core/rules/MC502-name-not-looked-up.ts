// MC502: nobody could say whether the server's host name exists.

import { defineRule } from './rule.ts';
import { sessionThat } from './session-example.ts';
import { sessionHit } from './session-hit.ts';
import { lookAgain } from './session-fix.ts';
import { said } from './session-words.ts';

export default defineRule({
  code: 'MC502',
  subject: 'session',
  stage: 'server',
  severity: 'unknown',
  check: (facts) =>
    sessionHit(facts, 'name-not-looked-up', 'ServerLocation', (step) => ({
      error: step.outcome === 'failed' ? step.error : undefined,
    })),
  en: {
    title: 'The host name could not be looked up',
    why:
      'The name service (DNS resolver) of the machine that runs mailcheck gave no usable answer. That says nothing about the ' +
      'mail server, nor about what Dataverse would find; a test leaves the records as they are.',
    message: (p) =>
      `The name service gave no answer for "${p.host}"${p.error === undefined ? ' in time' : ` (${p.error})`}, so the server was not reached.${said(p, 'en')}`,
    fix: (p) => [
      {
        who: 'network-administrator',
        do: `On the machine that runs mailcheck: see that ${p.host} can be looked up (nslookup ${p.host}); containers and offline CI jobs often have no name service.`,
      },
      lookAgain(p, 'en'),
    ],
  },
  ja: {
    title: 'ホスト名を調べられませんでした',
    why:
      'mailcheckを実行しているマシンのDNSから、使える答えが返りませんでした。メールサーバーの状態も、Dataverseから見てどうなるかも、これだけではわかりません。' +
      'テストしても設定ファイルは変わりません。',
    message: (p) =>
      `「${p.host}」を調べましたが、DNSの${p.error === undefined ? '答えが時間内に返りませんでした' : `応答がエラーでした(${p.error})`}。サーバーには接続していません。${said(p, 'ja')}`,
    fix: (p) => [
      {
        who: 'network-administrator',
        do: `mailcheckを実行するマシンで ${p.host} の名前が引けるか確かめる(nslookup ${p.host})。コンテナーやネットワークのないCIでは引けないことが多い。`,
      },
      lookAgain(p, 'ja'),
    ],
  },
  sources: [
    'https://nodejs.org/api/dns.html#error-codes',
    'derived: a resolver that fails tells nothing about the name',
  ],
  examples: {
    bad: [
      {
        session: sessionThat({
          name: { outcome: 'failed', error: 'EAI_AGAIN', message: 'getaddrinfo EAI_AGAIN' },
        }),
      },
      { session: sessionThat({ name: { outcome: 'timed-out', afterMilliseconds: 5000, receivedBytes: 0 } }) },
    ],
    good: [{ session: sessionThat({ name: { outcome: 'ok' } }) }],
  },
});
