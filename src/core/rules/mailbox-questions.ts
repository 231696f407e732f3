// Knows the questions that several rules ask of a mailbox and its profile. Pure; may not decide a severity.

import type { Direction } from '../mail/protocol.ts';
import { directions } from '../mail/protocol.ts';
import type { MailboxFacts } from './facts.ts';

/** How people know the mailbox: its address, else its name, else its id. */
export function nameOf({ mailbox }: Pick<MailboxFacts, 'mailbox'>): string {
  return mailbox.fields.emailAddress ?? mailbox.fields.name ?? mailbox.id;
}

export function nameOfProfile({ profile }: Pick<MailboxFacts, 'profile'>): string | undefined {
  return profile === undefined ? undefined : (profile.fields.name ?? profile.id);
}

/** Whether server-side synchronization serves this direction. Not recorded is no. */
export function isSynchronized({ mailbox }: MailboxFacts, direction: Direction): boolean {
  return mailbox.fields[`${direction}EmailDeliveryMethod`] === 'server-side-synchronization';
}

/** Both methods are recorded and neither is server-side synchronization: this mailbox takes no part in it. */
export function isLeftOut(facts: MailboxFacts): boolean {
  const { incomingEmailDeliveryMethod, outgoingEmailDeliveryMethod } = facts.mailbox.fields;
  return (
    incomingEmailDeliveryMethod !== undefined &&
    outgoingEmailDeliveryMethod !== undefined &&
    directions.every((direction) => !isSynchronized(facts, direction))
  );
}

/**
 * "Process emails only for approved users / queues", both on by default. Where the owner is not recorded, approval is
 * needed unless both are off.
 */
export function needsApproval({ owner, environment }: MailboxFacts): boolean {
  const users = environment?.fields.requireApprovalForUserEmail ?? true;
  const queues = environment?.fields.requireApprovalForQueueEmail ?? true;
  if (owner === undefined) return users || queues;
  return owner.kind === 'users' ? users : queues;
}

/** The tenant's own Exchange Online profile: its type, or its way to authenticate (the type's integer differs online). */
export function isExchangeOnline({ effective }: MailboxFacts): boolean {
  return (
    effective?.serverType === 'exchange-online' ||
    (effective?.exchange === true && effective.outgoing.credentialRetrieval === 'server-to-server')
  );
}

/** The platform says that this mailbox sends: tested with success and switched on. */
export function isKnownToSend({ mailbox }: MailboxFacts): boolean {
  const { outgoingEmailStatus, enabledForOutgoingEmail } = mailbox.fields;
  return outgoingEmailStatus === 'success' && enabledForOutgoingEmail === true;
}
