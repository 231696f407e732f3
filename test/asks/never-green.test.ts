// What other tools called fine, or explained wrongly: the same conditions on loopback, each with the one finding that is right.

import { describe, expect, test } from 'vitest';
import type { ProbeRequest } from '../../src/core/delivery/probe-request.ts';
import type { Alternative } from '../../src/core/mail/alternative.ts';
import type { Observation } from '../../src/core/mail/evidence.ts';
import { openImap } from '../../src/io/probes/imap.ts';
import type { ProbeContext } from '../../src/io/probes/probe.ts';
import { observe } from '../../src/io/probes/run.ts';
import { probeSmtp } from '../../src/io/probes/smtp.ts';
import { unusedPort, type LineServerOptions, type Script } from '../line-server.ts';
import { probeContext, probeRequest, theStep, tokenNamed } from '../probe-world.ts';
import { certificates, clear, goodLogin, hello, honest, serve, trusting, upgrade } from '../smtp-servers.ts';
import { ofSession } from './findings.ts';

type Case = {
  script: Script;
  options?: LineServerOptions;
  request?: Partial<ProbeRequest>;
  context?: ProbeContext;
};

async function seenOf({ script, options, request, context }: Case): Promise<Observation> {
  const server = await serve(script, options);
  const asked = probeRequest(server.port, request);
  const { observations } = await observe([asked], context ?? probeContext(trusting), {
    concurrency: 1,
    perHost: 1,
  });
  const [seen] = observations;
  if (seen?.kind !== 'session') throw new Error('no session');
  return seen;
}

const refusedLogin = (line: string): Script => upgrade(hello('AUTH PLAIN'), [/^AUTH /, line]);
const token = { credentials: { kind: 'bearer', user: 'admin', token: tokenNamed('one') } } as const;
const withToken = probeContext({
  ...trusting,
  token: () => Promise.resolve({ outcome: { outcome: 'ok' }, milliseconds: 0, value: 'a.b.c' }),
});

describe('not a success, and explained by what it is', () => {
  test.each<[string, string, Case, string, string]>([
    [
      'TLS is spoken to a port that begins in clear text',
      'MC505',
      { script: clear(hello('STARTTLS')), request: { tls: 'implicit' } },
      'offers STARTTLS',
      'STARTTLSに対応しています',
    ],
    [
      'clear text is spoken to a port that begins with TLS',
      'MC506',
      { script: clear(hello('AUTH PLAIN')), options: { implicit: true } },
      'speaks TLS at once',
      '最初からTLS',
    ],
    [
      'the authority is not known here',
      'MC510',
      { script: honest, context: probeContext() },
      'issuer: ',
      '発行者: ',
    ],
    [
      'a certificate for another name',
      'MC509',
      { script: honest, options: { certificate: certificates.otherHost } },
      'another.example',
      'another.example',
    ],
    [
      'neither STARTTLS nor AUTH is offered, and a password is configured',
      'MC507',
      { script: clear(hello('PIPELINING')) },
      'STARTTLS',
      'STARTTLS',
    ],
    [
      'AUTH is offered after TLS only, and the record says no TLS',
      'MC519',
      {
        script: clear(hello('STARTTLS')),
        request: { tls: 'none', allowClearTextCredentials: true },
      },
      'the password was never sent',
      'パスワードは送っていません',
    ],
    [
      'only tokens are taken, and there is a password',
      'MC519',
      { script: upgrade(hello('AUTH XOAUTH2')) },
      'takes OAuth only (XOAUTH2)',
      'OAuth(XOAUTH2)',
    ],
    [
      'a token, and the server takes passwords only',
      'MC519',
      { script: upgrade(hello('AUTH PLAIN LOGIN')), request: token, context: withToken },
      'offers PLAIN, LOGIN',
      'PLAIN、LOGIN',
    ],
    [
      'nothing ever comes',
      'MC513',
      { script: ['silence'], context: probeContext({ shorter: { reply: 300 } }) },
      'neither in clear text nor with TLS',
      'TLS',
    ],
    [
      'greeted with 554',
      'MC516',
      { script: [{ send: '554 5.7.1 Your address is blocked' }, 'close'] },
      'Your address is blocked',
      'Your address is blocked',
    ],
    ['reset after accept', 'MC514', { script: ['reset'] }, 'closed', '切'],
    [
      'a wrong password',
      'MC517',
      { script: refusedLogin('535 5.7.8 Error: authentication failed') },
      'user name and password',
      'ユーザー名とパスワード',
    ],
    [
      'the port of POP3 given for SMTP',
      'MC512',
      { script: [{ send: '+OK Dovecot ready.' }, 'silence'] },
      'POP3',
      'POP3',
    ],
  ])('%s: %s', async (_condition, code, given, en, ja) => {
    const seen = await seenOf(given);
    expect(seen.steps.some(({ step, outcome }) => step === 'login' && outcome === 'ok')).toBe(false);
    const said = ofSession(seen);
    expect([said.code, said.severity]).toEqual([code, 'error']);
    expect(said.en).toContain(en);
    expect(said.ja).toContain(ja);
    expect(said.who.length).toBeGreaterThan(1);
  });

  test('the tenant has SMTP AUTH off: the switch and the command, not "invalid response"', async () => {
    const line =
      '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.';
    const seen = await seenOf({ script: refusedLogin(line) });
    const said = ofSession({ ...seen, host: 'smtp.office365.com' });
    expect(said.code).toBe('MC517');
    expect(said.en).toContain('Set-TransportConfig -SmtpClientAuthenticationDisabled $false');
  });

  test('nothing listens: MC503, and which ports of the host were looked at', async () => {
    const seen = await probeSmtp(probeRequest(await unusedPort()), probeContext());
    const works: Alternative = { port: 587, tls: 'starttls', outcome: 'works', mechanisms: ['PLAIN'] };
    const said = ofSession({ ...seen, alternatives: [works] });
    expect(said.code).toBe('MC503');
    expect(said.en).toContain('587 with STARTTLS works');
  });

  test('a name that does not exist: MC501, and the nearest that is known', async () => {
    const world = probeContext();
    world.hosts.addresses = () => Promise.reject(Object.assign(new Error('none'), { code: 'ENOTFOUND' }));
    const seen = await probeSmtp(probeRequest(587, { host: 'smtp.gmial.com' }), world);
    const said = ofSession(seen);
    expect(said.code).toBe('MC501');
    expect(said.en).toContain('smtp.gmail.com');
    expect(said.ja).toContain('smtp.gmail.com');
  });

  test.each([
    ['220 mx.example.com ESMTP', 'SMTP'],
    ['+OK ready', 'POP3'],
  ])('a port that says "%s" given for IMAP: %s is named, and TLS is not blamed', async (send, name) => {
    const server = await serve([{ send }, 'silence']);
    const asked = { protocol: 'imap', direction: 'incoming', tls: 'starttls' } as const;
    const { observation } = await openImap(probeRequest(server.port, asked), probeContext(trusting), false);
    const said = ofSession(observation);
    expect(said.code).toBe('MC512');
    expect(said.en).toContain(name);
    expect(said.en).not.toMatch(/wrong TLS|use TLS/i);
  });

  test('clear text towards TLS is told in about a second, not after the deadline of a greeting', async () => {
    const server = await serve(clear(hello('AUTH PLAIN')), { implicit: true });
    const patient = probeContext({
      ...trusting,
      shorter: { wrongMode: 1_000, reply: 60_000, session: 60_000 },
    });
    const seen = await probeSmtp(probeRequest(server.port), patient);
    expect(seen.answersTo).toBe('implicit');
    expect(seen.milliseconds).toBeLessThan(5_000);
  });

  test('a good password is good: the same server, one value different', async () => {
    const script = upgrade(hello('AUTH PLAIN'), goodLogin);
    const good = await seenOf({ script });
    expect(theStep(good, 'login').outcome).toBe('ok');
    const bad = await seenOf({
      script,
      context: probeContext({ ...trusting, secret: () => Promise.resolve('another') }),
    });
    expect(theStep(bad, 'login').outcome).toBe('refused');
  });
});
