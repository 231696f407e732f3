// Knows how an SMTP reply is read: its lines, its code, its enhanced status, and what EHLO and DATA replies tell.
// RFC 5321 §4.2, RFC 3463 with RFC 2034, RFC 4954 §3. Pure text; may not judge what a code means.

import type { Reply } from './reply.ts';

const replyLine = /^([2-5]\d\d)(?:([ -])(.*))?$/s;

/** A reply is whole when a line has no hyphen after its code; a line that is no reply line ends it as well. */
export function isSmtpReplyWhole(lines: readonly string[]): boolean {
  const last = lines.at(-1);
  return last !== undefined && replyLine.exec(last)?.[2] !== '-';
}

/** Undefined: this is not an SMTP reply (no code, or codes that differ from line to line, RFC 5321 §4.2.1). */
export function parseSmtpReply(lines: readonly string[]): Reply | undefined {
  const parts = lines.map((line) => replyLine.exec(line));
  const code = parts[0]?.[1];
  if (code === undefined || parts.some((part) => part?.[1] !== code)) return undefined;
  const texts = parts.map((part) => part?.[3] ?? '');
  const enhanced = enhancedStatus(code, texts[0] ?? '');
  // RFC 2034 §4: the status is repeated on each line; say it once.
  const text = texts
    .map((line) =>
      enhanced !== undefined && line.startsWith(enhanced) ? line.slice(enhanced.length).trimStart() : line,
    )
    .join('\n');
  return enhanced === undefined ? { code, text } : { code, enhanced, text };
}

/** RFC 3463 §2: class.subject.detail; the class agrees with the code's first digit, else it is ordinary text. */
function enhancedStatus(code: string, text: string): string | undefined {
  const status = /^([245]\.\d{1,3}\.\d{1,3})(?=\s|$)/.exec(text)?.[1];
  return status?.charAt(0) === code.charAt(0) ? status : undefined;
}

/** EHLO's keywords with their parameters, the greeting line left out (RFC 5321 §4.1.1.1). */
export function smtpCapabilities(reply: Reply): string[] {
  return reply.text
    .split('\n')
    .slice(1)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

export function hasSmtpCapability(capabilities: readonly string[], keyword: string): boolean {
  return capabilities.some((line) => line.split(/[ =]/, 1)[0]?.toUpperCase() === keyword);
}

/** "AUTH PLAIN LOGIN"; old Exchange also writes "AUTH=LOGIN". */
export function smtpMechanisms(capabilities: readonly string[]): string[] {
  const offered = capabilities.flatMap((line) => {
    const [keyword, ...mechanisms] = line.toUpperCase().split(/[ =]+/);
    return keyword === 'AUTH' ? mechanisms.filter((mechanism) => mechanism !== '') : [];
  });
  return [...new Set(offered)];
}

/** The id under which the server's own log knows the message, from the reply to its end. Formats as servers write them. */
export function queueIdOf(reply: Reply): string | undefined {
  const text = reply.text.replaceAll('\n', ' ');
  for (const form of queueIdForms) {
    const id = form.exec(text)?.[1];
    if (id !== undefined) return id;
  }
  return undefined;
}

const queueIdForms: readonly RegExp[] = [
  /\bqueued as ([\w.@-]*\w)/i, // Postfix, and many that imitate it
  /\bInternalId=(\w+)/i, // Exchange, Exchange Online
  /\bid=([\w.-]*\w)/i, // Exim
  /^(?:OK\s+)?([\w-]+) Message accepted for delivery/i, // Sendmail
  /^OK\s+\d+\s+(\S+) - gsmtp/i, // Gmail
  /^ok \d+ qp (\d+)/i, // qmail
  /\bMessage Queued \(([\w.-]+)\)/i, // Haraka
  /\bqueued(?: for delivery)?[ :]+(?:as |id )?<?([\w.-]*\d[\w.-]*)>?$/i,
  /^OK ([0-9a-f][\w-]{15,})$/i, // Amazon SES
];
