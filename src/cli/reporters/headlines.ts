// Knows the result of a run in a line for each message, server profile or mailbox, or one for all records.

import { isMessageMissed } from '../../core/delivery/test-result.ts';
import type { MailboxReport } from '../../core/mailbox-report.ts';
import type { PathReport } from '../../core/path-report.ts';
import type { Report } from '../../core/report.ts';
import { ruleOf } from '../../core/rules/judge.ts';
import { fewOf } from '../../core/rules/of-profile.ts';
import type { Language } from '../../core/rules/rule.ts';
import { safe } from '../safe.ts';
import { mailboxTitle, pathTitle } from './all-findings.ts';
import { diagnoseWords } from './diagnose-words.ts';
import { countsOf, profilesToTell, seeProfile, together } from './explained.ts';
import { countsText } from './human-check.ts';
import { platformWords } from './platform-words.ts';
import { testMailboxWords } from './test-mailbox-words.ts';
import { stageWords } from './words.ts';

export function headlines(report: Report, language: Language): string[] {
  return [
    ...report.paths.map((path) => pathHeadline(path, language)),
    ...profilesToTell(report).map((each) => profileHeadline(each, language)),
    ...together(report.mailboxes, (mailbox) => verdictOf(mailbox, language)).map((alike) =>
      mailboxHeadline(alike, language),
    ),
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

export function profileHeadline(
  { profile, mailboxes }: ReturnType<typeof profilesToTell>[number],
  language: Language,
): string {
  const said = platformWords[language];
  return `${said.profileHeading(safe(profile.name))}: ${said.tested(countsOf(mailboxes))}`;
}

/** Of several, those that their server profile explains alike. */
export function mailboxHeadline(
  alike: readonly [MailboxReport, ...MailboxReport[]],
  language: Language,
): string {
  return `${fewOf(alike.map(mailboxTitle), language)}: ${verdictOf(alike[0], language)}`;
}

function verdictOf(mailbox: MailboxReport, language: Language): string {
  const said = testMailboxWords[language];
  const missed = isMessageMissed(mailbox)
    ? `${said.separator}${said.arrivalLabel}${said.colon}${said.arrival[mailbox.arrival]}`
    : '';
  return said.verdict[mailbox.verdict] + missed + seeProfile(mailbox, language);
}
