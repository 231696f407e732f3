// Builds Records for tests from a value in the shape of a records file, by the product's own reading.

import { readRecords } from '../../src/core/records/read.ts';
import type { Records } from '../../src/core/records/records.ts';
import type { FieldPath } from '../../src/core/records/where.ts';
import type { Change } from '../../src/core/rules/example.ts';
import { worldWith } from '../../src/core/rules/healthy-world.ts';

/** The healthy world with a change; throws when it is no valid workspace, so that no test stands on a broken one. */
export function recordsWith(change: Change = {}): Records {
  return recordsOf(worldWith(change));
}

export function recordsOf(value: unknown): Records {
  const where = (path: FieldPath) => ({ table: 'world', row: path.join('.') });
  const { records, problems } = readRecords([{ value, where }]);
  if (problems.length > 0) throw new Error(JSON.stringify(problems, null, 2));
  return records;
}
