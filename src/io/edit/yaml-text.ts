// Knows how our values are written in YAML, in block and in flow style, and where a node's text ends. Pure.

import { isMap, isSeq, type Node } from 'yaml';
import { isMapping } from './patch.ts';

export function blockText(
  entries: readonly [string, unknown][],
  indentation: number,
  newline: string,
): string {
  const lead = ' '.repeat(indentation);
  return entries
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) =>
      isMapping(value) && Object.keys(value).length > 0
        ? `${lead}${key}:${newline}${blockText(Object.entries(value), indentation + 2, newline)}`
        : `${lead}${key}: ${flowText(value)}`,
    )
    .join(newline);
}

/** On one line. `quote`: the first character of what stood there, so that quotes are kept as they were. */
export function flowText(value: unknown, quote?: string): string {
  if (Array.isArray(value)) return `[${value.map((item) => flowText(item)).join(', ')}]`;
  if (isMapping(value)) {
    const pairs = Object.entries(value).filter(([, inner]) => inner !== undefined);
    return pairs.length === 0
      ? '{}'
      : `{ ${pairs.map(([key, inner]) => `${key}: ${flowText(inner)}`).join(', ')} }`;
  }
  if (typeof value !== 'string') return String(value);
  if (quote === "'" && /^[\x20-\x7e]*$/.test(value)) return `'${value.replaceAll("'", "''")}'`;
  return quote !== '"' && isPlain(value) ? value : quoted(value);
}

/** Nothing that this or another reader of YAML takes for a number, a date's parts, true, null, or for punctuation. */
function isPlain(value: string): boolean {
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.test(value)) return true;
  return /^[A-Za-z][A-Za-z0-9_.@/-]*$/.test(value) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(value);
}

/** JSON's escapes are YAML's; what YAML does not allow unescaped besides (YAML 1.2.2 §5.1) is escaped too. */
function quoted(value: string): string {
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

export function startOf(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[0];
}

/** Behind the last character that belongs to a node; comments and line ends after it do not. */
export function contentEnd(text: string, node: unknown): number | undefined {
  if ((isMap(node) || isSeq(node)) && node.flow !== true) {
    const last: unknown = node.items.at(-1);
    const pair = last as { key?: unknown; value?: unknown } | undefined;
    if (pair !== undefined)
      return isMap(node)
        ? (contentEnd(text, pair.value) ?? contentEnd(text, pair.key))
        : contentEnd(text, last);
  }
  const range = (node as Node | null | undefined)?.range;
  if (range === undefined || range === null) return undefined;
  // A block scalar's own end is behind its last line break.
  return Math.max(range[0], text.slice(0, range[1]).trimEnd().length);
}
