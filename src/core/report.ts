// Knows the shape of a report: what judge.ts concludes and every reporter prints. No language, no colour, stable order.

import type { MailboxReport } from './mailbox-report.ts';
import type { PathReport } from './path-report.ts';
import type { ExpectedAlert, ProfileReport } from './profile-report.ts';
import type { Where } from './records/where.ts';
import type { Finding } from './rules/rule.ts';

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
