// Knows how a word of a command is shown so that a shell takes it for one word: POSIX quoting (XCU §2.2.2), which PowerShell
// reads alike. What could steer a terminal is made printable before.

import { safe } from './safe.ts';

export function shellWord(word: string, longest = 400): string {
  const shown = safe(word, longest);
  return /^[\p{L}\p{N}_@%+=:,./-]+$/u.test(shown) ? shown : `'${shown.replaceAll("'", String.raw`'\''`)}'`;
}
