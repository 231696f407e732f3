// Knows the words with which servers say that a login may not send from an address: at MAIL FROM, at the first RCPT TO
// (Postfix judges the sender only then, smtpd_delay_reject) or after the message. Patterns; may not choose words.

import type { Reply } from './evidence.ts';

export type SendAsRefusal = {
  /** Who grants what differs with the server. "provider": the address has to be confirmed at a sending service first. */
  kind: 'exchange' | 'postfix' | 'provider' | 'other';
  /** The login's own address or name, where the server says it. */
  login?: string;
};

type Pattern = { kind: SendAsRefusal['kind']; words: RegExp };

/** A name or address, in or without quotation marks; group 1. */
const somebody = String.raw`["'<]?([^\s"'<>;,]{1,254})["'>]?`;

const patterns: readonly Pattern[] = [
  // Exchange Online, after the message: 554 5.2.252 SendAsDenied; a@… not allowed to send as b@…
  {
    kind: 'exchange',
    words: new RegExp(String.raw`SendAsDenied;\s*${somebody} not allowed to send as`, 'i'),
  },
  { kind: 'exchange', words: /SendAsDenied/i },
  // Exchange Server and Exchange Online: 550 5.7.60 (older: 5.7.1)
  { kind: 'exchange', words: /client does not have permissions? to send (?:as|on behalf of) this sender/i },
  // Postfix, reject_sender_login_mismatch
  {
    kind: 'postfix',
    words: new RegExp(String.raw`sender address rejected: not owned by user ${somebody}`, 'i'),
  },
  // Amazon SES, SendGrid
  {
    kind: 'provider',
    words: /(?:email address|identity|from address) (?:is |does )?not (?:been )?verified/i,
  },
  { kind: 'provider', words: /does not match a verified sender identity/i },
  // iCloud, QQ, 163 and others
  { kind: 'other', words: /from address is not one of your addresses/i },
  { kind: 'other', words: /mail from (?:address )?must (?:be (?:the )?same as|equal) (?:the )?authori[sz]/i },
  { kind: 'other', words: /sender address is not allowed/i },
  { kind: 'other', words: /not (?:allowed|authori[sz]ed|permitted) to send (?:as|from)/i },
];

/** Undefined: the refusal is about something else, or does not say. */
export function sendAsRefusalOf({ enhanced, text }: Reply): SendAsRefusal | undefined {
  const line = text.replace(/\s+/g, ' ').slice(0, 2_000);
  for (const { kind, words } of patterns) {
    const found = words.exec(line);
    if (found !== null) return found[1] === undefined ? { kind } : { kind, login: found[1] };
  }
  // Exchange's status alone says it too: https://learn.microsoft.com/exchange/mail-flow-best-practices/non-delivery-reports-in-exchange-online/non-delivery-reports-in-exchange-online
  return enhanced === '5.7.60' || enhanced === '5.2.252' ? { kind: 'exchange' } : undefined;
}
