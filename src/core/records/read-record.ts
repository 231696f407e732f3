// Knows how one typed record becomes fields: aliases, TODO values, presets, validation. May not look at other records.

import type { Kind } from './column.ts';
import { explainIssue } from './explain-issue.ts';
import { fieldText, shapeOf, shown, type ProblemList } from './problem.ts';
import type { Profile } from './profile.ts';
import type { Presets } from './read.ts';
import type { Entry, Todo } from './records.ts';
import { nearest } from './suggest.ts';
import type { Table } from './table.ts';
import { isLeftOver, taken, takeOut, withoutTodos, type FoundTodo } from './todo-values.ts';
import { whereText, type FieldPath, type Where } from './where.ts';

/** One record as typed, and the places of what is in it; paths start at the record. */
export type TypedRecord = {
  table: Table;
  value: unknown;
  /** A row of a .jsonl file carries its kind among its fields. */
  withKind: boolean;
  where: (path: FieldPath) => Where;
  keyWhere: (path: FieldPath) => Where;
};

export type ReadContext = {
  presets: Presets | undefined;
  problems: ProblemList;
  todos: Todo[];
  /** Records met so far. */
  met: number;
};

/** zod compiles a parser for each schema. That takes as long as reading some hundred records without. */
const worthCompiling = 300;

type Fields = Record<string, unknown>;

/** The record, or undefined where something is wrong with it (which is then among the problems). */
export function readRecord(typed: TypedRecord, context: ReadContext): Entry | undefined {
  const { table } = typed;
  const { problems } = context;
  if (shapeOf(typed.value) !== 'mapping') {
    problems.add(() => typed.where([]), '', {
      is: 'not-a-record',
      kind: table.kind,
      got: shapeOf(typed.value),
    });
    return undefined;
  }
  const { fields, todos, renamed, wrong } = takeFields(typed, typed.value as Fields, problems);
  const typedPath = (path: FieldPath): FieldPath => {
    const alias = renamed?.get(String(path[0]));
    return alias === undefined ? path : [alias, ...path.slice(1)];
  };
  let broken = wrong;

  const identified = table.identity.some(
    (key) => isName(fields[key]) || todos.some((todo) => todo.path[0] === key),
  );
  if (!identified && table.identity.length > 0 && !needsNoId.includes(table.kind)) {
    problems.add(() => typed.where([]), '', { is: 'no-identity', kind: table.kind, keys: table.identity });
    broken = true;
  }

  const said = new Set<string>();
  context.met += 1;
  const parsing = { jitless: context.met < worthCompiling };
  let parsed = table.schema.safeParse(fields, parsing);
  while (!parsed.success) {
    // What a TODO left behind is not wrong: it is taken out until the rest stands by itself.
    const leftOver = parsed.error.issues.filter((issue) => isLeftOver(issue.path, todos));
    for (const issue of parsed.error.issues) {
      if (leftOver.includes(issue)) continue;
      for (const { path, atKey, trouble } of explainIssue(table, fields, issue)) {
        const field = fieldText(path);
        if (said.has(field)) continue;
        said.add(field);
        const place = atKey === true ? typed.keyWhere : typed.where;
        problems.add(() => place(typedPath(path)), field, trouble);
        broken = true;
      }
    }
    if (!leftOver.some((issue) => takeOut(fields, issue.path))) break;
    parsed = table.schema.safeParse(fields, parsing);
  }

  const id = idOf(table, fields) ?? whereText(typed.where([]));
  for (const todo of todos)
    context.todos.push({
      kind: table.kind,
      id,
      path: todo.path,
      where: typed.where(typedPath(todo.path)),
      hint: todo.hint,
    });
  // A required field that is still TODO is the one thing that may be left: the rest of the record stands.
  const own = parsed.success ? parsed.data : broken ? undefined : fields;
  const preset = presetOf(table.kind, fields, context, () => typed.where(typedPath(['preset'])));
  if (broken || own === undefined || preset === undefined) return undefined;

  const filled: Fields = { ...preset };
  for (const todo of todos) delete filled[String(todo.path[0])];
  for (const key of Object.keys(own)) delete filled[key];
  const fromPreset = new Set(Object.keys(filled));
  return {
    kind: table.kind,
    id,
    fields: fromPreset.size > 0 ? { ...filled, ...own } : own,
    where: (path = []) =>
      typed.where(fromPreset.has(String(path[0])) ? typedPath(['preset']) : typedPath(path)),
  };
}

/** A site setting cannot be without its name; nothing refers to a row that was found. */
const needsNoId: readonly Kind[] = ['siteSettings', 'emails', 'alerts'];

/** What a record is known by: its own id, else its address, else its name; a site setting by its name and site. */
export function idOf(table: Table, fields: Fields): string | undefined {
  const named = table.identity
    .map((key) => fields[key])
    .find(isName)
    ?.trim();
  const site = fields['site'];
  if (table.kind === 'siteSettings' && !isName(fields['id']) && named !== undefined && isName(site))
    return `${named} (${site.trim()})`;
  return named ?? (table.kind === 'environment' ? 'environment' : undefined);
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

/** YAML 1.1's; YAML 1.2 has none, and what it would mean where keys repeat is not to be guessed. */
const mergeKey = '<<';

function takeFields(typed: TypedRecord, raw: Fields, problems: ProblemList) {
  const { table } = typed;
  const fields: Fields = {};
  const todos: FoundTodo[] = [];
  let renamed: Map<string, string> | undefined;
  let wrong = false;
  for (const word of Object.keys(raw)) {
    if (typed.withKind && word === 'kind') continue;
    const key = table.keys.get(word.toLowerCase());
    if (key === undefined) {
      const meant = nearest(word, table.keys.keys());
      problems.add(
        () => typed.keyWhere([word]),
        '',
        word === mergeKey
          ? { is: 'merge-key' }
          : {
              is: 'unknown-key',
              shown: shown(word),
              kind: table.kind,
              meant: meant === undefined ? undefined : table.keys.get(meant),
              allowed: Object.keys(table.schema.shape),
            },
      );
      wrong = true;
      continue;
    }
    if (key !== word) {
      const other = Object.hasOwn(raw, key) ? key : renamed?.get(key);
      if (other !== undefined) {
        problems.add(() => typed.keyWhere([word]), key, { is: 'given-twice', key, typed: [other, word] });
        wrong = true;
        continue;
      }
      renamed ??= new Map();
      renamed.set(key, word);
    }
    const value = withoutTodos(raw[word], [key], todos);
    if (value !== taken) fields[key] = value;
  }
  return { fields, todos, renamed, wrong };
}

/** Fields of the record's preset; undefined: it names one that does not exist. */
function presetOf(
  kind: Kind,
  fields: Fields,
  context: ReadContext,
  where: () => Where,
): Partial<Profile> | undefined {
  const name = kind === 'profiles' ? fields['preset'] : undefined;
  if (typeof name !== 'string' || context.presets === undefined) return {};
  const preset = context.presets.get(name.trim());
  if (preset === undefined) {
    const allowed = [...context.presets.keys()];
    context.problems.add(where, 'preset', {
      is: 'unknown-preset',
      shown: shown(name),
      meant: nearest(name, allowed),
      allowed,
    });
  }
  return preset;
}
