// Knows whether an access token is the one that profile and mailbox need, by what it says of itself: for which service, of
// which tenant, application and user, for what, and how long. Pure; a claim that a token lacks is not held against it.

import type { ExpectedToken, TokenClaims } from './token.ts';
import type { RejectionReason } from './step.ts';

/** Milliseconds. What Microsoft's own services allow a clock to be wrong by. */
const clockTolerance = 5 * 60_000;

/**
 * The first thing that does not fit, the most telling first: a token for another service has other permissions as well.
 * `granted`: the scopes that the token endpoint named beside the token, for tokens that cannot be read (RFC 6749 §5.1).
 */
export function misfitOf(
  claims: TokenClaims | undefined,
  granted: string | undefined,
  expected: ExpectedToken,
  now: number,
): RejectionReason | undefined {
  if (claims === undefined)
    return lacksScope(granted?.split(' '), expected.scopes) ? 'token-lacks-permission' : undefined;
  const { audience, tenant, application, user, validFrom, validTo } = claims;
  if (audience !== undefined && isNoneOf(audience, expected.audiences)) return 'token-for-another-audience';
  if (validTo !== undefined && Date.parse(validTo) <= now) return 'token-expired';
  if (validFrom !== undefined && Date.parse(validFrom) > now + clockTolerance) return 'token-not-yet-valid';
  // A tenant may be recorded by one of its domains, which no token names.
  if (isIdentifier(expected.tenant) && differ(tenant, expected.tenant)) return 'token-of-another-tenant';
  if (differ(application, expected.clientId)) return 'token-of-another-application';
  if (differ(user, expected.user)) return 'token-of-another-user';
  return lacksPermission(claims, expected) ? 'token-lacks-permission' : undefined;
}

function lacksPermission({ roles, scopes, tenant }: TokenClaims, expected: ExpectedToken): boolean {
  // An application that was allowed nothing gets a token all the same, from Microsoft one without "roles".
  if (expected.roles.length > 0)
    return isNoneOf(roles ?? (tenant === undefined ? expected.roles : []), expected.roles);
  return lacksScope(scopes, expected.scopes);
}

function lacksScope(granted: readonly string[] | undefined, expected: readonly string[]): boolean {
  // "https://outlook.office.com/SMTP.Send" beside the token, "SMTP.Send" within it.
  const names = granted?.flatMap((scope) => [scope, scope.slice(scope.lastIndexOf('/') + 1)]);
  return names !== undefined && isNoneOf(names, expected);
}

/** Nothing expected: nothing can be missing. */
function isNoneOf(found: readonly string[], expected: readonly string[]): boolean {
  if (expected.length === 0) return false;
  const wanted = new Set(expected.map(comparable));
  return !found.some((value) => wanted.has(comparable(value)));
}

function differ(found: string | undefined, expected: string | undefined): boolean {
  return found !== undefined && expected !== undefined && found.toLowerCase() !== expected.toLowerCase();
}

/** "https://outlook.office365.com" and "https://outlook.office365.com/" are one service. */
function comparable(value: string): string {
  return value.toLowerCase().replace(/\/$/, '');
}

function isIdentifier(tenant: string | undefined): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(tenant ?? '');
}
