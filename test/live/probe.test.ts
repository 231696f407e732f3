// Shows what `mailcheck probe` tells of real Dovecot and Postfix, through the built program: facts, faults, exit codes; in a
// folder without records, which stays empty.

import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { widthOf } from '../../src/cli/wrap.ts';
import { startLineServer, unusedPort } from '../line-server.ts';
import { describeLive } from './live.ts';
import { installProgram, type Program } from './program.ts';
import { type LiveServers, startServers } from './servers.mjs';

describeLive('mailcheck probe', () => {
  let servers: LiveServers;
  let program: Program;
  let folder: string;
  beforeAll(async () => {
    [servers, program, folder] = await Promise.all([
      startServers({ numberedAccounts: 0 }),
      installProgram(),
      mkdtemp(join(tmpdir(), 'mailcheck-nothing-')),
    ]);
  });
  afterAll(() =>
    Promise.all([servers?.stop(), program?.remove(), rm(folder, { recursive: true, force: true })]),
  );

  async function probe(...argv: string[]) {
    const { admin } = servers.accounts;
    const env = { PASSWORD: admin.password, WRONG: 'not-the-password-of-admin' };
    const trusting = ['--ca-file', servers.certificateAuthority];
    const { code, out, err } = await program.run({ folder, env }, ['probe', ...argv, ...trusting]);
    expect(err).toBe('');
    expect(out).not.toContain(admin.password);
    if (!argv.includes('json'))
      for (const line of out.split('\n')) expect(widthOf(line), line).toBeLessThanOrEqual(80);
    return { code, out, said: out.replaceAll(/\s+/g, ' ') };
  }
  /** Every scheme, and the port that speaks it. */
  const every = ({ ports }: LiveServers): string[] => [
    `smtp://localhost:${ports.submission}`,
    `smtps://localhost:${ports.smtps}`,
    `imap://localhost:${ports.imap}`,
    `imaps://localhost:${ports.imaps}`,
    `pop3://localhost:${ports.pop3}`,
    `pop3s://localhost:${ports.pop3s}`,
  ];

  test.each([
    ['en', 'nothing wrong was found', /Login methods +PLAIN, LOGIN/g, '6 without a fault'],
    ['ja', '問題は見つかりませんでした', /ログイン方法 +PLAIN, LOGIN/g, 'エラーなし 6件'],
  ] as const)('servers that are in order (%s)', async (language, verdict, mechanisms, summary) => {
    const urls = every(servers);
    const { code, out, said } = await probe(...urls, '--lang', language);
    expect(code).toBe(0);
    for (const url of urls) expect(said).toContain(`✓ ${url} ${verdict}`);
    expect(out.match(/TLS 1\.3[,、]/g)).toHaveLength(6);
    expect(out.match(/CN=localhost ← CN=Mailcheck Test Authority/g)).toHaveLength(6);
    expect(out.match(mechanisms)).toHaveLength(6);
    expect(out.match(/9\.8 MiB/g)).toHaveLength(2);
    expect(said).toContain('mail.example.com ESMTP Postfix');
    expect(said).toContain('Dovecot (Debian) ready.');
    expect(said).toContain(summary);
  });

  test('what is offered before TLS, where that differs: no login from afar', async () => {
    const host = servers.hosts.remote;
    const { code, said } = await probe(
      `imap://${host}:${servers.ports.imap}`,
      `pop3://${host}:${servers.ports.pop3}`,
      `smtp://${host}:${servers.ports.submission}`,
    );
    expect(code).toBe(0);
    expect(said).toMatch(/Before TLS IMAP4rev1, [^:]*STARTTLS, LOGINDISABLED/);
    expect(said).toMatch(/Before TLS CAPA, [^:]*STLS/);
    expect(said).toMatch(/Before TLS PIPELINING, [^:]*STARTTLS/);
    expect(said).not.toContain('a login is offered before TLS');
  });

  test('to a program', async () => {
    const { code, out } = await probe(...every(servers), '--format', 'json');
    expect(code).toBe(0);
    const { hosts } = JSON.parse(out) as {
      hosts: { verdict: string; observation: { protocol: string; certificate: object } }[];
    };
    expect(hosts.map(({ observation }) => observation.protocol)).toEqual([
      'smtp',
      'smtp',
      'imap',
      'imap',
      'pop3',
      'pop3',
    ]);
    for (const { verdict, observation } of hosts) {
      expect(verdict).toBe('fine');
      expect(observation.certificate).toMatchObject({ chain: [{ subject: 'CN=localhost' }, {}] });
      expect(observation.certificate).not.toHaveProperty('missingIssuer');
    }
  });

  test('a login that is asked for works everywhere, and a wrong password is a fault', async () => {
    const user = ['--user', servers.accounts.admin.address, '--password-env'];
    const right = await probe(...every(servers), ...user, 'PASSWORD');
    expect(right.code).toBe(0);
    expect(right.out.match(/Login +works \(PLAIN\)/g)).toHaveLength(6);
    const [submission = ''] = every(servers);
    const wrong = await probe(submission, ...user, 'WRONG');
    expect(wrong.code).toBe(1);
    expect(wrong.said).toContain('MC517');
    expect(wrong.said).toContain('The server said: "535 5.7.8 Error: authentication failed');
  });

  describe.each([
    ['expired', 'MC508', 'expired on', '期限が切れています'],
    ['not-yet-valid', 'MC508', 'is valid only from', 'から有効です'],
    ['other-host', 'MC509', 'but for mail.elsewhere.example', '証明書の名前:mail.elsewhere.example'],
    ['self-signed', 'MC510', 'Chain: CN=localhost (self-signed)', 'CN=localhost(自己署名)'],
    ['unknown-authority', 'MC510', 'CN=localhost ← CN=Somebody Else (missing', 'CN=SomebodyElse(不足'],
  ] as const)('a certificate that is %s', (fault, code, english, japanese) => {
    test.each(['smtps', 'imap', 'pop3s'] as const)('%s', async (scheme) => {
      const host = servers.hosts[fault];
      const url = `${scheme}://${host}:${servers.ports[scheme]}`;
      const [en, ja] = await Promise.all([probe(url), probe(url, '--lang', 'ja')]);
      expect([en.code, ja.code]).toEqual([1, 1]);
      expect(en.said).toContain(`${code} `);
      expect(en.said).toContain(english);
      expect(en.said).toContain(code === 'MC509' ? `is not for "${host}"` : `Host asked for: ${host}.`);
      expect(en.said).toMatch(/Valid from \d{4}-\d\d-\d\d to \d{4}-\d\d-\d\d\. Chain: CN=/);
      // Japanese lines are broken between any two letters.
      expect(ja.out.replaceAll(/\s+/g, '')).toContain(japanese);
    });
  });

  test('the right host with its authority, and without: the missing link is named', async () => {
    const url = `imaps://localhost:${servers.ports.imaps}`;
    const { code, out } = await program.run({ folder }, ['probe', url]);
    expect(code).toBe(1);
    expect(out.replaceAll(/\s+/g, ' ')).toContain(
      'CN=localhost ← CN=Mailcheck Test Authority (missing: not sent by the server and not known here)',
    );
  });

  test.each([
    ['MC501', () => 'smtp://smtp.nowhere.invalid', 'does not exist'],
    ['MC505', ({ ports }: LiveServers) => `imaps://localhost:${ports.imap}`, '--tls starttls'],
    ['MC506', ({ ports }: LiveServers) => `pop3://localhost:${ports.pop3s}`, '--tls implicit'],
    [
      'MC507',
      ({ ports, hosts }: LiveServers) => `imap://${hosts.withoutTls}:${ports.imap}`,
      'does not offer STARTTLS',
    ],
    [
      'MC512',
      ({ ports }: LiveServers) => `smtp://localhost:${ports.imap}`,
      'Look again: mailcheck probe imap://localhost',
    ],
  ] as const)('%s', async (code, url, words) => {
    const met = await probe(url(servers));
    expect(met.code).toBe(1);
    expect(met.said).toContain(code);
    expect(met.said).toContain(words);
    expect(met.said).not.toMatch(/\brecords?\b|test-mailbox/);
  });

  test('a closed port beside one that is open: the worst counts, both are told', async () => {
    const closed = await unusedPort();
    const met = await probe(`smtp://localhost:${closed}`, `smtps://localhost:${servers.ports.smtps}`);
    expect(met.code).toBe(1);
    expect(met.said).toContain('MC503');
    expect(met.said).toContain('1 without a fault, 1 with a fault');
  });

  test('no login on this port: told as a fact, and as a fault only where one was asked for', async () => {
    const url = `smtp://localhost:${servers.ports.smtpWithoutLogin}`;
    const facts = await probe(url);
    expect(facts.code).toBe(0);
    expect(facts.said).toContain('Login methods none offered');
    const { address } = servers.accounts.admin;
    const asked = await probe(url, '--user', address, '--password-env', 'PASSWORD');
    expect(asked.code).toBe(1);
    expect(asked.said).toContain('MC519');
  });

  test('Ctrl-C ends it at once', async () => {
    const silent = await startLineServer(['silence']);
    const running = program.start({ folder }, ['probe', `smtp://localhost:${silent.port}`]);
    const began = performance.now();
    while (silent.received.length === 0 && performance.now() - began < 10_000)
      await new Promise((resolve) => setTimeout(resolve, 50));
    running.signal('SIGINT');
    const { code } = await running.ended;
    await silent.close();
    expect(code).toBe(130);
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  test('nothing was written beside it', async () => {
    expect(await readdir(folder)).toEqual([]);
  });
});
