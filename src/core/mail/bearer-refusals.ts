// Knows what a mail server's "no" to an access token means: by the challenge that came before it, by the row of
// the table of server replies that it is, and by whose server it is. One look-up; the words for people are in src/core/rules/bearer-refusal-words.ts.
// May not guess: what nobody in particular says has the entry "unknown".

import type { Observation } from './evidence.ts';
import type { Reply } from './reply.ts';
import type { FaultClass } from './fault-class.ts';
import { providerOf } from './known-hosts.ts';
import { knownReply } from './server-replies/known-reply.ts';

export const bearerRefusalIds = [
  'exchange-smtp-auth-off',
  'exchange-not-connected',
  'scope',
  'exchange',
  'gmail',
  'request',
  'unknown',
] as const;
export type BearerRefusalId = (typeof bearerRefusalIds)[number];

type BearerRefusal = { id: BearerRefusalId; class: FaultClass };

/** These rows mean the same whether a password or a token was sent; others, like "wrong password", do not. */
const byRow: Readonly<Record<string, BearerRefusalId>> = {
  'exchange-smtp-auth-off-tenant': 'exchange-smtp-auth-off',
  'exchange-smtp-auth-off-mailbox': 'exchange-smtp-auth-off',
  'exchange-not-connected': 'exchange-not-connected',
};

export function bearerRefusalOf(reply: Reply, host: string): BearerRefusal {
  const row = knownReply({ host, step: 'login', reply });
  const known = row === undefined ? undefined : byRow[row.id];
  if (row !== undefined && known !== undefined) return { id: known, class: row.class };
  const status = reply.challenge?.status.toLowerCase() ?? '';
  const provider = providerOf(host);
  // RFC 7628 §3.2.2: the token itself is good, and is not for this.
  if (status === 'insufficient_scope' || status === '403') return { id: 'scope', class: 'configuration' };
  if (provider === 'Exchange Online') return { id: 'exchange', class: 'credential' };
  // Google gives 400 and 401 for the same things: another user's token, another scope, one that was withdrawn.
  if (provider === 'Gmail') return { id: 'gmail', class: 'credential' };
  if (status === 'invalid_request' || status === '400') return { id: 'request', class: 'configuration' };
  return { id: 'unknown', class: 'credential' };
}

/** The login was tried with an access token and not with a password (RFC 7628, XOAUTH2). */
export function usedToken({ mechanismUsed }: Observation): boolean {
  return mechanismUsed === 'XOAUTH2' || mechanismUsed === 'OAUTHBEARER';
}
