// What an SMTP session with an honest server yields, and that nothing unproven is called fine.

import { describe, expect, test } from 'vitest';
import { probeSmtp } from '../../src/io/probes/smtp.ts';
import type { Answer } from '../line-server.ts';
import { password, probeContext, probeRequest, stepLines, theStep } from '../probe-world.ts';
import { clear, goodLogin, hello, honest, serve, trusting, upgrade } from '../smtp-servers.ts';

describe('an honest server', () => {
  test('STARTTLS, login: each stage is a verdict of its own, sending was not asked for', async () => {
    const server = await serve(honest);
    const seen = await probeSmtp(probeRequest(server.port), probeContext(trusting));
    expect(stepLines(seen)).toEqual([
      'name ok',
      'connect ok',
      'greeting ok',
      'tls ok',
      'capabilities ok',
      'login ok',
      'sender not-tried:not-asked',
      'recipient not-tried:not-asked',
      'queued not-tried:not-asked',
    ]);
    expect(seen).toMatchObject({
      kind: 'session',
      address: '127.0.0.1',
      greeting: 'mx.example.com ESMTP',
      capabilities: ['PIPELINING', '8BITMIME', 'AUTH PLAIN LOGIN'],
      mechanisms: ['PLAIN', 'LOGIN'],
      mechanismUsed: 'PLAIN',
      tlsVersion: 'TLSv1.3',
      at: '2026-01-02T03:04:05.000Z',
    });
    expect(seen.certificate?.names).toEqual(['localhost', '127.0.0.1']);
    expect(server.received[0]?.[0]).toBe('EHLO [127.0.0.1]');
    expect(server.surprises).toEqual([]);
  });

  test('implicit TLS: TLS comes before the greeting', async () => {
    const server = await serve(clear(hello('AUTH PLAIN'), goodLogin), { implicit: true });
    const seen = await probeSmtp(probeRequest(server.port, { tls: 'implicit' }), probeContext(trusting));
    expect(stepLines(seen).slice(0, 6)).toEqual([
      'name ok',
      'connect ok',
      'tls ok',
      'greeting ok',
      'capabilities ok',
      'login ok',
    ]);
  });

  test('depth "connect" sends no credentials and does not even read them', async () => {
    const server = await serve(honest);
    const world = probeContext({ ...trusting, secret: () => Promise.reject(new Error('read')) });
    const seen = await probeSmtp(probeRequest(server.port, { depth: 'connect' }), world);
    expect(theStep(seen, 'login')).toMatchObject({ outcome: 'not-tried', because: 'not-asked' });
    expect(theStep(seen, 'capabilities').outcome).toBe('ok');
    expect(server.received.flat().join('\n')).not.toContain('AUTH');
  });

  test('only LOGIN offered: user and password each answer a challenge', async () => {
    const server = await serve(
      upgrade(hello('AUTH=LOGIN XOAUTH2'), [
        /^AUTH LOGIN$/,
        '334 VXNlcm5hbWU6',
        [
          { expect: new RegExp(`^${Buffer.from('admin').toString('base64')}$`) },
          { send: '334 UGFzc3dvcmQ6' },
          { expect: new RegExp(`^${Buffer.from(password).toString('base64')}$`) },
          { send: '235 2.7.0 Welcome' },
        ],
      ]),
    );
    const seen = await probeSmtp(probeRequest(server.port), probeContext(trusting));
    expect(theStep(seen, 'login').outcome).toBe('ok');
    expect(seen.mechanismUsed).toBe('LOGIN');
    expect(server.surprises).toEqual([]);
  });

  test('CRAM-MD5 where nothing else is offered: the example of RFC 2195 §2', async () => {
    const server = await serve(
      upgrade(hello('AUTH CRAM-MD5'), [
        /^AUTH CRAM-MD5$/,
        '334 PDE4OTYuNjk3MTcwOTUyQHBvc3RvZmZpY2UucmVzdG9uLm1jaS5uZXQ+',
        [{ expect: /^dGltIGI5MTNhNjAyYzdlZGE3YTQ5NWI0ZTZlNzMzNGQzODkw$/ }, { send: '235 ok' }],
      ]),
    );
    const request = probeRequest(server.port, {
      credentials: { kind: 'password', user: 'tim', password: { env: 'P' } },
    });
    const world = probeContext({ ...trusting, secret: () => Promise.resolve('tanstaaftanstaaf') });
    expect(theStep(await probeSmtp(request, world), 'login').outcome).toBe('ok');
  });

  test('a login that the server holds back for longer than any other reply is waited for', async () => {
    const held: Answer = [/^AUTH PLAIN /, [], [{ pause: 1_500 }, { send: '235 2.7.0 Welcome' }]];
    const server = await serve(upgrade(hello('AUTH PLAIN'), held));
    const world = probeContext({ ...trusting, shorter: { reply: 1_000, login: 3_000 } });
    expect(theStep(await probeSmtp(probeRequest(server.port), world), 'login').outcome).toBe('ok');
  });

  test('a second session resumes the first one’s TLS and still knows the certificate', async () => {
    const server = await serve(honest);
    const world = probeContext(trusting);
    const first = await probeSmtp(probeRequest(server.port), world);
    const second = await probeSmtp(probeRequest(server.port), world);
    expect(server.resumed()).toBe(1);
    expect(theStep(second, 'login').outcome).toBe('ok');
    expect(second.certificate).toEqual(first.certificate);
  });
});

describe('no false green', () => {
  test('AUTH not offered: a failure, and the password never left', async () => {
    const server = await serve(upgrade(hello('PIPELINING')));
    const seen = await probeSmtp(probeRequest(server.port), probeContext(trusting));
    expect(theStep(seen, 'login')).toMatchObject({
      outcome: 'rejected',
      reason: 'authentication-not-offered',
    });
  });

  test('only mechanisms that need a token: said, with the list', async () => {
    const server = await serve(upgrade(hello('AUTH XOAUTH2 OAUTHBEARER')));
    const seen = await probeSmtp(probeRequest(server.port), probeContext(trusting));
    expect(theStep(seen, 'login')).toMatchObject({ outcome: 'rejected', reason: 'no-common-mechanism' });
    expect(seen.mechanisms).toEqual(['XOAUTH2', 'OAUTHBEARER']);
  });

  test('STARTTLS not offered: no falling back to clear text', async () => {
    const server = await serve(clear(hello('AUTH PLAIN'), goodLogin));
    const seen = await probeSmtp(probeRequest(server.port), probeContext(trusting));
    expect(theStep(seen, 'tls')).toMatchObject({ outcome: 'rejected', reason: 'starttls-not-offered' });
    expect(theStep(seen, 'login')).toMatchObject({ outcome: 'not-tried', because: 'earlier-step-failed' });
    expect(server.received.flat().join('\n')).not.toContain('AUTH');
  });

  test('STARTTLS offered and then refused', async () => {
    const server = await serve(
      clear(hello('STARTTLS', 'AUTH PLAIN'), [/^STARTTLS/, '454 4.7.0 TLS not available']),
    );
    const seen = await probeSmtp(probeRequest(server.port), probeContext(trusting));
    expect(theStep(seen, 'tls')).toMatchObject({
      outcome: 'refused',
      reply: { code: '454', enhanced: '4.7.0' },
    });
  });

  test('without TLS, credentials stay here unless the record allows it', async () => {
    const server = await serve(clear(hello('AUTH PLAIN'), goodLogin));
    const request = probeRequest(server.port, { tls: 'none' });
    const careful = await probeSmtp(request, probeContext());
    expect(theStep(careful, 'login')).toMatchObject({ outcome: 'rejected', reason: 'clear-text-forbidden' });
    expect(server.received.flat().join('\n')).not.toContain('AUTH');
    const allowed = await probeSmtp({ ...request, allowClearTextCredentials: true }, probeContext());
    expect(theStep(allowed, 'login').outcome).toBe('ok');
    expect(theStep(allowed, 'tls')).toMatchObject({ outcome: 'not-tried', because: 'not-asked' });
  });

  test('a user name with a line break or NUL is not sent', async () => {
    for (const user of ['admin\r\nMAIL FROM:<x@example.com>', 'admin\0other']) {
      const server = await serve(honest);
      const request = probeRequest(server.port, {
        credentials: { kind: 'password', user, password: { env: 'P' } },
      });
      const seen = await probeSmtp(request, probeContext(trusting));
      expect(theStep(seen, 'login')).toMatchObject({ outcome: 'rejected', reason: 'unsafe-characters' });
      expect(server.received.flat().join('\n')).not.toMatch(/AUTH|MAIL/);
    }
  });

  test.each(['554 5.7.1 Your address is blocked', '421 4.3.2 Try later'])('greeted with %s', async (line) => {
    const server = await serve([{ send: line }, 'silence']);
    const seen = await probeSmtp(probeRequest(server.port), probeContext(trusting));
    expect(theStep(seen, 'greeting')).toMatchObject({
      outcome: 'refused',
      reply: { code: line.slice(0, 3) },
    });
  });

  test('wrong password: the server’s words, and one try only', async () => {
    const server = await serve(
      upgrade(hello('AUTH PLAIN LOGIN CRAM-MD5'), [/^AUTH/, '535 5.7.8 Error: authentication failed']),
    );
    const seen = await probeSmtp(probeRequest(server.port), probeContext(trusting));
    expect(theStep(seen, 'login')).toMatchObject({
      outcome: 'refused',
      reply: { code: '535', enhanced: '5.7.8', text: 'Error: authentication failed' },
    });
    expect(server.received[0]?.filter((line) => line.startsWith('AUTH'))).toHaveLength(1);
  });
});
