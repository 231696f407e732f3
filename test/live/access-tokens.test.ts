// Shows that access tokens log in to real Dovecot and Postfix over every protocol and with both mechanisms, however long
// they are, that the error challenge to a refused one is read, and that a token is never shown.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BearerChallenge } from '../../src/core/mail/reply.ts';
import type { Observation } from '../../src/core/mail/evidence.ts';
import type { LineProtocol, TlsMode } from '../../src/core/mail/protocol.ts';
import { accessToken, makeTokenKeys, type TokenChanges, type TokenKeys } from './access-tokens.mjs';
import { describeLive } from './live.ts';
import { lookAt, lookAtOne, verdicts, wordsAt } from './looking.ts';
import { type LivePorts, type LiveServers, startServers } from './servers.mjs';

type Door = [protocol: LineProtocol, port: keyof LivePorts, tls: TlsMode];

const doors: Door[] = [
  ['smtp', 'submission', 'starttls'],
  ['smtp', 'smtps', 'implicit'],
  ['pop3', 'pop3', 'starttls'],
  ['pop3', 'pop3s', 'implicit'],
  ['imap', 'imap', 'starttls'],
  ['imap', 'imaps', 'implicit'],
];
const refused = { smtp: 'refused 535', pop3: 'refused -ERR', imap: 'refused NO' } as const;

/** By the mechanism that is used there: where both are offered it is XOAUTH2. */
const offers = {
  XOAUTH2: ['PLAIN', 'LOGIN', 'OAUTHBEARER', 'XOAUTH2'],
  OAUTHBEARER: ['OAUTHBEARER'],
} as const;
/** Dovecot's words for whatever is wrong with a token. */
const challenges: Record<keyof typeof offers, BearerChallenge> = {
  XOAUTH2: { status: '401', scope: 'mail', schemes: 'bearer' },
  OAUTHBEARER: { status: 'invalid_token' },
};

describeLive.each(['XOAUTH2', 'OAUTHBEARER'] as const)('%s and real servers', (mechanism) => {
  let servers: LiveServers;
  beforeAll(async () => {
    servers = await startServers({ numberedAccounts: 10, mechanisms: offers[mechanism] });
  });
  afterAll(() => servers?.stop());

  const token = (changes: TokenChanges = {}, keys: TokenKeys | undefined = servers.tokenKeys): string => {
    if (keys === undefined) throw new Error('the servers take no tokens');
    return accessToken(keys, servers.accounts.admin.address, changes);
  };

  describe.each(doors)('%s at %s, TLS %s', (protocol, port, tls) => {
    test.each([
      ['an RSA signature', {}],
      ['an ECDSA signature', { algorithm: 'ES256' }],
      ['a shared key', { algorithm: 'HS256' }],
      ['over 2 kB', { padding: 2_100 }],
      ['over 5 kB', { padding: 5_000 }],
    ] as const)('a token with %s logs in', async (_what, changes) => {
      const used = token(changes);
      const seen = await lookAtOne(servers, { protocol, port, tls, token: used });
      expect(verdicts(seen)).toMatchObject({ token: 'ok', login: 'ok' });
      if (protocol !== 'smtp') expect(verdicts(seen).inbox).toBe('ok');
      expect(seen.mechanismUsed).toBe(mechanism);
      expectNotShown(seen, used);
    });

    test.each([
      ['has expired', { claims: { exp: 1_000, nbf: 900, iat: 900 } }],
      ['is another user’s, and over 2 kB', { claims: { email: 'support@example.com' }, padding: 2_100 }],
    ] as const)('a token that %s is refused, and the challenge is read', async (_what, changes) => {
      const used = token(changes);
      const seen = await lookAtOne(servers, { protocol, port, tls, token: used });
      expect(verdicts(seen).login).toBe(refused[protocol]);
      expect(challengeOf(seen)).toEqual(challenges[mechanism]);
      expectNotShown(seen, used);
    });

    test('a token signed with another key is refused, and sent once in a run', async () => {
      const used = token({}, await makeTokenKeys(`${servers.folder}/other-keys`));
      const seen = await lookAt(servers, [
        { protocol, port, tls, token: used },
        { protocol, port, tls, token: used },
      ]);
      const logins = new Set(seen.map((each) => verdicts(each).login));
      expect(logins).toEqual(new Set([refused[protocol], 'not tried: refused-before']));
      expectNotShown(seen, used);
    });

    test('no token crosses the wire unencrypted', async () => {
      const clear = { smtp: 'smtpWithoutTls', pop3: 'pop3', imap: 'imap' } as const;
      const used = token();
      const seen = await lookAtOne(servers, { protocol, port: clear[protocol], tls: 'none', token: used });
      expect(verdicts(seen).login).toBe('clear-text-forbidden');
      expectNotShown(seen, used);
    });
  });

  test.each([
    ['pop3', 'pop3s'],
    ['imap', 'imaps'],
  ] as const)('a message sent with a token arrives by %s', async (protocol, port) => {
    const used = token();
    const seen = await lookAt(servers, [
      { protocol: 'smtp', port: 'submission', tls: 'starttls', depth: 'send', token: used },
      { protocol, port, tls: 'implicit', depth: 'send', token: used },
    ]);
    expect(verdicts(seen[0] as Observation)).toMatchObject({ login: 'ok', queued: 'ok' });
    expect(verdicts(seen[1] as Observation)).toMatchObject({ arrived: 'ok', removed: 'ok' });
    expectNotShown(seen, used);
  });

  test.each(doors)('%s at %s: what is offered to whom', async (protocol, port, tls) => {
    const seen = await lookAtOne(servers, { protocol, port, tls });
    // Where tokens alone are taken a password has no way in; Dovecot's POP3 names USER all the same, and refuses it.
    const without = protocol === 'pop3' ? 'refused -ERR' : 'no-common-mechanism';
    expect(verdicts(seen).login).toBe(mechanism === 'XOAUTH2' ? 'ok' : without);
    if (without === verdicts(seen).login && protocol === 'pop3')
      expect(wordsAt(seen, 'login')).toContain('Unsupported authentication mechanism');
    expect(seen.mechanisms?.toSorted()).toEqual(expect.arrayContaining(offers[mechanism].toSorted()));
    expect(JSON.stringify(seen)).not.toContain(servers.accounts.admin.password);
  });
});

describeLive('a token at servers that take passwords only', () => {
  let servers: LiveServers;
  beforeAll(async () => {
    servers = await startServers({ numberedAccounts: 0 });
  });
  afterAll(() => servers?.stop());

  test.each(doors)('%s at %s: it is not sent', async (protocol, port, tls) => {
    const used = 'a-token-that-nobody-asked-for';
    const seen = await lookAtOne(servers, { protocol, port, tls, token: used });
    expect(verdicts(seen).login).toBe('no-common-mechanism');
    expect(seen.mechanisms).toContain('PLAIN');
    expectNotShown(seen, used);
  });
});

function challengeOf({ steps }: Observation): BearerChallenge | undefined {
  const login = steps.find(({ step }) => step === 'login');
  return login?.outcome === 'refused' ? login.reply.challenge : undefined;
}

/** Neither whole nor in part, as it is or as it went over the wire: the signature alone would do. */
function expectNotShown(seen: unknown, token: string): void {
  const text = JSON.stringify(seen);
  const signature = token.split('.').at(-1) ?? token;
  for (const offset of [0, 1, 2]) {
    const base64 = Buffer.from(`${'x'.repeat(offset)}${signature}`).toString('base64');
    expect(text).not.toContain(base64.slice(4, -4).slice(0, 24));
  }
  expect(text).not.toContain(signature.slice(0, 24));
}
