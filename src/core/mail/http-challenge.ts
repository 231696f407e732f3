// Knows how the ways to sign in are read from WWW-Authenticate (RFC 9110 §11.6.1): one value may hold several, separated
// by commas, and parameters are separated by commas too. Pure text; may not judge them.

/** `["Negotiate, NTLM", 'Basic realm="a, b"']` → NEGOTIATE, NTLM, BASIC, each once. */
export function schemesOf(challenges: readonly string[]): string[] {
  const schemes = challenges.flatMap((challenge) =>
    challenge
      .replace(/"(?:[^"\\]|\\.)*"/g, '""')
      .split(',')
      .flatMap((part) => /^\s*([A-Za-z][\w.+-]*)(?=\s+[^\s=]|\s*$)/.exec(part)?.[1] ?? []),
  );
  return [...new Set(schemes.map((scheme) => scheme.toUpperCase()))];
}
