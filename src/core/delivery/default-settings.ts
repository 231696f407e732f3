// Knows the environment's default e-mail settings (server profile and synchronization methods) and how a mailbox differs
// from them. The platform gives them to new users and queues only; "Apply Default Email Settings" gives them to others.
// Pure: yields changes, writes nothing.

import type { Environment } from '../records/site.ts';
import type { Mailbox } from '../records/mailbox.ts';
import { once } from '../records/look-up.ts';
import { resolveReference, type Entry, type Records } from '../records/records.ts';
import type { RecordChange } from '../mailbox-report.ts';

/** Keys of the environment, each with the key of the mailbox that it fills. */
const defaultKeys = {
  defaultProfile: 'profile',
  defaultIncomingEmailDeliveryMethod: 'incomingEmailDeliveryMethod',
  defaultOutgoingEmailDeliveryMethod: 'outgoingEmailDeliveryMethod',
  defaultActDeliveryMethod: 'actDeliveryMethod',
} as const satisfies Partial<Record<keyof Environment, keyof Mailbox>>;
type DefaultKey = keyof typeof defaultKeys;

type DefaultSettings = {
  /** What a mailbox gets; a key that the environment's record does not hold is absent. */
  fields: Partial<Pick<Mailbox, (typeof defaultKeys)[DefaultKey]>>;
  /** Keys that are not recorded, or hold no profile. */
  missing: DefaultKey[];
};

/** Once for all mailboxes. */
export const defaultSettings = once((records: Records): DefaultSettings => {
  const environment: Environment = records.environment?.fields ?? {};
  const keys = Object.keys(defaultKeys) as DefaultKey[];
  const missing = keys.filter((key) => environment[key] === undefined || environment[key] === null);
  const fields = Object.fromEntries(
    keys.filter((key) => !missing.includes(key)).map((key) => [defaultKeys[key], environment[key]]),
  ) as DefaultSettings['fields'];
  const profile = profileNamed(records, fields.profile);
  return { fields: profile === undefined ? fields : { ...fields, profile: profile.id }, missing };
});

/** Only what differs. A forward mailbox has no user or queue to have defaults, and must not send. */
export function defaultChanges(
  mailbox: Entry<'mailboxes'>,
  records: Records,
): RecordChange[] | 'forward-mailbox' {
  if (mailbox.fields.isForwardMailbox === true) return 'forward-mailbox';
  const entries = Object.entries(defaultSettings(records).fields) as [keyof Mailbox, string][];
  return entries
    .filter(([key, value]) => currentOf(mailbox, key, records) !== value)
    .map(([key, to]) => ({ path: [key], from: mailbox.fields[key], to }));
}

/** A profile by its id, whatever it is called in the record. */
function currentOf({ fields }: Entry<'mailboxes'>, key: keyof Mailbox, records: Records): unknown {
  return key === 'profile' ? (profileNamed(records, fields.profile)?.id ?? fields.profile) : fields[key];
}

function profileNamed(records: Records, name: string | null | undefined): Entry<'profiles'> | undefined {
  return typeof name === 'string' ? resolveReference(records, ['profiles'], name).found : undefined;
}
