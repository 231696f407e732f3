// Knows how the rules about access tokens write their examples: what a token endpoint refused. Data only.

import type { TokenAsked } from '../mail/token.ts';
import { tokenThat, type Example } from './example.ts';

/** A mailbox's own sign-in at Google. */
export const google = {
  authority: 'google',
  grant: 'refresh-token',
  url: 'https://oauth2.googleapis.com/token',
} as const;

export function refused(
  code: string,
  enhanced: string | undefined,
  text: string,
  asked: Partial<TokenAsked> = {},
): Example {
  const reply = enhanced === undefined ? { code, text } : { code, enhanced, text };
  return { session: tokenThat({ outcome: 'refused', reply }, asked) };
}
