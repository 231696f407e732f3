// Other ports of a host are looked at after a failure that they may explain: without a login, each once, and never else.

import { afterEach, describe, expect, test } from 'vitest';
import type { ProbeRequest } from '../../src/core/delivery/probe-request.ts';
import type { Alternative } from '../../src/core/mail/alternative.ts';
import type { LocalProblem, Observation } from '../../src/core/mail/evidence.ts';
import type { ProtectedPort, Protocol } from '../../src/core/mail/protocol.ts';
import type { ProbeContext } from '../../src/io/probes/probe.ts';
import { observe } from '../../src/io/probes/run.ts';
import { unusedPort, type Answer, type Script } from '../line-server.ts';
import { password, probeContext, probeRequest } from '../probe-world.ts';
import { openSilentPort, type SilentPort } from '../silent-port.ts';
import { certificates, clear, hello, honest, quit, serve, trusting, upgrade } from '../smtp-servers.ts';
import { capability, greetingLine, logout } from './imap-script.ts';

const silentPorts: SilentPort[] = [];
afterEach(async () => {
  for (const port of silentPorts.splice(0)) await port.close();
});

const offering = upgrade(hello('AUTH LOGIN XOAUTH2'));
const starttls = (port: number): ProtectedPort => ({ port, tls: 'starttls' });
const implicit = (port: number): ProtectedPort => ({ port, tls: 'implicit' });

function world(
  ports: Partial<Record<Protocol, ProtectedPort[]>>,
  more: Partial<ProbeContext> = {},
): ProbeContext {
  return probeContext({
    ...trusting,
    standardPorts: { smtp: [], pop3: [], imap: [], ...ports },
    ...more,
  });
}
async function lookAt(
  request: ProbeRequest,
  context: ProbeContext,
  limits = { concurrency: 20, perHost: 10 },
): Promise<Observation> {
  const { observations } = await observe([request], context, limits);
  return sessionOf(observations[0]);
}
function sessionOf(entry: Observation | LocalProblem | undefined): Observation {
  if (entry?.kind !== 'session') throw new Error(`no session: ${JSON.stringify(entry)}`);
  return entry;
}

describe('after a closed port', () => {
  test('those that work, with what they offer; nothing of the credentials is sent there', async () => {
    const [one, other] = [await serve(offering), await serve(clear(hello('AUTH PLAIN')), { implicit: true })];
    const seen = await lookAt(
      probeRequest(await unusedPort()),
      world({ smtp: [starttls(one.port), implicit(other.port)] }),
    );
    expect(seen.steps.find(({ step }) => step === 'connect')).toMatchObject({ error: 'ECONNREFUSED' });
    expect(seen.alternatives).toEqual([
      { ...starttls(one.port), outcome: 'works', mechanisms: ['LOGIN', 'XOAUTH2'] },
      { ...implicit(other.port), outcome: 'works', mechanisms: ['PLAIN'] },
    ]);
    // The farewell is not waited for.
    const said = [...one.received, ...other.received].flat().filter((line) => line !== 'QUIT');
    expect(said.map((line) => line.split(' ', 1)[0])).toEqual(['EHLO', 'STARTTLS', 'EHLO', 'EHLO']);
  });

  test.each([
    ['an expired certificate', honest, 'expired', { outcome: 'certificate', reason: 'certificate-expired' }],
    [
      'a certificate for another host',
      honest,
      'otherHost',
      { outcome: 'certificate', reason: 'certificate-other-host' },
    ],
    ['no STARTTLS', clear(hello('AUTH PLAIN')), 'good', { outcome: 'unusable' }],
    ['another protocol', [{ send: '+OK' }, 'silence'], 'good', { outcome: 'unusable' }],
    ['a greeting that refuses', [{ send: '554 no' }, 'silence'], 'good', { outcome: 'unusable' }],
  ] satisfies [string, Script, Exclude<keyof typeof certificates, 'authority'>, Partial<Alternative>][])(
    'one with %s does not pass for one that works',
    async (_, script, which, expected) => {
      const server = await serve(script, {
        certificate: certificates[which],
      });
      const seen = await lookAt(probeRequest(await unusedPort()), world({ smtp: [starttls(server.port)] }));
      expect(seen.alternatives).toEqual([{ ...starttls(server.port), ...expected }]);
    },
  );

  test('a closed one and a silent one are told apart', async () => {
    const [closed, silent] = [await unusedPort(), await openSilentPort()];
    silentPorts.push(silent);
    const context = world({ smtp: [starttls(closed), starttls(silent.port)] });
    context.deadlines.connect = 400;
    const seen = await lookAt(probeRequest(await unusedPort()), context);
    expect(seen.alternatives?.map(({ outcome }) => outcome)).toEqual(['refused', 'no-answer']);
  });

  test('a silent port: what else the host has is looked at all the same', async () => {
    const [server, silent] = [await serve(offering), await openSilentPort()];
    silentPorts.push(silent);
    const context = world({ smtp: [starttls(server.port)] });
    context.deadlines.connect = 400;
    const seen = await lookAt(probeRequest(silent.port), context);
    expect(seen.steps.find(({ step }) => step === 'connect')?.outcome).toBe('timed-out');
    expect(seen.alternatives?.map(({ outcome }) => outcome)).toEqual(['works']);
  });

  test('for POP3 and IMAP as for SMTP', async () => {
    const capa: Answer = [/^CAPA$/, ['+OK', 'SASL PLAIN XOAUTH2', '.']];
    const pop3 = await serve([{ send: '+OK' }, { answer: [capa, quit] }], { implicit: true });
    const imap = await serve([{ send: greetingLine }, { answer: [capability('AUTH=PLAIN'), logout] }], {
      implicit: true,
    });
    const ports = { pop3: [implicit(pop3.port)], imap: [implicit(imap.port)] };
    for (const [protocol, mechanisms] of [
      ['pop3', ['PLAIN', 'XOAUTH2']],
      ['imap', ['PLAIN']],
    ] as const) {
      const request = probeRequest(await unusedPort(), { protocol, direction: 'incoming' });
      const seen = await lookAt(request, world(ports));
      expect(seen.alternatives).toEqual([{ ...ports[protocol][0], outcome: 'works', mechanisms }]);
    }
    expect(imap.received.flat().join()).not.toMatch(/AUTHENTICATE|LOGIN/);
  });
});

describe('the same port in the other TLS mode', () => {
  test.each([
    ['starttls', true],
    ['implicit', false],
  ] as const)('%s was recorded', async (tls, isImplicit) => {
    const server = await serve(isImplicit ? clear(hello('AUTH PLAIN')) : offering, { implicit: isImplicit });
    const seen = await lookAt(probeRequest(server.port, { tls }), world({}));
    expect(seen.alternatives).toEqual([
      isImplicit
        ? { ...implicit(server.port), outcome: 'works', mechanisms: ['PLAIN'] }
        : { ...starttls(server.port), outcome: 'works', mechanisms: ['LOGIN', 'XOAUTH2'] },
    ]);
  });
});

describe('who looks, and when', () => {
  test('many mailboxes ask each port once, and every one of them is told', async () => {
    const server = await serve(offering);
    const closed = await unusedPort();
    const requests = Array.from({ length: 40 }, (_, index) =>
      probeRequest(closed, { id: `m${index}:outgoing`, mailbox: `m${index}`, concurrencyKey: `m${index}` }),
    );
    const context = world({ smtp: [starttls(server.port)] });
    const { observations } = await observe(requests, context, { concurrency: 20, perHost: 10 });
    const told = observations.map((entry) => sessionOf(entry).alternatives?.[0]?.outcome);
    expect(told).toEqual(Array.from({ length: 40 }, () => 'works'));
    expect(server.received).toHaveLength(1);
  });

  test('within the limits, be they as low as one', async () => {
    const servers = [await serve(offering), await serve(offering)];
    const context = world({ smtp: servers.map(({ port }) => starttls(port)) });
    const request = probeRequest(await unusedPort(), { maxConcurrentConnections: 1 });
    const seen = await lookAt(request, context, { concurrency: 1, perHost: 1 });
    expect(seen.alternatives?.map(({ outcome }) => outcome)).toEqual(['works', 'works']);
  });

  const refusing = upgrade(hello('AUTH PLAIN'), [/^AUTH /, '535 5.7.8 no']);
  test.each([
    ['a login that works', honest],
    ['a password that is refused', refusing],
    ['a server that offers OAuth alone over TLS', upgrade(hello('AUTH XOAUTH2'))],
  ])('nobody after %s', async (_, script) => {
    const [server, other] = [await serve(script), await serve(honest)];
    const seen = await lookAt(probeRequest(server.port), world({ smtp: [starttls(other.port)] }));
    expect(seen).not.toHaveProperty('alternatives');
    expect(other.received).toEqual([]);
  });

  test('after a server that offers no login at all', async () => {
    const [server, other] = [await serve(upgrade(hello('SIZE'))), await serve(honest)];
    const seen = await lookAt(probeRequest(server.port), world({ smtp: [starttls(other.port)] }));
    expect(seen.alternatives).toEqual([
      { ...starttls(other.port), outcome: 'works', mechanisms: ['PLAIN', 'LOGIN'] },
    ]);
  });

  test('nobody where no ports are given (--no-alternatives)', async () => {
    const seen = await lookAt(probeRequest(await unusedPort()), probeContext(trusting));
    expect(seen).not.toHaveProperty('alternatives');
  });

  test('a password that a server learnt elsewhere is not shown as a mechanism of this one', async () => {
    const secret = password.replaceAll(' ', '-');
    const server = await serve(upgrade(hello(`AUTH PLAIN ${secret} X-${secret}-Y`)));
    const context = world({ smtp: [starttls(server.port)] }, { secret: () => Promise.resolve(secret) });
    const seen = await lookAt(probeRequest(await unusedPort()), context);
    expect(seen.alternatives?.[0]?.mechanisms).toEqual(['PLAIN']);
  });

  test.each([
    ['drips', [{ drip: '220-', everyMilliseconds: 20, forever: true }]],
    ['floods', [{ flood: `220-${'x'.repeat(70)}`, bytes: 8e6 }]],
    ['is silent', ['silence']],
  ] satisfies [string, Script][])('one that %s holds nobody up', async (_, script) => {
    const server = await serve(script);
    const context = world({ smtp: [starttls(server.port)] });
    context.deadlines.reply = 300;
    const began = performance.now();
    const seen = await lookAt(probeRequest(await unusedPort()), context);
    expect(seen.alternatives).toEqual([{ ...starttls(server.port), outcome: 'unusable' }]);
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  test('Ctrl-C ends the look; what was seen of the recorded port stays', async () => {
    const stop = new AbortController();
    const server = await serve(['silence']);
    const context = world({ smtp: [starttls(server.port)] }, { signal: stop.signal });
    const looking = lookAt(probeRequest(await unusedPort()), context);
    for (let tries = 0; server.received.length === 0 && tries < 200; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 10));
    stop.abort();
    const cannotTell: Alternative = { ...starttls(server.port), outcome: 'cannot-tell' };
    expect((await looking).alternatives).toEqual([cannotTell]);
  });
});
