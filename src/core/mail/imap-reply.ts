// Knows how IMAP status responses look on the wire (RFC 3501 §7.1, codes RFC 5530).
// Pure: one line without its CRLF in, data out. The library reads IMAP; this keeps the server's own words.

import type { Reply } from './reply.ts';

export type ImapLine =
  | { kind: 'status'; tag: string; reply: Reply; capabilities?: string[] }
  | { kind: 'capabilities'; names: string[] }
  /** `text` is a SASL challenge during a login (RFC 3501 §7.5); empty: go ahead. */
  | { kind: 'continuation'; text: string }
  | { kind: 'data' }
  | { kind: 'foreign' };

const responseCodeFirst = /^\[([A-Z0-9][A-Z0-9=+/._-]{0,63})( [^\]]*)?\][ \t]*(.*)$/is;

/** Which kind of line it is; `foreign` is what no IMAP server sends. */
export function parseImapLine(line: string): ImapLine {
  if (line === '+' || line.startsWith('+ ')) return { kind: 'continuation', text: line.slice(2) };
  const capability = /^\* CAPABILITY (.*)$/i.exec(line);
  if (capability) return { kind: 'capabilities', names: words(capability[1]) };
  const status = /^(\*|[A-Za-z0-9.]{1,32}) (OK|NO|BAD|BYE|PREAUTH)(?: (.*)|$)/is.exec(line);
  if (!status) return { kind: /^\* \S/.test(line) ? 'data' : 'foreign' };
  const text = status[3] ?? '';
  const reply: Reply = { code: (status[2] ?? '').toUpperCase(), text };
  const tag = status[1] ?? '';
  const [, responseCode, argument, rest] = responseCodeFirst.exec(text) ?? [];
  if (responseCode === undefined) return { kind: 'status', tag, reply };
  // `* OK [CAPABILITY IMAP4rev1 …] ready` (RFC 3501 §7.1) is a list of its own, not part of the words.
  if (responseCode.toUpperCase() === 'CAPABILITY') {
    return { kind: 'status', tag, reply: { ...reply, text: rest ?? '' }, capabilities: words(argument) };
  }
  reply.enhanced = responseCode.toUpperCase();
  // Any other argument belongs to the words (WEBALERT's address): the text then stays whole.
  if (argument === undefined) reply.text = rest ?? '';
  return { kind: 'status', tag, reply };
}

/** SASL mechanisms, upper case (RFC 3501 §7.2.1: "AUTH=" before each). */
export function mechanismsOf(capabilities: readonly string[]): string[] {
  return capabilities
    .map((name) => name.toUpperCase())
    .filter((name) => name.startsWith('AUTH='))
    .map((name) => name.slice('AUTH='.length));
}

function words(text: string | undefined): string[] {
  return (text ?? '').split(/[ \t]+/).filter((word) => word !== '');
}
