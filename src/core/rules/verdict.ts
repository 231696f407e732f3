// Knows how the statuses of the stages become one verdict, its cause, and what is not reached behind it. Pure.

import { stages, type Stage } from '../delivery/stage.ts';
import type { StageReport, StageStatus, Verdict } from '../path-report.ts';
import type { Finding } from './rule.ts';

export type StageVerdict = { stage: Stage; status: StageStatus };

export function verdictOf(reports: StageVerdict[]): Verdict {
  const has = (status: StageStatus) => reports.some((report) => report.status === status);
  if (has('not-requested')) return 'not-requested';
  if (has('stops')) return 'stopped';
  return has('unknown') ? 'unknown' : 'nothing-stops-it';
}

export function causeOf(findings: Finding[], verdict: 'stopped' | 'not-requested'): Finding | undefined {
  return findings.find((finding) => finding.severity === (verdict === 'stopped' ? 'error' : 'not-requested'));
}

export function unknownBefore(stage: Stage, reports: StageVerdict[]): boolean {
  return reports.some(
    (report) => report.status === 'unknown' && stages.indexOf(report.stage) < stages.indexOf(stage),
  );
}

/**
 * Stages after the cause are not reached, whatever was found there: those findings are secondary. What a session showed of the
 * server (`looked`) was seen all the same.
 */
export function withReach(
  reports: StageVerdict[],
  cause: Finding | undefined,
  looked = false,
): Omit<StageReport, 'facts'>[] {
  if (cause === undefined) return reports;
  return reports.map((report) =>
    stages.indexOf(report.stage) > stages.indexOf(cause.stage) &&
    report.status !== 'not-examined' &&
    !(looked && report.stage === 'server')
      ? { ...report, status: 'not-reached' }
      : report,
  );
}
