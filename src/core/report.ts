// Knows the shape of a report: what judge.ts concludes and every reporter prints. No language, no colour, stable order.

import type { Message } from './delivery/message.ts';
import type { Stage } from './delivery/stage.ts';
import type { Hop } from './delivery/sender-chain.ts';
import type { Direction } from './mail/protocol.ts';
import type { LocalProblem, Observation } from './mail/evidence.ts';
import type { EmailStatus } from './records/email.ts';
import type { FaultClass } from './mail/fault-class.ts';
import type { ExpectedAlert, ProfileReport } from './profile-report.ts';
import type { Finding, StepName } from './rules/rule.ts';
import type { Where } from './records/where.ts';

/**
 * passes         looked at, nothing stops the mail here;
 * stops          an error was found;
 * may-stop       a warning was found;
 * unknown        could not be judged;
 * not-reached    an earlier stage stops it; findings here are secondary ("also");
 * not-requested  no mail is due;
 * not-examined   nobody asked for this stage (domain and arrival by default);
 * set-aside      what was found here shall not count: `rules:` of mailcheck.yaml says so. Never to be read as fine.
 */
export type StageStatus =
  | 'passes'
  | 'stops'
  | 'may-stop'
  | 'unknown'
  | 'not-reached'
  | 'not-requested'
  | 'not-examined'
  | 'set-aside';

export type StageReport = {
  stage: Stage;
  status: StageStatus;
  /** What was looked at, for one line of the report: names and values, no sentences. */
  facts: StageFact[];
};

/** A named value with its place. Names are keys of the reporters' words. */
export type StageFact = { name: FactName; value: string; where?: Where };
export type FactName =
  | 'setting'
  | 'default-setting'
  | 'contact'
  | 'address'
  | 'owner'
  | 'process'
  | 'state'
  | 'step'
  | 'from'
  | 'sender'
  | 'mailbox'
  | 'approval'
  | 'approved-by'
  | 'approved-on'
  | 'outgoing-status'
  | 'test-run-by'
  | 'test-run-on'
  | 'profile'
  | 'server'
  | 'tested-on'
  | 'seen-on'
  | 'reached'
  | 'evidence'
  | 'tenant'
  | 'passcode'
  | 'guest';

/**
 * nothing-stops-it  every stage that had to be judged passes (warnings may remain);
 * stopped           `cause` says by what;
 * not-requested     no mail is due;
 * unknown           a stage that had to be judged could not be.
 */
export type Verdict = 'nothing-stops-it' | 'stopped' | 'not-requested' | 'unknown';

/** What the support person will find in Dataverse when a process's mail is stopped, or found there: the row's status. */
export type Trace =
  | 'no-row'
  | 'pending-send'
  | 'no-row-or-pending-send'
  | 'not-known'
  // Only where a row was found.
  | 'draft'
  | 'sending'
  | 'failed'
  | 'sent'
  | 'completed'
  | 'canceled';

/**
 * What the portal shows to whoever asked for the mail.
 * not-offered  the page or button is not there, or sign-in asks for nothing: no mail is asked for;
 * fails        the process fails, and the portal shows what it shows then;
 * may-fail     it fails, or the mail waits: not confirmed which;
 * as-usual     the same as when the mail arrives.
 */
export type Page = 'not-offered' | 'fails' | 'may-fail' | 'as-usual' | 'not-known';

export type PathReport = {
  message: Message;
  verdict: Verdict;
  cause?: Finding;
  /** An earlier stage is unknown: the cause is the earliest one known. */
  earliestKnown: boolean;
  /** In path order. */
  findings: Finding[];
  /** What `rules:` has switched off; absent where nothing was. */
  switchedOff?: Finding[];
  stages: StageReport[];
  /** From → mailbox of the step that the report is about: the first that fails, else the first. */
  chain: Hop[];
  /** Every Send E-mail step with its own chain; empty where none is recorded. */
  steps: StepReport[];
  trace: Trace;
  /** The newest recorded e-mail row of this message. */
  row?: { status: EmailStatus; where: Where; createdOn?: string };
  page: Page;
};

export type StepReport = StepName & {
  /** As if it always ran: whether a sender, mailbox, profile or server stops what this step sends. */
  status: 'passes' | 'stops' | 'may-stop' | 'unknown' | 'set-aside';
  /** Whether `chain` of the report is this one's. */
  shown: boolean;
  chain: Hop[];
};

export type DirectionVerdict = 'success' | 'failure' | 'unknown' | 'not-tested';

/** What a live test of one direction of one mailbox showed, and what it does to the record. */
export type DirectionReport = {
  direction: Direction;
  verdict: DirectionVerdict;
  class?: FaultClass;
  observation?: Observation;
  /** Why nothing could be looked at, where the reason is on our side (class "local"). */
  problem?: Pick<LocalProblem, 'problem' | 'detail'>;
  /** The finding that explains a failure. */
  finding?: Finding;
  /** Code of the finding, or name of the problem, that explains it and is said once, on the server profile. */
  onProfile?: string;
  /** What the platform would do with this direction; absent where the result says nothing of that. */
  platform?: PlatformAct;
};

/**
 * enables      the direction works, and is enabled for e-mail;
 * disables     a permanent error: the direction is switched off at once;
 * tries-again  an error that may pass: it stays on and is tried again, ten times at most, five minutes apart.
 */
export type PlatformAct = 'enables' | 'disables' | 'tries-again';

export type MailboxReport = {
  mailbox: string;
  address: string;
  where: Where;
  profile?: string;
  verdict: 'success' | 'failure' | 'unknown';
  directions: DirectionReport[];
  arrival: 'arrived' | 'not-arrived' | 'unknown' | 'not-tried';
  findings: Finding[];
  /** What `rules:` has switched off; absent where nothing was. */
  switchedOff?: Finding[];
  /** Codes of findings, and names of problems, that stop it and are said once, on the server profile; absent where none is. */
  onProfile?: string[];
  /** Fields written (or, with --dry-run and --no-save, that would be), in the record's own words. */
  changes: RecordChange[];
};

export type RecordChange = {
  /** Keys from the record's root. */
  path: readonly (string | number)[];
  from: unknown;
  to: unknown;
};

export type Report = {
  /** Version of this shape; it only grows within one version. */
  version: 1;
  command: 'diagnose' | 'check' | 'test-mailbox';
  /** ISO 8601 */
  at: string;
  /** diagnose: one. check: none. */
  paths: PathReport[];
  /** test-mailbox. */
  mailboxes: MailboxReport[];
  /** test-mailbox: the server profiles of these mailboxes. */
  profiles: ProfileReport[];
  /** test-mailbox: whom the platform would tell, by its own rules. */
  alerts: ExpectedAlert[];
  /** check: everything found; else findings that belong to no path and no mailbox. */
  findings: Finding[];
  /** What `rules:` has switched off; absent where nothing was. */
  switchedOff?: Finding[];
  /** `TODO` values still to be filled in. */
  todos: { where: Where; path: string; hint: string }[];
  /** Number of records read, by kind. */
  records: Record<string, number>;
  /** What was contacted, and what was left out and why. */
  probed: string[];
  skipped: { what: string; because: string }[];
  /** Where results were written, `file:line`; empty when nothing was. */
  written: string[];
};
