// Types of servers.mjs, which is plain JavaScript because the benchmarks run it on Node 20 as it is.

import type { TokenKeys } from './access-tokens.mjs';
import type { CertificateFault } from './certificates.mjs';

export type Account = { address: string; password: string };

/** The addresses at which the servers differ. All listen on the same ports. */
export type LiveHosts = {
  /** "localhost": everything right. Dovecot takes it for secured, so clear-text logins work here. */
  main: string;
  /** 127.0.0.2: everything right, and clear-text logins are refused as they would be from afar. */
  remote: string;
  /** 127.0.0.3, POP3 and IMAP: neither STLS/STARTTLS nor a login without it; its TLS ports do not work. */
  withoutTls: string;
  /** 127.0.0.4, POP3 and IMAP: IMAP without UIDPLUS. */
  withoutUidplus: string;
} & Record<CertificateFault, string>;

export type LivePorts = {
  /** SMTP, STARTTLS required before MAIL and AUTH. */
  submission: number;
  /** SMTP, implicit TLS. */
  smtps: number;
  pop3: number;
  pop3s: number;
  imap: number;
  imaps: number;
  /** SMTP at the main host only: neither STARTTLS nor AUTH; mail to example.com is taken from anybody. */
  smtpWithoutTlsAndLogin: number;
  /** SMTP at the main host only: STARTTLS, no AUTH. */
  smtpWithoutLogin: number;
  /** SMTP at the main host only: no STARTTLS, AUTH in clear text. */
  smtpWithoutTls: number;
  /** SMTP at the main host only: as submission, but a wrong sender is refused at MAIL and not at RCPT. */
  smtpSenderFirst: number;
  /** SMTP at the main host only: as submission, but anybody may send as anybody, and From becomes admin@example.com. */
  smtpRewriting: number;
  /** SMTP at the main host only: as submission, two connections at once from one address. */
  smtpFewConnections: number;
};

export type LiveAccounts = {
  admin: Account;
  /** A queue's mailbox. */
  support: Account;
  /** Logs in; mail to it is refused with 452 4.2.2. */
  full: Account;
  /** Logs in; mail to it is refused with 450 4.2.0. */
  greylisted: Account;
  /** user001@example.com and so on. */
  numbered: Account[];
  all: Account[];
};

export type LiveServers = {
  /** hosts.main */
  host: string;
  hosts: LiveHosts;
  ports: LivePorts;
  /** PEM file. */
  certificateAuthority: string;
  accounts: LiveAccounts;
  /** What access tokens are signed with (access-tokens.mjs); undefined: the servers take passwords only. */
  tokenKeys: TokenKeys | undefined;
  /** The scratch folder: configuration, queue, mail and logs. stop() removes it. */
  folder: string;
  /** What both servers logged so far. */
  log(): string;
  stop(): Promise<void>;
};

export function startServers(options?: {
  numberedAccounts?: number;
  /** Dovecot's delays after a refused login are left on. */
  loginPenalty?: boolean;
  /** All mechanisms, or only those for access tokens, beside or instead of PLAIN and LOGIN. */
  mechanisms?: readonly ('PLAIN' | 'LOGIN' | 'XOAUTH2' | 'OAUTHBEARER')[];
}): Promise<LiveServers>;

/** What is missing for the servers to run, one entry each; empty when they can. */
export function serversMissing(): string[];
