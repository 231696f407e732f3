// The schema that ships for editors is the one that the code reads records with.
// After a change of a record's fields: UPDATE_SCHEMA=1 npx vitest run test/core/json-schema.test.ts

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { kinds } from '../../src/core/records/column.ts';
import { recordsJsonSchema } from '../../src/core/records/json-schema.ts';

const file = path.join(import.meta.dirname, '../../profiles/schema/records.schema.json');

it('profiles/schema/records.schema.json is up to date', () => {
  const text = `${JSON.stringify(recordsJsonSchema(), null, 2)}\n`;
  if (process.env['UPDATE_SCHEMA'] !== undefined) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  expect(readFileSync(file, 'utf8')).toBe(text);
});

it('knows every kind and the words of an option set', () => {
  const { properties } = recordsJsonSchema() as {
    properties: Record<string, { anyOf?: { items?: { properties: Record<string, { enum?: string[] }> } }[] }>;
  };
  expect(Object.keys(properties)).toEqual(['include', 'language', 'rules', ...kinds]);
  const mailbox = properties['mailboxes']?.anyOf?.[0]?.items?.properties;
  expect(mailbox?.['emailRouterAccessApproval']?.enum).toEqual([
    'empty',
    'approved',
    'pending-approval',
    'rejected',
  ]);
  expect(JSON.stringify(mailbox?.['password'])).toContain('"env"');
});
