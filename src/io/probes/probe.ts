// Knows what every probe is given and what it returns. A probe looks at one server and yields an Observation;
// it may not print, decide a severity, or throw because a server said no.

import type { SecretRef } from '../../core/delivery/probe-request.ts';
import type { TokenRequest } from '../../core/delivery/token-request.ts';
import type { StepOutcome } from '../../core/mail/step.ts';
import type { TokenAsked, TokenClaims } from '../../core/mail/token.ts';
import type { StandardPorts } from '../../core/mail/protocol.ts';

/** Everything a probe needs from outside: one argument, so that a test can pass another world. */
export type ProbeContext = {
  /** Aborted on Ctrl-C; a probe then closes its socket and returns what it knows. */
  signal: AbortSignal;
  /** Milliseconds since the epoch, for `at`. Durations are measured with performance.now(). */
  now(): number;
  deadlines: Deadlines;
  /** PEM of certificate authorities to trust besides Node's own. */
  extraAuthorities?: string;
  /** The value behind a reference; rejects with SecretProblem. */
  secret(reference: SecretRef): Promise<string>;
  /**
   * The access token asked for; one request a `key` and run, whoever asks first. A token endpoint's "no" is an answer, as is
   * a token whose claims do not fit; rejects with SecretProblem alone.
   */
  token(request: TokenRequest): Promise<TokenAnswer>;
  /** Ports that are looked at where the recorded one does not work. Absent: none is (--no-alternatives). */
  standardPorts?: StandardPorts;
  /** Told of each connection that says farewell: it counts as open until the promise settles. */
  farewell?(closed: Promise<unknown>): void;
  /** What this run has learnt about hosts: addresses, TLS sessions, mechanisms. Shared by all probes of a run. */
  hosts: HostMemory;
};

/** Milliseconds. */
export type Deadlines = {
  /** Name look-up and TCP connect, each. */
  connect: number;
  /** Silence after which the other TLS mode is tried on the same port. */
  wrongMode: number;
  /** Any one reply, but those to a login. */
  reply: number;
  /**
   * A reply to a login. After somebody's refused password some servers hold the next logins back, right or wrong:
   * Dovecot for 15 seconds at most, and its answer to a wrong one for 2 more.
   */
  login: number;
  /** The whole session, arrival not counted. */
  session: number;
  /** Waiting for our own message. */
  arrival: number;
};

export const defaultDeadlines: Deadlines = {
  connect: 5_000,
  wrongMode: 1_000,
  reply: 15_000,
  login: 20_000,
  session: 30_000,
  arrival: 60_000,
};

/** `value` is a secret. `outcome` is what the step "token" records; it took `milliseconds`, whoever asked first. */
export type TokenAnswer = {
  outcome: StepOutcome;
  milliseconds: number;
  claims?: TokenClaims;
  asked?: TokenAsked;
} & {
  /** Absent where none was given or where it does not fit. */
  value?: string;
};

export type HostAddress = { address: string; family: 4 | 6 };

export type HostMemory = {
  /** One look-up a host and run, whoever asks first (single flight). Rejects with Node's error. */
  addresses(host: string): Promise<HostAddress[]>;
  /** TLS sessions to resume, by `host:port`. */
  tlsSession: Map<string, Buffer>;
  /** Mechanisms that `protocol:host:port` offered after TLS, so that POP3 can leave out CAPA. */
  mechanisms: Map<string, string[]>;
};

/** What the SMTP probe asks its caller for at depth "send". */
export type SendPlan = {
  /** Random, with angle brackets. */
  messageId: string;
  /** Whole message, CRLF line ends, not dot-stuffed. */
  raw: Buffer;
  /** Resolves when the receiving side has taken its snapshot (or cannot): the message may go. */
  ready: Promise<void>;
};

/** A secret could not be read. `detail` names the reference (variable, file, program), never a value. */
export class SecretProblem extends Error {
  readonly problem: 'secret-missing' | 'secret-command-failed';
  readonly detail: string;
  constructor(problem: SecretProblem['problem'], detail: string) {
    super(`${problem}: ${detail}`);
    this.name = 'SecretProblem';
    this.problem = problem;
    this.detail = detail;
  }
}
