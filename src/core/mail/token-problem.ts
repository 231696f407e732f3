// Knows which problem the step "token" ended with, and its class of failure: the endpoint's no, no answer, or a token that
// does not fit. What the endpoint's no means is in the table of server replies.

import type { Observation } from './evidence.ts';
import type { RejectionReason, StepResult } from './step.ts';
import type { FaultClass } from './fault-class.ts';
import { knownTokenRefusal } from './server-replies/known-token-refusal.ts';
import type { SessionProblem } from './known-problems.ts';

const misfits: Partial<Record<RejectionReason, SessionProblem>> = {
  'redirected-elsewhere': 'token-redirected',
  'token-for-another-audience': 'token-for-another-service',
  'token-lacks-permission': 'token-lacks-permission',
  'token-of-another-tenant': 'token-of-another',
  'token-of-another-application': 'token-of-another',
  'token-of-another-user': 'token-of-another',
  'token-expired': 'token-clock',
  'token-not-yet-valid': 'token-clock',
};

export function tokenProblemOf({ tokenAsked }: Observation, step: StepResult): SessionProblem {
  if (step.outcome === 'refused')
    return knownTokenRefusal(step.reply, tokenAsked)?.problem ?? 'token-refused';
  return (step.outcome === 'rejected' ? misfits[step.reason] : undefined) ?? 'token-not-obtained';
}

/** Undefined: nothing particular to tokens, the network's own class holds. */
export function tokenFaultClass({ tokenAsked }: Observation, step: StepResult): FaultClass | undefined {
  if (step.outcome === 'refused') return knownTokenRefusal(step.reply, tokenAsked)?.class ?? 'configuration';
  if (step.outcome === 'failed' && /CERT|SELF_SIGNED|UNABLE_TO_|ALTNAME/.test(step.error))
    return 'certificate';
  if (step.outcome !== 'rejected') return undefined;
  const problem = misfits[step.reason];
  // Whoever redirects is mostly a proxy on the way; a clock that is wrong is our own. Neither says anything of the mailbox.
  if (problem === 'token-redirected') return 'network';
  return problem === 'token-clock' ? 'local' : 'configuration';
}
