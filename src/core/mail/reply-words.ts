// Knows how a server's reply is quoted: one line, code and enhanced status first, its own words after. Raw otherwise;
// whoever shows it makes it printable.

import type { Reply } from './evidence.ts';

const longest = 400;

/** "535 5.7.8 Error: authentication failed", "-ERR [AUTH] Authentication failed." */
export function replyWords({ code, enhanced, text }: Reply): string {
  // POP3 and IMAP keep the response code in the text, in brackets; SMTP's enhanced status was taken out of it.
  const status = enhanced !== undefined && /^\d\.\d/.test(enhanced) ? `${enhanced} ` : '';
  const words = `${code} ${status}${text.replace(/\s*[\r\n]+\s*/g, ' ')}`.trim();
  return words.length > longest ? `${words.slice(0, longest)}…` : words;
}
