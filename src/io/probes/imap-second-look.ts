// Knows what a second, silent connection can tell when the first one fails: that an IMAP port speaks the other TLS
// mode or another protocol, and which certificate it was that could not be trusted. May not send credentials.

import { isIP } from 'node:net';
import type { Certificate } from '../../core/mail/certificate.ts';
import { askForTls } from './ask-for-tls.ts';
import { deadline, dial } from './dial.ts';
import type { Wire } from './imap-wire.ts';
import { createLineStream, type Problem } from './line-stream.ts';
import type { HostAddress } from './probe.ts';
import type { Session } from './session.ts';
import { secure } from './tls.ts';
import { listenInClear, tryTls, type Discovery, type Place } from './wrong-mode.ts';

type Failed = Problem | undefined;

/** TLS fails or nothing comes of it: does the port speak first, in the clear? */
export async function lookInClear(
  session: Session,
  handshake: Promise<Failed>,
  silence: number,
): Promise<Failed> {
  const { context } = session;
  const look = async (): Promise<Discovery | undefined> => {
    const place = placeOf(session);
    return place && listenInClear(place, context.deadlines.wrongMode, context.signal);
  };
  const waited = deadline(silence, context.signal);
  const looked = waited.passed.then(look);
  const early = await Promise.race([
    handshake.then((failed) => ({ failed })),
    looked.then((found) => (found === undefined ? handshake.then((failed) => ({ failed })) : undefined)),
  ]);
  waited.clear();
  if (early !== undefined && (early.failed === undefined || early.failed.outcome === 'rejected'))
    return early.failed;
  const found = early === undefined ? await looked : await look();
  if (found === undefined) return early?.failed ?? handshake;
  note(session, found);
  return { outcome: 'malformed', received: found.received, looksLike: found.looksLike };
}

/** No greeting comes in the clear: does the port wait for TLS? */
export async function lookWithTls(session: Session, greeting: Promise<Failed>, wire: Wire): Promise<Failed> {
  const { request, context } = session;
  const settled = new AbortController();
  const first = greeting.then((failed) => ({ failed })).finally(() => settled.abort());
  const otherMode = async (): Promise<{ failed: Failed }> => {
    const began = performance.now();
    const silence = deadline(context.deadlines.wrongMode, settled.signal);
    await silence.passed;
    silence.clear();
    const place = placeOf(session);
    if (place === undefined || settled.signal.aborted || wire.receivedBytes > 0) return first;
    const serverName = isIP(request.host) === 0 ? request.host : undefined;
    const { connect, wrongMode } = context.deadlines;
    const patience = { milliseconds: connect, patience: wrongMode / 2 };
    const signal = AbortSignal.any([settled.signal, context.signal]);
    const found = await tryTls(place, serverName, patience, signal);
    if (found === undefined || settled.signal.aborted) return first;
    note(session, found);
    const { received, looksLike } = found;
    if (found.answersTo === undefined) return { failed: { outcome: 'malformed', received, looksLike } };
    const afterMilliseconds = Math.round(performance.now() - began);
    return { failed: { outcome: 'timed-out', afterMilliseconds, receivedBytes: 0 } };
  };
  return (await Promise.race([first, otherMode()])).failed;
}

/** Recorded only: nothing is ever sent over this connection but STARTTLS. */
export async function refusedCertificate(
  session: Session,
  addresses: readonly HostAddress[],
  milliseconds: number,
): Promise<Certificate | undefined> {
  const { request, context } = session;
  const endsAt = performance.now() + milliseconds;
  const connection = await dial(addresses, request.port, milliseconds, context.signal);
  if (!connection.ok) return undefined;
  const stream = createLineStream(connection.value);
  try {
    if (request.tls === 'starttls') {
      if (!(await askForTls(stream, 'imap', endsAt))) return undefined;
    }
    stream.release();
    const handshake = await secure(connection.value, request, context, endsAt - performance.now());
    if (!handshake.ok) return handshake.certificate;
    handshake.value.socket.destroy();
    return handshake.value.certificate;
  } finally {
    connection.value.on('error', () => undefined);
    connection.value.destroy();
  }
}

function placeOf({ request, seen }: Session): Place | undefined {
  if (seen.address === undefined || seen.address === '') return undefined;
  const family = isIP(seen.address) === 6 ? 6 : 4;
  return { protocol: 'imap', address: { address: seen.address, family }, port: request.port };
}

function note({ seen, transcript }: Session, found: Discovery): void {
  if (found.answersTo !== undefined) seen.answersTo = found.answersTo;
  const how = found.answersTo ?? 'otherwise';
  transcript.add('*', `on a second connection this port answers ${how} (${found.looksLike})`, false);
  if (found.received !== '') transcript.add('<', found.received, false);
}
