// Judges one mailbox's live test: the preconditions first, then what the sessions showed.
// Pure. The precondition's findings decide whether a socket is opened at all; see test-mailbox.

import { gather, once } from '../records/look-up.ts';
import { arrivalOf, faultOf, reachedGoal } from '../mail/fault.ts';
import type { Evidence, LocalProblem, Observation } from '../mail/evidence.ts';
import { directions, type Direction } from '../mail/protocol.ts';
import type { Entry, Records } from '../records/records.ts';
import type { DirectionReport, MailboxReport } from '../mailbox-report.ts';
import { inPathOrder, mailboxFacts, mailboxFindings, runRules } from './judge.ts';
import { asFound, withoutSwitchedOff, withSettings } from './rule-settings.ts';
import type { Finding } from './rule.ts';

/**
 * The report of one mailbox. Without evidence: the preconditions alone, every direction "not-tested".
 * `changes` is empty; lifecycle.ts says what the results do to the record.
 * `ofRecord`: what mailboxFindings() said of the same records before the test.
 */
export function judgeMailbox(
  mailbox: Entry<'mailboxes'>,
  records: Records,
  evidence: Evidence | undefined,
  now: Date,
  ofRecord = mailboxFindings(mailbox, records, 'test', now),
): MailboxReport {
  const facts = mailboxFacts(mailbox, records, 'test', now);
  const { observations = [], byMailbox } = evidence === undefined ? {} : sorted(evidence);
  const seen = byMailbox?.get(mailbox.id) ?? [];
  // Outgoing first: it is the direction that a portal's mail takes, and sessions are told in that order.
  const sessions = seen
    .filter((observation) => observation.kind === 'session')
    .toSorted((a, b) => Number(a.direction === 'incoming') - Number(b.direction === 'incoming'));
  const findings = inPathOrder([
    ...ofRecord,
    ...sessions.flatMap((session) =>
      runRules('session', { observation: session, observations, mailbox, profile: facts.profile, now }).map(
        (finding) => ({ ...finding, subject: session.direction }),
      ),
    ),
  ]);
  // What a session means for the record is judged by what was found; what is said of it, by what `rules:` makes of that.
  const reports = directions.map((direction) => directionReport(direction, seen, findings));
  const chosen = withSettings(findings, records);
  const chosenOf = (finding: Finding) => chosen[findings.indexOf(finding)] ?? finding;
  return {
    mailbox: mailbox.id,
    address: mailbox.fields.emailAddress ?? mailbox.id,
    where: mailbox.where(),
    ...(facts.profile === undefined ? {} : { profile: facts.profile.fields.name ?? facts.profile.id }),
    verdict: verdictOf(reports, chosen, chosenOf),
    directions: reports.map((report) =>
      report.finding === undefined ? report : { ...report, finding: asFound(chosenOf(report.finding)) },
    ),
    arrival: arrivalOf(sessions),
    ...withoutSwitchedOff(chosen),
    changes: [],
  };
}

function directionReport(
  direction: Direction,
  seen: (Observation | LocalProblem)[],
  findings: Finding[],
): DirectionReport {
  const own = seen.find((observation) => observation.direction === direction);
  if (own === undefined) return { direction, verdict: 'not-tested' };
  if (own.kind === 'local') {
    const { problem, detail } = own;
    return { direction, verdict: 'unknown', class: 'local', problem: { problem, detail } };
  }
  const fault = faultOf(own);
  if (fault !== undefined) {
    const finding = findings.find(
      (candidate) =>
        candidate.stage === 'server' &&
        candidate.subject === direction &&
        (candidate.severity === 'error' || candidate.severity === 'unknown'),
    );
    return {
      direction,
      verdict: fault.class === 'local' ? 'unknown' : 'failure',
      class: fault.class,
      observation: own,
      ...(finding === undefined ? {} : { finding }),
    };
  }
  return { direction, verdict: reachedGoal(own) ? 'success' : 'unknown', observation: own };
}

/** A session that ended at what shall not count did not get further either: that mailbox is unknown, not fine. */
function verdictOf(
  reports: DirectionReport[],
  findings: Finding[],
  chosenOf: (finding: Finding) => Finding,
): MailboxReport['verdict'] {
  const counts = ({ finding }: DirectionReport) =>
    finding === undefined || finding.severity !== 'error' || chosenOf(finding).severity === 'error';
  if (findings.some((finding) => finding.severity === 'error')) return 'failure';
  const failures = reports.filter((report) => report.verdict === 'failure');
  if (failures.some(counts)) return 'failure';
  if (failures.length > 0) return 'unknown';
  if (findings.some((finding) => finding.severity === 'unknown')) return 'unknown';
  if (reports.some((report) => report.verdict === 'unknown')) return 'unknown';
  return reports.some((report) => report.verdict === 'success') ? 'success' : 'unknown';
}

type Sorted = { observations: Observation[]; byMailbox: Map<string, (Observation | LocalProblem)[]> };

/** The evidence of one run by mailbox: a run may have thousands of mailboxes. */
const sorted = once((evidence: Evidence): Sorted => {
  const byMailbox: Sorted['byMailbox'] = new Map();
  for (const observation of evidence.observations) gather(byMailbox, observation.mailbox, observation);
  const observations = evidence.observations.filter((observation) => observation.kind === 'session');
  return { observations, byMailbox };
});
