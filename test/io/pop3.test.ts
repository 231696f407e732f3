// What a POP3 session with a server of each kind yields, from the honest to the hostile.

import { afterEach, describe, expect, test } from 'vitest';
import type { ProbeRequest } from '../../src/core/delivery/probe-request.ts';
import { brokenStep } from '../../src/core/mail/evidence.ts';
import { parseStatusLine, parseUniqueIds } from '../../src/core/mail/pop3-reply.ts';
import { openPop3 } from '../../src/io/probes/pop3.ts';
import { makeCertificates } from '../certificates.ts';
import {
  startLineServer,
  type Answer,
  type LineServer,
  type LineServerOptions,
  type Script,
} from '../line-server.ts';
import { password, probeContext, probeRequest, stepLines, theStep } from '../probe-world.ts';

const certificates = makeCertificates();
const trusting = { extraAuthorities: certificates.authority };
const servers: LineServer[] = [];

async function serve(script: Script | ((connection: number) => Script), options: LineServerOptions = {}) {
  const server = await startLineServer(script, { certificate: certificates.good, ...options });
  servers.push(server);
  return server;
}
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

const pop3 = (server: LineServer, changes: Partial<ProbeRequest> = {}): ProbeRequest =>
  probeRequest(server.port, { direction: 'incoming', protocol: 'pop3', tls: 'implicit', ...changes });

const blob = Buffer.from(`\0admin\0${password}`).toString('base64');
const capa = (...lines: string[]): Answer => [/^CAPA$/, ['+OK', ...lines, '.']];
const modern = capa('UIDL', 'TOP', 'PIPELINING', 'SASL PLAIN LOGIN', 'STLS');
const plain: Answer = [
  /^AUTH PLAIN /,
  (line) => (line.endsWith(blob) ? '+OK Logged in.' : '-ERR [AUTH] No.'),
];
const stat: Answer = [/^STAT$/, '+OK 2 320'];
const quit: Answer = [/^QUIT$/, '+OK', ['close']];
const talk = (...answers: Answer[]): Script => [{ send: '+OK ready' }, { answer: [...answers, quit] }];
const implicit: LineServerOptions = { implicit: true };

describe('an honest server', () => {
  test('implicit TLS: the stages in their order, arrival was not asked for', async () => {
    const server = await serve(talk(modern, plain, stat), implicit);
    const { observation } = await openPop3(pop3(server), probeContext(trusting), false);
    expect(stepLines(observation)).toEqual([
      'name ok',
      'connect ok',
      'tls ok',
      'greeting ok',
      'capabilities ok',
      'login ok',
      'inbox ok',
      'arrived not-tried:not-asked',
      'removed not-tried:not-asked',
    ]);
    expect(observation.mechanisms).toEqual(['PLAIN', 'LOGIN']);
    expect(observation.mechanismUsed).toBe('PLAIN');
    expect(server.surprises).toEqual([]);
  });

  test('STLS, and what CAPA says after it counts', async () => {
    const upgraded: Script = ['starttls', { answer: [capa('SASL PLAIN'), plain, stat, quit] }];
    const server = await serve(talk([/^STLS$/, '+OK begin', upgraded]));
    const { observation } = await openPop3(pop3(server, { tls: 'starttls' }), probeContext(trusting), false);
    expect(brokenStep(observation)).toBeUndefined();
    expect(observation.tlsVersion).toBe('TLSv1.3');
    expect(observation.transcript.every(({ text }) => !text.includes(blob))).toBe(true);
  });

  test('the second mailbox on a host leaves CAPA out', async () => {
    const server = await serve(talk(modern, plain, stat), implicit);
    const context = probeContext(trusting);
    await openPop3(pop3(server), context, false);
    const { observation } = await openPop3(pop3(server), context, false);
    expect(theStep(observation, 'inbox').outcome).toBe('ok');
    expect(server.received[1]?.slice(0, 2)).toEqual([`AUTH PLAIN ${blob}`, 'STAT']);
  });

  test('a server older than CAPA is asked with USER and PASS', async () => {
    const server = await serve(
      talk(
        [/^CAPA$/, '-ERR unknown command'],
        [/^USER admin$/, '+OK'],
        [/^PASS /, (line) => (line === `PASS ${password}` ? '+OK 2 messages' : '-ERR no')],
        stat,
      ),
      implicit,
    );
    const { observation } = await openPop3(pop3(server), probeContext(trusting), false);
    expect(brokenStep(observation)).toBeUndefined();
    expect(observation.mechanismUsed).toBe('USER');
  });

  test('one that promises PIPELINING and still asks for the response is answered the long way', async () => {
    const first: Answer = [/^AUTH PLAIN .+/, '+ ', [{ expect: /^STAT$/ }, { send: '-ERR not base64' }]];
    const second: Script = [
      { expect: /^AUTH PLAIN$/ },
      { send: '+ ' },
      { answer: [[/./, (line) => (line === blob ? '+OK' : '-ERR [AUTH] No'), [{ answer: [stat, quit] }]]] },
    ];
    const server = await serve(
      [{ send: '+OK ready' }, { answer: [modern, [first[0], first[1], [...(first[2] ?? []), ...second]]] }],
      implicit,
    );
    const { observation } = await openPop3(pop3(server), probeContext(trusting), false);
    expect(server.surprises).toEqual([]);
    expect(brokenStep(observation)).toBeUndefined();
  });

  test('the snapshot holds every unique-id, those that begin with a dot too, whatever the packets', async () => {
    const listing: Script = [
      { raw: '+O' },
      { drip: 'K\r\n1 aaa\r\n2 ', everyMilliseconds: 1 },
      { raw: '.bbb\r\n..c\r\n3 ccc\r\n.' },
      { drip: '\r\n', everyMilliseconds: 5 },
      { answer: [quit] },
    ];
    const server = await serve(talk(modern, plain, stat, [/^UIDL$/, '', listing]), implicit);
    const { snapshot } = await openPop3(pop3(server, { depth: 'send' }), probeContext(trusting), true);
    expect(snapshot).toEqual({ protocol: 'pop3', uniqueIds: new Set(['aaa', '.bbb', 'ccc']) });
  });
});

describe('no', () => {
  test.each([
    [
      '-ERR [AUTH] Authentication failed.',
      { code: '-ERR', enhanced: 'AUTH', text: 'Authentication failed.' },
    ],
    ['-ERR [SYS/TEMP] Later.', { code: '-ERR', enhanced: 'SYS/TEMP', text: 'Later.' }],
    ['-ERR [IN-USE] Locked.', { code: '-ERR', enhanced: 'IN-USE', text: 'Locked.' }],
    ['-ERR', { code: '-ERR', text: '' }],
  ])('%s is kept in the server’s own words', async (line, reply) => {
    const server = await serve(talk(modern, [/^AUTH PLAIN /, line], [/^STAT$/, '-ERR']), implicit);
    const { observation } = await openPop3(pop3(server), probeContext(trusting), false);
    expect(theStep(observation, 'login')).toMatchObject({ outcome: 'refused', reply });
    expect(theStep(observation, 'inbox')).toMatchObject({ outcome: 'not-tried' });
  });

  test('the password is not in the evidence, even where the server repeats it', async () => {
    const server = await serve(
      talk(modern, [/^AUTH PLAIN /, (line) => `-ERR ${line} ${password}`]),
      implicit,
    );
    const { observation } = await openPop3(pop3(server), probeContext(trusting), false);
    expect(theStep(observation, 'login').outcome).toBe('refused');
    expect(JSON.stringify(observation)).not.toContain(password);
    expect(JSON.stringify(observation)).not.toContain(blob);
  });

  test.each([
    ['no mechanism at all', capa('UIDL'), 'authentication-not-offered'],
    ['only what we do not speak', capa('SASL XOAUTH2'), 'no-common-mechanism'],
  ])('%s: nothing is sent', async (_name, offered, reason) => {
    const server = await serve(talk(offered), implicit);
    const { observation } = await openPop3(pop3(server), probeContext(trusting), false);
    expect(theStep(observation, 'login')).toMatchObject({ outcome: 'rejected', reason });
  });

  test('clear text only if the record says so in as many words', async () => {
    const server = await serve(talk(modern, plain, stat));
    const request = pop3(server, { tls: 'none' });
    const refused = await openPop3(request, probeContext(), false);
    expect(theStep(refused.observation, 'login')).toMatchObject({ reason: 'clear-text-forbidden' });
    const allowed = await openPop3({ ...request, allowClearTextCredentials: true }, probeContext(), false);
    expect(theStep(allowed.observation, 'inbox').outcome).toBe('ok');
    expect(server.received[0]).not.toContain(`AUTH PLAIN ${blob}`);
  });

  test('STLS is not offered: nothing is said in the clear after that', async () => {
    const server = await serve(talk([/^STLS$/, '-ERR what?'], capa('USER')));
    const { observation } = await openPop3(pop3(server, { tls: 'starttls' }), probeContext(trusting), false);
    expect(theStep(observation, 'tls')).toMatchObject({
      outcome: 'rejected',
      reason: 'starttls-not-offered',
    });
    expect(server.received[0]?.filter((line) => /^(?:USER|PASS|AUTH)/.test(line))).toEqual([]);
  });

  test('a password with a line break never becomes a command', async () => {
    const server = await serve(talk(capa('USER')), implicit);
    const context = probeContext({ ...trusting, secret: () => Promise.resolve('x\r\nDELE 1') });
    const { observation } = await openPop3(pop3(server), context, false);
    expect(theStep(observation, 'login')).toMatchObject({ outcome: 'rejected', reason: 'unsafe-characters' });
    expect(server.received[0]?.filter((line) => line.startsWith('DELE'))).toEqual([]);
  });
});

describe('a server that misbehaves ends the session, never the run', () => {
  const login = (...script: Script): Script => talk(modern, [/^AUTH PLAIN /, '', script]);
  test.each<[string, Script, object]>([
    ['closes during the login', login('close'), { step: 'login', outcome: 'closed' }],
    [
      'falls silent during the login',
      login('silence'),
      { step: 'login', outcome: 'timed-out', receivedBytes: 0 },
    ],
    [
      'drips for ever',
      login({ drip: 'a', everyMilliseconds: 5, forever: true }),
      { step: 'login', outcome: 'timed-out' },
    ],
    ['greets as SMTP', [{ send: '220 mx ESMTP' }, 'silence'], { outcome: 'malformed', looksLike: 'smtp' }],
    [
      'answers what is no POP3',
      login({ send: 'HTTP/1.1 400 Bad Request' }, 'close'),
      { step: 'login', outcome: 'malformed', looksLike: 'http' },
    ],
    [
      'lists without end',
      talk([/^CAPA$/, '+OK', [{ flood: 'X'.repeat(1_000), bytes: 40 * 1024 * 1024 }]]),
      { step: 'capabilities', outcome: 'malformed' },
    ],
  ])('one that %s', async (_name, script, expected) => {
    const server = await serve(script, implicit);
    const context = probeContext({ ...trusting, shorter: { reply: 700 } });
    const { observation } = await openPop3(pop3(server), context, false);
    expect(brokenStep(observation)).toMatchObject(expected);
  });
});

test('the status line, unique-ids and Message-ID are read as RFC 1939, 2449 and 5322 write them', () => {
  expect(parseStatusLine('+OK')).toEqual({ code: '+OK', text: '' });
  expect(parseStatusLine('+OKAY')).toBeUndefined();
  expect([...parseUniqueIds(['1 abc', '2', '3 with space', `4 ${'x'.repeat(71)}`])]).toEqual([['abc', 1]]);
});
