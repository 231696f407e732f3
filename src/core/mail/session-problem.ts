// Knows which one of the known problems ended a session: the first broken step, what it said, and what else was seen.
// Exactly one for every session that broke. May not say how bad it is (fault.ts) or how to mend it (rules MC5xx).

import type { Observation } from './evidence.ts';
import type { RejectionReason, StepName, StepResult } from './step.ts';
import type { Reply } from './reply.ts';
import { stepOf } from './evidence.ts';
import { usedToken } from './bearer-refusals.ts';
import { httpRefusalOf } from './http-refusal.ts';
import type { SessionProblem } from './known-problems.ts';
import { isHttp } from './protocol.ts';
import { tokenProblemOf } from './token-problem.ts';
import { isRefusedForNow, isRefusedHello, isWayOfLoginRefused } from './refusal.ts';
import { sendAsRefusalOf } from './send-as-refusals.ts';
import { seenIn } from './server-replies/known-reply.ts';

export type BrokenSession = { problem: SessionProblem; step: StepResult; reply?: Reply };

/** Undefined: no step of the session broke. Whether it reached its goal is another question: reachedGoal(). */
export function problemOf(observation: Observation): BrokenSession | undefined {
  const step = observation.steps.find(
    ({ step: name, outcome }) => !isArrival(name) && outcome !== 'ok' && outcome !== 'not-tried',
  );
  if (step !== undefined) {
    const reply = replyOf(step);
    return { problem: problemAt(observation, step), step, ...(reply === undefined ? {} : { reply }) };
  }
  const login = stepOf(observation, 'login');
  return login?.outcome === 'not-tried' && login.because === 'refused-before'
    ? { problem: 'refused-before', step: login }
    : undefined;
}

/** Arrival is a verdict of its own and never breaks a session. */
export function isArrival(name: StepName): boolean {
  return name === 'arrived' || name === 'removed';
}

/** The server's "no", also where it closed the connection right after it (RFC 5321 §3.8: 421). */
function replyOf(step: StepResult): Reply | undefined {
  if (step.outcome === 'refused') return step.reply;
  if (step.outcome === 'closed' && step.afterReply !== undefined && isNegative(step.afterReply))
    return step.afterReply;
  return undefined;
}

function isNegative({ code }: Reply): boolean {
  return /^(?:[45]|-ERR|NO|BAD|BYE)/.test(code);
}

function problemAt(observation: Observation, step: StepResult): SessionProblem {
  if (step.step === 'token') return tokenProblemOf(observation, step);
  const refusal = replyOf(step);
  if (refusal !== undefined) return refused(observation, step.step, refusal);
  if (step.outcome === 'rejected') return rejected(observation, step.step, step.reason);
  const mode = wrongMode(observation, step);
  if (mode !== undefined) return mode;
  if (step.outcome === 'failed') return failed(step.step, step.error);
  if (step.outcome === 'timed-out') return timedOut(observation, step.step, step.receivedBytes);
  if (step.outcome === 'malformed') return malformed(observation, step.step, step.looksLike);
  return step.outcome === 'closed' ? 'closed' : 'other';
}

const early: readonly StepName[] = ['greeting', 'tls', 'capabilities'];

/** Seen on a second connection: the same protocol answers there in another TLS mode. */
function wrongMode({ tls, answersTo }: Observation, { step }: StepResult): SessionProblem | undefined {
  if (!early.includes(step) || answersTo === undefined || answersTo === tls) return undefined;
  if (answersTo === 'implicit') return 'tls-at-once';
  if (tls === 'implicit') return 'clear-text-first';
  return tls === 'starttls' ? 'starttls-not-offered' : undefined;
}

function malformed(
  { protocol, tls }: Observation,
  step: StepName,
  looksLike: Extract<StepResult, { outcome: 'malformed' }>['looksLike'],
): SessionProblem {
  // The web server or proxy on the way speaks HTTP as the service does; its page is no answer of the service.
  if (isHttp(protocol)) return looksLike === 'http' ? 'web-page' : 'unreadable';
  if (!early.includes(step)) return 'unreadable';
  if (looksLike === 'unknown' || looksLike === 'nothing') return 'unreadable';
  if (looksLike === 'tls')
    return tls === 'implicit' ? 'tls-failed' : step === 'greeting' ? 'tls-at-once' : 'unreadable';
  if (looksLike !== protocol) return 'other-protocol';
  return tls === 'implicit' && step === 'tls' ? 'clear-text-first' : 'unreadable';
}

function timedOut({ tls, protocol }: Observation, step: StepName, receivedBytes: number): SessionProblem {
  if (step === 'name') return 'name-not-looked-up';
  if (step === 'connect') return 'no-answer';
  // An HTTP server speaks when it is asked: its silence is one in the middle.
  const nothingYet = !isHttp(protocol) && (step === 'greeting' || (step === 'tls' && tls === 'implicit'));
  return nothingYet && receivedBytes === 0 ? 'silent' : 'timed-out';
}

/** Node's codes: system errors, getaddrinfo and c-ares, OpenSSL (https://nodejs.org/api/errors.html). */
function failed(step: StepName, error: string): SessionProblem {
  if (/^(?:ENOTFOUND|ENODATA|EAI_NODATA|EAI_NONAME|EBADNAME|ENONAME)$/.test(error)) return 'name-not-found';
  if (error === 'INTERNAL') return 'other';
  if (step === 'name' || error.startsWith('EAI_')) return 'name-not-looked-up';
  if (error === 'ECONNREFUSED') return 'connection-refused';
  if (/^(?:ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENETDOWN)$/.test(error))
    return step === 'connect' ? 'no-answer' : error === 'ETIMEDOUT' ? 'timed-out' : 'closed';
  if (/^(?:ECONNRESET|ECONNABORTED|EPIPE|ENOTCONN)$/.test(error)) return 'closed';
  if (/^(?:CERT_HAS_EXPIRED|CERT_NOT_YET_VALID)$/.test(error)) return 'certificate-dates';
  if (/^(?:ERR_TLS_CERT_ALTNAME_INVALID|HOSTNAME_MISMATCH)$/.test(error)) return 'certificate-other-host';
  if (/^(?:CERT_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_)/.test(error))
    return 'certificate-untrusted';
  if (error === 'ERR_TLS_HANDSHAKE_TIMEOUT') return 'timed-out';
  return /^(?:EPROTO$|ERR_SSL_|ERR_OSSL_|ERR_TLS_)/.test(error) ? 'tls-failed' : 'other';
}

function refused(observation: Observation, step: StepName, reply: Reply): SessionProblem {
  const { protocol, mechanismUsed } = observation;
  if (isHttp(protocol) && step !== 'token')
    return httpRefusalOf(step, reply, { protocol, bearer: mechanismUsed === 'Bearer' }).problem;
  if (step === 'tls' && !(protocol === 'smtp' && isRefusedHello(reply))) return 'tls-failed';
  if (early.includes(step)) return 'greeting-refused';
  const problem = refusals[step];
  if (problem === undefined) return 'other';
  const seen = seenIn(observation, step, reply);
  if (isRefusedForNow(seen)) return step === 'login' ? 'login-later' : 'later';
  if (step === 'login') {
    if (isWayOfLoginRefused(seen)) return 'login-not-offered';
    return usedToken(observation) ? 'bearer-refused' : problem;
  }
  if (stepOf(observation, 'login')?.outcome === 'ok' && sending.includes(step)) {
    if (sendAsRefusalOf(seen) !== undefined) return 'send-as-refused';
  }
  return step === 'recipient' && aboutTheSender.test(reply.text) ? 'sender-refused' : problem;
}

const sending: readonly StepName[] = ['sender', 'recipient', 'queued'];

/** Many servers judge the sender only when the first recipient comes (Postfix's default: smtpd_delay_reject). */
const aboutTheSender =
  /sender address rejected|sender verify failed|not owned by user|sender (?:address )?(?:is )?not (?:allowed|authori[sz]ed|permitted)|not (?:allowed|authori[sz]ed|permitted) to send (?:as|from)/i;

const refusals: Partial<Record<StepName, SessionProblem>> = {
  login: 'login-refused',
  inbox: 'inbox-refused',
  sender: 'sender-refused',
  recipient: 'recipient-refused',
  queued: 'message-refused',
};

function rejected({ protocol }: Observation, step: StepName, reason: RejectionReason): SessionProblem {
  const problem = rejections[reason] ?? 'other';
  if (problem === 'login-not-offered' && isHttp(protocol)) return 'scheme-not-offered';
  // Before the service's own name was known: it is Autodiscover that leads there.
  return problem === 'redirected-elsewhere' && step === 'name' ? 'autodiscover-elsewhere' : problem;
}

const rejections: Partial<Record<RejectionReason, SessionProblem>> = {
  'starttls-not-offered': 'starttls-not-offered',
  'starttls-injection': 'starttls-injection',
  'certificate-expired': 'certificate-dates',
  'certificate-not-yet-valid': 'certificate-dates',
  'certificate-other-host': 'certificate-other-host',
  'certificate-untrusted': 'certificate-untrusted',
  'certificate-self-signed': 'certificate-untrusted',
  'certificate-invalid': 'certificate-untrusted',
  'authentication-not-offered': 'login-not-offered',
  'no-common-mechanism': 'login-not-offered',
  'clear-text-forbidden': 'clear-text-forbidden',
  'redirected-elsewhere': 'redirected-elsewhere',
  'autodiscover-found-nothing': 'autodiscover-nothing',
};
