// Knows what "From" means at run time: the chain from a Send E-mail step's From to the user or queue that would send.
// Resolves, never judges.

import type { From } from '../records/process.ts';
import { resolveReference, type Entry, type Records } from '../records/records.ts';
import type { Where } from '../records/where.ts';
import { actsAs } from './acts-as.ts';
import { isInvitation } from './find-process.ts';
import { invitationToSend } from './invitation.ts';
import type { Found } from './path.ts';
import type { Hop, NoFurther, SenderChain, SenderEnd, UnknownSender } from './sender-chain.ts';
import type { StepPlace } from './steps-of-process.ts';

type Attribute = 'owner' | 'owningUser' | 'createdBy' | 'modifiedBy';

/** Slugs of the designer, and the columns that mean the same, as attributes of the contact's record. */
const attributes: Record<string, Attribute> = {
  owner: 'owner',
  ownerid: 'owner',
  'owning-user': 'owningUser',
  owninguser: 'owningUser',
  'created-by': 'createdBy',
  createdby: 'createdBy',
  'modified-by': 'modifiedBy',
  modifiedby: 'modifiedBy',
};

/** The contact's attribute that this From reads; undefined: From does not depend on the contact. */
export function attributeOf(from: From | undefined): Attribute | undefined {
  if (typeof from === 'string') return attributes[from];
  return from !== undefined && 'field' in from ? attributes[from.field.toLowerCase()] : undefined;
}

/** Follows From to the user or queue that would send. */
export function resolveSender(
  records: Records,
  process: Found<'processes'>,
  step: StepPlace | undefined,
  contact: Found<'contacts'>,
  site: Found<'sites'>,
): SenderChain {
  if (process.found === undefined) return { hops: [], end: unknown('process-not-recorded') };
  // In whose name a child process acts, its own owner's or that of what started it, is not confirmed.
  const isChild = step !== undefined && step.process !== process.found;
  const actor = isChild ? undefined : actsAs(records, process.found, site);
  const acting = actor === undefined ? {} : { actsAs: actor };
  if (step === undefined) return { hops: [], end: unknown('no-step'), ...acting };
  const { from } = step.step;
  const where = step.process.where(['sendEmailSteps', step.own, 'from']);
  if (from === undefined)
    return { ...stopped([], 'from-not-recorded', unknown('from-not-recorded'), where), where, ...acting };
  const start: Hop = { hop: 'from', value: wordOf(from), where };
  const attribute = attributeOf(from);
  const rest =
    attribute === undefined
      ? fixed(records, from, where, actor)
      : throughContact(
          records,
          attribute,
          primaryOf(step.process) ?? primaryOf(process.found),
          contact,
          where,
        );
  return { ...rest, hops: [start, ...rest.hops], where, ...acting };
}

type Rest = Pick<SenderChain, 'hops' | 'end' | 'through'>;

/** From does not read the contact: a record that the designer picked, the calling user, another lookup, or nothing. */
function fixed(records: Records, from: From, where: Where, actor: Entry<'users'> | undefined): Rest {
  if (from === 'empty') return stopped([], 'from-empty', { kind: 'empty' }, where);
  if (typeof from === 'string')
    return actor === undefined
      ? stopped([], 'calling-user', unknown('calling-user'), where)
      : principal([], actor);
  if ('field' in from)
    return stopped([], 'field-not-recorded', unknown('field-not-recorded', from.field), where);
  if ('user' in from) return named(records, ['users'], from.user, where);
  if ('queue' in from) return named(records, ['queues'], from.queue, where);
  if ('team' in from) return named(records, ['teams'], from.team, where);
  return named(records, ['contacts'], from.contact, where);
}

/** From is an attribute of the record that the process runs on. */
function throughContact(
  records: Records,
  attribute: Attribute,
  primary: string | undefined,
  contact: Found<'contacts'>,
  where: Where,
): Rest {
  if (primary === 'adx_invitation') return throughInvitation(records, attribute, contact, where);
  if (primary !== undefined && primary !== 'contact')
    return stopped([], 'field-not-recorded', unknown('field-not-recorded', `${primary}.${attribute}`), where);
  if (contact.found === undefined) {
    const because = contact.missing === 'not-given' ? 'contact-not-given' : 'contact-not-recorded';
    return stopped([], because, unknown(because, contact.reference), where);
  }
  const record = contact.found;
  // An owning user that is not written follows from the owner: that is the value to look at.
  const followed = attribute === 'owningUser' && record.fields.owningUser === undefined ? 'owner' : attribute;
  const place = record.where([followed]);
  const through = { record, attribute, where: place };
  const hop: Hop = { hop: 'attribute', record: record.id, attribute, where: place };
  if (attribute === 'owningUser') return { ...owningUser(records, record, hop, place), through };
  const name = record.fields[attribute];
  if (name === undefined)
    return {
      ...stopped([hop], 'owner-not-recorded', unknown('owner-not-recorded', attribute), place),
      through,
    };
  const kinds = attribute === 'owner' ? (['users', 'teams'] as const) : (['users'] as const);
  return { ...named(records, kinds, name, place, [hop]), through };
}

/** The table of the record that the process runs on; undefined: not recorded, and then a contact. */
function primaryOf(process: Entry<'processes'>): string | undefined {
  return (
    process.fields.primaryEntity?.toLowerCase() ?? (isInvitation(process) ? 'adx_invitation' : undefined)
  );
}

/** Whoever creates an invitation owns it, unless it is assigned to somebody else. */
function throughInvitation(
  records: Records,
  attribute: Attribute,
  contact: Found<'contacts'>,
  where: Where,
): Rest {
  const invitation = contact.found === undefined ? undefined : invitationToSend(records, contact.found);
  const { owner, createdBy } = invitation?.fields ?? {};
  const name =
    attribute === 'createdBy' ? createdBy : attribute === 'modifiedBy' ? undefined : (owner ?? createdBy);
  if (invitation === undefined || name === undefined)
    return stopped(
      [],
      'invitation-not-recorded',
      unknown('invitation-not-recorded', attribute),
      invitation?.where() ?? where,
    );
  const place = invitation.where([name === owner ? 'owner' : 'createdBy']);
  const hop: Hop = { hop: 'attribute', record: invitation.id, attribute, of: 'invitation', where: place };
  return named(records, ['users', 'teams'], name, place, [hop]);
}

/** owninguser follows ownerid: it is the owner where a user owns the record, and empty where a team does. */
function owningUser(records: Records, contact: Entry<'contacts'>, hop: Hop, place: Where): Rest {
  const { owningUser: written, owner } = contact.fields;
  const name = written === undefined ? owner : written;
  if (name === undefined)
    return stopped([hop], 'owner-not-recorded', unknown('owner-not-recorded', 'owningUser'), place);
  const owned = name === null ? undefined : resolveReference(records, ['users', 'teams'], name).found;
  if (name === null || owned?.kind === 'teams')
    return stopped([hop], 'owned-by-team', { kind: 'empty' }, place);
  return named(records, ['users'], name, place, [hop]);
}

type PrincipalKind = 'users' | 'queues' | 'teams' | 'contacts';

function named(
  records: Records,
  kinds: readonly PrincipalKind[],
  name: string,
  where: Where,
  hops: Hop[] = [],
): Rest {
  const resolved = resolveReference<PrincipalKind>(records, kinds, name);
  return resolved.found === undefined
    ? stopped(hops, 'reference-not-recorded', unknown('reference-not-recorded', name), where)
    : principal(hops, resolved.found);
}

function principal(hops: Hop[], entry: Entry<PrincipalKind>): Rest {
  const fields = entry.fields as { fullName?: string; name?: string };
  const name = fields.fullName ?? fields.name ?? entry.id;
  const kind = ({ users: 'user', queues: 'queue', teams: 'team', contacts: 'contact' } as const)[entry.kind];
  const hop: Hop = { hop: 'principal', kind, name, where: entry.where() };
  if (kind === 'user') return { hops: [...hops, hop], end: endOfUser(entry as Entry<'users'>) };
  if (kind === 'queue') return { hops: [...hops, hop], end: { kind, queue: entry as Entry<'queues'> } };
  return stopped([...hops, hop], 'not-a-legal-sender', { kind, name }, entry.where());
}

/** SYSTEM and the portal's application user are known by their names: every environment has its own ids for them. */
function endOfUser(user: Entry<'users'>): SenderEnd {
  const name = (user.fields.fullName ?? user.id).trim().toLowerCase();
  if (name === 'system') return { kind: 'system' };
  return name.startsWith('# portals-') ? { kind: 'portal-identity', user } : { kind: 'user', user };
}

function unknown(because: UnknownSender, reference?: string): SenderEnd {
  return { kind: 'unknown', because, ...(reference === undefined ? {} : { reference }) };
}

function stopped(hops: Hop[], because: NoFurther, end: SenderEnd, where: Where): Rest {
  return { hops: [...hops, { hop: 'nothing', because, where }], end };
}

function wordOf(from: From): string {
  return typeof from === 'string' ? from : (Object.keys(from)[0] ?? '');
}
