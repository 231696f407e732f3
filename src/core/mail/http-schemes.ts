// Knows which authentication schemes a web service offers (RFC 9110 §11.6.1), and which of them a profile may use. Pure.

import type { HttpScheme } from '../delivery/probe-request.ts';

/** As people know them. */
export const schemeNames: Record<HttpScheme, string> = {
  basic: 'Basic',
  ntlm: 'NTLM',
  negotiate: 'Negotiate',
  bearer: 'Bearer',
};

/**
 * Names of the schemes in WWW-Authenticate, each once, as they came. A scheme begins a challenge: at the start or after a
 * comma, and its name is not followed by "=", as a parameter's is.
 */
export function offeredSchemes(challenges: readonly string[]): string[] {
  const names = challenges.flatMap((challenge) => {
    const withoutQuotes = challenge.replace(/"(?:[^"\\]|\\.)*"/g, '""');
    return withoutQuotes.split(',').flatMap((part) => {
      const [, name] = /^\s*([A-Za-z][A-Za-z0-9!#$%&'*+.^_`|~-]{0,30})(?:\s+[^\s].*|\s*)$/.exec(part) ?? [];
      return name === undefined || /^\s*[^\s=]+\s*=(?!=*\s*$)/.test(part) ? [] : [name];
    });
  });
  return names.filter(
    (name, index) => names.findIndex((other) => other.toLowerCase() === name.toLowerCase()) === index,
  );
}

/**
 * The first one that is offered, in the profile's order. NTLM by its own name goes before NTLM inside Negotiate: it is the same
 * login with one thing less to go wrong, and there is no Kerberos here.
 */
export function chosenScheme(
  allowed: readonly HttpScheme[],
  offered: readonly string[],
): HttpScheme | undefined {
  const names = new Set(offered.map((name) => name.toLowerCase()));
  const first = allowed.find((scheme) => names.has(scheme));
  return first === 'negotiate' && allowed.includes('ntlm') && names.has('ntlm') ? 'ntlm' : first;
}

/** What follows the scheme's name in its challenge: NTLM's message. */
export function challengeOf(scheme: HttpScheme, challenges: readonly string[]): string | undefined {
  for (const challenge of challenges.flatMap((one) => one.split(','))) {
    const [, name, rest] = /^\s*([A-Za-z]+)\s+([A-Za-z0-9+/]+={0,2})\s*$/.exec(challenge) ?? [];
    if (name?.toLowerCase() === scheme) return rest;
  }
  return undefined;
}
