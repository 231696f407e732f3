// Knows the shape of what is said of one message's path: its stages, its steps, and what a support person and the visitor see.
// Data only; made in rules/judge-path.ts.

import type { Hop } from './delivery/sender-chain.ts';
import type { Message } from './delivery/message.ts';
import type { Stage } from './delivery/stage.ts';
import type { EmailStatus } from './records/email.ts';
import type { Where } from './records/where.ts';
import type { Finding, StepName } from './rules/rule.ts';

/**
 * passes         looked at, nothing stops the mail here;
 * stops          an error was found;
 * may-stop       a warning was found;
 * unknown        could not be judged;
 * not-reached    an earlier stage stops it, and no session looked at it; findings here are secondary ("also");
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
  | 'tested-server'
  | 'tested-login'
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
