// What users ask of the conversation itself, each by its number in the list of asks (covered.test.ts), against scripted servers.

import { describe, expect, test } from 'vitest';
import { openPop3 } from '../../src/io/probes/pop3.ts';
import { probeSmtp } from '../../src/io/probes/smtp.ts';
import { main } from '../../src/main.ts';
import { testWorld } from '../cli/world.ts';
import type { Answer } from '../line-server.ts';
import { probeContext, probeRequest, theStep } from '../probe-world.ts';
import { clear, goodLogin, greet, hello, honest, quit, serve, trusting, upgrade } from '../smtp-servers.ts';

describe('what a server offers is read, not searched for', () => {
  test.each([
    ['in the middle', ['PIPELINING', 'STARTTLS', 'SIZE 1000']],
    ['the last line', ['PIPELINING', 'STARTTLS']],
    ['the only line', ['STARTTLS']],
  ])('#32 STARTTLS is %s of the reply to EHLO', async (_where, offered) => {
    const after: Answer = [
      /^STARTTLS$/,
      '220 go',
      ['starttls', { answer: [hello('AUTH PLAIN'), goodLogin, quit] }],
    ];
    const server = await serve([greet, { answer: [hello(...offered), after] }]);
    const seen = await probeSmtp(probeRequest(server.port), probeContext(trusting));
    expect(theStep(seen, 'login').outcome).toBe('ok');
  });

  test('a capability with STARTTLS in its name is no offer of it', async () => {
    const server = await serve(clear(hello('X-STARTTLS-LATER', 'AUTH PLAIN')));
    const seen = await probeSmtp(probeRequest(server.port), probeContext(trusting));
    expect(theStep(seen, 'tls')).toMatchObject({ outcome: 'rejected', reason: 'starttls-not-offered' });
  });

  test('#33 EHLO is said again after TLS, and what was offered before it is forgotten (RFC 3207 §4.2)', async () => {
    const server = await serve(upgrade(hello('AUTH PLAIN'), goodLogin));
    const seen = await probeSmtp(probeRequest(server.port), probeContext(trusting));
    expect(theStep(seen, 'login').outcome).toBe('ok');
    const commands = server.received[0]?.map((line) => line.split(' ')[0]);
    expect(commands?.slice(0, 4)).toEqual(['EHLO', 'STARTTLS', 'EHLO', 'AUTH']);
  });
});

test('#34 the same facts of a certificate, with TLS at once and after STARTTLS', async () => {
  const upgraded = await serve(honest);
  const atOnce = await serve(clear(hello('AUTH PLAIN'), goodLogin), { implicit: true });
  const first = await probeSmtp(probeRequest(upgraded.port), probeContext(trusting));
  const second = await probeSmtp(probeRequest(atOnce.port, { tls: 'implicit' }), probeContext(trusting));
  expect(first.certificate).toMatchObject({ subject: expect.any(String), validTo: expect.any(String) });
  expect(second.certificate).toEqual(first.certificate);
});

test('#35 every line ends with CRLF: no lone line feed is ever sent', async () => {
  // The scripted server takes CRLF alone for the end of a line, as Exchange does: a lone LF would stay inside one.
  const server = await serve(honest);
  const seen = await probeSmtp(probeRequest(server.port), probeContext(trusting));
  expect(theStep(seen, 'login').outcome).toBe('ok');
  const lines = server.received.flat();
  expect(lines.length).toBeGreaterThan(3);
  for (const line of lines) expect(line).not.toMatch(/[\r\n]/);
});

test('#42 POP3: -ERR to the password is a refusal, whatever was +OK before', async () => {
  const server = await serve(
    [
      { send: '+OK ready' },
      {
        answer: [
          [/^CAPA$/, ['+OK', 'UIDL', 'USER', '.']],
          [/^USER /, '+OK send PASS'],
          [/^PASS /, '-ERR [AUTH] no'],
          [/^QUIT$/, '+OK', ['close']],
        ],
      },
    ],
    { implicit: true },
  );
  const asked = { direction: 'incoming', protocol: 'pop3', tls: 'implicit' } as const;
  const { observation } = await openPop3(probeRequest(server.port, asked), probeContext(trusting), false);
  expect(theStep(observation, 'login')).toMatchObject({ outcome: 'refused', reply: { code: '-ERR' } });
  expect(theStep(observation, 'inbox').outcome).toBe('not-tried');
});

test.each(['0', undefined])(
  '#11 certificates are verified whatever NODE_TLS_REJECT_UNAUTHORIZED says (%s), and nobody is told to set it',
  async (value) => {
    const server = await serve(honest);
    const env = value === undefined ? {} : { NODE_TLS_REJECT_UNAUTHORIZED: value };
    for (const language of ['en', 'ja']) {
      const world = testWorld({ env, now: () => new Date() });
      const asked = ['probe', `smtp://localhost:${server.port}`, '--lang', language];
      expect(await main(asked, world)).toBe(1);
      const out = world.printed.join('\n');
      expect(out).toContain('MC510');
      expect(out).toContain('--ca-file');
      expect(out).not.toMatch(/rejectUnauthorized|NODE_TLS_REJECT_UNAUTHORIZED/);
      const told = world.complained.join(' ').includes('NODE_TLS_REJECT_UNAUTHORIZED=0');
      expect(told).toBe(value === '0');
    }
  },
);
