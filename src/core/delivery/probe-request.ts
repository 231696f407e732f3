// Knows what a look at a live server is asked to do: plain data from plan.ts (core) to src/io/probes.
// Names a secret (SecretRef), never contains one.

import type { EwsVersion } from '../mail/ews-request.ts';
import type { SessionProtocol } from '../mail/protocol.ts';
import type { Direction, Protocol, TlsMode } from '../mail/protocol.ts';
import type { TokenRequest } from './token-request.ts';

/** Where a secret is kept. The value is read by src/io/secrets.ts at the last moment. */
export type SecretRef = { env: string } | { file: string } | { command: string[] } | { keyring: string };

/** How far to go. Each depth includes the ones before it. */
export const depths = ['connect', 'login', 'send'] as const;
export type Depth = (typeof depths)[number];

export type Credentials =
  | { kind: 'password'; user: string; password: SecretRef }
  /** An access token of OAuth 2.0 (RFC 6750); over SMTP, POP3 and IMAP with XOAUTH2 or OAUTHBEARER (RFC 7628). */
  | { kind: 'bearer'; user: string; token: TokenRequest };

/** HTTP authentication schemes (RFC 9110 §11, RFC 4559) that the profile's authentication protocol allows. */
export type HttpScheme = 'basic' | 'ntlm' | 'negotiate' | 'bearer';

export type ProbeRequest = {
  /** Unique in a run: `<mailbox id>:<direction>`. */
  id: string;
  /** Id of the mailbox record. */
  mailbox: string;
  /** The mailbox's own address: MAIL FROM and RCPT TO of the test message. */
  address: string;
  direction: Direction;
  protocol: Protocol;
  host: string;
  port: number;
  tls: TlsMode;
  /** EWS and Graph: the service's address. Absent for EWS: to be found by Autodiscover for the mailbox's address. */
  url?: string;
  /** EWS without `url`: Exchange Online's address, where Autodiscover v2 is asked for profiles that reach into it. */
  exchangeOnline?: string;
  /** EWS without `url`: the one place where Autodiscover is asked, instead of those of the address's domain. */
  autodiscover?: string;
  /** EWS without `url`: hosts that the records name; Autodiscover may lead to them. */
  recordedHosts?: readonly string[];
  /** EWS: the schema to speak; absent: an old one, which every newer server speaks too. */
  exchangeVersion?: EwsVersion;
  /** EWS: in the order in which they may be used. */
  httpSchemes?: readonly HttpScheme[];
  /** EWS: the credentials are a service account's, which acts for the mailbox (ExchangeImpersonation). */
  impersonate?: boolean;
  depth: Depth;
  /** Asks also what no verdict needs and a person may want to see: POP3's capabilities before TLS. */
  inFull?: true;
  /** Absent: nothing to log in with; the login step is then "not-tried: no-credentials". */
  credentials?: Credentials;
  /** Credentials may cross the wire without TLS: only if the record says so in as many words. */
  allowClearTextCredentials: boolean;
  /** Comes when all others to the same host are done: its password was refused at the last test. */
  last?: true;
  /** Connections at once: the profile's "maximum concurrent connections", counted per `concurrencyKey`. */
  maxConcurrentConnections: number;
  /** The mailbox's id, or the profile's where the profile holds the credentials. */
  concurrencyKey: string;
};

/** What a session needs to know, whatever it is led in. */
export type SessionRequest = Omit<ProbeRequest, 'protocol'> & { protocol: SessionProtocol };
