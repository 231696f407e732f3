// Knows the result of a run in a line for each message or mailbox, or one for all records.

import type { MailboxReport, PathReport, Report } from '../../core/report.ts';
import { ruleOf } from '../../core/rules/judge.ts';
import type { Language } from '../../core/rules/rule.ts';
import { mailboxTitle, pathTitle } from './all-findings.ts';
import { diagnoseWords } from './diagnose-words.ts';
import { countsText } from './human-check.ts';
import { testMailboxWords } from './test-mailbox-words.ts';
import { stageWords } from './words.ts';

export function headlines(report: Report, language: Language): string[] {
  return [
    ...report.paths.map((path) => pathHeadline(path, language)),
    ...report.mailboxes.map((mailbox) => mailboxHeadline(mailbox, language)),
    ...(report.command === 'check' ? [countsText(report, language)] : []),
  ];
}

export function pathHeadline(path: PathReport, language: Language): string {
  const said = diagnoseWords[language];
  const unknown = path.stages.filter(({ status }) => status === 'unknown');
  const reason =
    path.cause === undefined
      ? unknown.map(({ stage }) => stageWords[language][stage]).join(said.separator === ': ' ? ', ' : '、')
      : ruleOf(path.cause.code).title(language);
  return said.verdict[path.verdict](pathTitle(path, language), reason);
}

export function mailboxHeadline(mailbox: MailboxReport, language: Language): string {
  return `${mailboxTitle(mailbox)}: ${testMailboxWords[language].verdict[mailbox.verdict]}`;
}
