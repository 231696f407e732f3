// Knows how to wait for what the configured TLS mode promises, and to look on a second connection for the other mode
// when it does not come: a wrong setting is told within a second or two, not after a greeting's whole time.
// May not use the second connection for anything but evidence.

import { isIP } from 'node:net';
import type { StepOutcome } from '../../core/mail/step.ts';
import type { Connection, IsWhole } from './connection.ts';
import { deadline } from './dial.ts';
import type { Received } from './line-stream.ts';
import { type Discovery, listenInClear, tryTls } from './wrong-mode.ts';

/** Implicit TLS. A failed or silent handshake is nearly always clear text on the port. */
export async function implicitTls(connection: Connection): Promise<StepOutcome> {
  const { context } = connection;
  const handshake = connection.startTls();
  const silence = deadline(context.deadlines.wrongMode, context.signal);
  const look = async (): Promise<Discovery | undefined> => {
    const place = connection.place();
    if (place === undefined || context.signal.aborted) return undefined;
    return listenInClear(place, connection.within(context.deadlines.wrongMode), context.signal);
  };
  const looked = silence.passed.then(look);
  const early = await Promise.race([
    handshake,
    looked.then((found) => (found === undefined ? handshake : undefined)),
  ]);
  silence.clear();
  if (early?.outcome === 'ok' || early?.outcome === 'rejected') return early;
  const found = early === undefined ? await looked : await look();
  if (found === undefined) return handshake;
  conclude(connection, found);
  return { outcome: 'malformed', received: found.received, looksLike: found.looksLike };
}

/** The server's first reply. Where it is due in the clear, silence may mean that the port waits for TLS. */
export async function greeting(connection: Connection, isWhole: IsWhole): Promise<Received<string[]>> {
  if (connection.request.tls === 'implicit') return connection.receive(isWhole);
  const settled = new AbortController();
  // With a reason: without one, an Error is made for nobody, once a session.
  const settle = (): void => settled.abort('settled');
  const reply = connection.receive(isWhole).finally(settle);
  const first = await Promise.race([reply, tlsInstead(connection, settled.signal, reply)]);
  settle();
  if (!first.ok && first.problem.outcome === 'malformed' && first.problem.looksLike === 'tls') {
    connection.seen.answersTo = 'implicit';
  }
  return first;
}

async function tlsInstead(
  connection: Connection,
  settled: AbortSignal,
  reply: Promise<Received<string[]>>,
): Promise<Received<string[]>> {
  const { context, request } = connection;
  const began = performance.now();
  const silence = deadline(context.deadlines.wrongMode, settled);
  await silence.passed;
  silence.clear();
  const place = connection.place();
  if (settled.aborted || context.signal.aborted || place === undefined || !connection.isSilent())
    return reply;
  const signal = AbortSignal.any([settled, context.signal]);
  const serverName = isIP(request.host) === 0 ? request.host : undefined;
  const milliseconds = connection.within(context.deadlines.connect);
  const patience = context.deadlines.wrongMode / 2;
  const found = await tryTls(place, serverName, { milliseconds, patience }, signal);
  if (found === undefined || settled.aborted) return reply;
  conclude(connection, found);
  if (found.answersTo === undefined) {
    const { received, looksLike } = found;
    return { ok: false, problem: { outcome: 'malformed', received, looksLike } };
  }
  const afterMilliseconds = Math.round(performance.now() - began);
  return { ok: false, problem: { outcome: 'timed-out', afterMilliseconds, receivedBytes: 0 } };
}

function conclude(connection: Connection, found: Discovery): void {
  if (found.answersTo !== undefined) connection.seen.answersTo = found.answersTo;
  const mode = found.answersTo === undefined ? 'another protocol' : `TLS mode "${found.answersTo}"`;
  connection.remark(`a second connection to this port finds ${mode} (${found.looksLike})`);
  if (found.received !== '') connection.transcript.add('<', found.received, found.answersTo === 'implicit');
}
