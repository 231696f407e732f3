// Knows what a web service's "no" means: by the service's own code (Graph's error.code, EWS' ResponseCode), else by the
// HTTP status (RFC 9110 §15, RFC 6585 §4). Data and look-ups; may not choose words.

import type { Reply } from './reply.ts';
import type { StepName } from './step.ts';
import type { FaultClass } from './fault-class.ts';
import type { SessionProtocol } from './protocol.ts';
import type { SessionProblem } from './known-problems.ts';

export type HttpRefusal = { problem: SessionProblem; class: FaultClass };

const noMailbox: HttpRefusal = { problem: 'mailbox-not-in-service', class: 'configuration' };
const forbidden: HttpRefusal = { problem: 'access-forbidden', class: 'policy' };
const tokenRefused: HttpRefusal = { problem: 'token-not-accepted', class: 'credential' };
const throttled: HttpRefusal = { problem: 'throttled', class: 'transient' };
const impersonationDenied: HttpRefusal = { problem: 'impersonation-denied', class: 'policy' };
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
  ['ErrorTooManyObjectsOpened', throttled],
  ['ErrorMailboxMoveInProgress', unavailable],
  ['ErrorMailboxFailover', unavailable],
  ['ErrorADUnavailable', unavailable],
  ['ErrorInternalServerError', unavailable],
  ['ErrorInsufficientResources', unavailable],
  ['ErrorMailboxStoreUnavailable', unavailable],
  ['ErrorInternalServerTransientError', unavailable],
  ['ErrorTimeoutExpired', unavailable],
  ['MailboxInfoStale', unavailable],
  ['ErrorNonExistentMailbox', { problem: 'mailbox-does-not-exist', class: 'configuration' }],
  ['ErrorMissingEmailAddress', { problem: 'mailbox-does-not-exist', class: 'configuration' }],
  ['ErrorInvalidSmtpAddress', { problem: 'mailbox-does-not-exist', class: 'configuration' }],
  ['ErrorInvalidLicense', { problem: 'no-exchange-licence', class: 'policy' }],
  ['ErrorImpersonateUserDenied', impersonationDenied],
  ['ErrorImpersonationDenied', impersonationDenied],
  ['ErrorImpersonationFailed', impersonationDenied],
  ['ErrorSendAsDenied', { problem: 'send-as-denied', class: 'policy' }],
  ['ErrorQuotaExceeded', { problem: 'mailbox-full', class: 'policy' }],
  ['ErrorServerBusy', { problem: 'server-busy', class: 'transient' }],
]);

/** What a refusal of EWS or Graph is. Without a meaning of its own: by the step that was refused. */
export function httpRefusalOf(
  step: StepName,
  reply: Reply,
  { protocol, bearer }: { protocol: SessionProtocol; bearer: boolean },
): HttpRefusal {
  const overEws = protocol === 'ews';
  const known = byServiceCode.get(reply.enhanced ?? '');
  // "Not found" says of EWS that the folder may not be seen, not that there is no mailbox.
  if (known !== undefined && !(overEws && known === noMailbox)) return known;
  const status = Number(reply.code);
  if (status === 401) return bearer ? tokenRefused : { problem: 'login-refused', class: 'credential' };
  // Not registered with IANA: Microsoft's sign-in for an account that has to give a second factor.
  if (status === 456) return { problem: 'second-factor-wanted', class: 'policy' };
  if (status === 403) return overEws ? { problem: 'ews-blocked', class: 'policy' } : forbidden;
  if (status === 404) return { problem: 'service-not-found', class: 'configuration' };
  if (status === 429) return throttled;
  // A SOAP fault comes with 500 whatever it says (SOAP 1.1 §6.2).
  const isFault = overEws && status === 500 && reply.enhanced !== undefined;
  if (status === 408 || (status >= 500 && status < 600 && !isFault)) return unavailable;
  if (step === 'inbox') return { problem: 'inbox-refused', class: 'policy' };
  if (step === 'queued') return { problem: 'message-refused', class: 'policy' };
  return { problem: 'other', class: 'configuration' };
}
