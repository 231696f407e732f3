// Knows YAML files: several documents, the place of every value. Reads text, not files.
// The parser's own messages are never shown: they quote the text, and the text may hold a password.

import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  parseAllDocuments,
  visit,
  type Document,
  type Node,
} from 'yaml';
import type { Problem, Trouble } from '../../core/records/problem.ts';
import type { FieldPath, Where } from '../../core/records/where.ts';
import { deepest, type Parsed } from './parsed.ts';

/** Columns of indentation in block style; each level needs at least one. */
const widestIndentation = 200;
const mostFaults = 20;

export const yamlOptions = {
  prettyErrors: false,
  stringKeys: true,
  uniqueKeys: false,
  logLevel: 'silent',
} as const;

export function parseYaml(file: string, text: string): Parsed {
  const tooDeep = depthFault(text);
  if (tooDeep !== undefined) {
    const where = { file, line: tooDeep, column: 1 };
    return { documents: [], problems: [{ where, field: '', problem: { is: 'too-deep', limit: deepest } }] };
  }
  const lineCounter = new LineCounter();
  const place = (offset: number): Where => {
    const { line, col } = lineCounter.linePos(offset);
    return { file, line, column: col };
  };
  const documents: { value: unknown; where(path: FieldPath): Where; keyWhere(path: FieldPath): Where }[] = [];
  const problems: Problem[] = [];
  const add = (offset: number, problem: Trouble) => {
    const where = place(offset);
    // One slip often brings a chain of complaints on its line; the first is the one that helps.
    const said = problems.some(
      (known) => 'line' in known.where && 'line' in where && known.where.line === where.line,
    );
    if (!said && problems.length < mostFaults) problems.push({ where, field: '', problem });
  };
  for (const document of parseAllDocuments(text, { ...yamlOptions, lineCounter })) {
    const faults = [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0]);
    for (const { code, pos } of faults) add(pos[0], { is: 'syntax', format: 'yaml', code });
    if (faults.length > 0) continue;
    const slips = slipsOf(document);
    for (const { offset, trouble } of slips) add(offset, trouble);
    // Of a key that is written twice the last one is read on, for the sake of the other mistakes.
    if (slips.some(({ trouble }) => trouble.is !== 'written-twice')) continue;
    try {
      const value: unknown = document.toJS({ maxAliasCount: 100 });
      documents.push({
        value,
        where: (path) => place(offsetAt(document, path, false)),
        keyWhere: (path) => place(offsetAt(document, path, true)),
      });
    } catch {
      // The one reason left: "Excessive alias count", which toJS() alone can see.
      add(document.range[0], { is: 'alias-bomb' });
    }
  }
  return { documents, problems };
}

/**
 * The line at which a text nests too deep, found with the iterative lexer: composing such a text can overflow the stack,
 * and on Node 20 end the process.
 */
export function depthFault(text: string): number | undefined {
  let line = 1;
  let brackets = 0;
  let dashes = 0;
  let lineStart = true;
  let scalarFollows = false;
  for (const token of new Lexer().lex(text)) {
    const newlines = token.includes('\n') ? token.split('\n').length - 1 : 0;
    if (scalarFollows) scalarFollows = false;
    else if (token === '\u001F') scalarFollows = true;
    else if (token === '[' || token === '{') brackets++;
    else if (token === ']' || token === '}') brackets--;
    else if (token === '-' || token === '?') dashes++;
    else if (lineStart && brackets === 0 && /^ +$/.test(token) && token.length > widestIndentation)
      return line;
    if (brackets > deepest || dashes > deepest) return line;
    lineStart = newlines > 0;
    if (lineStart) dashes = 0;
    line += newlines;
  }
  return undefined;
}

/** Keys written twice and aliases of nothing. The parser looks for both too, but in quadratic time. */
function slipsOf(document: Document): { offset: number; trouble: Trouble }[] {
  const slips: { offset: number; trouble: Trouble }[] = [];
  const anchors = new Set<string>();
  visit(document, {
    Node(_, node) {
      if (isAlias(node)) {
        if (!anchors.has(node.source))
          slips.push({
            offset: startOf(node) ?? 0,
            trouble: { is: 'syntax', format: 'yaml', code: 'UNRESOLVED_ALIAS' },
          });
        return;
      }
      if (node.anchor !== undefined) anchors.add(node.anchor);
      if (!isMap(node)) return;
      const keys = new Set<unknown>();
      for (const { key } of node.items) {
        const word = isScalar(key) ? key.value : key;
        if (keys.has(word)) slips.push({ offset: startOf(key) ?? 0, trouble: { is: 'written-twice' } });
        keys.add(word);
      }
    },
  });
  return slips;
}

/** Offset of the value at a path, or of the deepest one that is written; of its key, if that is what is wanted. */
function offsetAt(document: Document, path: FieldPath, key: boolean): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const [index, step] of path.entries()) {
    const resolved = isAlias(node) ? node.resolve(document) : node;
    let next: unknown;
    let keyOffset: number | undefined;
    if (isMap(resolved)) {
      const pair = resolved.items.find((item) => isScalar(item.key) && String(item.key.value) === step);
      if (pair === undefined) break;
      keyOffset = startOf(pair.key);
      next = pair.value;
    } else if (isSeq(resolved) && typeof step === 'number') next = resolved.items[step];
    if (next === undefined && keyOffset === undefined) break;
    const wantsKey = key && index === path.length - 1;
    offset = (wantsKey ? keyOffset : undefined) ?? startOf(next) ?? keyOffset ?? offset;
    node = next;
  }
  return offset;
}

function startOf(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[0];
}
