// Knows which messages show every distinct sender that the records can lead to, each once. Pure; one pass over the contacts
// for each attribute that some From reads, so its work grows linearly with the records.

import type { Entry, Records } from '../records/records.ts';
import { findProcess, isDefinition, isInvitation, kindOf } from './find-process.ts';
import { invitedByDifferent } from './invitation.ts';
import type { Message } from './message.ts';
import { attributeOf } from './sender.ts';
import { stepsOfProcess } from './steps-of-process.ts';

/** A message, and the site to resolve it for where there are several: `resolve(records, each, each)`. */
export type PathToCheck = Message & { site?: string };

/**
 * Every process that sends mail × one contact for each distinct owner (or creator …, whatever its From reads) × each site
 * where the portal's own identity acts. The contact is an example: only the stages process and sender, and what follows
 * from the sender, say something about the records as a whole.
 */
export function pathsToCheck(records: Records): PathToCheck[] {
  const representatives = new Map<string, Entry<'contacts'>[]>();
  return records.processes.filter(isDefinition).flatMap((process) => {
    const kind = kindOf(process);
    const isTheOne = kind !== undefined && findProcess(records, { kind }).found === process;
    // A process that is switched off sends nothing and nobody misses it, unless the portal itself calls it.
    if (!isTheOne && (!hasSteps(process) || (process.fields.state ?? 'activated') !== 'activated')) return [];
    const message: Message = isTheOne ? { kind } : { kind: 'workflow', process: process.id };
    const examples = exampleContacts(records, process, representatives);
    const messages = examples.length === 0 ? [message] : examples.map(({ id }) => ({ ...message, to: id }));
    const sites = isTheOne && records.sites.length > 1 ? records.sites : [undefined];
    return sites.flatMap((site) =>
      messages.map((each) => (site === undefined ? each : { ...each, site: site.id })),
    );
  });
}

function hasSteps({ fields }: Entry<'processes'>): boolean {
  return (fields.sendEmailSteps ?? []).length > 0 || (fields.childProcesses ?? []).length > 0;
}

/** One contact for each distinct sender that a From of the process leads to; one of all where no From reads the contact. */
function exampleContacts(
  records: Records,
  process: Entry<'processes'>,
  representatives: Map<string, Entry<'contacts'>[]>,
): Entry<'contacts'>[] {
  const attributes = attributesRead(records, process);
  if (attributes.length === 0) return representativesBy(records, 'owner', representatives).slice(0, 1);
  // What its From reads stands on the invitation.
  const invited = isInvitation(process) ? invitedByDifferent(records) : [];
  if (invited.length > 0) return invited;
  return [...new Set(attributes.flatMap((each) => representativesBy(records, each, representatives)))];
}

/** The contact's attributes that the Froms of a process read, each once. */
function attributesRead(records: Records, process: Entry<'processes'>): Attribute[] {
  const attributes = stepsOfProcess(records, process).steps.map(({ step }) => attributeOf(step.from));
  return [...new Set(attributes.filter((attribute) => attribute !== undefined))];
}

/** For a process whose From is read from the contact: one contact for each distinct sender. Empty for any other process. */
export function contactsThatDiffer(records: Records, process: Entry<'processes'>): Entry<'contacts'>[] {
  return attributesRead(records, process).length === 0 ? [] : exampleContacts(records, process, new Map());
}

type Attribute = NonNullable<ReturnType<typeof attributeOf>>;

function representativesBy(
  records: Records,
  attribute: Attribute,
  known: Map<string, Entry<'contacts'>[]>,
): Entry<'contacts'>[] {
  const before = known.get(attribute);
  if (before !== undefined) return before;
  const first = new Map<string, Entry<'contacts'>>();
  for (const contact of records.contacts) {
    const { owner, [attribute]: value } = contact.fields;
    // An owning user that is not written follows from the owner.
    const key = JSON.stringify(
      attribute === 'owningUser' && value === undefined ? [owner] : [value, true],
    ).toLowerCase();
    if (!first.has(key)) first.set(key, contact);
  }
  const representatives = [...first.values()];
  known.set(attribute, representatives);
  return representatives;
}
