// Knows which permission of Microsoft Graph a token does not name. Pure; what follows from that is the rules' business:
// Exchange may have given it without the token's knowing (RBAC for Applications).

import type { Observation } from '../mail/evidence.ts';
import type { Direction } from '../mail/protocol.ts';

/** Undefined: the token names it, or cannot be read. */
export function lackingPermission(
  direction: Direction,
  { protocol, token }: Observation,
): string | undefined {
  if (protocol !== 'graph' || token === undefined) return undefined;
  const granted = [...(token.roles ?? []), ...(token.scopes ?? [])];
  const sought = direction === 'outgoing' ? /^Mail\.Send\b/i : /^Mail\.Read/i;
  if (granted.some((name) => sought.test(name))) return undefined;
  return direction === 'outgoing' ? 'Mail.Send' : 'Mail.ReadWrite';
}
