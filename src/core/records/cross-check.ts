// Knows what must hold among records: ids are unique, references lead to exactly one record. Judges no mail.

import type { Kind } from './column.ts';
import { nameKey } from './name-key.ts';
import { fieldText, shown, type ProblemList } from './problem.ts';
import { namesOf, resolveReference, type Entry, type Records } from './records.ts';
import { nearest } from './suggest.ts';
import { tableOf } from './table.ts';
import type { FieldPath } from './where.ts';

/** Kinds that one reference may mean (an owner is a user or a team; a sender a user or a queue) share their ids. */
const together: readonly Kind[] = ['users', 'queues', 'teams'];

/**
 * `brokenNames`: what records with a problem of their own are called. They are not among the records,
 * but a reference to one of them does not dangle.
 */
export function crossCheck(
  records: Records,
  brokenNames: ReadonlyMap<Kind, ReadonlySet<string>>,
  problems: ProblemList,
): void {
  checkIds(records, problems);
  checkReferences(records, brokenNames, problems);
}

function checkIds(records: Records, problems: ProblemList): void {
  const shared = new Map<string, Entry>();
  for (const kind of Object.keys(records) as (keyof Records)[]) {
    if (kind === 'environment' || kind === 'todos' || kind === 'rules') continue;
    const taken = together.includes(kind) ? shared : new Map<string, Entry>();
    for (const entry of records[kind]) {
      const id = nameKey(entry.id);
      const first = taken.get(id);
      if (first === undefined) {
        taken.set(id, entry);
        continue;
      }
      const ownId = (entry.fields as { id?: string }).id !== undefined;
      const field = ownId ? 'id' : '';
      problems.add(() => entry.where(ownId ? ['id'] : []), field, {
        is: 'duplicate-id',
        shown: shown(entry.id),
        first: first.where(),
        kind,
        firstKind: first.kind,
        ownId: ownId && (first.fields as { id?: string }).id !== undefined,
      });
    }
  }
}

function checkReferences(
  records: Records,
  brokenNames: ReadonlyMap<Kind, ReadonlySet<string>>,
  problems: ProblemList,
): void {
  let comparisons = 1_000_000; // "did you mean" among very many records is left out: it would be quadratic
  const meantBy = (name: string, kinds: readonly Kind[]): string | undefined => {
    const entries = kinds.flatMap((kind) => entriesOf(records, kind));
    comparisons -= entries.length;
    return comparisons < 0 ? undefined : nearest(name, entries.flatMap(namesAsTyped));
  };
  // Only kinds that there are records of: the others' schemas need not be made.
  const kinds = (Object.keys(records) as (keyof Records)[]).filter(
    (key): key is Kind => key !== 'todos' && key !== 'rules' && entriesOf(records, key).length > 0,
  );
  for (const kind of kinds)
    for (const { path, kinds: meantKinds } of tableOf(kind).references) {
      const fine = new Set<string>();
      for (const entry of entriesOf(records, kind))
        for (const [name, place] of valuesAt(entry.fields, path)) {
          if (fine.has(name)) continue;
          const resolved = resolveReference(records, meantKinds, name);
          const wanted = nameKey(name);
          if (
            resolved.found !== undefined ||
            meantKinds.some((meant) => brokenNames.get(meant)?.has(wanted))
          ) {
            fine.add(name);
            continue;
          }
          const { candidates } = resolved;
          if (candidates.length === 0)
            problems.add(() => entry.where(place), fieldText(place), {
              is: 'dangling',
              shown: shown(name),
              kinds: meantKinds,
              meant: meantBy(name, meantKinds),
            });
          else if (new Set(candidates.map((candidate) => nameKey(candidate.id))).size > 1)
            problems.add(() => entry.where(place), fieldText(place), {
              is: 'ambiguous',
              shown: shown(name),
              candidates: candidates.slice(0, 10).map((found) => ({
                kind: found.kind,
                id: shown(found.id),
                where: found.where(),
              })),
            });
          // The same id twice is a problem of those records, and is said there.
        }
    }
}

function entriesOf(records: Records, kind: Kind): readonly Entry[] {
  if (kind !== 'environment') return records[kind];
  return records.environment === undefined ? [] : [records.environment];
}

function namesAsTyped(entry: Entry): string[] {
  return [entry.id, ...namesOf(entry).filter((name) => name !== nameKey(entry.id))];
}

/** Texts at a path in which `*` is any index, each with its real path. */
function valuesAt(value: unknown, path: readonly string[], place: FieldPath = []): [string, FieldPath][] {
  if (value === undefined || value === null) return [];
  const [step, ...rest] = path;
  if (step === undefined) return typeof value === 'string' ? [[value, place]] : [];
  if (step === '*')
    return Array.isArray(value)
      ? value.flatMap((item, index) => valuesAt(item, rest, [...place, index]))
      : [];
  if (typeof value !== 'object' || !Object.hasOwn(value, step)) return [];
  return valuesAt((value as Record<string, unknown>)[step], rest, [...place, step]);
}
