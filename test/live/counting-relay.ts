// Knows how to count connections from outside: a relay before one port, any number of them sharing one count.
// May not look into what it carries.

import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export type Count = {
  /**
   * Open now, and the most that were open at any moment. A connection is open until the client has said its last word;
   * one that is begun in that same moment is counted after it, in whatever order the two come.
   */
  open: number;
  most: number;
  /** Made so far. */
  made: number;
};

/** Milliseconds: longer than a busy machine takes to see a farewell, shorter than any session through the relay. */
const sameMoment = 40;

export type CountingRelay = { port: number; stop(): Promise<void> };

/** `milliseconds` before the server's answers reach the client: enough for connections to overlap on a fast machine. */
export async function startCountingRelay(
  port: number,
  count: Count,
  milliseconds = 0,
): Promise<CountingRelay> {
  const sockets = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (client) => {
    count.made += 1;
    let counted = false;
    const began = setTimeout(() => {
      counted = true;
      count.open += 1;
      count.most = Math.max(count.most, count.open);
    }, sameMoment);
    const end = (): void => {
      clearTimeout(began);
      if (counted) count.open -= 1;
      counted = false;
    };
    client.once('end', end).once('close', end);
    const upstream = connect({ port, host: '127.0.0.1', allowHalfOpen: true, noDelay: true });
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket)).on('error', () => undefined);
    }
    client.pipe(upstream);
    upstream.on('data', (bytes) => setTimeout(() => client.writable && client.write(bytes), milliseconds));
    upstream.once('end', () => setTimeout(() => client.end(), milliseconds));
    client.once('close', () => upstream.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
