// Judges one message's path: runs the rules over it and over each of its Send E-mail steps, and says which stage stops it.
// Pure: records, path and evidence in, PathReport out. May not look at the world or choose words.

import { resolve, type DeliveryPath } from '../delivery/path.ts';
import { stageFacts, stepFact } from '../delivery/stage-facts.ts';
import { stages, type Stage } from '../delivery/stage.ts';
import { pageOf, pageOfRow, traceOf } from '../delivery/trace.ts';
import type { Evidence } from '../mail/evidence.ts';
import type { PathReport, StageStatus } from '../path-report.ts';
import { judgeGuest } from './judge-guest.ts';
import {
  findingsOfSteps,
  judgeSteps,
  stagesOfSteps,
  statusOfSteps,
  stepReports,
  type JudgedStep,
} from './judge-steps.ts';
import { explainedRow, judgeRow, traceOfRow } from './judge-emails.ts';
import type { Facts } from './facts.ts';
import { inPathOrder, ruleOf, runRules } from './judge.ts';
import { isShared, sameAnswer, sharedFacts, sitesInQuestion } from './judge-sites.ts';
import { isSetAside, withoutSwitchedOff, withSettings } from './rule-settings.ts';
import type { Finding } from './rule.ts';
import { ownStatus } from './stage-status.ts';
import { causeOf, unknownBefore, verdictOf, withReach } from './verdict.ts';

/** What stops one message, or what would have to be known to say so. Findings in path order, then by code. */
export function judgePath(path: DeliveryPath, evidence: Evidence | undefined, now: Date): PathReport {
  if (path.message.kind === 'guest-passcode') return judgeGuest(path, now);
  const { message, records } = path;
  const onSites = sitesInQuestion(path).map(({ id }) =>
    judgePath(resolve(records, message, { site: id }), evidence, now),
  );
  const same = sameAnswer(onSites);
  if (same !== undefined) return same;
  const steps = judgeSteps(path, evidence, now);
  const found = [...findingsOfMessage(path, steps, now, evidence), ...findingsOfSettings(path, now)].filter(
    (finding) => finding.code === 'MC107' || isShared(finding, onSites),
  );
  const failing = inPathOrder([...found, ...findingsOfSteps(steps)]).find(
    ({ severity }) => severity === 'error',
  );
  const predicted = failing === undefined ? 'not-known' : predictedTrace(path, steps, failing);
  const ofMessage = explainedRow(found, predicted);
  const others = inPathOrder([...ofMessage, ...findingsOfSteps(steps)]);
  const { row, findings: ofRow } = judgeRow(path, others, predicted, now);
  const findings = inPathOrder([...others, ...ofRow]);
  const verdicts = stages.map((stage) => ({
    stage,
    status: withRow(
      stagesOfSteps.includes(stage)
        ? statusOfSteps(stage, steps)
        : ownStatus(stage, path, ofMessage, [], now),
      ofRow.filter((finding) => finding.stage === stage),
    ),
  }));
  const verdict = verdictOf(verdicts);
  const cause = verdict === 'stopped' || verdict === 'not-requested' ? causeOf(findings, verdict) : undefined;
  const shown = stepToShow(steps, cause);
  const trace =
    traceOfRow(row, failing !== undefined) ??
    (ofMessage.some(({ code }) => code === 'MC723') ? 'no-row' : undefined) ??
    (verdict === 'stopped' ? traceOf(pathAt(cause?.stage, path, shown), cause?.stage) : 'not-known');
  return {
    message,
    verdict,
    ...(cause === undefined ? {} : { cause }),
    earliestKnown: cause !== undefined && verdict === 'stopped' && unknownBefore(cause.stage, verdicts),
    ...withoutSwitchedOff(findings),
    stages: withReach(verdicts, cause, (shown?.observations.length ?? 0) > 0).map(
      ({ stage, status }, index) => {
        const judged = stepOfStage(stage, steps, shown, verdicts[index]?.status);
        const facts =
          stage === 'request' && onSites.length > 0
            ? sharedFacts(stage, onSites)
            : stageFacts(
                stage,
                pathAt(stage, path, judged),
                judged?.observations ?? [],
                evidence?.saved === true,
                now,
              );
        // The line of the sender names its step; a later line does where it is about another one.
        const other = judged !== undefined && judged !== shown && stage !== 'sender';
        return { stage, status, facts: other ? [...stepFact(judged.path), ...facts] : facts };
      },
    ),
    chain: (shown?.path ?? path).sender.hops,
    steps: stepReports(steps, shown),
    trace,
    ...(row === undefined ? {} : { row }),
    page:
      verdict !== 'stopped'
        ? 'not-known'
        : ofRow.some((finding) => finding === cause)
          ? pageOfRow(trace)
          : pageOf(path, cause?.stage, trace),
  };
}

/** What is found of the message as a whole, before any step. */
export function findingsOfMessage(
  path: DeliveryPath,
  steps: readonly JudgedStep[],
  now: Date,
  evidence?: Evidence,
): Finding[] {
  const failingSteps = steps.filter(({ fails }) => fails).map((step) => step.path.step?.index ?? 0);
  const findings = runRules(
    'path',
    { path, records: path.records, now, failingSteps, ...confirmationOf(path, now, evidence) },
    stages.filter((stage) => !stagesOfSteps.includes(stage)),
  );
  return withSettings(findings, path.records);
}

/** Where a reset mail waits for a confirmed address: what stops the mail that confirms it, from its own records. */
export function confirmationOf(
  path: DeliveryPath,
  now: Date,
  evidence?: Evidence,
): Pick<Facts['path'], 'confirmationStoppedBy'> {
  const { message, contact, settings, site, records } = path;
  if (
    message.kind !== 'password-reset' ||
    contact.found?.fields.identityEmailAddress1Confirmed !== false ||
    !settings.get('Authentication/Registration/ResetPasswordRequiresConfirmedEmail').value
  )
    return {};
  const confirmation = { kind: 'email-confirmation', to: contact.found.id } as const;
  const options = site.found === undefined ? {} : { site: site.found.id };
  const { verdict, cause } = judgePath(resolve(records, confirmation, options), evidence, now);
  // An e-mail row that names no process may be the reset's own.
  if (verdict !== 'stopped' || cause === undefined || ruleOf(cause.code).subject === 'email') return {};
  const { code, title } = ruleOf(cause.code);
  return { confirmationStoppedBy: { code, title: { en: title('en'), ja: title('ja') } } };
}

/** What is found of the site settings that the portal reads on the way to this message. */
function findingsOfSettings({ message, settings, site, records }: DeliveryPath, now: Date): Finding[] {
  // Rows of several sites are no copies of each other; which site is meant is asked for by MC107.
  if (site.found === undefined && records.sites.length > 1) return [];
  return withSettings(runRules('settings', { settings, message: message.kind, records, now }), records);
}

function predictedTrace(path: DeliveryPath, steps: readonly JudgedStep[], cause: Finding) {
  return traceOf(pathAt(cause.stage, path, stepToShow(steps, cause)), cause.stage);
}

/** What is asked of the message as a whole is asked of its own process, not of the child that a step stands in. */
function pathAt(stage: Stage | undefined, path: DeliveryPath, step: JudgedStep | undefined): DeliveryPath {
  return stage !== undefined && stagesOfSteps.includes(stage) ? (step?.path ?? path) : path;
}

/** What a row shows of a stage, beside what the records say of it. */
function withRow(status: StageStatus, ofRow: readonly Finding[]): StageStatus {
  if (status === 'not-requested' || status === 'stops') return status;
  if (ofRow.some(({ severity }) => severity === 'error')) return 'stops';
  const calm = status === 'passes' || status === 'not-examined';
  if (calm && ofRow.some(({ severity }) => severity === 'warning')) return 'may-stop';
  return calm && ofRow.some(isSetAside) ? 'set-aside' : status;
}

/** The step with the cause, else the first that cannot send, else the first. */
function stepToShow(steps: readonly JudgedStep[], cause: Finding | undefined): JudgedStep | undefined {
  const number = cause?.steps?.[0]?.number;
  return (
    steps.find(({ path }) => path.step !== undefined && path.step.index + 1 === number) ??
    steps.find(({ fails }) => fails) ??
    steps[0]
  );
}

/** The step that shows why a stage has its status: the one that is shown anyway, if it does. */
function stepOfStage(
  stage: Stage,
  steps: readonly JudgedStep[],
  shown: JudgedStep | undefined,
  status: StageStatus | undefined,
): JudgedStep | undefined {
  if (shown === undefined || shown.statuses.get(stage) === status) return shown;
  return steps.find((step) => step.statuses.get(stage) === status) ?? shown;
}
