// MC509: the certificate is somebody's, but not this host's.

import { nearest } from '../records/suggest.ts';
import { ofServer } from './graph-address.ts';
import { defineRule } from './rule.ts';
import { sessionThat } from './session-example.ts';
import { certificateParams, datesAndChain, namesOffered } from './certificate-words.ts';
import { sessionHit } from './session-hit.ts';
import { editProfile, lookAgain } from './session-fix.ts';
import { labels } from './session-words.ts';

const certificate = {
  subject: 'CN=*.hosting.example',
  names: ['*.hosting.example', 'mail12.hosting.example'],
  issuer: "CN=R11, O=Let's Encrypt",
  validFrom: '2026-11-01T00:00:00.000Z',
  validTo: '2027-01-30T00:00:00.000Z',
  fingerprint256: '',
};

export default defineRule({
  code: 'MC509',
  subject: 'session',
  stage: 'server',
  severity: 'error',
  check: (facts) =>
    sessionHit(facts, 'certificate-other-host', 'ServerLocation', (_, observation) => {
      const shown = certificateParams(observation.certificate);
      const usable = shown.names.filter((name) => !name.startsWith('*'));
      return { ...shown, suggestion: nearest(observation.host, usable) ?? usable[0] };
    }),
  en: {
    title: 'The certificate belongs to another host',
    why:
      "A certificate is valid only for the names in it. The name of the host that was asked for is not among them: often the provider's shared " +
      "server is reached by the customer's own name, or by an IP address. Nobody can be sure whose server this is, so no password was sent.",
    message: (p) =>
      `The certificate of ${p.server} is not for "${p.host}"${p.names.length === 0 ? '.' : `, but for ${p.names.join(', ')}${p.moreNames === 0 ? '' : ` and ${p.moreNames} more`}.`}${datesAndChain(p, 'en')}`,
    fix: (p) => [
      ...editProfile(
        p,
        p.suggestion === undefined
          ? `set "${labels.en[p.direction].location}" (now ${p.host}) to the provider's own name of the server, one that the certificate covers`
          : `set "${labels.en[p.direction].location}" (now ${p.host}) to ${p.suggestion}, if the provider confirms that name`,
        `${p.direction}ServerLocation: ${p.suggestion ?? '(a name in the certificate)'}`,
        'en',
      ),
      ...ofServer(p, {
        who: 'mail-server-administrator',
        do: `Or install a certificate that names ${p.host} among its subject alternative names.`,
      }),
      lookAgain(p, 'en'),
    ],
  },
  ja: {
    title: '証明書が別のホストのものです',
    why:
      '証明書は、その中に書かれた名前にだけ有効です。接続しようとしたホスト名がその中にありません。事業者の共用サーバーに自社の名前やIPアドレスで接続している場合によく起こります。' +
      '相手が本物か確かめられないため、パスワードは送っていません。',
    message: (p) =>
      `${p.server} の証明書は「${p.host}」のものではありません。${p.names.length === 0 ? '' : namesOffered(p, 'ja')}${datesAndChain(p, 'ja')}`,
    fix: (p) => [
      ...editProfile(
        p,
        p.suggestion === undefined
          ? `「${labels.ja[p.direction].location}」(現在 ${p.host})を、証明書に含まれる事業者側のサーバー名に変える`
          : `事業者に確かめたうえで、「${labels.ja[p.direction].location}」(現在 ${p.host})を ${p.suggestion} に変える`,
        `${p.direction}ServerLocation: ${p.suggestion ?? '(証明書にある名前)'}`,
        'ja',
      ),
      ...ofServer(p, {
        who: 'mail-server-administrator',
        do: `または、${p.host} を別名(SAN)に含む証明書を設定する。`,
      }),
      lookAgain(p, 'ja'),
    ],
  },
  sources: [
    'RFC 9525 §6',
    'RFC 7817 §3',
    'https://nodejs.org/api/tls.html#tlscheckserveridentityhostname-cert',
  ],
  examples: {
    bad: [
      {
        session: sessionThat(
          { tls: { outcome: 'rejected', reason: 'certificate-other-host' } },
          { certificate },
        ),
      },
      {
        session: sessionThat(
          { tls: { outcome: 'rejected', reason: 'certificate-other-host' } },
          { host: '192.0.2.7', certificate: { ...certificate, names: ['*.hosting.example'] } },
        ),
      },
    ],
    good: [
      {
        session: sessionThat({ tls: { outcome: 'ok' } }, { host: 'mail12.hosting.example', certificate }),
      },
    ],
  },
});
