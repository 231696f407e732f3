// Knows every finding of a report, whatever command made it, with what it is about; and how one is said in a few lines of
// plain text. For the reporters that list findings.

import type { MailboxReport } from '../../core/mailbox-report.ts';
import type { PathReport } from '../../core/path-report.ts';
import type { Report } from '../../core/report.ts';
import { ruleOf } from '../../core/rules/judge.ts';
import type { Finding, Language } from '../../core/rules/rule.ts';
import { who } from '../../core/rules/who.ts';
import type { FailOn } from '../exit.ts';
import { safe } from '../safe.ts';
import { diagnoseWords } from './diagnose-words.ts';

/** How a run ended, and what a reporter must know of it besides the report. */
export type Run = {
  failOn: FailOn;
  exitCode: number;
  version: string;
  /** mailcheck.yaml, as a person here would type it: the place of what has no other. */
  workspace: string;
};

export type Listed = {
  finding: Finding;
  /** The message, server profile or mailbox that it is about; empty for all records. */
  about: string;
  switchedOff: boolean;
};

export function allFindings(report: Report): Listed[] {
  const of = (about: string, { findings, switchedOff = [] }: Pick<Report, 'findings' | 'switchedOff'>) => [
    ...findings.map((finding) => ({ finding, about, switchedOff: false })),
    ...switchedOff.map((finding) => ({ finding, about, switchedOff: true })),
  ];
  return [
    ...report.paths.flatMap((path) => of(aboutPath(path), path)),
    ...report.profiles.flatMap((profile) => of(profile.profile, profile)),
    ...report.mailboxes.flatMap((mailbox) => of(mailbox.mailbox, mailbox)),
    ...of('', report),
  ];
}

/** The same in every language: it goes into fingerprints and names of tests. */
export function aboutPath({ message }: PathReport): string {
  return [message.kind, message.process, message.to].filter((part) => part !== undefined).join(' ');
}

export function pathTitle({ message }: PathReport, language: Language): string {
  return safe(diagnoseWords[language].message(message));
}

export function mailboxTitle({ address }: MailboxReport): string {
  return safe(address);
}

export function messageText(finding: Finding, language: Language): string {
  return oneLine(ruleOf(finding.code).message(finding, language));
}

export function titleText(finding: Finding, language: Language): string {
  return oneLine(ruleOf(finding.code).title(language));
}

/** `1. System Administrator: …` */
export function stepTexts(finding: Finding, language: Language): string[] {
  return ruleOf(finding.code)
    .fix(finding, language)
    .map((step, index) => `${index + 1}. ${capital(who[step.who][language])}: ${oneLine(step.do)}`);
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What came from a server or a record stays on the line that was made for it. */
function oneLine(text: string): string {
  return safe(text.replaceAll(/\s+/g, ' '));
}
