// Knows which active contacts share an address, as the portal's look-up by address sees them (UserManager.FindByEmail: active
// contacts, emailaddress1, without case). One pass over the contacts, made once for all records. Pure.

import type { Entry, Records } from '../records/records.ts';

const indexes = new WeakMap<Records, Map<string, Entry<'contacts'>[]>>();

/** In the order of the records. */
export function contactsWithAddress(records: Records, address: string): readonly Entry<'contacts'>[] {
  const known = indexes.get(records) ?? indexOf(records);
  indexes.set(records, known);
  return known.get(keyOf(address)) ?? [];
}

function indexOf(records: Records): Map<string, Entry<'contacts'>[]> {
  const byAddress = new Map<string, Entry<'contacts'>[]>();
  for (const contact of records.contacts) {
    const { emailAddress1: address, state } = contact.fields;
    if (typeof address !== 'string' || state === 'inactive') continue;
    const same = byAddress.get(keyOf(address));
    if (same === undefined) byAddress.set(keyOf(address), [contact]);
    else same.push(contact);
  }
  return byAddress;
}

function keyOf(address: string): string {
  return address.trim().toLowerCase();
}
