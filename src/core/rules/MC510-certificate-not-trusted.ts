// MC510: the certificate's chain does not lead to an authority that is trusted here.

import type { RejectionReason } from '../mail/step.ts';
import { isMicrosofts, ofServer } from './graph-address.ts';
import { defineRule } from './rule.ts';
import { sessionThat } from './session-example.ts';
import { certificateFacts, certificateParams, type CertificateParams } from './certificate-words.ts';
import { sessionHit } from './session-hit.ts';
import { lookAgain } from './session-fix.ts';

const certificate = {
  subject: 'CN=smtp.example.com',
  names: ['smtp.example.com'],
  issuer: 'CN=Example Mail CA',
  validFrom: '2026-11-01T00:00:00.000Z',
  validTo: '2027-01-30T00:00:00.000Z',
  fingerprint256: '',
};

/** Issuers of programs and devices that open TLS on its way and close it again with a certificate of their own. */
const interceptors =
  /avast|\bavg\b|kaspersky|\beset\b|bitdefender|fortinet|fortigate|zscaler|netskope|sophos|mcafee|blue ?coat|palo alto|check ?point|cisco umbrella|trend micro|i-filter|watchguard|mitmproxy/i;

export default defineRule({
  code: 'MC510',
  subject: 'session',
  stage: 'server',
  severity: 'error',
  check: (facts) =>
    sessionHit(facts, 'certificate-untrusted', 'ServerLocation', (step, observation) => {
      const shown = certificateParams(observation.certificate);
      const { issuer, subject, missingIssuer } = shown;
      // Microsoft's own certificate is trusted everywhere: another one is somebody's on the way.
      const intercepted =
        interceptors.test(`${issuer} ${subject} ${missingIssuer}`) || isMicrosofts(observation);
      return { ...shown, kind: kindOf(step, shown), intercepted };
    }),
  en: {
    title: "The server's certificate is not trusted",
    why:
      'The certificate is self-signed, its issuer is no authority known here, or an intermediate certificate is missing. Nobody can ' +
      'be sure whose server this is, so no password was sent. Dataverse online may know public authorities only.',
    message: (p) =>
      `The certificate of ${p.server} ${kindWords.en[p.kind]}${p.issuer === undefined ? '' : ` (issuer: ${p.issuer})`}${p.intercepted ? '; it looks like one of a virus scanner or proxy on the way' : ''}.${certificateFacts(p, 'en')}`,
    fix: (p) => [
      ...(p.intercepted
        ? [
            {
              who: 'network-administrator' as const,
              do: `Take ${p.server} out of the TLS inspection of the virus scanner or proxy (${p.issuer ?? 'see the issuer'}), or run mailcheck elsewhere: Dataverse does not pass through it.`,
            },
          ]
        : []),
      ...ofServer(p, {
        who: 'mail-server-administrator',
        do: `Install a certificate of a public authority for ${p.host}, together with its intermediate certificates${p.missingIssuer === undefined ? '' : `; missing now: "${p.missingIssuer}"`}. The server has to send the whole chain.`,
      }),
      {
        who: 'mailcheck-user',
        do: 'If the authority is your own and you have its certificate from a safe place: add --ca-file FILE (PEM), or set NODE_EXTRA_CA_CERTS=FILE. Dataverse online may refuse the server all the same.',
      },
      lookAgain(p, 'en'),
    ],
  },
  ja: {
    title: 'サーバー証明書を信頼できません',
    why:
      '自己署名の証明書か、発行者がここで知られた認証局ではないか、中間証明書が足りません。相手が本物か確かめられないため、パスワードは送っていません。' +
      'オンラインのDataverseは公開の認証局しか信頼しない可能性があります。',
    message: (p) =>
      `${p.server} の証明書は${kindWords.ja[p.kind]}${p.issuer === undefined ? '' : `(発行者: ${p.issuer})`}。${p.intercepted ? '途中のウイルス対策ソフトかプロキシの証明書のようです。' : ''}${certificateFacts(p, 'ja')}`,
    fix: (p) => [
      ...(p.intercepted
        ? [
            {
              who: 'network-administrator' as const,
              do: `ウイルス対策ソフトやプロキシ(発行者 ${p.issuer ?? '不明'})のTLS検査から ${p.server} を外す。または別の場所でmailcheckを実行する。Dataverseはこの経路を通らない。`,
            },
          ]
        : []),
      ...ofServer(p, {
        who: 'mail-server-administrator',
        do: `${p.host} に、公開の認証局が発行した証明書を中間証明書とあわせて設定する${p.missingIssuer === undefined ? '' : `(今足りないのは「${p.missingIssuer}」)`}。中間証明書もサーバーから送る必要がある。`,
      }),
      {
        who: 'mailcheck-user',
        do: '自社の認証局で、その証明書を安全に入手できる場合: --ca-file ファイル(PEM形式)を付けるか、環境変数 NODE_EXTRA_CA_CERTS にファイルを設定する。それでもオンラインのDataverseからは拒否されることがある。',
      },
      lookAgain(p, 'ja'),
    ],
  },
  sources: [
    'RFC 5280 §6',
    'https://nodejs.org/api/tls.html#x509-certificate-error-codes',
    'https://nodejs.org/api/cli.html#node_extra_ca_certsfile',
  ],
  examples: {
    bad: [
      {
        session: sessionThat(
          { tls: { outcome: 'rejected', reason: 'certificate-untrusted' } },
          { certificate },
        ),
      },
      {
        session: sessionThat(
          { tls: { outcome: 'rejected', reason: 'certificate-self-signed' } },
          { certificate: { ...certificate, issuer: 'CN=smtp.example.com' } },
        ),
      },
      {
        session: sessionThat(
          { tls: { outcome: 'rejected', reason: 'certificate-untrusted' } },
          { certificate: { ...certificate, issuer: 'CN=Avast Web/Mail Shield Root' } },
        ),
      },
      { session: sessionThat({ tls: { outcome: 'rejected', reason: 'certificate-invalid' } }) },
      {
        session: sessionThat(
          { tls: { outcome: 'rejected', reason: 'certificate-untrusted' } },
          {
            certificate: {
              ...certificate,
              chain: [
                { subject: certificate.subject, issuer: certificate.issuer, validTo: certificate.validTo },
              ],
              missingIssuer: certificate.issuer,
            },
          },
        ),
      },
      {
        session: sessionThat(
          { tls: { outcome: 'rejected', reason: 'certificate-untrusted' } },
          { protocol: 'graph', certificate: { ...certificate, issuer: 'CN=Contoso Gateway' } },
        ),
      },
    ],
    good: [{ session: sessionThat({ tls: { outcome: 'ok' } }, { certificate }) }],
  },
});

type Kind = 'self-signed' | 'self-signed-root' | 'missing-link' | 'unknown-authority' | 'invalid';

const kinds: Partial<Record<RejectionReason, Kind>> = {
  'certificate-self-signed': 'self-signed',
  'certificate-untrusted': 'unknown-authority',
};

/** The reason alone says little; the chain, where it was seen, says which link it is. */
function kindOf(
  step: { outcome: string; reason?: RejectionReason; error?: string },
  { chain, endsInSelf, missingIssuer }: CertificateParams,
): Kind {
  const kind = kindOfReason(step);
  if (kind === 'invalid') return kind;
  if (missingIssuer !== undefined) return 'missing-link';
  return endsInSelf && chain.length > 1 ? 'self-signed-root' : kind;
}

function kindOfReason({ reason, error }: { reason?: RejectionReason; error?: string }): Kind {
  if (reason !== undefined) return kinds[reason] ?? 'invalid';
  if (error?.includes('SELF_SIGNED') === true) return 'self-signed';
  return error?.startsWith('UNABLE_TO') === true ? 'unknown-authority' : 'invalid';
}

const kindWords: Record<'en' | 'ja', Record<Kind, string>> = {
  en: {
    'self-signed': 'is self-signed or leads to a self-signed root',
    'self-signed-root': 'leads to a self-signed root that is not known here',
    'missing-link': 'comes without a link of its chain, or is from an authority that is not known here',
    'unknown-authority':
      'is from an authority that is not known here, or comes without its intermediate certificate',
    invalid: 'does not pass verification',
  },
  ja: {
    'self-signed': '自己署名か、自己署名のルートに行き着きます',
    'self-signed-root': 'ここで知られていない自己署名のルートに行き着きます',
    'missing-link': 'チェーンの一部が届いていないか、発行者がここで知られた認証局ではありません',
    'unknown-authority': '発行者が知られた認証局ではないか、中間証明書が欠けています',
    invalid: '検証を通りません',
  },
};
