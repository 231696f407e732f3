// Shows that the probes see on real Dovecot and Postfix what is there: what works, and each fault as itself.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LineProtocol, TlsMode } from '../../src/core/mail/protocol.ts';
import { converse, plain } from './conversation.ts';
import { describeLive } from './live.ts';
import { lookAt, lookAtOne, verdicts, wordsAt } from './looking.ts';
import { type Account, type LivePorts, type LiveServers, startServers } from './servers.mjs';

type Door = [protocol: LineProtocol, port: keyof LivePorts, tls: TlsMode];

const doors: Door[] = [
  ['smtp', 'submission', 'starttls'],
  ['smtp', 'smtps', 'implicit'],
  ['pop3', 'pop3', 'starttls'],
  ['pop3', 'pop3s', 'implicit'],
  ['imap', 'imap', 'starttls'],
  ['imap', 'imaps', 'implicit'],
];

describeLive('the probes and real servers', () => {
  let servers: LiveServers;
  beforeAll(async () => {
    servers = await startServers();
  });
  afterAll(() => servers?.stop());

  describe.each(doors)('%s at %s, TLS %s', (protocol, port, tls) => {
    test('logs in', async () => {
      const seen = await lookAtOne(servers, { protocol, port, tls });
      expect(verdicts(seen)).toMatchObject({ connect: 'ok', greeting: 'ok', tls: 'ok', login: 'ok' });
      if (protocol !== 'smtp') expect(verdicts(seen).inbox).toBe('ok');
      expect(seen.tlsVersion).toBe('TLSv1.3');
      expect(seen.mechanismUsed).toBe('PLAIN');
      expect(seen.certificate?.names).toContain('localhost');
    });

    test('has a wrong password refused by the server, and sends it once in a run', async () => {
      const account = { ...servers.accounts.support, password: 'wrong-password-of-support' };
      const [first, second] = await lookAt(servers, [
        { protocol, port, tls, account },
        { protocol, port, tls, account },
      ]);
      const logins = new Set([first, second].map((seen) => seen && verdicts(seen).login));
      const refused = { smtp: 'refused 535', pop3: 'refused -ERR', imap: 'refused NO' }[protocol];
      expect(logins).toEqual(new Set([refused, 'not tried: refused-before']));
      expectNoSecret([first, second], account);
    });

    test('shows no secret', async () => {
      const account = servers.accounts.admin;
      expectNoSecret(await lookAt(servers, [{ protocol, port, tls, account }]), account);
    });

    test.each([
      ['expired', 'certificate-expired'],
      ['not-yet-valid', 'certificate-not-yet-valid'],
      ['other-host', 'certificate-other-host'],
      ['self-signed', 'certificate-self-signed'],
      ['unknown-authority', 'certificate-untrusted'],
    ] as const)('says nothing to a server whose certificate is %s', async (fault, reason) => {
      const seen = await lookAtOne(servers, { protocol, port, tls, host: servers.hosts[fault] });
      expect(verdicts(seen)).toMatchObject({
        connect: 'ok',
        tls: reason,
        login: 'not tried: earlier-step-failed',
      });
      expect(seen.certificate?.names).toContain(
        fault === 'other-host' ? 'mail.elsewhere.example' : 'localhost',
      );
      const afterTls = seen.transcript.filter(({ mark, encrypted }) => mark === '>' && encrypted);
      expect(afterTls).toEqual([]);
    });
  });

  describe('the TLS mode of the port’s other half', () => {
    test.each([
      ['smtp', 'smtps', 'starttls', 'implicit'],
      ['smtp', 'submission', 'implicit', 'starttls'],
      ['pop3', 'pop3s', 'starttls', 'implicit'],
      ['pop3', 'pop3', 'implicit', 'starttls'],
      ['imap', 'imaps', 'starttls', 'implicit'],
      ['imap', 'imap', 'implicit', 'starttls'],
    ] as const)('%s at %s set to %s: it answers to %s', async (protocol, port, tls, answersTo) => {
      const seen = await lookAtOne(servers, { protocol, port, tls });
      expect(verdicts(seen).login).toBe('not tried: earlier-step-failed');
      expect(seen.answersTo).toBe(answersTo);
    });
  });

  describe('another protocol on the port', () => {
    test.each([
      ['smtp', 'pop3', 'starttls', 'pop3'],
      ['smtp', 'imaps', 'implicit', 'imap'],
      ['pop3', 'submission', 'starttls', 'smtp'],
      ['pop3', 'imaps', 'implicit', 'imap'],
      ['imap', 'submission', 'starttls', 'smtp'],
      ['imap', 'pop3s', 'implicit', 'pop3'],
    ] as const)('%s at %s (%s): it looks like %s', async (protocol, port, tls, dialect) => {
      const seen = await lookAtOne(servers, { protocol, port, tls });
      expect(verdicts(seen).greeting).toBe(`looks like ${dialect}`);
    });
  });

  describe('clear text', () => {
    test.each([
      ['smtp', 'smtpWithoutTls', 'main'],
      ['pop3', 'pop3', 'main'],
      ['imap', 'imap', 'main'],
    ] as const)('%s: no password without TLS, unless the record says so', async (protocol, port, host) => {
      const question = { protocol, port, tls: 'none', host: servers.hosts[host] } as const;
      const seen = await lookAtOne(servers, question);
      expect(verdicts(seen).login).toBe('clear-text-forbidden');
      expectNoSecret([seen], servers.accounts.admin);
      expect(verdicts(await lookAtOne(servers, { ...question, allowClearText: true })).login).toBe('ok');
    });

    test.each(['pop3', 'imap'] as const)(
      '%s: the record allows it and the server does not',
      async (protocol) => {
        const host = servers.hosts.remote;
        const question = { protocol, port: protocol, tls: 'none', host, allowClearText: true } as const;
        const seen = await lookAtOne(servers, question);
        expect(verdicts(seen).login).toBe('authentication-not-offered');
        expectNoSecret([seen], servers.accounts.admin);
      },
    );

    test.each([
      ['smtp', 'smtpWithoutTls', 'main'],
      ['pop3', 'pop3', 'withoutTls'],
      ['imap', 'imap', 'withoutTls'],
    ] as const)('%s: STARTTLS asked for and not offered ends it', async (protocol, port, host) => {
      const seen = await lookAtOne(servers, { protocol, port, tls: 'starttls', host: servers.hosts[host] });
      expect(verdicts(seen)).toMatchObject({
        tls: 'starttls-not-offered',
        login: 'not tried: earlier-step-failed',
      });
    });

    test.each([
      ['smtpWithoutLogin', 'starttls'],
      ['smtpWithoutTlsAndLogin', 'none'],
    ] as const)('a password that %s does not ask for is never called tried', async (port, tls) => {
      const seen = await lookAtOne(servers, { protocol: 'smtp', port, tls, allowClearText: true });
      expect(verdicts(seen).login).toBe('authentication-not-offered');
    });
  });

  describe('a test message', () => {
    const sent = { sender: 'ok', recipient: 'ok', queued: 'ok' };

    test.each([
      ['pop3', 'pop3s', 0],
      ['imap', 'imaps', 1],
    ] as const)('arrives by %s and is taken out again', async (protocol, port, number) => {
      const account = numbered(number);
      const [outgoing, incoming] = await lookAt(servers, [
        { protocol: 'smtp', port: 'submission', tls: 'starttls', depth: 'send', account },
        { protocol, port, tls: 'implicit', depth: 'send', account },
      ]);
      expect(outgoing && verdicts(outgoing)).toMatchObject(sent);
      expect(outgoing?.queueId).toMatch(/^[0-9A-Za-z]{6,}$/);
      expect(incoming && verdicts(incoming)).toMatchObject({ inbox: 'ok', arrived: 'ok', removed: 'ok' });
      expect(await messagesIn(account)).toBe(0);
    });

    test('stays where IMAP cannot remove exactly one message, and that is said', async () => {
      const account = numbered(2);
      const host = servers.hosts.withoutUidplus;
      const [, incoming] = await lookAt(servers, [
        { protocol: 'smtp', port: 'smtps', tls: 'implicit', depth: 'send', account },
        { protocol: 'imap', port: 'imaps', tls: 'implicit', depth: 'send', host, account },
      ]);
      expect(incoming && verdicts(incoming)).toMatchObject({ arrived: 'ok', removed: 'not-removable' });
      expect(incoming?.messageLeft).toBe(true);
      expect(await messagesIn(account)).toBe(1);
    });

    test.each(['submission', 'smtpSenderFirst'] as const)(
      'from another’s address is refused at %s',
      async (port) => {
        const { address } = servers.accounts.support;
        const seen = await lookAtOne(servers, {
          protocol: 'smtp',
          port,
          tls: 'starttls',
          depth: 'send',
          address,
        });
        const step = port === 'submission' ? 'recipient' : 'sender';
        expect(verdicts(seen)).toMatchObject({ login: 'ok', [step]: 'refused 553' });
        expect(wordsAt(seen, step)).toContain('not owned by user admin@example.com');
        expect(verdicts(seen).queued).toBe('not tried: earlier-step-failed');
      },
    );

    test.each([
      ['full', '452 4.2.2'],
      ['greylisted', '450 4.2.0'],
    ] as const)('to a mailbox that is %s is put off, and nobody waits for it', async (name, words) => {
      const account = servers.accounts[name];
      const [outgoing, incoming] = await lookAt(servers, [
        { protocol: 'smtp', port: 'smtps', tls: 'implicit', depth: 'send', account },
        { protocol: 'pop3', port: 'pop3s', tls: 'implicit', depth: 'send', account },
      ]);
      expect(outgoing && wordsAt(outgoing, 'recipient')).toContain(words);
      expect(incoming && verdicts(incoming)).toMatchObject({
        inbox: 'ok',
        arrived: 'not tried: other-direction-failed',
      });
    });
  });

  test('sixty mailboxes in one run, three of them with a wrong password', async () => {
    const wrong = new Set([0, 20, 40]);
    const observations = await lookAt(
      servers,
      Array.from({ length: 60 }, (_, index) => {
        const [protocol, port, tls] = doors[index % doors.length] as Door;
        const account = numbered(100 + index);
        return {
          protocol,
          port,
          tls,
          account: wrong.has(index) ? { ...account, password: 'wrong' } : account,
        };
      }),
    );
    const failed = observations.flatMap((seen, index) => (verdicts(seen).login === 'ok' ? [] : [index]));
    expect(failed).toEqual([...wrong]);
  });

  function numbered(index: number): Account {
    const account = servers.accounts.numbered[index];
    if (!account) throw new Error(`no account ${index}`);
    return account;
  }

  /** Counted by the server, asked without the product's help. */
  async function messagesIn(account: Account): Promise<number> {
    const { host, ports, certificateAuthority } = servers;
    const pop3 = await converse({ host, port: ports.pop3s, certificateAuthority }, 'tls');
    await pop3.read(/^\+OK.*\r\n/);
    await pop3.say(`AUTH PLAIN ${plain(account)}`, /^\+OK.*\r\n/);
    const status = await pop3.say('STAT', /\r\n$/);
    pop3.close();
    return Number(status.split(' ')[1]);
  }
});

/** In no form in which it may have gone over the wire. */
function expectNoSecret(observations: unknown, { address, password }: Account): void {
  const text = JSON.stringify(observations);
  const base64 = (clear: string): string => Buffer.from(clear).toString('base64').replace(/=+$/, '');
  for (const form of [password, base64(password), base64(`\0${address}\0${password}`)]) {
    expect(text).not.toContain(form);
  }
}
