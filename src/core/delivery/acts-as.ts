// Knows in whose name a process acts when it sends: the portal's identity, its owner, or whoever runs it. Pure.

import { nameKey } from '../records/name-key.ts';
import type { Entry, Records } from '../records/records.ts';
import { resolveReference } from '../records/records.ts';
import { isIdentityKind, kindOf } from './find-process.ts';
import type { Found } from './path.ts';

/** Undefined: the records do not say, or it depends on who starts the process. */
export function actsAs(
  records: Records,
  process: Entry<'processes'>,
  site: Found<'sites'>,
): Entry<'users'> | undefined {
  const user = (name: string | undefined) =>
    name === undefined ? undefined : resolveReference(records, ['users'], name).found;
  const { category, mode, runAs, onDemand, owner } = process.fields;
  const kind = kindOf(process);
  // The portal calls the three identity actions itself, through its own connection.
  if (kind !== undefined && isIdentityKind(kind) && category !== 'workflow')
    return user(identityOf(records, site));
  // Other actions and real-time workflows run as the caller, unless "Execute as: the owner of the workflow".
  if (category === 'action') return undefined;
  if (mode === 'real-time') return runAs === 'owner' ? user(owner) : undefined;
  // A background workflow runs as its owner when an event starts it, as the user who ran it when started on demand.
  if (kind === 'invitation' || onDemand === true) return undefined;
  return mode === 'background' ? user(owner) : undefined;
}

/** Of several sites of which none is named, the identity that all of them have. */
function identityOf({ sites }: Records, site: Found<'sites'>): string | undefined {
  if (site.found !== undefined) return site.found.fields.identity;
  const [first, ...others] = site.missing === 'several' ? sites : [];
  const identity = first?.fields.identity;
  const key = (name = '') => nameKey(name);
  return others.every(({ fields }) => key(fields.identity) === key(identity)) ? identity : undefined;
}
