// What an IMAP look at a server of each kind yields; imapflow drives the connection, the evidence is ours.

import { afterEach, describe, expect, test } from 'vitest';
import type { ProbeRequest } from '../../src/core/delivery/probe-request.ts';
import { brokenStep } from '../../src/core/mail/evidence.ts';
import { parseImapLine } from '../../src/core/mail/imap-reply.ts';
import { rememberHosts } from '../../src/io/probes/hosts.ts';
import { openImap } from '../../src/io/probes/imap.ts';
import { makeCertificates } from '../certificates.ts';
import {
  startLineServer,
  unusedPort,
  type Answer,
  type LineServer,
  type LineServerOptions,
  type Script,
} from '../line-server.ts';
import { password, probeContext, probeRequest, stepLines, theStep } from '../probe-world.ts';
import {
  authenticate,
  capability,
  examine,
  greetingLine,
  list,
  logout,
  namespace,
  tagged,
} from './imap-script.ts';

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

const imap = (port: number, changes: Partial<ProbeRequest> = {}): ProbeRequest =>
  probeRequest(port, { direction: 'incoming', protocol: 'imap', tls: 'implicit', ...changes });

const blob = Buffer.from(`\0admin\0${password}`).toString('base64');
const implicit: LineServerOptions = { implicit: true };
const post = capability('NAMESPACE', 'UIDPLUS');
const welcome = (response: string): string =>
  response === blob ? 'OK Logged in' : 'NO [AUTHENTICATIONFAILED] No.';
const honest = (): Script => [
  { send: greetingLine },
  { answer: [authenticate(welcome, post, namespace, examine()), logout] },
];
const upgraded = (): Script => {
  const after = [capability('AUTH=PLAIN'), authenticate(welcome, post, namespace, examine()), logout];
  const upgrade: Answer = [
    /^\S+ STARTTLS$/,
    (line) => `${line.split(' ')[0]} OK go`,
    ['starttls', { answer: after }],
  ];
  return [
    { send: '* OK [CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED AUTH=EVIL] ready' },
    { answer: [upgrade] },
  ];
};
const talk = (...answers: Answer[]): Script => [{ send: greetingLine }, { answer: [...answers, logout] }];

describe('an honest server', () => {
  test('implicit TLS: the stages in their order, INBOX opened read-only', async () => {
    const server = await serve(honest, implicit);
    const { observation } = await openImap(imap(server.port), probeContext(trusting), false);
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
    expect(observation).toMatchObject({
      address: '127.0.0.1',
      tlsVersion: 'TLSv1.3',
      mechanisms: ['PLAIN'],
      mechanismUsed: 'PLAIN',
      greeting: 'ready',
    });
    expect(observation.certificate?.names).toEqual(['localhost', '127.0.0.1']);
    expect(server.received[0]?.some((line) => / SELECT /.test(line))).toBe(false);
    expect(JSON.stringify(observation)).not.toContain(blob);
  });

  test.each([
    ['implicit', honest],
    ['starttls', upgraded],
  ] as const)(
    '%s: the second session resumes the first one’s TLS; the name is looked up once',
    async (mode, script) => {
      const server = await serve(script, mode === 'implicit' ? implicit : {});
      let lookUps = 0;
      const hosts = rememberHosts(() => {
        lookUps += 1;
        return Promise.resolve([{ address: '127.0.0.1', family: 4 }]);
      });
      const world = { ...probeContext(trusting), hosts };
      const request = imap(server.port, { tls: mode, host: 'localhost' });
      const first = await openImap(request, world, false);
      const second = await openImap(request, world, false);
      expect(server.resumed()).toBe(1);
      expect(theStep(second.observation, 'inbox').outcome).toBe('ok');
      expect(second.observation.certificate).toEqual(first.observation.certificate);
      expect(lookUps).toBe(1);
    },
  );

  test('STARTTLS: capabilities from before it are forgotten', async () => {
    const server = await serve(upgraded);
    const { observation } = await openImap(
      imap(server.port, { tls: 'starttls' }),
      probeContext(trusting),
      false,
    );
    expect(brokenStep(observation)).toBeUndefined();
    expect(observation.mechanisms).toEqual(['PLAIN']);
    expect(observation.transcript.filter(({ encrypted }) => !encrypted).map(({ text }) => text)).toEqual([
      'connected to 127.0.0.1',
      '* OK [CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED AUTH=EVIL] ready',
      '1 STARTTLS',
      '1 OK go',
    ]);
  });

  test('depth "connect" stops before any credential is looked up', async () => {
    const server = await serve(honest, implicit);
    const context = probeContext({
      ...trusting,
      secret: () => Promise.reject(new Error('asked for the secret')),
    });
    const { observation } = await openImap(imap(server.port, { depth: 'connect' }), context, false);
    expect(theStep(observation, 'capabilities').outcome).toBe('ok');
    expect(theStep(observation, 'login')).toMatchObject({ outcome: 'not-tried', because: 'not-asked' });
    expect(server.received.flat().filter((line) => /AUTHENTICATE|LOGIN/.test(line))).toEqual([]);
  });

  test('the snapshot is where the next message will stand', async () => {
    const server = await serve(honest, implicit);
    const { snapshot } = await openImap(imap(server.port, { depth: 'send' }), probeContext(trusting), true);
    expect(snapshot).toEqual({ protocol: 'imap', uidNext: 5, uidValidity: '7' });
  });
});

describe('no', () => {
  test.each([
    [
      'NO [AUTHENTICATIONFAILED] Authentication failed.',
      { code: 'NO', enhanced: 'AUTHENTICATIONFAILED', text: 'Authentication failed.' },
    ],
    [
      'NO [WEBALERT https://x.example/] Web login required.',
      { code: 'NO', enhanced: 'WEBALERT', text: '[WEBALERT https://x.example/] Web login required.' },
    ],
    [
      'BAD Request is throttled. Suggested Backoff Time: 92415 milliseconds',
      { code: 'BAD', text: 'Request is throttled. Suggested Backoff Time: 92415 milliseconds' },
    ],
  ])('%s: the server’s own words, at once', async (words, reply) => {
    const server = await serve(() => talk(authenticate(() => words)), implicit);
    const { observation } = await openImap(imap(server.port), probeContext(trusting), false);
    expect(theStep(observation, 'login')).toMatchObject({ outcome: 'refused', reply });
    expect(theStep(observation, 'inbox')).toMatchObject({
      outcome: 'not-tried',
      because: 'earlier-step-failed',
    });
  });

  test('Exchange accepts the login and has no mailbox behind it', async () => {
    const refused = tagged(/NAMESPACE$/, 'BAD User is authenticated but not connected.');
    const server = await serve(() => talk(authenticate(welcome, post, refused)), implicit);
    const { observation } = await openImap(imap(server.port), probeContext(trusting), false);
    expect(theStep(observation, 'login').outcome).toBe('ok');
    expect(theStep(observation, 'inbox')).toMatchObject({
      outcome: 'refused',
      reply: { code: 'BAD', text: 'User is authenticated but not connected.' },
    });
  });

  test('EXAMINE refused, and the password that the server repeats stays hidden', async () => {
    const refused = tagged(/EXAMINE /, `NO [SERVERBUG] ${password} ${blob}`);
    const server = await serve(() => talk(authenticate(welcome, post, namespace, refused)), implicit);
    const { observation } = await openImap(imap(server.port), probeContext(trusting), false);
    expect(theStep(observation, 'inbox')).toMatchObject({
      outcome: 'refused',
      reply: { enhanced: 'SERVERBUG' },
    });
    expect(JSON.stringify(observation)).not.toContain(password);
  });

  test.each([
    ['implicit', 'LOGINDISABLED', 'authentication-not-offered'],
    ['implicit', 'LOGINDISABLED AUTH=XOAUTH2', 'no-common-mechanism'],
    ['none', 'LOGINDISABLED', 'authentication-not-offered'],
  ] as const)('%s with %s: no password leaves', async (tls, offered, reason) => {
    const server = await serve(
      [{ send: `* OK [CAPABILITY IMAP4rev1 ${offered}] ready` }, { answer: [logout] }],
      { implicit: tls === 'implicit' },
    );
    const request = imap(server.port, { tls, allowClearTextCredentials: true });
    const { observation } = await openImap(request, probeContext(trusting), false);
    expect(theStep(observation, 'login')).toMatchObject({ outcome: 'rejected', reason });
    expect(server.received[0]?.filter((line) => /AUTHENTICATE|LOGIN/.test(line))).toEqual([]);
  });

  test('a session that is open before the login proves no password', async () => {
    const script = (): Script => [
      { send: '* PREAUTH [CAPABILITY IMAP4rev1] welcome' },
      { answer: [namespace, list, examine(), logout] },
    ];
    const server = await serve(script, implicit);
    const { observation } = await openImap(imap(server.port), probeContext(trusting), false);
    expect(theStep(observation, 'login')).toMatchObject({
      outcome: 'rejected',
      reason: 'authentication-not-offered',
    });
  });

  test('BYE instead of a greeting is a refusal with words', async () => {
    const server = await serve([{ send: '* BYE [UNAVAILABLE] Too many connections' }, 'silence'], implicit);
    const { observation } = await openImap(imap(server.port), probeContext(trusting), false);
    expect(theStep(observation, 'greeting')).toMatchObject({
      outcome: 'refused',
      reply: { code: 'BYE', enhanced: 'UNAVAILABLE', text: 'Too many connections' },
    });
  });
});

describe('TLS', () => {
  test.each([
    ['expired', 'certificate-expired'],
    ['notYetValid', 'certificate-not-yet-valid'],
    ['otherHost', 'certificate-other-host'],
    ['selfSigned', 'certificate-self-signed'],
  ] as const)('a certificate that is %s is refused and shown', async (kind, reason) => {
    const server = await serve(honest, { ...implicit, certificate: certificates[kind] });
    const { observation } = await openImap(imap(server.port), probeContext(trusting), false);
    expect(theStep(observation, 'tls')).toMatchObject({ outcome: 'rejected', reason });
    expect(observation.certificate?.fingerprint256).toMatch(/^[0-9A-F:]{95}$/);
    expect(server.received.flat()).toEqual([]);
  });

  test('no authority for it', async () => {
    const server = await serve(honest, implicit);
    const { observation } = await openImap(imap(server.port), probeContext(), false);
    expect(theStep(observation, 'tls')).toMatchObject({
      outcome: 'rejected',
      reason: 'certificate-untrusted',
    });
    expect(observation.certificate?.issuer).toContain('mailcheck test authority');
  });

  test('STARTTLS is not offered', async () => {
    const server = await serve(talk());
    const { observation } = await openImap(
      imap(server.port, { tls: 'starttls' }),
      probeContext(trusting),
      false,
    );
    expect(theStep(observation, 'tls')).toMatchObject({
      outcome: 'rejected',
      reason: 'starttls-not-offered',
    });
  });

  test('bytes slipped in between STARTTLS and TLS', async () => {
    const slip: Answer = [
      /^\S+ STARTTLS$/,
      (line) => [`${line.split(' ')[0]} OK go`, '* CAPABILITY IMAP4rev1 AUTH=EVIL'],
      ['silence'],
    ];
    const server = await serve([{ send: '* OK [CAPABILITY IMAP4rev1 STARTTLS] ready' }, { answer: [slip] }]);
    const { observation } = await openImap(
      imap(server.port, { tls: 'starttls' }),
      probeContext(trusting),
      false,
    );
    expect(theStep(observation, 'tls')).toMatchObject({ outcome: 'rejected', reason: 'starttls-injection' });
  });

  test('TLS where clear text is spoken: the mode that answers is named', async () => {
    const server = await serve([
      { send: '* OK [CAPABILITY IMAP4rev1 STARTTLS] ready' },
      { answer: [capability('STARTTLS')] },
    ]);
    const { observation } = await openImap(imap(server.port), probeContext(trusting), false);
    expect(theStep(observation, 'tls')).toMatchObject({ outcome: 'malformed', looksLike: 'imap' });
    expect(observation.answersTo).toBe('starttls');
  });

  test('clear text where TLS is spoken: told without waiting for the greeting’s deadline', async () => {
    const server = await serve(honest, implicit);
    const context = probeContext({ ...trusting, shorter: { reply: 60_000, session: 60_000 } });
    const { observation } = await openImap(imap(server.port, { tls: 'starttls' }), context, false);
    expect(theStep(observation, 'greeting')).toMatchObject({ outcome: 'timed-out', receivedBytes: 0 });
    expect(observation.answersTo).toBe('implicit');
  });
});

describe('a server that misbehaves ends the session, never the process', () => {
  const afterLogin = (...script: Script): Script => [
    { send: greetingLine },
    { answer: [authenticate(welcome, post, namespace, [/^\S+ EXAMINE/, '', script])] },
  ];
  test.each<[string, () => Script, object]>([
    ['greets as SMTP', () => [{ send: '220 mx ESMTP' }, 'silence'], { step: 'greeting', looksLike: 'smtp' }],
    ['greets as POP3', () => [{ send: '+OK ready' }, 'silence'], { step: 'greeting', looksLike: 'pop3' }],
    ['never greets', () => ['silence'], { step: 'greeting', outcome: 'timed-out' }],
    [
      'drips its greeting',
      () => [{ drip: '* OK aaaaaaa', everyMilliseconds: 200 }, 'silence'],
      { step: 'greeting', outcome: 'timed-out' },
    ],
    ['closes after the greeting', () => [{ send: greetingLine }, 'close'], { outcome: 'closed' }],
    ['resets after the login', () => afterLogin('reset'), { step: 'inbox' }],
    ['falls silent after the login', () => afterLogin('silence'), { step: 'inbox', outcome: 'timed-out' }],
    [
      'says good-bye',
      () => afterLogin({ send: '* BYE Going down' }, 'close'),
      { step: 'inbox', outcome: 'closed', afterReply: { code: 'BYE' } },
    ],
    [
      'floods',
      () => afterLogin({ flood: `* OK ${'x'.repeat(1_000)}`, bytes: 40 * 1024 * 1024 }),
      { step: 'inbox', outcome: 'malformed' },
    ],
    [
      'sends one endless line',
      () => afterLogin({ raw: 'x'.repeat(300_000) }, 'silence'),
      { step: 'inbox', outcome: 'malformed' },
    ],
  ])('one that %s', async (_name, script, expected) => {
    const server = await serve(script, implicit);
    const context = probeContext({ ...trusting, shorter: { reply: 700 } });
    const { observation } = await openImap(imap(server.port), context, false);
    expect(brokenStep(observation)).toMatchObject(expected);
  });

  test('nothing listens', async () => {
    const port = await unusedPort();
    for (const tls of ['implicit', 'starttls'] as const) {
      const { observation } = await openImap(imap(port, { tls }), probeContext(), false);
      expect(theStep(observation, 'connect')).toMatchObject({ outcome: 'failed', error: 'ECONNREFUSED' });
    }
  });

  test('Ctrl-C ends it in the middle of a step', async () => {
    const server = await serve([{ send: greetingLine }, 'silence'], implicit);
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 300);
    const { observation } = await openImap(
      imap(server.port),
      probeContext({ ...trusting, signal: stop.signal }),
      false,
    );
    expect(brokenStep(observation)).toBeUndefined();
    expect(theStep(observation, 'inbox')).toMatchObject({ outcome: 'not-tried', because: 'interrupted' });
  });
});

test('status lines are read as RFC 3501 §7.1 writes them', () => {
  expect(parseImapLine('* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] hi')).toEqual({
    kind: 'status',
    tag: '*',
    reply: { code: 'OK', text: 'hi' },
    capabilities: ['IMAP4rev1', 'AUTH=PLAIN'],
  });
  expect(parseImapLine('a1 no [inuse] later')).toMatchObject({
    tag: 'a1',
    reply: { code: 'NO', enhanced: 'INUSE', text: 'later' },
  });
  expect(parseImapLine('* 4 EXISTS')).toEqual({ kind: 'data' });
  expect(parseImapLine('220 mx ESMTP')).toEqual({ kind: 'foreign' });
});
