// Knows how many connections may be open at once: in all, to one host, to one server that took no more, for one concurrency key.
// May not open any, and knows nothing of protocols.

import type { ProbeContext } from './probe.ts';
import { countByServer, type ServerSlot } from './crowded-servers.ts';
import { abortReason, onAbort } from './waiting.ts';

export type Place = { host: string; port: number; key: string; perKey: number };

/** A place that was taken. */
export type Held = Pick<ServerSlot, 'mostAtOnce' | 'stepBack'> & { giveBack: () => void };

export type ConnectionLimits = {
  /** Rejects with the signal's reason when aborted while waiting. */
  take(place: Place, signal: AbortSignal): Promise<Held>;
};

/** No server's silence after our farewell keeps a place for longer. */
const longestFarewell = 1_000;

/**
 * A context for one session and the way to give its place back: at once, or as soon as the farewells that the session
 * did not wait for are said. A server that allows three connections would otherwise see a fourth for a moment.
 */
export function holdingPlace(
  context: ProbeContext,
  give: () => void,
): { context: ProbeContext; giveBack: () => void } {
  const farewells: Promise<unknown>[] = [];
  return {
    context: { ...context, farewell: (closed) => void farewells.push(closed) },
    giveBack() {
      if (farewells.length === 0) return give();
      const longEnough = setTimeout(give, longestFarewell);
      void Promise.allSettled(farewells).then(() => {
        clearTimeout(longEnough);
        give();
      });
    },
  };
}

type Waiting = Place & { server: string; start: () => void };

/**
 * All limits are taken in one step, so two waiting for each other cannot happen. The queue is kept by host and
 * a host that is full is stepped over: one that answers slowly holds up nobody else.
 */
export function limitConnections(inAll: number, perHost: number): ConnectionLimits {
  let open = 0;
  const openByHost = new Map<string, number>();
  const openByKey = new Map<string, number>();
  const waitingByHost = new Map<string, Waiting[]>();
  const servers = countByServer();

  const startWaiting = (): void => {
    for (const [host, waiting] of waitingByHost) {
      while (open < inAll && (openByHost.get(host) ?? 0) < perHost) {
        const next = waiting.findIndex(
          (one) => (openByKey.get(one.key) ?? 0) < one.perKey && servers.hasRoom(one.server),
        );
        if (next === -1) break;
        const [started] = waiting.splice(next, 1);
        if (started === undefined) break;
        open += 1;
        add(openByHost, host, 1);
        add(openByKey, started.key, 1);
        started.start();
      }
      if (waiting.length === 0) waitingByHost.delete(host);
      if (open >= inAll) return;
    }
  };

  return {
    take: (place, signal) =>
      new Promise((resolve, reject) => {
        if (signal.aborted) return reject(abortReason(signal));
        const host = place.host.toLowerCase();
        const waiting = waitingByHost.get(host) ?? [];
        waitingByHost.set(host, waiting);
        const server = `${host}:${place.port}`;
        const one: Waiting = {
          ...place,
          server,
          start: () => {
            forget();
            let given = false;
            const slot = servers.enter(server);
            const giveBack = (): void => {
              if (given) return;
              given = true;
              open -= 1;
              add(openByHost, host, -1);
              add(openByKey, place.key, -1);
              slot.leave();
              startWaiting();
            };
            resolve({ mostAtOnce: slot.mostAtOnce, stepBack: slot.stepBack, giveBack });
          },
        };
        const forget = onAbort(signal, () => {
          const index = waiting.indexOf(one);
          if (index !== -1) waiting.splice(index, 1);
          reject(abortReason(signal));
        });
        waiting.push(one);
        startWaiting();
      }),
  };
}

function add(counts: Map<string, number>, key: string, by: number): void {
  const count = (counts.get(key) ?? 0) + by;
  if (count === 0) counts.delete(key);
  else counts.set(key, count);
}
