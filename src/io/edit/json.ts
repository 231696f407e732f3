// Knows how to change keys inside a JSON text and leave every other character as it is. Pure.

import { isDeepStrictEqual } from 'node:util';
import { kinds, type Kind } from '../../core/records/column.ts';
import { lineOf, lineStarts } from '../sources/json.ts';
import { jsonTree, nodeAt, type JsonEntry, type JsonNode } from '../sources/json-tree.ts';
import {
  applied,
  keyOfTyped,
  spliced,
  typedWord,
  valueOf,
  type Edited,
  type Patch,
  type Splice,
  type Wanted,
} from './patch.ts';

/** Undefined: the text is no JSON any more, or the edit would not say what was meant. */
export function editJson(text: string, wanted: Wanted): Edited<string> | undefined {
  const { root, faults } = jsonTree(text);
  if (root === undefined || faults.length > 0) return undefined;
  const value = JSON.parse(text) as Record<string, unknown>;
  const expected: Record<string, unknown> = { ...value };
  const splices: Splice[] = [];
  const found: { key: string; kind: Kind; index: number | undefined }[] = [];
  for (const entry of root.entries ?? []) {
    const kind = kinds.find((known) => known === entry.key);
    const list = value[entry.key];
    if (kind === undefined || typeof list !== 'object' || list === null) continue;
    const single = !Array.isArray(list);
    const records: unknown[] = single ? [list] : list;
    const nodes = single ? [entry.value] : (entry.value.items ?? []);
    const after = records.map((record, index) => {
      const key = keyOfTyped(kind, record);
      const node = nodes[index];
      const patch = key === undefined ? undefined : wanted.get(key)?.patch;
      if (key === undefined || patch === undefined || node === undefined) return record;
      found.push({ key, kind, index: single ? undefined : index });
      splices.push(...recordSplices(text, node, patch, kind));
      return applied(record, patch, (word) => typedWord(kind, Object.keys(record as object), word));
    });
    expected[entry.key] = single ? after[0] : after;
  }
  const content = spliced(text, splices);
  if (!isDeepStrictEqual(parsed(content), expected)) return undefined;
  const lines = new Map<string, number>();
  const starts = lineStarts(content);
  const after = jsonTree(content).root;
  for (const { key, kind, index } of found) {
    const path = index === undefined ? [kind] : [kind, index];
    if (after !== undefined) lines.set(key, lineOf(starts, nodeAt(after, path).node.start));
  }
  return { content, lines };
}

/** One row of a .jsonl file. */
export function editRow(text: string, row: unknown, patch: Patch, kind: Kind): string | undefined {
  const { root } = jsonTree(text);
  if (root === undefined) return undefined;
  const content = spliced(text, recordSplices(text, root, patch, kind));
  const words = Object.keys(row as object);
  const expected = applied(row, patch, (key) => typedWord(kind, words, key));
  return isDeepStrictEqual(parsed(content), expected) ? content : undefined;
}

function recordSplices(text: string, node: JsonNode, patch: Patch, kind: Kind): Splice[] {
  const words = (node.entries ?? []).map(({ key }) => key);
  return splicesIn(text, node, patch, (key) => typedWord(kind, words, key));
}

function splicesIn(text: string, node: JsonNode, patch: Patch, typed: (key: string) => string): Splice[] {
  const entries = node.entries ?? [];
  const style = styleOf(text, node);
  const splices: Splice[] = [];
  const added: string[] = [];
  const removed = new Set<JsonEntry>();
  for (const [key, change] of patch) {
    const word = typed(key);
    const entry = entries.findLast((candidate) => candidate.key === word);
    if (entry === undefined) {
      const value = valueOf(change);
      if (value !== undefined) added.push(`${JSON.stringify(word)}${style.colon}${written(value, style)}`);
    } else if (change instanceof Map && entry.value.entries !== undefined)
      splices.push(...splicesIn(text, entry.value, change, (inner) => inner));
    else {
      const value = valueOf(change);
      if (value === undefined) removed.add(entry);
      else if (JSON.stringify(value) !== compact(text.slice(entry.value.start, entry.value.end)))
        splices.push({ start: entry.value.start, end: entry.value.end, text: written(value, style) });
    }
  }
  splices.push(...removals(entries, removed));
  if (added.length > 0) {
    const last = entries.findLast((entry) => !removed.has(entry));
    const place = last?.value.end ?? node.start + 1;
    const lead = last === undefined ? '' : style.comma;
    splices.push({ start: place, end: place, text: `${lead}${added.join(style.comma)}` });
  }
  return splices;
}

/** Takes entries out together with one comma each. */
function removals(entries: readonly JsonEntry[], removed: ReadonlySet<JsonEntry>): Splice[] {
  return entries.flatMap((entry, index) => {
    if (!removed.has(entry)) return [];
    const before = entries.slice(0, index).findLast((candidate) => !removed.has(candidate));
    const next = entries[index + 1];
    const start = before === undefined ? entry.keyStart : (entries[index - 1]?.value.end ?? entry.keyStart);
    const end = before === undefined && next !== undefined ? next.keyStart : entry.value.end;
    return [{ start, end, text: '' }];
  });
}

type Style = { comma: string; colon: string; indentation: string | undefined; step: string };

/** How this mapping is laid out: one key a line with its indentation, or all on one line. */
function styleOf(text: string, node: JsonNode): Style {
  const first = node.entries?.[0];
  if (first === undefined) return { comma: ', ', colon: ': ', indentation: undefined, step: '' };
  const colon = /^\s*:\s*/.exec(text.slice(first.keyEnd, first.value.start))?.[0] ?? ': ';
  const lead = text.slice(node.start + 1, first.keyStart);
  const newline = /\r?\n/.exec(lead)?.[0];
  if (newline === undefined) {
    const second = node.entries?.[1];
    const between = second === undefined ? undefined : text.slice(first.value.end, second.keyStart);
    return { comma: between ?? (colon === ':' ? ',' : ', '), colon, indentation: undefined, step: '' };
  }
  const indentation = lead.slice(lead.lastIndexOf('\n') + 1);
  const lineStart = text.lastIndexOf('\n', node.start) + 1;
  const outer = /^[ \t]*/.exec(text.slice(lineStart, node.start))?.[0] ?? '';
  const step = indentation.startsWith(outer) ? indentation.slice(outer.length) : '  ';
  return { comma: `,${newline}${indentation}`, colon, indentation: `${newline}${indentation}`, step };
}

function written(value: unknown, style: Style): string {
  if (style.indentation === undefined) {
    const text = JSON.stringify(value, null, 1);
    // One line: the line breaks of the indented form are layout, those inside texts are escapes.
    return style.colon === ':'
      ? JSON.stringify(value)
      : text
          .replace(/([[{])\n\s*/g, '$1')
          .replace(/\n\s*([\]}])/g, '$1')
          .replace(/,\n\s*/g, ', ');
  }
  return JSON.stringify(value, null, style.step === '' ? '  ' : style.step).replaceAll(
    '\n',
    style.indentation,
  );
}

function compact(text: string): string {
  return JSON.stringify(JSON.parse(text));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
