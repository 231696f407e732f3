// A web service on loopback that answers as a test says, with TLS where a certificate is given. Ends with the test file's
// own afterEach. For bytes that are no HTTP there is line-server.ts.

import { createServer as createPlain, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecure } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { afterEach } from 'vitest';

export type Asked = {
  method: string;
  /** With its query, as it came. */
  path: string;
  headers: IncomingMessage['headers'];
  body: string;
  /** Counted from 0. */
  connection: number;
};
export type Answer =
  | { status: number; headers?: Record<string, string | string[]>; body?: string; lastOfConnection?: boolean }
  | 'silence'
  | 'reset';

export type HttpServer = {
  port: number;
  /** Everything asked, in order. */
  asked: Asked[];
  close(): Promise<void>;
};

const servers: HttpServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

export async function serveHttp(
  answer: (asked: Asked) => Answer | Promise<Answer>,
  certificate?: { key: string; cert: string },
): Promise<HttpServer> {
  const sockets: Socket[] = [];
  const asked: Asked[] = [];
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const one: Asked = {
      method: request.method ?? '',
      path: request.url ?? '',
      headers: request.headers,
      body: Buffer.concat(parts).toString(),
      connection: sockets.indexOf(request.socket),
    };
    asked.push(one);
    const said = await answer(one);
    if (said === 'silence') return;
    if (said === 'reset') {
      request.socket.destroy();
      return;
    }
    const { status, headers = {}, body = '', lastOfConnection = false } = said;
    response.writeHead(status, { 'content-length': Buffer.byteLength(body), ...headers });
    response.end(body, () => lastOfConnection && request.socket.destroy());
  };
  const listener = (request: IncomingMessage, response: ServerResponse): void =>
    void handle(request, response).catch(() => request.socket.destroy());
  const server = certificate === undefined ? createPlain(listener) : createSecure(certificate, listener);
  server.on(certificate === undefined ? 'connection' : 'secureConnection', (socket: Socket) => {
    sockets.push(socket);
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const started: HttpServer = {
    port: (server.address() as AddressInfo).port,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
        for (const socket of sockets) socket.destroy();
      }),
  };
  servers.push(started);
  return started;
}
