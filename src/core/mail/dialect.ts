// Knows which protocol a server's first words belong to. Text in, name out.

/** What the first bytes look like. */
export type Dialect =
  | 'smtp'
  | 'pop3'
  | 'imap'
  | 'http'
  | 'ssh'
  | 'tls' // a TLS record: implicit TLS where clear text was expected
  | 'unknown'
  | 'nothing';

/**
 * SMTP and FTP both greet with 220; FTP is not told apart. POP3: RFC 1939 §3. IMAP: RFC 9051 §7.1.
 * A TLS record begins with its type (21 alert, 22 handshake) and major version 3 (RFC 8446 §5.1).
 */
export function dialectOf(firstBytes: string): Dialect {
  if (firstBytes === '') return 'nothing';
  if (/^[\u0015\u0016]\u0003/.test(firstBytes)) return 'tls';
  if (/^[2-5]\d\d(?:[ -]|\r?\n|$)/.test(firstBytes)) return 'smtp';
  if (/^(?:\+OK|-ERR)\b/.test(firstBytes)) return 'pop3';
  if (/^\* (?:OK|BYE|PREAUTH)\b/i.test(firstBytes)) return 'imap';
  if (/^(?:HTTP\/\d|<!doctype|<html)/i.test(firstBytes)) return 'http';
  if (firstBytes.startsWith('SSH-')) return 'ssh';
  return 'unknown';
}
