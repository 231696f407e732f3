// Knows what a web service's "no" means: by the service's own code (Graph's error.code, EWS' ResponseCode), else by the
// HTTP status (RFC 9110 §15, RFC 6585 §4). Data and look-ups; may not choose words.

import type { Reply, StepName } from './evidence.ts';
import type { FaultClass } from './fault-class.ts';
import type { SessionProblem } from './session-problem.ts';

export type HttpRefusal = { problem: SessionProblem; class: FaultClass };

const noMailbox: HttpRefusal = { problem: 'mailbox-not-in-service', class: 'configuration' };
const forbidden: HttpRefusal = { problem: 'access-forbidden', class: 'policy' };
const tokenRefused: HttpRefusal = { problem: 'token-not-accepted', class: 'credential' };
const throttled: HttpRefusal = { problem: 'throttled', class: 'transient' };
const unavailable: HttpRefusal = { problem: 'service-unavailable', class: 'transient' };

/**
 * https://learn.microsoft.com/graph/errors, https://learn.microsoft.com/graph/resolve-auth-errors; a mailbox's refusals come
 * from Exchange and bear its names: https://learn.microsoft.com/exchange/client-developer/web-service-reference/responsecode
 */
const byServiceCode: ReadonlyMap<string, HttpRefusal> = new Map([
  ['MailboxNotEnabledForRESTAPI', noMailbox],
  ['MailboxNotSupportedForRESTAPI', noMailbox],
  ['RESTAPINotEnabledForComponentSharedMailbox', noMailbox],
  ['ErrorInvalidUser', noMailbox],
  ['Request_ResourceNotFound', noMailbox],
  ['ResourceNotFound', noMailbox],
  ['ErrorItemNotFound', noMailbox],
  ['ErrorFolderNotFound', noMailbox],
  ['InvalidAuthenticationToken', tokenRefused],
  ['CompactTokenParsingFailed', tokenRefused],
  ['Authorization_IdentityNotFound', tokenRefused],
  ['ErrorAccessDenied', forbidden],
  ['Authorization_RequestDenied', forbidden],
  ['ApplicationThrottled', throttled],
  ['TooManyRequests', throttled],
  ['activityLimitReached', throttled],
  ['ErrorExceededConnectionCount', throttled],
  ['ErrorMailboxMoveInProgress', unavailable],
  ['ErrorMailboxStoreUnavailable', unavailable],
  ['ErrorInternalServerTransientError', unavailable],
  ['ErrorTimeoutExpired', unavailable],
  ['MailboxInfoStale', unavailable],
]);

/** What a refusal of EWS or Graph is. Without a meaning of its own: by the step that was refused. */
export function httpRefusalOf(step: StepName, reply: Reply, bearer: boolean): HttpRefusal {
  const known = byServiceCode.get(reply.enhanced ?? '');
  if (known !== undefined) return known;
  const status = Number(reply.code);
  if (status === 401) return bearer ? tokenRefused : { problem: 'login-refused', class: 'credential' };
  // Not registered with IANA: Microsoft's sign-in for an account that has to give a second factor.
  if (status === 456) return { problem: 'second-factor-wanted', class: 'policy' };
  if (status === 403) return forbidden;
  if (status === 404) return { problem: 'service-not-found', class: 'configuration' };
  if (status === 429) return throttled;
  if (status === 408 || (status >= 500 && status < 600)) return unavailable;
  if (step === 'inbox') return { problem: 'inbox-refused', class: 'policy' };
  if (step === 'queued') return { problem: 'message-refused', class: 'policy' };
  return { problem: 'other', class: 'configuration' };
}
