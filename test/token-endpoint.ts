// A token endpoint on loopback for the tests: it keeps what it was asked and answers as told. Speaks for no real service.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterEach } from 'vitest';

type Answer = {
  status?: number;
  headers?: Record<string, string>;
  /** Sent as JSON, or as it is where it is a text. */
  body?: unknown;
  /** Nothing is ever answered, or only this much of the body. */
  hang?: boolean;
  /** Milliseconds. */
  after?: number;
};
export type TokenEndpoint = {
  /** http://127.0.0.1:PORT, without a slash at the end. */
  url: string;
  port: number;
  asked: { path: string; query: URLSearchParams; form: URLSearchParams }[];
};

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** Ends with the test. */
export async function tokenEndpoint(
  answer: (form: URLSearchParams, count: number, path: string) => Answer,
  tls?: { key: string; cert: string },
): Promise<TokenEndpoint> {
  const asked: TokenEndpoint['asked'] = [];
  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    let body = '';
    request.setEncoding('utf8').on('data', (piece: string) => (body += piece));
    request.on('end', () => {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
      const form = new URLSearchParams(body);
      asked.push({ path: pathname, query: searchParams, form });
      const said = answer(form, asked.length, pathname);
      setTimeout(() => reply(response, said), said.after ?? 0);
    });
  };
  const server = tls === undefined ? createServer(handle) : createTlsServer(tls, handle);
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  closing.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const { port } = server.address() as AddressInfo;
  return { url: `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}`, port, asked };
}

function reply(response: ServerResponse, { status = 200, headers = {}, body, hang }: Answer): void {
  const text = typeof body === 'string' ? body : JSON.stringify(body ?? {});
  const type = typeof body === 'string' ? 'text/html' : 'application/json';
  if (hang === true && body === undefined) return;
  response.writeHead(status, { 'content-type': type, ...headers });
  if (hang === true) response.write(text);
  else response.end(text);
}

/** An access token that says this of itself. Its signature is nobody's. */
export function accessToken(claims: Record<string, unknown>): string {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ typ: 'JWT', alg: 'none' })}.${part(claims)}.signature`;
}
