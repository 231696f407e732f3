// MC525: something was slipped in between the agreement on STARTTLS and TLS itself.

import { implicitPort } from '../mail/protocol.ts';
import { alternativesSeen, provenOrGuessed } from './alternative-words.ts';
import { defineRule } from './rule.ts';
import { sessionThat } from './session-example.ts';
import { sessionHit } from './session-hit.ts';
import { editProfile, lookAgain } from './session-fix.ts';
import { labels } from './session-words.ts';

export default defineRule({
  code: 'MC525',
  subject: 'session',
  stage: 'server',
  severity: 'error',
  check: (facts) => sessionHit(facts, 'starttls-injection', 'Tls', () => ({})),
  en: {
    title: 'Unprotected bytes came before TLS began',
    why:
      'After the server agrees to STARTTLS it has to wait for TLS. Here more bytes followed in clear text, which a client could take ' +
      'for protected ones. It is an attack, or a faulty proxy or server (the class of CVE-2011-0411). No password was sent; a test leaves the records as they are.',
    message: (p) =>
      `${p.server}, or something on the way to it, sent bytes between STARTTLS and TLS.${alternativesSeen(p, 'en')}`,
    fix: (p) => [
      {
        who: 'network-administrator',
        do: `Find what stands between this machine and ${p.server} (proxy, mail gateway, firewall with mail inspection) and rewrites the session.`,
      },
      {
        who: 'mail-server-administrator',
        do: `Bring the mail server on ${p.host} up to date.`,
      },
      ...provenOrGuessed(
        p,
        {
          port: implicitPort[p.protocol],
          steps: editProfile(
            p,
            `until then use TLS from the first byte: "${labels.en[p.direction].port}" ${implicitPort[p.protocol]}`,
            `${p.direction}PortNumber: ${implicitPort[p.protocol]}, ${p.direction}Tls: implicit`,
            'en',
          ),
        },
        'en',
        'implicit',
      ),
      lookAgain(p, 'en'),
    ],
  },
  ja: {
    title: 'TLSが始まる前に、保護されていないデータが届きました',
    why:
      'STARTTLSに同意したサーバーは、TLSの開始を待たなければなりません。ところが平文のデータが続けて届きました。保護されたものと取り違えさせる攻撃か、' +
      'プロキシやサーバーの不具合です(CVE-2011-0411の類)。パスワードは送っていません。テストしても設定ファイルは変わりません。',
    message: (p) =>
      `${p.server} または途中の何かが、STARTTLSとTLSの間にデータを差し込みました。${alternativesSeen(p, 'ja')}`,
    fix: (p) => [
      {
        who: 'network-administrator',
        do: `このマシンと ${p.server} の間で通信を書き換えているもの(プロキシ、メールゲートウェイ、メール検査付きファイアウォール)を突き止める。`,
      },
      {
        who: 'mail-server-administrator',
        do: `${p.host} のメールサーバーを最新版にする。`,
      },
      ...provenOrGuessed(
        p,
        {
          port: implicitPort[p.protocol],
          steps: editProfile(
            p,
            `それまでは最初からTLSの方式を使う:「${labels.ja[p.direction].port}」を ${implicitPort[p.protocol]} にする`,
            `${p.direction}PortNumber: ${implicitPort[p.protocol]}、${p.direction}Tls: implicit`,
            'ja',
          ),
        },
        'ja',
        'implicit',
      ),
      lookAgain(p, 'ja'),
    ],
  },
  sources: ['RFC 3207 §6', 'RFC 8314 §3', 'https://nvd.nist.gov/vuln/detail/CVE-2011-0411'],
  examples: {
    bad: [{ session: sessionThat({ tls: { outcome: 'rejected', reason: 'starttls-injection' } }) }],
    good: [{ session: sessionThat({ tls: { outcome: 'ok' } }) }],
  },
});
