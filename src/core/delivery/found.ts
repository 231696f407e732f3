// Knows how a reference becomes a place on the path: found, or why not. Pure.

import type { Kind } from '../records/column.ts';
import type { Records } from '../records/records.ts';
import { resolveReference } from '../records/records.ts';
import type { Where } from '../records/where.ts';
import type { Found } from './path.ts';

/** The record that a name means. `where` is the place of the name, if it stands in a record. */
export function found<K extends Kind>(
  records: Records,
  kinds: readonly K[],
  name: string,
  where?: Where,
): Found<K> {
  const resolved = resolveReference(records, kinds, name);
  if (resolved.found !== undefined) return { found: resolved.found };
  return {
    missing: resolved.candidates.length > 1 ? 'several' : 'not-recorded',
    reference: name,
    ...(where === undefined ? {} : { where }),
  };
}
