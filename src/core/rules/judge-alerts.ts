// Runs the rules about alerts: those of the mailbox and the profile that a step sends with, or all of them together.
// Pure. May not recognise texts (alert-match.ts) nor choose words.

import { once } from '../records/look-up.ts';
import type { Observation } from '../mail/evidence.ts';
import { resolveReference, type Entry, type Records } from '../records/records.ts';
import { alertFacts, alertsOf, looseAlertsNaming } from './alert-facts.ts';
import type { Facts } from './facts.ts';
import { runRules } from './judge.ts';
import { withSettings } from './rule-settings.ts';
import type { Finding } from './rule.ts';

/** Alerts on the path of a message: of the sender's mailbox and of its profile. */
export function alertsOnPath(
  mailbox: Entry<'mailboxes'> | undefined,
  profile: Entry<'profiles'> | undefined,
  records: Records,
  observations: readonly Observation[],
  now: Date,
): Finding[] {
  return factsOnPath(mailbox, profile, records, observations, now).flatMap((facts) =>
    runRules('alert', facts),
  );
}

export function factsOnPath(
  mailbox: Entry<'mailboxes'> | undefined,
  profile: Entry<'profiles'> | undefined,
  records: Records,
  observations: readonly Observation[],
  now: Date,
): Facts['alert'][] {
  if (mailbox === undefined || records.alerts.length === 0) return [];
  const { byRegarding } = alertsOf(records);
  const about = { mailbox, profile, records, now };
  return [
    ...alertFacts(
      [...(byRegarding.get(mailbox) ?? []), ...looseAlertsNaming(mailbox, records)],
      about,
      [mailbox],
      observations,
    ),
    ...(profile === undefined
      ? []
      : alertFacts(
          byRegarding.get(profile) ?? [],
          { ...about, mailbox: undefined },
          [mailbox],
          observations,
        )),
  ];
}

/** Every alert with the record that it is about; undefined: that is not recorded. */
export function allAlerts(records: Records, now: Date): { about: Entry | undefined; finding: Finding }[] {
  if (records.alerts.length === 0) return [];
  const { byRegarding, loose } = alertsOf(records);
  const judged = (about: Entry | undefined, facts: Facts['alert'][]) =>
    withSettings(
      facts.flatMap((each) => runRules('alert', each)),
      records,
    ).map((finding) => ({ about, finding }));
  const users = mailboxesByProfile(records);
  return [
    ...[...byRegarding].flatMap(([about, alerts]) => {
      const mailbox = about.kind === 'mailboxes' ? (about as Entry<'mailboxes'>) : undefined;
      const profile = about.kind === 'profiles' ? (about as Entry<'profiles'>) : undefined;
      const tests = mailbox === undefined ? (users.get(about) ?? []) : [mailbox];
      return judged(about, alertFacts(alerts, { mailbox, profile, records, now }, tests));
    }),
    ...judged(undefined, alertFacts(loose, { mailbox: undefined, profile: undefined, records, now }, [])),
  ];
}

/** The mailboxes of each profile: a test of one of them that succeeds says that the profile works. */
export const mailboxesByProfile = once((records: Records): Map<Entry, Entry<'mailboxes'>[]> => {
  const users = new Map<Entry, Entry<'mailboxes'>[]>();
  for (const mailbox of records.mailboxes) {
    const { profile: name } = mailbox.fields;
    const profile =
      name === undefined || name === null ? undefined : resolveReference(records, ['profiles'], name).found;
    if (profile === undefined) continue;
    const same = users.get(profile);
    if (same === undefined) users.set(profile, [mailbox]);
    else same.push(mailbox);
  }
  return users;
});
