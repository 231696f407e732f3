// Knows for which processes the scope decides whether an event starts them for the contact, and who owns what. Shared by the
// rules about the scope (MC224, MC233). Pure look-ups.

import { kindOf } from '../delivery/find-process.ts';
import type { DeliveryPath } from '../delivery/path.ts';
import { isStartedByAnother } from '../delivery/steps-of-process.ts';
import type { Process } from '../records/process.ts';
import { resolveReference, type Entry, type Records } from '../records/records.ts';

/** The process of the message, where an event starts it for contacts and its scope is one of these. */
export function processWithScope(
  path: DeliveryPath,
  scopes: readonly Process['scope'][],
): Entry<'processes'> | undefined {
  const process = path.process.found;
  // The portal, a person or a parent process starts these: their scope starts nothing.
  if (process === undefined || kindOf(process) !== undefined || isStartedByAnother(path.records, process))
    return undefined;
  const { scope, category, onDemand, primaryEntity } = process.fields;
  if (!scopes.includes(scope) || scope === undefined || category === 'action' || onDemand === true)
    return undefined;
  // Whose record another table's row is, the records do not hold.
  return (primaryEntity ?? 'contact').toLowerCase() === 'contact' ? process : undefined;
}

export function ownerCalled(records: Records, name: string): Entry<'users' | 'teams'> | undefined {
  return resolveReference<'users' | 'teams'>(records, ['users', 'teams'], name).found;
}

export function ownerName(records: Records, name: string): string {
  const fields = ownerCalled(records, name)?.fields as { fullName?: string; name?: string } | undefined;
  return fields?.fullName ?? fields?.name ?? name;
}

/** The business unit of a user or team, where it is recorded. */
export function unitOf(records: Records, name: string | undefined): string | undefined {
  return name === undefined ? undefined : ownerCalled(records, name)?.fields.businessUnit;
}
