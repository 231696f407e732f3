// Knows the questions that several rules ask of a mailbox and its profile. Pure; may not decide a severity.

import type { Direction } from '../mail/protocol.ts';
import { directions } from '../mail/protocol.ts';
import type { Where } from '../records/where.ts';
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
export function isKnownToSend({ mailbox }: Pick<MailboxFacts, 'mailbox'>): boolean {
  const { outgoingEmailStatus, enabledForOutgoingEmail } = mailbox.fields;
  return outgoingEmailStatus === 'success' && enabledForOutgoingEmail === true;
}

type Approval = NonNullable<MailboxFacts['mailbox']['fields']['emailRouterAccessApproval']>;

/** The approval, and where it is written: user and queue have the same column, which the platform keeps alike. */
export function approvalOf({ mailbox, owner }: MailboxFacts): {
  approval: Approval | undefined;
  where: Where;
} {
  const key = 'emailRouterAccessApproval';
  const written = mailbox.fields[key] === undefined && owner?.fields[key] !== undefined ? owner : mailbox;
  return { approval: written.fields[key], where: written.where([key]) };
}

/** Whether a tenant administrator approved the address of an Exchange Online mailbox; a queue has the same column. */
export function isApprovedByTenant({ mailbox, owner }: MailboxFacts): boolean | undefined {
  const key = 'isEmailAddressApprovedByO365Admin';
  return mailbox.fields[key] ?? (owner?.kind === 'queues' ? owner.fields[key] : undefined);
}

/** When a scheduled test may run, where that is still to come. */
export function testPostponedUntil({ mailbox, now }: MailboxFacts): string | undefined {
  const { testEmailConfigurationScheduled, postponeTestEmailConfigurationUntil: until } = mailbox.fields;
  if (testEmailConfigurationScheduled !== true || until === undefined) return undefined;
  return Date.parse(until) > now.getTime() ? until : undefined;
}

/** Gmail with OAuth in this direction: no password, but tokens that the mailbox's user granted ("Sign in to Gmail"). */
export function usesGmailOauth({ effective }: MailboxFacts): boolean {
  return effective?.outgoing.credentialRetrieval === 'gmail-oauth';
}
