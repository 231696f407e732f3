// Knows how to read what an access token says of itself (RFC 7519 §4, RFC 9068). Nothing is verified: it is no proof of
// anything, only what the server that takes the token will read in it as well. May not keep or show the token.

import type { TokenClaims } from '../../core/mail/token.ts';
import { jsonObject, text } from './token-response.ts';

const longestClaim = 300;
const mostValues = 100;

/** Undefined: not a JSON Web Token in the clear, as Google's are not. */
export function claimsOf(token: string): TokenClaims | undefined {
  const [, payload, ...rest] = token.split('.');
  if (payload === undefined || rest.length !== 1) return undefined;
  const fields = jsonObject(Buffer.from(payload, 'base64url').toString('utf8'));
  if (fields === undefined) return undefined;
  const line = (...names: string[]): string | undefined =>
    names
      .map((name) => text(fields, name))
      .find((value) => value !== undefined && value !== '')
      ?.slice(0, longestClaim);
  const found: { [K in keyof TokenClaims]: TokenClaims[K] | undefined } = {
    audience: list(fields['aud']),
    issuer: line('iss'),
    tenant: line('tid'),
    application: line('appid', 'azp'),
    scopes: list(fields['scp'] ?? fields['scope'])
      ?.flatMap((value) => value.split(' '))
      .filter(Boolean)
      .slice(0, mostValues),
    roles: list(fields['roles']),
    user: line('upn', 'preferred_username', 'unique_name', 'email'),
    validFrom: moment(fields['nbf'] ?? fields['iat']),
    validTo: moment(fields['exp']),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

function list(value: unknown): string[] | undefined {
  const values = (Array.isArray(value) ? value : [value]).filter((each) => typeof each === 'string');
  return values.length === 0
    ? undefined
    : values.slice(0, mostValues).map((each) => each.slice(0, longestClaim));
}

/** NumericDate: seconds since the epoch. */
function moment(value: unknown): string | undefined {
  if (typeof value !== 'number' || !(value > 0 && value < 253_402_300_800)) return undefined;
  return new Date(Math.floor(value) * 1_000).toISOString();
}
