// Knows how a server's reply is quoted: one line, code and enhanced status first, its own words after. Raw otherwise;
// whoever shows it makes it printable.

import type { Reply } from './evidence.ts';

const longest = 400;

/** "535 5.7.8 Error: authentication failed", "-ERR [AUTH] Authentication failed." */
export function replyWords({ code, enhanced, text }: Reply): string {
  const status = enhanced === undefined || text.includes(`[${enhanced}`) ? '' : `${bracketed(enhanced)} `;
  const words = `${code} ${status}${text.replace(/\s*[\r\n]+\s*/g, ' ')}`.trim();
  return words.length > longest ? `${words.slice(0, longest)}…` : words;
}

/** SMTP writes its enhanced status bare (RFC 2034), POP3 and IMAP their response code in brackets (RFC 2449, RFC 5530). */
function bracketed(enhanced: string): string {
  return /^\d\.\d/.test(enhanced) ? enhanced : `[${enhanced}]`;
}
