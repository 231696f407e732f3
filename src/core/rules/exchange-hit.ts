// Knows what the rules about Exchange Web Services need of a session beside what those about all web services do: who logs
// in, whether he acts for the mailbox, and whether it is Exchange Online. Builds parameters, no words.

import { isExchangeOnline } from '../mail/allowed-hosts.ts';
import type { Observation } from '../mail/evidence.ts';
import type { StepResult } from '../mail/step.ts';
import type { SessionProblem } from '../mail/known-problems.ts';
import type { Facts } from './facts.ts';
import { httpHit, type HttpParams } from './http-hit.ts';
import type { Hit } from './rule.ts';
import { loginOf, type Field } from './session-hit.ts';

export type ExchangeParams = HttpParams & {
  /** User name that logs in; the application's id, where it is one. */
  loginName: string;
  /** By "Use Impersonation". */
  impersonates: boolean;
  online: boolean;
};

export function exchangeHit<Extra extends object>(
  facts: Facts['session'],
  problem: SessionProblem,
  field: Field,
  extra: (step: StepResult, observation: Observation) => Extra,
): Hit<ExchangeParams & Extra>[] {
  return httpHit(facts, problem, field, (step, observation) => ({
    loginName: loginNameOf(facts),
    impersonates: facts.profile?.fields[`${observation.direction}UseImpersonation`] === true,
    online: observation.protocol === 'graph' || isExchangeOnline(observation.host),
    ...extra(step, observation),
  }));
}

function loginNameOf(facts: Facts['session']): string {
  const { profile, mailbox, observation } = facts;
  const application = profile?.fields.oauthClientId;
  if (observation.mechanismUsed === 'Bearer' && application !== undefined) return application;
  return loginOf(facts) ?? mailbox?.fields.emailAddress ?? observation.mailbox;
}
