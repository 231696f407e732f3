// A host with IPv4 and IPv6 addresses of which one family leads nowhere: the session goes on over the other, and says so.

import { createServer } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { openImap } from '../../src/io/probes/imap.ts';
import { openPop3 } from '../../src/io/probes/pop3.ts';
import type { HostAddress, ProbeContext } from '../../src/io/probes/probe.ts';
import { probeSmtp } from '../../src/io/probes/smtp.ts';
import type { Script } from '../line-server.ts';
import { probeContext, probeRequest, theStep } from '../probe-world.ts';
import { openSilentPort, type SilentPort } from '../silent-port.ts';
import { clear, hello, honest, serve, trusting } from '../smtp-servers.ts';
import { capability, greetingLine, logout } from './imap-script.ts';

const hasIPv6 = await new Promise<boolean>((resolve) => {
  const server = createServer().once('error', () => resolve(false));
  server.listen(0, '::1', () => server.close(() => resolve(true)));
});

const ipv4: HostAddress = { address: '127.0.0.1', family: 4 };
const ipv6: HostAddress = { address: '::1', family: 6 };

function worldWith(...addresses: HostAddress[]): ProbeContext {
  const context = probeContext(trusting);
  context.hosts.addresses = () => Promise.resolve(addresses);
  return context;
}

const silentPorts: SilentPort[] = [];
afterEach(async () => {
  for (const port of silentPorts.splice(0)) await port.close();
});

describe.skipIf(!hasIPv6)('one family that leads nowhere', () => {
  const refused = [{ address: '::1', outcome: 'failed', error: 'ECONNREFUSED' }];

  test('is named with its error, and the session goes on over the other', async () => {
    const server = await serve(honest);
    const seen = await probeSmtp(probeRequest(server.port), worldWith(ipv6, ipv4));
    expect(theStep(seen, 'login').outcome).toBe('ok');
    expect(seen.address).toBe('127.0.0.1');
    expect(seen.failedAddresses).toEqual(refused);
  });

  test('is not named where the first address answers, or where there is one family only', async () => {
    const server = await serve(honest);
    for (const addresses of [[ipv4, ipv6], [ipv4]]) {
      const seen = await probeSmtp(probeRequest(server.port), worldWith(...addresses));
      expect(seen).not.toHaveProperty('failedAddresses');
    }
  });

  test('is named after POP3 and IMAP, too', async () => {
    const incoming = { direction: 'incoming', tls: 'implicit', depth: 'connect' } as const;
    const pop3 = await serve(['silence'], { implicit: true });
    const context = worldWith(ipv6, ipv4);
    context.deadlines.reply = 100;
    const { observation } = await openPop3(
      probeRequest(pop3.port, { ...incoming, protocol: 'pop3' }),
      context,
      false,
    );
    expect(observation.failedAddresses).toEqual(refused);
    const imap = await serve([{ send: greetingLine }, { answer: [capability('AUTH=PLAIN'), logout] }], {
      implicit: true,
    });
    const request = probeRequest(imap.port, { ...incoming, protocol: 'imap' });
    expect((await openImap(request, worldWith(ipv6, ipv4), false)).observation).toMatchObject({
      address: '127.0.0.1',
      failedAddresses: refused,
    });
  });

  const slowly: Script = [{ pause: 600 }, ...clear(hello('STARTTLS'))];
  test.each([
    ['and did not answer for as long as the session took', slowly, true],
    ['and was only a little slower than the other: nothing is said', clear(hello('SIZE')), false],
  ])('that is silent %s', async (_, script, isNamed) => {
    const server = await serve(script, { implicit: true });
    silentPorts.push(await openSilentPort({ host: '::1', port: server.port }));
    const context = worldWith(ipv6, ipv4);
    context.deadlines.wrongMode = 2_000;
    const seen = await probeSmtp(probeRequest(server.port, { tls: 'implicit', depth: 'connect' }), context);
    expect(theStep(seen, 'capabilities').outcome).toBe('ok');
    if (!isNamed) return expect(seen).not.toHaveProperty('failedAddresses');
    const [failed, ...others] = seen.failedAddresses ?? [];
    expect(others).toEqual([]);
    expect(failed).toMatchObject({ address: '::1', outcome: 'timed-out' });
    expect(failed?.outcome === 'timed-out' && failed.afterMilliseconds).toBeGreaterThanOrEqual(600);
  });

  test('that refuses only later begins no further attempt', async () => {
    const server = await serve([{ pause: 1_500 }, ...clear(hello('SIZE'))], { implicit: true });
    const third = await serve(['silence'], { implicit: true, host: '127.0.0.2', port: server.port });
    const silent = await openSilentPort({ host: '::1', port: server.port });
    const context = worldWith(ipv6, ipv4, { address: '127.0.0.2', family: 4 });
    context.deadlines.wrongMode = 3_000;
    const looking = probeSmtp(probeRequest(server.port, { tls: 'implicit', depth: 'connect' }), context);
    // The kernel asks again after a second, and then hears a no.
    setTimeout(() => void silent.close(), 400);
    const seen = await looking;
    expect(theStep(seen, 'capabilities').outcome).toBe('ok');
    expect(seen.failedAddresses).toEqual(refused);
    expect(third.received).toEqual([]);
  });

  test('both families: the step itself says it, and no other finding', async () => {
    const server = await serve(honest);
    await server.close();
    const seen = await probeSmtp(probeRequest(server.port), worldWith(ipv6, ipv4));
    expect(theStep(seen, 'connect')).toMatchObject({ outcome: 'failed', error: 'ECONNREFUSED' });
    expect(seen).not.toHaveProperty('failedAddresses');
  });
});
