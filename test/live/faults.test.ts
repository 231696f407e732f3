// Shows what a person gets to see of each thing that goes wrong, through the public command: a finding with its code, the
// exit code, and what it does to the record. The servers are real Dovecot and Postfix; hostile.test.ts has the scripted ones.

import { symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { unusedPort } from '../line-server.ts';
import { bothOff, expectFault, meet, outgoingOff, untouched, type Fault } from './fault-world.ts';
import { describeLive } from './live.ts';
import { mailboxesFile, writeWorkspace } from './portal.ts';
import { installProgram, type Program } from './program.ts';
import { type LiveServers, startServers } from './servers.mjs';

describeLive('what goes wrong', () => {
  let servers: LiveServers;
  let program: Program;
  beforeAll(async () => {
    [servers, program] = await Promise.all([startServers({ numberedAccounts: 0 }), installProgram()]);
  });
  afterAll(() => Promise.all([servers?.stop(), program?.remove()]));

  describe.concurrent('for good: the direction fails and is switched off', () => {
    test('a host that does not exist', async () => {
      const met = await meet(servers, program, {
        profile: {
          outgoingServerLocation: 'smtp.nowhere.invalid',
          incomingServerLocation: 'nowhere.invalid',
        },
      });
      expectFault(met, 'MC501', 'configuration', bothOff);
      expect(met.said).toContain('The host name "smtp.nowhere.invalid" does not exist.');
    });

    test('a wrong password', async () => {
      const met = await meet(servers, program, { password: 'not-the-password-of-admin' });
      expectFault(met, 'MC517', 'credential', bothOff);
      expect(met.said).toContain('The server said: "535 5.7.8 Error: authentication failed');
      expect(met.record).toMatchObject({
        lastTest: { outgoing: { step: 'login', reply: expect.stringMatching(/^535 5\.7\.8/) } },
      });
    });

    test('TLS at once spoken to a STARTTLS port', async () => {
      const met = await meet(servers, program, {
        profile: { outgoingTls: 'implicit', incomingPortNumber: servers.ports.pop3 },
      });
      expectFault(met, 'MC505', 'configuration', bothOff);
      expect(met.said).toContain('outgoingTls: starttls');
      // The other way was tried to the end, certificate and all.
      const { submission, pop3 } = servers.ports;
      expect(met.said).toMatch(new RegExp(`${submission} with STARTTLS works and offers PLAIN, LOGIN;`));
      expect(met.said).toMatch(new RegExp(`${pop3} with STARTTLS works and offers PLAIN`));
    });

    test('STARTTLS spoken to a port with TLS at once', async () => {
      const met = await meet(servers, program, {
        profile: { outgoingPortNumber: servers.ports.smtps, incomingTls: 'starttls' },
      });
      expectFault(met, 'MC506', 'configuration', bothOff);
      expect(met.said).toContain('outgoingUseSsl: true, outgoingTls: implicit');
      expect(met.said).toMatch(new RegExp(`${servers.ports.smtps} with TLS works and offers PLAIN, LOGIN;`));
    });

    test('STARTTLS that is not offered', async () => {
      const { ports, hosts } = servers;
      const met = await meet(servers, program, {
        profile: {
          outgoingPortNumber: ports.smtpWithoutTls,
          incomingServerLocation: hosts.withoutTls,
          incomingPortNumber: ports.pop3,
          incomingTls: 'starttls',
        },
      });
      expectFault(met, 'MC507', 'configuration', bothOff);
      expect(met.said).toContain('does not offer STARTTLS; no password was sent.');
    });

    test.each([[[]], [['--no-send']]])(
      'a password is given and no login offered: never green %j',
      async (argv) => {
        const met = await meet(servers, program, {
          profile: { outgoingPortNumber: servers.ports.smtpWithoutLogin },
          argv,
        });
        expectFault(met, 'MC519', 'configuration', outgoingOff);
        expect(met.said).toContain('offers no SMTP login; the password was never sent.');
      },
    );

    test('the POP3 port given for SMTP, and the other way round', async () => {
      const { ports } = servers;
      const met = await meet(servers, program, {
        profile: {
          outgoingPortNumber: ports.pop3,
          incomingPortNumber: ports.submission,
          incomingTls: 'starttls',
        },
      });
      expectFault(met, 'MC512', 'configuration', bothOff);
      expect(met.said).toContain(`localhost:${ports.pop3} speaks POP3, not SMTP`);
      expect(met.said).toContain(`localhost:${ports.submission} speaks SMTP, not POP3`);
    });

    test('the SMTP port given for IMAP, and the other way round', async () => {
      const { ports } = servers;
      const met = await meet(servers, program, {
        preset: 'imap-smtp',
        profile: {
          outgoingPortNumber: ports.imap,
          incomingPortNumber: ports.submission,
          incomingTls: 'starttls',
        },
      });
      expectFault(met, 'MC512', 'configuration', bothOff);
      expect(met.said).toContain(`localhost:${ports.imap} speaks IMAP, not SMTP`);
      expect(met.said).toContain(`localhost:${ports.submission} speaks SMTP, not IMAP`);
    });

    // Postfix as it is set up everywhere says no at RCPT TO; the words are about the sender all the same.
    test.each(['submission', 'smtpSenderFirst'] as const)(
      'an address that the login may not send from (%s)',
      async (port) => {
        const { support } = servers.accounts;
        const met = await meet(servers, program, {
          profile: {
            outgoingPortNumber: servers.ports[port],
            ...(port === 'submission' ? {} : { outgoingTls: 'starttls' }),
          },
          mailbox: { userName: support.address },
          password: support.password,
        });
        expectFault(met, 'MC534', 'policy', outgoingOff);
        expect(met.said).toContain('admin@example.com');
        expect(met.said).toContain('not owned by user support@example.com');
      },
    );
  });

  describe.concurrent('perhaps for now: status and switches stay, the last test says why', () => {
    test('a closed port', async () => {
      const [outgoingPortNumber, incomingPortNumber] = [await unusedPort(), await unusedPort()];
      const met = await meet(servers, program, { profile: { outgoingPortNumber, incomingPortNumber } });
      expectFault(met, 'MC503', 'network', untouched);
      expect(met.said).toContain(`localhost:${outgoingPortNumber} refused the connection.`);
    });

    test.each([
      ['expired', 'MC508', 'expired on'],
      ['not-yet-valid', 'MC508', 'is valid only from'],
      ['other-host', 'MC509', 'is not for "127.0.0.13", but for mail.elsewhere.example'],
      ['self-signed', 'MC510', 'is self-signed'],
      ['unknown-authority', 'MC510', 'CN=Somebody Else'],
    ] as const)('a certificate that is %s', async (fault, code, words) => {
      const host = servers.hosts[fault];
      const met = await meet(servers, program, {
        profile: { outgoingServerLocation: host, incomingServerLocation: host },
      });
      expectFault(met, code, 'certificate', untouched);
      expect(met.said).toContain(words);
    });

    test('a certificate that is expired, where the environment says that nothing is to be verified', async () => {
      const host = servers.hosts.expired;
      const met = await meet(servers, program, {
        profile: { outgoingServerLocation: host, incomingServerLocation: host },
        env: { PASSWORD: servers.accounts.admin.password, NODE_TLS_REJECT_UNAUTHORIZED: '0' },
      });
      expectFault({ ...met, err: '' }, 'MC508', 'certificate', untouched);
      expect(met.err.replaceAll(/\s+/g, ' ')).toContain('mailcheck verifies certificates all the same');
    });

    test('a certificate whose authority nobody was told of (no --ca-file)', async () => {
      const met = await meet(servers, program, { argv: ['--ca-file', '/etc/ssl/certs/ca-certificates.crt'] });
      expectFault(met, 'MC510', 'certificate', untouched);
      expect(met.said).toContain('add --ca-file FILE');
    });

    test.each([
      ['full', '452 4.2.2', 'asks to come back later'],
      ['greylisted', '450 4.2.0', 'The server greylists'],
    ] as const)('a recipient that is %s', async (name, reply, words) => {
      const met = await meet(servers, program, { account: servers.accounts[name] });
      expectFault(met, 'MC524', 'transient', untouched);
      expect(met.said).toContain(words);
      expect(met.record).toMatchObject({
        lastTest: { incoming: { result: 'success' }, outgoing: { reply: expect.stringContaining(reply) } },
      });
    });
  });

  describe.concurrent('nothing is learnt: exit code 3, the record stays as it is', () => {
    test.each([
      ['an environment variable that is not set', { env: {} }, 'env PASSWORD (not set)'],
      ['a file that is missing', { mailbox: { password: { file: 'nowhere' } } }, 'file nowhere (ENOENT)'],
      [
        'a command that fails',
        { mailbox: { password: { command: ['false', 'an-argument'] } } },
        'command false (exit code 1)',
      ],
    ] satisfies [string, Fault, string][])('the password is in %s', async (_, fault, words) => {
      const met = await meet(servers, program, fault);
      expect(met).toMatchObject({ code: 3, changed: false });
      expect(met.said).toContain(words);
    });

    test('for programs, too, the reason is said', async () => {
      const met = await meet(servers, program, { env: {}, argv: ['--format', 'json'] });
      const { mailboxes } = JSON.parse(met.out) as {
        mailboxes: { verdict: string; directions: unknown[] }[];
      };
      expect(mailboxes[0]?.verdict).toBe('unknown');
      expect(mailboxes[0]?.directions[0]).toMatchObject({
        verdict: 'unknown',
        problem: { problem: 'secret-missing', detail: 'env PASSWORD (not set)' },
      });
    });
  });

  test('evidence that cannot be saved: exit code 2, and the results are told and recorded all the same', async () => {
    const met = await meet(servers, program, {
      password: 'not-the-password-of-admin',
      argv: ['--save-evidence', 'missing-folder/evidence.json'],
    });
    expect(met).toMatchObject({ code: 2, codes: ['MC517'], record: bothOff });
    expect(met.err).toContain('The evidence cannot be written to missing-folder/evidence.json (ENOENT).');
  });

  describe('records that cannot be read', () => {
    const run = async (prepare: (folder: string) => Promise<void>) => {
      const workspace = await writeWorkspace({ [mailboxesFile]: 'mailboxes:\n  - id: one\n' });
      await prepare(workspace.folder);
      const { code, out, err } = await program.run(workspace, ['test-mailbox', '--all']);
      await workspace.remove();
      expect(out).toBe('');
      expect(err).not.toMatch(/\bat .*\.js:\d+/);
      expect(err).toContain('cannot be used; nothing was judged.');
      return { code, err: err.replaceAll(/\s+/g, ' ') };
    };

    test('malformed YAML: the place, and what was expected there', async () => {
      const { code, err } = await run(async (folder) => {
        await writeFile(join(folder, 'mailcheck', 'broken.yaml'), 'mailboxes:\n\t- id: two\n');
      });
      expect(code).toBe(2);
      expect(err).toMatch(/mailcheck\/broken\.yaml:\d+:\d+:/);
    });

    test('a file of 100 MB', async () => {
      const { code, err } = await run(async (folder) => {
        const file = join(folder, 'mailcheck', 'large.yaml');
        await writeFile(file, '# large\n');
        await truncate(file, 100 * 1024 * 1024);
      });
      expect(code).toBe(2);
      expect(err).toMatch(/mailcheck\/large\.yaml.* the file is 100 MiB; at most/);
    });

    test('a file that cannot be read', async () => {
      // Tests run as root, who may read everything; a link that leads to itself nobody can.
      const { code, err } = await run((folder) =>
        symlink('loop.yaml', join(folder, 'mailcheck', 'loop.yaml')),
      );
      expect(code).toBe(2);
      expect(err).toContain('mailcheck/loop.yaml:1:1: the file could not be read (ELOOP)');
    });
  });
});
