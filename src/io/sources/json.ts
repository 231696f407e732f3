// Knows JSON files: strict RFC 8259, the place of every value, keys written twice refused. Reads text, not files.

import type { Trouble } from '../../core/records/problem.ts';
import type { FieldPath, Where } from '../../core/records/where.ts';
import { deepestJson, jsonTree, nodeAt, type JsonFault, type JsonNode } from './json-tree.ts';
import type { Parsed } from './parsed.ts';

export function parseJson(file: string, text: string): Parsed {
  if (text.trim() === '') return { documents: [], problems: [] };
  const starts = lineStarts(text);
  const place = (offset: number): Where => {
    const line = lineOf(starts, offset);
    return { file, line, column: offset - (starts[line - 1] ?? 0) + 1 };
  };
  const { root, faults } = jsonTree(text);
  const problems = faults.map((fault) => ({
    where: place(fault.offset),
    field: '',
    problem: jsonTrouble(fault),
  }));
  // Of a key that is written twice the last one is read on, for the sake of the other mistakes.
  const readable = faults.every(({ because }) => because === 'written-twice');
  if (root === undefined || !readable) return { documents: [], problems };
  const value: unknown = JSON.parse(text);
  return { documents: [{ value, ...places(root, place) }], problems };
}

export function jsonTrouble(fault: JsonFault): Trouble {
  switch (fault.because) {
    case 'too-deep':
      return { is: 'too-deep', limit: deepestJson };
    case 'written-twice':
      return { is: 'written-twice' };
    case 'syntax':
      break;
  }
  return { is: 'syntax', format: 'json', code: '' };
}

function places(root: JsonNode, place: (offset: number) => Where) {
  return {
    where: (path: FieldPath) => place(nodeAt(root, path).node.start),
    keyWhere: (path: FieldPath) => {
      const { node, entry, depth } = nodeAt(root, path);
      return place(entry !== undefined && depth === path.length ? entry.keyStart : node.start);
    },
  };
}

export function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Number of the line, from 1, that an offset lies in. */
export function lineOf(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low + 1;
}
