// Knows how to put distance before a server: a TCP relay that holds every byte back as a long line would.
// Good for counting round trips, as the slope of the time over the delay. May not look into what it carries.

import { connect, createServer } from 'node:net';

/**
 * Relays to `port`, `milliseconds` each way, so that a round trip costs twice that. The TCP handshake with the
 * relay itself is instantaneous, so its round trip is charged afterwards: what the client writes at once counts
 * as written one round trip later, and the server sees the connection when the client's ACK would reach it.
 */
export async function startDelay({ port, host = '127.0.0.1', milliseconds }) {
  const open = new Set();
  let connections = 0;

  const server = createServer({ pauseOnConnect: true, noDelay: true, allowHalfOpen: true }, (client) => {
    connections += 1;
    track(client);
    setTimeout(() => client.destroyed || client.resume(), 2 * milliseconds);
    const onClient = held(client);
    setTimeout(() => {
      const upstream = connect({ host, port, noDelay: true, allowHalfOpen: true });
      track(upstream);
      onClient.to(upstream);
      held(upstream).to(client);
    }, 3 * milliseconds);
  });

  /** Hands on what `from` says, each event `milliseconds` later. Timers of one duration fire in order. */
  function held(from) {
    let target;
    const waiting = [];
    const later = (event) =>
      setTimeout(() => {
        if (target) event(target);
        else waiting.push(event);
      }, milliseconds);
    from.on('data', (bytes) => later((to) => to.destroyed || to.write(bytes)));
    from.on('end', () => later((to) => to.destroyed || to.end()));
    from.on('error', () => {});
    from.on('close', (failed) => failed && later((to) => to.destroy()));
    return {
      to(socket) {
        target = socket;
        for (const event of waiting.splice(0)) event(socket);
      },
    };
  }

  function track(socket) {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  }

  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    host: '127.0.0.1',
    port: server.address().port,
    connections: () => connections,
    async stop() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => void server.close(resolve));
    },
  };
}
