// Judges one message's path: runs the rules over path, mailbox, profile and sessions, and says which stage stops it.
// Pure: records, path and evidence in, PathReport out. May not look at the world or choose words.

import type { DeliveryPath } from '../delivery/path.ts';
import { serverKnowledge } from '../delivery/server-knowledge.ts';
import { stages, type Stage } from '../delivery/stage.ts';
import { traceOf } from '../delivery/trace.ts';
import type { Evidence, Observation } from '../mail/evidence.ts';
import { effectiveProfile } from '../records/profile-defaults.ts';
import { resolveReference, type Entry, type Records } from '../records/records.ts';
import type { PathReport, StageReport, StageStatus, Verdict } from '../report.ts';
import { stageFacts } from '../delivery/stage-facts.ts';
import type { Facts, MailboxFacts, Subject } from './facts.ts';
import { rules } from './index.ts';
import type { Finding, Rule } from './rule.ts';

/** Stages that diagnose must be able to judge; domain and arrival only where asked for. */
const required: readonly Stage[] = [
  'request',
  'recipient',
  'process',
  'sender',
  'mailbox',
  'profile',
  'server',
];

/** What stops one message, or what would have to be known to say so. Findings in path order, then by code. */
export function judgePath(path: DeliveryPath, evidence: Evidence | undefined, now: Date): PathReport {
  const observations = sessionsOf(evidence, path.mailbox.found?.id);
  const findings = inPathOrder([
    ...runRules('path', { path, records: path.records, now }),
    ...(path.mailbox.found === undefined
      ? []
      : mailboxFindings(path.mailbox.found, path.records, 'send', now)),
    ...sessionFindings(observations, path.mailbox.found, path.profile.found, now),
  ]);
  const stageReports = stages.map((stage) => ({
    stage,
    status: ownStatus(stage, path, findings, observations, now),
  }));
  const verdict = verdictOf(stageReports);
  const cause = verdict === 'stopped' || verdict === 'not-requested' ? causeOf(findings, verdict) : undefined;
  return {
    message: path.message,
    verdict,
    ...(cause === undefined ? {} : { cause }),
    earliestKnown: cause !== undefined && verdict === 'stopped' && unknownBefore(cause.stage, stageReports),
    findings,
    stages: withReach(stageReports, cause).map((report) => ({
      ...report,
      facts: stageFacts(report.stage, path, observations, now),
    })),
    chain: path.sender.hops,
    trace: verdict === 'stopped' ? traceOf(path, cause?.stage) : 'not-known',
  };
}

/** Findings about one mailbox and its profile, without any session. */
export function mailboxFindings(
  mailbox: Entry<'mailboxes'>,
  records: Records,
  purpose: MailboxFacts['purpose'],
  now: Date,
): Finding[] {
  const facts = mailboxFacts(mailbox, records, purpose, now);
  return [
    ...runRules('mailbox', facts),
    ...(facts.profile === undefined ? [] : profileFindings(facts.profile, records, now)),
  ];
}

export function profileFindings(profile: Entry<'profiles'>, records: Records, now: Date): Finding[] {
  const effective = effectiveProfile(profile.fields);
  return runRules('profile', { profile, effective, environment: records.environment, records, now });
}

export function sessionFindings(
  observations: Observation[],
  mailbox: Entry<'mailboxes'> | undefined,
  profile: Entry<'profiles'> | undefined,
  now: Date,
): Finding[] {
  return observations.flatMap((observation) =>
    runRules('session', { observation, observations, mailbox, profile, now }),
  );
}

/** What the rules about a mailbox are shown. */
export function mailboxFacts(
  mailbox: Entry<'mailboxes'>,
  records: Records,
  purpose: MailboxFacts['purpose'],
  now: Date,
): MailboxFacts {
  const { regarding, profile: profileName } = mailbox.fields;
  const profile =
    profileName === undefined || profileName === null
      ? undefined
      : resolveReference(records, ['profiles'], profileName).found;
  return {
    mailbox,
    owner:
      regarding === undefined
        ? undefined
        : (resolveReference(records, ['users', 'queues'], regarding).found as MailboxFacts['owner']),
    profile,
    effective: profile === undefined ? undefined : effectiveProfile(profile.fields),
    environment: records.environment,
    purpose,
    records,
    now,
  };
}

export function runRules<S extends Subject>(subject: S, facts: Facts[S]): Finding[] {
  return rules.filter((rule) => rule.subject === subject).flatMap((rule) => rule.run(facts));
}

/** The rule behind a code. Throws for a code that no rule has: findings are made by rules only. */
export function ruleOf(code: string): Rule {
  const rule = rules.find((candidate) => candidate.code === code);
  if (rule === undefined) throw new Error(`no rule has the code ${code}`);
  return rule;
}

export function inPathOrder(findings: Finding[]): Finding[] {
  return findings.toSorted(
    (a, b) => stages.indexOf(a.stage) - stages.indexOf(b.stage) || a.code.localeCompare(b.code),
  );
}

function sessionsOf(evidence: Evidence | undefined, mailbox: string | undefined): Observation[] {
  return (evidence?.observations ?? []).filter(
    (observation): observation is Observation =>
      observation.kind === 'session' &&
      observation.mailbox === mailbox &&
      observation.direction === 'outgoing',
  );
}

type StageVerdict = { stage: Stage; status: StageStatus };

/** Status of a stage by itself, as if nothing before it stopped the mail. */
function ownStatus(
  stage: Stage,
  path: DeliveryPath,
  findings: Finding[],
  observations: Observation[],
  now: Date,
): StageStatus {
  const severities = new Set(
    findings.filter((finding) => finding.stage === stage).map((finding) => finding.severity),
  );
  if (severities.has('not-requested')) return 'not-requested';
  if (severities.has('error')) return 'stops';
  if (severities.has('unknown')) return 'unknown';
  if (!isKnown(stage, path, observations, now)) return required.includes(stage) ? 'unknown' : 'not-examined';
  return severities.has('warning') ? 'may-stop' : 'passes';
}

/** Whether there was anything to judge this stage by: nothing that was not looked at is called fine. */
function isKnown(stage: Stage, path: DeliveryPath, observations: Observation[], now: Date): boolean {
  switch (stage) {
    case 'request':
      return path.contact.found !== undefined || path.message.kind === 'workflow';
    case 'recipient':
      return path.contact.found !== undefined;
    case 'process':
      return path.process.found !== undefined;
    case 'sender':
      return path.sender.end.kind !== 'unknown';
    case 'mailbox':
      return path.mailbox.found !== undefined;
    case 'profile':
      return path.profile.found !== undefined;
    case 'server':
      return (
        path.mailbox.found !== undefined &&
        serverKnowledge(path.mailbox.found, observations, now).source !== 'none'
      );
    case 'domain':
    case 'arrival':
      return false;
  }
}

function verdictOf(reports: StageVerdict[]): Verdict {
  const has = (status: StageStatus) => reports.some((report) => report.status === status);
  if (has('not-requested')) return 'not-requested';
  if (has('stops')) return 'stopped';
  return has('unknown') ? 'unknown' : 'nothing-stops-it';
}

function causeOf(findings: Finding[], verdict: 'stopped' | 'not-requested'): Finding | undefined {
  return findings.find((finding) => finding.severity === (verdict === 'stopped' ? 'error' : 'not-requested'));
}

function unknownBefore(stage: Stage, reports: StageVerdict[]): boolean {
  return reports.some(
    (report) => report.status === 'unknown' && stages.indexOf(report.stage) < stages.indexOf(stage),
  );
}

/** Stages after the cause are not reached, whatever was found there: those findings are secondary. */
function withReach(reports: StageVerdict[], cause: Finding | undefined): Omit<StageReport, 'facts'>[] {
  if (cause === undefined) return reports;
  return reports.map((report) =>
    stages.indexOf(report.stage) > stages.indexOf(cause.stage) && report.status !== 'not-examined'
      ? { ...report, status: 'not-reached' }
      : report,
  );
}
