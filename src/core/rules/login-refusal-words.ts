// Knows the frame of the words for refused logins: what the refusal means and what to do, by its id and language.
// Which refusal it is: src/core/mail/login-refusals.ts. The words: login-refusal-words-en.ts and -ja.ts.

import type { LoginRefusalId } from '../mail/login-refusals.ts';
import { loginRefusalWordsEn } from './login-refusal-words-en.ts';
import { loginRefusalWordsJa } from './login-refusal-words-ja.ts';
import type { FixStep, Language } from './rule.ts';

/** What the words may need to name. */
export type RefusedLogin = {
  host: string;
  mailbox: string;
  profile: string;
  /** Who keeps the user name and the password. */
  credentialsIn: 'mailbox' | 'profile';
  /** Without records: the command that tries again. */
  again?: string;
};

export type LoginRefusalWords = {
  /** One sentence, after "the login was refused". */
  cause: string;
  steps(login: RefusedLogin): FixStep[];
};

/** "unknown": nobody's refusal in particular. "without-reason": a POP3 -ERR or IMAP NO without a response code. */
export type RefusalCase = LoginRefusalId | 'unknown' | 'without-reason';

export const loginRefusalWords: Record<Language, Record<RefusalCase, LoginRefusalWords>> = {
  en: loginRefusalWordsEn,
  ja: loginRefusalWordsJa,
};
