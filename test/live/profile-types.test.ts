// Every credential source of the mail server types through the public command, against real Dovecot and Postfix that take
// passwords as well as access tokens: mail goes out, comes in and is taken out again. Exchange types, and what cannot be
// tried from here, are in test/cli/profile-types.test.ts.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeApplicationCertificate, makeServiceAccountKey } from '../certificates.ts';
import { fieldsOf, isMailServer, nameOf, profileCases, type ProfileCase } from '../profile-types.ts';
import { tokenEndpoint } from '../token-endpoint.ts';
import { accessToken, scope } from './access-tokens.mjs';
import { meet, untouched, type Met } from './fault-world.ts';
import { describeLive } from './live.ts';
import { installProgram, type Program } from './program.ts';
import { type LiveServers, startServers } from './servers.mjs';

const clientSecret = 'client-secret-of-contoso';
const refreshToken = 'refresh-token-of-admin';

describeLive('a mailbox of a mail server', () => {
  let servers: LiveServers;
  let program: Program;
  beforeAll(async () => {
    [servers, program] = await Promise.all([
      startServers({ numberedAccounts: 0, mechanisms: ['PLAIN', 'LOGIN', 'OAUTHBEARER', 'XOAUTH2'] }),
      installProgram(),
    ]);
  });
  afterAll(() => Promise.all([servers?.stop(), program?.remove()]));

  const working = profileCases.filter((one) => one.ends === 'succeeds' && isMailServer(one));

  describe('sends to itself, sees it arrive, and records success', () => {
    test.each(working.map((one) => [nameOf(one), one] as const))('%s', async (_name, one) => {
      const { met, asked } = await meetAs(one);
      const { code, err, codes } = met;
      expect({ code, err, codes }, met.out).toEqual({ code: 0, err: '', codes: [...one.codes] });
      expect(met.record).toMatchObject({
        ...untouched,
        lastTest: { incoming: { result: 'success' }, outgoing: { result: 'success' } },
      });
      expect(met.evidence).toContain('"arrivedFrom": "admin@example.com"');
      // What was recorded is what logged in.
      const byPassword = 'password' in one.mailbox || 'incomingPassword' in one.profile;
      expect(met.evidence.match(/"mechanismUsed": "\w+"/g)).toEqual(
        Array.from({ length: 2 }, () =>
          byPassword ? expect.not.stringMatching(bearer) : expect.stringMatching(bearer),
        ),
      );
      expect(asked > 0).toBe(!byPassword);
    });
  });

  async function meetAs(one: ProfileCase): Promise<{ met: Met; asked: number }> {
    const { tokenKeys, accounts } = servers;
    if (tokenKeys === undefined) throw new Error('no keys to sign a token with');
    const token = accessToken(tokenKeys, accounts.admin.address, {
      claims: { scope: `${scope} ${permissions}` },
    });
    const endpoint = await tokenEndpoint(() => ({
      body: { token_type: 'Bearer', expires_in: 3_600, access_token: token },
    }));
    const { key, cert } = makeApplicationCertificate();
    const privateKey = makeServiceAccountKey();
    const met = await meet(servers, program, {
      preset: one.serverType === 'pop3-smtp' ? 'pop3-smtp' : 'imap-smtp',
      environment: { endpoints: { microsoftAuthority: endpoint.url, googleToken: endpoint.url } },
      profile: { preset: undefined, ...fieldsOf(one) },
      mailbox: { password: undefined, ...one.mailbox },
      env: {
        PASSWORD: accounts.admin.password,
        CLIENT_SECRET: clientSecret,
        REFRESH_TOKEN: refreshToken,
        CERTIFICATE: `${cert}\n${key}`,
        SERVICE_ACCOUNT: JSON.stringify({ client_email: 'mail@project.example', private_key: privateKey }),
      },
    });
    const everything = [met.out, met.err, met.evidence, JSON.stringify(met.record)].join('\n');
    for (const hidden of [clientSecret, refreshToken, token, token.slice(-40), privateKey.slice(60, 90)])
      expect(everything).not.toContain(hidden);
    return { met, asked: endpoint.asked.length };
  }
});

/** What users of Microsoft and Google allow a mail program; Dovecot wants its own beside it. */
const permissions = 'SMTP.Send POP.AccessAsUser.All IMAP.AccessAsUser.All https://mail.google.com/';
const bearer = /OAUTHBEARER|XOAUTH2/;
