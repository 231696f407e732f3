// The ground under the web services' probes: steps, one connection, deadlines, sizes, and what never crosses the wire.

import { describe, expect, test } from 'vitest';
import type { StepOutcome } from '../../src/core/mail/step.ts';
import type { ProbeRequest } from '../../src/core/delivery/probe-request.ts';
import type { ProbeContext } from '../../src/io/probes/probe.ts';
import { createHttpSession, type HttpSession } from '../../src/io/probes/http-session.ts';
import { serveHttp } from '../http-server.ts';
import { probeContext, probeRequest, stepLines, theStep } from '../probe-world.ts';
import { certificates, serve, trusting } from '../smtp-servers.ts';
import { unusedPort } from '../line-server.ts';

const token = 'eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.a-token-that-nobody-may-see.signature';

function open(
  port: number,
  changes: Partial<ProbeRequest> = {},
  context: ProbeContext = probeContext(trusting),
) {
  const request = probeRequest(port, { protocol: 'graph', tls: 'implicit', ...changes });
  return createHttpSession(request, context);
}

/** One authorised GET as the step "login"; ok is 200. */
async function ask(session: HttpSession, path = '/v1.0/me'): Promise<boolean> {
  session.transcript.hide(token);
  return session.step('login', async (): Promise<StepOutcome> => {
    const reply = await session.exchange({
      method: 'GET',
      path,
      headers: { Authorization: `Bearer ${token}` },
    });
    if (!reply.ok) return reply.problem;
    const { status, body } = reply.value;
    const words = { code: String(status), text: body };
    return status === 200 ? { outcome: 'ok', reply: words } : { outcome: 'refused', reply: words };
  });
}

describe('a session with a web service', () => {
  test('records name, connect, tls with certificate, and stays on one connection', async () => {
    const server = await serveHttp(() => ({ status: 200, body: 'fine' }), certificates.good);
    const session = open(server.port);
    expect(await session.open()).toBe(true);
    for (const path of ['/one', '/two', '/three']) expect(await ask(session, path)).toBe(true);
    expect(session.connections()).toBe(1);
    const seen = session.finish(['login']);
    expect(stepLines(seen).slice(0, 3)).toEqual(['name ok', 'connect ok', 'tls ok']);
    expect(seen).toMatchObject({ address: '127.0.0.1', tlsVersion: 'TLSv1.3' });
    expect(seen.certificate?.names).toContain('localhost');
    expect(server.asked.map(({ path, connection }) => [path, connection])).toEqual([
      ['/one', 0],
      ['/two', 0],
      ['/three', 0],
    ]);
    expect(server.asked[0]?.headers).toMatchObject({
      host: `localhost:${server.port}`,
      authorization: `Bearer ${token}`,
      'accept-encoding': 'identity',
    });
  });

  test('no credential and no cookie gets into the observation, even where the server repeats it', async () => {
    const server = await serveHttp(
      ({ headers }) => ({
        status: 200,
        headers: { 'set-cookie': ['session=cookie-value-one; Secure', 'b=cookie-value-two'] },
        body: `you sent ${headers.authorization}`,
      }),
      certificates.good,
    );
    const session = open(server.port);
    await session.open();
    expect(await ask(session)).toBe(true);
    const seen = JSON.stringify(session.finish([]));
    expect(seen).toContain('Authorization: Bearer ***');
    expect(seen).toContain('you sent');
    expect(seen).not.toMatch(/a-token-that-nobody|cookie-value/);
  });

  test('a connection that the server closed meanwhile is opened anew, a step more is not recorded', async () => {
    const server = await serveHttp(() => ({ status: 200, lastOfConnection: true }), certificates.good);
    const session = open(server.port);
    await session.open();
    expect(await ask(session)).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await ask(session)).toBe(true);
    expect(session.connections()).toBe(2);
    const steps = stepLines(session.finish([]));
    expect(steps.filter((line) => line === 'connect ok')).toHaveLength(1);
  });

  test.each([
    ['expired', 'certificate-expired'],
    ['otherHost', 'certificate-other-host'],
    ['selfSigned', 'certificate-self-signed'],
  ] as const)('a certificate %s ends it before anything is said', async (which, reason) => {
    const server = await serveHttp(() => ({ status: 200 }), certificates[which]);
    const session = open(server.port);
    expect(await session.open()).toBe(false);
    const seen = session.finish(['login']);
    expect(stepLines(seen)).toEqual([
      'name ok',
      'connect ok',
      `tls rejected:${reason}`,
      'login not-tried:earlier-step-failed',
    ]);
    expect(seen.certificate).toBeDefined();
    expect(server.asked).toEqual([]);
  });

  test('a closed port', async () => {
    const session = open(await unusedPort());
    expect(await session.open()).toBe(false);
    expect(theStep(session.finish([]), 'connect')).toMatchObject({
      outcome: 'failed',
      error: 'ECONNREFUSED',
    });
  });
});

describe('without TLS', () => {
  test('an Authorization header stays here, unless the record allows it', async () => {
    const server = await serveHttp(() => ({ status: 200 }));
    const session = open(server.port, { tls: 'none' });
    expect(await session.open()).toBe(true);
    expect(await ask(session)).toBe(false);
    expect(theStep(session.finish([]), 'login')).toMatchObject({
      outcome: 'rejected',
      reason: 'clear-text-forbidden',
    });
    expect(server.asked).toEqual([]);

    const allowed = open(server.port, { tls: 'none', allowClearTextCredentials: true });
    await allowed.open();
    expect(await ask(allowed)).toBe(true);
    expect(stepLines(allowed.finish([]))).toContain('tls not-tried:not-asked');
  });

  test('a question without credentials may go', async () => {
    const server = await serveHttp(() => ({
      status: 302,
      headers: { location: 'https://elsewhere.example/' },
    }));
    const session = open(await unusedPort());
    const origin = { host: 'localhost', port: server.port, encrypted: false };
    const reply = await session.exchangeAt(origin, { method: 'GET', path: '/autodiscover/autodiscover.xml' });
    expect(reply).toMatchObject({ ok: true, value: { status: 302 } });
    session.finish([]);
    // The redirect was handed over, not followed.
    expect(server.asked).toHaveLength(1);
  });
});

describe('a service that does not behave', () => {
  const hostile: [string, Parameters<typeof serve>[0], object][] = [
    ['silence', ['silence'], { outcome: 'timed-out', receivedBytes: 0 }],
    [
      'a body that drips in for ever',
      [{ raw: 'HTTP/1.1 200 OK\r\n\r\n' }, { drip: 'x', everyMilliseconds: 20, forever: true }],
      { outcome: 'timed-out' },
    ],
    ['a close', [{ expect: /^GET/ }, 'close'], { outcome: 'closed' }],
    [
      'half a body',
      [{ expect: /^GET/ }, { raw: 'HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhalf' }, 'close'],
      { outcome: 'closed' },
    ],
    [
      'an SMTP server',
      [{ expect: /^GET/ }, { raw: '220 mx.example.com ESMTP\r\n' }, 'silence'],
      { outcome: 'malformed', looksLike: 'smtp' },
    ],
    [
      'headers without end',
      [
        { expect: /^GET/ },
        { raw: 'HTTP/1.1 200 OK\r\n' },
        { flood: 'X-Long: more and more', bytes: 300_000 },
      ],
      { outcome: 'malformed', limitBytes: 64 * 1024 },
    ],
    [
      'a body without end',
      [{ expect: /^GET/ }, { raw: 'HTTP/1.1 200 OK\r\n\r\n' }, { flood: 'more', bytes: 3_000_000 }],
      { outcome: 'malformed', limitBytes: 1024 * 1024 },
    ],
    [
      'a packed body that nobody asked for',
      [
        { expect: /^GET/ },
        { raw: 'HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\n\u001f\u008b' },
      ],
      { outcome: 'malformed' },
    ],
  ];
  test.each(hostile)('%s', async (_name, script, outcome) => {
    const server = await serve(script, { implicit: true });
    const session = open(server.port, {}, probeContext({ ...trusting, shorter: { reply: 300 } }));
    expect(await session.open()).toBe(true);
    expect(await ask(session)).toBe(false);
    const login = theStep(session.finish([]), 'login');
    expect(login).toMatchObject(outcome);
    expect(login.milliseconds).toBeLessThan(2_000);
  });

  test('Ctrl-C ends a wait', async () => {
    const server = await serveHttp(() => 'silence', certificates.good);
    const abort = new AbortController();
    const session = open(server.port, {}, probeContext({ ...trusting, signal: abort.signal }));
    await session.open();
    setTimeout(() => abort.abort(), 50);
    expect(await ask(session)).toBe(false);
    expect(stepLines(session.finish(['inbox'])).slice(3)).toEqual([
      'login not-tried:interrupted',
      'inbox not-tried:interrupted',
    ]);
  });
});
