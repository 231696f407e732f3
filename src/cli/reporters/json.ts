// Knows the machine format: the report as it is (src/core/report.ts), each finding with its words in both languages.
// The README documents the shape for its readers. May not judge.

import type { PathReport } from '../../core/path-report.ts';
import type { Report } from '../../core/report.ts';
import { ruleOf } from '../../core/rules/judge.ts';
import { machineText } from './machine-text.ts';
import { languages, type Finding, type FixStep, type Language } from '../../core/rules/rule.ts';

type FindingWords = { title: string; message: string; why: string; fix: FixStep[] };
export type FindingWithWords = Finding & { words: Record<Language, FindingWords> };

export function json(report: Report): string {
  return machineText({
    ...report,
    paths: report.paths.map(pathWithWords),
    mailboxes: report.mailboxes.map((mailbox) => ({
      ...mailbox,
      directions: mailbox.directions.map((direction) =>
        direction.finding === undefined ? direction : { ...direction, finding: withWords(direction.finding) },
      ),
      findings: mailbox.findings.map(withWords),
      ...switchedOffWithWords(mailbox),
    })),
    profiles: report.profiles.map((profile) => ({
      ...profile,
      findings: profile.findings.map(withWords),
      ...switchedOffWithWords(profile),
    })),
    findings: report.findings.map(withWords),
    ...switchedOffWithWords(report),
  });
}

function pathWithWords(path: PathReport): unknown {
  return {
    ...path,
    ...(path.cause === undefined ? {} : { cause: withWords(path.cause) }),
    findings: path.findings.map(withWords),
    ...switchedOffWithWords(path),
  };
}

function switchedOffWithWords({ switchedOff }: { switchedOff?: Finding[] }) {
  return switchedOff === undefined ? {} : { switchedOff: switchedOff.map(withWords) };
}

export function withWords(finding: Finding): FindingWithWords {
  const rule = ruleOf(finding.code);
  const words = Object.fromEntries(
    languages.map((language) => [
      language,
      {
        title: rule.title(language),
        message: rule.message(finding, language),
        why: rule.why(language),
        fix: rule.fix(finding, language),
      },
    ]),
  ) as Record<Language, FindingWords>;
  return { ...finding, words };
}
