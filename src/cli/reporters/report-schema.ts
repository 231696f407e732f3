// Knows the JSON Schema of `--format json`: profiles/schema/report.schema.json is made from it. New keys may come within a
// version, so others than these are allowed there. The compiler holds it to the report's own type.

import type { DirectionReport } from '../../core/mailbox-report.ts';
import * as z from 'zod';
import { stages } from '../../core/delivery/stage.ts';
import { kinds } from '../../core/records/column.ts';
import { directions } from '../../core/mail/protocol.ts';
import type { Report } from '../../core/report.ts';
import { session } from '../evidence-schema.ts';
import { count, finding, findings, stepName, text, where } from './finding-schema.ts';

const chain = z.array(z.looseObject({ hop: text, where: where.optional() }));

const path = z.object({
  message: z.looseObject({ kind: text, to: text.optional(), process: text.optional() }),
  verdict: z.enum(['nothing-stops-it', 'stopped', 'not-requested', 'unknown']),
  cause: finding.optional(),
  earliestKnown: z.boolean(),
  ...findings,
  stages: z.array(
    z.object({
      stage: z.enum(stages),
      status: z.enum([
        'passes',
        'stops',
        'may-stop',
        'unknown',
        'not-reached',
        'not-requested',
        'not-examined',
        'set-aside',
      ]),
      facts: z.array(z.object({ name: text, value: text, where: where.optional() })),
    }),
  ),
  chain,
  steps: z.array(
    z.object({
      ...stepName,
      status: z.enum(['passes', 'stops', 'may-stop', 'unknown', 'set-aside']),
      shown: z.boolean(),
      chain,
    }),
  ),
  trace: z.enum([
    'no-row',
    'pending-send',
    'no-row-or-pending-send',
    'not-known',
    'draft',
    'sending',
    'failed',
    'sent',
    'completed',
    'canceled',
  ]),
  row: z.object({ status: text, where, createdOn: text.optional() }).optional(),
  page: z.enum(['not-offered', 'fails', 'may-fail', 'as-usual', 'not-known']),
});

const mailbox = z.object({
  mailbox: text,
  address: text,
  where,
  profile: text.optional(),
  verdict: z.enum(['success', 'failure', 'unknown']),
  directions: z.array(
    z.object({
      direction: z.enum(directions),
      verdict: z.enum(['success', 'failure', 'unknown', 'not-tested']),
      class: text.optional(),
      observation: session.optional(),
      problem: z.object({ problem: text, detail: text }).optional(),
      finding: finding.optional(),
      onProfile: text.optional(),
      platform: z.enum(['enables', 'disables', 'tries-again']).optional(),
    }),
  ),
  arrival: z.enum(['arrived', 'not-arrived', 'unknown', 'not-tried']),
  ...findings,
  onProfile: z.array(text).optional(),
  changes: z.array(
    z.object({
      path: z.array(z.union([text, count])),
      from: z.unknown().optional(),
      to: z.unknown().optional(),
    }),
  ),
});

const receiver = z.object({
  as: z.enum(['mailbox-owner', 'profile-owner']),
  acts: z.boolean(),
  name: text.optional(),
  address: text.optional(),
  add: z.object({ kind: z.enum(['mailboxes', 'profiles']), id: text, key: text, where }).optional(),
});

const profile = z.object({
  profile: text,
  name: text,
  where,
  mailboxes: z.array(text),
  ...findings,
  problems: z.array(
    z.object({
      problem: text,
      detail: text,
      directions: z.array(z.enum(directions)),
      mailboxes: z.array(text),
    }),
  ),
  emailAlert: z
    .object({ sendEmailAlert: z.boolean().optional(), failed: count, of: count, to: receiver })
    .optional(),
});

const alert = z.object({
  level: z.enum(['error', 'warning', 'information']),
  about: z.enum(['mailbox', 'profile']),
  profile: text.optional(),
  mailboxes: z.array(text),
  directions: z.array(z.enum(directions)),
  finding: text.optional(),
  written: z.boolean(),
  tells: z.array(receiver),
});

const report = z.object({
  version: z.literal(1),
  command: z.enum(['diagnose', 'check', 'test-mailbox']),
  at: z.iso.datetime(),
  paths: z.array(path),
  mailboxes: z.array(mailbox),
  profiles: z.array(profile),
  alerts: z.array(alert),
  ...findings,
  todos: z.array(z.object({ where, path: text, hint: text })),
  records: z.partialRecord(z.enum(kinds), count),
  probed: z.array(text),
  skipped: z.array(z.object({ what: text, because: text })),
  written: z.array(text),
});

// A key that the report gains and this lacks, or the other way round, does not compile.
type Keys<T> = T extends readonly (infer Item)[] ? Keys<Item> : keyof T;
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;
type Written = z.output<typeof report>;
true satisfies Same<Keys<Written>, Keys<Report>>;
true satisfies Same<Keys<Written['paths']>, Keys<Report['paths']>>;
true satisfies Same<Keys<Written['mailboxes']>, Keys<Report['mailboxes']>>;
true satisfies Same<Keys<Written['mailboxes'][number]['directions']>, Keys<DirectionReport>>;
true satisfies Same<Keys<Written['profiles']>, Keys<Report['profiles']>>;
true satisfies Same<Keys<Written['alerts']>, Keys<Report['alerts']>>;
true satisfies Same<Keys<Written['alerts'][number]['tells']>, Keys<Report['alerts'][number]['tells']>>;
true satisfies Same<Keys<Written['findings']>, Keys<Report['findings']> | 'words'>;
true satisfies Same<Written['paths'][number]['verdict'], Report['paths'][number]['verdict']>;
true satisfies Same<
  Written['paths'][number]['stages'][number]['status'],
  Report['paths'][number]['stages'][number]['status']
>;
true satisfies Same<
  Written['paths'][number]['steps'][number]['status'],
  Report['paths'][number]['steps'][number]['status']
>;
true satisfies Same<Written['paths'][number]['trace'], Report['paths'][number]['trace']>;
true satisfies Same<Written['paths'][number]['page'], Report['paths'][number]['page']>;
true satisfies Same<Written['findings'][number]['severity'], Report['findings'][number]['severity']>;
true satisfies Same<Written['mailboxes'][number]['verdict'], Report['mailboxes'][number]['verdict']>;
true satisfies Same<Written['mailboxes'][number]['arrival'], Report['mailboxes'][number]['arrival']>;

/** "closed": nothing beside what is known now, for our own tests. */
export function reportJsonSchema(others: 'open' | 'closed' = 'open'): Record<string, unknown> {
  return {
    title: 'mailcheck report (--format json)',
    ...z.toJSONSchema(report, {
      target: 'draft-7',
      io: others === 'open' ? 'input' : 'output',
      reused: 'ref',
    }),
  };
}
