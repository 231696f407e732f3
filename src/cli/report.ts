// Knows how a report begins, whatever command makes it.

import { fieldText } from '../core/records/problem.ts';
import { kinds } from '../core/records/column.ts';
import type { Records } from '../core/records/records.ts';
import type { Report } from '../core/report.ts';

/** Everything that every command fills in alike; the rest is empty until the command has it. */
export function emptyReport(command: Report['command'], records: Records, now: Date): Report {
  return {
    version: 1,
    command,
    at: now.toISOString(),
    paths: [],
    mailboxes: [],
    profiles: [],
    alerts: [],
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
