// Knows where the lines of the records are once results have been written among them: a result adds keys, so what stands
// below moves down. May not read the files again.

import type { Entry } from '../core/records/records.ts';
import type { Where } from '../core/records/where.ts';
import type { MailboxReport } from '../core/report.ts';
import type { Finding } from '../core/rules/rule.ts';

/** `written`: the records that were changed, each with its place afterwards. A place moves with the record before it. */
export function withMovedPlaces(
  reports: readonly MailboxReport[],
  written: ReadonlyMap<Entry, Where>,
): MailboxReport[] {
  const moves = [...written]
    .flatMap(([entry, after]) => moveOf(entry.where(), after))
    .sort((a, b) => a.line - b.line);
  const moved = (where: Where): Where => {
    if (!('file' in where)) return where;
    const by = moves.findLast(({ file, line }) => file === where.file && line <= where.line)?.by ?? 0;
    return { ...where, line: where.line + by };
  };
  const placed = (finding: Finding): Finding => ({
    ...finding,
    ...(finding.where === undefined ? {} : { where: moved(finding.where) }),
    ...(finding.changed === undefined
      ? {}
      : { changed: { ...finding.changed, where: moved(finding.changed.where) } }),
  });
  return reports.map((report) => ({
    ...report,
    where: moved(report.where),
    findings: report.findings.map(placed),
    ...(report.switchedOff === undefined ? {} : { switchedOff: report.switchedOff.map(placed) }),
    directions: report.directions.map((direction) =>
      direction.finding === undefined ? direction : { ...direction, finding: placed(direction.finding) },
    ),
  }));
}

function moveOf(before: Where, after: Where): { file: string; line: number; by: number }[] {
  if (!('file' in before) || !('file' in after)) return [];
  return [{ file: before.file, line: before.line, by: after.line - before.line }];
}
