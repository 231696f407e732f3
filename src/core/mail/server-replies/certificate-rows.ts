// Knows the codes with which Node and OpenSSL report a certificate that cannot be trusted
// (https://nodejs.org/api/tls.html#x509-certificate-error-codes). Data only.

import { keeper, network, rowsWith, server, system } from './fixes.ts';

const publicCertificate = server(
  'Install a certificate of a public authority for {host}, together with its intermediate certificates.',
  '{host} に、公開の認証局が発行した証明書を中間証明書とあわせて設定する。',
);

export const certificateRows = rowsWith({ class: 'certificate' }, [
  {
    id: 'certificate-self-signed',
    codes: ['DEPTH_ZERO_SELF_SIGNED_CERT'],
    acts: 'mail-administrator',
    cause: {
      en: "The server's certificate is signed by itself; nobody can be sure whose server it is.",
      ja: 'サーバー証明書が自己署名です。相手が本物か確かめられません。',
    },
    fix: [publicCertificate],
    example: 'DEPTH_ZERO_SELF_SIGNED_CERT: self-signed certificate',
  },
  {
    id: 'certificate-private-root',
    codes: ['SELF_SIGNED_CERT_IN_CHAIN'],
    acts: 'mail-administrator',
    cause: {
      en: "The chain ends at a root that is not public: a company's own authority, or a virus scanner or proxy that opens TLS.",
      ja: '証明書の連鎖が公開されていないルートに行き着きます。自社の認証局か、TLSを開くウイルス対策ソフトやプロキシです。',
    },
    fix: [
      publicCertificate,
      network(
        'If a virus scanner or proxy opens TLS: take {host} out of its inspection.',
        'ウイルス対策ソフトやプロキシがTLSを開いている場合: {host} を検査の対象から外す。',
      ),
    ],
    example: 'SELF_SIGNED_CERT_IN_CHAIN: self-signed certificate in certificate chain',
  },
  {
    id: 'certificate-issuer-not-known-here',
    codes: ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY'],
    acts: 'us',
    cause: {
      en: "The certificate's authority is not known on this machine, or the server leaves an intermediate certificate out.",
      ja: '証明書の発行元の認証局をこのマシンが知らないか、サーバーが中間証明書を送っていません。',
    },
    fix: [
      publicCertificate,
      keeper(
        'If the authority is your own and you have its certificate from a safe place: set NODE_EXTRA_CA_CERTS=FILE (PEM). Dataverse online may refuse the server all the same.',
        '自社の認証局で、その証明書を安全に入手できる場合: 環境変数 NODE_EXTRA_CA_CERTS にファイル(PEM形式)を設定する。それでもオンラインのDataverseからは拒否されることがある。',
      ),
    ],
    example: 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY: unable to get local issuer certificate',
  },
  {
    id: 'certificate-intermediate-missing',
    codes: ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'UNABLE_TO_GET_ISSUER_CERT'],
    acts: 'mail-administrator',
    cause: {
      en: 'The server does not send the intermediate certificate that leads to a trusted root.',
      ja: '信頼されるルートへつながる中間証明書を、サーバーが送っていません。',
    },
    fix: [
      server(
        'Install the whole chain on {host}: the certificate and after it the intermediate ones (often called "fullchain").',
        '{host} に証明書の連鎖全体(証明書の後に中間証明書を続けたもの。fullchainと呼ばれることが多い)を設定する。',
      ),
    ],
    example: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE: unable to verify the first certificate',
  },
  {
    id: 'certificate-has-expired',
    codes: ['CERT_HAS_EXPIRED'],
    acts: 'mail-administrator',
    cause: {
      en: "The server's certificate has expired, or the clock of this machine is ahead.",
      ja: 'サーバー証明書の有効期限が切れているか、このマシンの時計が進んでいます。',
    },
    fix: [
      server(
        'Renew the certificate of {host} and reload the mail service.',
        '{host} の証明書を更新し、メールサービスに読み込ませる。',
      ),
    ],
    example: 'CERT_HAS_EXPIRED: certificate has expired',
  },
  {
    id: 'certificate-not-valid-yet',
    codes: ['CERT_NOT_YET_VALID'],
    acts: 'us',
    cause: {
      en: "The certificate's first day is in the future, or the clock of this machine is behind.",
      ja: '証明書の有効期間がまだ始まっていないか、このマシンの時計が遅れています。',
    },
    fix: [
      keeper(
        'Set the clock of this machine; look at the dates then.',
        'このマシンの時計を合わせてから、日付を見直す。',
      ),
    ],
    example: 'CERT_NOT_YET_VALID: certificate is not yet valid',
  },
  {
    id: 'certificate-revoked',
    codes: ['CERT_REVOKED'],
    acts: 'mail-administrator',
    cause: {
      en: "The certificate was revoked by its authority, mostly because its key got into others' hands.",
      ja: '証明書が認証局によって失効させられています。多くは鍵の漏えいによるものです。',
    },
    fix: [
      server(
        'Install a new certificate with a new key on {host}.',
        '{host} に、新しい鍵で発行された証明書を設定する。',
      ),
    ],
    example: 'CERT_REVOKED: certificate revoked',
  },
  {
    id: 'certificate-chain-not-allowed',
    codes: [
      'CERT_UNTRUSTED',
      'CERT_REJECTED',
      'INVALID_PURPOSE',
      'INVALID_CA',
      'PATH_LENGTH_EXCEEDED',
      'CERT_CHAIN_TOO_LONG',
      'CERT_SIGNATURE_FAILURE',
    ],
    acts: 'mail-administrator',
    cause: {
      en: 'A certificate of the chain may not be used in this way (not for servers, not for issuing, wrong signature).',
      ja: '連鎖の中に、この用途に使えない証明書があります(サーバー用でない、発行用でない、署名が正しくない)。',
    },
    fix: [publicCertificate],
    example: 'INVALID_PURPOSE: unsuitable certificate purpose',
  },
  {
    id: 'certificate-of-another-host',
    codes: ['ERR_TLS_CERT_ALTNAME_INVALID', 'HOSTNAME_MISMATCH'],
    acts: 'us',
    cause: {
      en: 'The certificate is for other names than the host that was called (an alias or an IP address in the profile, often).',
      ja: '証明書の名前が、接続したホスト名と違います(プロファイルに別名やIPアドレスを書いていることがよくあります)。',
    },
    fix: [
      system(
        'Write one of the names of the certificate into the server location of the profile, if the provider names that host.',
        '証明書にある名前が事業者の案内するホスト名なら、プロファイルの「サーバーの位置」をその名前にする。',
      ),
    ],
    example:
      "ERR_TLS_CERT_ALTNAME_INVALID: Hostname/IP does not match certificate's altnames: Host: mail.example.com.",
  },
]);
