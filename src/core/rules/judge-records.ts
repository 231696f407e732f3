// Judges all records together, for `check`: no message, no network. A mailbox's faults are errors where a process or a
// default uses it, information elsewhere. What only a live test can tell is outside its scope.

import { pathsToCheck, resolve } from '../delivery/path.ts';
import type { Stage } from '../delivery/stage.ts';
import { resolveReference, type Entry, type Records } from '../records/records.ts';
import { whereText } from '../records/where.ts';
import { inPathOrder, mailboxFacts, profileFindings, runRules } from './judge.ts';
import type { Finding, Severity } from './rule.ts';

const stagesOfPaths: readonly Stage[] = ['process', 'sender', 'mailbox'];

/** Every finding of the records, in path order; each once. */
export function judgeRecords(records: Records, now: Date): Finding[] {
  const findings = runRules('records', { records, now });
  const usedMailboxes = new Set<string>();
  const usedProfiles = new Set<string>(defaultProfile(records));
  for (const message of pathsToCheck(records)) {
    const path = resolve(records, message, message);
    findings.push(
      ...runRules('path', { path, records, now }).filter((finding) => stagesOfPaths.includes(finding.stage)),
    );
    if (path.mailbox.found !== undefined) usedMailboxes.add(path.mailbox.found.id);
    if (path.profile.found !== undefined) usedProfiles.add(path.profile.found.id);
  }
  for (const mailbox of records.mailboxes) {
    const found = runRules('mailbox', mailboxFacts(mailbox, records, 'check', now));
    findings.push(...found.flatMap((finding) => weighed(finding, mailbox.id, usedMailboxes.has(mailbox.id))));
  }
  for (const profile of records.profiles)
    findings.push(
      ...profileFindings(profile, records, now).flatMap((finding) =>
        weighed(finding, profile.id, usedProfiles.has(profile.id)),
      ),
    );
  return inPathOrder(withoutRepetition(findings.filter((finding) => !isToBeFilledIn(finding, records))));
}

/** Where nothing uses the record, a fault is worth knowing and no more; what is not recorded there is not missed. */
function weighed(finding: Finding, subject: string, used: boolean): Finding[] {
  if (used) return [{ ...finding, subject }];
  if (finding.severity === 'unknown') return [];
  return [{ ...finding, subject, severity: 'information' }];
}

/** What a `TODO` value leaves unknown is listed with the TODO itself. */
function isToBeFilledIn({ severity, where }: Finding, { todos }: Records): boolean {
  if (severity !== 'unknown' || where === undefined) return false;
  return todos.some((todo) => whereText(todo.where) === whereText(where));
}

function defaultProfile(records: Records): string[] {
  const name = records.environment?.fields.defaultProfile;
  const found: Entry<'profiles'> | undefined =
    typeof name === 'string' ? resolveReference(records, ['profiles'], name).found : undefined;
  return found === undefined ? [] : [found.id];
}

const bySeverity: readonly Severity[] = ['error', 'warning', 'unknown', 'not-requested', 'information'];

/** The same fault seen from several sides is one finding, at its most severe: same code, same place, same words. */
function withoutRepetition(findings: Finding[]): Finding[] {
  const byIdentity = new Map<string, Finding>();
  for (const finding of findings) {
    const place = finding.where === undefined ? JSON.stringify(finding.params) : whereText(finding.where);
    const identity = `${finding.code} ${place}`;
    const known = byIdentity.get(identity);
    if (known === undefined || bySeverity.indexOf(finding.severity) < bySeverity.indexOf(known.severity))
      byIdentity.set(identity, finding);
  }
  return [...byIdentity.values()];
}
