// Knows how a server's reply is quoted: one line, code and enhanced status first, its own words after. Raw otherwise;
// whoever shows it makes it printable.

import type { BearerChallenge, Reply } from './reply.ts';

const longest = 400;

/**
 * "535 5.7.8 Error: authentication failed", "-ERR [AUTH] Authentication failed.", and for a refused access token
 * "535 5.7.8 … {status: invalid_token, scope: mail}".
 */
export function replyWords({ code, enhanced, text, challenge }: Reply): string {
  const isInText =
    enhanced !== undefined && text.includes(enhanced.startsWith('AADSTS') ? enhanced : `[${enhanced}`);
  const status = enhanced === undefined || isInText ? '' : `${bracketed(enhanced)} `;
  const words = cut(`${code} ${status}${text.replace(/\s*[\r\n]+\s*/g, ' ')}`.trim());
  return challenge === undefined ? words : `${words} ${challengeWords(challenge)}`;
}

function challengeWords({ status, scope, schemes }: BearerChallenge): string {
  const fields = Object.entries({ status, scope, schemes }).filter(([, value]) => value !== undefined);
  return `{${fields.map(([name, value]) => `${name}: ${value}`).join(', ')}}`;
}

function cut(words: string): string {
  return words.length > longest ? `${words.slice(0, longest)}…` : words;
}

/** SMTP writes its enhanced status bare (RFC 2034), POP3 and IMAP their response code in brackets (RFC 2449, RFC 5530). */
function bracketed(enhanced: string): string {
  return /^\d\.\d/.test(enhanced) ? enhanced : `[${enhanced}]`;
}
