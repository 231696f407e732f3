// Knows which alerts are about which mailbox and profile, and whether a later successful test has overtaken them. One pass
// over all alerts; of those of one mailbox that say the same, the newest speaks. Pure; may not decide a severity.

import { once } from '../records/look-up.ts';
import { serverKnowledge } from '../delivery/server-knowledge.ts';
import type { Observation } from '../mail/evidence.ts';
import { resolveReference, type Entry, type Records } from '../records/records.ts';
import { recogniseAlert, type RecognisedAlert } from './alert-match.ts';
import type { Facts } from './facts.ts';

type FiledAlert = {
  alert: Entry<'alerts'>;
  recognised: RecognisedAlert;
  at: string | undefined;
  /** How many say the same of the same mailbox or profile. */
  count: number;
};

type Filed = {
  byRegarding: Map<Entry, FiledAlert[]>;
  /** Which mailbox or profile it is about is not recorded. */
  loose: FiledAlert[];
};

export const alertsOf = once((records: Records): Filed => {
  const byRegarding = new Map<Entry | undefined, Map<string, FiledAlert>>();
  for (const alert of records.alerts) {
    const { regarding, level, text, code, errorDetails } = alert.fields;
    const about =
      regarding === undefined
        ? undefined
        : (resolveReference<'mailboxes' | 'profiles'>(records, ['mailboxes', 'profiles'], regarding).found as
            | Entry
            | undefined);
    const whole = errorDetails === undefined ? text : `${text ?? ''} ${errorDetails}`;
    const recognised = recogniseAlert({ text: whole, code, level });
    const { meaning, affects } = recognised;
    const same = byRegarding.get(about) ?? new Map<string, FiledAlert>();
    byRegarding.set(about, same);
    const key = meaning === undefined ? `${level} ${code} ${text}` : `${meaning.row} ${affects}`;
    const before = same.get(key);
    const at = timeOf(alert);
    const count = (before?.count ?? 0) + 1;
    if (before === undefined || isLater(at, before.at)) same.set(key, { alert, recognised, at, count });
    else before.count = count;
  }
  return split(byRegarding);
});

function split(all: Map<Entry | undefined, Map<string, FiledAlert>>): Filed {
  const byRegarding: Filed['byRegarding'] = new Map();
  let loose: FiledAlert[] = [];
  for (const [about, same] of all)
    if (about === undefined) loose = [...same.values()];
    else byRegarding.set(about, [...same.values()]);
  return { byRegarding, loose };
}

/** "Modified" is when the same error came again. */
function timeOf({ fields: { createdOn, modifiedOn } }: Entry<'alerts'>): string | undefined {
  return modifiedOn !== undefined && isLater(modifiedOn, createdOn) ? modifiedOn : createdOn;
}

function isLater(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined) return false;
  return other === undefined || Date.parse(one) > Date.parse(other);
}

type About = {
  mailbox: Entry<'mailboxes'> | undefined;
  profile: Entry<'profiles'> | undefined;
  records: Records;
  now: Date;
};

/** What rules are shown of the alerts of these entries; the test of the mailbox is what may have overtaken them. */
export function alertFacts(
  alerts: readonly FiledAlert[],
  about: About,
  tests: readonly Entry<'mailboxes'>[],
  observations: readonly Observation[] = [],
): Facts['alert'][] {
  if (alerts.length === 0) return [];
  let success: { at?: string } | undefined;
  for (const mailbox of tests) {
    const known = serverKnowledge(mailbox, about.records, observations, about.now);
    if (known.status !== 'success') continue;
    if (success === undefined || isLater(known.at, success.at)) success = known;
  }
  return alerts.map((each) => ({
    ...about,
    ...each,
    test:
      success === undefined
        ? { result: 'none' }
        : each.at === undefined || success.at === undefined
          ? { result: 'not-told' }
          : {
              result: Date.parse(success.at) > Date.parse(each.at) ? 'later-success' : 'earlier-success',
              at: success.at,
            },
  }));
}

/** Alerts that do not say what they are about, and whose text names this mailbox. */
export function looseAlertsNaming(mailbox: Entry<'mailboxes'>, records: Records): FiledAlert[] {
  const { loose } = alertsOf(records);
  const names = [mailbox.fields.emailAddress, mailbox.fields.name].flatMap((name) =>
    name === undefined || name === null ? [] : [name.toLowerCase()],
  );
  return loose.filter(({ alert }) => {
    const text = alert.fields.text?.toLowerCase();
    return text !== undefined && names.some((name) => text.includes(name));
  });
}
