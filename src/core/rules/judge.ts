// Runs the rules over what they are about: a mailbox, a profile, a session, a path. Conclusions are drawn elsewhere
// (judge-path, judge-mailbox, judge-records). Pure. May not look at the world or choose words.

import { stages, type Stage } from '../delivery/stage.ts';
import type { Message } from '../delivery/message.ts';
import { tenantOf } from '../delivery/passcode.ts';
import type { Observation } from '../mail/evidence.ts';
import { once } from '../records/look-up.ts';
import { effectiveProfile } from '../records/profile-defaults.ts';
import { resolveReference, type Entry, type Records } from '../records/records.ts';
import type { Facts, GuestFacts, MailboxFacts, Subject } from './facts.ts';
import { rules } from './index.ts';
import type { Finding, Rule } from './rule.ts';

/** What is known of a mailbox because it stands on the path of a message. */
type OnPath = Partial<Pick<MailboxFacts, 'sessions' | 'message'>>;

/** Findings about one mailbox and its profile, without any session. */
export function mailboxFindings(
  mailbox: Entry<'mailboxes'>,
  records: Records,
  purpose: MailboxFacts['purpose'],
  now: Date,
  onPath: OnPath = {},
): Finding[] {
  const facts = mailboxFacts(mailbox, records, purpose, now, onPath);
  return [
    ...runRules('mailbox', facts),
    ...(facts.profile === undefined ? [] : profileFindings(facts.profile, records, now)),
  ];
}

export function profileFindings(profile: Entry<'profiles'>, records: Records, now: Date): Finding[] {
  const found = profilesJudged(now);
  const known = found.get(profile);
  if (known !== undefined) return known;
  const effective = effectiveProfile(profile.fields);
  const findings = runRules('profile', {
    profile,
    effective,
    environment: records.environment,
    records,
    now,
  });
  found.set(profile, findings);
  return findings;
}

/** One look at all records has one `now`: its mailboxes share what is found about their profile. */
const profilesJudged = once((_now: Date) => new Map<Entry<'profiles'>, Finding[]>());

export function sessionFindings(
  observations: Observation[],
  mailbox: Entry<'mailboxes'> | undefined,
  profile: Entry<'profiles'> | undefined,
  now: Date,
): Finding[] {
  return observations.flatMap((observation) =>
    runRules('session', { observation, observations, mailbox, profile, now }),
  );
}

/** Findings about a server that was looked at by itself. `again`: the command that looks again. */
export function serverFindings(
  observation: Observation,
  observations: Observation[],
  again: string,
  now: Date,
): Finding[] {
  return inPathOrder(
    runRules('session', { observation, observations, mailbox: undefined, profile: undefined, again, now }),
  );
}

/** What the rules about a mailbox are shown. */
export function mailboxFacts(
  mailbox: Entry<'mailboxes'>,
  records: Records,
  purpose: MailboxFacts['purpose'],
  now: Date,
  { sessions = [], message }: OnPath = {},
): MailboxFacts {
  const { regarding, profile: profileName } = mailbox.fields;
  const profile =
    profileName === undefined || profileName === null
      ? undefined
      : resolveReference(records, ['profiles'], profileName).found;
  return {
    mailbox,
    owner:
      regarding === undefined
        ? undefined
        : (resolveReference(records, ['users', 'queues'], regarding).found as MailboxFacts['owner']),
    profile,
    effective: profile === undefined ? undefined : effectiveProfile(profile.fields),
    environment: records.environment,
    purpose,
    sessions,
    ...(message === undefined ? {} : { message }),
    records,
    now,
  };
}

export function guestFacts(
  guest: Entry<'guests'> | undefined,
  records: Records,
  message: Message | undefined,
  now: Date,
): GuestFacts {
  return { guest, tenant: tenantOf(guest, records), message, records, now };
}

/** All rules about this subject, or those of some stages. */
export function runRules<S extends Subject>(
  subject: S,
  facts: Facts[S],
  only: readonly Stage[] = stages,
): Finding[] {
  return rulesAbout(subject)
    .filter((rule) => only === stages || only.includes(rule.stage))
    .flatMap((rule) => rule.run(facts));
}

const bySubject = new Map<Subject, readonly Rule[]>();

/** Found once: a run may ask for 100,000 mailboxes. */
function rulesAbout(subject: Subject): readonly Rule[] {
  const known = bySubject.get(subject) ?? rules.filter((rule) => rule.subject === subject);
  bySubject.set(subject, known);
  return known;
}

/** The rule behind a code. Throws for a code that no rule has: findings are made by rules only. */
export function ruleOf(code: string): Rule {
  const rule = rules.find((candidate) => candidate.code === code);
  if (rule === undefined) throw new Error(`no rule has the code ${code}`);
  return rule;
}

export function inPathOrder(findings: Finding[]): Finding[] {
  return findings.toSorted(
    (a, b) =>
      stages.indexOf(a.stage) - stages.indexOf(b.stage) || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
  );
}
