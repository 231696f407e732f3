// Knows how text that came from a server or a record is let onto a terminal: line by line, made printable, never endless.

import { printable } from '../core/mail/printable.ts';

/** Longer than any sentence of a rule, shorter than a flood. */
const longest = 4_000;

/** Line breaks stay (the caller's own); everything else that could steer a terminal is written out. */
export function safe(text: string, maximum = longest): string {
  return text
    .split('\n')
    .map((line) => printable(line, maximum))
    .join('\n');
}
