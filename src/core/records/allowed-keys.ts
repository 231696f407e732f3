// Knows how it is told which keys a record may have: the list where it is short, else where the list stands. Words only.

import type { Language } from '../rules/rule.ts';
import type { Trouble } from './problem.ts';

/** More of them bury what is wrong. */
const few = 12;

export function allowedKeys(
  { allowed, kind }: Extract<Trouble, { is: 'unknown-key' }>,
  language: Language,
): string {
  const en = language === 'en';
  if (allowed.length <= few)
    return en ? `Allowed here: ${allowed.join(', ')}.` : `使えるもの: ${allowed.join(', ')}`;
  if (en) return `README.md lists the keys${kind === undefined ? '' : ` of "${kind}:"`} under "The records".`;
  return `使えるキーは、README.mdの「The records」${kind === undefined ? '' : `の「${kind}:」`}にあります。`;
}
