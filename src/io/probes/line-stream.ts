// Knows how to take whole replies from one open socket within a deadline and a size, and to write to it.
// May not throw because of what the peer does, read what came in the clear as if it came through TLS, or record anything.

import type { Socket } from 'node:net';
import { dialectOf } from '../../core/mail/dialect.ts';
import type { StepOutcome } from '../../core/mail/step.ts';
import { createLineSplitter } from '../../core/mail/line-splitter.ts';
import { networkProblem } from './network-problem.ts';

export type Problem = Exclude<StepOutcome, { outcome: 'ok' }>;
export type Received<Value> = { ok: true; value: Value } | { ok: false; problem: Problem };

/** RFC 5321 §4.5.3.1.5 asks for 512 octets a line; real servers exceed it. */
const longestLineBytes = 64 * 1024;
const longestReplyBytes = 1024 * 1024;
const shownBytes = 200;

export type LineStream = {
  readonly socket: Socket;
  /** Lines until `isWhole` says so. One call at a time. `endsAt` is absolute: bytes that drip in do not move it. */
  receive(isWhole: (lines: string[]) => boolean, limits: ReceiveLimits): Promise<Received<string[]>>;
  /** Bytes that came and were not asked for yet. */
  waitingBytes(): number;
  write(data: string | Buffer): void;
  /** Stops listening, so that TLS can take the socket over. */
  release(): void;
};

type ReceiveLimits = { endsAt: number; limitBytes?: number };

export function createLineStream(socket: Socket): LineStream {
  const splitter = createLineSplitter(longestLineBytes);
  // Whatever happened before anybody listened.
  let ended: Problem | undefined = socket.errored
    ? networkProblem(socket.errored)
    : socket.destroyed
      ? { outcome: 'closed' }
      : undefined;
  let wake: (() => void) | undefined;

  const onData = (bytes: Buffer): void => {
    splitter.push(bytes);
    // A peer that talks without being asked must not fill the memory; receive() lets it go on.
    if (splitter.waitingBytes() > longestReplyBytes) socket.pause();
    wake?.();
  };
  const onEnd = (): void => {
    ended ??= { outcome: 'closed' };
    wake?.();
  };
  const onError = (error: Error): void => {
    ended ??= networkProblem(error);
    wake?.();
  };
  socket.on('data', onData).on('end', onEnd).on('close', onEnd).on('error', onError);

  return {
    socket,
    receive(isWhole, { endsAt, limitBytes = longestReplyBytes }) {
      const started = performance.now();
      const lines: string[] = [];
      let taken = 0;

      function look(): Received<string[]> | undefined {
        if (socket.isPaused()) socket.resume();
        for (let line = splitter.next(); line !== undefined; line = splitter.next()) {
          taken += line.length;
          lines.push(line);
          if (isWhole(lines)) return { ok: true, value: lines };
          if (taken > limitBytes) return malformed(limitBytes);
        }
        if (splitter.overLimit()) return malformed(longestLineBytes);
        if (taken + splitter.waitingBytes() > limitBytes) return malformed(limitBytes);
        if (ended === undefined) return undefined;
        // An alert or another protocol's half line, and then the end: its bytes tell more than the end does.
        return dialectOf(splitter.peek(shownBytes)) === 'tls' ? malformed() : { ok: false, problem: ended };
      }
      function malformed(limit?: number): Received<string[]> {
        const received = [...lines.slice(0, 3), splitter.peek(shownBytes)].join('\n').slice(0, shownBytes);
        const problem: Problem = { outcome: 'malformed', received, looksLike: dialectOf(received) };
        return { ok: false, problem: limit === undefined ? problem : { ...problem, limitBytes: limit } };
      }

      return new Promise((resolve) => {
        const settle = (result: Received<string[]>): void => {
          clearTimeout(timer);
          wake = undefined;
          resolve(result);
        };
        const timer = setTimeout(
          () => {
            const receivedBytes = taken + splitter.waitingBytes();
            const afterMilliseconds = Math.round(performance.now() - started);
            settle({ ok: false, problem: { outcome: 'timed-out', afterMilliseconds, receivedBytes } });
          },
          Math.max(0, endsAt - started),
        );
        wake = () => {
          const result = look();
          if (result !== undefined) settle(result);
        };
        wake();
      });
    },
    waitingBytes: () => splitter.waitingBytes(),
    write(data) {
      if (ended === undefined && !socket.destroyed) socket.write(data);
    },
    release() {
      socket.off('data', onData).off('end', onEnd).off('close', onEnd).off('error', onError);
    },
  };
}
