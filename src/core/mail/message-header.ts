// Knows how the few fields are read by which our own message is recognised, and its sender (RFC 5322 §2.2.3, §3.6).
// Pure: lines without their CRLF in, a value out. The header ends at the first empty line, so nothing in a body counts.

/** A path of 256 octets (RFC 5321 §4.5.3.1.3), and a display name of some length before it. */
const longestFrom = 2_000;

/** The Message-ID with its angle brackets; of several the first one counts. */
export function messageIdOf(lines: readonly string[]): string | undefined {
  return /^message-id[ \t]*:[ \t]*(<[^\r\n]*?>)[ \t]*$/im.exec(headerOf(lines))?.[1];
}

/** The address in From, without its display name; undefined: none that can be read. */
export function fromOf(lines: readonly string[]): string | undefined {
  const value = /^from[ \t]*:([^\r\n]*)$/im.exec(headerOf(lines))?.[1]?.slice(0, longestFrom).trim() ?? '';
  const address = /<([^<>\s]{3,256})>[^<>]*$/.exec(value)?.[1] ?? value;
  return /^[^\s@<>]+@[^\s@<>]+$/.test(address) ? address.slice(0, 256) : undefined;
}

/** Folding undone. */
function headerOf(lines: readonly string[]): string {
  const end = lines.indexOf('');
  return (end === -1 ? lines : lines.slice(0, end)).join('\r\n').replace(/\r\n(?=[ \t])/g, '');
}
