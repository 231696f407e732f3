// Knows how a server's error challenge to an access token is read: base64 with a JSON object in it (RFC 7628 §3.2.2;
// XOAUTH2: https://developers.google.com/workspace/gmail/imap/xoauth2-protocol, "Error Response").
// Pure; may not guess: what is not such an object is no challenge.

import type { BearerChallenge } from './reply.ts';

/** A list of scopes is a few addresses long; anything longer is not for eyes. */
const longestField = 200;
const longestChallenge = 12_288;

/** Undefined: empty (the server only asks for our response, RFC 4954 §4), or not the JSON of a refused token. */
export function parseBearerChallenge(base64: string): BearerChallenge | undefined {
  const trimmed = base64.trim();
  if (trimmed === '' || trimmed.length > longestChallenge) return undefined;
  let fields: unknown;
  try {
    const bytes = Uint8Array.from(atob(trimmed), (character) => character.charCodeAt(0));
    fields = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
  if (typeof fields !== 'object' || fields === null) return undefined;
  const read = new Map(Object.entries(fields));
  const status = word(read.get('status'));
  if (status === undefined) return undefined;
  const scope = word(read.get('scope'));
  const schemes = word(read.get('schemes'));
  return {
    status,
    ...(scope === undefined ? {} : { scope }),
    ...(schemes === undefined ? {} : { schemes }),
  };
}

/** Google sends the HTTP status as text, others as a number; lists of scopes come as one text (RFC 6749 §3.3). */
function word(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value.slice(0, longestField) : undefined;
}
