// Servers that are slow, broken or hostile: each ends within its deadline, and no secret is shown.

import { describe, expect, test } from 'vitest';
import { brokenStep } from '../../src/core/mail/evidence.ts';
import { probeSmtp } from '../../src/io/probes/smtp.ts';
import { unusedPort } from '../line-server.ts';
import { password, probeContext, probeRequest, theStep } from '../probe-world.ts';
import { blob, greet, hello, honest, serve, trusting, upgrade } from '../smtp-servers.ts';

describe('a hostile or broken server ends within its deadline', () => {
  const hasty = { reply: 400, session: 2_000 };

  test('nothing listens', async () => {
    const seen = await probeSmtp(probeRequest(await unusedPort()), probeContext());
    expect(theStep(seen, 'connect')).toMatchObject({ outcome: 'failed', error: 'ECONNREFUSED' });
    expect(theStep(seen, 'greeting')).toMatchObject({ outcome: 'not-tried', because: 'earlier-step-failed' });
  });

  test('the first address leads nowhere, the second does', async () => {
    const server = await serve(honest);
    const world = probeContext(trusting);
    world.hosts.addresses = () =>
      Promise.resolve([
        { address: '127.0.0.3', family: 4 },
        { address: '127.0.0.1', family: 4 },
      ]);
    expect((await probeSmtp(probeRequest(server.port), world)).address).toBe('127.0.0.1');
  });

  test('the name does not exist', async () => {
    const world = probeContext();
    world.hosts.addresses = () =>
      Promise.reject(Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' }));
    const seen = await probeSmtp(probeRequest(25), world);
    expect(theStep(seen, 'name')).toMatchObject({ outcome: 'failed', error: 'ENOTFOUND' });
  });

  test('the name is never answered for', async () => {
    const world = probeContext({ shorter: { connect: 50 } });
    world.hosts.addresses = () => new Promise(() => undefined);
    expect(theStep(await probeSmtp(probeRequest(25), world), 'name').outcome).toBe('timed-out');
  });

  test('silence', async () => {
    const server = await serve(['silence']);
    const seen = await probeSmtp(probeRequest(server.port), probeContext({ shorter: hasty }));
    expect(theStep(seen, 'greeting')).toMatchObject({ outcome: 'timed-out', receivedBytes: 0 });
    expect(seen.answersTo).toBeUndefined();
  });

  test('a greeting that drips does not move the deadline', async () => {
    const server = await serve([{ drip: '220-still here\r\n', everyMilliseconds: 5, forever: true }]);
    const seen = await probeSmtp(probeRequest(server.port), probeContext({ shorter: hasty }));
    expect(theStep(seen, 'greeting').outcome).toBe('timed-out');
  });

  test('silence after TLS', async () => {
    const server = await serve([
      greet,
      { answer: [hello('STARTTLS'), [/^STARTTLS/, '220 ok', ['starttls', 'silence']]] },
    ]);
    const seen = await probeSmtp(probeRequest(server.port), probeContext({ ...trusting, shorter: hasty }));
    expect(theStep(seen, 'capabilities').outcome).toBe('timed-out');
  });

  test('the session has an end of its own, however many replies come in time', async () => {
    const server = await serve(upgrade(hello('AUTH LOGIN'), [/./, '334 YWdhaW4=', ['silence']]));
    const seen = await probeSmtp(
      probeRequest(server.port),
      probeContext({ ...trusting, shorter: { reply: 60_000, session: 700 } }),
    );
    expect(theStep(seen, 'login').outcome).toBe('timed-out');
  });

  test('closes, or resets, in the middle', async () => {
    const closing = await serve(upgrade(hello('AUTH PLAIN'), [/^AUTH/, [], ['close']]));
    const closed = await probeSmtp(probeRequest(closing.port), probeContext(trusting));
    const { milliseconds: _, ...end } = theStep(closed, 'login');
    expect(end).toEqual({ step: 'login', outcome: 'closed' }); // and no word of the 250 to EHLO
    const resetting = await serve([{ pause: 30 }, 'reset']);
    const reset = await probeSmtp(probeRequest(resetting.port), probeContext(trusting));
    expect(theStep(reset, 'greeting')).toMatchObject({ outcome: 'failed', error: 'ECONNRESET' });
    // At once: the system may report it for the connection itself.
    const slamming = await serve(['reset']);
    const slammed = await probeSmtp(probeRequest(slamming.port), probeContext(trusting));
    expect(brokenStep(slammed)).toMatchObject({ outcome: 'failed', error: 'ECONNRESET' });
  });

  test.each([
    ['reply of many lines', { flood: '220-more', bytes: 8_000_000 }, 1024 * 1024],
    ['line without an end', { raw: Buffer.alloc(3_000_000, 'x') }, 64 * 1024],
  ] as const)('a %s, over the limit', async (_what, action, limitBytes) => {
    const server = await serve([action, 'silence']);
    const seen = await probeSmtp(probeRequest(server.port), probeContext());
    const step = theStep(seen, 'greeting');
    expect(step).toMatchObject({ outcome: 'malformed', limitBytes });
    expect(JSON.stringify(seen).length).toBeLessThan(10_000);
  });

  test('a long reply within the limit is obeyed, and only its beginning kept', async () => {
    const server = await serve(
      upgrade(hello('AUTH PLAIN'), [
        /^AUTH/,
        [...Array<string>(5_000).fill(`535-5.7.8 ${'no '.repeat(50)}`), '535 5.7.8 no'],
      ]),
    );
    const seen = await probeSmtp(probeRequest(server.port), probeContext(trusting));
    expect(theStep(seen, 'login')).toMatchObject({
      outcome: 'refused',
      reply: { code: '535', enhanced: '5.7.8' },
    });
    expect(JSON.stringify(theStep(seen, 'login')).length).toBeLessThan(10_000);
    expect(seen.transcript.length).toBeLessThan(600);
  });

  test('Ctrl-C', async () => {
    const server = await serve(['silence']);
    const run = new AbortController();
    const session = probeSmtp(probeRequest(server.port), probeContext({ signal: run.signal }));
    await expect.poll(() => server.received.length).toBeGreaterThan(0);
    run.abort();
    const seen = await session;
    expect(theStep(seen, 'greeting')).toMatchObject({ outcome: 'not-tried', because: 'interrupted' });
    expect(theStep(seen, 'login')).toMatchObject({ outcome: 'not-tried', because: 'interrupted' });
  });

  test('escape sequences are kept as evidence; making them safe is the reporter’s part', async () => {
    const server = await serve(
      upgrade(hello('AUTH PLAIN'), [/^AUTH/, '535 \u001b[2J\u001b]0;owned\u0007no']),
    );
    const seen = await probeSmtp(probeRequest(server.port), probeContext(trusting));
    expect(theStep(seen, 'login')).toMatchObject({ reply: { text: '\u001b[2J\u001b]0;owned\u0007no' } });
  });
});

describe('the password is nowhere in what is seen', () => {
  const base64 = Buffer.from(password).toString('base64');
  test.each([
    ['raw', `wrong password "${password}"`],
    ['in capitals', `WRONG PASSWORD ${password.toUpperCase()}`],
    ['base64', `cannot decode ${base64}`],
    ['the command', `unknown command AUTH PLAIN ${blob}`],
    ['half of it', `bad token horse battery`],
    ['in a URL', `see https://example.com/?p=${encodeURIComponent(password)}`],
  ])('echoed %s', async (_how, text) => {
    const server = await serve(upgrade(hello('AUTH PLAIN', text), [/^AUTH/, `535 5.7.8 ${text}`]));
    const seen = await probeSmtp(probeRequest(server.port), probeContext(trusting));
    const everything = JSON.stringify(seen);
    expect(theStep(seen, 'login').outcome).toBe('refused');
    for (const form of [password, 'horse battery', base64, blob, encodeURIComponent(password)]) {
      expect(everything.toLowerCase()).not.toContain(form.toLowerCase());
    }
    expect(everything).toContain('***');
  });

  test('the transcript shows both sides, where TLS begins, and no secret', async () => {
    const server = await serve(honest);
    const seen = await probeSmtp(probeRequest(server.port), probeContext(trusting));
    const lines = seen.transcript.map((line) => `${line.encrypted ? 'T' : ' '}${line.mark} ${line.text}`);
    expect(lines).toContain(' > STARTTLS');
    expect(lines).toContain('T> AUTH PLAIN ***');
    expect(lines).toContain('T< 235 2.7.0 Welcome');
    expect(lines.at(-1)).toBe('T> QUIT');
  });
});
