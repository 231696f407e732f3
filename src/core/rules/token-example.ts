// Knows how the rules about access tokens write their examples: what a token endpoint refused. Data only.

import type { TokenAsked } from '../mail/evidence.ts';
import { tokenThat, type Example } from './example.ts';

export function refused(
  code: string,
  enhanced: string | undefined,
  text: string,
  asked: Partial<TokenAsked> = {},
): Example {
  const reply = enhanced === undefined ? { code, text } : { code, enhanced, text };
  return { session: tokenThat({ outcome: 'refused', reply }, asked) };
}
