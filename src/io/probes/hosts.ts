// Knows what one run has learnt about hosts; one look-up a name, whoever asks first.
// May not connect anywhere, nor keep anything between runs.

import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { HostAddress, HostMemory } from './probe.ts';

/**
 * getaddrinfo, not a resolver of our own: the hosts file and the machine's search domains count, as they do for
 * every other program here. The order is the system's (RFC 6724).
 */
export function rememberHosts(resolve: (host: string) => Promise<HostAddress[]> = lookUp): HostMemory {
  const asked = new Map<string, Promise<HostAddress[]>>();
  return {
    addresses(host) {
      const key = host.toLowerCase();
      // A failure is kept as well: two hundred mailboxes must not ask a dead resolver two hundred times.
      const answer = asked.get(key) ?? resolve(host);
      asked.set(key, answer);
      return answer;
    },
    tlsSession: new Map(),
    mechanisms: new Map(),
  };
}

async function lookUp(host: string): Promise<HostAddress[]> {
  const literal = isIP(host);
  if (literal === 4 || literal === 6) return [{ address: host, family: literal }];
  const found = await lookup(host, { all: true, verbatim: true });
  return found.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }));
}
