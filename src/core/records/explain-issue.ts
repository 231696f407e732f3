// Knows how to say a schema's complaint about one record in the words of problem.ts: what was typed, what is allowed there,
// what was probably meant. May not look at other records; never shows the value of a secret field.

import * as z from 'zod';
import { columnFacts } from './column.ts';
import { fromWords, toWords } from './process.ts';
import { shapeOf, shown, type Trouble } from './problem.ts';
import { nearest } from './suggest.ts';
import { bare, isSecret, schemaAt, type Table } from './table.ts';
import type { FieldPath } from './where.ts';

export type Explained = { path: FieldPath; atKey?: true; trouble: Trouble };

type Issue = { code: string; path: readonly PropertyKey[]; keys?: readonly string[]; maximum?: unknown };

export function explainIssue(table: Table, fields: unknown, issue: Issue): Explained[] {
  const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  // A union may complain about its inside; what is allowed is said of the union.
  for (let length = 1; length <= path.length; length++) {
    const part = path.slice(0, length);
    const schema = schemaAt(table.schema, part);
    if (schema === undefined) break;
    const value = valueAt(fields, part);
    const key = String(part.findLast((step) => typeof step === 'string'));
    if (isSecret(schema)) return [{ path: part, trouble: secretTrouble(value, key) }];
    if (bare(schema) instanceof z.ZodUnion && (key === 'from' || key === 'to'))
      return [{ path: part, trouble: fromTrouble(value, key) }];
  }
  if (issue.code === 'unrecognized_keys') {
    const inner = schemaAt(table.schema, path);
    const allowed = inner instanceof z.ZodObject ? Object.keys(inner.shape) : [];
    return (issue.keys ?? []).map((key) => ({
      path: [...path, key],
      atKey: true,
      trouble: {
        is: 'unknown-key',
        shown: shown(key),
        kind: table.kind,
        meant: nearest(key, allowed),
        allowed,
      },
    }));
  }
  const schema = schemaAt(table.schema, path);
  const key = path.findLast((step) => typeof step === 'string') ?? table.kind;
  return [
    {
      path,
      trouble:
        schema === undefined ? { is: 'invalid' } : valueTrouble(schema, valueAt(fields, path), key, issue),
    },
  ];
}

export function valueAt(value: unknown, path: FieldPath): unknown {
  let current = value;
  for (const step of path) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, step)) return undefined;
    current = (current as Record<string | number, unknown>)[step];
  }
  return current;
}

function valueTrouble(schema: z.ZodType, value: unknown, key: string, issue: Issue): Trouble {
  if (value === undefined) return { is: 'missing', key };
  if (value === null) return { is: 'nothing-written', key };
  const inner = bare(schema);
  const got = shapeOf(value);
  if (inner instanceof z.ZodEnum) return wordTrouble(schema, inner.options.map(String), value, key);
  if (inner instanceof z.ZodBoolean)
    return { is: 'not-true-or-false', shown: shown(value), key, meant: booleanMeant(value) };
  if (inner instanceof z.ZodNumber) {
    if (typeof value === 'number' && Number.isInteger(value))
      return {
        is: 'out-of-range',
        shown: shown(value),
        minimum: inner.minValue ?? Number.MIN_SAFE_INTEGER,
        maximum: inner.maxValue ?? Number.MAX_SAFE_INTEGER,
      };
    const meant = typeof value === 'string' && /^\s*-?\d{1,10}\s*$/.test(value) ? Number(value) : undefined;
    return { is: 'not-a-whole-number', shown: shown(value), key, meant };
  }
  if ((inner as { format?: unknown }).format === 'datetime')
    return { is: 'not-a-moment', shown: shown(value), key, meant: momentMeant(value) };
  if (inner instanceof z.ZodArray) return { is: 'wrong-shape', got, expected: 'list' };
  if (inner instanceof z.ZodObject) return { is: 'wrong-shape', got, expected: 'mapping' };
  if (typeof value !== 'string')
    return {
      is: 'not-text',
      got,
      key,
      meant: typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined,
    };
  if (issue.code === 'too_big') return { is: 'too-long', maximum: Number(issue.maximum) };
  if (issue.code === 'too_small') return { is: 'empty-text' };
  return { is: 'invalid' };
}

/** An option set: its words only. The platform's integers differ from column to column, so each is answered by its word. */
function wordTrouble(schema: z.ZodType, allowed: string[], value: unknown, key: string): Trouble {
  const typed = String(value).trim();
  if (typeof value === 'number' && allowed.includes(typed))
    return { is: 'integer-for-word', shown: typed, key, word: typed, quoted: true };
  if (typeof value === 'number' || /^\d{1,10}$/.test(typed)) {
    const choices = columnFacts(schema)?.choices ?? {};
    const word = Object.keys(choices).find((candidate) => choices[candidate] === Number(typed));
    if (word !== undefined) return { is: 'integer-for-word', shown: shown(typed), key, word, quoted: false };
  }
  const meant = nearest(typed.replace(/[\s_]+/g, '-'), allowed);
  return { is: 'wrong-word', shown: shown(value), meant, allowed };
}

function secretTrouble(value: unknown, key: string): Trouble {
  if (value === undefined || value === null) return { is: 'nothing-written', key };
  return typeof value === 'object' && !Array.isArray(value)
    ? { is: 'wrong-secret-reference', key }
    : { is: 'literal-secret', key };
}

function fromTrouble(value: unknown, key: string): Trouble {
  if (value === undefined || value === null) return { is: 'nothing-written', key };
  const words = [...(key === 'to' ? toWords : fromWords)];
  const field = key === 'to' ? 'to' : 'from';
  if (typeof value !== 'string') return { is: 'wrong-from', field, words };
  const meant = nearest(value.trim().replace(/[\s_]+/g, '-'), words);
  return { is: 'wrong-from', field, shown: shown(value), meant, words };
}

function booleanMeant(value: unknown): boolean | undefined {
  const typed = String(value).trim().toLowerCase();
  if (['true', 'yes', 'y', 'on', '1', 'はい'].includes(typed)) return true;
  if (['false', 'no', 'n', 'off', '0', 'いいえ'].includes(typed)) return false;
  return undefined;
}

/** `2026/11/20 9:00` → `2026-11-20T09:00:00Z`, if it is a date at all; the offset is for the reader to say. */
function momentMeant(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const parts =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?$/i.exec(
      value.trim(),
    );
  if (parts === null) return undefined;
  const [, year, month, day, hour = '0', minute = '00', second = '00', offset = 'Z'] = parts;
  const two = (digits: string | undefined) => (digits ?? '').padStart(2, '0');
  const zone = /^[+-]\d{4}$/.test(offset) ? `${offset.slice(0, 3)}:${offset.slice(3)}` : offset.toUpperCase();
  const candidate = `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}${zone}`;
  return z.iso.datetime({ offset: true }).safeParse(candidate).success ? candidate : undefined;
}
