// Knows the schema of a finding in `--format json`: its place, its severity, its words in both languages.

import * as z from 'zod';
import { stages } from '../../core/delivery/stage.ts';
import { chosenSeverities } from '../../core/rules/rule-settings.ts';
import { languages } from '../../core/rules/rule.ts';
import { who } from '../../core/rules/who.ts';

/** Shared with the report: one object that is used twice becomes one definition of the JSON Schema. */
export const text = z.string();
export const count = z.int().min(0);
const severity = z.enum(['error', 'warning', 'information', 'unknown', 'not-requested']);
export const where = z.union([
  z.object({ file: text, line: z.int().min(1), column: z.int().min(1) }),
  z.object({ table: text, row: text, column: text.optional() }),
]);
export const stepName = { number: z.int().min(1), name: text.optional(), conditional: z.boolean() };
const words = z.object({
  title: text,
  message: text,
  why: text,
  fix: z.array(z.object({ who: z.enum(Object.keys(who) as (keyof typeof who)[]), do: text })),
});
export const finding = z.object({
  code: text.regex(/^MC\d{3}$/),
  severity,
  stage: z.enum(stages),
  params: z.unknown(),
  where: where.optional(),
  subject: text.optional(),
  changed: z.object({ from: severity, to: z.enum(chosenSeverities), reason: text, where }).optional(),
  steps: z.array(z.object(stepName)).optional(),
  profile: z.object({ name: text, mailboxes: z.array(text), of: count }).optional(),
  words: z.object({ [languages[0]]: words, [languages[1]]: words }),
});
export const findings = { findings: z.array(finding), switchedOff: z.array(finding).optional() };
