// Knows the questions that several rules ask of a server profile. Pure; may not decide a severity.

import type { Direction } from '../mail/protocol.ts';
import { directions } from '../mail/protocol.ts';
import type { EffectiveDirection } from '../records/profile-defaults.ts';
import type { Facts } from './facts.ts';
import type { Language } from './rule.ts';

export type ProfileFacts = Facts['profile'];

export function nameOf({ profile }: ProfileFacts): string {
  return profile.fields.name ?? profile.id;
}

/** Where Dataverse runs; a portal exists online only, but a record that does not say so is not proof. */
export function deploymentOf({ environment }: ProfileFacts): 'online' | 'on-premises' | undefined {
  return environment?.fields.deployment;
}

/** POP3/SMTP or IMAP/SMTP: hosts, ports and TLS are the profile's own. Not recorded is no. */
export function isMailServer({ effective }: ProfileFacts): boolean {
  return effective.serverType === 'pop3-smtp' || effective.serverType === 'imap-smtp';
}

export function sidesOf({ effective }: ProfileFacts): { direction: Direction; side: EffectiveDirection }[] {
  return directions.map((direction) => ({ direction, side: effective[direction] }));
}

/** Sides that are set by themselves: one finding is enough where the outgoing side follows the incoming one. */
export function credentialSidesOf(facts: ProfileFacts) {
  return sidesOf(facts).filter(({ direction, side }) => side.credentialsOf === direction);
}

export const directionWords: Record<Language, Record<Direction, string>> = {
  en: { incoming: 'incoming', outgoing: 'outgoing' },
  ja: { incoming: '受信', outgoing: '送信' },
};

export const serverTypeWords = {
  'exchange-server': 'Exchange Server',
  'pop3-smtp': 'POP3/SMTP',
  'exchange-hybrid': 'Exchange Server (Hybrid)',
  'exchange-online-hybrid': 'Exchange Online (Hybrid)',
  'imap-smtp': 'IMAP/SMTP',
  'exchange-online': 'Exchange Online',
} as const;

/** Hosts of Exchange Online, as a name or in an address. */
export function isExchangeOnline(location: string | undefined): boolean {
  const host =
    (location ?? '')
      .toLowerCase()
      .replace(/^https?:\/\//, '')
      .split(/[/:]/)[0] ?? '';
  return /(?:^|\.)office365\.com$/.test(host) || host === 'outlook.com' || host === 'outlook.office.com';
}

export function signsInWithPassword({
  credentialRetrieval,
  authenticationProtocol,
}: EffectiveDirection): boolean {
  return (
    (credentialRetrieval === 'user-or-queue' || credentialRetrieval === 'profile') &&
    authenticationProtocol !== 'oauth'
  );
}
