// Knows which refusals of the table of server replies say that a login may not send from an address, who grants it there, and
// what the server calls the login. May not choose words.

import { knownReply, type SeenReply } from './server-replies/known-reply.ts';

export type SendAsRefusal = {
  /** Who grants what differs with the server. "provider": the address has to be confirmed at a sending service first. */
  kind: 'exchange' | 'postfix' | 'provider' | 'other';
  /** The login's own address or name, where the server says it. */
  login?: string;
};

const kinds: Readonly<Record<string, SendAsRefusal['kind']>> = {
  'exchange-may-not-send-as': 'exchange',
  'exchange-send-as-status': 'exchange',
  'exchange-send-as-denied': 'exchange',
  'postfix-not-owner': 'postfix',
  'sender-not-verified': 'provider',
};

/** Undefined: the refusal is about something else, or does not say. */
export function sendAsRefusalOf(seen: SeenReply): SendAsRefusal | undefined {
  const row = knownReply(seen);
  if (row?.problem !== 'send-as-refused') return undefined;
  const login = loginNamed(seen.reply.text);
  return { kind: kinds[row.id] ?? 'other', ...(login === undefined ? {} : { login }) };
}

/** A name or address, in or without quotation marks; group 1. */
const somebody = String.raw`["'<]?([^\s"'<>;,]{1,254})["'>]?`;
const naming = new RegExp(
  String.raw`(?:SendAsDenied;\s*${somebody} not allowed to send as|not owned by user ${somebody})`,
  'i',
);

/** Exchange Online, after the message: "SendAsDenied; a@… not allowed to send as b@…". Postfix: "not owned by user a". */
function loginNamed(text: string): string | undefined {
  const [, byExchange, byPostfix] = naming.exec(text.replace(/\s+/g, ' ').slice(0, 2_000)) ?? [];
  return byExchange ?? byPostfix;
}
