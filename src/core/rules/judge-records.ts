// Judges all records together, for `check`: no message, no network. A mailbox's faults are errors where a process or a
// default uses it, information elsewhere. What only a live test can tell is outside its scope.

import { pathsToCheck, resolve } from '../delivery/path.ts';
import { siteSettings } from '../delivery/site-settings.ts';
import type { Stage } from '../delivery/stage.ts';
import type { Kind } from '../records/column.ts';
import { resolveReference, type Entry, type Records } from '../records/records.ts';
import { whereText } from '../records/where.ts';
import { allRows } from './judge-emails.ts';
import { findingsOfMessage } from './judge-path.ts';
import { findingsOfSteps, judgeSteps } from './judge-steps.ts';
import { guestFindings } from './judge-guest.ts';
import { allAlerts } from './judge-alerts.ts';
import { inPathOrder, mailboxFacts, profileFindings, ruleOf, runRules } from './judge.ts';
import { foundSeverity, withSettings } from './rule-settings.ts';
import { rules } from './index.ts';
import type { Finding, Rule, Severity } from './rule.ts';

const stagesOfPaths: readonly Stage[] = ['process', 'sender', 'mailbox'];

/** Every finding of the records, in path order; each once; among them those that `rules:` has switched off. */
export function judgeRecords(records: Records, now: Date): Finding[] {
  const findings = withSettings(runRules('records', { records, now }), records);
  for (const site of records.sites.length === 0 ? [undefined] : records.sites)
    findings.push(
      ...withSettings(runRules('settings', { settings: siteSettings(records, site), records, now }), records),
    );
  const usedMailboxes = new Map<string, Use>();
  const usedProfiles = new Map<string, Use>(defaultProfile(records).map((id) => [id, 'always']));
  for (const message of pathsToCheck(records)) {
    const path = resolve(records, message, message);
    const steps = judgeSteps(path, undefined, now);
    findings.push(
      ...findingsOfMessage(path, steps, now).filter(isOfRecords),
      ...findingsOfSteps(steps).filter(isOfRecords),
    );
    for (const { path: ofStep, decides } of steps) {
      const use = decides ? 'always' : 'perhaps';
      remember(usedMailboxes, ofStep.mailbox.found, use);
      remember(usedProfiles, ofStep.profile.found, use);
    }
  }
  for (const mailbox of records.mailboxes) {
    const found = withSettings(runRules('mailbox', mailboxFacts(mailbox, records, 'check', now)), records);
    findings.push(...found.flatMap((finding) => weighed(finding, mailbox.id, usedMailboxes.get(mailbox.id))));
  }
  for (const profile of records.profiles)
    findings.push(
      ...withSettings(profileFindings(profile, records, now), records).flatMap((finding) =>
        weighed(finding, profile.id, usedProfiles.get(profile.id)),
      ),
    );
  findings.push(...guestFindings(records, now));
  for (const { mailbox, finding } of allRows(records, now))
    findings.push(mailbox === undefined ? finding : { ...finding, subject: mailbox.id });
  for (const { about, finding } of allAlerts(records, now))
    findings.push(
      ...(about === undefined
        ? [finding]
        : weighed(
            finding,
            about.id,
            (about.kind === 'mailboxes' ? usedMailboxes : usedProfiles).get(about.id),
          )),
    );
  return inPathOrder(withoutRepetition(findings.filter((finding) => !isToBeFilledIn(finding, records))));
}

/** A message is an example: what is said of its contact says nothing of the records; of its sender it does. */
function isOfRecords(finding: Finding): boolean {
  return ruleOf(finding.code).subject === 'path' && stagesOfPaths.includes(finding.stage);
}

/**
 * Stages that some rule looks at here, and those of them that it found a record for; of the others nothing is said.
 * `inPart`: what a message of its own decides there (a contact's consent, say) is asked of one message only.
 * `counts`: how many records were read, by kind.
 */
export function stagesOfCheck(counts: Readonly<Record<string, number>>): {
  judged: Set<Stage>;
  recorded: Set<Stage>;
  inPart: Set<Stage>;
} {
  const looks = ({ subject, stage }: Rule) =>
    subject === 'path' ? stagesOfPaths.includes(stage) : subject !== 'session' && stage !== 'server';
  const judged = new Set(rules.filter(looks).map(({ stage }) => stage));
  const has = (kind: Kind) => (counts[kind] ?? 0) > 0;
  const recorded = [...judged].filter((stage) => (recordsOfStage[stage] ?? []).some(has));
  const inPart = [...judged].filter((stage) => (partOfStage[stage] ?? []).some(has));
  return { judged, recorded: new Set(recorded), inPart: new Set(inPart) };
}

/** What a stage is judged by when all records are; another kind that says something of it by the way does not make it known. */
const recordsOfStage: Partial<Record<Stage, readonly Kind[]>> = {
  request: ['guests'],
  recipient: ['guests'],
  process: ['processes'],
  sender: ['processes'],
  mailbox: ['mailboxes'],
  profile: ['profiles'],
};

/** Of these the settings, addresses and rows are looked at, not what becomes of any one message. */
const partOfStage: Partial<Record<Stage, readonly Kind[]>> = {
  request: ['siteSettings', 'contacts'],
  recipient: ['siteSettings', 'contacts'],
  arrival: ['siteSettings', 'emails'],
};

/** "perhaps": by Send E-mail steps under a condition only. */
type Use = 'always' | 'perhaps';

function remember(uses: Map<string, Use>, entry: Entry | undefined, use: Use): void {
  if (entry !== undefined && uses.get(entry.id) !== 'always') uses.set(entry.id, use);
}

/** Where nothing uses the record, a fault is worth knowing and no more; what is not recorded there is not missed. */
function weighed(finding: Finding, subject: string, use: Use | undefined): Finding[] {
  if (use === 'always') return [{ ...finding, subject }];
  if (use === 'perhaps')
    return [{ ...finding, subject, ...(finding.severity === 'error' ? { severity: 'warning' } : {}) }];
  if (foundSeverity(finding) === 'unknown') return [];
  return [{ ...finding, subject, severity: 'information' }];
}

/** What a `TODO` value leaves unknown is listed with the TODO itself. */
function isToBeFilledIn(finding: Finding, { todos }: Records): boolean {
  const { where } = finding;
  if (foundSeverity(finding) !== 'unknown' || where === undefined) return false;
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
