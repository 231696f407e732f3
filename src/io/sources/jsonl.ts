// Knows .jsonl files: one record a line, each read by itself, so that a broken line costs that line alone.
// Values come from JSON.parse, which is quick; the place of a value inside its line is looked for only when it is asked for.

import { isUtf8 } from 'node:buffer';
import type { SourceDocument } from '../../core/records/read.ts';
import type { FieldPath, Where } from '../../core/records/where.ts';
import { jsonTrouble } from './json.ts';
import { jsonTree, nodeAt } from './json-tree.ts';
import type { Parsed } from './parsed.ts';

export const largestLines = 512 * 1_048_576;
export const longestLine = 1_048_576;

/** `bytes` stay referenced by the documents: outside the heap, and needed for the places. */
export function parseJsonLines(file: string, bytes: Buffer): Parsed {
  const parsed: Parsed & { documents: Iterable<SourceDocument> } = { documents: [], problems: [] };
  const allUtf8 = isUtf8(bytes);

  function* documents(): Generator<SourceDocument> {
    for (const { start, end, line } of linesOf(bytes)) {
      const lineWhere: Where = { file, line, column: 1 };
      if (end - start > longestLine) {
        parsed.problems.push({
          where: lineWhere,
          field: '',
          problem: { is: 'line-too-long', limit: longestLine },
        });
        continue;
      }
      if (!allUtf8 && !isUtf8(bytes.subarray(start, end))) {
        parsed.problems.push({ where: lineWhere, field: '', problem: { is: 'not-utf8' } });
        continue;
      }
      const text = bytes.toString('utf8', start, end);
      if (text.trim() === '') continue;
      let value: unknown;
      try {
        value = JSON.parse(text);
      } catch {
        const fault = jsonTree(text).faults[0] ?? { offset: 0, because: 'syntax' };
        parsed.problems.push({
          where: { file, line, column: fault.offset + 1 },
          field: '',
          problem: jsonTrouble(fault),
        });
        continue;
      }
      if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'kind')) {
        parsed.problems.push({ where: lineWhere, field: '', problem: { is: 'row-without-kind' } });
        continue;
      }
      const at = (path: FieldPath, key: boolean): Where => {
        const { root } = jsonTree(bytes.toString('utf8', start, end));
        if (root === undefined) return { file, line, column: 1 };
        const { node, entry, depth } = nodeAt(root, path);
        const offset = key && entry !== undefined && depth === path.length ? entry.keyStart : node.start;
        return { file, line, column: offset + 1 };
      };
      yield { value, where: (path) => at(path, false), keyWhere: (path) => at(path, true) };
    }
  }
  parsed.documents = documents();
  return parsed;
}

export function* linesOf(bytes: Buffer): Generator<{ start: number; end: number; line: number }> {
  let start = 0;
  for (let line = 1; start < bytes.length; line++) {
    const newline = bytes.indexOf(10, start);
    const end = newline === -1 ? bytes.length : newline;
    yield { start, end, line };
    start = end + 1;
  }
}
