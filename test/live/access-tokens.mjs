// Knows how to make the access tokens that the test servers take: JSON Web Tokens (RFC 7519) signed with a key that
// Dovecot finds in a folder (oauth2 passdb, introspection_mode = local). May not know who logs in with them.
// Plain JavaScript, as servers.mjs; access-tokens.d.mts has the types.

import { createHmac, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export const issuer = 'https://login.example.com/';
/** What the servers want of every token. */
export const scope = 'mail';
const keyId = 'first';

/** Makes one key for each algorithm and writes what Dovecot needs to check a signature: <azp>/<algorithm>/<key id>. */
export async function makeTokenKeys(folder) {
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const curve = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const secret = randomBytes(32);
  const pem = ({ publicKey }) => publicKey.export({ type: 'spki', format: 'pem' });
  const files = { HS256: secret.toString('base64'), RS256: pem(rsa), ES256: pem(curve) };
  for (const [algorithm, text] of Object.entries(files)) {
    await mkdir(join(folder, 'default', algorithm), { recursive: true });
    await writeFile(join(folder, 'default', algorithm, keyId), text);
  }
  return { HS256: secret, RS256: rsa.privateKey, ES256: curve.privateKey };
}

/** A token for `address`, good for an hour; `claims` change it, and `padding` makes it so many octets longer. */
export function accessToken(keys, address, { algorithm = 'RS256', claims = {}, padding = 0 } = {}) {
  const now = Math.floor(Date.now() / 1000);
  const body = {
    iss: issuer,
    sub: address,
    email: address,
    scope,
    iat: now - 60,
    nbf: now - 60,
    exp: now + 3600,
    ...claims,
    ...(padding === 0 ? {} : { groups: randomBytes(Math.ceil((padding * 9) / 16)).toString('base64url') }),
  };
  const signed = [{ alg: algorithm, typ: 'JWT', kid: keyId }, body]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  return `${signed}.${signature(keys, algorithm, signed).toString('base64url')}`;
}

function signature(keys, algorithm, text) {
  if (algorithm === 'HS256') return createHmac('sha256', keys.HS256).update(text).digest();
  // RFC 7518 §3.4: the two numbers of an ECDSA signature one after the other, not in ASN.1.
  return sign('sha256', Buffer.from(text), { key: keys[algorithm], dsaEncoding: 'ieee-p1363' });
}
