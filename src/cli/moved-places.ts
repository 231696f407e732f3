// Knows where the lines of the records are once results have been written among them: a result adds keys, so what stands
// below moves down. May not read the files again.

import type { Entry } from '../core/records/records.ts';
import type { Where } from '../core/records/where.ts';
import type { Receiver } from '../core/profile-report.ts';
import type { Report } from '../core/report.ts';
import type { Finding } from '../core/rules/rule.ts';

type Placed = Pick<Report, 'mailboxes' | 'profiles' | 'alerts'>;

/** `written`: the records that were changed, each with its place afterwards. A place moves with the record before it. */
export function withMovedPlaces(
  { mailboxes, profiles, alerts }: Placed,
  written: ReadonlyMap<Entry, Where>,
): Placed {
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
  const placedAll = <T extends { where: Where; findings: Finding[]; switchedOff?: Finding[] }>(
    report: T,
  ): T => ({
    ...report,
    where: moved(report.where),
    findings: report.findings.map(placed),
    ...(report.switchedOff === undefined ? {} : { switchedOff: report.switchedOff.map(placed) }),
  });
  const placedOwner = (receiver: Receiver): Receiver =>
    receiver.add === undefined
      ? receiver
      : { ...receiver, add: { ...receiver.add, where: moved(receiver.add.where) } };
  return {
    mailboxes: mailboxes.map((report) => ({
      ...placedAll(report),
      directions: report.directions.map((direction) =>
        direction.finding === undefined ? direction : { ...direction, finding: placed(direction.finding) },
      ),
    })),
    profiles: profiles.map((profile) => ({
      ...placedAll(profile),
      ...(profile.emailAlert === undefined
        ? {}
        : { emailAlert: { ...profile.emailAlert, to: placedOwner(profile.emailAlert.to) } }),
    })),
    alerts: alerts.map((alert) => ({ ...alert, tells: alert.tells.map(placedOwner) })),
  };
}

function moveOf(before: Where, after: Where): { file: string; line: number; by: number }[] {
  if (!('file' in before) || !('file' in after)) return [];
  return [{ file: before.file, line: before.line, by: after.line - before.line }];
}
