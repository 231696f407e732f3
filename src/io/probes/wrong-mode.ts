// Knows how to find out, on a second connection, that a port speaks the other TLS mode or another protocol.
// May not send credentials or anything but one question about capabilities; what it learns is evidence, no login.

import * as tls from 'node:tls';
import { dialectOf } from '../../core/mail/dialect.ts';
import type { Dialect } from '../../core/mail/dialect.ts';
import type { LineProtocol, TlsMode } from '../../core/mail/protocol.ts';
import { deadline, dial } from './dial.ts';
import { createLineStream } from './line-stream.ts';
import type { HostAddress } from './probe.ts';
import { onAbort } from './waiting.ts';

export type Place = { protocol: LineProtocol; address: HostAddress; port: number };
export type Discovery = {
  /** The first bytes that came this way, and what they look like. */
  received: string;
  looksLike: Dialect;
  /** Set only where the asked-for protocol itself answers in this mode. */
  answersTo?: TlsMode;
};

/** RFC 5321 §4.1.1.1, RFC 2449 §5, RFC 9051 §6.1.1: how each protocol is asked what it can do, and how STARTTLS is listed. */
const questions: Record<LineProtocol, { ask: string; whole: (line: string) => boolean; offersTls: RegExp }> =
  {
    smtp: {
      ask: 'EHLO [127.0.0.1]\r\n',
      whole: (line) => /^\d{3}(?: |$)/.test(line),
      offersTls: /^250[ -]STARTTLS\b/im,
    },
    pop3: {
      ask: 'CAPA\r\n',
      whole: (line) => line === '.' || line.startsWith('-ERR'),
      offersTls: /^STLS\b/im,
    },
    imap: {
      ask: 'a CAPABILITY\r\n',
      whole: (line) => line.startsWith('a '),
      offersTls: /^\* CAPABILITY.* STARTTLS\b/im,
    },
  };

/** TLS was expected and failed: does something speak first, in the clear? */
export async function listenInClear(
  place: Place,
  milliseconds: number,
  signal: AbortSignal,
): Promise<Discovery | undefined> {
  const endsAt = performance.now() + milliseconds;
  const connection = await dial([place.address], place.port, milliseconds, signal);
  if (!connection.ok) return undefined;
  const stream = createLineStream(connection.value);
  const stop = (): void => void connection.value.destroy();
  const forget = onAbort(signal, stop);
  try {
    const greeting = await stream.receive(() => true, { endsAt });
    const received = greeting.ok
      ? (greeting.value[0] ?? '')
      : greeting.problem.outcome === 'malformed'
        ? greeting.problem.received
        : '';
    if (received === '') return undefined;
    const looksLike = dialectOf(received);
    if (looksLike !== place.protocol) return { received, looksLike };
    const { ask, whole, offersTls } = questions[place.protocol];
    const isLast = (lines: string[]): boolean => whole(lines.at(-1) ?? '');
    // A greeting of several lines is read to its end first, or its rest would pass for the answer.
    if (place.protocol === 'smtp' && !isLast([received])) await stream.receive(isLast, { endsAt });
    stream.write(ask);
    const answer = await stream.receive(isLast, { endsAt: performance.now() + milliseconds });
    if (!answer.ok) return { received, looksLike };
    const answersTo: TlsMode = answer.value.some((line) => offersTls.test(line)) ? 'starttls' : 'none';
    return { received, looksLike, answersTo };
  } finally {
    forget();
    stop();
  }
}

/** A greeting in the clear was expected and does not come: is it TLS that the port waits for? */
export async function tryTls(
  place: Place,
  serverName: string | undefined,
  { milliseconds, patience }: { milliseconds: number; patience: number },
  signal: AbortSignal,
): Promise<Discovery | undefined> {
  const connection = await dial([place.address], place.port, milliseconds, signal);
  if (!connection.ok) return undefined;
  // The certificate does not matter here: nothing is sent, and the connection is closed at once.
  const secured = tls.connect({
    socket: connection.value,
    rejectUnauthorized: false,
    ...(serverName === undefined ? {} : { servername: serverName }),
  });
  const limit = deadline(milliseconds, signal);
  try {
    const established = await Promise.race([
      new Promise<boolean>((resolve) => {
        secured.once('secureConnect', () => resolve(true));
        secured.on('error', () => resolve(false));
        secured.once('close', () => resolve(false));
      }),
      limit.passed.then(() => false),
    ]);
    if (!established) return undefined;
    const stream = createLineStream(secured);
    // That TLS answers is enough; the greeting, if it comes soon, tells whether it is the right protocol.
    const greeting = await stream.receive(() => true, { endsAt: performance.now() + patience });
    const received = greeting.ok ? (greeting.value[0] ?? '') : '';
    const looksLike = dialectOf(received);
    const answers = looksLike === place.protocol || looksLike === 'nothing';
    return answers ? { received, looksLike, answersTo: 'implicit' } : { received, looksLike };
  } finally {
    limit.clear();
    secured.destroy();
  }
}
