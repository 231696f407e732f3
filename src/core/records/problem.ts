// Knows what can be wrong with what was typed, as data, and turns it into a sentence. Holds no value of a secret field:
// a problem of such a field carries none.

import type { Language } from '../rules/rule.ts';
import type { Kind } from './column.ts';
import { problemWords } from './problem-words.ts';
import { whereText, type FieldPath, type Where } from './where.ts';

/** What is wrong. `shown` values are cut and printable; `meant` is the nearest allowed word. */
export type Trouble =
  // the file
  | { is: 'unreadable'; because: 'missing' | 'forbidden' | 'folder' | 'special' | 'failed'; code: string }
  | { is: 'too-large'; bytes: number; limit: number }
  | { is: 'line-too-long'; limit: number }
  | { is: 'not-utf8' }
  | { is: 'too-deep'; limit: number }
  | { is: 'too-many-files'; limit: number }
  | { is: 'no-workspace'; looked: string }
  | { is: 'include-finds-nothing'; pattern: string }
  | { is: 'include-outside'; pattern: string }
  | { is: 'syntax'; format: 'yaml' | 'json'; code: string }
  | { is: 'written-twice' }
  | { is: 'alias-bomb' }
  // the shape of a file
  | { is: 'not-a-mapping'; got: Shape }
  | { is: 'unknown-kind'; shown: string; meant?: string | undefined; allowed: readonly string[] }
  | { is: 'not-a-list'; kind: Kind; got: Shape }
  | { is: 'not-a-record'; kind: Kind; got: Shape }
  | { is: 'row-without-kind' }
  // a key
  | {
      is: 'unknown-key';
      shown: string;
      kind?: Kind;
      meant?: string | undefined;
      allowed: readonly string[];
    }
  | { is: 'merge-key' }
  | { is: 'given-twice'; key: string; typed: readonly string[] }
  | { is: 'missing'; key: string }
  | { is: 'no-identity'; kind: Kind; keys: readonly string[] }
  // a value
  | { is: 'nothing-written'; key: string }
  | { is: 'integer-for-word'; shown: string; key: string; word: string; quoted: boolean }
  | { is: 'wrong-word'; shown: string; meant?: string | undefined; allowed: readonly string[] }
  | { is: 'not-true-or-false'; shown: string; key: string; meant?: boolean | undefined }
  | { is: 'not-a-whole-number'; shown: string; key: string; meant?: number | undefined }
  | { is: 'out-of-range'; shown: string; minimum: number; maximum: number }
  | { is: 'not-a-moment'; shown: string; key: string; meant?: string | undefined }
  | { is: 'not-text'; got: Shape; key: string; meant?: string | undefined }
  | { is: 'too-long'; maximum: number }
  | { is: 'empty-text' }
  | { is: 'wrong-shape'; got: Shape; expected: Shape }
  | { is: 'literal-secret'; key: string }
  | { is: 'wrong-secret-reference'; key: string }
  | {
      is: 'wrong-from';
      field: 'from' | 'to';
      shown?: string | undefined;
      meant?: string | undefined;
      words: readonly string[];
    }
  | { is: 'unknown-preset'; shown: string; meant?: string | undefined; allowed: readonly string[] }
  | { is: 'invalid' }
  // rules:
  | { is: 'unknown-code'; shown: string; meant?: string | undefined }
  | { is: 'retired-code'; code: string; what: string }
  | { is: 'severity-fixed'; code: string }
  | { is: 'wrong-rule-setting'; code: string }
  | { is: 'reason-missing' }
  // records together
  | { is: 'duplicate-id'; shown: string; first: Where; kind: Kind; firstKind: Kind; ownId: boolean }
  | { is: 'dangling'; shown: string; kinds: readonly Kind[]; meant?: string | undefined }
  | { is: 'ambiguous'; shown: string; candidates: { kind: Kind; id: string; where: Where }[] }
  | { is: 'several-environments'; first: Where }
  | { is: 'more'; count: number };

export type Shape = 'nothing' | 'text' | 'number' | 'boolean' | 'list' | 'mapping';

export type Problem = { where: Where; field: string; problem: Trouble };

/** What is wrong, what is allowed, what to type: without the place. */
export function problemText(problem: Problem, language: Language): string {
  return problemWords[language](problem.problem);
}

/** One line: `file:line:column: field: what is wrong, what is allowed, what to type`. */
export function problemLine(problem: Problem, language: Language): string {
  const place = problem.problem.is === 'more' ? [] : [whereText(problem.where)];
  const field = problem.field === '' ? [] : [problem.field];
  return [...place, ...field, problemText(problem, language)].join(': ');
}

/** `sendEmailSteps[0].from` */
export function fieldText(path: FieldPath): string {
  return path
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : index ? `.${step}` : step))
    .join('');
}

export function shapeOf(value: unknown): Shape {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'string') return 'text';
  if (typeof value === 'number' || typeof value === 'bigint') return 'number';
  return typeof value === 'boolean' ? 'boolean' : 'mapping';
}

/** A typed value, safe to show: one line, printable, at most 60 characters. Never called for a secret field. */
export function shown(value: unknown): string {
  const shape = shapeOf(value);
  if (shape === 'list' || shape === 'mapping') return shape === 'list' ? '[…]' : '{…}';
  const text = String(value).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, '\uFFFD');
  const characters = Array.from(text);
  return characters.length > 60 ? `${characters.slice(0, 59).join('')}…` : text;
}

/** In the order of a file: file, line, column; rows of tables after them. */
function byPlace(left: Problem, right: Problem): number {
  const [a, b] = [left.where, right.where];
  if ('file' in a && 'file' in b)
    return (
      compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(left.field, right.field)
    );
  if ('file' in a !== 'file' in b) return 'file' in a ? -1 : 1;
  return compare(whereText(a), whereText(b));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Collects problems; what is beyond the limits is counted, so that a file of nothing but faults costs no memory. */
export type ProblemList = {
  /** `where` is computed only for problems that are kept: finding a column may mean scanning a line. */
  add(where: () => Where, field: string, problem: Trouble): void;
  /** By place, at most 200, and how many more there are. */
  done(): Problem[];
};

export function problemList(): ProblemList {
  const list: Problem[] = [];
  let left = 0;
  return {
    add(where, field, problem) {
      if (list.length < kept) list.push({ where: where(), field, problem });
      else left++;
    },
    done: () => limited(list, left),
  };
}

const kept = 2_000;
const printed = 200;

/** Problems by place, at most 200, the rest counted. Lists that were limited before may be joined. */
export function limited(problems: readonly Problem[], alsoLeft = 0): Problem[] {
  let left = alsoLeft;
  const own: Problem[] = [];
  for (const problem of problems)
    if (problem.problem.is === 'more') left += problem.problem.count;
    else own.push(problem);
  own.sort(byPlace);
  const first = own.slice(0, printed);
  left += own.length - first.length;
  const last = first.at(-1);
  if (left > 0 && last !== undefined)
    first.push({ where: last.where, field: '', problem: { is: 'more', count: left } });
  return first;
}
