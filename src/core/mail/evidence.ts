// Knows the shape of what was seen when a server was looked at: an Observation. Plain, serialisable data.
// May not judge: what an observation means is said by the rules (5xx, 7xx) and by fault.ts.

import type { Direction, ProtectedPort, SessionProtocol, TlsMode } from './protocol.ts';

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

/** One reply of a server. `text` is as received, control characters included; reporters make it safe to show. */
export type Reply = {
  /** SMTP: the three digits. POP3: "+OK" or "-ERR". IMAP: "OK", "NO", "BAD", "BYE". HTTP: the status. */
  code: string;
  /** Graph's error.code, EWS' ResponseCode; else RFC 3463 enhanced status ("5.7.8"), POP3 response code ("AUTH", RFC 2449/3206) or IMAP response code ("AUTHENTICATIONFAILED", RFC 5530). */
  enhanced?: string;
  text: string;
  /** What the server asked back before it refused an access token. */
  challenge?: BearerChallenge;
};

/**
 * The error challenge of OAUTHBEARER (RFC 7628 §3.2.2) and XOAUTH2. `status` is "invalid_token" and the like, or an HTTP
 * status ("401", Google); `scope` is what the token would have to cover, `schemes` how it would have to be presented.
 */
export type BearerChallenge = { status: string; scope?: string; schemes?: string };

/** The certificate a server showed, as far as a finding needs it. Dates are ISO 8601. */
export type Certificate = {
  subject: string;
  names: string[];
  issuer: string;
  validFrom: string;
  validTo: string;
  fingerprint256: string;
  /** From the server's own certificate upwards, as far as the server sent them or a store that is trusted here has them. */
  chain?: CertificateLink[];
  /** The issuer at which the chain ends without reaching a root: the server did not send it, and no store here has it. */
  missingIssuer?: string;
};

export type CertificateLink = { subject: string; issuer: string; validTo: string };

/** What an HTTPS server answered to a request without credentials. Its body is not kept. */
export type HttpAnswer = {
  method: 'GET';
  path: string;
  status: number;
  /** The reason phrase, in the server's own words. */
  reason: string;
  /** `WWW-Authenticate`, one entry a challenge as it came (RFC 9110 §11.6.1). */
  authenticate: string[];
  server?: string;
  /** Where a redirect leads. It was not followed. */
  location?: string;
  /** Others that tell which server of Exchange answered, by their names in lower case. */
  headers: Record<string, string>;
};

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

/** What the first bytes look like. */
export type Dialect =
  | 'smtp'
  | 'pop3'
  | 'imap'
  | 'http'
  | 'ssh'
  | 'tls' // a TLS record: implicit TLS where clear text was expected
  | 'unknown'
  | 'nothing';

export type StepResult = StepOutcome & {
  step: StepName;
  /** Duration of this step alone, milliseconds, rounded to 0.1. */
  milliseconds: number;
};

/** Claims of an access token (RFC 9068; Microsoft's v1 and v2 tokens). All of them as the token says, nothing verified. */
export type TokenClaims = {
  /** aud */
  audience?: string[];
  /** iss */
  issuer?: string;
  /** tid */
  tenant?: string;
  /** appid or azp */
  application?: string;
  /** scp or scope: what a user allowed. */
  scopes?: string[];
  /** roles: what an administrator allowed the application. */
  roles?: string[];
  /** upn, preferred_username, unique_name or email. */
  user?: string;
  /** ISO 8601: nbf or iat, and exp. */
  validFrom?: string;
  validTo?: string;
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

/** What a token is compared with before a mail server is bothered. A claim that the token lacks is not compared. */
export type ExpectedToken = {
  /** Any one of them, as host names or identifiers: "https://outlook.office365.com". */
  audiences: readonly string[];
  /** For an application: any one of these. */
  roles: readonly string[];
  /** For a user: any one of these. */
  scopes: readonly string[];
  tenant?: string;
  clientId?: string;
  /** For a user: whose token it must be. */
  user?: string;
};

/** How an access token was asked for: what a finding about it has to name. No secret, and no reference to one. */
export type TokenAsked = {
  authority: 'microsoft' | 'google';
  /** The token endpoint. */
  url: string;
  grant: 'client-credentials' | 'client-certificate' | 'refresh-token' | 'service-account';
  scope?: string;
  expected: ExpectedToken;
  /** For an application that stands in for the platform's own: the platform signs in server to server, and we cannot. */
  standIn?: true;
};
/**
 * How another port of the host was found, without logging in:
 * - works        TLS is up, the certificate holds, the protocol's capabilities are known;
 * - certificate  TLS is up and the certificate does not hold; `reason` says why;
 * - refused      nothing listens there;
 * - no-answer    nothing came back;
 * - unusable     something answers, and no protected session of this protocol came about;
 * - cannot-tell  the look did not come to an end for a reason on our side.
 */
export const alternativeOutcomes = [
  'works',
  'certificate',
  'refused',
  'no-answer',
  'unusable',
  'cannot-tell',
] as const;

/** A port of the same host that was looked at because the session with the recorded one broke. */
export type Alternative = ProtectedPort & {
  outcome: (typeof alternativeOutcomes)[number];
  reason?: RejectionReason;
  /** SASL mechanisms offered after TLS, upper case. */
  mechanisms?: string[];
};

/** An address of the host that led nowhere while another one answered. */
export type FailedAddress = { address: string } & (
  | { outcome: 'failed'; error: string }
  | { outcome: 'timed-out'; afterMilliseconds: number }
);

/** One place where Autodiscover was asked for the address of EWS, and what came of it. */
export type AutodiscoverAttempt = {
  url: string;
  outcome: AutodiscoverOutcome;
  /** found, redirected, not-followed: what was named. */
  to?: string;
  /** HTTP status, Node's code, or the service's own words. */
  detail?: string;
};
export const autodiscoverOutcomes = [
  'found', // `to` is the address of EWS
  'redirected', // `to` was asked next: an address, or another mailbox address
  'not-followed', // `to` may not have the credential, or is not encrypted
  'login-wanted', // it is there, and nothing was to be logged in with
  'login-refused', // the login there came to nothing
  'no-mailbox', // it knows no such mailbox, or no EWS for it
  'not-there', // no such name, nobody listens, or what answers is not Autodiscover
  'no-answer', // cannot tell: nothing came, or "later"
] as const;
export type AutodiscoverOutcome = (typeof autodiscoverOutcomes)[number];

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
  /** Masked: no secret in any encoding. Both directions, as on the wire, one entry a line. */
  transcript: TranscriptLine[];
};

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
