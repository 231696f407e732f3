// Knows how to get a TCP connection to a host that has several addresses (RFC 8305, in the small).
// May not speak: the socket is handed over silent.

import { isIP, Socket } from 'node:net';
import type { HostAddress, ProbeContext } from './probe.ts';
import type { Problem, Received } from './line-stream.ts';
import { networkProblem } from './network-problem.ts';

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

/** The first address that answers wins. Each is given the whole time, the next starts when one fails or is slow. */
export async function dial(
  addresses: readonly HostAddress[],
  port: number,
  milliseconds: number,
  signal: AbortSignal,
): Promise<Received<Socket>> {
  const candidates = alternating(addresses).slice(0, mostAddresses);
  const sockets: Socket[] = [];
  const problems: Problem[] = [];
  const limit = deadline(milliseconds, signal);
  let nextAttempt: NodeJS.Timeout | undefined;

  const connected = new Promise<Received<Socket>>((resolve) => {
    const attempt = (): void => {
      clearTimeout(nextAttempt);
      const candidate = candidates[sockets.length];
      if (candidate === undefined) return;
      const socket = new Socket().setNoDelay(true);
      sockets.push(socket);
      socket.once('connect', () => resolve({ ok: true, value: socket }));
      socket.once('error', (error) => {
        problems.push(networkProblem(error));
        if (problems.length === candidates.length) resolve({ ok: false, problem: mostTelling(problems) });
        else attempt();
      });
      socket.connect({ host: candidate.address, port, family: candidate.family });
      if (sockets.length < candidates.length) nextAttempt = setTimeout(attempt, attemptDelay);
    };
    attempt();
  });

  const result = await Promise.race([
    connected,
    limit.passed.then((problem): Received<Socket> => ({ ok: false, problem })),
  ]);
  limit.clear();
  clearTimeout(nextAttempt);
  for (const socket of sockets) {
    // An error nobody listens to would end the process; from here on who reads the socket listens too.
    socket.on('error', () => undefined);
    if (!result.ok || socket !== result.value) socket.destroy();
  }
  return result;
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
    const interrupt = (): void => resolve({ outcome: 'not-tried', because: 'interrupted' });
    if (signal.aborted) interrupt();
    signal.addEventListener('abort', interrupt, { once: true });
    clear = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', interrupt);
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

/** "Refused" says more about the server than "this machine has no IPv6". */
function mostTelling(problems: readonly Problem[]): Problem {
  const ofThisMachine = new Set(['ENETUNREACH', 'EHOSTUNREACH', 'EADDRNOTAVAIL', 'EAFNOSUPPORT']);
  const ofTheServer = problems.find((one) => one.outcome !== 'failed' || !ofThisMachine.has(one.error));
  return (
    ofTheServer ?? problems[0] ?? { outcome: 'failed', error: 'ENODATA', message: 'the name has no address' }
  );
}
