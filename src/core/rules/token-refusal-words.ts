// Knows how a rule says that a token endpoint refused: who refused what, and what the table of server replies knows of it.
// Words only.

import type { TokenAsked } from '../mail/token.ts';
import { knownCause, knownSteps, type ReplyPlace } from './known-reply-words.ts';
import type { Language, Words } from './rule.ts';
import { lookAgain, lookLater } from './session-fix.ts';
import { saidAlone } from './session-words.ts';
import type { TokenParams } from './token-hit.ts';

/** Message and steps of a rule about a refusal that the table knows; title and reason are the rule's own. */
export function refusedTokenWords(language: Language): Pick<Words<TokenParams>, 'message' | 'fix'> {
  return {
    message: (p) => refusedToken(p, knownCause({ ...p, ...placeOf(p) }, language), language),
    fix: (p) => [
      ...(knownSteps({ ...p, ...placeOf(p) }, language) ?? []),
      (p.known?.class === 'transient' ? lookLater : lookAgain)(p, language),
    ],
  };
}

export function refusedToken(p: TokenParams, cause: string, language: Language): string {
  return language === 'en'
    ? `${p.endpoint} gave no access token for ${p.mailbox}. ${cause}${saidAlone(p, 'en')}`
    : `${p.endpoint} は ${p.mailbox} のアクセス トークンを発行しませんでした。${cause}${saidAlone(p, 'ja')}`;
}

function placeOf({
  grant,
  expected: { clientId, roles, scopes },
}: TokenParams): Pick<ReplyPlace, 'application' | 'permissions'> & { grant: TokenAsked['grant'] } {
  return {
    grant,
    ...(clientId === undefined ? {} : { application: clientId }),
    permissions: roles.length > 0 ? roles : scopes,
  };
}
