// MC511: both sides want TLS and could not agree on it.

import { isMicrosofts } from './graph-address.ts';
import { defineRule, type FixStep, type Language } from './rule.ts';
import { sessionThat } from './session-example.ts';
import { sessionHit } from './session-hit.ts';
import { knownSteps } from './known-reply-words.ts';
import { lookAgain } from './session-fix.ts';
import { said, tlsVersionWords } from './session-words.ts';

export default defineRule({
  code: 'MC511',
  subject: 'session',
  stage: 'server',
  severity: 'error',
  check: (facts) =>
    sessionHit(facts, 'tls-failed', 'Tls', (step, { serverTlsVersion }) => ({
      serverVersion: serverTlsVersion === undefined ? undefined : tlsVersionWords(serverTlsVersion),
      tooOld: step.outcome === 'failed' && tooOld.test(step.error),
      error: step.outcome === 'failed' ? step.error : undefined,
      detail: step.outcome === 'failed' && step.message !== step.error ? step.message : undefined,
    })),
  en: {
    title: 'TLS could not be established',
    why:
      'The server takes part in TLS, but the handshake ended without result: mostly an old protocol version (TLS 1.1 and older are ' +
      'not accepted), no cipher in common, a key that is too short, or a server without a usable certificate. No password was sent.',
    message: (p) =>
      p.serverVersion !== undefined
        ? `${p.server} has ${p.serverVersion} at most; TLS 1.2 or newer is needed.`
        : p.words !== undefined
          ? `${p.server} refused to start TLS.${said(p, 'en')}`
          : p.tooOld
            ? `${p.server} has no TLS version from 1.2 on${quotedError(p)}.`
            : `The TLS handshake with ${p.server} failed${quotedError(p)}.${said(p, 'en')}`,
    fix: (p) => [
      ...((isMicrosofts(p) ? onTheWay(p.server, 'en') : knownSteps(p, 'en')) ?? [
        {
          who: 'mail-server-administrator',
          do: `On ${p.host}: allow TLS 1.2 and 1.3 with current ciphers, and see in the server's log why it ended the handshake on port ${p.port} (certificate and key readable, not too short).`,
        },
        {
          who: 'network-administrator',
          do: 'If the server is in order: look for a firewall or proxy that inspects TLS on the way.',
        },
      ]),
      lookAgain(p, 'en'),
    ],
  },
  ja: {
    title: 'TLSを確立できません',
    why:
      'サーバーはTLSに応じますが、ハンドシェイクが途中で終わりました。多くは古いTLS(1.1以前は受け付けません)、共通の暗号がない、鍵が短い、' +
      'サーバーに使える証明書がない、のいずれかです。パスワードは送っていません。',
    message: (p) =>
      p.serverVersion !== undefined
        ? `${p.server} が対応しているのは ${p.serverVersion} までです。TLS 1.2 以降が必要です。`
        : p.words !== undefined
          ? `${p.server} がTLSの開始を拒否しました。${said(p, 'ja')}`
          : p.tooOld
            ? `${p.server} は TLS 1.2 以降に対応していません${quotedError(p)}。`
            : `${p.server} とのTLSハンドシェイクに失敗しました${quotedError(p)}。${said(p, 'ja')}`,
    fix: (p) => [
      ...((isMicrosofts(p) ? onTheWay(p.server, 'ja') : knownSteps(p, 'ja')) ?? [
        {
          who: 'mail-server-administrator',
          do: `${p.host} で TLS 1.2 と 1.3、現行の暗号を有効にする。${p.port} 番でハンドシェイクを終えた理由をサーバーのログで調べる(証明書と鍵が読めるか、鍵が短くないか)。`,
        },
        {
          who: 'network-administrator',
          do: 'サーバーに問題がなければ、途中でTLSを検査するファイアウォールやプロキシがないか調べる。',
        },
      ]),
      lookAgain(p, 'ja'),
    ],
  },
  sources: ['RFC 8996', 'RFC 8446 §6.2', 'RFC 3207 §4'],
  examples: {
    bad: [
      {
        session: sessionThat({
          tls: {
            outcome: 'failed',
            error: 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION',
            message: 'tlsv1 alert protocol version',
          },
        }),
      },
      {
        session: sessionThat(
          {
            tls: {
              outcome: 'failed',
              error: 'ERR_SSL_UNSUPPORTED_PROTOCOL',
              message: 'unsupported protocol',
            },
          },
          { serverTlsVersion: 'TLSv1' },
        ),
      },
      {
        session: sessionThat({
          tls: {
            outcome: 'refused',
            reply: { code: '454', enhanced: '4.7.0', text: 'TLS not available due to local problem' },
          },
        }),
      },
    ],
    good: [{ session: sessionThat({ tls: { outcome: 'ok' } }) }],
  },
});

/** OpenSSL's: the server's hello has an older version, or it answered ours with the alert of RFC 8446 §6.2. */
const tooOld = /^ERR_SSL_(?:UNSUPPORTED_PROTOCOL|TLSV1_ALERT_PROTOCOL_VERSION)$/;

/** Microsoft's own servers have current TLS; what ends the handshake stands before them. */
function onTheWay(server: string, language: Language): FixStep[] {
  return [
    {
      who: 'network-administrator',
      do:
        language === 'en'
          ? `Look for a firewall or proxy that inspects TLS between this machine and ${server}, and except this address from it.`
          : `このマシンと ${server} の間でTLSを検査するファイアウォールやプロキシを探し、このアドレスを検査の対象から外す。`,
    },
  ];
}

function quotedError({ error, detail }: { error: string | undefined; detail: string | undefined }): string {
  if (error === undefined) return '';
  return ` (${error}${detail === undefined ? '' : `: ${detail}`})`;
}
