// Knows what the rules about web services (EWS, Microsoft Graph) need of a session beside what all session rules do: the
// service's own code, the application, its tenant, what the directory says of the account. Builds parameters, no words.

import type { AccountSeen, Observation } from '../mail/evidence.ts';
import type { StepResult } from '../mail/step.ts';
import { problemOf } from '../mail/session-problem.ts';
import type { SessionProblem } from '../mail/known-problems.ts';
import type { Facts } from './facts.ts';
import type { Hit } from './rule.ts';
import { sessionHit, type Field, type SessionParams } from './session-hit.ts';

export type HttpParams = SessionParams & {
  /** Graph's error.code, EWS' ResponseCode. */
  serviceCode: string | undefined;
  /** The application's id, and that it acts by itself and not for a user who signed in. */
  application: string | undefined;
  ofItself: boolean;
  tenant: string | undefined;
  account: AccountSeen | undefined;
};

export function httpHit<Extra extends object>(
  facts: Facts['session'],
  problem: SessionProblem,
  field: Field,
  extra: (step: StepResult, observation: Observation) => Extra,
): Hit<HttpParams & Extra>[] {
  return sessionHit(facts, problem, field, (step, observation) => ({
    serviceCode: problemOf(observation)?.reply?.enhanced,
    application: facts.profile?.fields.oauthClientId,
    ofItself: facts.mailbox?.fields.oauthRefreshToken === undefined,
    tenant: facts.profile?.fields.exchangeOnlineTenantId,
    account: observation.account,
    ...extra(step, observation),
  }));
}
