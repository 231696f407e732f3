// Knows how a command gets its records, and how changes go back. Everything that is wrong with the files is said in one run.

import type { Entry, Records } from '../core/records/records.ts';
import { problemLine, problemText } from '../core/records/problem.ts';
import { writeTroubleText } from '../core/records/write-problem.ts';
import { whereText, type Where } from '../core/records/where.ts';
import type { RecordChange } from '../core/mailbox-report.ts';
import type { Language } from '../core/rules/rule.ts';
import { load } from '../io/sources/load.ts';
import type { Context } from './context.ts';
import { Unusable } from './exit.ts';
import { forErrors } from './for-errors.ts';

export type Workspace = {
  records: Records;
  /** Folder of mailcheck.yaml: relative paths of secrets start there. */
  root: string;
  /** mailcheck.yaml, as a person here would type it. */
  file: string;
};

/** Changes of one mailbox's record. */
export type Write = { entry: Entry<'mailboxes'>; changes: RecordChange[] };

const words: Record<Language, { unusable(count: number): string }> = {
  en: {
    unusable: (count) =>
      `${count === 1 ? 'One thing' : `${count} things`} in the records cannot be used; nothing was judged.`,
  },
  ja: { unusable: (count) => `設定ファイルに使えない記述が${count}件あるため、何も判定していません。` },
};

export async function loadWorkspace(workspace: string | undefined, context: Context): Promise<Workspace> {
  const { records, problems, root, name: file, settings } = await load({ cwd: context.cwd, workspace });
  // `language:` of mailcheck.yaml is a team's choice: it counts before the machine's locale, not before the person's.
  if (settings.language !== undefined && !context.languageAsked) context.language = settings.language;
  if (problems.length === 0) return { records, root, file };
  const [first] = problems;
  // Nothing is wrong with the records: there are none.
  if (first?.problem.is === 'no-workspace') throw new Unusable(problemText(first, context.language));
  for (const problem of problems) context.err(forErrors(problemLine(problem, context.language), context));
  throw new Unusable(words[context.language].unusable(problems.length));
}

/** One write a run. What could not be written is said, with the way out; the rest is written all the same. */
export async function writeBack(
  writes: readonly Write[],
  context: Context,
): Promise<{ written: Map<Entry, Where>; failed: boolean }> {
  const { writeChanges } = await import('../io/store.ts');
  const { written, failed } = await writeChanges(writes, { cwd: context.cwd });
  for (const { entry, trouble } of failed)
    context.err(forErrors(`${entry.id}: ${writeTroubleText(trouble, context.language)}`, context));
  return {
    written: new Map(written.map(({ entry, where }) => [entry, where])),
    failed: failed.length > 0,
  };
}

/** FILE:LINE; the column says nothing here. */
export function placeText(where: Where): string {
  return 'file' in where ? `${where.file}:${where.line}` : whereText(where);
}

/** Orders what placeText() says. No collator: loading one costs a tenth of the start-up. */
export function byPlace(a: string, b: string): number {
  const [fileA, lineA] = splitPlace(a);
  const [fileB, lineB] = splitPlace(b);
  return fileA === fileB ? lineA - lineB : fileA < fileB ? -1 : 1;
}

function splitPlace(place: string): [string, number] {
  const colon = place.lastIndexOf(':');
  return [place.slice(0, colon), Number(place.slice(colon + 1))];
}
