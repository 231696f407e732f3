// Knows how what was found at several mailboxes becomes one finding on their server profile, with the mailboxes that met it.
// Pure. May not decide what lies in the profile (profile-matter.ts).

import type { MailboxReport } from '../mailbox-report.ts';
import { ruleOf } from './judge.ts';
import type { ProfileSession, ProfileSessions } from './profile-sessions.ts';
import type { Finding } from './rule.ts';

export function isOfSession({ code, stage }: Finding): boolean {
  return stage === 'server' && ruleOf(code).subject === 'session';
}

/**
 * About the profile's record alone, and so the same at every mailbox: what its own rules find, that this version cannot test
 * its kind (MC322), and a key that a login needs and the profile lacks (MC310).
 */
export function isOfProfile({ code, params }: Finding): boolean {
  if (ruleOf(code).subject === 'profile' || code === 'MC322') return true;
  return (params as { missing?: { kind?: string } }).missing?.kind === 'profiles';
}

export function addSessionFinding(
  finding: Finding,
  session: ProfileSession,
  name: string,
  sessions: ProfileSessions,
  found: Map<string, Finding>,
): void {
  const id = `${finding.code} ${session.key}`;
  if (found.has(id)) return;
  const mailboxes = sessions.alike(session).map(({ report }) => report.address);
  const of = sessions.lookedAt(session.direction.direction);
  found.set(id, { ...wholeProfile(finding), profile: { name, mailboxes, of } });
}

export function addRecordFinding(
  finding: Finding,
  { address }: MailboxReport,
  { name, of }: { name: string; of: number },
  found: Map<string, Finding>,
): void {
  const { mailbox: _, ...params } = finding.params as { mailbox?: string };
  const id = JSON.stringify([finding.code, finding.severity, params]);
  const known = found.get(id)?.profile?.mailboxes;
  const profile = { name, mailboxes: [address], of };
  if (known === undefined) found.set(id, { ...wholeProfile(finding), profile });
  else known.push(address);
}

/** Rules whose words name a mailbox have words for this. */
function wholeProfile(finding: Finding): Finding {
  const params = finding.params as object;
  return 'mailbox' in params ? { ...finding, params: { ...params, wholeProfile: true } } : finding;
}

/** It stays at its mailbox, and yet it is no matter of that mailbox alone. */
export function annotated(
  finding: Finding,
  { matter, report, direction }: ProfileSession,
  name: string,
  sessions: ProfileSessions,
): Finding {
  if (matter === 'server-if-all') return finding;
  const of = sessions.lookedAt(direction.direction);
  return { ...finding, profile: { name, mailboxes: [report.address], of } };
}
