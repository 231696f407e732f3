// Knows which recorded invitations are a contact's, and which of them would be sent. Pure look-up.

import { gather, once } from '../records/look-up.ts';
import { resolveReference, type Entry, type Records } from '../records/records.ts';

const byContact = once((records: Records) => {
  const index = new Map<string, Entry<'invitations'>[]>();
  for (const invitation of records.invitations) {
    const name = invitation.fields.contact;
    const id = name === undefined ? undefined : resolveReference(records, ['contacts'], name).found?.id;
    if (id !== undefined) gather(index, id, invitation);
  }
  return index;
});

/** In the order of the records. */
export function invitationsOf(records: Records, contact: Entry<'contacts'>): Entry<'invitations'>[] {
  return byContact(records).get(contact.id) ?? [];
}

/** Those that are still of use, else all: one that is used up or inactive is not sent beside one that is not. */
export function invitationsToSend(records: Records, contact: Entry<'contacts'>): Entry<'invitations'>[] {
  const own = invitationsOf(records, contact);
  const open = own.filter(
    ({ fields: { status, type } }) => status !== 'inactive' && (status !== 'redeemed' || type === 'group'),
  );
  return open.length > 0 ? open : own;
}

/**
 * The invitation that Send Invitation would run on; of several the last that is of use.
 * Undefined: none is recorded of this contact.
 */
export function invitationToSend(
  records: Records,
  contact: Entry<'contacts'>,
): Entry<'invitations'> | undefined {
  return invitationsToSend(records, contact).at(-1);
}

/** One invited contact for each distinct owner of an invitation. */
export function invitedByDifferent(records: Records): Entry<'contacts'>[] {
  const first = new Map<string, Entry<'contacts'>>();
  for (const { fields } of records.invitations) {
    const contact =
      fields.contact === undefined
        ? undefined
        : resolveReference(records, ['contacts'], fields.contact).found;
    const owner = (fields.owner ?? fields.createdBy ?? '').toLowerCase();
    if (contact !== undefined && !first.has(owner)) first.set(owner, contact);
  }
  return [...first.values()];
}
