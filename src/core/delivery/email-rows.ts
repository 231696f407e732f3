// Knows which recorded e-mail rows are of one message: outgoing, to its contact, made by its process as far as a row tells,
// since the mail was asked for. One pass over all rows. Pure; what a row's status means is the rules' business.

import { gather, once } from '../records/look-up.ts';
import { nameKey } from '../records/name-key.ts';
import type { Entry, Records } from '../records/records.ts';
import { resolveReference } from '../records/records.ts';
import type { DeliveryPath } from './path.ts';

/** The newest row of this message; undefined: none is recorded. */
export function rowOf(path: DeliveryPath): Entry<'emails'> | undefined {
  const { records, message, contact } = path;
  if (records.emails.length === 0 || message.to === undefined) return undefined;
  const { emailAddress1, fullName } = contact.found?.fields ?? {};
  const names = [message.to, contact.found?.id, emailAddress1, fullName].filter(
    (name) => typeof name === 'string',
  );
  const index = indexOf(records);
  const candidates = new Set(names.flatMap((name) => index.get(nameKey(name)) ?? []));
  let newest: Entry<'emails'> | undefined;
  for (const row of candidates) {
    if (!isOfMessage(row, path)) continue;
    if (newest === undefined || madeAt(row) >= madeAt(newest)) newest = row;
  }
  return newest;
}

function isOfMessage({ fields }: Entry<'emails'>, { message, process, records }: DeliveryPath): boolean {
  if (fields.isWorkflowCreated === false) return false;
  if (message.since !== undefined && fields.createdOn !== undefined)
    if (Date.parse(fields.createdOn) < Date.parse(message.since)) return false;
  if (fields.process === undefined || process.found === undefined) return true;
  return resolveReference(records, ['processes'], fields.process).found === process.found;
}

function madeAt({ fields: { createdOn, modifiedOn, sentOn } }: Entry<'emails'>): number {
  const time = createdOn ?? modifiedOn ?? sentOn;
  return time === undefined ? -Infinity : Date.parse(time);
}

export function isIncoming({ fields: { directionCode, statusCode } }: Entry<'emails'>): boolean {
  return directionCode === 'incoming' || statusCode === 'received';
}

/** The mailbox that the row names; "none": the sender has none; undefined: the row does not say. */
export function mailboxOfRow(
  { fields: { senderMailbox } }: Entry<'emails'>,
  records: Records,
): Entry<'mailboxes'> | 'none' | undefined {
  if (senderMailbox === null) return 'none';
  return senderMailbox === undefined
    ? undefined
    : resolveReference(records, ['mailboxes'], senderMailbox).found;
}

/** Outgoing rows by every name of a recipient, lower-cased. */
const indexOf = once((records: Records) => {
  const index = new Map<string, Entry<'emails'>[]>();
  for (const row of records.emails) {
    if (isIncoming(row)) continue;
    const { to, toRecipients, regarding } = row.fields;
    const names = [...recipientsIn(to ?? ''), ...recipientsIn(toRecipients ?? ''), regarding ?? ''];
    for (const name of new Set(names.map(nameKey))) {
      if (name !== '') gather(index, name, row);
    }
  }
  return index;
});

/**
 * Names and addresses of a list parted by semicolons or, as mail programs write it, by commas: of `Yamada Taro
 * <taro@example.com>` the address alone. A comma may also stand inside a name ("Yamada, Taro"), so that the whole counts too.
 */
function recipientsIn(list: string): string[] {
  const parts = list.replaceAll(/"[^"]*"(?=\s*<)/g, '').split(/[;；]/);
  const whole = parts.filter((part) => !part.includes('<'));
  const each = parts.flatMap((part) => part.split(/[,，、]/));
  return [...whole, ...each.map((one) => /<(?:mailto:)?([^<>]*)>/i.exec(one)?.[1] ?? one)];
}
