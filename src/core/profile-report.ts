// Knows the shape of what a live test says beyond its single mailboxes: of their server profiles, and of the platform's alerts.
// Data only; made in rules/judge-profiles.ts and rules/expected-alerts.ts.

import type { MissingKey } from './delivery/credentials.ts';
import type { LocalProblem } from './mail/evidence.ts';
import type { Direction } from './mail/protocol.ts';
import type { Where } from './records/where.ts';
import type { Finding } from './rules/rule.ts';

/** A server profile whose mailboxes were tested: what is its own matter is said here, once, and at no mailbox. */
export type ProfileReport = {
  profile: string;
  name: string;
  where: Where;
  /** Ids of its mailboxes in this run. */
  mailboxes: string[];
  /** Empty where the run had one mailbox of it: what was found then stands there. */
  findings: Finding[];
  /** What `rules:` has switched off; absent where nothing was. */
  switchedOff?: Finding[];
  /** Its own password could not be read: sessions of these mailboxes (addresses) never began. */
  problems: (Pick<LocalProblem, 'problem' | 'detail'> & { directions: Direction[]; mailboxes: string[] })[];
  /** More than half of its recorded active mailboxes fail: the platform may write to its owner. */
  emailAlert?: { sendEmailAlert?: boolean; failed: number; of: number; to: Receiver };
};

/** An alert that the platform would write after such results, and on whose alert walls it would stand. */
export type ExpectedAlert = {
  level: 'error' | 'warning' | 'information';
  about: 'mailbox' | 'profile';
  /** Id of the server profile, where there is one. */
  profile?: string;
  /** Addresses. */
  mailboxes: string[];
  directions: Direction[];
  /** Code of the finding that says why. */
  finding?: string;
  /** False: the environment's settings keep alerts of this level from being written. */
  written: boolean;
  tells: Receiver[];
};

export type Receiver = {
  as: 'mailbox-owner' | 'profile-owner';
  /** Has to act; others are told and need not. */
  acts: boolean;
  name?: string;
  address?: string;
  /** Who it is is not recorded: this key would say it. */
  add?: MissingKey;
};
