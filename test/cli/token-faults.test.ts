// What can go wrong before there is an access token, through the public command: each has words of its own, the mail server
// is not asked, and the record is what the class of the fault says. The codes by themselves: test/core/token-rules.test.ts.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { main } from '../../src/main.ts';
import { makeApplicationCertificate, makeServiceAccountKey } from '../certificates.ts';
import { certificates, clear, hello, serve } from '../smtp-servers.ts';
import { accessToken, tokenEndpoint } from '../token-endpoint.ts';
import { testWorld } from './world.ts';

const tenant = '11111111-2222-3333-4444-555555555555';
const now = new Date('2026-11-22T09:00:00Z');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'mailcheck-token-faults-'));
  writeFileSync(path.join(folder, 'authorities.pem'), certificates.authority);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Fields = Record<string, unknown>;
type Answers = Parameters<typeof tokenEndpoint>[0];
type Asker = { profile: Fields; mailbox?: Fields };

const microsoft = { retrieval: 'azure-ad-oauth', exchangeOnlineTenantId: tenant };
const signedIn = { oauthRefreshToken: { env: 'REFRESH_TOKEN' } };
const byUser: Asker = { profile: microsoft, mailbox: signedIn };
const byApplication: Asker = { profile: { ...microsoft, oauthClientSecret: { env: 'CLIENT_SECRET' } } };
const byCertificate: Asker = { profile: { ...microsoft, oauthCertificate: { env: 'CERTIFICATE' } } };
const byGoogleUser: Asker = {
  profile: { retrieval: 'gmail-oauth', oauthClientSecret: { env: 'CLIENT_SECRET' } },
  mailbox: signedIn,
};
const byServiceAccount: Asker = {
  profile: { retrieval: 'gmail-oauth', oauthServiceAccount: { env: 'SERVICE_ACCOUNT' } },
};

const { key, cert } = makeApplicationCertificate();
const privateKey = makeServiceAccountKey();
const env = {
  CLIENT_SECRET: 'client-secret-of-contoso',
  REFRESH_TOKEN: 'refresh-token-of-admin',
  CERTIFICATE: `${cert}\n${key}`,
  SERVICE_ACCOUNT: JSON.stringify({ client_email: 'mail@project.example', private_key: privateKey }),
};

async function run({ profile, mailbox = {} }: Asker, answers: Answers, tls?: { key: string; cert: string }) {
  // Takes any access token.
  const mail = await serve(clear(hello('AUTH XOAUTH2'), [/^AUTH XOAUTH2 /, '235 2.7.0 Accepted']), {
    implicit: true,
  });
  const endpoint = await tokenEndpoint(answers, tls);
  const { retrieval, ...fields } = profile;
  const records = {
    environment: { endpoints: { microsoftAuthority: endpoint.url, googleToken: endpoint.url } },
    profiles: [
      {
        id: 'contoso',
        name: 'Contoso',
        state: 'active',
        serverType: 'imap-smtp',
        incomingServerLocation: 'localhost',
        outgoingServerLocation: 'localhost',
        outgoingPortNumber: mail.port,
        outgoingTls: 'implicit',
        incomingCredentialRetrieval: retrieval,
        outgoingCredentialRetrieval: retrieval,
        oauthClientId: 'client-1',
        ...fields,
      },
    ],
    mailboxes: [
      {
        id: 'admin',
        emailAddress: 'admin@example.com',
        state: 'active',
        profile: 'contoso',
        incomingEmailDeliveryMethod: 'none',
        outgoingEmailDeliveryMethod: 'server-side-synchronization',
        emailRouterAccessApproval: 'approved',
        outgoingEmailStatus: 'success',
        enabledForOutgoingEmail: true,
        ...mailbox,
      },
    ],
  };
  writeFileSync(path.join(folder, 'mailcheck.yaml'), JSON.stringify(records, undefined, 2));
  const world = testWorld({ cwd: folder, env, now: () => now });
  const words = ['--all', '--no-send', '--no-alternatives', '--ca-file', 'authorities.pem', '--timeout', '2'];
  const code = await main(['test-mailbox', ...words], world);
  const said = [...world.printed, ...world.complained].join('\n').replaceAll(/\s+/g, ' ');
  const record = readFileSync(path.join(folder, 'mailcheck.yaml'), 'utf8');
  for (const secret of [env.CLIENT_SECRET, env.REFRESH_TOKEN]) {
    expect(said).not.toContain(secret);
    expect(record).not.toContain(secret);
  }
  return { code, said, endpoint, mail, status: /"outgoingEmailStatus": "?(\w+)/.exec(record)?.[1] };
}

const refuse =
  (error: string, description: string, status = 400): Answers =>
  () => ({ status, body: { error, error_description: description } });

type Row = [name: string, who: Asker, answers: Answers, code: string, words: string, after: string];
const faults: Row[] = [
  [
    'the password was changed',
    byUser,
    refuse('invalid_grant', 'AADSTS50173: revoked.'),
    'MC544',
    "the user's password was changed or reset",
    'failure',
  ],
  [
    'not used for too long',
    byUser,
    refuse('invalid_grant', 'AADSTS700082: inactive.'),
    'MC544',
    'the refresh token was not used for 90 days',
    'failure',
  ],
  [
    // Google has one answer for all of them, so all are named, the likeliest first.
    'seven days in testing, six months unused, or the password was changed at Google',
    byGoogleUser,
    refuse('invalid_grant', 'Token has been expired or revoked.'),
    'MC544',
    'the app is still in "Testing" (its tokens live seven days), six months without use, a changed Google password',
    'failure',
  ],
  [
    'the secret is wrong',
    byApplication,
    refuse('invalid_client', 'AADSTS7000215: Invalid client secret provided.', 401),
    'MC551',
    'the client secret is wrong',
    'failure',
  ],
  [
    'the secret has expired',
    byApplication,
    refuse('invalid_client', 'AADSTS7000222: expired.', 401),
    'MC551',
    'the client secret of the application has expired',
    'failure',
  ],
  [
    'Google does not know the client',
    byGoogleUser,
    refuse('invalid_client', 'The OAuth client was not found.', 401),
    'MC551',
    'Google does not recognise the client',
    'failure',
  ],
  [
    'no such tenant',
    byApplication,
    refuse('invalid_request', "AADSTS90002: Tenant 'x' not found."),
    'MC552',
    'there is no such tenant in this cloud',
    'failure',
  ],
  [
    'nobody consented',
    byUser,
    refuse('invalid_grant', 'AADSTS65001: not consented.'),
    'MC553',
    'nobody has allowed the application this access',
    'failure',
  ],
  [
    'a second factor is wanted',
    byUser,
    refuse('invalid_grant', 'AADSTS50076: you must use multi-factor authentication.'),
    'MC554',
    'the account needs multi-factor authentication',
    'failure',
  ],
  [
    'conditional access',
    byUser,
    refuse('invalid_grant', 'AADSTS53003: blocked.'),
    'MC554',
    'a conditional access rule of the tenant forbids this sign-in',
    'failure',
  ],
  [
    'the clock, where a certificate signs',
    byCertificate,
    refuse('invalid_client', 'AADSTS700024: not within its valid time range.', 401),
    'MC542',
    'timedatectl set-ntp true',
    'success',
  ],
  [
    'the clock, where a service account signs',
    byServiceAccount,
    refuse('invalid_grant', 'Invalid JWT: Token must be a short-lived token (60 minutes).'),
    'MC542',
    'timedatectl set-ntp true',
    'success',
  ],
  [
    'too many requests',
    byApplication,
    refuse('slow', 'later', 429),
    'MC555',
    'the token endpoint cannot answer now',
    'success',
  ],
  [
    'a page',
    byApplication,
    () => ({ body: '<html>Sign in to the guest network</html>' }),
    'MC556',
    'what came is neither a token nor an error',
    'success',
  ],
  ['silence', byApplication, () => ({ hang: true }), 'MC556', 'it said nothing for 2 s', 'success'],
  [
    'an answer that does not end',
    byApplication,
    () => ({ hang: true, body: '{"access_token":' }),
    'MC556',
    'its answer was not complete after 2 s',
    'success',
  ],
];

describe('each has words of its own', () => {
  test.each(faults)('%s', async (_name, who, answers, finding, words, after) => {
    const { code, said, mail, status } = await run(who, answers);
    // A clock that is wrong here says nothing of the mailbox.
    expect(code, said).toBe(finding === 'MC542' ? 3 : 1);
    expect([...new Set(said.match(/MC\d{3}/g))].filter((each) => each !== 'MC438')).toEqual([finding]);
    const once = said.toLowerCase().split(words.toLowerCase());
    expect(once, said).toHaveLength(2);
    for (const [, , , , others] of faults)
      if (others !== words) expect(said.toLowerCase()).not.toContain(others.toLowerCase());
    expect(mail.received).toEqual([]);
    expect(status).toBe(after);
  });
});

test('a slow token endpoint is waited for, within its time', async () => {
  const body = {
    token_type: 'Bearer',
    expires_in: 3_600,
    access_token: accessToken({ roles: ['SMTP.SendAsApp'], exp: now.getTime() / 1_000 + 3_600 }),
  };
  const { code, said } = await run(byApplication, () => ({ after: 700, body }));
  expect(code, said).toBe(0);
});

test('a redirect gets nothing, wherever it points', async () => {
  const elsewhere = await tokenEndpoint(() => ({ body: { access_token: 'a', token_type: 'Bearer' } }));
  for (const [status, who] of [
    [302, byApplication],
    [307, byUser],
    [308, byGoogleUser],
  ] as const) {
    const { code, said, mail } = await run(who, () => ({
      status,
      headers: { location: `${elsewhere.url}/token` },
    }));
    expect(code, said).toBe(1);
    expect(said).toContain('MC557');
    expect(said).toContain(`answered ${status} and points to "${elsewhere.url}`);
    expect(mail.received).toEqual([]);
  }
  expect(elsewhere.asked).toEqual([]);
});

test.each([
  ['expired', certificates.expired, 'CERT_HAS_EXPIRED'],
  ['not yet valid', certificates.notYetValid, 'CERT_NOT_YET_VALID'],
  ['self-signed', certificates.selfSigned, 'DEPTH_ZERO_SELF_SIGNED_CERT'],
  ['for another host', certificates.otherHost, 'ERR_TLS_CERT_ALTNAME_INVALID'],
])('a certificate of the token endpoint that is %s: no secret is sent', async (_name, pair, error) => {
  const { code, said, endpoint, status } = await run(byApplication, () => ({}), pair);
  expect(code, said).toBe(1);
  expect(said).toContain(`MC556`);
  expect(said).toContain(`its certificate could not be verified (${error}), so nothing was sent.`);
  expect(endpoint.asked).toEqual([]);
  expect(status).toBe('success');
});
