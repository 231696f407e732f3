// Knows what imapflow's errors and a closed IMAP connection mean as data.
// May not show imapflow's own messages where the server's words are known.

import { dialectOf } from '../../core/mail/dialect.ts';
import { imapLimits, type Wire } from './imap-wire.ts';
import type { Problem } from './line-stream.ts';
import { networkProblem } from './network-problem.ts';
import { reasonOf } from './tls.ts';

type ImapError = Error & { code?: string; maxSize?: number; tlsFailed?: boolean };

/** OpenSSL's names for a certificate that cannot be trusted; the network's codes begin otherwise. */
const certificateCode = /CERT|ISSUER|LEAF_SIGNATURE|CHAIN|INVALID_PURPOSE|INVALID_CA|HOSTNAME_MISMATCH/;

export function isCertificateError(error: unknown): boolean {
  const code = codeOf(error);
  return code === 'ERR_TLS_CERT_ALTNAME_INVALID' || (!code.startsWith('ERR_') && certificateCode.test(code));
}

export function imapProblem(error: unknown, wire: Wire): Problem {
  const code = codeOf(error);
  const startTls = wire.commands.findLast(({ name }) => name === 'STARTTLS');
  if (isCertificateError(error)) return { outcome: 'rejected', reason: reasonOf(code) };
  switch (code) {
    case 'STARTTLS_INJECTION':
      return { outcome: 'rejected', reason: 'starttls-injection' };
    case 'NoConnection':
    case 'EConnectionClosed':
    case 'StateLogout':
    case 'ClosedAfterConnectText':
    case 'ClosedAfterConnectTLS':
      return wire.bye === undefined ? { outcome: 'closed' } : { outcome: 'closed', afterReply: wire.bye };
    case 'LineTooLarge':
    case 'LiteralTooLarge':
    case 'ResponseTooLarge':
      return malformed(wire, (error as ImapError).maxSize ?? imapLimits.responseBytes);
    case 'CONNECT_TIMEOUT':
    case 'GREETING_TIMEOUT':
    case 'UPGRADE_TIMEOUT':
    case 'ETIMEOUT':
      return { outcome: 'timed-out', afterMilliseconds: 0, receivedBytes: wire.receivedBytes };
    case 'UnexpectedTag':
    case 'InvalidResponse':
    case 'ResponseProcessingFailed':
      return malformed(wire);
    default:
      break;
  }
  if (code.startsWith('ParserError')) return malformed(wire);
  if ((error as ImapError).tlsFailed === true && wire.tlsVersion === undefined && code === '') {
    if (startTls?.reply !== undefined && startTls.reply.code !== 'OK') {
      return { outcome: 'refused', reply: startTls.reply };
    }
    return { outcome: 'rejected', reason: 'starttls-not-offered' };
  }
  return networkProblem(error);
}

function malformed(wire: Wire, limitBytes?: number): Problem {
  const received = wire.lastLine.slice(0, 200);
  const problem: Problem = { outcome: 'malformed', received, looksLike: dialectOf(received) };
  return limitBytes === undefined ? problem : { ...problem, limitBytes };
}

function codeOf(error: unknown): string {
  const code = error instanceof Error ? (error as ImapError).code : undefined;
  return typeof code === 'string' ? code : '';
}
