// Certificates that do not hold, and ports that speak another TLS mode or protocol than the record says.

import { describe, expect, test } from 'vitest';
import { probeSmtp } from '../../src/io/probes/smtp.ts';
import { type Script } from '../line-server.ts';
import { probeContext, probeRequest, theStep } from '../probe-world.ts';
import { certificates, clear, goodLogin, greet, hello, honest, serve, trusting } from '../smtp-servers.ts';

describe('certificates: nothing is said to a server that cannot prove itself', () => {
  test.each([
    ['expired', 'certificate-expired'],
    ['notYetValid', 'certificate-not-yet-valid'],
    ['otherHost', 'certificate-other-host'],
    ['selfSigned', 'certificate-self-signed'],
  ] as const)('%s', async (which, reason) => {
    for (const implicit of [true, false]) {
      const script = implicit ? clear(hello('AUTH PLAIN'), goodLogin) : honest;
      const server = await serve(script, { certificate: certificates[which], implicit });
      const world = probeContext(trusting);
      const request = probeRequest(server.port, { tls: implicit ? 'implicit' : 'starttls' });
      // Twice: what the first session left behind must not let the second one in.
      for (const turn of [0, 1]) {
        const seen = await probeSmtp(request, world);
        expect(theStep(seen, 'tls')).toMatchObject({ outcome: 'rejected', reason });
        expect(seen.certificate?.names).toContain(which === 'otherHost' ? 'another.example' : 'localhost');
        expect(theStep(seen, 'login')).toMatchObject({
          outcome: 'not-tried',
          because: 'earlier-step-failed',
        });
        const afterTls = server.received[turn]?.filter((line) => !/^(EHLO|STARTTLS)/.test(line));
        expect(afterTls).toEqual([]);
      }
      expect(world.hosts.tlsSession.size).toBe(0);
    }
  });

  test('TLS 1.2 sends its session before it is verified: still not kept', async () => {
    const server = await serve(honest, { certificate: certificates.otherHost, maxVersion: 'TLSv1.2' });
    const world = probeContext(trusting);
    await probeSmtp(probeRequest(server.port), world);
    expect(world.hosts.tlsSession.size).toBe(0);
  });

  test('an authority nobody added is not trusted', async () => {
    const server = await serve(honest);
    const seen = await probeSmtp(probeRequest(server.port), probeContext());
    expect(theStep(seen, 'tls')).toMatchObject({ outcome: 'rejected', reason: 'certificate-untrusted' });
  });

  test('a host given as an address is looked for among the certificate’s addresses', async () => {
    const server = await serve(honest);
    const seen = await probeSmtp(probeRequest(server.port, { host: '127.0.0.1' }), probeContext(trusting));
    expect(theStep(seen, 'login').outcome).toBe('ok');
  });

  test('a session kept for this port does not open the door to another certificate there', async () => {
    const world = probeContext(trusting);
    const good = await serve(honest);
    await probeSmtp(probeRequest(good.port), world);
    const bad = await serve(honest, { certificate: certificates.otherHost });
    const kept = world.hosts.tlsSession.get(`localhost:${good.port}`);
    expect(kept).toBeDefined();
    world.hosts.tlsSession.set(`localhost:${bad.port}`, kept as Buffer);
    const seen = await probeSmtp(probeRequest(bad.port), world);
    expect(theStep(seen, 'tls')).toMatchObject({ outcome: 'rejected', reason: 'certificate-other-host' });
  });

  test('bytes after the STARTTLS answer, before TLS (CVE-2011-0411)', async () => {
    const server = await serve([
      greet,
      {
        answer: [
          hello('STARTTLS'),
          [/^STARTTLS/, ['220 Ready', '250-mx', '250 AUTH PLAIN'], ['starttls', 'silence']],
        ],
      },
    ]);
    const seen = await probeSmtp(probeRequest(server.port), probeContext(trusting));
    expect(theStep(seen, 'tls')).toMatchObject({ outcome: 'rejected', reason: 'starttls-injection' });
    expect(server.received.flat().join('\n')).not.toContain('AUTH');
  });
});

describe('the wrong TLS mode or protocol is told, not waited out', () => {
  test.each([
    ['starttls', clear(hello('STARTTLS'))],
    ['none', clear(hello('AUTH PLAIN'))],
  ] as const)('implicit TLS to a port that greets in the clear: it answers to "%s"', async (mode, script) => {
    const server = await serve(script);
    const seen = await probeSmtp(probeRequest(server.port, { tls: 'implicit' }), probeContext(trusting));
    expect(theStep(seen, 'tls')).toMatchObject({ outcome: 'malformed', looksLike: 'smtp' });
    expect(seen.answersTo).toBe(mode);
  });

  test('a clear-text port that hangs on a TLS hello instead of failing', async () => {
    const server = await serve((connection) => (connection === 0 ? ['silence'] : clear(hello('STARTTLS'))));
    const seen = await probeSmtp(probeRequest(server.port, { tls: 'implicit' }), probeContext(trusting));
    expect(seen.answersTo).toBe('starttls');
  });

  test.each(['starttls', 'none'] as const)('%s to a port that waits for TLS', async (mode) => {
    const server = await serve(clear(hello('AUTH PLAIN')), { implicit: true });
    // The greeting's own deadline is far away: that this ends is the second connection's merit.
    const world = probeContext({ ...trusting, shorter: { reply: 60_000, session: 60_000 } });
    const seen = await probeSmtp(probeRequest(server.port, { tls: mode }), world);
    expect(theStep(seen, 'greeting')).toMatchObject({ outcome: 'timed-out', receivedBytes: 0 });
    expect(seen.answersTo).toBe('implicit');
  });

  test('… and the certificate there need not be good to know it', async () => {
    const server = await serve(clear(), { implicit: true, certificate: certificates.expired });
    const world = probeContext({ shorter: { reply: 60_000, session: 60_000 } });
    expect((await probeSmtp(probeRequest(server.port), world)).answersTo).toBe('implicit');
  });

  test('behind TLS there is another protocol: named, and the TLS mode is not blamed', async () => {
    const server = await serve([{ send: '+OK POP3 ready' }, 'silence'], { implicit: true });
    const seen = await probeSmtp(probeRequest(server.port), probeContext(trusting));
    expect(theStep(seen, 'greeting')).toMatchObject({ outcome: 'malformed', looksLike: 'pop3' });
    expect(seen.answersTo).toBeUndefined();
  });

  test('a slow but honest greeting is waited for', async () => {
    const slowly: Script = [{ pause: 200 }, ...honest];
    const server = await serve((connection) => (connection === 0 ? slowly : ['silence']));
    const world = probeContext({ ...trusting, shorter: { wrongMode: 20 } });
    expect(theStep(await probeSmtp(probeRequest(server.port), world), 'login').outcome).toBe('ok');
  });

  test.each([
    ['+OK Dovecot ready.', 'pop3'],
    ['* OK [CAPABILITY IMAP4rev1] ready', 'imap'],
    ['HTTP/1.1 400 Bad Request', 'http'],
    ['SSH-2.0-OpenSSH_9.2', 'ssh'],
    ['Welcome', 'unknown'],
  ] as const)('"%s" is %s', async (line, looksLike) => {
    const server = await serve([{ send: line }, 'silence']);
    const seen = await probeSmtp(probeRequest(server.port), probeContext(trusting));
    expect(theStep(seen, 'greeting')).toMatchObject({ outcome: 'malformed', received: line, looksLike });
  });

  test('a TLS alert in place of a greeting', async () => {
    const server = await serve([{ raw: Buffer.from([21, 3, 1, 0, 2, 2, 70]) }, 'close']);
    const seen = await probeSmtp(probeRequest(server.port), probeContext(trusting));
    expect(theStep(seen, 'greeting')).toMatchObject({ outcome: 'malformed', looksLike: 'tls' });
    expect(seen.answersTo).toBe('implicit');
  });
});
