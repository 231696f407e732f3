// Knows how to change keys inside a YAML text and leave every other character as it is: comments, order, line ends, quotes.
// Splices the text by the places of the parsed tree, then parses again and compares: an edit that would say anything else
// than what was meant is not made. Pure.

import { isDeepStrictEqual } from 'node:util';
import {
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseAllDocuments,
  type Document,
  type Pair,
  type YAMLMap,
} from 'yaml';
import { kinds, type Kind } from '../../core/records/column.ts';
import { depthFault, yamlOptions } from '../sources/yaml.ts';
import {
  applied,
  isMapping,
  keyOfTyped,
  spliced,
  typedWord,
  valueOf,
  type Edited,
  type Patch,
  type Splice,
  type Wanted,
} from './patch.ts';
import { blockText, contentEnd, flowText, startOf } from './yaml-text.ts';

/** Undefined: the text is no YAML any more, or the edit would not say what was meant. */
export function editYaml(text: string, wanted: Wanted): Edited<string> | undefined {
  const before = read(text);
  if (before === undefined) return undefined;
  const newline = /\r?\n/.exec(text)?.[0] ?? '\n';
  const splices: Splice[] = [];
  const expected: unknown[] = [];
  for (const { document, value } of before.documents) {
    const after = isMapping(value) ? { ...value } : value;
    for (const { kind, index, node, key } of recordsIn(document)) {
      const patch = wanted.get(key)?.patch;
      if (patch === undefined) continue;
      const words = node.items.map((pair) => wordOf(pair));
      const typed = (word: string) => typedWord(kind, words, word);
      splices.push(...splicesIn({ text, newline }, node, patch, typed));
      const holder = after as Record<string, unknown>;
      const list = holder[kind];
      if (index === undefined) holder[kind] = applied(list, patch, typed);
      else if (Array.isArray(list)) {
        const copy: unknown[] = list === (value as Record<string, unknown>)[kind] ? [...list] : list;
        copy[index] = applied(copy[index], patch, typed);
        holder[kind] = copy;
      }
    }
    expected.push(after);
  }
  const content = spliced(text, splices);
  const again = read(content);
  const now = again?.documents.map(({ value }) => value);
  if (again === undefined || !isDeepStrictEqual(now, expected)) return undefined;
  const lines = new Map<string, number>();
  for (const { document } of again.documents)
    for (const { key, node } of recordsIn(document))
      if (wanted.has(key)) lines.set(key, again.lineCounter.linePos(startOf(node) ?? 0).line);
  return { content, lines };
}

type Read = { documents: { document: Document; value: unknown }[]; lineCounter: LineCounter };

function read(text: string): Read | undefined {
  if (depthFault(text) !== undefined) return undefined;
  const lineCounter = new LineCounter();
  const documents = [...parseAllDocuments(text, { ...yamlOptions, lineCounter })];
  if (documents.some(({ errors, warnings }) => errors.length + warnings.length > 0)) return undefined;
  try {
    return {
      documents: documents.map((document) => ({ document, value: document.toJS() as unknown })),
      lineCounter,
    };
  } catch {
    return undefined; // aliases of nothing, or too many of them
  }
}

type RecordNode = { kind: Kind; index: number | undefined; node: YAMLMap; key: string };

function recordsIn(document: Document): RecordNode[] {
  if (!isMap(document.contents)) return [];
  return document.contents.items.flatMap((pair) => {
    const kind = kinds.find((known) => known === wordOf(pair));
    if (kind === undefined) return [];
    const nodes: [unknown, number | undefined][] = isSeq(pair.value)
      ? pair.value.items.map((item, index) => [item, index])
      : [[pair.value, undefined]];
    return nodes.flatMap(([node, index]) => {
      if (!isMap(node)) return [];
      const key = keyOfTyped(kind, node.toJS(document));
      return key === undefined ? [] : [{ kind, index, node, key }];
    });
  });
}

type Source = { text: string; newline: string };

function splicesIn(source: Source, map: YAMLMap, patch: Patch, typed: (key: string) => string): Splice[] {
  const splices: Splice[] = [];
  const added: [string, unknown][] = [];
  for (const [key, change] of patch) {
    const word = typed(key);
    const pair = map.items.find((candidate) => wordOf(candidate) === word);
    const value = valueOf(change);
    if (pair === undefined) {
      if (value !== undefined) added.push([word, value]);
    } else if (isMap(pair.value) && (change instanceof Map || isMapping(value))) {
      // A mapping is changed key by key, so that comments between its keys stay.
      const inner = change instanceof Map ? change : replacement(pair.value, value as object);
      splices.push(...splicesIn(source, pair.value, inner, (word) => word));
    } else if (value === undefined) splices.push(removal(source, map, pair));
    else splices.push(...replaced(source, map, pair, value));
  }
  if (added.length > 0) splices.push(insertion(source, map, added));
  return splices;
}

/** The keys of the new mapping set, those that it lacks taken away. */
function replacement(map: YAMLMap, value: object): Patch {
  const patch: Patch = new Map(map.items.map((pair) => [wordOf(pair), { to: undefined }]));
  for (const [key, to] of Object.entries(value)) patch.set(key, { to });
  return patch;
}

function replaced({ text, newline }: Source, map: YAMLMap, pair: Pair, value: unknown): Splice[] {
  const keyEnd = (pair.key as { range?: [number, number, number] }).range?.[1] ?? 0;
  const start = startOf(pair.value) ?? text.indexOf(':', keyEnd) + 1;
  const end = contentEnd(text, pair.value) ?? start;
  if (isScalar(pair.value) && pair.value.value === value) return [];
  const space = text[start - 1] === ':' ? ' ' : '';
  if (map.flow === true || !isMapping(value)) {
    const quote = text[start];
    const kept = isScalar(pair.value) && start < end ? quote : undefined;
    return [{ start, end, text: `${space}${flowText(value, kept)}` }];
  }
  const indentation = indentationOf(text, map) + 2;
  return [{ start, end, text: `${newline}${blockText(Object.entries(value), indentation, newline)}` }];
}

function insertion({ text, newline }: Source, map: YAMLMap, added: [string, unknown][]): Splice {
  const last = map.items.at(-1);
  if (map.flow === true) {
    const pairs = added.map(([key, value]) => `${key}: ${flowText(value)}`).join(', ');
    const place = last === undefined ? (startOf(map) ?? 0) + 1 : pairEnd(text, last);
    return { start: place, end: place, text: last === undefined ? ` ${pairs} ` : `, ${pairs}` };
  }
  // Behind the last key's line, its comment included.
  const place = lineEnd(text, last === undefined ? (startOf(map) ?? 0) : pairEnd(text, last));
  return {
    start: place,
    end: place,
    text: `${newline}${blockText(added, indentationOf(text, map), newline)}`,
  };
}

function removal({ text }: Source, map: YAMLMap, pair: Pair): Splice {
  const start = startOf(pair.key) ?? 0;
  const end = pairEnd(text, pair);
  if (map.flow === true) {
    const following = /^\s*,\s*/.exec(text.slice(end))?.[0].length;
    if (following !== undefined) return { start, end: end + following, text: '' };
    return { start: start - (/,\s*$/.exec(text.slice(0, start))?.[0].length ?? 0), end, text: '' };
  }
  // The whole line, with the line break before it.
  return {
    start: text.lastIndexOf('\n', start) - (text[text.lastIndexOf('\n', start) - 1] === '\r' ? 1 : 0),
    end: lineEnd(text, end),
    text: '',
  };
}

function pairEnd(text: string, pair: Pair): number {
  return contentEnd(text, pair.value) ?? contentEnd(text, pair.key) ?? 0;
}

function lineEnd(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  if (newline === -1) return text.length;
  return text[newline - 1] === '\r' ? newline - 1 : newline;
}

/** Column of the mapping's keys. */
function indentationOf(text: string, map: YAMLMap): number {
  const start = startOf(map.items[0]?.key) ?? startOf(map) ?? 0;
  return start - (text.lastIndexOf('\n', start - 1) + 1);
}

function wordOf(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : '';
}
