// The README is kept true: its record reference is made from the schemas (UPDATE_README=1 writes it), and its excerpt of
// the demo is what the demo prints.

import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { columnFacts, kinds, type Kind } from '../src/core/records/column.ts';
import { bare, tableOf } from '../src/core/records/table.ts';
import { printedBy } from './printed.ts';

const file = new URL('../README.md', import.meta.url);
const section = /(<!-- records:.*-->\n)([\s\S]*?)(<!-- \/records -->)/;

test('lists every key of every kind, with its values', () => {
  const text = readFileSync(file, 'utf8');
  const reference = kinds.map(kindReference).join('\n');
  if (process.env['UPDATE_README'] === '1')
    writeFileSync(
      file,
      text.replace(section, (_all, begin: string, _old, end: string) => `${begin}\n${reference}\n${end}`),
    );
  expect(section.exec(readFileSync(file, 'utf8'))?.[2]?.trim()).toBe(reference.trim());
});

test('shows what the demo prints', async () => {
  const excerpt = /```text\n([\s\S]*?)\n```/.exec(readFileSync(file, 'utf8'))?.[1] ?? '';
  const { code, printed } = await printedBy(['demo', '--lang', 'en']);
  expect(code).toBe(0);
  expect(excerpt).toContain('MC201');
  expect(printed).toContain(excerpt);
});

function kindReference(kind: Kind): string {
  const rows = Object.entries(tableOf(kind).schema.shape).map(
    ([key, schema]) => `| \`${key}\` | ${valuesOf(schema as z.ZodType)} |`,
  );
  return `<details><summary><code>${kind}:</code></summary>\n\n| key | value |\n| --- | --- |\n${rows.join('\n')}\n\n</details>\n`;
}

function valuesOf(schema: z.ZodType): string {
  const facts = columnFacts(schema);
  const orNull = schema.safeParse(null).success ? ', or `null` for none' : '';
  const words = facts?.choices === undefined ? [] : Object.keys(facts.choices);
  if (words.length > 0) return words.map((word) => `\`${word}\``).join(', ') + orNull;
  if (facts?.references !== undefined)
    return `one of ${facts.references.map((name) => `\`${name}\``).join(', ')}${orNull}`;
  return typeWords(bare(schema)) + orNull;
}

function typeWords(schema: z.ZodType): string {
  if (schema instanceof z.ZodBoolean) return '`true`, `false`';
  if (schema instanceof z.ZodNumber) {
    const { minimum, maximum } = z.toJSONSchema(schema) as { minimum?: number; maximum?: number };
    return `whole number, ${minimum} to ${maximum}`;
  }
  if (schema instanceof z.ZodISODateTime) return 'date and time, like `2026-11-21T09:00:00Z`';
  if (schema instanceof z.ZodUnion && schema.safeParse({ env: 'NAME' }).success)
    return 'where the secret is: `{ env: NAME }`, `{ file: path }`, `{ keyring: NAME }`, `{ command: [program, argument] }`';
  if (schema instanceof z.ZodObject)
    return Object.keys(schema.shape)
      .map((key) => `\`${key}\``)
      .join(', ');
  if (schema instanceof z.ZodArray) {
    const element = bare(schema.element as z.ZodType);
    return element instanceof z.ZodObject ? `list of: ${typeWords(element)}` : 'list of text';
  }
  return 'text';
}
