// MC582: the server's certificate is valid, and ends so soon that its renewal was probably forgotten.

import type { Observation } from '../mail/evidence.ts';
import { stepOf } from '../mail/evidence.ts';
import { certificateFacts, certificateParams } from './certificate-words.ts';
import { isMicrosofts } from './graph-address.ts';
import { defineRule } from './rule.ts';
import { sessionThat } from './session-example.ts';
import { lookAgain } from './session-fix.ts';
import { paramsOf } from './session-hit.ts';
import { momentWords } from './session-words.ts';

const day = 86_400_000;
/** Certificates of 90 days are renewed about 30 days before their end. */
const soon = 14 * day;
/** Short-lived certificates (at most 7 days) are renewed a few days before theirs. */
const shortLife = 7 * day;
const soonOfShortLife = 2 * day;

export default defineRule({
  code: 'MC582',
  subject: 'session',
  stage: 'server',
  severity: 'warning',
  check: (facts) => {
    const { observation, observations, profile } = facts;
    const { certificate, host, port, direction } = observation;
    const left = timeLeft(observation);
    if (left === undefined || isMicrosofts(observation)) return [];
    // Said once a port, not once a mailbox.
    const first = observations.find(
      (one) => one.host === host && one.port === port && timeLeft(one) !== undefined,
    );
    if (first !== undefined && first !== observation) return [];
    return [
      {
        params: {
          ...paramsOf(facts, 'tls'),
          ...certificateParams(certificate),
          end: certificate?.validTo ?? '',
          daysLeft: Math.floor(left / day),
        },
        where: profile?.where([`${direction}ServerLocation`]),
      },
    ];
  },
  en: {
    title: "The server's certificate ends soon",
    why:
      'A certificate is valid up to a date. After it nobody can be sure whose server this is: the connection is refused, and all mail ' +
      'over this server stops at once. Certificates are renewed weeks before; this close to the end the renewal was forgotten or ' +
      'has failed, or the mail service has not read the new one yet.',
    message: (p) =>
      `The certificate of ${p.server} expires on ${momentWords(p.end)} (${p.daysLeft} ${p.daysLeft === 1 ? 'day' : 'days'} left).${certificateFacts(p, 'en')}`,
    fix: (p) => [
      {
        who: 'mail-server-administrator',
        do: `Renew the certificate of ${p.host}${p.issuer === undefined ? '' : ` (issued by ${p.issuer})`}, install it for this port too, and restart the mail service: many servers read it only then. Where a program renews it, see that the program runs.`,
      },
      lookAgain(p, 'en'),
    ],
  },
  ja: {
    title: 'サーバー証明書の有効期限が近づいています',
    why:
      '証明書には有効期限があり、それを過ぎると相手が本物か確かめられません。接続が拒否され、このサーバーを通るメールがすべて止まります。' +
      '証明書は通常、期限の数週間前に更新します。ここまで近づいているのは、更新を忘れたか、更新に失敗したか、メールサービスが新しい証明書をまだ読み込んでいないためです。',
    message: (p) =>
      `${p.server} の証明書は ${momentWords(p.end)} に期限が切れます(残り${p.daysLeft}日)。${certificateFacts(p, 'ja')}`,
    fix: (p) => [
      {
        who: 'mail-server-administrator',
        do: `${p.host} の証明書${p.issuer === undefined ? '' : `(発行者 ${p.issuer})`}を更新し、このポートにも設定してメールサービスを再起動する。再起動するまで読み直さないサーバーが多い。自動更新の場合は、更新プログラムが動いているか確かめる。`,
      },
      lookAgain(p, 'ja'),
    ],
  },
  sources: [
    'RFC 5280 §4.1.2.5',
    'https://letsencrypt.org/docs/faq/',
    'https://cabforum.org/working-groups/server/baseline-requirements/',
  ],
  examples: {
    bad: [
      { session: validUntil('2026-11-30T00:00:00.000Z') },
      { session: validUntil('2026-11-22T20:00:00.000Z', '2026-11-21T20:00:00.000Z') },
    ],
    good: [
      { session: validUntil('2027-02-01T00:00:00.000Z') },
      // Short-lived, and not due yet.
      { session: validUntil('2026-11-26T00:00:00.000Z', '2026-11-20T00:00:00.000Z') },
    ],
  },
});

/** Undefined: not soon, or nothing to be said of it: a certificate that was refused has a finding of its own. */
function timeLeft(seen: Observation): number | undefined {
  if (seen.certificate === undefined || stepOf(seen, 'tls')?.outcome !== 'ok') return undefined;
  const [from, to, now] = [seen.certificate.validFrom, seen.certificate.validTo, seen.at].map(Date.parse);
  if (from === undefined || to === undefined || now === undefined) return undefined;
  const left = to - now;
  return left >= 0 && left <= (to - from <= shortLife ? soonOfShortLife : soon) ? left : undefined;
}

function validUntil(validTo: string, validFrom = '2026-09-01T00:00:00.000Z'): Observation {
  const certificate = {
    subject: 'CN=smtp.example.com',
    names: ['smtp.example.com'],
    issuer: "CN=R11, O=Let's Encrypt",
    validFrom,
    validTo,
    fingerprint256: '',
  };
  return sessionThat({}, { certificate });
}
