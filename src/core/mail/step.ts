// Knows the stages of a mail session, and the ways in which each can end. Plain, serialisable data.
// May not judge: what an ending means is said by session-problem.ts and fault.ts.

import type { Dialect } from './dialect.ts';
import type { Reply } from './reply.ts';

/** The stages of one mail session, in the order in which they happen. Each is a verdict of its own. */
export const stepNames = [
  'token', // OAuth: an access token asked for, and its claims compared with the records
  'name', // host name → addresses
  'connect', // TCP
  'greeting', // 220 / +OK / * OK
  'tls', // handshake, and the certificate's verification
  'capabilities', // EHLO / CAPA / CAPABILITY after TLS
  'login',
  'inbox', // STAT / EXAMINE INBOX
  'sender', // MAIL FROM
  'recipient', // RCPT TO
  'queued', // the reply after the message's end, with the server's queue id
  'arrived', // our own message seen in the mailbox
  'removed', // our own message taken out again
] as const;
export type StepName = (typeof stepNames)[number];

/**
 * How a step ended. "It is wrong" and "cannot tell" never share a value:
 * - ok          the server did what was asked;
 * - refused     the server said no; `reply` has its words;
 * - rejected    we would not go on (certificate, no TLS, no usable mechanism); `reason` says why;
 * - failed      the network or TLS layer failed; `error` is Node's code (ECONNREFUSED, ENOTFOUND, ERR_SSL_…);
 * - closed      the server closed the connection in the middle;
 * - timed-out   nothing, or not enough, came before the deadline;
 * - malformed   something came that is not this protocol, or is over the limit; `received` has its first bytes;
 * - not-tried   this step was not looked at; `because` says why. Never to be read as fine.
 */
export type StepOutcome =
  | { outcome: 'ok'; reply?: Reply }
  | { outcome: 'refused'; reply: Reply }
  | { outcome: 'rejected'; reason: RejectionReason; reply?: Reply }
  | { outcome: 'failed'; error: string; message: string }
  | { outcome: 'closed'; afterReply?: Reply }
  | { outcome: 'timed-out'; afterMilliseconds: number; receivedBytes: number }
  | { outcome: 'malformed'; received: string; looksLike: Dialect; limitBytes?: number }
  | { outcome: 'not-tried'; because: NotTriedReason };

/** Reasons for which mailcheck itself does not go on. */
export type RejectionReason =
  | 'starttls-not-offered'
  | 'starttls-injection' // bytes after the STARTTLS answer, before TLS (CVE-2011-0411 class)
  | 'certificate-expired'
  | 'certificate-not-yet-valid'
  | 'certificate-other-host'
  | 'certificate-untrusted'
  | 'certificate-self-signed'
  | 'certificate-invalid'
  | 'authentication-not-offered'
  | 'no-common-mechanism'
  | 'clear-text-forbidden'
  | 'unsafe-characters' // a line break or NUL in user, password or address: never put on the wire
  | 'smtputf8-not-offered' // the address needs RFC 6531
  | 'token-for-another-audience' // the token is for another service
  | 'token-lacks-permission'
  | 'token-of-another-tenant'
  | 'token-of-another-application'
  | 'token-of-another-user'
  | 'token-expired' // by our clock
  | 'token-not-yet-valid' // by our clock
  | 'redirected-elsewhere' // HTTP: to a host that may not have the credential
  | 'autodiscover-found-nothing' // nobody named an address of EWS for the mailbox
  | 'message-not-unique' // arrival: UIDL or TOP is missing, so our message cannot be told from others
  | 'taken-by-another-reader'
  | 'not-removable'; // arrival: the server cannot remove exactly one message (no UIDPLUS)

export type NotTriedReason =
  | 'earlier-step-failed'
  | 'not-asked' // the depth or a flag (--no-send) left it out
  | 'no-credentials'
  | 'other-direction-failed' // arrival, when nothing was sent
  | 'interrupted'
  | 'refused-before' // the same password was refused earlier in this run: never tried again
  | 'not-supported'; // this version cannot speak to this kind of server

export type StepResult = StepOutcome & {
  step: StepName;
  /** Duration of this step alone, milliseconds, rounded to 0.1. */
  milliseconds: number;
};
