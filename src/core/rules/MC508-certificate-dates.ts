// MC508: the server's certificate is not valid at this time, or our clock is wrong.

import { ofServer } from './graph-address.ts';
import { defineRule } from './rule.ts';
import { sessionThat } from './example.ts';
import { certificateParams, sessionHit } from './session-hit.ts';
import { lookAgain, momentWords } from './session-words.ts';

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
    })),
  en: {
    title: "The server's certificate is outside its dates",
    why:
      'A certificate is valid from one date to another. Outside these dates nobody can be sure whose server this is, so nothing was said ' +
      'to it and no password was sent. Dataverse may refuse it in the same way. The status in the record is not changed.',
    message: ({ server, early, validFrom, validTo, clock }) =>
      early
        ? `The certificate of ${server} is valid only from ${validFrom === undefined ? 'a later date' : momentWords(validFrom)}; our clock says ${momentWords(clock)}.`
        : `The certificate of ${server} expired${validTo === undefined ? '' : ` on ${momentWords(validTo)}`}; our clock says ${momentWords(clock)}.`,
    fix: (p) => [
      ...ofServer(p, {
        who: 'mail-server-administrator',
        do: `${p.early ? 'Replace' : 'Renew'} the certificate of ${p.host}${p.issuer === undefined ? '' : ` (issued by ${p.issuer})`}, install it for this port too, and restart the mail service: many servers read it only then.`,
      }),
      {
        who: 'records-keeper',
        do: `If ${momentWords(p.clock)} is not the right time, set the clock of the machine that runs mailcheck.`,
      },
      lookAgain(p, 'en'),
    ],
  },
  ja: {
    title: 'サーバー証明書が有効期間外です',
    why:
      '証明書には有効期間があり、それを外れると相手が本物か確かめられません。そのため何も送らずに打ち切りました。パスワードも送っていません。' +
      'Dataverseからも同じように拒否される可能性があります。設定ファイルの状態は変更していません。',
    message: ({ server, early, validFrom, validTo, clock }) =>
      early
        ? `${server} の証明書は ${validFrom === undefined ? '後日' : momentWords(validFrom)} から有効です。こちらの時計は ${momentWords(clock)} です。`
        : `${server} の証明書は${validTo === undefined ? '' : ` ${momentWords(validTo)} に`}期限が切れています。こちらの時計は ${momentWords(clock)} です。`,
    fix: (p) => [
      ...ofServer(p, {
        who: 'mail-server-administrator',
        do: `${p.host} の証明書${p.issuer === undefined ? '' : `(発行者 ${p.issuer})`}を${p.early ? '有効なものに替え' : '更新し'}、このポートにも設定してメールサービスを再起動する。再起動するまで読み直さないサーバーが多い。`,
      }),
      {
        who: 'records-keeper',
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
