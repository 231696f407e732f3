// Knows the shape of what a live test says of one mailbox: what each direction showed, and what becomes of the record.
// Data only; made in rules/judge-mailbox.ts.

import type { LocalProblem, Observation } from './mail/evidence.ts';
import type { FaultClass } from './mail/fault-class.ts';
import type { Direction } from './mail/protocol.ts';
import type { Where } from './records/where.ts';
import type { Finding } from './rules/rule.ts';

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
