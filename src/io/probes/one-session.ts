// Knows what one session of a run needs before it may begin (secret, turn, place), and what becomes of it when it
// does not come to an end. May not decide which session comes when (run.ts), nor throw because of one.

import type { ProbeRequest, SecretRef } from '../../core/delivery/probe-request.ts';
import { brokenStep, type LocalProblem, type Observation } from '../../core/mail/evidence.ts';
import { handedOver } from '../../core/mail/handed-over.ts';
import type { Alternative } from '../../core/mail/alternative.ts';
import { isHttp } from '../../core/mail/protocol.ts';
import { inItsPlace, placeOf } from './beside-others.ts';
import type { ConnectionLimits } from './connection-limits.ts';
import type { Openers } from './openers.ts';
import { SecretProblem, type ProbeContext, type TokenAnswer } from './probe.ts';
import { passwordWasRefused, type RefusedPasswords } from './refused-passwords.ts';
import { brokenByMistake, withoutToken, withRefusedBefore, withTokenStep } from './unusual-observations.ts';
import { untilAborted } from './waiting.ts';

export type Run = {
  context: ProbeContext;
  limits: ConnectionLimits;
  refused: RefusedPasswords;
  openers: Openers;
  /** Values read so far: what an unexpected error's message is masked with. */
  secretsRead: Set<string>;
  /** Looks at other ports that were begun in this run, so that each port is looked at once. */
  alternatives: Map<string, Promise<Alternative>>;
  record(entry: Observation | LocalProblem): void;
  /** Its message is on its way. */
  waits(request: ProbeRequest): void;
};

/** One session, once secret, login turn and place are there. Never throws. */
export async function look(
  run: Run,
  request: ProbeRequest,
  open: (request: ProbeRequest, context: ProbeContext) => Promise<Observation>,
  onPlace?: () => void,
): Promise<Observation | LocalProblem> {
  const { signal } = run.context;
  const finishing: (() => void)[] = [];
  let observation: Observation | undefined;
  try {
    const credentials = request.depth === 'connect' ? undefined : request.credentials;
    let token: TokenAnswer | undefined;
    let secret: string | undefined;
    if (credentials?.kind === 'password')
      secret = await untilAborted(run.context.secret(credentials.password), signal);
    if (credentials?.kind === 'bearer') {
      token = await untilAborted(run.context.token(credentials.token), signal);
      secret = token.value;
      if (secret === undefined) return withoutToken(request, token, run.context.now());
      run.secretsRead.add(secret);
    }
    let asked = request;
    let refusedBefore = false;
    // No service counts refused tokens against an account, and each direction shows best what it met by itself.
    const isToken = credentials?.kind === 'bearer' && isHttp(request.protocol);
    if (secret !== undefined && credentials !== undefined && !isToken) {
      const { user } = credentials;
      const { protocol, host } = request;
      const turn = await untilAborted(run.refused.turn({ protocol, host, user, secret }), signal);
      finishing.push(() => turn.finished(observation !== undefined && passwordWasRefused(observation)));
      refusedBefore = turn.refusedBefore;
      if (refusedBefore) asked = { ...request, depth: 'connect' };
    }
    const seen = await inItsPlace(run, placeOf(request), (context) => open(asked, context), onPlace);
    observation = withTokenStep(seen, token);
    if (refusedBefore) observation = withRefusedBefore(observation);
    // A message that is on its way is told, whatever else was cut short.
    const tells = !endedEarly(observation) || handedOver(observation) !== 'no';
    return signal.aborted && !tells ? interrupted(request) : observation;
  } catch (error) {
    if (error instanceof SecretProblem) return local(request, error.problem, error.detail);
    return signal.aborted ? interrupted(request) : mistake(run, request, error);
  } finally {
    for (const finish of finishing.reverse()) finish();
  }
}

/** Ctrl-C cut it short; a session that only lacks its message's arrival is a result all the same. */
function endedEarly(observation: Observation): boolean {
  return (
    brokenStep(observation) !== undefined ||
    observation.steps.some(
      (step) =>
        step.outcome === 'not-tried' &&
        step.because === 'interrupted' &&
        step.step !== 'arrived' &&
        step.step !== 'removed',
    )
  );
}

/** One reading a reference and run: a command that asks a key ring must not ask two hundred times. */
export function readEachOnce(
  context: ProbeContext,
  read: Set<string>,
): (reference: SecretRef) => Promise<string> {
  const values = new Map<string, Promise<string>>();
  return (reference) => {
    const key = JSON.stringify(reference);
    const value =
      values.get(key) ??
      context.secret(reference).then((secret) => {
        read.add(secret);
        return secret;
      });
    values.set(key, value);
    return value;
  };
}

export function mistake(run: Run, request: ProbeRequest, error: unknown): Observation {
  return brokenByMistake(request, error, run.context.now(), run.secretsRead);
}

export function interrupted(request: ProbeRequest): LocalProblem {
  return local(request, 'interrupted', 'The run was interrupted before this was finished.');
}

function local(request: ProbeRequest, problem: LocalProblem['problem'], detail: string): LocalProblem {
  const { id, mailbox, direction } = request;
  return { kind: 'local', request: id, mailbox, direction, problem, detail };
}
