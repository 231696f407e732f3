// Knows how a session asks the table what a token endpoint's no means: whose endpoint it is, and how the token was asked for.
// May not guess: a refusal that no row knows has none.

import type { Reply } from '../reply.ts';
import type { TokenAsked } from '../token.ts';
import { knownReply, replyRow } from './known-reply.ts';
import type { ReplyRow, ReplyVendor } from './row.ts';

const vendors: Record<TokenAsked['authority'], ReplyVendor> = {
  microsoft: 'exchange-online',
  google: 'gmail',
};

export function knownTokenRefusal(
  reply: Reply,
  /** Without a grant: a person signs in. */
  asked: (Pick<TokenAsked, 'authority'> & Partial<Pick<TokenAsked, 'grant'>>) | undefined,
): ReplyRow | undefined {
  // "Too many requests", and whatever goes wrong at the server itself (RFC 6585 §4, RFC 9110 §15.6).
  if (reply.code === '429' || /^5\d\d$/.test(reply.code)) return replyRow('token-endpoint-busy');
  const vendor = asked === undefined ? undefined : vendors[asked.authority];
  return knownReply({ step: 'token', vendor, grant: asked?.grant, reply });
}
