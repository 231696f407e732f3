// Knows when two findings are one and the same: found twice, or once of each of several messages. May not look at words.

import type { Finding } from '../../core/rules/rule.ts';

export function isSameFinding(a: Finding, b: Finding): boolean {
  return a === b || (a.code === b.code && JSON.stringify(a) === JSON.stringify(b));
}
