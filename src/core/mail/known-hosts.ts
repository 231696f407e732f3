// Knows the mail hosts of well-known providers, to recognise a misspelt one. Data and one look-up; may not be used to
// decide that a host is right or wrong.

import { distance, nearest } from '../records/suggest.ts';
import { isHttp, type LineProtocol, type Protocol } from './protocol.ts';

const knownHosts: Record<LineProtocol, readonly string[]> = {
  smtp: [
    'smtp.gmail.com',
    'smtp.office365.com',
    'smtp-mail.outlook.com',
    'smtp.mail.yahoo.com',
    'smtp.mail.yahoo.co.jp',
    'smtp.mail.me.com',
    'smtp.sendgrid.net',
    'smtp.zoho.com',
  ],
  pop3: [
    'pop.gmail.com',
    'outlook.office365.com',
    'pop-mail.outlook.com',
    'pop.mail.yahoo.com',
    'pop.mail.yahoo.co.jp',
    'pop.zoho.com',
  ],
  imap: [
    'imap.gmail.com',
    'outlook.office365.com',
    'imap-mail.outlook.com',
    'imap.mail.yahoo.com',
    'imap.mail.yahoo.co.jp',
    'imap.mail.me.com',
    'imap.zoho.com',
  ],
};

/** A name that somebody may have meant, of the same protocol: `pop.gmial.com` → `pop.gmail.com`. One slip in a short name, two in a long one. */
export function knownHostLike(host: string, protocol: Protocol): string | undefined {
  if (isHttp(protocol)) return undefined;
  const wanted = host.toLowerCase().replace(/\.$/, '');
  const found = nearest(wanted, knownHosts[protocol]);
  if (found === undefined) return undefined;
  const slips = distance(wanted, found);
  return slips >= 1 && slips <= (found.length < longName ? 1 : 2) ? found : undefined;
}

const longName = 18;

/** A provider's host for this protocol, where `host` is the same provider's host for another one. */
export function hostOfProtocol(host: string, protocol: LineProtocol): string | undefined {
  const wanted = host.toLowerCase().replace(/\.$/, '');
  if (!Object.values(knownHosts).some((hosts) => hosts.includes(wanted))) return undefined;
  const meant = wanted.replace(/^(?:smtp|pop|imap)(?=[.-])/, prefixes[protocol]);
  return meant !== wanted && knownHosts[protocol].includes(meant) ? meant : undefined;
}

const prefixes: Record<LineProtocol, string> = { smtp: 'smtp', pop3: 'pop', imap: 'imap' };

/** The provider that a host belongs to, by its name; undefined: none that is known. */
export function providerOf(host: string): string | undefined {
  const wanted = host.toLowerCase().replace(/\.$/, '');
  return providers.find(([suffix]) => wanted === suffix || wanted.endsWith(`.${suffix}`))?.[1];
}

const providers: readonly (readonly [suffix: string, name: string])[] = [
  ['gmail.com', 'Gmail'],
  ['googlemail.com', 'Gmail'],
  ['office365.com', 'Exchange Online'],
  ['mail.yahoo.com', 'Yahoo Mail'],
  ['mail.yahoo.co.jp', 'Yahoo! JAPAN'],
  ['mail.me.com', 'iCloud'],
  ['zoho.com', 'Zoho Mail'],
];
