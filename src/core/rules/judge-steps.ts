// Judges every Send E-mail step of a process, each with its sender, mailbox, profile and server, and weighs them together:
// a step that always runs stops the mail when it cannot send; one that runs under a condition may stop it, or others run.
// Pure. Choosing the cause of the whole path is judge-path's business.

import { sessionOfAnother } from '../delivery/named-server.ts';
import { pathsOfSteps, type DeliveryPath } from '../delivery/path.ts';
import { serverKnowledge } from '../delivery/server-knowledge.ts';
import { stages, type Stage } from '../delivery/stage.ts';
import { brokenStep, type Evidence, type Observation } from '../mail/evidence.ts';
import type { StageStatus, StepReport } from '../path-report.ts';
import { alertsOnPath } from './judge-alerts.ts';
import { mailboxFindings, runRules, sessionFindings } from './judge.ts';
import { foundSeverity, withSettings } from './rule-settings.ts';
import type { Finding, StepName } from './rule.ts';
import { ownStatus } from './stage-status.ts';

/** What is asked of each step; the stages before it are asked of the message as a whole. */
export const stagesOfSteps: readonly Stage[] = stages.slice(stages.indexOf('sender'));

export type JudgedStep = {
  /** The path through this step. */
  path: DeliveryPath;
  observations: Observation[];
  /** A live look was asked for and came to nothing for a reason on our side: the stored test does not stand in for it. */
  lookFailed: boolean;
  /** Weighed: what stops a step that need not run is a warning. */
  findings: Finding[];
  /** Whether the step cannot send, if it runs. */
  fails: boolean;
  /** Whether that stops the mail: the step always runs, or all run under conditions and none can send. */
  decides: boolean;
  statuses: ReadonlyMap<Stage, StageStatus>;
};

export function judgeSteps(path: DeliveryPath, evidence: Evidence | undefined, now: Date): JudgedStep[] {
  const seen = pathsOfSteps(path).map((ofStep) => {
    const observations = sessionsOf(evidence, ofStep);
    const findings = findingsOf(ofStep, observations, now);
    const fails = findings.some(({ severity }) => severity === 'error');
    return { path: ofStep, observations, lookFailed: lookFailed(evidence, ofStep), findings, fails };
  });
  const noneSends = isConditional(path) && seen.every(({ fails }) => fails);
  return seen.map((step) => {
    const decides = step.path.step?.step.conditional !== true || noneSends;
    const weighed = {
      ...step,
      decides,
      findings: step.findings.map((each) => weigh(each, decides, step.path)),
    };
    return { ...weighed, statuses: statusesOf(weighed, step.findings, now) };
  });
}

/** Whether no step is sure to run. */
function isConditional({ steps }: DeliveryPath): boolean {
  return steps.length > 0 && steps.every(({ step }) => step.conditional === true);
}

function findingsOf(path: DeliveryPath, observations: Observation[], now: Date): Finding[] {
  const mailbox = path.mailbox.found;
  const findings = [
    ...runRules('path', { path, records: path.records, now }, stagesOfSteps),
    ...(mailbox === undefined
      ? []
      : mailboxFindings(mailbox, path.records, 'send', now, {
          sessions: observations,
          message: path.message.kind,
        })),
    ...sessionFindings(observations, mailbox, path.profile.found, now),
    ...alertsOnPath(mailbox, path.profile.found, path.records, observations, now),
  ];
  return withSettings(findings, path.records);
}

function weigh(finding: Finding, decides: boolean, path: DeliveryPath): Finding {
  const name = stepName(path);
  return {
    ...finding,
    ...(finding.severity === 'error' && !decides ? { severity: 'warning' } : {}),
    ...(name === undefined ? {} : { steps: [name] }),
  };
}

/** How the step is named in a sentence; undefined for the common case: one step, which always runs. */
function stepName(path: DeliveryPath): StepName | undefined {
  const { step, steps } = path;
  if (step === undefined || (steps.length === 1 && step.step.conditional !== true)) return undefined;
  return nameOf(step.step, step.index);
}

function nameOf(
  step: { name?: string | undefined; conditional?: boolean | undefined },
  index: number,
): StepName {
  return {
    number: index + 1,
    ...(step.name === undefined ? {} : { name: step.name }),
    conditional: step.conditional === true,
  };
}

type Weighed = Pick<JudgedStep, 'path' | 'observations' | 'lookFailed' | 'findings' | 'fails' | 'decides'>;

/** A step that need not run and cannot send says nothing of the stages behind its fault. */
function statusesOf(step: Weighed, unweighed: readonly Finding[], now: Date): Map<Stage, StageStatus> {
  const { path, findings, observations, decides } = step;
  const faults = unweighed
    .filter(({ severity }) => severity === 'error')
    .map(({ stage }) => stages.indexOf(stage));
  const end = decides ? Infinity : Math.min(...faults);
  return new Map(
    stagesOfSteps.map((stage) => {
      if (stages.indexOf(stage) > end) return [stage, 'not-reached'];
      const status = ownStatus(stage, path, findings, observations, now);
      const missed =
        stage === 'server' &&
        status !== 'stops' &&
        (step.lookFailed || endedEarly(step) || isRefusedAsStored(step, now));
      return [stage, missed ? 'unknown' : status];
    }),
  );
}

function lookFailed(evidence: Evidence | undefined, { mailbox }: DeliveryPath): boolean {
  return (evidence?.observations ?? []).some(
    (seen) => seen.kind === 'local' && seen.mailbox === mailbox.found?.id && seen.direction === 'outgoing',
  );
}

/** The session ended at something that `rules:` does not let count: what comes after it in a session was not looked at. */
function endedEarly({ observations, findings }: Weighed): boolean {
  return (
    observations.some((observation) => brokenStep(observation) !== undefined) &&
    findings.some(
      (finding) =>
        finding.stage === 'server' && finding.severity !== 'error' && foundSeverity(finding) === 'error',
    )
  );
}

/** Connected without logging in, and the stored test failed: that it answers does not make it fine. */
function isRefusedAsStored({ path, observations }: Weighed, now: Date): boolean {
  const mailbox = path.mailbox.found;
  if (mailbox === undefined || observations.length === 0) return false;
  const { source, status } = serverKnowledge(mailbox, path.records, observations, now);
  return source === 'stored' && status === 'failure';
}

const worstFirst = ['stops', 'unknown', 'may-stop', 'set-aside', 'passes'] as const;

/** Of several steps the worst decides what is said of a stage. */
export function statusOfSteps(stage: Stage, steps: readonly JudgedStep[]): StageStatus {
  const statuses = new Set(steps.map((step) => step.statuses.get(stage)));
  return worstFirst.find((status) => statuses.has(status)) ?? 'not-examined';
}

/** The same finding of several steps (they share a mailbox, say) is one, at its most severe. */
export function findingsOfSteps(steps: readonly JudgedStep[]): Finding[] {
  const alike = new Map<string, Finding[]>();
  for (const finding of steps.flatMap(({ findings }) => findings)) {
    const identity = JSON.stringify([finding.code, finding.where, finding.params]);
    alike.set(identity, [...(alike.get(identity) ?? []), finding]);
  }
  return [...alike.values()].flatMap((same) => {
    const worst = same.find(({ severity }) => severity === 'error') ?? same[0];
    return worst === undefined ? [] : [aboutSteps(worst, same, steps.length)];
  });
}

/** What holds of all steps is about none in particular, unless none is sure to run. */
function aboutSteps(finding: Finding, same: readonly Finding[], count: number): Finding {
  const { steps: own, ...others } = finding;
  const names = same.flatMap(({ steps }) => steps ?? []);
  const named = own !== undefined && (names.length < count || names.every(({ conditional }) => conditional));
  return named ? { ...others, steps: names } : others;
}

export function stepReports(steps: readonly JudgedStep[], shown: JudgedStep | undefined): StepReport[] {
  return steps.flatMap((judged) => {
    const { step, sender } = judged.path;
    if (step === undefined) return [];
    const statuses = [...judged.statuses.values()];
    const status = judged.fails ? 'stops' : (worstFirst.find((each) => statuses.includes(each)) ?? 'unknown');
    return [{ ...nameOf(step.step, step.index), status, shown: judged === shown, chain: sender.hops }];
  });
}

/** What a file says of a server or login that the records no longer name is of no account. */
function sessionsOf(evidence: Evidence | undefined, { mailbox, records }: DeliveryPath): Observation[] {
  const entry = mailbox.found;
  if (evidence === undefined || entry === undefined) return [];
  return evidence.observations.filter(
    (observation): observation is Observation =>
      observation.kind === 'session' &&
      observation.mailbox === entry.id &&
      observation.direction === 'outgoing' &&
      (evidence.saved !== true || sessionOfAnother(observation, entry, records) === undefined),
  );
}
