// MC507: the record asks for STARTTLS, and the server does not have it.

import { defineRule } from './rule.ts';
import { sessionThat } from './example.ts';
import { sessionHit } from './session-hit.ts';
import { editProfile, implicitPort, labels, lookAgain } from './session-words.ts';

export default defineRule({
  code: 'MC507',
  subject: 'session',
  stage: 'server',
  severity: 'error',
  check: (facts) =>
    sessionHit(facts, 'starttls-not-offered', 'Tls', (_, { protocol }) => ({
      command: protocol === 'pop3' ? 'STLS' : 'STARTTLS',
    })),
  en: {
    title: 'The server does not offer STARTTLS',
    why:
      'Encryption by STARTTLS (POP3: STLS) is asked for, and the server does not list it. Going on would send user name and ' +
      'password in clear text, so the session ended there: no password was sent. A proxy or firewall on the way may also have taken it out of the list.',
    message: ({ server, command }) => `${server} does not offer ${command}; no password was sent.`,
    fix: (p) => [
      {
        who: 'mail-server-administrator',
        do: `Switch on ${p.command} for ${p.server} (a certificate has to be installed for it), or name the port that has TLS.`,
      },
      ...editProfile(
        p,
        `if the server has TLS at once on ${implicitPort[p.protocol]}, set "${labels.en[p.direction].port}" to ${implicitPort[p.protocol]} and "${labels.en[p.direction].ssl}" to Yes`,
        `${p.direction}PortNumber: ${implicitPort[p.protocol]}, ${p.direction}Tls: implicit`,
        'en',
      ),
      lookAgain(p, 'en'),
    ],
  },
  ja: {
    title: 'サーバーがSTARTTLSに対応していません',
    why:
      'STARTTLS(POP3ではSTLS)による暗号化を求めましたが、サーバーの対応機能の一覧にありません。続ければユーザー名とパスワードが平文で流れるため、' +
      'そこで打ち切りました。パスワードは送っていません。途中のプロキシやファイアウォールが一覧から消している可能性もあります。',
    message: ({ server, command }) =>
      `${server} は${command}に対応していません。パスワードは送っていません。`,
    fix: (p) => [
      {
        who: 'mail-server-administrator',
        do: `${p.server} で${p.command}を有効にする(証明書の設定が必要)。またはTLSの使えるポートを知らせる。`,
      },
      ...editProfile(
        p,
        `サーバーが ${implicitPort[p.protocol]} 番で最初からTLSに対応していれば、「${labels.ja[p.direction].port}」を ${implicitPort[p.protocol]}、「${labels.ja[p.direction].ssl}」を「はい」にする`,
        `${p.direction}PortNumber: ${implicitPort[p.protocol]}、${p.direction}Tls: implicit`,
        'ja',
      ),
      lookAgain(p, 'ja'),
    ],
  },
  sources: ['RFC 3207 §4', 'RFC 2595 §4', 'RFC 8314 §3'],
  examples: {
    bad: [
      {
        session: sessionThat({ tls: { outcome: 'rejected', reason: 'starttls-not-offered' } }),
      },
      {
        session: sessionThat(
          { tls: { outcome: 'rejected', reason: 'starttls-not-offered' } },
          { protocol: 'pop3', port: 110, tls: 'starttls' },
        ),
      },
    ],
    good: [{ session: sessionThat({ tls: { outcome: 'ok' } }) }],
  },
});
