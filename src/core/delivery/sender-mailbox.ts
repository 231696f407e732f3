// Knows which mailbox a sender sends from and which server profile that mailbox uses. Pure.

import { gather, once } from '../records/look-up.ts';
import type { Entry, Records } from '../records/records.ts';
import { resolveReference } from '../records/records.ts';
import { found } from './found.ts';
import type { Found } from './path.ts';
import type { SenderEnd } from './sender-chain.ts';

/** "none": there is none, or this kind of sender cannot have one; "not-given": there is no sender to ask for. */
export function mailboxOf(records: Records, end: SenderEnd): Found<'mailboxes'> {
  switch (end.kind) {
    case 'user':
    case 'portal-identity':
      return ofPrincipal(records, end.user, end.user.fields.internalEmailAddress);
    case 'queue':
      return ofPrincipal(records, end.queue, end.queue.fields.emailAddress);
    case 'system':
    case 'team':
    case 'contact':
      return { missing: 'none' };
    case 'empty':
    case 'unknown':
      break;
  }
  return { missing: 'not-given' };
}

export function profileOf(records: Records, mailbox: Found<'mailboxes'>): Found<'profiles'> {
  if (mailbox.found === undefined) return { missing: 'not-given' };
  const { profile } = mailbox.found.fields;
  const where = mailbox.found.where(['profile']);
  if (profile === undefined) return { missing: 'not-recorded', where };
  return profile === null ? { missing: 'none', where } : found(records, ['profiles'], profile, where);
}

/** What the record names; else the mailbox that names the sender; else the one with the same address and no owner written. */
function ofPrincipal(
  records: Records,
  sender: Entry<'users'> | Entry<'queues'>,
  address: string | undefined,
): Found<'mailboxes'> {
  const { defaultMailbox } = sender.fields;
  const where = sender.where(['defaultMailbox']);
  if (defaultMailbox === null) return { missing: 'none', where };
  if (defaultMailbox !== undefined) return found(records, ['mailboxes'], defaultMailbox, where);
  const index = indexOf(records);
  const candidates =
    index.byOwner.get(sender) ??
    (address === undefined ? undefined : index.byAddress.get(address.toLowerCase())) ??
    [];
  const active = candidates.filter((mailbox) => mailbox.fields.state !== 'inactive');
  const [only, ...others] = active.length > 0 ? active : candidates;
  if (only !== undefined && others.length === 0) return { found: only };
  return { missing: only === undefined ? 'not-recorded' : 'several', where };
}

type Index = {
  byOwner: Map<Entry, Entry<'mailboxes'>[]>;
  byAddress: Map<string, Entry<'mailboxes'>[]>;
};

const indexOf = once((records: Records) => {
  const index: Index = { byOwner: new Map(), byAddress: new Map() };
  for (const mailbox of records.mailboxes) {
    const { regarding, emailAddress } = mailbox.fields;
    const owner =
      regarding === undefined
        ? undefined
        : resolveReference<'users' | 'queues'>(records, ['users', 'queues'], regarding).found;
    if (owner !== undefined) gather(index.byOwner, owner as Entry, mailbox);
    else if (regarding === undefined && typeof emailAddress === 'string')
      gather(index.byAddress, emailAddress.toLowerCase(), mailbox);
  }
  return index;
});
