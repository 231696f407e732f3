// Knows the questions that several rules ask of a server profile. Pure; may not decide a severity.

import type { Direction } from '../mail/protocol.ts';
import { directions } from '../mail/protocol.ts';
import type { EffectiveDirection } from '../records/profile-defaults.ts';
import type { Where } from '../records/where.ts';
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

/** Where the location of a direction is written: its own field, or the one for both. */
export function placeOfLocation({ profile }: ProfileFacts, direction: Direction): Where {
  const own = profile.fields[`${direction}ServerLocation`] !== undefined;
  return profile.where([own ? `${direction}ServerLocation` : 'defaultServerLocation']);
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

/** The host of a location: a host name alone, or an address with a scheme and a path. */
export function hostOf(location: string | undefined): string {
  const host = (location ?? '')
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .split(/[/:]/)[0];
  return (host ?? '').replace(/\.$/, '');
}

/** Outlook.com, MSN, Hotmail and Windows Live Mail: for consumers, not FIPS 140-2 compliant. */
export function isConsumerOutlook(location: string | undefined): boolean {
  return /(?:^|\.)(?:live|hotmail|msn)\.com$|^(?:pop|imap|smtp)-mail\.outlook\.com$/.test(hostOf(location));
}

/** Hosts of Exchange Online, as a name or in an address. */
export function isExchangeOnline(location: string | undefined): boolean {
  return (
    /(?:^|\.)(?:office365\.com|outlook\.com|outlook\.office\.com)$/.test(hostOf(location)) &&
    !isConsumerOutlook(location)
  );
}

export function isGmail(location: string | undefined): boolean {
  return /(?:^|\.)(?:gmail|googlemail)\.com$/.test(hostOf(location));
}

/** An address of Exchange Web Services, whatever the server. */
export function isExchangeAddress(location: string | undefined): boolean {
  return /\/ews\/|exchange\.asmx/i.test(location ?? '');
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

/** A name by which providers call a mail server, and nobody an Exchange server. */
export function isMailServerHost(location: string | undefined): boolean {
  return /^(?:smtp|pop3?|imap)[.-]/.test(hostOf(location));
}
