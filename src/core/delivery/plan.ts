// Knows what has to be looked at live: one request a direction, or why there is none. Plain data, no look and no verdict.
// Preconditions (approved, active …) are the rules' business; what stands here is only what a request cannot do without.

import type { Direction } from '../mail/protocol.ts';
import { directions } from '../mail/protocol.ts';
import type { EffectiveDirection, EffectiveProfile } from '../records/profile-defaults.ts';
import { effectiveProfile } from '../records/profile-defaults.ts';
import type { Entry } from '../records/records.ts';
import type { Where } from '../records/where.ts';
import { stagesOf } from './message.ts';
import { pathsOfSteps, type DeliveryPath } from './path.ts';
import type { Credentials, Depth, ProbeRequest } from './probe-request.ts';

/** Why a direction is not looked at. The words for people are in the rules and reporters. */
export type SkipReason =
  | 'method-none' // the platform does not test it either; it stays Not Run
  | 'method-outlook'
  | 'method-forward-mailbox'
  | 'method-not-recorded'
  | 'mailbox-not-known' // the path does not lead to a mailbox in the records
  | 'address-not-recorded'
  | 'profile-none'
  | 'profile-not-recorded'
  | 'server-type-not-recorded'
  | 'not-supported' // Exchange types, and logins that are no user name and password
  | 'server-location-not-recorded'
  | 'server-location-invalid'
  | 'port-invalid'
  | 'no-credentials'; // class local: nothing is learnt about the mailbox

/** The key that a record lacks, and the record's place. */
export type MissingKey = { kind: 'mailboxes' | 'profiles'; id: string; key: string; where: Where };

export type Skipped = {
  /** Id of the mailbox record; absent where none is known. */
  mailbox?: string;
  direction: Direction;
  because: SkipReason;
  add?: MissingKey;
};

type Plan = { requests: ProbeRequest[]; skipped: Skipped[] };

type PlanFacts = {
  mailbox: Entry<'mailboxes'>;
  profile: Entry<'profiles'> | undefined;
  effective: EffectiveProfile | undefined;
};

/** Both directions of one mailbox (test-mailbox), or those that are named. */
export function planMailbox(
  facts: PlanFacts,
  options: { depth: Depth; directions?: readonly Direction[] },
): Plan {
  const wanted = options.directions ?? directions;
  const steps = wanted.map((direction) => planDirection(facts, direction, options.depth));
  const requests = steps.filter((step) => 'id' in step);
  const skipped = steps.filter((step) => 'because' in step);
  // Where nothing is sent, nothing arrives: the receiving side then only opens the inbox.
  const sends = requests.some(({ direction, depth }) => direction === 'outgoing' && depth === 'send');
  return {
    requests: requests.map((request) =>
      request.depth === 'send' && !sends ? { ...request, depth: 'login' } : request,
    ),
    skipped,
  };
}

/** What `diagnose` looks at: the outgoing side of each step's sender, as deep as asked; "records" looks at nothing. */
export function plan(path: DeliveryPath, depth: Depth | 'records'): Plan {
  const whole: Plan = { requests: [], skipped: [] };
  if (depth === 'records' || !stagesOf(path.message.kind).includes('server')) return whole;
  const planned = new Set<string | undefined>();
  for (const { mailbox, profile } of pathsOfSteps(path)) {
    if (planned.has(mailbox.found?.id)) continue;
    planned.add(mailbox.found?.id);
    const { requests, skipped } = planSender(mailbox.found, profile.found, depth);
    whole.requests.push(...requests);
    whole.skipped.push(...skipped);
  }
  return whole;
}

function planSender(
  mailbox: Entry<'mailboxes'> | undefined,
  profile: Entry<'profiles'> | undefined,
  depth: Depth,
): Plan {
  if (mailbox === undefined)
    return { requests: [], skipped: [{ direction: 'outgoing', because: 'mailbox-not-known' }] };
  const effective = profile === undefined ? undefined : effectiveProfile(profile.fields);
  return planMailbox({ mailbox, profile, effective }, { depth, directions: ['outgoing'] });
}

function planDirection(facts: PlanFacts, direction: Direction, depth: Depth): ProbeRequest | Skipped {
  const { mailbox, profile, effective } = facts;
  const skip = (because: SkipReason, key?: string, record: PlanFacts['mailbox' | 'profile'] = mailbox) => ({
    mailbox: mailbox.id,
    direction,
    because,
    ...(key === undefined || record === undefined ? {} : { add: missingKey(record, key) }),
  });

  const method = mailbox.fields[`${direction}EmailDeliveryMethod`];
  if (method === undefined) return skip('method-not-recorded', `${direction}EmailDeliveryMethod`);
  if (method !== 'server-side-synchronization') return skip(`method-${method}`);
  const address = mailbox.fields.emailAddress;
  if (address === undefined || address === null) return skip('address-not-recorded', 'emailAddress');
  if (mailbox.fields.profile === null) return skip('profile-none');
  if (profile === undefined || effective === undefined) return skip('profile-not-recorded', 'profile');
  if (effective.serverType === undefined) return skip('server-type-not-recorded', 'serverType', profile);

  const side = effective[direction];
  const { protocol, host, port, tls } = side;
  if (protocol === undefined || (depth !== 'connect' && !canLogIn(side))) return skip('not-supported');
  if (host === undefined) return skip('server-location-not-recorded', `${direction}ServerLocation`, profile);
  if (!isHostName(host)) return skip('server-location-invalid');
  if (port === undefined || port < 1 || port > 65_535) return skip('port-invalid');
  const login = depth === 'connect' ? undefined : credentialsFor(mailbox, profile, side);
  if (login?.missing !== undefined) return { ...skip('no-credentials'), add: login.missing };

  return {
    id: `${mailbox.id}:${direction}`,
    mailbox: mailbox.id,
    address,
    direction,
    protocol,
    host,
    port,
    tls,
    depth,
    ...(login === undefined ? {} : { credentials: login.credentials }),
    allowClearTextCredentials: profile.fields.allowClearTextCredentials === true,
    maxConcurrentConnections: effective.maxConcurrentConnections,
    concurrencyKey: side.credentialRetrieval === 'profile' ? profile.id : mailbox.id,
  };
}

/** Whether this version can log in the way this direction asks for: with a user name and a password. */
export function canLogIn(side: EffectiveDirection): boolean {
  return (
    side.protocol !== undefined &&
    (side.credentialRetrieval === 'user-or-queue' || side.credentialRetrieval === 'profile')
  );
}

/** User name and secret of a direction, or the first key that has to be added for them. Never "log in as nobody". */
export function credentialsFor(
  mailbox: Entry<'mailboxes'>,
  profile: Entry<'profiles'>,
  side: EffectiveDirection,
): { credentials: Credentials; missing?: undefined } | { missing: MissingKey } {
  const ofProfile = side.credentialRetrieval === 'profile';
  const record = ofProfile ? profile : mailbox;
  const user = ofProfile
    ? side.userName
    : (mailbox.fields.userName ?? mailbox.fields.emailAddress ?? undefined);
  const password = ofProfile ? side.password : mailbox.fields.password;
  if (user === undefined)
    return { missing: missingKey(record, ofProfile ? `${side.credentialsOf}UserName` : 'userName') };
  if (password === undefined)
    return { missing: missingKey(record, ofProfile ? `${side.credentialsOf}Password` : 'password') };
  return { credentials: { kind: 'password', user, password } };
}

/** A host name or an IP address alone: no scheme, path, port or space (a URL is what Exchange types take). */
export function isHostName(location: string): boolean {
  if (/[\s/@\\]/.test(location)) return false;
  const colons = location.split(':').length - 1;
  return colons === 0 || colons > 1;
}

function missingKey(record: Entry<'mailboxes'> | Entry<'profiles'>, key: string): MissingKey {
  return { kind: record.kind, id: record.id, key, where: record.where([key]) };
}
