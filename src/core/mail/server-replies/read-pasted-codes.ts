// Knows how the codes of Node, OpenSSL, nodemailer and imapflow are found in pasted text, and the sentences that stand for them.
// Pure text in, a seen reply out. May not say what it means.

import { replySources } from './index.ts';
import type { SeenReply } from './known-reply.ts';

const codesOf = (rows: readonly { codes?: readonly string[] }[]) => rows.flatMap(({ codes = [] }) => codes);
/** They only wrap what went wrong; any other code in the text says more. */
const wrapping = new Set(codesOf(replySources.nodemailer));
const known = new Set([
  ...codesOf(
    (['network', 'tls', 'certificate', 'imapflow'] as const).flatMap((source) => replySources[source]),
  ),
  ...wrapping,
]);

/** Node prints OpenSSL's reason, and makes its code of it (https://nodejs.org/api/errors.html#openssl-errors). */
const openSslReason = /\berror:[\dA-F]{6,10}:[\w ]{1,40}:[\w ]{0,60}:([a-z\d ]{4,80})/i;

/** Verification errors in words (https://nodejs.org/api/tls.html#x509-certificate-error-codes). */
const sentences: readonly (readonly [words: RegExp, code: string])[] = [
  [/self[- ]signed certificate in certificate chain/i, 'SELF_SIGNED_CERT_IN_CHAIN'],
  [/self[- ]signed certificate/i, 'DEPTH_ZERO_SELF_SIGNED_CERT'],
  [/unable to verify the first certificate/i, 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
  [/unable to get local issuer certificate/i, 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY'],
  [/certificate has expired/i, 'CERT_HAS_EXPIRED'],
  [/certificate is not yet valid/i, 'CERT_NOT_YET_VALID'],
  [/does not match certificate's altnames/i, 'ERR_TLS_CERT_ALTNAME_INVALID'],
  [/\bwrong version number\b/i, 'ERR_SSL_WRONG_VERSION_NUMBER'],
  [/\bpacket length too long\b/i, 'ERR_SSL_PACKET_LENGTH_TOO_LONG'],
  [/Client network socket disconnected before secure TLS connection/i, 'ECONNRESET'],
  [/connection closed unexpectedly/i, 'ECONNECTION'],
];

export function readLibraryCode(text: string): SeenReply | undefined {
  const reason = openSslReason.exec(text)?.[1]?.trim();
  const fromReason =
    reason === undefined ? undefined : `ERR_SSL_${reason.toUpperCase().replaceAll(/ +/g, '_')}`;
  const names = [...text.matchAll(/\b[A-Z][A-Za-z\d]*(?:_[A-Z\d]+)*\b/g)].map(([name]) => name);
  const code =
    fromReason ??
    names.find((name) => known.has(name) && !wrapping.has(name)) ??
    sentences.find(([words]) => words.test(text))?.[1] ??
    names.find((name) => wrapping.has(name)) ??
    names.find((name) => /^(?:ERR_[A-Z\d]+_[A-Z\d_]+|E[A-Z]{4,20}\d?|EAI_[A-Z]{4,12})$/.test(name));
  return code === undefined ? undefined : { reply: { code, text } };
}
