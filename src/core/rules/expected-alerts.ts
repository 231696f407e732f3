// Knows which alerts the platform would write after such results, and on whose alert walls they would stand: the owner's of
// the mailbox for its own errors, the owner's of the server profile for the profile's ("Distinguish between email processing
// errors and take action on alerts"; connect-exchange-online, "Test configuration of mailboxes"). Pure; chooses no words.

import { gather } from '../records/look-up.ts';
import { resolveReference, type Entry, type Records } from '../records/records.ts';
import type { ExpectedAlert, ProfileReport, Receiver } from '../profile-report.ts';
import type { DirectionReport, MailboxReport, PlatformAct } from '../mailbox-report.ts';
import { mailboxesByProfile } from './judge-alerts.ts';

type Level = ExpectedAlert['level'];

const levels: Record<PlatformAct, Level> = {
  disables: 'error',
  'tries-again': 'warning',
  enables: 'information',
};

/** "Errors", "Warnings", "Information" under Email settings: on unless switched off. */
const switches = {
  error: 'generateAlertsForErrors',
  warning: 'generateAlertsForWarnings',
  information: 'generateAlertsForInformation',
} as const;

/** Those of the profiles first; each with everybody who would be told, in the order of the run. */
export function expectedAlerts(
  reports: readonly MailboxReport[],
  profiles: readonly ProfileReport[],
  records: Records,
): ExpectedAlert[] {
  const profileOf = new Map(
    profiles.flatMap(({ mailboxes, profile }) => mailboxes.map((id) => [id, profile] as const)),
  );
  const groups = new Map<string, Alike[]>();
  for (const report of reports)
    for (const direction of report.directions) {
      const { platform, onProfile, finding } = direction;
      if (platform === undefined) continue;
      const about = onProfile === undefined && finding?.profile === undefined ? 'mailbox' : 'profile';
      const profile = profileOf.get(report.mailbox);
      const level = levels[platform];
      const code = onProfile ?? finding?.code;
      const key = JSON.stringify([about, about === 'profile' ? profile : report.mailbox, level, code]);
      gather(groups, key, { report, direction: direction.direction, about, level, profile, code });
    }
  const entries = {
    mailboxes: new Map(records.mailboxes.map((entry) => [entry.id, entry])),
    profiles: new Map(records.profiles.map((entry) => [entry.id, entry])),
  };
  const alerts = [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [alertOf(first, [first, ...others], entries, records)],
  );
  const aboutIt = (what: Alike['about']) => alerts.filter(({ about }) => about === what);
  return [...aboutIt('profile'), ...aboutIt('mailbox')];
}

/** A direction that ended as the others of its group, for the same reason. */
type Alike = Pick<ExpectedAlert, 'about' | 'level'> & {
  report: MailboxReport;
  direction: DirectionReport['direction'];
  profile: string | undefined;
  code: string | undefined;
};

type Entries = {
  mailboxes: ReadonlyMap<string, Entry<'mailboxes'>>;
  profiles: ReadonlyMap<string, Entry<'profiles'>>;
};

function alertOf(
  { about, level, profile, code }: Alike,
  alike: readonly Alike[],
  entries: Entries,
  records: Records,
): ExpectedAlert {
  const concerned = [...new Set(alike.map(({ report }) => report))];
  const mailboxes = concerned.flatMap(({ mailbox }) => entries.mailboxes.get(mailbox) ?? []);
  return {
    level,
    about,
    ...(profile === undefined ? {} : { profile }),
    mailboxes: concerned.map(({ address }) => address),
    directions: [...new Set(alike.map(({ direction }) => direction))],
    ...(code === undefined ? {} : { finding: code }),
    written: records.environment?.fields[switches[level]] !== false,
    tells: receivers(about === 'profile', level, mailboxes, entries.profiles.get(profile ?? ''), records),
  };
}

function receivers(
  isProfiles: boolean,
  level: Level,
  mailboxes: readonly Entry<'mailboxes'>[],
  profile: Entry<'profiles'> | undefined,
  records: Records,
): Receiver[] {
  // A warning passes by itself or becomes an error; that a mailbox works asks for nothing.
  const asks = level === 'error';
  const ofProfile = profile === undefined ? [] : [ownerOfProfile(profile, records, asks && isProfiles)];
  const ofMailboxes = eachOnce(
    mailboxes.map((mailbox) => ownerOf(mailbox, 'mailbox-owner', records, asks && !isProfiles)),
  );
  if (level === 'information') return ofMailboxes;
  if (!isProfiles) return [...ofMailboxes, ...ofProfile];
  // Default off: then the profile's owner alone is told of it.
  const both = records.environment?.fields.notifyMailboxOwnerOfEmailServerLevelAlerts === true;
  return both ? [...ofProfile, ...ofMailboxes] : ofProfile;
}

/** Who owns several mailboxes is told once. Of those that are not recorded each has a key of its own. */
function eachOnce(owners: Receiver[]): Receiver[] {
  const byName = new Map<string, Receiver>();
  for (const owner of owners) byName.set(JSON.stringify(owner), owner);
  return [...byName.values()];
}

function ownerOfProfile(profile: Entry<'profiles'>, records: Records, acts: boolean): Receiver {
  const owner = ownerOf(profile, 'profile-owner', records, acts);
  const address = profile.fields.ownerEmailAddress;
  if (address === undefined) return owner;
  const { add: _, ...known } = owner;
  return { ...known, address };
}

function ownerOf(
  entry: Entry<'mailboxes'> | Entry<'profiles'>,
  as: Receiver['as'],
  records: Records,
  acts: boolean,
): Receiver {
  const name = entry.fields.owner;
  if (name === undefined)
    return { as, acts, add: { kind: entry.kind, id: entry.id, key: 'owner', where: entry.where() } };
  const user = resolveReference(records, ['users'], name).found;
  if (user === undefined) {
    const team = resolveReference(records, ['teams'], name).found;
    return { as, acts, name: team?.fields.name ?? name };
  }
  const { fullName, internalEmailAddress: address } = user.fields;
  return { as, acts, name: fullName ?? user.id, ...(address === undefined ? {} : { address }) };
}

/**
 * sendEmailAlert: an e-mail to the profile's owner when more than half of its mailboxes fail to synchronize within an hour.
 * One run is no hour, so this says how many fail now. Undefined: half of them or fewer.
 */
export function emailAlertOf(
  profile: Entry<'profiles'>,
  reports: readonly MailboxReport[],
  records: Records,
): ProfileReport['emailAlert'] {
  const active = (mailboxesByProfile(records).get(profile) ?? []).filter(
    ({ fields }) => fields.state !== 'inactive',
  );
  const failing = reports.filter(({ directions }) =>
    directions.some(({ platform }) => platform === 'disables' || platform === 'tries-again'),
  );
  if (failing.length * 2 <= active.length) return undefined;
  const { sendEmailAlert } = profile.fields;
  return {
    ...(sendEmailAlert === undefined ? {} : { sendEmailAlert }),
    failed: failing.length,
    of: active.length,
    to: ownerOfProfile(profile, records, false),
  };
}
