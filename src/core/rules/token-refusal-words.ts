// Knows the frame of the words for refused access tokens: what the refusal means and what to do, by its id and language.
// Which refusal it is: src/core/mail/token-refusals.ts. The words: token-refusal-words-en.ts and -ja.ts.

import type { TokenRefusalId } from '../mail/token-refusals.ts';
import type { FixStep, Language, Words } from './rule.ts';
import { lookAgain, lookLater, said } from './session-words.ts';
import type { TokenParams } from './token-hit.ts';
import { tokenRefusalWordsEn } from './token-refusal-words-en.ts';
import { tokenRefusalWordsJa } from './token-refusal-words-ja.ts';

export type TokenRefusalWords = {
  /** A sentence, after who refused what. */
  cause: string;
  steps(params: TokenParams): FixStep[];
};

export const tokenRefusalWords: Record<Language, Record<TokenRefusalId, TokenRefusalWords>> = {
  en: tokenRefusalWordsEn,
  ja: tokenRefusalWordsJa,
};

/** Message and steps of a rule about a refusal; title and reason are the rule's own. */
export function refusedTokenWords(language: Language): Pick<Words<TokenParams>, 'message' | 'fix'> {
  const words = tokenRefusalWords[language];
  return {
    message: (p) =>
      language === 'en'
        ? `${p.endpoint} gave no access token for ${p.mailbox}: ${words[p.refusal].cause}${said(p, 'en')}`
        : `${p.endpoint} は ${p.mailbox} のアクセス トークンを発行しませんでした。${words[p.refusal].cause}${said(p, 'ja')}`,
    fix: (p) => [
      ...words[p.refusal].steps(p),
      (p.refusal === 'later' || p.refusal === 'microsoft-later' ? lookLater : lookAgain)(p, language),
    ],
  };
}
