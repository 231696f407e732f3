// MC508: the server's certificate is not valid at this time, or our clock is wrong.

import type { CertificateLink } from '../mail/certificate.ts';
import type { Observation } from '../mail/evidence.ts';
import { ofServer } from './graph-address.ts';
import { defineRule } from './rule.ts';
import { sessionThat } from './session-example.ts';
import { certificateFacts, certificateParams } from './certificate-words.ts';
import { sessionHit } from './session-hit.ts';
import { lookAgain } from './session-fix.ts';
import { momentWords } from './session-words.ts';

const certificate = {
  subject: 'CN=smtp.example.com',
  names: ['smtp.example.com'],
  issuer: "CN=R11, O=Let's Encrypt",
  validFrom: '2026-06-01T00:00:00.000Z',
  validTo: '2026-08-30T00:00:00.000Z',
  fingerprint256: '',
};

export default defineRule({
  code: 'MC508',
  subject: 'session',
  stage: 'server',
  severity: 'error',
  check: (facts) =>
    sessionHit(facts, 'certificate-dates', 'ServerLocation', (step, observation) => ({
      ...certificateParams(observation.certificate),
      early:
        (step.outcome === 'rejected' && step.reason === 'certificate-not-yet-valid') ||
        (step.outcome === 'failed' && step.error === 'CERT_NOT_YET_VALID'),
      clock: observation.at,
      issuerExpired: expiredIssuer(observation),
    })),
  en: {
    title: "The server's certificate is outside its dates",
    why:
      'A certificate is valid from one date to another. Outside these dates nobody can be sure whose server this is, so nothing was said ' +
      'to it and no password was sent. Dataverse may refuse it in the same way. A test leaves the status in the records as it is.',
    message: (p) =>
      (p.early
        ? `The certificate of ${p.server} is valid only from ${p.validFrom === undefined ? 'a later date' : momentWords(p.validFrom)}; our clock says ${momentWords(p.clock)}.`
        : p.issuerExpired === undefined
          ? `The certificate of ${p.server} expired${p.validTo === undefined ? '' : ` on ${momentWords(p.validTo)}`}; our clock says ${momentWords(p.clock)}.`
          : `In the chain of ${p.server} the certificate "${p.issuerExpired.subject}" expired on ${momentWords(p.issuerExpired.validTo)}; our clock says ${momentWords(p.clock)}.`) +
      certificateFacts(p, 'en'),
    fix: (p) => [
      ...ofServer(p, {
        who: 'mail-server-administrator',
        do: `${p.issuerExpired === undefined ? `${p.early ? 'Replace' : 'Renew'} the certificate of ${p.host}${p.issuer === undefined ? '' : ` (issued by ${p.issuer})`}` : `Have the certificate authority give you the current certificate of "${p.issuerExpired.subject}"`}, install it for this port too, and restart the mail service: many servers read it only then.`,
      }),
      {
        who: 'mailcheck-user',
        do: `If ${momentWords(p.clock)} is not the right time, set the clock of the machine that runs mailcheck.`,
      },
      lookAgain(p, 'en'),
    ],
  },
  ja: {
    title: 'サーバー証明書が有効期間外です',
    why:
      '証明書には有効期間があり、それを外れると相手が本物か確かめられません。そのため何も送らずに打ち切りました。パスワードも送っていません。' +
      'Dataverseからも同じように拒否される可能性があります。テストしても設定ファイルの状態は変わりません。',
    message: (p) =>
      (p.early
        ? `${p.server} の証明書は ${p.validFrom === undefined ? '後日' : momentWords(p.validFrom)} から有効です。こちらの時計は ${momentWords(p.clock)} です。`
        : p.issuerExpired === undefined
          ? `${p.server} の証明書は${p.validTo === undefined ? '' : ` ${momentWords(p.validTo)} に`}期限が切れています。こちらの時計は ${momentWords(p.clock)} です。`
          : `${p.server} の証明書チェーンの「${p.issuerExpired.subject}」が ${momentWords(p.issuerExpired.validTo)} に期限切れになっています。こちらの時計は ${momentWords(p.clock)} です。`) +
      certificateFacts(p, 'ja'),
    fix: (p) => [
      ...ofServer(p, {
        who: 'mail-server-administrator',
        do: `${p.issuerExpired === undefined ? `${p.host} の証明書${p.issuer === undefined ? '' : `(発行者 ${p.issuer})`}を${p.early ? '有効なものに替え' : '更新し'}` : `認証局から「${p.issuerExpired.subject}」の新しい証明書を入手し`}、このポートにも設定してメールサービスを再起動する。再起動するまで読み直さないサーバーが多い。`,
      }),
      {
        who: 'mailcheck-user',
        do: `${momentWords(p.clock)} が正しい時刻でなければ、mailcheckを実行しているマシンの時計を合わせる。`,
      },
      lookAgain(p, 'ja'),
    ],
  },
  sources: [
    'RFC 5280 §4.1.2.5',
    'RFC 8314 §4.1',
    'https://nodejs.org/api/tls.html#x509-certificate-error-codes',
  ],
  examples: {
    bad: [
      {
        session: sessionThat(
          { tls: { outcome: 'rejected', reason: 'certificate-expired' } },
          { certificate },
        ),
      },
      {
        session: sessionThat(
          { tls: { outcome: 'rejected', reason: 'certificate-not-yet-valid' } },
          { certificate: { ...certificate, validFrom: '2026-12-01T00:00:00.000Z' } },
        ),
      },
      { session: sessionThat({ tls: { outcome: 'rejected', reason: 'certificate-expired' } }) },
      {
        session: sessionThat(
          { tls: { outcome: 'rejected', reason: 'certificate-expired' } },
          {
            certificate: {
              ...certificate,
              validTo: '2027-08-30T00:00:00.000Z',
              chain: [
                {
                  subject: certificate.subject,
                  issuer: certificate.issuer,
                  validTo: '2027-08-30T00:00:00.000Z',
                },
                { subject: certificate.issuer, issuer: 'CN=Root', validTo: '2026-09-01T00:00:00.000Z' },
              ],
            },
          },
        ),
      },
    ],
    good: [
      {
        session: sessionThat(
          { tls: { outcome: 'ok' } },
          { certificate: { ...certificate, validTo: '2027-08-30T00:00:00.000Z' } },
        ),
      },
    ],
  },
});

/** The server's own certificate is in order, and one that stands behind it is not. */
function expiredIssuer({ at, certificate }: Observation): CertificateLink | undefined {
  const isPast = (moment: string): boolean => Date.parse(moment) < Date.parse(at);
  if (certificate === undefined || isPast(certificate.validTo)) return undefined;
  return certificate.chain?.slice(1).find(({ validTo }) => isPast(validTo));
}
