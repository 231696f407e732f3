// Knows whose mail server it is, by its host name, its greeting or EHLO name, and the names of its certificate.
// Pure text in, one name out. May not guess: a name that could be anybody's is nobody's.

import type { Observation } from '../evidence.ts';
import type { ReplyVendor } from './row.ts';

type Seen = {
  host?: string | undefined;
  greeting?: string | undefined;
  certificateNames?: readonly string[] | undefined;
};

/** The host that was dialled is certain; what the server says of itself comes next, its certificate last. */
export function vendorOf({ host, greeting = '', certificateNames = [] }: Seen): ReplyVendor | undefined {
  return (
    vendorOfHost(host ?? '') ??
    vendorOfHost(nameIn(greeting)) ??
    software.find(([words]) => words.test(greeting))?.[1] ??
    firstKnown(certificateNames)
  );
}

export function vendorSeen({ host, greeting, certificate }: Observation): ReplyVendor | undefined {
  return vendorOf({ host, greeting, certificateNames: certificate?.names });
}

function firstKnown(names: readonly string[]): ReplyVendor | undefined {
  for (const name of names.slice(0, 50)) {
    const vendor = vendorOfHost(name.replace(/^\*\./, ''));
    if (vendor !== undefined) return vendor;
  }
  return undefined;
}

function vendorOfHost(host: string): ReplyVendor | undefined {
  const wanted = host.toLowerCase().replace(/\.$/, '');
  return hosts.find(([suffix]) => wanted === suffix || wanted.endsWith(`.${suffix}`))?.[1];
}

/** The first host name in a greeting: "220 smtp.gmail.com ESMTP …" (RFC 5321 §4.2). */
function nameIn(greeting: string): string {
  return (
    /(?:^|[\s<@])((?:[a-z\d-]{1,63}\.){1,8}[a-z]{2,24})(?=[\s>]|$)/i.exec(greeting.slice(0, 512))?.[1] ?? ''
  );
}

/** Consumer mailboxes of Microsoft have hosts of their own; outlook.office365.com serves both. */
const hosts: readonly (readonly [suffix: string, vendor: ReplyVendor])[] = [
  ['smtp-mail.outlook.com', 'outlook-com'],
  ['imap-mail.outlook.com', 'outlook-com'],
  ['pop-mail.outlook.com', 'outlook-com'],
  ['olc.protection.outlook.com', 'outlook-com'],
  ['hotmail.com', 'outlook-com'],
  ['live.com', 'outlook-com'],
  ['office365.com', 'exchange-online'],
  ['office365.us', 'exchange-online'],
  ['outlook.com', 'exchange-online'],
  ['outlook.cn', 'exchange-online'],
  ['gmail.com', 'gmail'],
  ['googlemail.com', 'gmail'],
  ['google.com', 'gmail'],
  ['yahoo.com', 'yahoo'],
  ['yahoo.co.jp', 'yahoo'],
  ['yahoodns.net', 'yahoo'],
  ['aol.com', 'yahoo'],
  ['mail.me.com', 'icloud'],
  ['mail.icloud.com', 'icloud'],
  ['icloud.com', 'icloud'],
  ['gmx.net', 'gmx'],
  ['gmx.com', 'gmx'],
  ['gmx.de', 'gmx'],
  ['gmx.at', 'gmx'],
  ['gmx.ch', 'gmx'],
  ['web.de', 'gmx'],
];

const software: readonly (readonly [words: RegExp, vendor: ReplyVendor])[] = [
  [/\bgsmtp\b|\bGimap\b|\bGpop\b/, 'gmail'],
  [/Microsoft ESMTP MAIL Service|Microsoft Exchange (?:POP3|IMAP4?)\w* service/i, 'exchange-server'],
  [/\bPostfix\b/i, 'postfix'],
  [/\bDovecot\b/i, 'dovecot'],
  [/\bExim\b/i, 'exim'],
  [/\bSendmail\b/i, 'sendmail'],
  [/\bCourier\b/i, 'courier'],
  [/\bCyrus\b/i, 'cyrus'],
];
