// Knows what class of failure a session ended with, whether it reached its goal, and whether the message arrived.
// What a class does to a record is in lifecycle.ts; the words are in the rules MC5xx and MC7xx.

import { bearerRefusalOf } from './bearer-refusals.ts';
import type { AutodiscoverAttempt } from './autodiscover-attempt.ts';
import type { Observation } from './evidence.ts';
import type { StepName, StepResult } from './step.ts';
import { stepOf } from './evidence.ts';
import type { FaultClass } from './fault-class.ts';
import { classOfRefusal } from './refusal.ts';
import { seenIn } from './server-replies/known-reply.ts';
import { problemOf, type BrokenSession } from './session-problem.ts';
import type { SessionProblem } from './known-problems.ts';
import { tokenFaultClass } from './token-problem.ts';

type Fault = { step: StepName; class: FaultClass };

/**
 * The step that broke and its class. Undefined: nothing broke, which alone is no success: a login left out (no
 * credentials, refused before) breaks nothing and proves nothing. Ask reachedGoal() as well.
 * Class "local": nothing was learnt about the mailbox.
 */
export function faultOf(observation: Observation): Fault | undefined {
  const broken = problemOf(observation);
  if (broken === undefined || broken.problem === 'refused-before') return undefined;
  return { step: broken.step.step, class: classOf(observation, broken) };
}

/**
 * Outgoing: the message queued where sending was asked for, else the login. Incoming: the inbox opened. A login that
 * was not asked for (depth "connect") proves no mailbox, so such a session reaches no goal.
 */
export function reachedGoal(observation: Observation): boolean {
  if (problemOf(observation) !== undefined) return false;
  const ok = (name: StepName) => stepOf(observation, name)?.outcome === 'ok';
  if (observation.direction === 'incoming') return ok('login') && ok('inbox');
  const queued = stepOf(observation, 'queued');
  const sendingAsked =
    queued !== undefined && !(queued.outcome === 'not-tried' && queued.because === 'not-asked');
  return ok('login') && (!sendingAsked || ok('queued'));
}

function classOf(observation: Observation, broken: BrokenSession): FaultClass {
  return isOfStandIn(observation, broken) ? 'local' : classSeen(observation, broken);
}

/**
 * An application that stands in for the platform's own sign-in was refused for its own sake: its secret, its consent, its
 * permissions. The platform has others, so nothing was learnt about the mailbox.
 */
export function isOfStandIn({ tokenAsked }: Observation, { problem, step }: BrokenSession): boolean {
  return tokenAsked?.standIn === true && (step.step === 'token' || ofTheApplication.has(problem));
}

const ofTheApplication: ReadonlySet<SessionProblem> = new Set([
  'token-not-accepted',
  'second-factor-wanted',
  'access-forbidden',
]);

function classSeen(observation: Observation, { problem, step, reply }: BrokenSession): FaultClass {
  const ofToken = step.step === 'token' ? tokenFaultClass(observation, step) : undefined;
  if (ofToken !== undefined) return ofToken;
  if (problem === 'bearer-refused' && reply !== undefined)
    return bearerRefusalOf(reply, observation.host).class;
  if (reply !== undefined) return classOfRefusal(seenIn(observation, step.step, reply));
  if (step.outcome === 'failed' && isOurs(step.error)) return 'local';
  // A secret, user name or address of ours that cannot be sent: no server was asked about it.
  if (step.outcome === 'rejected' && step.reason === 'unsafe-characters') return 'local';
  if (problem === 'autodiscover-nothing' && observation.autodiscover?.some(isInconclusive)) return 'network';
  if (problem === 'other' && step.outcome === 'rejected') return 'configuration';
  return classes[problem] ?? 'network';
}

/**
 * Problems without a reply; those not named are "network": a closed port and a silent one may be either side's doing,
 * so the record stays as it is. A wrong TLS mode, another protocol and a login nobody offers are certain.
 */
const classes: Partial<Record<SessionProblem, FaultClass>> = {
  'name-not-found': 'configuration',
  'clear-text-first': 'configuration',
  'tls-at-once': 'configuration',
  'starttls-not-offered': 'configuration',
  'certificate-dates': 'certificate',
  'certificate-other-host': 'certificate',
  'certificate-untrusted': 'certificate',
  'other-protocol': 'configuration',
  'login-not-offered': 'configuration',
  'clear-text-forbidden': 'configuration',
  'redirected-elsewhere': 'configuration',
  'scheme-not-offered': 'configuration',
  'autodiscover-nothing': 'configuration',
  // We would not go there; whoever does may well find the mailbox.
  'autodiscover-elsewhere': 'local',
};

function isInconclusive({ outcome }: AutodiscoverAttempt): boolean {
  return outcome === 'no-answer';
}

/** Our own machine's limits and rules, and a mistake of this program: nothing about the mailbox. */
function isOurs(error: string): boolean {
  return /^(?:INTERNAL|EACCES|EPERM|EADDRNOTAVAIL|EADDRINUSE|EMFILE|ENFILE|ENOBUFS|ENETUNREACH|ENETDOWN)$/.test(
    error,
  );
}

type Arrival = 'arrived' | 'not-arrived' | 'unknown' | 'not-tried';

/** Whether our own message was seen. Taken by another reader, not to be told from others, or not looked for: unknown. */
export function arrivalOf(observations: readonly Observation[]): Arrival {
  const verdicts = observations
    .filter(({ direction, messageInDoubt }) => direction === 'incoming' || messageInDoubt === true)
    .map((observation) => arrivalIn(observation));
  return (
    (['arrived', 'not-arrived', 'unknown'] as const).find((verdict) => verdicts.includes(verdict)) ??
    'not-tried'
  );
}

function arrivalIn(observation: Observation): Arrival {
  const step = stepOf(observation, 'arrived');
  if (step?.outcome === 'ok') return 'arrived';
  if (step?.outcome === 'timed-out') return 'not-arrived';
  // Not tried, but a message is on its way: nobody looked to the end.
  if (step === undefined || step.outcome === 'not-tried')
    return observation.messageLeft === true ? 'unknown' : 'not-tried';
  return 'unknown';
}

/** Not before this time, ISO 8601, where the server named a delay; undefined where it did not, or nothing is refused. */
export function retryAfterOf(observation: Observation): string | undefined {
  const broken = problemOf(observation);
  if (broken?.reply === undefined || faultOf(observation)?.class !== 'transient') return undefined;
  const seconds = secondsIn(broken.reply.text) ?? loginDelay(observation, broken.step);
  if (seconds === undefined || seconds < 1 || seconds > longestDelay) return undefined;
  const at = Date.parse(observation.at) + observation.milliseconds + seconds * 1_000;
  return Number.isFinite(at) ? new Date(Math.ceil(at / 1_000) * 1_000).toISOString() : undefined;
}

/** A week; what is longer is not a delay but a mistake, or malice. */
const longestDelay = 7 * 24 * 60 * 60;

/** "try again in 300 seconds", "Greylisted for 5 minutes", "Suggested Backoff Time: 30000 milliseconds". */
function secondsIn(text: string): number | undefined {
  const match =
    /(?:\bin|\bfor|\bafter|\bwait|time:|retry-after:?)\s+(\d{1,9})\s*(milliseconds?|ms|seconds?|secs?|s|minutes?|mins?|hours?|h)\b/i.exec(
      text,
    );
  if (match?.[1] === undefined || match[2] === undefined) return undefined;
  const unit = match[2].toLowerCase();
  const factor =
    unit.startsWith('mi') && !unit.startsWith('mil')
      ? 60
      : unit.startsWith('m')
        ? 0.001
        : unit.startsWith('h')
          ? 3_600
          : 1;
  return Math.ceil(Number(match[1]) * factor);
}

/** RFC 2449 §6.5: LOGIN-DELAY in the capabilities, seconds between two logins. */
function loginDelay({ capabilities }: Observation, { step }: StepResult): number | undefined {
  if (step !== 'login') return undefined;
  const seconds = capabilities?.map((line) => /^LOGIN-DELAY (\d{1,9})\b/i.exec(line)?.[1]).find(Boolean);
  return seconds === undefined ? undefined : Number(seconds);
}
