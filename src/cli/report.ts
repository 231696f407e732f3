// Knows how a report begins, and how one is given out in the format asked for.

import { fieldText } from '../core/records/problem.ts';
import { kinds } from '../core/records/column.ts';
import type { Records } from '../core/records/records.ts';
import type { Report } from '../core/report.ts';
import type { Context } from './context.ts';
import type { Details } from './reporters/human.ts';
import { measuredRoughly } from './wrap.ts';

export type Format = 'human' | 'json';

/** Everything that every command fills in alike; the rest is empty until the command has it. */
export function emptyReport(command: Report['command'], records: Records, now: Date): Report {
  return {
    version: 1,
    command,
    at: now.toISOString(),
    paths: [],
    mailboxes: [],
    findings: [],
    todos: records.todos.map(({ where, kind, id, path, hint }) => ({
      where,
      path: `${kind === 'environment' ? kind : `${kind} ${id}`}: ${fieldText(path)}`,
      hint,
    })),
    records: countByKind(records),
    probed: [],
    skipped: [],
    written: [],
  };
}

function countByKind(records: Records): Record<string, number> {
  return Object.fromEntries(
    kinds.map((kind) => [
      kind,
      kind === 'environment' ? (records.environment === undefined ? 0 : 1) : records[kind].length,
    ]),
  );
}

export async function giveOut(
  report: Report,
  format: Format | undefined,
  details: Details,
  context: Context,
): Promise<void> {
  if (format === 'json') {
    const { json } = await import('./reporters/json.ts');
    context.out(json(report));
    return;
  }
  const { human } = await import('./reporters/human.ts');
  const { style, language } = context;
  let text = human(report, details, style, language);
  if (await measuredRoughly()) text = human(report, details, style, language);
  context.out(text);
}
