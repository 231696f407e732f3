// Knows one connection of a session: dialling, talking in lines, TLS, and the time that is left; all of it transcribed.
// May not throw because of a server, or say anything after a certificate was refused.

import type { StepOutcome } from '../../core/mail/step.ts';
import type { Socket } from 'node:net';
import type { SessionRequest } from '../../core/delivery/probe-request.ts';
import { isHttp } from '../../core/mail/protocol.ts';
import { deadline, dialBothFamilies, type Dialled } from './dial.ts';
import { createLineStream, type LineStream, type Received } from './line-stream.ts';
import { noteOlderTls } from './older-tls.ts';
import type { HostAddress, ProbeContext } from './probe.ts';
import { noteProblem, noteTls, type Note, type Seen } from './seen.ts';
import { secure } from './tls.ts';
import type { Transcript } from './transcript.ts';
import { onAbort } from './waiting.ts';
import type { Place } from './wrong-mode.ts';

export type IsWhole = (lines: string[]) => boolean;

export type Connection = {
  readonly request: SessionRequest;
  readonly context: ProbeContext;
  readonly transcript: Transcript;
  readonly seen: Seen;
  dial(addresses: readonly HostAddress[]): Promise<StepOutcome>;
  /** TLS on the open connection, at once. */
  startTls(): Promise<StepOutcome>;
  /** TLS after the server agreed to STARTTLS or STLS. */
  upgrade(): Promise<StepOutcome>;
  /** One command or more (pipelined), without the last line end. `shown` replaces it in the transcript. */
  send(text: string, shown?: string): void;
  /** Bytes as they are; the transcript has only the remark. */
  sendBytes(bytes: Buffer, remark: string): void;
  receive(
    isWhole: IsWhole,
    limits?: { limitBytes?: number; milliseconds?: number },
  ): Promise<Received<string[]>>;
  remark(text: string): void;
  /** Waits for something that is not this server's doing: the session's time stands still meanwhile. */
  pause<Value>(waited: Promise<Value>): Promise<Value | undefined>;
  /** So many milliseconds, or what is left of the session. */
  within(milliseconds: number): number;
  /** Our own address on this connection, for EHLO. Empty before connecting. */
  localAddress(): string;
  encrypted(): boolean;
  /** Nothing has come that was not read. */
  isSilent(): boolean;
  /** Where we are connected, for a second connection to the same port. */
  place(): Place | undefined;
  /** The open socket for a library to speak over; this reads nothing from it any more. close() still ends it. */
  handOver(): Socket | undefined;
  /** Says the farewell, if there is one, without waiting for its answer. */
  close(farewell?: string): void;
};

/** Bounds on the pause that lets TLS 1.3 session tickets arrive before we speak. */
const ticketPause = 4;
const nearHandshake = 15;
const farewellGrace = 1_000;

export function createConnection(
  request: SessionRequest,
  context: ProbeContext,
  transcript: Transcript,
): Connection {
  const seen: Seen = {};
  let endsAt = performance.now() + context.deadlines.session;
  let stream: LineStream | undefined;
  let encrypted = false;
  let place: Place | undefined;
  let connectedTo: HostAddress | undefined;
  let dialled: Dialled | undefined;

  const stop = (): void => void stream?.socket.destroy();
  const forget = onAbort(context.signal, stop);

  const within = (milliseconds: number): number =>
    Math.max(0, Math.min(milliseconds, endsAt - performance.now()));
  const note: Note = (mark, text) => transcript.add(mark, text, encrypted);
  const remark = (text: string): void => note('*', text);

  async function startTls(): Promise<StepOutcome> {
    if (stream === undefined) return { outcome: 'closed' };
    stream.release();
    const began = performance.now();
    const handshake = await secure(stream.socket, request, context, within(context.deadlines.reply));
    if (!handshake.ok) {
      if (handshake.certificate !== undefined) seen.certificate = handshake.certificate;
      noteProblem(handshake.problem, note);
      const looking = { request, context, seen, within, remark };
      if (connectedTo !== undefined) await noteOlderTls(looking, handshake.problem, [connectedTo]);
      return handshake.problem;
    }
    const { socket, version, resumed, ticket } = handshake.value;
    stream = createLineStream(socket);
    encrypted = true;
    noteTls(seen, handshake.value, note);
    // Near server, new TLS 1.3 session, we speak first: its tickets lie unacknowledged, and Nagle's algorithm would
    // hold its next reply until our delayed ACK, 40 ms later. Speaking after they came acknowledges them.
    const near = performance.now() - began < nearHandshake;
    if (request.tls === 'starttls' && version === 'TLSv1.3' && near && !resumed) {
      await Promise.race([ticket, new Promise((resolve) => setTimeout(resolve, ticketPause))]);
    }
    return { outcome: 'ok' };
  }

  return {
    request,
    context,
    transcript,
    seen,
    startTls,
    remark,
    within,
    localAddress: () => stream?.socket.localAddress ?? '',
    encrypted: () => encrypted,
    isSilent: () => stream?.waitingBytes() === 0,
    place: () => place,
    async dial(addresses) {
      const milliseconds = within(context.deadlines.connect);
      const connected = await dialBothFamilies(addresses, request.port, milliseconds, context.signal);
      if (!connected.ok) return connected.problem;
      dialled = connected.value;
      const { socket } = dialled;
      seen.address = socket.remoteAddress ?? '';
      const family = socket.remoteFamily === 'IPv6' ? 6 : 4;
      connectedTo = { address: seen.address, family };
      if (!isHttp(request.protocol))
        place = { protocol: request.protocol, address: connectedTo, port: request.port };
      stream = createLineStream(socket);
      remark(`connected to ${seen.address} port ${request.port}`);
      return { outcome: 'ok' };
    },
    async upgrade() {
      // What came after the server's "go ahead" and before TLS was not protected: CVE-2011-0411 and its kin.
      if ((stream?.waitingBytes() ?? 0) === 0) return startTls();
      noteProblem({ outcome: 'rejected', reason: 'starttls-injection' }, note);
      stop();
      return { outcome: 'rejected', reason: 'starttls-injection' };
    },
    send(text, shown = text) {
      for (const line of shown.split('\r\n')) transcript.add('>', line, encrypted);
      stream?.write(`${text}\r\n`);
    },
    sendBytes(bytes, text) {
      remark(text);
      stream?.write(bytes);
    },
    async receive(isWhole, { limitBytes, milliseconds = context.deadlines.reply } = {}) {
      if (stream === undefined) return { ok: false, problem: { outcome: 'closed' } };
      const limits = { endsAt: performance.now() + within(milliseconds) };
      const size = limitBytes === undefined ? {} : { limitBytes };
      const received = await stream.receive(isWhole, { ...limits, ...size });
      if (received.ok) for (const line of received.value) transcript.add('<', line, encrypted);
      else noteProblem(received.problem, note);
      return received;
    },
    async pause(waited) {
      const began = performance.now();
      const limit = deadline(context.deadlines.session, context.signal);
      try {
        return await Promise.race([waited, limit.passed.then(() => undefined)]);
      } finally {
        limit.clear();
        endsAt += performance.now() - began;
      }
    },
    handOver() {
      stream?.release();
      return stream?.socket;
    },
    close(farewell) {
      forget();
      const failed = dialled?.otherFamily() ?? [];
      if (failed.length > 0) seen.failedAddresses = failed;
      if (stream === undefined) return;
      const { socket } = stream;
      if (farewell === undefined || socket.destroyed || !socket.writable) {
        socket.destroy();
        return;
      }
      stream.release();
      transcript.add('>', farewell, encrypted);
      // The answer tells nothing any more; the server gets a moment to read it and to close.
      socket.resume();
      const said = new Promise<void>((resolve) => socket.once('finish', resolve).once('close', resolve));
      context.farewell?.(said);
      socket.end(`${farewell}\r\n`);
      setTimeout(() => socket.destroy(), farewellGrace).unref();
      socket.unref();
    },
  };
}
