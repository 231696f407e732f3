// Knows the channel binding "tls-server-end-point" (RFC 5929 §4): a hash of the server's certificate that ties a login to this
// TLS connection. Windows' Extended Protection asks for it, and refuses a right password without it. May not verify anything.

import { createHash } from 'node:crypto';

/** The hash that the certificate itself was signed with; SHA-256 in place of MD5 and SHA-1 (§4.1). By object identifier. */
const hashes = new Map([
  ['2a864886f70d010104', 'sha256'], // md5WithRSAEncryption
  ['2a864886f70d010105', 'sha256'], // sha1WithRSAEncryption
  ['2a864886f70d01010b', 'sha256'], // sha256WithRSAEncryption
  ['2a864886f70d01010c', 'sha384'],
  ['2a864886f70d01010d', 'sha512'],
  ['2a8648ce3d0401', 'sha256'], // ecdsa-with-SHA1
  ['2a8648ce3d040302', 'sha256'], // ecdsa-with-SHA256
  ['2a8648ce3d040303', 'sha384'],
  ['2a8648ce3d040304', 'sha512'],
]);

/** Of the certificate's DER; undefined where its signature has no one hash: then the login goes without a binding. */
export function serverEndPoint(certificate: Buffer): Buffer | undefined {
  // Certificate ::= SEQUENCE { tbsCertificate SEQUENCE, signatureAlgorithm SEQUENCE { OBJECT IDENTIFIER … } … } (RFC 5280 §4.1)
  const whole = elementAt(certificate, 0);
  const signed = whole && elementAt(certificate, whole.from);
  const algorithm = signed && elementAt(certificate, signed.to);
  const identifier = algorithm && elementAt(certificate, algorithm.from);
  if (identifier === undefined) return undefined;
  const hash = hashes.get(certificate.toString('hex', identifier.from, identifier.to));
  return hash === undefined ? undefined : createHash(hash).update(certificate).digest();
}

/** Where the contents of the DER element at this place begin and end (X.690 §8.1.3). */
function elementAt(bytes: Buffer, at: number): { from: number; to: number } | undefined {
  const first = bytes[at + 1];
  if (first === undefined) return undefined;
  const more = first < 0x80 ? 0 : first & 0x7f;
  if (more > 4 || at + 2 + more > bytes.length) return undefined;
  const length = more === 0 ? first : bytes.readUIntBE(at + 2, more);
  const from = at + 2 + more;
  return from + length > bytes.length ? undefined : { from, to: from + length };
}
