// Knows the path of one message through the records: who waits, what sends, as whom, from which mailbox and profile.
// Resolves, never judges: "not recorded" is a value that the rules read.

import type { Kind } from '../records/column.ts';
import type { Entry, Records } from '../records/records.ts';
import type { Where } from '../records/where.ts';
import { contactsWithAddress } from './contacts-by-address.ts';
import { findProcess } from './find-process.ts';
import { found } from './found.ts';
import type { Message } from './message.ts';
import { resolveSender } from './sender.ts';
import type { Hop, SenderChain } from './sender-chain.ts';
import { mailboxOf, profileOf } from './sender-mailbox.ts';
import { siteSettings } from './site-settings.ts';
import type { SiteSettings } from './site-settings.ts';
import { stepsOfProcess } from './steps-of-process.ts';
import type { ChildStart, StepPlace } from './steps-of-process.ts';

/** A record on the path, or why there is none. "not-recorded": the record may exist, our files do not have it. */
export type Found<K extends Kind> =
  | { found: Entry<K> }
  | {
      found?: undefined;
      missing: 'not-given' | 'not-recorded' | 'none' | 'several';
      reference?: string;
      where?: Where;
    };

/** A Send E-mail step, and as whom, from which mailbox and with which profile it sends. */
export type SendStep = StepPlace & Pick<DeliveryPath, 'sender' | 'mailbox' | 'profile'>;

export type DeliveryPath = {
  message: Message;
  environment: Entry<'environment'> | undefined;
  site: Found<'sites'>;
  settings: SiteSettings;
  contact: Found<'contacts'>;
  /** The process of the message; on the path of one step (`pathsOfSteps`) the one that the step is written in. */
  process: Found<'processes'>;
  /** Every Send E-mail step that sends and can run, in order: of the process, and of the child processes that it starts. */
  steps: SendStep[];
  children: ChildStart[];
  /** The step that is looked at: the first, or the one of `pathsOfSteps`. Sender, mailbox and profile are this step's. */
  step: StepPlace | undefined;
  sender: SenderChain;
  /** Mailbox of the sender. "none": the record says that there is none. */
  mailbox: Found<'mailboxes'>;
  profile: Found<'profiles'>;
  records: Records;
};

export { pathsToCheck } from './paths-to-check.ts';

/** Follows one message through the records. Never fails: what is missing is said in its place. */
export function resolve(records: Records, message: Message, options: { site?: string } = {}): DeliveryPath {
  const site = siteOf(records, options.site);
  const contact = contactOf(records, message);
  const process = findProcess(records, message);
  const follow = (step: StepPlace | undefined) => follows(records, process, step, contact, site);
  const { steps: places, children } = stepsOfProcess(records, process.found);
  const steps = places.map((step) => ({ ...step, ...follow(step) }));
  const [first] = steps;
  const { sender, mailbox, profile } = first ?? follow(undefined);
  return {
    message,
    environment: records.environment,
    site,
    settings: siteSettings(records, site.found),
    contact,
    process,
    steps,
    children,
    step: first,
    sender,
    mailbox,
    profile,
    records,
  };
}

/** The path through each Send E-mail step; a process without one has a single path, which ends there. */
export function pathsOfSteps(path: DeliveryPath): DeliveryPath[] {
  return path.steps.length === 0 ? [path] : path.steps.map((step) => atStep(path, step));
}

function atStep(path: DeliveryPath, step: SendStep): DeliveryPath {
  const { process, sender, mailbox, profile } = step;
  return { ...path, process: { found: process }, step, sender, mailbox, profile };
}

/** As whom a step sends, and from where. */
function follows(
  records: Records,
  process: Found<'processes'>,
  step: StepPlace | undefined,
  contact: Found<'contacts'>,
  site: Found<'sites'>,
): Pick<DeliveryPath, 'sender' | 'mailbox' | 'profile'> {
  const sender = resolveSender(records, process, step, contact, site);
  const mailbox = mailboxOf(records, sender.end);
  return {
    sender: { ...sender, hops: [...sender.hops, ...lastHop(sender, mailbox)] },
    mailbox,
    profile: profileOf(records, mailbox),
  };
}

/** The only site, or the one that was named; of several unnamed ones none is guessed. */
function siteOf(records: Records, name: string | undefined): Found<'sites'> {
  if (name !== undefined) return found(records, ['sites'], name);
  const [only, ...others] = records.sites;
  if (only === undefined) return { missing: 'not-recorded' };
  return others.length === 0 ? { found: only } : { missing: 'several' };
}

/** Where an address fits several contacts and one of them is active, it is that one: the portal looks at no other. */
function contactOf(records: Records, { to }: Message): Found<'contacts'> {
  if (to === undefined) return { missing: 'not-given' };
  const named = found(records, ['contacts'], to);
  if (named.found !== undefined || named.missing !== 'several') return named;
  const [only, ...others] = contactsWithAddress(records, to);
  return only !== undefined && others.length === 0 ? { found: only } : named;
}

function lastHop(sender: SenderChain, mailbox: Found<'mailboxes'>): Hop[] {
  if (mailbox.found !== undefined)
    return [
      {
        hop: 'mailbox',
        address: mailbox.found.fields.emailAddress ?? mailbox.found.id,
        where: mailbox.found.where(),
      },
    ];
  if (!['system', 'portal-identity', 'user', 'queue'].includes(sender.end.kind)) return [];
  const because = mailbox.missing === 'none' ? 'no-mailbox' : 'mailbox-not-recorded';
  return [{ hop: 'nothing', because, ...(mailbox.where === undefined ? {} : { where: mailbox.where }) }];
}
