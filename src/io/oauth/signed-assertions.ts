// Knows the two JSON Web Tokens that we sign ourselves (RFC 7515, RFC 7519): a certificate's in place of a client secret, and
// a Google service account's in place of its user. node:crypto signs; a library would only add the frame.
// May not name a key's content in what it throws.

import { createHash, createPrivateKey, randomUUID, sign, constants, X509Certificate } from 'node:crypto';
import { SecretProblem } from '../probes/probe.ts';
import { jsonObject, text } from './token-response.ts';

/** Seconds. Long enough for a clock that is a little behind, short enough to be of no use to others. */
const assertionLifetime = 600;
/** Google's own maximum, and what its examples use. */
const serviceAccountLifetime = 3_600;

type About = {
  /** Names the reference, for a SecretProblem. */
  reference: string;
  /** The token endpoint, which is whom the assertion is for. */
  audience: string;
  /** Milliseconds since the epoch. */
  now: number;
};

/**
 * RFC 7523 §2.2, as https://learn.microsoft.com/entra/identity-platform/certificate-credentials wants it: PS256 and the
 * certificate's SHA-256 thumbprint.
 */
export function clientAssertion(pem: string, clientId: string, { reference, audience, now }: About): string {
  const wrong = (because: string) => new SecretProblem('secret-missing', `${reference} (${because})`);
  const certificate = attempt(() => new X509Certificate(pem));
  if (certificate === undefined) throw wrong('no certificate in PEM form');
  if (/-----BEGIN ENCRYPTED PRIVATE KEY-----|Proc-Type: 4,ENCRYPTED/.test(pem))
    throw wrong('its private key is encrypted');
  const key = attempt(() => createPrivateKey(pem));
  if (key === undefined) throw wrong('no private key in PEM form beside the certificate');
  if (key.asymmetricKeyType !== 'rsa') throw wrong('its private key is no RSA key');
  if (!certificate.checkPrivateKey(key)) throw wrong('its private key belongs to another certificate');
  const seconds = Math.floor(now / 1_000);
  const header = {
    alg: 'PS256',
    typ: 'JWT',
    'x5t#S256': createHash('sha256').update(certificate.raw).digest('base64url'),
  };
  const claims = {
    aud: audience,
    iss: clientId,
    sub: clientId,
    jti: randomUUID(),
    nbf: seconds,
    iat: seconds,
    exp: seconds + assertionLifetime,
  };
  const signed = unsigned(header, claims);
  const signature = sign('sha256', Buffer.from(signed), {
    key,
    padding: constants.RSA_PKCS1_PSS_PADDING,
    saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
  });
  return `${signed}.${signature.toString('base64url')}`;
}

/**
 * RFC 7523 §2.1, as https://developers.google.com/identity/protocols/oauth2/service-account wants it. `token_uri` of the key
 * file is not used: the address in the records decides who gets this.
 */
export function serviceAccountAssertion(
  keyFile: string,
  subject: string,
  scope: string,
  { reference, audience, now }: About,
): string {
  const wrong = (because: string) => new SecretProblem('secret-missing', `${reference} (${because})`);
  const fields = jsonObject(keyFile);
  const account = fields === undefined ? undefined : text(fields, 'client_email');
  const pem = fields === undefined ? undefined : text(fields, 'private_key');
  if (fields === undefined || account === undefined || pem === undefined)
    throw wrong('not the JSON key of a service account');
  const key = attempt(() => createPrivateKey(pem));
  if (key?.asymmetricKeyType !== 'rsa') throw wrong('its private key cannot be read');
  const seconds = Math.floor(now / 1_000);
  const id = text(fields, 'private_key_id');
  const header = { alg: 'RS256', typ: 'JWT', ...(id === undefined ? {} : { kid: id }) };
  const claims = {
    iss: account,
    sub: subject,
    scope,
    aud: audience,
    iat: seconds,
    exp: seconds + serviceAccountLifetime,
  };
  const signed = unsigned(header, claims);
  return `${signed}.${sign('sha256', Buffer.from(signed), key).toString('base64url')}`;
}

function unsigned(header: object, claims: object): string {
  return [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
}

function attempt<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}
