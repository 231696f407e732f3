// Knows the machine format: the report as it is (src/core/report.ts), each finding with its words in both languages.
//
// {
//   "version": 1,             grows within a version: new keys may come, none goes or changes its meaning
//   "command": "diagnose" | "check" | "test-mailbox",
//   "at": ISO 8601,
//   "paths":     [{ message, verdict, cause?, earliestKnown, findings, stages, chain, trace }]       diagnose: one
//   "mailboxes": [{ mailbox, address, where, profile?, verdict, directions, arrival, findings, changes }]   test-mailbox
//   "findings":  [finding]    check: all; else what belongs to no path and no mailbox
//   "todos":     [{ where, path, hint }]
//   "records":   { kind: count }
//   "probed":    [text]       servers contacted
//   "skipped":   [{ what, because }]
//   "written":   ["file:line"]
// }
// finding: { code, severity, stage, params, where?, subject?, words: { en, ja } }
//          words: { title, message, why, fix: [{ who, do }] }; `who` is a key of src/core/rules/who.ts, in every language.
// where:   { file, line, column } or { table, row, column? }
// directions[].observation has every step with its outcome, milliseconds and the server's reply, and the masked transcript.
// Text of servers is as received; characters that could steer a terminal are written as \uXXXX.

import type { PathReport, Report } from '../../core/report.ts';
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
    })),
    findings: report.findings.map(withWords),
  });
}

function pathWithWords(path: PathReport): unknown {
  return {
    ...path,
    ...(path.cause === undefined ? {} : { cause: withWords(path.cause) }),
    findings: path.findings.map(withWords),
  };
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
