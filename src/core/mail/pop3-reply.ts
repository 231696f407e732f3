// Knows how POP3 answers are written (RFC 1939, response codes RFC 2449 §8, capabilities RFC 2449 §5).
// Pure: lines without their CRLF in, data out. May not decide what an answer means for a mailbox.

import type { Reply } from './reply.ts';

/**
 * A status line, or undefined where the line is none. RFC 1939 §3 asks for upper case; servers that answer in
 * lower case are understood all the same.
 */
export function parseStatusLine(line: string): Reply | undefined {
  const match = /^(\+OK|-ERR)(?:[ \t]+(.*)|$)/is.exec(line);
  if (!match) return undefined;
  const code = match[1]?.toUpperCase() ?? '';
  const text = match[2] ?? '';
  // RFC 2449 §8: the code stands directly behind the status indicator; "/" makes levels (SYS/TEMP, RFC 3206).
  const [, responseCode, rest] = /^\[([A-Z0-9/._-]{1,64})\][ \t]*(.*)$/is.exec(text) ?? [];
  if (responseCode === undefined) return { code, text };
  return { code, enhanced: responseCode.toUpperCase(), text: rest ?? '' };
}

/** A SASL challenge: "+" and base64, possibly empty (RFC 5034 §4). */
export function isChallenge(line: string): boolean {
  return line === '+' || line.startsWith('+ ');
}

/** One line of a multi-line response: RFC 1939 §3 puts a dot before each line that begins with one. */
export function unstuff(line: string): string {
  return line.startsWith('.') ? line.slice(1) : line;
}

export type Pop3Capabilities = {
  names: string[];
  /** Upper case; empty where CAPA names no SASL mechanism. */
  mechanisms: string[];
  userPass: boolean;
  starttls: boolean;
  pipelining: boolean;
};

/** The lines between "+OK" and "." of a CAPA response (RFC 2449 §5). */
export function parseCapabilities(lines: readonly string[]): Pop3Capabilities {
  const names = lines.map((line) => line.trim()).filter((line) => line !== '');
  const words = names.map((line) => line.toUpperCase().split(/[ \t]+/));
  const has = (tag: string): boolean => words.some(([first]) => first === tag);
  return {
    names,
    mechanisms: [...new Set(words.filter(([first]) => first === 'SASL').flatMap((line) => line.slice(1)))],
    userPass: has('USER'),
    starttls: has('STLS'),
    pipelining: has('PIPELINING'),
  };
}

/** UIDL lines as unique-id → message number. RFC 1939 §7: 1 to 70 characters from 0x21 to 0x7E; others are left out. */
export function parseUniqueIds(lines: readonly string[]): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const line of lines) {
    const match = /^(\d{1,10}) ([\x21-\x7e]{1,70})[ \t]*$/.exec(line);
    if (match?.[1] !== undefined && match[2] !== undefined) numbers.set(match[2], Number(match[1]));
  }
  return numbers;
}
