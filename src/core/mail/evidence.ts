// Knows the shape of what was seen when a server was looked at: an Observation. Plain, serialisable data.
// May not judge: what an observation means is said by the rules (5xx, 7xx) and by fault.ts.

import type { Alternative } from './alternative.ts';
import type { AutodiscoverAttempt } from './autodiscover-attempt.ts';
import type { Certificate } from './certificate.ts';
import type { HttpAnswer } from './http-answer.ts';
import type { Direction, SessionProtocol, TlsMode } from './protocol.ts';
import type { StepName, StepResult } from './step.ts';
import type { TokenAsked, TokenClaims } from './token.ts';

/** Everything seen in one session with one server. */
export type Observation = {
  kind: 'session';
  /** ProbeRequest.id */
  request: string;
  /** Id of the mailbox record. */
  mailbox: string;
  direction: Direction;
  protocol: SessionProtocol;
  host: string;
  port: number;
  tls: TlsMode;
  /** The name that it was to log in by; absent where nothing was to be logged in with. */
  user?: string;
  /** ISO 8601, start of the session. */
  at: string;
  /** Total, milliseconds. */
  milliseconds: number;
  /** In order; the last one that is not "ok" or "not-tried" is where it ended. */
  steps: StepResult[];
  address?: string; // IP address connected to
  /** Of the other address family; what this machine cannot reach at all is not among them. */
  failedAddresses?: FailedAddress[];
  greeting?: string;
  capabilities?: string[];
  /** STARTTLS: what was offered before it, where it was asked for. Counts for nothing (RFC 3207 §4.2), but tells. */
  capabilitiesBeforeTls?: string[];
  /** SASL mechanisms offered, upper case. */
  mechanisms?: string[];
  mechanismUsed?: string;
  /** What the access token says of itself, where it can be read. Never the token. */
  token?: TokenClaims;
  /** Microsoft Graph. */
  account?: AccountSeen;
  /** How it was asked for; absent where none was. */
  tokenAsked?: TokenAsked;
  /** EWS without a recorded address: where Autodiscover was asked for it, in order. */
  autodiscover?: AutodiscoverAttempt[];
  tlsVersion?: string;
  /** Seen on a second connection: the newest TLS version that the server has, where it is too old to go on with. */
  serverTlsVersion?: string;
  cipher?: string;
  certificate?: Certificate;
  http?: HttpAnswer;
  /** The TLS mode that does answer on this port, found by speaking the other one: evidence for a wrong TLS setting. */
  answersTo?: TlsMode;
  /** Other ports of this host. Absent: none was looked at. */
  alternatives?: Alternative[];
  queueId?: string;
  /** Random Message-ID of the test message, with its angle brackets. */
  messageId?: string;
  /** The address in From of the test message, as it was handed over; and as it stood there when it arrived. */
  sentFrom?: string;
  arrivedFrom?: string;
  /** Our message was not put into the inbox but into the junk folder. */
  arrivedAsJunk?: boolean;
  /** Our test message stayed in the mailbox. */
  messageLeft?: boolean;
  /** Whether it was taken at all is not known: no answer came after its end. It may have arrived, and stays then. */
  messageInDoubt?: boolean;
  /** Refused for now while so many other connections of the same run were open to the server. */
  besideOthers?: number;
  /** Masked: no secret in any encoding. Both directions, as on the wire, one entry a line. */
  transcript: TranscriptLine[];
};

/** What the directory (Microsoft Entra) says of the mailbox's account, as far as the token may see it. */
export type AccountSeen = {
  /** accountEnabled: false is "Block sign-in". */
  enabled?: boolean;
  /** userType is Guest. */
  guest?: boolean;
  /** A service plan of Exchange Online that is in force. */
  exchangePlan?: boolean;
};

/** An address of the host that led nowhere while another one answered. */
export type FailedAddress = { address: string } & (
  | { outcome: 'failed'; error: string }
  | { outcome: 'timed-out'; afterMilliseconds: number }
);

/** `>` we said, `<` the server said, `*` a remark of ours (TLS established, closed …). */
export type TranscriptLine = {
  milliseconds: number;
  mark: '>' | '<' | '*';
  encrypted: boolean;
  text: string;
};

/** Nothing could be looked at for a reason on our side: a secret missing, no route at all, interrupted. */
export type LocalProblem = {
  kind: 'local';
  request: string;
  mailbox: string;
  direction: Direction;
  problem: 'secret-missing' | 'secret-command-failed' | 'interrupted' | 'offline' | 'not-supported';
  /** Names the reference (environment variable, file), never its value. */
  detail: string;
};

export type Evidence = {
  version: 1;
  /** ISO 8601 */
  at: string;
  observations: (Observation | LocalProblem)[];
  /** Read from a file: seen then, not now. Never written into one. */
  saved?: true;
};

/** The step at which a session ended without reaching its goal, if any. */
export function brokenStep(observation: Observation): StepResult | undefined {
  return observation.steps.find((step) => step.outcome !== 'ok' && step.outcome !== 'not-tried');
}

/** The result of one step, if the session got as far as recording it. */
export function stepOf(observation: Observation, name: StepName): StepResult | undefined {
  return observation.steps.find((step) => step.step === name);
}
