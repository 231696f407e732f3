// Knows which active contacts share an address, as the portal's look-up by address sees them (UserManager.FindByEmail: active
// contacts, emailaddress1, without case). One pass over the contacts, made once for all records. Pure.

import { gather, once } from '../records/look-up.ts';
import type { Entry, Records } from '../records/records.ts';

/** In the order of the records. */
export function contactsWithAddress(records: Records, address: string): readonly Entry<'contacts'>[] {
  return byAddress(records).get(keyOf(address)) ?? [];
}

const byAddress = once((records: Records) => {
  const index = new Map<string, Entry<'contacts'>[]>();
  for (const contact of records.contacts) {
    const { emailAddress1: address, state } = contact.fields;
    if (typeof address !== 'string' || state === 'inactive') continue;
    gather(index, keyOf(address), contact);
  }
  return index;
});

function keyOf(address: string): string {
  return address.trim().toLowerCase();
}
