// Knows how typed documents become Records: every kind validated, presets merged, TODO values listed, references checked.
// Pure; everything that is wrong is said in one run. May not read files, nor judge mail.

import { kinds, type Kind } from './column.ts';
import { crossCheck } from './cross-check.ts';
import { problemList, shapeOf, shown, type Problem } from './problem.ts';
import type { Profile } from './profile.ts';
import { readRecord, type ReadContext, type TypedRecord } from './read-record.ts';
import { namesOf, type Entry, type Records } from './records.ts';
import { nearest } from './suggest.ts';
import { kindOf, tableOf } from './table.ts';
import type { FieldPath, Where } from './where.ts';

export type SourceDocument = {
  /** A mapping with kinds at its top (`mailboxes:` …), or one row with its `kind`. Null: an empty document. */
  value: unknown;
  /** Place of a value; of the deepest one that is written, where the path leads further. */
  where(path: FieldPath): Where;
  /** Place of a key; without it that of its value. */
  keyWhere?(path: FieldPath): Where;
  /** Keys beside the kinds that whoever read the file has taken out already (`include` of mailcheck.yaml). */
  alsoAllowed?: readonly string[];
};

/** A Map, or something that reads a preset when it is first asked for. */
export type Presets = Pick<ReadonlyMap<string, Partial<Profile>>, 'get' | 'keys'>;

export function readRecords(
  documents: Iterable<SourceDocument>,
  presets?: Presets,
): { records: Records; problems: Problem[] } {
  const problems = problemList();
  const records = emptyRecords();
  const context: ReadContext = { presets, problems, todos: records.todos, met: 0 };
  const brokenNames = new Map<Kind, Set<string>>();

  for (const document of documents)
    for (const typed of typedRecords(document, problems)) {
      const entry = readRecord(typed, context);
      if (entry === undefined) rememberBroken(typed, brokenNames);
      else if (entry.kind !== 'environment') (records[entry.kind] as Entry[]).push(entry);
      else if (records.environment === undefined) records.environment = entry as Entry<'environment'>;
      else {
        const first = records.environment.where();
        problems.add(() => entry.where(), 'environment', { is: 'several-environments', first });
      }
    }
  crossCheck(records, brokenNames, problems);
  return { records, problems: problems.done() };
}

export function emptyRecords(): Records {
  return {
    profiles: [],
    mailboxes: [],
    users: [],
    queues: [],
    teams: [],
    contacts: [],
    invitations: [],
    processes: [],
    sites: [],
    siteSettings: [],
    guests: [],
    tenants: [],
    emails: [],
    alerts: [],
    environment: undefined,
    todos: [],
  };
}

function* typedRecords(document: SourceDocument, problems: ReadContext['problems']): Generator<TypedRecord> {
  const { value } = document;
  const shape = shapeOf(value);
  if (shape === 'nothing') return;
  if (shape !== 'mapping') {
    problems.add(() => document.where([]), '', { is: 'not-a-mapping', got: shape });
    return;
  }
  const top = value as Record<string, unknown>;
  if (Object.hasOwn(top, 'kind')) {
    const kind = kindOf(top['kind']);
    if (kind === undefined) problems.add(() => document.where(['kind']), 'kind', unknownKind(top['kind']));
    else yield typedRecord(document, kind, value, [], true);
    return;
  }
  for (const [word, list] of Object.entries(top)) {
    const kind = (kinds as readonly string[]).includes(word) ? (word as Kind) : undefined;
    if (kind === undefined)
      problems.add(() => keyPlace(document, [word]), '', unknownKind(word, document.alsoAllowed));
    else if (Array.isArray(list))
      for (const [index, item] of list.entries())
        yield typedRecord(document, kind, item, [kind, index], false);
    else if (kind === 'environment' && shapeOf(list) === 'mapping')
      yield typedRecord(document, kind, list, [kind], false);
    else if (list !== null)
      problems.add(() => document.where([kind]), '', { is: 'not-a-list', kind, got: shapeOf(list) });
  }
}

function typedRecord(
  document: SourceDocument,
  kind: Kind,
  value: unknown,
  root: FieldPath,
  withKind: boolean,
): TypedRecord {
  return {
    table: tableOf(kind),
    value,
    withKind,
    where: (path) => document.where(root.length === 0 ? path : [...root, ...path]),
    keyWhere: (path) => keyPlace(document, [...root, ...path]),
  };
}

function keyPlace(document: SourceDocument, path: FieldPath): Where {
  return document.keyWhere?.(path) ?? document.where(path);
}

function unknownKind(word: unknown, alsoAllowed: readonly string[] = []) {
  const allowed = [...kinds, ...alsoAllowed];
  const meant = typeof word === 'string' ? nearest(word, allowed) : undefined;
  return { is: 'unknown-kind', shown: shown(word), meant, allowed } as const;
}

/** Names of a record that has a problem of its own, so that references to it are not called dangling as well. */
function rememberBroken({ table, value }: TypedRecord, brokenNames: Map<Kind, Set<string>>): void {
  if (shapeOf(value) !== 'mapping') return;
  const fields: Record<string, string> = {};
  for (const [word, inner] of Object.entries(value as object)) {
    const key = table.keys.get(word.toLowerCase());
    if (key !== undefined && typeof inner === 'string') fields[key] = inner.trim();
  }
  const names = namesOf({ kind: table.kind, id: fields['id'] ?? '', fields } as unknown as Entry);
  const known = brokenNames.get(table.kind) ?? new Set<string>();
  for (const name of names) if (name !== '') known.add(name);
  brokenNames.set(table.kind, known);
}
