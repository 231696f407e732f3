// Knows each kind as a whole: its schema, its keys with their aliases, its references, and what identifies a record.
// Made once a kind, when it is first met: reading 100,000 rows builds nothing per row, and a run that meets four kinds
// does not make the schemas of ten.

import * as z from 'zod';
import { columnFacts, kinds, secretReference, type Kind } from './column.ts';
import { alertSchema } from './alert.ts';
import { emailSchema } from './email.ts';
import { contactSchema } from './contact.ts';
import { guestSchema, tenantSchema } from './guest.ts';
import { invitationSchema } from './invitation.ts';
import { mailboxSchema } from './mailbox.ts';
import { queueSchema, teamSchema, userSchema } from './principal.ts';
import { processSchema } from './process.ts';
import { profileSchema } from './profile.ts';
import { environmentSchema, siteSchema, siteSettingSchema } from './site.ts';

/** Where references stand in a record; `*` is any index of a list. */
type ReferencePath = { path: readonly string[]; kinds: readonly Kind[] };

export type Table = {
  kind: Kind;
  schema: z.ZodObject;
  /** What may be typed, lower-cased (our key or the platform's column) → our key. */
  keys: ReadonlyMap<string, string>;
  references: readonly ReferencePath[];
  /** Keys of which a record needs one, in the order in which they make its id. */
  identity: readonly string[];
};

const schemas: Record<Kind, () => z.ZodObject> = {
  profiles: profileSchema,
  mailboxes: mailboxSchema,
  users: userSchema,
  queues: queueSchema,
  teams: teamSchema,
  contacts: contactSchema,
  invitations: invitationSchema,
  processes: processSchema,
  sites: siteSchema,
  siteSettings: siteSettingSchema,
  guests: guestSchema,
  tenants: tenantSchema,
  emails: emailSchema,
  alerts: alertSchema,
  environment: environmentSchema,
};

const identities: Record<Kind, readonly string[]> = {
  profiles: ['id', 'name'],
  mailboxes: ['id', 'emailAddress'],
  users: ['id', 'internalEmailAddress', 'fullName'],
  queues: ['id', 'emailAddress', 'name'],
  teams: ['id', 'name'],
  contacts: ['id', 'emailAddress1', 'fullName'],
  invitations: ['id', 'name'],
  processes: ['id', 'uniqueName', 'name'],
  sites: ['id', 'name'],
  siteSettings: ['id', 'name'],
  guests: ['id', 'emailAddress', 'displayName'],
  tenants: ['id', 'name'],
  emails: ['id'],
  alerts: ['id'],
  environment: [],
};

const tables = new Map<Kind, Table>();

export function tableOf(kind: Kind): Table {
  const known = tables.get(kind);
  if (known !== undefined) return known;
  const schema = schemas[kind]();
  const keys = new Map<string, string>();
  for (const [key, field] of Object.entries(schema.shape)) {
    const column = columnFacts(field as z.ZodType)?.column;
    if (column !== undefined && !keys.has(column.toLowerCase())) keys.set(column.toLowerCase(), key);
  }
  // Our own key wins where a column of the same spelling belongs to another field.
  for (const key of Object.keys(schema.shape)) keys.set(key.toLowerCase(), key);
  const table = { kind, schema, keys, references: referencesIn(schema, []), identity: identities[kind] };
  tables.set(kind, table);
  return table;
}

/** Our key for what was typed (our key or the platform's logical name, in any case); undefined: not a field. */
export function keyOf(kind: Kind, typed: string): string | undefined {
  return tableOf(kind).keys.get(typed.toLowerCase());
}

const byWord = new Map<string, Kind>(
  kinds.flatMap((kind) => [
    [kind, kind],
    [kind === 'processes' ? 'process' : kind.replace(/(?<=x)es$|s$/, ''), kind],
  ]),
);

/** The kind that a row's `kind` names: plural, or one of it (`mailbox`). */
export function kindOf(word: unknown): Kind | undefined {
  return typeof word === 'string' ? byWord.get(word) : undefined;
}

/** The schema without its optional and nullable wrappings. */
export function bare(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodNullable
    ? bare(schema.unwrap() as z.ZodType)
    : schema;
}

/** The schema of a value deep in a record, as far as the path is known to it. */
export function schemaAt(schema: z.ZodType, path: readonly PropertyKey[]): z.ZodType | undefined {
  let current: z.ZodType | undefined = bare(schema);
  for (const step of path) {
    if (current instanceof z.ZodObject) {
      const shape = current.shape as Record<string, z.ZodType>;
      current = Object.hasOwn(shape, step) ? shape[String(step)] : undefined;
    } else if (current instanceof z.ZodArray) current = current.element as z.ZodType;
    else return undefined;
    if (current === undefined) return undefined;
    if (!isSecret(current) && columnFacts(current) === undefined) current = bare(current);
  }
  return current;
}

export function isSecret(schema: z.ZodType): boolean {
  return bare(schema) === secretReference;
}

function referencesIn(schema: z.ZodType, path: readonly string[]): ReferencePath[] {
  const kindsMeant = columnFacts(schema)?.references;
  if (kindsMeant !== undefined) return [{ path, kinds: kindsMeant }];
  const inner = bare(schema);
  if (inner instanceof z.ZodObject)
    return Object.entries(inner.shape).flatMap(([key, field]) =>
      referencesIn(field as z.ZodType, [...path, key]),
    );
  if (inner instanceof z.ZodArray) return referencesIn(inner.element as z.ZodType, [...path, '*']);
  if (inner instanceof z.ZodUnion)
    return inner.options.flatMap((option) => referencesIn(option as z.ZodType, path));
  return [];
}
