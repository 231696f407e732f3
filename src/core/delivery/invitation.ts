// Knows which recorded invitations are a contact's. Pure look-up.

import { resolveReference, type Entry, type Records } from '../records/records.ts';

const indexes = new WeakMap<Records, Map<string, Entry<'invitations'>[]>>();

/** In the order of the records. */
export function invitationsOf(records: Records, contact: Entry<'contacts'>): Entry<'invitations'>[] {
  const known = indexes.get(records) ?? new Map<string, Entry<'invitations'>[]>();
  if (!indexes.has(records)) {
    for (const invitation of records.invitations) {
      const name = invitation.fields.contact;
      const id = name === undefined ? undefined : resolveReference(records, ['contacts'], name).found?.id;
      if (id !== undefined) known.set(id, [...(known.get(id) ?? []), invitation]);
    }
    indexes.set(records, known);
  }
  return known.get(contact.id) ?? [];
}
