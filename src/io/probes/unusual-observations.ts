// Knows the observations that no probe makes: a login left out because its password was refused before, a session that
// got no access token, and a probe that broke by a mistake of ours. May not dial.

import type { SessionRequest } from '../../core/delivery/probe-request.ts';
import type { Observation } from '../../core/mail/evidence.ts';
import type { StepResult } from '../../core/mail/step.ts';
import type { TokenAnswer } from './probe.ts';
import { createSecretMask } from './secret-mask.ts';

/** What was seen up to the login stays; the login was left out on purpose, and what follows it with it. */
export function withRefusedBefore(observation: Observation): Observation {
  const login: StepResult = {
    step: 'login',
    outcome: 'not-tried',
    because: 'refused-before',
    milliseconds: 0,
  };
  const index = observation.steps.findIndex(({ step }) => step === 'login');
  if (index === -1) return { ...observation, steps: [...observation.steps, login] };
  const before = observation.steps.slice(0, index);
  const reached = before.every(({ outcome }) => outcome === 'ok' || outcome === 'not-tried');
  if (!reached) return observation;
  const after = observation.steps.slice(index + 1).map(({ step }): StepResult => ({
    step,
    outcome: 'not-tried',
    because: 'earlier-step-failed',
    milliseconds: 0,
  }));
  return { ...observation, steps: [...before, login, ...after] };
}

/** How the token was come by stands before what was then seen of the server. */
export function withTokenStep(observation: Observation, token: TokenAnswer | undefined): Observation {
  if (token === undefined) return observation;
  return {
    ...observation,
    steps: [tokenStep(token), ...observation.steps],
    ...(token.claims === undefined ? {} : { token: token.claims }),
    ...(token.asked === undefined ? {} : { tokenAsked: token.asked }),
  };
}

/** No token, or one that does not fit: the server is not bothered. */
export function withoutToken(request: SessionRequest, token: TokenAnswer, at: number): Observation {
  const left: StepResult = {
    step: 'login',
    outcome: 'not-tried',
    because: 'earlier-step-failed',
    milliseconds: 0,
  };
  return withTokenStep({ ...blank(request, at), steps: [left] }, token);
}

function tokenStep({ outcome, milliseconds }: TokenAnswer): StepResult {
  return { ...outcome, step: 'token', milliseconds };
}

function blank(request: SessionRequest, at: number): Omit<Observation, 'steps'> {
  const { id, mailbox, direction, protocol, host, port, tls, credentials } = request;
  return {
    kind: 'session',
    request: id,
    mailbox,
    direction,
    protocol,
    host,
    port,
    tls,
    ...(credentials === undefined ? {} : { user: credentials.user }),
    at: new Date(at).toISOString(),
    milliseconds: 0,
    transcript: [],
  };
}

/**
 * A probe threw. That is a fault of this program and not of the server, and must look like it (error "INTERNAL");
 * the run goes on. The message may quote anything, so every secret read in this run is taken out of it.
 */
export function brokenByMistake(
  request: SessionRequest,
  error: unknown,
  at: number,
  secrets: Iterable<string>,
): Observation {
  const { hide, mask } = createSecretMask([request.host, request.address]);
  for (const secret of secrets) hide(secret);
  const message = mask(error instanceof Error ? error.message : String(error));
  return {
    ...blank(request, at),
    steps: [{ step: 'connect', outcome: 'failed', error: 'INTERNAL', message, milliseconds: 0 }],
  };
}
