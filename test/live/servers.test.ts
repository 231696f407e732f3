// Shows that the servers that the other live tests rely on behave as they are said to: each address and port has
// the one peculiarity it is there for. Uses bare sockets, nothing of the product.

import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Conversation, converse, plain, smtpReply, type Target } from './conversation.ts';
import { startDelay } from './delay.mjs';
import { describeLive } from './live.ts';
import { type Account, type LiveServers, startServers } from './servers.mjs';

describeLive('Dovecot and Postfix on loopback', () => {
  let servers: LiveServers;
  beforeAll(async () => {
    servers = await startServers();
  });
  afterAll(() => servers?.stop());

  const to = (port: keyof LiveServers['ports'], host: string = servers.host) => ({
    host,
    port: servers.ports[port],
    certificateAuthority: servers.certificateAuthority,
  });

  test('submission offers AUTH after STARTTLS only', async () => {
    const smtp = await converse(to('submission'));
    await smtp.read(smtpReply);
    const before = await smtp.say('EHLO client.example', smtpReply);
    expect(before).toContain('STARTTLS');
    expect(before).not.toContain('AUTH');
    await startTls(smtp);
    expect(await smtp.say('EHLO client.example', smtpReply)).toMatch(/^250-AUTH .*PLAIN/m);
    expect(await smtp.say(`AUTH PLAIN ${plain(servers.accounts.admin)}`, smtpReply)).toMatch(/^235 2\.7\.0/);
    smtp.close();
  });

  test('a message to oneself arrives by POP3 and by IMAP', async () => {
    const { admin } = servers.accounts;
    const smtp = await loggedIn(to('smtps'), admin);
    expect(await envelope(smtp, admin.address, admin.address)).toMatch(/^250/);
    await smtp.say('DATA', smtpReply);
    const queued = await smtp.say(
      'Subject: hello\r\nMessage-ID: <one@example.com>\r\n\r\nbody\r\n.',
      smtpReply,
    );
    expect(queued).toMatch(/^250 2\.0\.0 Ok: queued as [0-9A-F]+/);
    smtp.close();

    const pop3 = await converse(to('pop3s'), 'tls');
    await pop3.read(/^\+OK.*\r\n/);
    expect(await pop3.say(`AUTH PLAIN ${plain(admin)}`, /\r\n$/)).toMatch(/^\+OK/);
    pop3.close();
    await eventually(async () => {
      const again = await converse(to('pop3s'), 'tls');
      await again.read(/^\+OK.*\r\n/);
      await again.say(`AUTH PLAIN ${plain(admin)}`, /\r\n$/);
      const status = await again.say('STAT', /\r\n$/);
      const arrived = status.startsWith('+OK 1 ');
      if (arrived)
        expect(await again.say('TOP 1 0', /\r\n\.\r\n$/)).toContain('Message-ID: <one@example.com>');
      again.close();
      return arrived;
    });

    const imap = await converse(to('imaps'), 'tls');
    await imap.read(/^\* OK/);
    await imap.say(`a LOGIN ${admin.address} ${admin.password}`, /^a .*\r\n/m);
    expect(await imap.say('b EXAMINE INBOX', /^b .*\r\n/m)).toContain('* 1 EXISTS');
    imap.close();
  });

  test('a sender that is not one’s own is refused at RCPT, or at MAIL where the server looks at once', async () => {
    const { admin, support } = servers.accounts;
    const late = await loggedIn(to('smtps'), admin);
    expect(await late.say(`MAIL FROM:<${support.address}>`, smtpReply)).toMatch(/^250/);
    expect(await late.say(`RCPT TO:<${admin.address}>`, smtpReply)).toContain('553 5.7.1');
    late.close();
    const early = await loggedIn(to('smtpSenderFirst'), admin, 'clear');
    expect(await early.say(`MAIL FROM:<${support.address}>`, smtpReply)).toContain('not owned by user');
    early.close();
  });

  test('anybody may send as anybody where From is rewritten', async () => {
    const { admin, support } = servers.accounts;
    const smtp = await loggedIn(to('smtpRewriting'), support, 'clear');
    expect(await envelope(smtp, support.address, support.address)).toMatch(/^250/);
    await smtp.say('DATA', smtpReply);
    await smtp.say(`From: ${support.address}\r\nSubject: rewritten\r\n\r\nbody\r\n.`, smtpReply);
    smtp.close();
    await eventually(async () => {
      const pop3 = await converse(to('pop3s'), 'tls');
      await pop3.read(/^\+OK.*\r\n/);
      await pop3.say(`AUTH PLAIN ${plain(support)}`, /\r\n$/);
      const arrived = (await pop3.say('STAT', /\r\n$/)).startsWith('+OK 1 ');
      if (arrived) {
        const header = await pop3.say('TOP 1 0', /\r\n\.\r\n$/);
        expect(header).toContain(`From: ${admin.address}`);
        expect(header).toContain(`Return-Path: <${admin.address}>`);
      }
      pop3.close();
      return arrived;
    });
  });

  test.each([
    ['full', /^452 4\.2\.2/],
    ['greylisted', /^450 4\.2\.0/],
  ] as const)('mail to %s@example.com is refused for now', async (name, reply) => {
    const account = servers.accounts[name];
    const smtp = await loggedIn(to('smtps'), account);
    expect(await envelope(smtp, account.address, account.address)).toMatch(reply);
    smtp.close();
  });

  test('nothing is taken for an unknown mailbox', async () => {
    const { admin } = servers.accounts;
    const smtp = await loggedIn(to('submission'), admin, 'clear');
    expect(await envelope(smtp, admin.address, 'nobody@example.com')).toMatch(/^550 5\.1\.1/);
    smtp.close();
  });

  test.each([
    ['smtpWithoutTlsAndLogin', { STARTTLS: false, AUTH: false }],
    ['smtpWithoutLogin', { STARTTLS: true, AUTH: false }],
    ['smtpWithoutTls', { STARTTLS: false, AUTH: true }],
  ] as const)('%s offers what its name says', async (port, offers) => {
    const smtp = await converse(to(port));
    await smtp.read(smtpReply);
    const capabilities = await smtp.say('EHLO client.example', smtpReply);
    expect({ STARTTLS: capabilities.includes('STARTTLS'), AUTH: capabilities.includes('AUTH') }).toEqual(
      offers,
    );
    smtp.close();
  });

  test('a wrong password is refused by all three', async () => {
    const wrong = { address: servers.accounts.admin.address, password: 'wrong' };
    await expect(loggedIn(to('smtps'), wrong)).rejects.toThrow('535 5.7.8');
    const pop3 = await converse(to('pop3s'), 'tls');
    await pop3.read(/^\+OK.*\r\n/);
    expect(await pop3.say(`AUTH PLAIN ${plain(wrong)}`, /\r\n$/)).toContain(
      '-ERR [AUTH] Authentication failed.',
    );
    pop3.close();
    const imap = await converse(to('imaps'), 'tls');
    await imap.read(/^\* OK/);
    const answer = await imap.say(`a LOGIN ${wrong.address} ${wrong.password}`, /^a .*\r\n/m);
    expect(answer).toContain('a NO [AUTHENTICATIONFAILED]');
    imap.close();
  });

  test('a clear-text login is refused at the remote address, and so is any where there is no TLS', async () => {
    for (const host of [servers.hosts.remote, servers.hosts.withoutTls]) {
      const pop3 = await converse(to('pop3', host));
      await pop3.read(/^\+OK.*\r\n/);
      const capabilities = await pop3.say('CAPA', /\r\n\.\r\n$/);
      expect(capabilities).not.toContain('USER');
      expect(capabilities.includes('STLS')).toBe(host === servers.hosts.remote);
      expect(await pop3.say(`USER ${servers.accounts.admin.address}`, /\r\n$/)).toContain('-ERR [AUTH]');
      pop3.close();
      const imap = await converse(to('imap', host));
      const greeting = await imap.read(/^\* OK.*\r\n/);
      expect(greeting).toContain('LOGINDISABLED');
      expect(greeting.includes('STARTTLS')).toBe(host === servers.hosts.remote);
      imap.close();
    }
  });

  test('IMAP without UIDPLUS', async () => {
    const { admin } = servers.accounts;
    const uidplus = async (host: string): Promise<boolean> => {
      const imap = await converse(to('imaps', host), 'tls');
      await imap.read(/^\* OK/);
      await imap.say(`a LOGIN ${admin.address} ${admin.password}`, /^a OK.*\r\n/m);
      const capabilities = await imap.say('b CAPABILITY', /^b OK.*\r\n/m);
      imap.close();
      return capabilities.includes('UIDPLUS');
    };
    expect(await uidplus(servers.host)).toBe(true);
    expect(await uidplus(servers.hosts.withoutUidplus)).toBe(false);
  });

  describe.each([
    ['expired', 'CERT_HAS_EXPIRED'],
    ['not-yet-valid', 'CERT_NOT_YET_VALID'],
    ['other-host', 'ERR_TLS_CERT_ALTNAME_INVALID'],
    ['self-signed', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
    ['unknown-authority', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
  ] as const)('a certificate that is %s', (fault, code) => {
    test.each(['smtps', 'pop3s', 'imaps'] as const)('at %s', async (port) => {
      await expect(converse(to(port, servers.hosts[fault]), 'tls')).rejects.toMatchObject({ code });
    });
  });

  test('the delaying relay hands on both directions, and the end', async () => {
    const relay = await startDelay({ port: servers.ports.smtps, milliseconds: 5 });
    const smtp = await loggedIn({ ...to('smtps'), port: relay.port }, servers.accounts.admin);
    expect(await smtp.say('QUIT', smtpReply)).toMatch(/^221/);
    await expect(smtp.read(/never/)).rejects.toThrow('closed after');
    expect(relay.connections()).toBe(1);
    await relay.stop();
  });
});

describeLive('two instances', () => {
  test('run side by side and leave nothing', async () => {
    const both = await Promise.all([
      startServers({ numberedAccounts: 1 }),
      startServers({ numberedAccounts: 1 }),
    ]);
    for (const servers of both) {
      const smtp = await loggedIn({ ...servers, port: servers.ports.smtps }, servers.accounts.support);
      smtp.close();
    }
    await Promise.all(both.map((servers) => servers.stop()));
    expect(both.map(({ folder }) => existsSync(folder))).toEqual([false, false]);
  });
});

async function startTls(smtp: Conversation): Promise<void> {
  expect(await smtp.say('STARTTLS', smtpReply)).toMatch(/^220/);
  await smtp.encrypt();
}

/** An SMTP session after AUTH, by implicit TLS or STARTTLS; rejects with the server's words. */
async function loggedIn(
  target: Target,
  account: Account,
  mode: 'clear' | 'tls' = 'tls',
): Promise<Conversation> {
  const smtp = await converse(target, mode);
  await smtp.read(smtpReply);
  await smtp.say('EHLO client.example', smtpReply);
  if (mode === 'clear') {
    await startTls(smtp);
    await smtp.say('EHLO client.example', smtpReply);
  }
  const answer = await smtp.say(`AUTH PLAIN ${plain(account)}`, smtpReply);
  if (answer.startsWith('235')) return smtp;
  smtp.close();
  throw new Error(answer);
}

async function envelope(smtp: Conversation, from: string, to: string): Promise<string> {
  expect(await smtp.say(`MAIL FROM:<${from}>`, smtpReply)).toMatch(/^250/);
  return smtp.say(`RCPT TO:<${to}>`, smtpReply);
}

/** Delivery takes as long as it takes; the test's own deadline ends it. */
async function eventually(look: () => Promise<boolean>): Promise<void> {
  while (!(await look())) await new Promise((resolve) => setTimeout(resolve, 50));
}
