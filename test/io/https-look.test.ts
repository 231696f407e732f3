// What one request without credentials shows of an HTTPS server, from an Exchange server to a hostile one.

import type { RequestListener } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import type { Observation } from '../../src/core/mail/evidence.ts';
import { lookAtHttps } from '../../src/io/probes/https-look.ts';
import { makeCertificates } from '../certificates.ts';
import { startLineServer, type LineServer, type Script } from '../line-server.ts';
import { probeContext, probeRequest, theStep } from '../probe-world.ts';

const certificates = makeCertificates();
const scripted: LineServer[] = [];
const servers: Server[] = [];
afterEach(async () => {
  for (const server of scripted.splice(0)) await server.close();
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function look(port: number, path = '/EWS/Exchange.asmx', reply = 3_000): Promise<Observation> {
  const context = probeContext({ extraAuthorities: certificates.authority, shorter: { reply } });
  const { credentials: _, ...request } = probeRequest(port, { depth: 'connect' });
  return await lookAtHttps({ ...request, protocol: 'https', tls: 'implicit', path }, context);
}

async function serve(listener: RequestListener): Promise<number> {
  const server = createServer(certificates.good, listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

async function serveScript(script: Script): Promise<{ port: number; server: LineServer }> {
  const server = await startLineServer(script, { certificate: certificates.good, implicit: true });
  scripted.push(server);
  return { port: server.port, server };
}

test('an Exchange server: status, ways to sign in, who it says it is; the rest is let go', async () => {
  const asked: string[] = [];
  const port = await serve((request, response) => {
    asked.push(`${request.method} ${request.url}`, JSON.stringify(request.headers));
    response.setHeader('WWW-Authenticate', ['Negotiate', 'NTLM', 'Basic realm="mail.example.com"']);
    response.setHeader('Server', 'Microsoft-IIS/10.0');
    response.setHeader('X-FEServer', 'EX01');
    response.setHeader('Set-Cookie', 'exchangecookie=0123456789abcdef; path=/');
    response.setHeader('X-Unrelated', 'nobody needs this');
    response.writeHead(401).end('x'.repeat(1_000_000));
  });
  const seen = await look(port);
  expect(seen.steps.map(({ step, outcome }) => `${step} ${outcome}`)).toEqual([
    'name ok',
    'connect ok',
    'tls ok',
    'greeting ok',
  ]);
  expect(seen).toMatchObject({
    protocol: 'https',
    address: '127.0.0.1',
    tlsVersion: 'TLSv1.3',
    mechanisms: ['NEGOTIATE', 'NTLM', 'BASIC'],
    http: {
      method: 'GET',
      path: '/EWS/Exchange.asmx',
      status: 401,
      reason: 'Unauthorized',
      authenticate: ['Negotiate', 'NTLM', 'Basic realm="mail.example.com"'],
      server: 'Microsoft-IIS/10.0',
      headers: { 'x-feserver': 'EX01' },
    },
  });
  expect(seen.certificate?.names).toContain('localhost');
  expect(Object.keys(seen.http?.headers ?? {})).toEqual(['x-feserver']);
  expect(asked[0]).toBe('GET /EWS/Exchange.asmx');
  expect(asked[1]).not.toMatch(/authorization|cookie/i);
  expect(asked).toHaveLength(2);
  // A cookie may stand for a session.
  expect(JSON.stringify(seen)).not.toContain('0123456789abcdef');
  expect(JSON.stringify(seen).length).toBeLessThan(10_000);
});

test('a redirect is shown and not followed', async () => {
  let requests = 0;
  const port = await serve((request, response) => {
    requests += 1;
    response.writeHead(302, { Location: `https://localhost:${port}/elsewhere` }).end();
  });
  const seen = await look(port, '/');
  expect(seen.http).toMatchObject({ status: 302, location: `https://localhost:${port}/elsewhere` });
  expect(requests).toBe(1);
});

test('a certificate that does not hold: the request is never sent', async () => {
  const server = await startLineServer(['silence'], { certificate: certificates.expired, implicit: true });
  scripted.push(server);
  const seen = await look(server.port);
  expect(theStep(seen, 'tls')).toMatchObject({ outcome: 'rejected', reason: 'certificate-expired' });
  expect(theStep(seen, 'greeting')).toMatchObject({ outcome: 'not-tried', because: 'earlier-step-failed' });
  expect(seen.certificate?.chain?.[0]?.subject).toBe('CN=localhost');
  expect(seen).not.toHaveProperty('http');
});

describe('hostile servers get no more than their time and their bytes', () => {
  test.each([
    ['silence', ['silence'], { outcome: 'timed-out', receivedBytes: 0 }],
    ['half a head', [{ raw: 'HTTP/1.1 200 OK\r\nX-' }, 'silence'], { outcome: 'timed-out' }],
    ['close', [{ expect: /^GET / }, 'close'], { outcome: 'closed' }],
    ['another protocol', [{ send: '220 mail.example ESMTP' }], { outcome: 'malformed', looksLike: 'smtp' }],
    ['a head without end', [{ flood: `X-Flood: ${'x'.repeat(100)}`, bytes: 4e6 }], { outcome: 'malformed' }],
    [
      'a head of megabytes',
      [{ raw: 'HTTP/1.1 200 OK\r\n' }, { flood: `X-Flood: ${'x'.repeat(100)}`, bytes: 4e6 }, 'silence'],
      { outcome: 'malformed', limitBytes: 32_768 },
    ],
  ] as [string, Script, object][])('%s', async (_, script, outcome) => {
    const { port } = await serveScript(script);
    const seen = await look(port, '/', 400);
    expect(theStep(seen, 'greeting')).toMatchObject(outcome);
    expect(seen).not.toHaveProperty('http');
    expect(JSON.stringify(seen).length).toBeLessThan(10_000);
  });

  test('a body that never ends is not waited for', async () => {
    const { port } = await serveScript([
      { raw: 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n' },
      { flood: 'x'.repeat(1_000), bytes: 1e9 },
    ]);
    const began = performance.now();
    expect((await look(port, '/')).http?.status).toBe(200);
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  test('long headers are cut, and switching protocols switches nothing', async () => {
    const head = ['HTTP/1.1 101 Switching Protocols', 'Upgrade: x', 'Connection: upgrade'];
    const { port, server } = await serveScript([
      { send: [...head, `Server: ${'s'.repeat(9_000)}`, ''] },
      { expect: /^GET / },
      'silence',
    ]);
    const seen = await look(port, '/');
    expect(seen.http).toMatchObject({ status: 101, server: 's'.repeat(300) });
    expect(server.received.flat()).toEqual(['GET / HTTP/1.1']);
  });

  test('a head that would steer a terminal is refused', async () => {
    const { port } = await serveScript([{ send: ['HTTP/1.1 200 OK', 'Server: \u001b[2J', ''] }, 'silence']);
    const seen = await look(port, '/');
    expect(theStep(seen, 'greeting').outcome).toBe('malformed');
    expect(seen).not.toHaveProperty('http');
  });
});
