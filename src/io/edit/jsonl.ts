// Knows how to change rows of a .jsonl file: one pass, rows that nobody asked about pass through as the bytes they are.

import { isUtf8 } from 'node:buffer';
import { kindOf } from '../../core/records/table.ts';
import { linesOf, longestLine } from '../sources/jsonl.ts';
import { editRow } from './json.ts';
import { keyOfTyped, type Edited, type Wanted } from './patch.ts';

/** Pieces of the new file, in order. A row that could not be changed stays as it is and has no line in the answer. */
export function editJsonLines(bytes: Buffer, wanted: Wanted): Edited<Buffer[]> {
  const content: Buffer[] = [];
  const lines = new Map<string, number>();
  let passed = 0;
  for (const { start, end, line } of linesOf(bytes)) {
    if (lines.size === wanted.size) break;
    const slice = bytes.subarray(start, end);
    if (slice.length > longestLine || !isUtf8(slice)) continue;
    const text = slice.toString('utf8');
    const row = rowOf(text);
    const kind = kindOf(row?.['kind']);
    if (row === undefined || kind === undefined) continue;
    const key = keyOfTyped(kind, row);
    const patch = key === undefined || lines.has(key) ? undefined : wanted.get(key)?.patch;
    if (key === undefined || patch === undefined) continue;
    const edited = editRow(text, row, patch, kind);
    if (edited === undefined) continue;
    lines.set(key, line);
    if (edited === text) continue;
    content.push(bytes.subarray(passed, start), Buffer.from(edited));
    passed = end;
  }
  content.push(bytes.subarray(passed));
  return { content, lines };
}

function rowOf(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
