// Knows how the demo's line servers listen and stop: TLS from the first byte, loopback only, one handler a connection.

import { createServer, type TLSSocket } from 'node:tls';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import type { IssuedCertificate } from './certificate.ts';

export type RunningServer = { port: number; stop(): Promise<void> };

/** Called for each line of a client; `send` writes one line, `close` ends the connection after it. */
export type Conversation = {
  greeting: string;
  line(text: string): void;
};

export async function startLineServer(
  { certificate, key }: IssuedCertificate,
  converse: (send: (line: string) => void, close: () => void) => Conversation,
): Promise<RunningServer> {
  const open = new Set<TLSSocket>();
  const server = createServer({ cert: certificate, key }, (socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => socket.destroy());
    const conversation = converse(
      (line) => socket.write(`${line}\r\n`),
      () => socket.end(),
    );
    socket.write(`${conversation.greeting}\r\n`);
    createInterface({ input: socket, crlfDelay: Infinity }).on('line', (text) => conversation.line(text));
  });
  server.on('tlsClientError', (_error, socket) => socket.destroy());
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve());
  });
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
