// Knows what has to be looked at live: one request a direction, or why there is none. Plain data, no look and no verdict.
// Preconditions (approved, active …) are the rules' business; what stands here is only what a request cannot do without.

import { providerOf } from '../mail/known-hosts.ts';
import type { Direction } from '../mail/protocol.ts';
import { directions, isHttp } from '../mail/protocol.ts';
import type { EffectiveProfile } from '../records/profile-defaults.ts';
import { effectiveProfile } from '../records/profile-defaults.ts';
import type { Entry } from '../records/records.ts';
import type { Environment } from '../records/site.ts';
import {
  canLogIn,
  credentialsFor,
  missingKey,
  protocolOf,
  type LoginFacts,
  type MissingKey,
} from './credentials.ts';
import { stagesOf } from './message.ts';
import { pathsOfSteps, type DeliveryPath } from './path.ts';
import type { Depth, ProbeRequest } from './probe-request.ts';
import { serviceOf } from './web-service.ts';

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
  | 'not-supported' // logins that only the platform or a Windows server can do
  | 'server-location-not-recorded'
  | 'server-location-invalid'
  | 'port-invalid'
  | 'no-credentials'; // class local: nothing is learnt about the mailbox

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
  environment: Environment | undefined;
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
    const { requests, skipped } = planSender(mailbox.found, profile.found, path.environment?.fields, depth);
    whole.requests.push(...requests);
    whole.skipped.push(...skipped);
  }
  return whole;
}

function planSender(
  mailbox: Entry<'mailboxes'> | undefined,
  profile: Entry<'profiles'> | undefined,
  environment: Environment | undefined,
  depth: Depth,
): Plan {
  if (mailbox === undefined)
    return { requests: [], skipped: [{ direction: 'outgoing', because: 'mailbox-not-known' }] };
  const effective = profile === undefined ? undefined : effectiveProfile(profile.fields);
  return planMailbox({ mailbox, profile, effective, environment }, { depth, directions: ['outgoing'] });
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
  const protocol = protocolOf(effective, side);
  if (protocol === undefined || (depth !== 'connect' && !canLogIn(profile, side)))
    return skip('not-supported');
  const { environment } = facts;
  const login: LoginFacts = { mailbox, profile, side, protocol, direction, environment };
  const server = isHttp(protocol) ? serviceOf(login, direction) : mailServerOf(side);
  if (server === 'location-not-recorded')
    return skip('server-location-not-recorded', `${direction}ServerLocation`, profile);
  if (typeof server === 'string') return skip(server);
  const found = depth === 'connect' ? undefined : credentialsFor(login);
  if (found?.missing !== undefined) return { ...skip('no-credentials'), add: found.missing };

  return {
    id: `${mailbox.id}:${direction}`,
    mailbox: mailbox.id,
    address,
    direction,
    protocol,
    ...server,
    depth,
    ...(found === undefined ? {} : { credentials: found.credentials }),
    allowClearTextCredentials: profile.fields.allowClearTextCredentials === true,
    maxConcurrentConnections: Math.min(effective.maxConcurrentConnections, mostAtOnce(server.host, protocol)),
    concurrencyKey: side.credentialRetrieval === 'user-or-queue' ? mailbox.id : profile.id,
  };
}

/**
 * Exchange Online takes three connections that submit for one account at once, and refuses more with 432 4.3.2:
 * https://learn.microsoft.com/exchange/clients-and-mobile-in-exchange-online/authenticated-client-smtp-submission
 */
function mostAtOnce(host: string, protocol: ProbeRequest['protocol']): number {
  return protocol === 'smtp' && providerOf(host) === 'Exchange Online' ? 3 : Infinity;
}

function mailServerOf({
  host,
  port,
  tls,
}: LoginFacts['side']):
  | Pick<ProbeRequest, 'host' | 'port' | 'tls'>
  | 'location-not-recorded'
  | 'server-location-invalid'
  | 'port-invalid' {
  if (host === undefined) return 'location-not-recorded';
  if (!isHostName(host)) return 'server-location-invalid';
  if (port === undefined || port < 1 || port > 65_535) return 'port-invalid';
  return { host, port, tls };
}

/** A host name or an IP address alone: no scheme, path, port or space (a URL is what Exchange types take). */
export function isHostName(location: string): boolean {
  if (/[\s/@\\]/.test(location)) return false;
  const colons = location.split(':').length - 1;
  return colons === 0 || colons > 1;
}
