// Knows how the browser's answer comes back to this machine (RFC 8252 §7.3): a port of 127.0.0.1 that is open for one sign-in
// only. May not be reached from elsewhere, nor take an answer that does not carry the state of this sign-in.

import { timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Loopback = {
  port: number;
  /** The first answer with the right state. Rejects with the signal's reason. */
  answer: Promise<URLSearchParams>;
  close(): Promise<void>;
};

/** What the browser shows: HTML, without anything of the server's in it. */
export type LoopbackPages = { received: string; notOurs: string };

export async function listenForAnswer(
  state: string,
  pages: LoopbackPages,
  signal: AbortSignal,
): Promise<Loopback> {
  let settle: (answer: URLSearchParams) => void = () => undefined;
  let refuse: (reason: unknown) => void = () => undefined;
  const answer = new Promise<URLSearchParams>((resolve, reject) => ([settle, refuse] = [resolve, reject]));
  // Nobody may be waiting yet when the run is interrupted.
  answer.catch(() => undefined);
  signal.addEventListener('abort', () => refuse(signal.reason), { once: true });

  const server = createServer({ maxHeaderSize: 16_384 }, (request, response) => {
    const parameters = parametersOf(request, port);
    const isOurs = parameters !== undefined && same(parameters.get('state') ?? '', state);
    respond(response, isOurs ? 200 : 400, isOurs ? pages.received : pages.notOurs);
    if (isOurs) response.once('close', () => settle(parameters));
  });
  server.headersTimeout = 10_000;
  server.requestTimeout = 10_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    port,
    answer,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Undefined: not the redirect of a browser to this port. Another host name would be a page that rebinds its own to us. */
function parametersOf({ method, headers, url }: IncomingMessage, port: number): URLSearchParams | undefined {
  const isHere = headers.host === `127.0.0.1:${port}` || headers.host === `localhost:${port}`;
  if (method !== 'GET' || !isHere || !URL.canParse(url ?? '', 'http://localhost')) return undefined;
  const { pathname, searchParams } = new URL(url ?? '', 'http://localhost');
  return pathname === '/' ? searchParams : undefined;
}

function same(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function respond(response: ServerResponse, status: number, page: string): void {
  response.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'",
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    Connection: 'close',
  });
  response.end(page);
}
