// Knows how the rules about access tokens (MC541 to MC544 and MC551 to MC559) find their case, and what each of their messages needs: who was
// asked, for which application and mailbox, and what the token says of itself. Builds parameters, chooses no words.

import type { Observation } from '../mail/evidence.ts';
import type { StepResult } from '../mail/step.ts';
import type { TokenAsked, TokenClaims } from '../mail/token.ts';
import type { SessionProblem } from '../mail/known-problems.ts';
import { knownTokenRefusal } from '../mail/server-replies/known-token-refusal.ts';
import type { Where } from '../records/where.ts';
import type { Facts } from './facts.ts';
import { knownParams } from './known-reply-words.ts';
import type { Hit } from './rule.ts';
import { sessionHit, type SessionParams } from './session-hit.ts';

export type TokenParams = SessionParams & {
  /** Host of the token endpoint; empty where the evidence does not say. */
  endpoint: string;
  authority: TokenAsked['authority'];
  grant: TokenAsked['grant'];
  expected: TokenAsked['expected'];
  claims: TokenClaims;
};

/** Where the value stands that a fix would change. */
type Field = 'sign-in' | 'secret' | 'client' | 'tenant' | 'user';

export function tokenHit<Extra extends object = object>(
  facts: Facts['session'],
  problem: SessionProblem,
  field: Field,
  extra: (step: StepResult, observation: Observation) => Extra = () => ({}) as Extra,
): Hit<TokenParams & Extra>[] {
  const { observation } = facts;
  const hits = sessionHit(facts, problem, 'credentials', (step) => ({
    ...tokenParams(observation, step),
    ...extra(step, observation),
  }));
  return hits.map((hit) => ({ ...hit, where: placeOf(facts, field) }));
}

function tokenParams({ tokenAsked, token }: Observation, step: StepResult) {
  const { authority = 'microsoft', grant = 'client-credentials', url = '' } = tokenAsked ?? {};
  return {
    endpoint: URL.canParse(url) ? new URL(url).host : '',
    authority,
    grant,
    expected: tokenAsked?.expected ?? { audiences: [], roles: [], scopes: [] },
    claims: token ?? {},
    ...(step.outcome === 'refused' ? knownParams(knownTokenRefusal(step.reply, tokenAsked)) : {}),
  };
}

function placeOf({ mailbox, profile, observation }: Facts['session'], field: Field): Where | undefined {
  const grant = observation.tokenAsked?.grant;
  switch (field) {
    case 'sign-in':
      return grant === 'refresh-token' ? mailbox?.where(['oauthRefreshToken']) : placeOfSecret();
    case 'secret':
      return placeOfSecret();
    case 'client':
      return profile?.where(['oauthClientId']) ?? mailbox?.where(['profile']);
    case 'tenant':
      return profile?.where(['exchangeOnlineTenantId']) ?? mailbox?.where(['profile']);
    case 'user':
      return mailbox?.where([mailbox.fields.userName === undefined ? 'emailAddress' : 'userName']);
  }

  function placeOfSecret(): Where | undefined {
    const key =
      grant === 'client-certificate'
        ? 'oauthCertificate'
        : grant === 'service-account'
          ? 'oauthServiceAccount'
          : 'oauthClientSecret';
    return profile?.where([key]) ?? mailbox?.where(['profile']);
  }
}
