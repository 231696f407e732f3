// Knows how a server states the largest message that it takes: SIZE of SMTP (RFC 1870 §4), APPENDLIMIT of IMAP (RFC 7889 §2).
// Pure text; may not judge whether that is enough.

import type { Observation } from './evidence.ts';

/** Bytes; "not-fixed": the server has no fixed limit, and says so. Undefined: it says nothing. */
export function sizeLimitOf({ protocol, capabilities = [] }: Observation): number | 'not-fixed' | undefined {
  const form =
    protocol === 'smtp'
      ? /^SIZE(?: (\d{1,15}))?$/i
      : protocol === 'imap'
        ? /^APPENDLIMIT=(\d{1,15})$/i
        : undefined;
  const stated = form && capabilities.map((line) => form.exec(line)).find((match) => match !== null);
  if (stated === undefined) return undefined;
  // RFC 1870 §4: zero, or no number, is no fixed limit. APPENDLIMIT=0 means that nothing is taken (RFC 7889 §2).
  const bytes = Number(stated[1] ?? 0);
  return bytes === 0 && protocol === 'smtp' ? 'not-fixed' : bytes;
}
