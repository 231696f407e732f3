// Knows how many connections of the run are open to each server (host and port), and how many at once it takes where it refused
// one beside others. May not decide which "no" means that (fewer-connections.ts).

import { abortReason, onAbort } from './waiting.ts';

export type ServerSlot = {
  leave(): void;
  /** The most connections to the server that were open at once while this one was, itself included. */
  mostAtOnce(): number;
  /**
   * Refused beside the others: from now on one fewer is open at once, though never none. Resolves when this one may try
   * again, before any that has not begun; rejects with the signal's reason.
   */
  stepBack(signal: AbortSignal): Promise<void>;
};

type Server = { open: Set<{ most: number }>; limit: number; returning: (() => void)[] };

export function countByServer(): { hasRoom(name: string): boolean; enter(name: string): ServerSlot } {
  const servers = new Map<string, Server>();

  const letReturn = ({ open, limit, returning }: Server): void => {
    while (open.size < limit && returning.length > 0) returning.shift()?.();
  };

  return {
    hasRoom(name) {
      const server = servers.get(name);
      return server === undefined || server.open.size < server.limit;
    },
    enter(name) {
      const server = servers.get(name) ?? { open: new Set(), limit: Infinity, returning: [] };
      servers.set(name, server);
      const own = { most: 0 };
      const open = (): void => {
        own.most = 0;
        server.open.add(own);
        for (const each of server.open) each.most = Math.max(each.most, server.open.size);
      };
      open();
      return {
        leave() {
          server.open.delete(own);
          letReturn(server);
        },
        mostAtOnce: () => own.most,
        stepBack(signal) {
          server.open.delete(own);
          server.limit = Math.max(1, Math.min(server.limit, own.most) - 1);
          if (signal.aborted) return Promise.reject(abortReason(signal));
          return new Promise((resolve, reject) => {
            const goOn = (): void => {
              forget();
              open();
              resolve();
            };
            const forget = onAbort(signal, () => {
              server.returning = server.returning.filter((other) => other !== goOn);
              reject(abortReason(signal));
            });
            server.returning.push(goOn);
            letReturn(server);
          });
        },
      };
    },
  };
}
