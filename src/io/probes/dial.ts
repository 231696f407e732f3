// Knows how to get a TCP connection to a host that has several addresses (RFC 8305, in the small).
// May not speak: the socket is handed over silent.

import { isIP, Socket } from 'node:net';
import type { FailedAddress } from '../../core/mail/evidence.ts';
import type { HostAddress, ProbeContext } from './probe.ts';
import type { Problem, Received } from './line-stream.ts';
import { networkProblem } from './network-problem.ts';
import { onAbort } from './waiting.ts';

/** RFC 8305 §8: how long an address may keep silent before the next one is tried beside it. */
const attemptDelay = 250;
const mostAddresses = 8;

export async function lookUp(host: string, context: ProbeContext): Promise<Received<HostAddress[]>> {
  const family = isIP(host);
  if (family === 4 || family === 6) return { ok: true, value: [{ address: host, family }] };
  const limit = deadline(context.deadlines.connect, context.signal);
  try {
    const addresses = await Promise.race([context.hosts.addresses(host), limit.passed]);
    if (!Array.isArray(addresses)) return { ok: false, problem: addresses };
    if (addresses.length > 0) return { ok: true, value: addresses };
    return {
      ok: false,
      problem: { outcome: 'failed', error: 'ENODATA', message: 'the name has no address' },
    };
  } catch (error) {
    return { ok: false, problem: networkProblem(error) };
  } finally {
    limit.clear();
  }
}

/** A socket, and what became of the host's addresses of the other family. */
export type Dialled = {
  socket: Socket;
  /** Ends the attempts that are still going on. What led nowhere so far, for a reason that is not this machine's. */
  otherFamily(): FailedAddress[];
};

export async function dial(
  addresses: readonly HostAddress[],
  port: number,
  milliseconds: number,
  signal: AbortSignal,
): Promise<Received<Socket>> {
  const dialled = await dialBothFamilies(addresses, port, milliseconds, signal);
  if (!dialled.ok) return dialled;
  dialled.value.otherFamily();
  return { ok: true, value: dialled.value.socket };
}

type Attempt = HostAddress & { socket: Socket; began: number; problem?: Problem };

/** The first address that answers wins. Each is given the whole time, the next starts when one fails or is slow. */
export async function dialBothFamilies(
  addresses: readonly HostAddress[],
  port: number,
  milliseconds: number,
  signal: AbortSignal,
): Promise<Received<Dialled>> {
  const candidates = alternating(addresses).slice(0, mostAddresses);
  const attempts: Attempt[] = [];
  const limit = deadline(milliseconds, signal);
  let nextAttempt: NodeJS.Timeout | undefined;
  let isOver = false;

  const connected = new Promise<Received<Attempt>>((resolve) => {
    const begin = (): void => {
      clearTimeout(nextAttempt);
      const candidate = candidates[attempts.length];
      if (candidate === undefined) return;
      const socket = new Socket().setNoDelay(true);
      const attempt: Attempt = { ...candidate, socket, began: performance.now() };
      attempts.push(attempt);
      socket.once('connect', () => resolve({ ok: true, value: attempt }));
      socket.once('error', (error) => {
        attempt.problem = networkProblem(error);
        if (isOver) return;
        const problems = attempts.flatMap(({ problem }) => problem ?? []);
        if (problems.length === candidates.length) resolve({ ok: false, problem: mostTelling(problems) });
        else begin();
      });
      socket.connect({ host: candidate.address, port, family: candidate.family });
      if (attempts.length < candidates.length) nextAttempt = setTimeout(begin, attemptDelay);
    };
    begin();
  });

  const result = await Promise.race([
    connected,
    limit.passed.then((problem): Received<Attempt> => ({ ok: false, problem })),
  ]);
  isOver = true;
  limit.clear();
  clearTimeout(nextAttempt);
  const winner = result.ok ? result.value : undefined;
  for (const attempt of attempts) {
    const { socket } = attempt;
    // An error nobody listens to would end the process; from here on who reads the socket listens too.
    socket.on('error', () => undefined);
    if (attempt === winner) continue;
    // One of the other family may go on for as long as the session lasts: whether it answers at all is worth knowing.
    if (winner === undefined || attempt.family === winner.family) socket.destroy();
    else socket.unref().once('connect', () => socket.destroy());
  }
  if (!result.ok) return result;
  const winning = performance.now() - result.value.began;
  return {
    ok: true,
    value: {
      socket: result.value.socket,
      otherFamily: () =>
        attempts
          .filter(({ family }) => family !== winner?.family)
          .flatMap((one) => failedAddress(one, winning)),
    },
  };
}

/** An attempt that is still going on counts as unanswered once it took far longer than the one that was answered. */
function failedAddress({ address, socket, began, problem }: Attempt, winning: number): FailedAddress[] {
  const isPending = socket.connecting;
  socket.destroy();
  if (problem?.outcome === 'failed')
    return ofThisMachine.has(problem.error) ? [] : [{ address, outcome: 'failed', error: problem.error }];
  const afterMilliseconds = Math.round(performance.now() - began);
  const isLong = afterMilliseconds >= 2 * attemptDelay && afterMilliseconds >= 5 * winning;
  return isPending && isLong ? [{ address, outcome: 'timed-out', afterMilliseconds }] : [];
}

/** Resolves when the time is over or the run is interrupted. */
export function deadline(
  milliseconds: number,
  signal: AbortSignal,
): { passed: Promise<Problem>; clear: () => void } {
  let clear = (): void => undefined;
  const passed = new Promise<Problem>((resolve) => {
    const timer = setTimeout(
      () => resolve({ outcome: 'timed-out', afterMilliseconds: Math.round(milliseconds), receivedBytes: 0 }),
      Math.max(0, milliseconds),
    );
    const forget = onAbort(signal, () => resolve({ outcome: 'not-tried', because: 'interrupted' }));
    clear = () => {
      clearTimeout(timer);
      forget();
    };
  });
  return { passed, clear };
}

/** RFC 8305 §4: families take turns, so that one that leads nowhere costs one attempt. */
function alternating(addresses: readonly HostAddress[]): HostAddress[] {
  const first = addresses.filter((one) => one.family === addresses[0]?.family);
  const second = addresses.filter((one) => one.family !== addresses[0]?.family);
  return first
    .flatMap((one, index) => [one, second[index]])
    .concat(second.slice(first.length))
    .filter((one) => one !== undefined);
}

const ofThisMachine = new Set(['ENETUNREACH', 'EHOSTUNREACH', 'EADDRNOTAVAIL', 'EAFNOSUPPORT']);

/** "Refused" says more about the server than "this machine has no IPv6". */
function mostTelling(problems: readonly Problem[]): Problem {
  const ofTheServer = problems.find((one) => one.outcome !== 'failed' || !ofThisMachine.has(one.error));
  return (
    ofTheServer ?? problems[0] ?? { outcome: 'failed', error: 'ENODATA', message: 'the name has no address' }
  );
}
