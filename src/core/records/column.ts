// Knows how a record's YAML key, the platform's column, its value words and its integers belong together.
// The one table is the schemas themselves: each field is declared with its column here, once.
// Columns and option values: Dataverse table reference (mailbox, emailserverprofile, systemuser, queue, contact, workflow, email,
// tracelog).

import * as z from 'zod';

export const kinds = [
  'profiles',
  'mailboxes',
  'users',
  'queues',
  'teams',
  'contacts',
  'invitations',
  'processes',
  'sites',
  'siteSettings',
  'guests',
  'tenants',
  'emails',
  'alerts',
  'environment',
] as const;
/** The top-level keys of a records file. */
export type Kind = (typeof kinds)[number];

/** What is known of a field besides its type. */
export type ColumnFacts = {
  /** Logical name of the platform's column, accepted as an alias of the key. Absent: the field is ours alone. */
  column?: string;
  /** Value word → the platform's integer; null where the platform's integer is not confirmed. */
  choices?: Readonly<Record<string, number | null>>;
  /** The value names another record, of one of these kinds. */
  references?: readonly Kind[];
};

/** Facts by schema; look a field up with columnFacts(), which sees through optional() and nullable(). */
const facts = new Map<z.ZodType, ColumnFacts>();

export function columnFacts(schema: z.ZodType): ColumnFacts | undefined {
  const found = facts.get(schema);
  if (found !== undefined) return found;
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable)
    return columnFacts(schema.unwrap() as z.ZodType);
  return undefined;
}

const longest = 2_084; // the longest text column that we read (server locations)

/**
 * One check() and not trim().min().max(): each of those makes the schema anew, and of a hundred fields that is a tenth
 * of a command's start-up.
 */
function line(maximum: number) {
  return z.string().check(z.trim(), z.minLength(1), z.maxLength(maximum));
}

export function text(column?: string, maximum = longest) {
  return register(line(maximum), column === undefined ? {} : { column });
}

/** A text that YAML may take for a number: an error code, hexadecimal or decimal. */
export function code(column: string, maximum: number) {
  return register(z.union([line(maximum), z.int()]), { column });
}

export function flag(column?: string) {
  return register(z.boolean(), column === undefined ? {} : { column });
}

export function wholeNumber(column: string | undefined, minimum: number, maximum: number) {
  return register(z.int().check(z.gte(minimum), z.lte(maximum)), column === undefined ? {} : { column });
}

/** ISO 8601 date and time with an offset or Z, as the Web API writes it. */
export function moment(column?: string) {
  return register(z.iso.datetime({ offset: true }), column === undefined ? {} : { column });
}

/** An option set. `choices` maps the word to type to the platform's integer. */
export function choice<const T extends Record<string, number | null>>(
  column: string | undefined,
  choices: T,
) {
  const words = Object.keys(choices) as (keyof T & string)[];
  return register(z.enum(words as [keyof T & string, ...(keyof T & string)[]]), {
    ...(column === undefined ? {} : { column }),
    choices,
  });
}

/** A reference by id, by e-mail address or by unique name. */
export function reference(column: string | undefined, ...references: Kind[]) {
  return register(line(400), {
    ...(column === undefined ? {} : { column }),
    references,
  });
}

/** Where a secret is kept; never the secret. A literal password is refused by the source with the way out. */
export const secretReference = z.union([
  z.strictObject({ env: z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/) }),
  z.strictObject({ file: z.string().min(1) }),
  z.strictObject({ command: z.array(z.string()).min(1) }),
  /** The name under which `mailcheck login` keeps it in the system's keyring. */
  z.strictObject({ keyring: z.string().regex(/^[A-Za-z0-9@._+-]{1,200}$/) }),
]);

function register<T extends z.ZodType>(schema: T, columnFacts: ColumnFacts): T {
  facts.set(schema, columnFacts);
  return schema;
}
