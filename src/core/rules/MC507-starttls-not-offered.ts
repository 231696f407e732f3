// MC507: the record asks for STARTTLS, and the server does not have it.

import { implicitPort } from '../mail/protocol.ts';
import { alternativesSeen, provenOrGuessed } from './alternative-words.ts';
import { defineRule } from './rule.ts';
import { sessionThat } from './session-example.ts';
import { sessionHit } from './session-hit.ts';
import { editProfile, lookAgain } from './session-fix.ts';
import { labels } from './session-words.ts';

/** What a firewall leaves of a capability that it does not allow: XXXXXXXA for STARTTLS. */
const overwritten = /^X{6,}[A-Z]?$/;

export default defineRule({
  code: 'MC507',
  subject: 'session',
  stage: 'server',
  severity: 'error',
  check: (facts) =>
    sessionHit(facts, 'starttls-not-offered', 'Tls', (_, { protocol, capabilities }) => ({
      command: protocol === 'pop3' ? 'STLS' : 'STARTTLS',
      overwritten: protocol === 'smtp' ? capabilities?.find((name) => overwritten.test(name)) : undefined,
    })),
  en: {
    title: 'The server does not offer STARTTLS',
    why:
      'Encryption by STARTTLS (POP3: STLS) is asked for, and the server does not list it. Going on would send user name and ' +
      'password in clear text, so the session ended there: no password was sent. A proxy or firewall on the way may also have taken it out of the list.',
    message: (p) =>
      `${p.server} does not offer ${p.command}; no password was sent.${p.overwritten === undefined ? '' : ` In its list stands "${p.overwritten}": a firewall on the way wrote over a capability.`}${alternativesSeen(p, 'en')}`,
    fix: (p) => [
      ...(p.overwritten === undefined
        ? []
        : [
            {
              who: 'network-administrator' as const,
              do: `Between this machine and ${p.server} a firewall with SMTP inspection (Cisco: "inspect esmtp") writes X over the capabilities that it does not let through: allow TLS in it (allow-tls), or leave port ${p.port} out of the inspection.`,
            },
          ]),
      {
        who: 'mail-server-administrator',
        do: `Switch on ${p.command} for ${p.server} (a certificate has to be installed for it), or name the port that has TLS.`,
      },
      ...provenOrGuessed(
        p,
        {
          port: implicitPort[p.protocol],
          steps: editProfile(
            p,
            `if the server has TLS at once on ${implicitPort[p.protocol]}, set "${labels.en[p.direction].port}" to ${implicitPort[p.protocol]} and "${labels.en[p.direction].ssl}" to Yes`,
            `${p.direction}PortNumber: ${implicitPort[p.protocol]}, ${p.direction}Tls: implicit`,
            'en',
          ),
        },
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
    message: (p) =>
      `${p.server} は${p.command}に対応していません。パスワードは送っていません。${p.overwritten === undefined ? '' : `一覧に「${p.overwritten}」があり、途中のファイアウォールが対応機能を書き潰しています。`}${alternativesSeen(p, 'ja')}`,
    fix: (p) => [
      ...(p.overwritten === undefined
        ? []
        : [
            {
              who: 'network-administrator' as const,
              do: `このマシンと ${p.server} の間のファイアウォールがSMTPを検査し(Ciscoでは inspect esmtp)、通さない対応機能をXで書き潰している。そこでTLSを許可する(allow-tls)か、${p.port} 番を検査から外す。`,
            },
          ]),
      {
        who: 'mail-server-administrator',
        do: `${p.server} で${p.command}を有効にする(証明書の設定が必要)。またはTLSの使えるポートを知らせる。`,
      },
      ...provenOrGuessed(
        p,
        {
          port: implicitPort[p.protocol],
          steps: editProfile(
            p,
            `サーバーが ${implicitPort[p.protocol]} 番で最初からTLSに対応していれば、「${labels.ja[p.direction].port}」を ${implicitPort[p.protocol]}、「${labels.ja[p.direction].ssl}」を「はい」にする`,
            `${p.direction}PortNumber: ${implicitPort[p.protocol]}、${p.direction}Tls: implicit`,
            'ja',
          ),
        },
        'ja',
      ),
      lookAgain(p, 'ja'),
    ],
  },
  sources: [
    'RFC 3207 §4',
    'RFC 2595 §4',
    'RFC 8314 §3',
    'https://www.cisco.com/c/en/us/support/docs/security/asa-5500-x-series-next-generation-firewalls/113423-asa-esmtp-smtp-inspection.html',
  ],
  examples: {
    bad: [
      {
        session: sessionThat({ tls: { outcome: 'rejected', reason: 'starttls-not-offered' } }),
      },
      {
        session: sessionThat(
          { tls: { outcome: 'rejected', reason: 'starttls-not-offered' } },
          { capabilities: ['SIZE 10240000', 'XXXXXXXA', '8BITMIME'] },
        ),
      },
      {
        session: sessionThat(
          { tls: { outcome: 'rejected', reason: 'starttls-not-offered' } },
          { protocol: 'pop3', port: 110, tls: 'starttls' },
        ),
      },
      {
        session: sessionThat(
          { tls: { outcome: 'rejected', reason: 'starttls-not-offered' } },
          {
            alternatives: [
              { port: 465, tls: 'implicit', outcome: 'works', mechanisms: ['LOGIN', 'XOAUTH2'] },
              { port: 25, tls: 'starttls', outcome: 'unusable' },
            ],
          },
        ),
      },
    ],
    good: [{ session: sessionThat({ tls: { outcome: 'ok' } }) }],
  },
});
