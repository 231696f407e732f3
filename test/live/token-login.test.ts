// Shows what a person gets to see when a profile logs in with an access token, through the public command: a token endpoint
// on loopback gives out what real Dovecot and Postfix take, or do not.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { tokenEndpoint, type TokenEndpoint } from '../token-endpoint.ts';
import { accessToken, makeTokenKeys, type TokenKeys } from './access-tokens.mjs';
import { bothOff, expectFault, meet, type Fault, type Met } from './fault-world.ts';
import { describeLive } from './live.ts';
import { installProgram, type Program } from './program.ts';
import { type LiveServers, startServers } from './servers.mjs';

const clientSecret = 'the-secret-of-the-application';

describeLive('a login with an access token', () => {
  let tokensOnly: LiveServers;
  let passwordsOnly: LiveServers;
  let program: Program;
  beforeAll(async () => {
    [tokensOnly, passwordsOnly, program] = await Promise.all([
      startServers({ numberedAccounts: 0, mechanisms: ['OAUTHBEARER', 'XOAUTH2'] }),
      startServers({ numberedAccounts: 0 }),
      installProgram(),
    ]);
  });
  afterAll(() => Promise.all([tokensOnly?.stop(), passwordsOnly?.stop(), program?.remove()]));

  test.each(['pop3-smtp', 'imap-smtp'] as const)('%s: mail goes out and comes in', async (preset) => {
    const endpoint = await giving(tokensOnly, tokensOnly.tokenKeys);
    const met = await meetWithToken(tokensOnly, endpoint, { preset });
    expect({ exit: met.code, codes: met.codes, err: met.err }).toEqual({ exit: 0, codes: [], err: '' });
    // Both directions want different permissions, and each asks once.
    expect(endpoint.asked.length).toBeLessThanOrEqual(2);
    expect(met.said).toContain('XOAUTH2');
    expect(met.evidence).toContain('"arrivedFrom": "admin@example.com"');
  });

  test('a token that the mail server refuses: its challenge is shown, and the record says so', async () => {
    const others = await makeTokenKeys(`${tokensOnly.folder}/other-keys`);
    const met = await meetWithToken(tokensOnly, await giving(tokensOnly, others), { preset: 'imap-smtp' });
    expectFault(met, 'MC533', 'credential', bothOff);
    expect(met.said).toContain('refused the access token of admin@example.com (XOAUTH2)');
    expect(met.said).toContain('{status: 401, scope: mail, schemes: bearer}');
    expect(met.record).toMatchObject({
      lastTest: { outgoing: { step: 'login', reply: expect.stringContaining('{status: 401, scope: mail') } },
    });
  });

  test('a password where tokens alone are taken', async () => {
    const met = await meet(tokensOnly, program, {});
    expectFault(met, 'MC519', 'configuration', bothOff);
    expect(met.said).toContain(
      `localhost:${tokensOnly.ports.submission} takes OAuth only (OAUTHBEARER, XOAUTH2); the password was never sent.`,
    );
  });

  test('a token where passwords alone are taken', async () => {
    const met = await meetWithToken(passwordsOnly, await giving(passwordsOnly, tokensOnly.tokenKeys), {});
    expectFault(met, 'MC519', 'configuration', bothOff);
    expect(met.said).toContain(
      `localhost:${passwordsOnly.ports.submission} offers PLAIN, LOGIN; an access token needs XOAUTH2 or OAUTHBEARER, and was never sent.`,
    );
  });

  /** A token endpoint that gives everybody a token of the account "admin", longer than 2 kB. */
  function giving({ accounts }: LiveServers, keys: TokenKeys | undefined): Promise<TokenEndpoint> {
    if (keys === undefined) throw new Error('no keys to sign a token with');
    const token = accessToken(keys, accounts.admin.address, { padding: 2_100 });
    given = token;
    return tokenEndpoint(() => ({
      body: { token_type: 'Bearer', expires_in: 3_600, access_token: token },
    }));
  }
  let given = '';

  async function meetWithToken(servers: LiveServers, endpoint: TokenEndpoint, fault: Fault): Promise<Met> {
    const met = await meet(servers, program, {
      ...fault,
      environment: { endpoints: { microsoftAuthority: endpoint.url } },
      env: { CLIENT_SECRET: clientSecret },
      profile: {
        incomingCredentialRetrieval: 'azure-ad-oauth',
        outgoingCredentialRetrieval: 'azure-ad-oauth',
        exchangeOnlineTenantId: '11111111-2222-3333-4444-555555555555',
        oauthClientId: '66666666-7777-8888-9999-000000000000',
        oauthClientSecret: { env: 'CLIENT_SECRET' },
        ...fault.profile,
      },
    });
    const everything = [met.out, met.err, met.evidence, JSON.stringify(met.record)].join('\n');
    const signature = given.split('.').at(-1) ?? given;
    for (const form of [given, signature.slice(0, 24), Buffer.from(given).toString('base64'), clientSecret])
      expect(everything).not.toContain(form);
    return met;
  }
});
