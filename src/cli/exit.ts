// Knows what the exit codes mean and which one wins. May not end the process: main.ts does.

import type { Finding, Severity } from '../core/rules/rule.ts';
import type { PathReport } from '../core/path-report.ts';
import type { Report } from '../core/report.ts';

/**
 * 0 nothing stops the mail · 1 a finding at or above --fail-on · 2 unusable input or usage ·
 * 3 could not be determined · 130 interrupted.
 */
export type ExitCode = 0 | 1 | 2 | 3 | 130;

export const failOnChoices = ['error', 'warning', 'information'] as const;
export type FailOn = (typeof failOnChoices)[number];

/** The command line or the input cannot be used: the sentence is shown, without a stack, and the code is 2. */
export class Unusable extends Error {
  override readonly name = 'Unusable';
}

const precedence: readonly ExitCode[] = [130, 2, 1, 3, 0];

/** Of several results the one that a caller must not miss. */
export function worst(codes: readonly ExitCode[]): ExitCode {
  return precedence.find((code) => codes.includes(code)) ?? 0;
}

export function exitCode(report: Report, failOn: FailOn): ExitCode {
  return worst([
    ...report.paths.map((path) => ofPath(path, failOn)),
    ...report.mailboxes.flatMap((mailbox): ExitCode[] => [
      mailbox.verdict === 'failure' ? 1 : mailbox.verdict === 'unknown' ? 3 : 0,
      ofFindings(mailbox.findings, failOn),
    ]),
    ...report.profiles.map(({ findings }) => ofFindings(findings, failOn)),
    ofFindings(report.findings, failOn),
    report.todos.length > 0 && report.command === 'check' ? 3 : 0,
  ]);
}

function ofPath(path: PathReport, failOn: FailOn): ExitCode {
  switch (path.verdict) {
    case 'not-requested':
      return 0;
    case 'stopped':
      return 1;
    case 'unknown':
      return worst([3, ofFindings(path.findings, failOn)]);
    case 'nothing-stops-it':
      return hasAtOrAbove(path.findings, failOn) ? 1 : 0;
  }
}

function ofFindings(findings: readonly Finding[], failOn: FailOn): ExitCode {
  if (hasAtOrAbove(findings, failOn)) return 1;
  return findings.some(({ severity }) => severity === 'unknown') ? 3 : 0;
}

const rank: Record<Severity, number> = {
  error: 3,
  warning: 2,
  information: 1,
  unknown: 0,
  'not-requested': 0,
};

function hasAtOrAbove(findings: readonly Finding[], failOn: FailOn): boolean {
  return findings.some((finding) => isAtOrAbove(finding, failOn));
}

export function isAtOrAbove({ severity }: Finding, failOn: FailOn): boolean {
  return rank[severity] >= rank[failOn];
}
