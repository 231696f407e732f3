// Knows what is to be changed in one record, as a tree of keys, and what the record is to look like afterwards. Pure.

import type { Kind } from '../../core/records/column.ts';
import { idOf } from '../../core/records/read-record.ts';
import { keyOf, tableOf } from '../../core/records/table.ts';
import type { RecordChange } from '../../core/mailbox-report.ts';

/** `to: undefined` takes the key away. */
export type Leaf = { to: unknown };
export type Patch = Map<string, Patch | Leaf>;

/** By recordKey(). */
export type Wanted = ReadonlyMap<string, { kind: Kind; patch: Patch }>;

/** A format's answer: the new text, and the line of each record that was found in it. */
export type Edited<T> = { content: T; lines: Map<string, number> };

export function patchOf(changes: readonly RecordChange[]): Patch {
  const root: Patch = new Map();
  for (const { path, to } of changes) {
    let patch = root;
    for (const step of path.slice(0, -1)) {
      const inner = patch.get(String(step));
      const next: Patch = inner instanceof Map ? inner : patchOfValue(inner?.to);
      patch.set(String(step), next);
      patch = next;
    }
    const last = path.at(-1);
    if (last !== undefined) patch.set(String(last), { to });
  }
  return root;
}

function patchOfValue(value: unknown): Patch {
  return new Map(isMapping(value) ? Object.entries(value).map(([key, to]) => [key, { to }]) : []);
}

/** What stands where nothing was: undefined where the patch only takes away. */
export function valueOf(change: Patch | Leaf): unknown {
  if (!(change instanceof Map)) return change.to;
  const entries = [...change]
    .map(([key, inner]): [string, unknown] => [key, valueOf(inner)])
    .filter(([, value]) => value !== undefined);
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

/** The record as it must read after the edit; `typed` finds the key as it is written (aliases). */
export function applied(
  record: unknown,
  patch: Patch,
  typed: (key: string) => string = (key) => key,
): Record<string, unknown> {
  const result: Record<string, unknown> = isMapping(record) ? { ...record } : {};
  for (const [key, change] of patch) {
    const word = typed(key);
    const value =
      change instanceof Map && isMapping(result[word]) ? applied(result[word], change) : valueOf(change);
    if (value === undefined) delete result[word];
    else result[word] = value;
  }
  return result;
}

export function recordKey(kind: Kind, id: string): string {
  return `${kind} ${id.trim().toLowerCase()}`;
}

/** The key of a record as it is written in a file, before any validation. */
export function keyOfTyped(kind: Kind, record: unknown): string | undefined {
  if (!isMapping(record)) return undefined;
  const fields: Record<string, unknown> = {};
  for (const [word, value] of Object.entries(record)) {
    const key = keyOf(kind, word);
    if (key !== undefined) fields[key] = value;
  }
  const id = idOf(tableOf(kind), fields);
  return id === undefined ? undefined : recordKey(kind, id);
}

/** The word under which a key is written in a record, or the key itself where it is not written yet. */
export function typedWord(kind: Kind, words: readonly string[], key: string): string {
  return words.includes(key) ? key : (words.find((word) => keyOf(kind, word) === key) ?? key);
}

export function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export type Splice = { start: number; end: number; text: string };

/** Splices do not overlap; those at one place keep their order. */
export function spliced(text: string, splices: readonly Splice[]): string {
  const ordered = [...splices].sort((a, b) => a.start - b.start || a.end - b.end);
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end, text: piece } of ordered) {
    pieces.push(text.slice(at, start), piece);
    at = Math.max(at, end);
  }
  pieces.push(text.slice(at));
  return pieces.join('');
}
