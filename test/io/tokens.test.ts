// What is sent to a token endpoint for each grant, and what its answers become: on loopback, without any mail server.

import { createPublicKey, generateKeyPairSync, verify, constants, X509Certificate } from 'node:crypto';
import { describe, expect, test, vi } from 'vitest';
import type { SecretRef } from '../../src/core/delivery/probe-request.ts';
import type { TokenGrant, TokenRequest } from '../../src/core/delivery/token-request.ts';
import { microsoftToken } from '../../src/core/delivery/token-request.ts';
import type { StepOutcome } from '../../src/core/mail/step.ts';
import { rememberTokens } from '../../src/io/oauth/tokens.ts';
import { SecretProblem, type TokenAnswer } from '../../src/io/probes/probe.ts';
import { makeApplicationCertificate, makeCertificates } from '../certificates.ts';
import { accessToken, tokenEndpoint, type TokenEndpoint } from '../token-endpoint.ts';

const now = Date.UTC(2026, 10, 27, 9, 0, 0);
const certificates = makeCertificates();
const application = makeApplicationCertificate();

const secrets: Record<string, string> = { CLIENT_SECRET: 'client/secret+~', REFRESH: 'refresh-token-1' };

type World = Partial<Parameters<typeof rememberTokens>[0]>;
function tokens(world: World = {}) {
  return rememberTokens({
    signal: new AbortController().signal,
    deadline: 3_000,
    now: () => now,
    secret: (reference) => Promise.resolve(('env' in reference ? secrets[reference.env] : undefined) ?? ''),
    ...world,
  });
}

const clientCredentials: TokenGrant = {
  kind: 'client-credentials',
  clientId: 'client',
  secret: { env: 'CLIENT_SECRET' },
};

function request(
  url: string,
  grant: TokenGrant = clientCredentials,
  changes: Partial<TokenRequest> = {},
): TokenRequest {
  return {
    key: JSON.stringify([url, grant]),
    authority: 'microsoft',
    url: `${url}/token`,
    grant,
    scope: 'https://outlook.office365.com/.default',
    expected: { audiences: [], roles: [], scopes: [] },
    ...changes,
  };
}

async function answerTo(
  response: Parameters<typeof tokenEndpoint>[0],
  world: World = {},
): Promise<TokenAnswer> {
  const endpoint = await tokenEndpoint(response);
  return tokens(world)(request(endpoint.url));
}
async function outcomeOf(
  body: unknown,
  status = 400,
  headers: Record<string, string> = {},
): Promise<StepOutcome> {
  return (await answerTo(() => ({ status, body, headers }))).outcome;
}
const formOf = ({ asked }: TokenEndpoint): Record<string, string> => Object.fromEntries(asked[0]?.form ?? []);
const good = { token_type: 'Bearer', expires_in: 3_599, access_token: 'opaque' };

describe('what is sent', () => {
  test('a client secret (RFC 6749 §4.4)', async () => {
    const endpoint = await tokenEndpoint(() => ({ body: good }));
    const answer = await tokens()(request(endpoint.url));
    expect(answer).toMatchObject({ outcome: { outcome: 'ok' }, value: 'opaque' });
    expect(formOf(endpoint)).toEqual({
      grant_type: 'client_credentials',
      client_id: 'client',
      client_secret: 'client/secret+~',
      scope: 'https://outlook.office365.com/.default',
    });
  });

  test('a refresh token, of a public client without and of a confidential one with its secret (RFC 6749 §6)', async () => {
    for (const secret of [undefined, { env: 'CLIENT_SECRET' }]) {
      const endpoint = await tokenEndpoint(() => ({ body: good }));
      const grant: TokenGrant = {
        kind: 'refresh-token',
        clientId: 'client',
        refreshToken: { env: 'REFRESH' },
        ...(secret === undefined ? {} : { secret }),
      };
      await tokens()(request(endpoint.url, grant, { scope: 'offline_access' }));
      expect(formOf(endpoint)).toEqual({
        grant_type: 'refresh_token',
        client_id: 'client',
        refresh_token: 'refresh-token-1',
        scope: 'offline_access',
        ...(secret === undefined ? {} : { client_secret: 'client/secret+~' }),
      });
    }
  });

  test('a refresh token of an application with a certificate', async () => {
    const endpoint = await tokenEndpoint(() => ({ body: good }));
    const grant: TokenGrant = {
      kind: 'refresh-token',
      clientId: 'client',
      refreshToken: { env: 'REFRESH' },
      certificate: { file: 'app.pem' },
    };
    const secret = (reference: SecretRef) =>
      Promise.resolve('env' in reference ? 'refresh-token-1' : `${application.key}${application.cert}`);
    await tokens({ secret })(request(endpoint.url, grant));
    expect(formOf(endpoint)).toMatchObject({ grant_type: 'refresh_token', refresh_token: 'refresh-token-1' });
    expect(parts(formOf(endpoint)['client_assertion'] ?? '').claims).toMatchObject({ iss: 'client' });
  });

  test("a certificate's assertion, which its own public key verifies", async () => {
    const { cert, key } = application;
    const endpoint = await tokenEndpoint(() => ({ body: good }));
    const grant: TokenGrant = {
      kind: 'client-certificate',
      clientId: 'client',
      certificate: { file: 'app.pem' },
    };
    await tokens({ secret: () => Promise.resolve(`${key}\n${cert}`) })(request(endpoint.url, grant));
    const { client_assertion: assertion = '', ...form } = formOf(endpoint);
    expect(form).toEqual({
      grant_type: 'client_credentials',
      client_id: 'client',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      scope: 'https://outlook.office365.com/.default',
    });
    const { header, claims, signed, signature } = parts(assertion);
    const x509 = new X509Certificate(cert);
    expect(header).toEqual({
      alg: 'PS256',
      typ: 'JWT',
      'x5t#S256': Buffer.from(x509.fingerprint256.replaceAll(':', ''), 'hex').toString('base64url'),
    });
    const seconds = now / 1_000;
    expect(claims).toMatchObject({
      aud: `${endpoint.url}/token`,
      iss: 'client',
      sub: 'client',
      nbf: seconds,
      exp: seconds + 600,
    });
    const pss = { key: x509.publicKey, padding: constants.RSA_PKCS1_PSS_PADDING };
    expect(verify('sha256', Buffer.from(signed), pss, signature)).toBe(true);
  });

  test('a service account that acts for one mailbox; where its key file would send it is not asked', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', {
      modulusLength: 2_048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    });
    const key = JSON.stringify({
      type: 'service_account',
      client_email: 'mail@project.iam.gserviceaccount.com',
      private_key: privateKey,
      private_key_id: 'key-1',
      token_uri: 'https://elsewhere.example/token',
    });
    const endpoint = await tokenEndpoint(() => ({ body: good }));
    const grant: TokenGrant = {
      kind: 'service-account',
      key: { file: 'key.json' },
      subject: 'support@example.com',
    };
    await tokens({ secret: () => Promise.resolve(key) })(
      request(endpoint.url, grant, { authority: 'google', scope: 'https://mail.google.com/' }),
    );
    const { assertion = '', ...form } = formOf(endpoint);
    expect(form).toEqual({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer' });
    const { header, claims, signed, signature } = parts(assertion);
    expect(header).toEqual({ alg: 'RS256', typ: 'JWT', kid: 'key-1' });
    expect(claims).toEqual({
      iss: 'mail@project.iam.gserviceaccount.com',
      sub: 'support@example.com',
      scope: 'https://mail.google.com/',
      aud: `${endpoint.url}/token`,
      iat: now / 1_000,
      exp: now / 1_000 + 3_600,
    });
    expect(verify('sha256', Buffer.from(signed), createPublicKey(publicKey), signature)).toBe(true);
  });

  test.each([
    ['no certificate', () => application.key, 'no certificate in PEM form'],
    ['no key', () => application.cert, 'no private key in PEM form beside the certificate'],
    [
      'the key of another',
      () => `${application.cert}\n${makeApplicationCertificate().key}`,
      'its private key belongs to another certificate',
    ],
    [
      'a key of another kind',
      () => `${certificates.good.cert}\n${certificates.good.key}`,
      'its private key is no RSA key',
    ],
  ])(
    'a certificate file with %s is a problem of this machine, and nothing is sent',
    async (_, pem, because) => {
      const endpoint = await tokenEndpoint(() => ({ body: good }));
      const grant: TokenGrant = {
        kind: 'client-certificate',
        clientId: 'client',
        certificate: { file: 'app.pem' },
      };
      const asking = tokens({ secret: () => Promise.resolve(pem()) })(request(endpoint.url, grant));
      await expect(asking).rejects.toThrow(SecretProblem);
      await expect(asking).rejects.toMatchObject({ detail: `file app.pem (${because})` });
      expect(endpoint.asked).toEqual([]);
    },
  );
});

describe('what comes back', () => {
  test('a refusal keeps error, number, description and suberror apart and word for word', async () => {
    const body = {
      error: 'invalid_grant',
      error_description: 'AADSTS700082: The refresh token has expired due to inactivity.',
      error_codes: [700_082],
      suberror: 'token_expired',
    };
    expect(await outcomeOf(body)).toEqual({
      outcome: 'refused',
      reply: {
        code: 'invalid_grant',
        enhanced: 'AADSTS700082',
        text: 'AADSTS700082: The refresh token has expired due to inactivity. (token_expired)',
      },
    });
  });

  test("a secret that the server repeats is not shown, and neither is a token in a refusal's words", async () => {
    const outcome = await outcomeOf({
      error: 'invalid_client',
      error_description: 'client/secret+~ is wrong',
    });
    expect(outcome).toEqual({ outcome: 'refused', reply: { code: 'invalid_client', text: '*** is wrong' } });
  });

  test.each([
    ['seconds', '30', 'Retry-After: 30 seconds'],
    ['a date', new Date(now + 90_000).toUTCString(), 'Retry-After: 90 seconds'],
  ])('"too many requests" with %s', async (_, retryAfter, words) => {
    const outcome = await outcomeOf(
      { error: 'temporarily_unavailable', error_description: 'slow down' },
      429,
      {
        'retry-after': retryAfter,
      },
    );
    expect(outcome).toEqual({
      outcome: 'refused',
      reply: { code: '429', text: `temporarily_unavailable: slow down (${words})` },
    });
  });

  test('an HTML page is no token, whatever its status', async () => {
    for (const status of [200, 403])
      expect(await outcomeOf('<!DOCTYPE html><title>Welcome to the hotel</title>', status)).toEqual({
        outcome: 'malformed',
        received: `HTTP ${status} text/html <!DOCTYPE html><title>Welcome to the hotel</title>`,
        looksLike: 'http',
      });
  });

  test('an unavailable server says "later", in HTML as well', async () => {
    expect(await outcomeOf('<h1>Service Unavailable</h1>', 503)).toEqual({
      outcome: 'refused',
      reply: { code: '503', text: '<h1>Service Unavailable</h1>' },
    });
  });

  test.each([
    ['a line break in it', { ...good, access_token: 'a\r\nb' }],
    ['another type', { ...good, token_type: 'mac' }],
    ['no token at all', { token_type: 'Bearer' }],
    ['a token that is no text', { ...good, access_token: 7 }],
  ])('a token with %s is not taken', async (_, body) => {
    const answer = await answerTo(() => ({ body }));
    expect(answer.outcome).toEqual({
      outcome: 'malformed',
      received: 'HTTP 200 application/json ',
      looksLike: 'http',
    });
    expect(answer.value).toBeUndefined();
  });

  test('a server that never ends its answer is given up, and one that sends too much as well', async () => {
    const slow = await answerTo(() => ({ body: '{"acc', hang: true }), { deadline: 200 });
    expect(slow.outcome).toEqual({ outcome: 'timed-out', afterMilliseconds: 200, receivedBytes: 5 });
    const silent = await answerTo(() => ({ hang: true }), { deadline: 200 });
    expect(silent.outcome).toEqual({ outcome: 'timed-out', afterMilliseconds: 200, receivedBytes: 0 });
    const much = await answerTo(() => ({ body: 'x'.repeat(70_000), hang: true }));
    expect(much.outcome).toMatchObject({ outcome: 'malformed', limitBytes: 65_536 });
  });

  test('a redirect is not followed: the other address gets nothing', async () => {
    const other = await tokenEndpoint(() => ({ body: good }));
    const outcome = await outcomeOf({}, 307, { location: `${other.url}/token?x=1` });
    expect(outcome).toEqual({
      outcome: 'rejected',
      reason: 'redirected-elsewhere',
      reply: { code: '307', text: other.url },
    });
    expect(other.asked).toEqual([]);
  });

  test('nobody listens', async () => {
    const { outcome } = await tokens()(request('http://127.0.0.1:9'));
    expect(outcome).toMatchObject({ outcome: 'failed', error: 'ECONNREFUSED' });
  });

  test('http: leaves this machine for nobody', async () => {
    const { outcome } = await tokens()(request('http://192.0.2.1'));
    expect(outcome).toEqual({ outcome: 'rejected', reason: 'clear-text-forbidden' });
  });

  test('a certificate is verified, with the authorities of --ca-file', async () => {
    const { cert, key } = certificates.good;
    const endpoint = await tokenEndpoint(() => ({ body: good }), { cert, key });
    const address = endpoint.url.replace('127.0.0.1', 'localhost');
    const untrusted = await tokens()(request(address));
    expect(untrusted.outcome).toMatchObject({ outcome: 'failed', error: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' });
    expect(endpoint.asked).toEqual([]);
    const trusted = await tokens({ extraAuthorities: certificates.authority })(request(address));
    expect(trusted.value).toBe('opaque');
  });
});

describe('one run', () => {
  test('asks once for many mailboxes at the same time, also where the answer is no', async () => {
    for (const answer of [{ body: good }, { status: 401, body: { error: 'invalid_client' } }]) {
      const endpoint = await tokenEndpoint(() => ({ ...answer, after: 20 }));
      const token = tokens();
      const answers = await Promise.all(Array.from({ length: 200 }, () => token(request(endpoint.url))));
      expect(endpoint.asked).toHaveLength(1);
      expect(new Set(answers.map(({ outcome }) => outcome.outcome)).size).toBe(1);
      await token(request(endpoint.url));
      expect(endpoint.asked).toHaveLength(1);
    }
  });

  test('asks again, once, when the token is about to end', async () => {
    const endpoint = await tokenEndpoint((_, count) => ({
      body: { ...good, expires_in: 600, access_token: `token-${count}` },
    }));
    const token = tokens();
    const values = async () => {
      const answers = await Promise.all([1, 2, 3].map(() => token(request(endpoint.url))));
      return answers.map(({ value }) => value);
    };
    const clock = vi.spyOn(performance, 'now');
    try {
      const began = performance.now();
      expect(await values()).toEqual(['token-1', 'token-1', 'token-1']);
      clock.mockReturnValue(began + 470_000);
      expect(await values()).toEqual(['token-1', 'token-1', 'token-1']);
      clock.mockReturnValue(began + 490_000);
      expect(await values()).toEqual(['token-2', 'token-2', 'token-2']);
    } finally {
      clock.mockRestore();
    }
  });

  test('tells apart what is asked for with another key', async () => {
    const endpoint = await tokenEndpoint(() => ({ body: good }));
    const token = tokens();
    await Promise.all([
      token(request(endpoint.url)),
      token(request(endpoint.url, clientCredentials, { key: 'other' })),
    ]);
    expect(endpoint.asked).toHaveLength(2);
  });

  test('one token is compared for each mailbox anew: good for SMTP, not for IMAP', async () => {
    const claims = {
      aud: 'https://outlook.office365.com',
      tid: 't',
      roles: ['SMTP.SendAsApp'],
      exp: now / 1_000 + 60,
    };
    const endpoint = await tokenEndpoint(() => ({ body: { ...good, access_token: accessToken(claims) } }));
    const environment = { endpoints: { microsoftAuthority: endpoint.url } };
    const target = { user: 'a@example.com', tenant: 'contoso.example', environment };
    const token = tokens();
    const smtp = await token(microsoftToken(clientCredentials, { ...target, protocol: 'smtp' }));
    const imap = await token(microsoftToken(clientCredentials, { ...target, protocol: 'imap' }));
    expect(endpoint.asked.map(({ path }) => path)).toEqual(['/contoso.example/oauth2/v2.0/token']);
    expect(smtp.outcome.outcome).toBe('ok');
    expect(imap).toMatchObject({
      outcome: { outcome: 'rejected', reason: 'token-lacks-permission' },
      claims: { roles: ['SMTP.SendAsApp'] },
      asked: { grant: 'client-credentials', expected: { roles: ['IMAP.AccessAsApp'] } },
    });
    expect(imap.value).toBeUndefined();
  });
});

function parts(token: string) {
  const [header = '', claims = '', signature = ''] = token.split('.');
  const json = (text: string): unknown => JSON.parse(Buffer.from(text, 'base64url').toString());
  return {
    header: json(header),
    claims: json(claims),
    signed: `${header}.${claims}`,
    signature: Buffer.from(signature, 'base64url'),
  };
}
