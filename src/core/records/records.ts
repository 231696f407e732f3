// Knows what a loaded workspace is: Records, and how one record names another. Pure look-ups; reading is in read.ts.

import type { Alert } from './alert.ts';
import type { Kind } from './column.ts';
import type { Contact } from './contact.ts';
import type { Guest, Tenant } from './guest.ts';
import type { Email } from './email.ts';
import type { Invitation } from './invitation.ts';
import { gather } from './look-up.ts';
import { nameKey } from './name-key.ts';
import type { Mailbox } from './mailbox.ts';
import type { Queue, Team, User } from './principal.ts';
import type { Process } from './process.ts';
import type { Profile } from './profile.ts';
import type { Environment, Site, SiteSetting } from './site.ts';
import type { FieldPath, Where } from './where.ts';
import type { RuleSettings } from '../rules/rule-settings.ts';

export type FieldsOf = {
  profiles: Profile;
  mailboxes: Mailbox;
  users: User;
  queues: Queue;
  teams: Team;
  contacts: Contact;
  invitations: Invitation;
  processes: Process;
  sites: Site;
  siteSettings: SiteSetting;
  guests: Guest;
  tenants: Tenant;
  emails: Email;
  alerts: Alert;
  environment: Environment;
};

/** One record: its fields, and where each of them is written. */
export type Entry<K extends Kind = Kind> = {
  kind: K;
  /** The record's own id, else its address or name: unique within the kind. */
  id: string;
  fields: FieldsOf[K];
  /** Place of a field, or of the record itself; a field that is not written has the record's place. */
  where(path?: FieldPath): Where;
  /** A record that the platform always has (SYSTEM) and nobody wrote down. */
  builtIn?: true;
};

export type Records = { [K in Exclude<Kind, 'environment'>]: Entry<K>[] } & {
  environment: Entry<'environment'> | undefined;
  /** Values still to be filled in (`TODO …`); each counts as missing. */
  todos: Todo[];
  /** `rules:` of mailcheck.yaml, where something is written there. */
  rules?: RuleSettings;
};

export type Todo = { kind: Kind; id: string; path: FieldPath; where: Where; hint: string };

/** Names by which a record can be referred to, as keys, without duplicates. */
export function namesOf(entry: Entry): string[] {
  const fields = entry.fields as Record<string, unknown>;
  const keys = [
    'emailAddress',
    'internalEmailAddress',
    'emailAddress1',
    'uniqueName',
    'name',
    'fullName',
    'displayName',
  ];
  const names = [entry.id, ...keys.map((key) => fields[key])];
  return [...new Set(names.filter((name) => typeof name === 'string').map(nameKey))];
}

export type Resolved<K extends Kind> = { found: Entry<K> } | { found?: undefined; candidates: Entry<K>[] }; // none: dangling; several: ambiguous

/**
 * The record that a reference means, by id, e-mail address or unique name, however it is spelt (`nameKey`).
 * An id wins over a name. `SYSTEM` is always there: the platform has it even if nobody wrote it down.
 */
export function resolveReference<K extends Kind>(
  records: Records,
  kinds: readonly K[],
  name: string,
): Resolved<K> {
  const wanted = nameKey(name);
  const candidates = kinds.flatMap((kind) => indexOf(records, kind).get(wanted) ?? []) as Entry<K>[];
  const byId = candidates.length < 2 ? [] : candidates.filter((entry) => nameKey(entry.id) === wanted);
  const best = byId.length > 0 ? byId : candidates;
  if (best.length === 1 && best[0] !== undefined) return { found: best[0] };
  if (best.length === 0 && wanted === 'system' && (kinds as readonly Kind[]).includes('users'))
    return { found: systemUser as Entry as Entry<K> };
  return { candidates: best };
}

/** The user SYSTEM (systemuser row that every environment has). It has no mailbox that can be set up. */
export const systemUser: Entry<'users'> = {
  kind: 'users',
  id: 'SYSTEM',
  fields: { fullName: 'SYSTEM', defaultMailbox: null },
  where: () => ({ table: 'systemuser', row: 'SYSTEM' }),
  builtIn: true,
};

const indexes = new WeakMap<Records, Map<Kind, Map<string, Entry[]>>>();

function indexOf(records: Records, kind: Kind): Map<string, Entry[]> {
  const ofRecords = indexes.get(records) ?? new Map<Kind, Map<string, Entry[]>>();
  indexes.set(records, ofRecords);
  const known = ofRecords.get(kind);
  if (known !== undefined) return known;
  const index = new Map<string, Entry[]>();
  const entries: Entry[] = kind === 'environment' ? [] : records[kind];
  for (const entry of entries)
    for (const name of namesOf(entry)) {
      gather(index, name, entry);
    }
  ofRecords.set(kind, index);
  return index;
}
