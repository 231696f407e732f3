// Knows the two ends of a live test of one mailbox: what is to be looked at, and what the result means for its record.
// Judging is the rules' business; here their verdicts are put together.

import { testChanges, type TestResults } from '../core/delivery/lifecycle.ts';
import { planMailbox } from '../core/delivery/plan.ts';
import { serverOfSession } from '../core/delivery/named-server.ts';
import { testResultOf } from '../core/delivery/test-result.ts';
import type { Depth, ProbeRequest } from '../core/delivery/probe-request.ts';
import { brokenStep, type Evidence, type Observation } from '../core/mail/evidence.ts';
import { faultOf, retryAfterOf } from '../core/mail/fault.ts';
import { directions } from '../core/mail/protocol.ts';
import type { LastTestDirection } from '../core/records/mailbox.ts';
import type { Entry, Records } from '../core/records/records.ts';
import type { DirectionReport, MailboxReport, RecordChange } from '../core/mailbox-report.ts';
import { mailboxFacts, mailboxFindings } from '../core/rules/judge.ts';
import { judgeMailbox } from '../core/rules/judge-mailbox.ts';
import type { Finding } from '../core/rules/rule.ts';
import { foundSeverity } from '../core/rules/rule-settings.ts';
import { skippedEntries, type SkippedEntry } from './planned.ts';
import { replyText } from './reporters/session.ts';

export type Prepared = {
  mailbox: Entry<'mailboxes'>;
  /** What was found of its record before the test. */
  ofRecord: Finding[];
  requests: ProbeRequest[];
  skipped: SkippedEntry[];
  /** Directions that ought to be tested and cannot be: nothing is known of them. */
  untestable: DirectionReport['direction'][];
};

/** A direction whose method is not server-side synchronization is not the platform's to test: it stays Not Run, rightly. */
const rightlySkipped = new Set(['method-none', 'method-outlook', 'method-forward-mailbox']);

/** First the preconditions, without a socket: where one is not met, no server is contacted for this mailbox. */
export function planned(mailbox: Entry<'mailboxes'>, records: Records, depth: Depth, now: Date): Prepared {
  const address = mailbox.fields.emailAddress ?? mailbox.id;
  const ofRecord = mailboxFindings(mailbox, records, 'test', now);
  const before = judgeMailbox(mailbox, records, undefined, now, ofRecord);
  const found = [...before.findings, ...(before.switchedOff ?? [])];
  if (found.some((finding) => foundSeverity(finding) === 'error'))
    return {
      mailbox,
      ofRecord,
      requests: [],
      skipped: [{ what: address, because: 'precondition' }],
      untestable: [],
    };
  const { profile, effective } = mailboxFacts(mailbox, records, 'test', now);
  const { requests, skipped } = planMailbox(
    { mailbox, profile, effective, environment: records.environment?.fields },
    { depth },
  );
  return {
    mailbox,
    ofRecord,
    requests,
    skipped: skippedEntries(skipped, () => address),
    untestable: skipped
      .filter(({ because }) => !rightlySkipped.has(because))
      .map(({ direction }) => direction),
  };
}

/**
 * Whose password was refused at the last test comes last: after a refusal some servers make every later login from the
 * same address wait (Dovecot: 2 seconds and more).
 */
export function doubtfulLast(prepared: readonly Prepared[]): Prepared[] {
  const isDoubtful = ({ mailbox: { fields } }: Prepared): boolean =>
    directions.some((direction) => {
      const last = fields.lastTest?.[direction];
      return last?.class === 'credential' || (last?.class === 'policy' && last.step === 'login');
    });
  const doubtful = prepared.filter(isDoubtful).map((each) => ({
    ...each,
    requests: each.requests.map((request) => ({ ...request, last: true as const })),
  }));
  return [...prepared.filter((each) => !isDoubtful(each)), ...doubtful];
}

/**
 * A direction that could not be tested is unknown, whatever the other one showed. `rewritten`: approvals were written since it
 * was prepared, so what is said of the record may stand on another line.
 */
export function judged(
  { mailbox, ofRecord, untestable }: Prepared,
  records: Records,
  evidence: Evidence,
  now: Date,
  rewritten: boolean,
): MailboxReport {
  const report = judgeMailbox(mailbox, records, evidence, now, rewritten ? undefined : ofRecord);
  if (untestable.length === 0) return report;
  return {
    ...report,
    verdict: report.verdict === 'success' ? 'unknown' : report.verdict,
    directions: report.directions.map((direction) =>
      direction.verdict === 'not-tested' && untestable.includes(direction.direction)
        ? { ...direction, verdict: 'unknown' }
        : direction,
    ),
  };
}

/** What the results do to the record (the table is in lifecycle.ts). */
export function recordChanges(
  mailbox: Entry<'mailboxes'>,
  report: MailboxReport,
  at: string,
): RecordChange[] {
  const results: TestResults = {};
  for (const direction of report.directions) {
    const result = resultOf(direction);
    if (result !== undefined) results[direction.direction] = result;
  }
  return testChanges(mailbox.fields, results, at);
}

function resultOf(report: DirectionReport): LastTestDirection | undefined {
  const { observation, finding, onProfile } = report;
  const result = testResultOf(report);
  if (result === undefined || observation === undefined) return undefined;
  const known = { ...result, ...serverOfSession(observation) };
  if (known.result === 'success') return known;
  // Without a fault of its own: the login of its profile was refused in another mailbox's session.
  const step = faultOf(observation)?.step ?? 'login';
  const reply = refusalOf(observation);
  const code = finding?.code ?? onProfile;
  const retryAfter = retryAfterOf(observation);
  return {
    ...known,
    ...(known.class === undefined ? {} : { step }),
    ...(reply === undefined ? {} : { reply }),
    ...(code === undefined ? {} : { finding: code }),
    ...(retryAfter === undefined ? {} : { retryAfter }),
  };
}

/** The server's own words at the step that ended the session. */
function refusalOf(observation: Observation): string | undefined {
  const step = brokenStep(observation);
  if (step === undefined) return undefined;
  if (step.outcome === 'refused') return replyText(step.reply);
  return step.outcome === 'closed' && step.afterReply !== undefined ? replyText(step.afterReply) : undefined;
}
