// Knows the codes with which Node and OpenSSL report a TLS handshake that failed (https://nodejs.org/api/errors.html,
// RFC 8446 §6.2 for alerts). Data only.

import { network, rowsWith, server, system, useTls } from './fixes.ts';

export const tlsRows = rowsWith({}, [
  {
    id: 'tls-to-clear-text-port',
    codes: [
      'ERR_SSL_WRONG_VERSION_NUMBER',
      'ERR_SSL_PACKET_LENGTH_TOO_LONG',
      'ERR_SSL_HTTP_REQUEST',
      'ERR_SSL_UNKNOWN_PROTOCOL',
      'ERR_SSL_RECORD_LAYER_FAILURE',
    ],
    class: 'configuration',
    acts: 'us',
    cause: {
      en: 'TLS was spoken to a port that begins in clear text (or a proxy answered): the TLS setting does not fit the port.',
      ja: '平文で始まるポートにTLSで話しかけました(またはプロキシが応答しました)。TLSの設定がポートと合っていません。',
    },
    fix: [
      system(
        'In the server profile use a port with TLS from the first byte (SMTP 465, POP3 995, IMAP 993), or one with STARTTLS (SMTP 587) and that setting.',
        'サーバー プロファイルで、最初からTLSのポート(SMTPは465、POP3は995、IMAPは993)にするか、STARTTLSのポート(SMTPは587)とその設定にする。',
      ),
    ],
    example: 'error:0A00010B:SSL routines:ssl3_get_record:wrong version number',
  },
  {
    id: 'tls-version-too-old',
    codes: [
      'ERR_SSL_UNSUPPORTED_PROTOCOL',
      'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION',
      'ERR_SSL_NO_PROTOCOLS_AVAILABLE',
      'ERR_SSL_VERSION_TOO_LOW',
    ],
    class: 'network',
    acts: 'mail-administrator',
    cause: {
      en: 'The two sides have no TLS version in common; usually the server speaks TLS 1.1 or older only (RFC 8996).',
      ja: '双方に共通するTLSのバージョンがありません。多くはサーバーがTLS 1.1以前しか話せません(RFC 8996)。',
    },
    fix: [server('Switch on TLS 1.2 and 1.3 on {host}.', '{host} でTLS 1.2と1.3を有効にする。')],
    example: 'error:0A00042E:SSL routines:ssl3_read_bytes:tlsv1 alert protocol version',
  },
  {
    id: 'tls-no-common-cipher',
    codes: [
      'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE',
      'ERR_SSL_NO_SHARED_CIPHER',
      'ERR_SSL_NO_CIPHERS_AVAILABLE',
    ],
    class: 'network',
    acts: 'mail-administrator',
    cause: {
      en: 'The server ended the handshake: no cipher in common, or it demands a certificate of the client.',
      ja: 'サーバーがハンドシェイクを打ち切りました。共通の暗号がないか、クライアント証明書を求めています。',
    },
    fix: [
      server(
        'Allow current ciphers (RFC 9325 §4.2) on {host}, and do not demand client certificates on the ports for mail programs.',
        '{host} で現行の暗号(RFC 9325 §4.2)を有効にし、メールソフト用のポートではクライアント証明書を求めない。',
      ),
    ],
    example: 'error:0A000410:SSL routines:ssl3_read_bytes:sslv3 alert handshake failure',
  },
  {
    id: 'tls-key-too-weak',
    codes: [
      'ERR_SSL_DH_KEY_TOO_SMALL',
      'ERR_SSL_EE_KEY_TOO_SMALL',
      'ERR_SSL_CA_KEY_TOO_SMALL',
      'ERR_SSL_CA_MD_TOO_WEAK',
      'EE_KEY_TOO_SMALL',
      'CA_KEY_TOO_SMALL',
      'CA_MD_TOO_WEAK',
    ],
    class: 'network',
    acts: 'mail-administrator',
    cause: {
      en: "The server's key, its Diffie-Hellman parameters or its certificate's signature are weaker than is accepted today.",
      ja: 'サーバーの鍵、Diffie-Hellmanのパラメーター、証明書の署名のいずれかが、現在の基準より弱いものです。',
    },
    fix: [
      server(
        'Install a new key and certificate on {host} (RSA of 2048 bits or more, or ECDSA; SHA-256), with Diffie-Hellman parameters of 2048 bits.',
        '{host} に新しい鍵と証明書(2048ビット以上のRSAまたはECDSA、SHA-256)と、2048ビットのDiffie-Hellmanパラメーターを設定する。',
      ),
    ],
    example: 'error:0A00018A:SSL routines:tls_process_ske_dhe:dh key too small',
  },
  {
    id: 'tls-legacy-renegotiation',
    codes: ['ERR_SSL_UNSAFE_LEGACY_RENEGOTIATION_DISABLED'],
    class: 'network',
    acts: 'mail-administrator',
    cause: {
      en: 'The server, or a device before it, knows only the old, unsafe form of renegotiation (RFC 5746).',
      ja: 'サーバーまたは手前の機器が、古く危険な再ネゴシエーションしか使えません(RFC 5746)。',
    },
    fix: [
      server(
        'Update the TLS software of {host} or of the device before it.',
        '{host} または手前の機器のTLSソフトウェアを更新する。',
      ),
    ],
    example: 'error:0A000152:SSL routines:final_renegotiate:unsafe legacy renegotiation disabled',
  },
  {
    id: 'tls-server-fault',
    codes: ['ERR_SSL_TLSV1_ALERT_INTERNAL_ERROR'],
    class: 'network',
    acts: 'mail-administrator',
    cause: {
      en: 'The server reports an internal error in the handshake, often a key or certificate that it cannot read.',
      ja: 'サーバーがハンドシェイク中に内部エラーを報告しました。鍵や証明書を読めないことがよくあります。',
    },
    fix: [
      server(
        'See the log of {host} at the time of the handshake; check the files of key and certificate and their permissions.',
        'その時刻の {host} のログを調べ、鍵と証明書のファイルと権限を確かめる。',
      ),
    ],
    example: 'error:0A000438:SSL routines:ssl3_read_bytes:tlsv1 alert internal error',
  },
  {
    id: 'tls-name-not-known',
    codes: ['ERR_SSL_TLSV1_UNRECOGNIZED_NAME', 'ERR_SSL_TLSV1_ALERT_UNRECOGNIZED_NAME'],
    class: 'network',
    acts: 'us',
    cause: {
      en: 'The server does not know the host name it was called by (RFC 6066 §3).',
      ja: '呼び出されたホスト名を、サーバーが知りません(RFC 6066 §3)。',
    },
    fix: [
      system(
        'Write the name that the provider gives for mail programs into the server profile, not another name of the same address.',
        'サーバー プロファイルには、同じアドレスの別名ではなく、メール事業者がメールソフト向けに案内している名前を書く。',
      ),
    ],
    example: 'error:0A000458:SSL routines:ssl3_read_bytes:tlsv1 unrecognized name',
  },
  {
    id: 'tls-client-certificate-wanted',
    codes: [
      'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED',
      'ERR_SSL_TLSV1_ALERT_UNKNOWN_CA',
      'ERR_SSL_PEER_DID_NOT_RETURN_A_CERTIFICATE',
    ],
    class: 'network',
    acts: 'mail-administrator',
    cause: {
      en: 'The server demands a certificate of the client; Dataverse has none to show.',
      ja: 'サーバーがクライアント証明書を求めています。Dataverseは証明書を提示できません。',
    },
    fix: [
      server(
        'On {host} do not demand client certificates on the port that Dataverse uses.',
        '{host} で、Dataverseが使うポートではクライアント証明書を求めないようにする。',
      ),
    ],
    example: 'error:0A00045C:SSL routines:ssl3_read_bytes:tlsv13 alert certificate required',
  },
  {
    id: 'tls-handshake-stalls',
    codes: ['ERR_TLS_HANDSHAKE_TIMEOUT'],
    class: 'network',
    acts: 'network',
    cause: {
      en: 'The handshake stalled: large packets may be lost on the way (VPN, packet size), or a device inspects TLS.',
      ja: 'ハンドシェイクが止まりました。途中で大きなパケットが失われているか(VPN、パケットサイズ)、TLSを検査する機器がある可能性があります。',
    },
    fix: [
      network(
        'Look for a device that inspects TLS between here and {host}, and for lost packets (packet size over a VPN).',
        'ここから {host} までの間にTLSを検査する機器がないか、パケットが失われていないか(VPNのパケットサイズ)調べる。',
      ),
    ],
    example: 'ERR_TLS_HANDSHAKE_TIMEOUT: TLS handshake timeout',
  },
  {
    id: 'tls-protocol-error',
    codes: ['EPROTO'],
    class: 'network',
    acts: 'us',
    cause: {
      en: 'What came back was no TLS. Often the port begins in clear text.',
      ja: '返ってきたものがTLSではありません。平文で始まるポートのことがよくあります。',
    },
    fix: [useTls],
    example: 'write EPROTO',
  },
]);
