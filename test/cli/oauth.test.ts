// OAuth through the public command: records, a token endpoint and a mail server on loopback. What reaches the mail server,
// what does not, what the record learns, and that no secret is shown or saved.

import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeServiceAccountKey } from '../certificates.ts';
import { contextOf } from '../../src/cli/context.ts';
import { readEvidence } from '../../src/cli/evidence-file.ts';
import { main } from '../../src/main.ts';
import type { Answer, LineServer } from '../line-server.ts';
import { certificates, clear, hello, serve } from '../smtp-servers.ts';
import { accessToken, tokenEndpoint, type TokenEndpoint } from '../token-endpoint.ts';
import { testWorld, type TestWorld } from './world.ts';

const tenant = '11111111-2222-3333-4444-555555555555';
const clientSecret = 'client-secret-of-contoso';
const refreshToken = 'refresh-token-of-admin';
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'mailcheck-oauth-'));
  writeFileSync(path.join(folder, 'authorities.pem'), certificates.authority);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Takes any access token, and says what came. */
const accepting: Answer[] = [
  hello('AUTH XOAUTH2'),
  [/^AUTH XOAUTH2 /, '235 2.7.0 Accepted'],
  [/^AUTH XOAUTH2$/, '334 ', [{ answer: [[/^/, '235 2.7.0 Accepted', [{ answer: [] }]]] }]],
];
const mailServer = (): Promise<LineServer> => serve(clear(...accepting), { implicit: true });

type Records = { profile?: string[]; mailbox?: string[]; mailboxes?: number };

function write(
  endpoint: TokenEndpoint,
  port: number,
  { profile = [], mailbox = [], mailboxes = 1 }: Records = {},
): void {
  const indented = (lines: readonly string[]) => lines.map((line) => `    ${line}`);
  const text = [
    'environment:',
    '  - name: Contoso',
    '    endpoints:',
    `      microsoftAuthority: ${endpoint.url}`,
    `      googleToken: ${endpoint.url}/google`,
    'profiles:',
    '  - id: with-oauth',
    '    name: With OAuth',
    '    state: active',
    '    serverType: imap-smtp',
    '    incomingServerLocation: localhost',
    '    outgoingServerLocation: localhost',
    `    outgoingPortNumber: ${port}`,
    '    outgoingTls: implicit',
    '    oauthClientId: client-1',
    ...indented(profile),
    'mailboxes:',
  ];
  for (let index = 0; index < mailboxes; index += 1)
    text.push(
      `  - id: m${index}`,
      `    emailAddress: ${index === 0 ? 'admin' : `m${index}`}@example.com`,
      '    state: active',
      '    profile: with-oauth',
      '    incomingEmailDeliveryMethod: none',
      '    outgoingEmailDeliveryMethod: server-side-synchronization',
      '    emailRouterAccessApproval: approved',
      '    outgoingEmailStatus: success',
      '    enabledForOutgoingEmail: true',
      ...indented(mailbox),
    );
  writeFileSync(path.join(folder, 'mailcheck.yaml'), `${text.join('\n')}\n`);
}

const microsoft = [
  'outgoingCredentialRetrieval: azure-ad-oauth',
  'incomingCredentialRetrieval: azure-ad-oauth',
  `exchangeOnlineTenantId: ${tenant}`,
];
const asApplication = [...microsoft, 'oauthClientSecret: { env: CLIENT_SECRET }'];
const gmail = ['outgoingCredentialRetrieval: gmail-oauth', 'incomingCredentialRetrieval: gmail-oauth'];
const ofUser = ['oauthRefreshToken: { file: token }'];

const seconds = Date.parse('2026-11-22T09:00:00Z') / 1_000;
const claims = {
  aud: 'https://outlook.office365.com',
  tid: tenant,
  appid: 'client-1',
  roles: ['SMTP.SendAsApp'],
  nbf: seconds - 60,
  exp: seconds + 3_600,
};
const tokenWith = (changes: Record<string, unknown>) => ({
  body: { token_type: 'Bearer', expires_in: 3_600, access_token: accessToken({ ...claims, ...changes }) },
});

async function run(...more: string[]): Promise<{ code: number; shown: TestWorld; text: string }> {
  const shown = testWorld({ cwd: folder, env: { CLIENT_SECRET: clientSecret } });
  const words = [
    'test-mailbox',
    '--all',
    '--no-send',
    '--no-alternatives',
    '--ca-file',
    'authorities.pem',
    ...more,
  ];
  const code = await main(words, shown);
  return { code, shown, text: [...shown.printed, ...shown.complained].join('\n').replaceAll(/\s+/g, ' ') };
}
const record = (): string => readFileSync(path.join(folder, 'mailcheck.yaml'), 'utf8');

/** user and token of each login that reached the server. */
function logins({ received }: LineServer): string[][] {
  return received.flatMap((lines) =>
    lines
      .map((line) => Buffer.from(line.replace(/^AUTH XOAUTH2 /, ''), 'base64').toString())
      .filter((line) => line.startsWith('user='))
      .map(
        (line) => /^user=([^\u0001]*)\u0001auth=Bearer ([^\u0001]*)\u0001\u0001$/.exec(line)?.slice(1) ?? [],
      ),
  );
}

describe('a login with an access token', () => {
  test('as the application: one token for all mailboxes of the profile', async () => {
    const server = await mailServer();
    const endpoint = await tokenEndpoint(() => tokenWith({}));
    write(endpoint, server.port, { profile: asApplication, mailboxes: 12 });
    const { code, text } = await run();
    expect(code, text).toBe(0);
    expect(endpoint.asked.map(({ path: asked }) => asked)).toEqual([`/${tenant}/oauth2/v2.0/token`]);
    expect(endpoint.asked[0]?.form.get('scope')).toBe('https://outlook.office365.com/.default');
    expect(logins(server)).toHaveLength(12);
    expect(logins(server)).toContainEqual(['admin@example.com', accessToken(claims)]);
  });

  test("as the mailbox's own user, and a renewed refresh token takes the old one's place", async () => {
    const server = await mailServer();
    const ofAdmin = { roles: undefined, scp: 'SMTP.Send', upn: 'admin@example.com' };
    const endpoint = await tokenEndpoint(() => {
      const { body } = tokenWith(ofAdmin);
      return { body: { ...body, refresh_token: 'renewed' } };
    });
    write(endpoint, server.port, { profile: microsoft, mailbox: ofUser });
    const file = path.join(folder, 'token');
    writeFileSync(file, `${refreshToken}\n`, { mode: 0o600 });

    expect((await run('--no-save')).code).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe(`${refreshToken}\n`);
    expect((await run()).code).toBe(0);
    expect(endpoint.asked[1]?.form.get('refresh_token')).toBe(refreshToken);
    expect(readFileSync(file, 'utf8')).toBe('renewed\n');
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test('Google: a refresh token, or a service account that acts for the mailbox', async () => {
    const server = await mailServer();
    const endpoint = await tokenEndpoint(() => ({
      body: { token_type: 'Bearer', access_token: 'ya29.opaque', scope: 'https://mail.google.com/' },
    }));
    write(endpoint, server.port, {
      profile: [...gmail, 'oauthClientSecret: { env: CLIENT_SECRET }'],
      mailbox: ofUser,
    });
    writeFileSync(path.join(folder, 'token'), refreshToken);
    expect((await run('--no-save')).code).toBe(0);

    const privateKey = makeServiceAccountKey();
    const key = { client_email: 'mail@project.iam.gserviceaccount.com', private_key: privateKey };
    writeFileSync(path.join(folder, 'key.json'), JSON.stringify(key));
    write(endpoint, server.port, { profile: [...gmail, 'oauthServiceAccount: { file: key.json }'] });
    expect((await run('--no-save')).code).toBe(0);

    expect(endpoint.asked.map(({ form }) => form.get('grant_type'))).toEqual([
      'refresh_token',
      'urn:ietf:params:oauth:grant-type:jwt-bearer',
    ]);
    expect(logins(server)).toEqual([
      ['admin@example.com', 'ya29.opaque'],
      ['admin@example.com', 'ya29.opaque'],
    ]);
  });

  test('--verbose shows what was asked of the token endpoint, its secret masked', async () => {
    const server = await mailServer();
    const endpoint = await tokenEndpoint(() => tokenWith({}));
    write(endpoint, server.port, { profile: asApplication });
    const asked = `POST ${endpoint.url}/${tenant}/oauth2/v2.0/token`;
    const sent =
      'grant_type=client_credentials client_secret=*** client_id=client-1 scope="https://outlook.office365.com/.default"';
    expect((await run('--verbose')).text).toContain(`asked for the token: ${asked} with ${sent}`);
    expect((await run('--verbose', '--lang', 'ja')).text).toContain(`トークンの要求: ${asked}(${sent})`);
    expect((await run()).text).not.toContain('client_secret');
  });

  test('no secret is printed or saved, in no format', async () => {
    const server = await mailServer();
    const endpoint = await tokenEndpoint(() => tokenWith({}));
    write(endpoint, server.port, { profile: asApplication });
    const outputs = ['json=r.json', 'markdown=r.md', 'sarif=r.sarif', 'junit=r.xml'].flatMap((each) => [
      '--output',
      each,
    ]);
    const { text } = await run('--verbose', '--save-evidence', 'evidence.json', ...outputs);
    const files = ['r.json', 'r.md', 'r.sarif', 'r.xml', 'evidence.json', 'mailcheck.yaml'];
    const written = files.map((file) => readFileSync(path.join(folder, file), 'utf8'));
    const token = accessToken(claims);
    const response = Buffer.from(`user=admin@example.com\u0001auth=Bearer ${token}\u0001\u0001`).toString(
      'base64',
    );
    for (const said of [text, ...written])
      for (const secret of [clientSecret, token, response, token.split('.')[1] ?? ''])
        expect(said).not.toContain(secret);
    const evidence = await readEvidence('evidence.json', contextOf([], testWorld({ cwd: folder })));
    expect(evidence.observations[0]).toMatchObject({
      token: { roles: ['SMTP.SendAsApp'], tenant },
      tokenAsked: { grant: 'client-credentials', authority: 'microsoft' },
    });
  });
});

test('where tokens are asked for is among what would be, and was, contacted', async () => {
  const server = await mailServer();
  const endpoint = await tokenEndpoint((_, count) => (count === 1 ? tokenWith({}) : tokenWith({ tid: 'x' })));
  write(endpoint, server.port, { profile: asApplication, mailboxes: 2 });
  const address = `access token: ${endpoint.url}/${tenant}/oauth2/v2.0/token`;
  const servers = ['admin', 'm1'].map((name) => `${name}@example.com: SMTP localhost:${server.port} TLS`);
  const { shown } = await run('--dry-run', '--format', 'json');
  expect(JSON.parse(shown.printed.join(''))).toMatchObject({ wouldContact: [address, ...servers] });
  expect((await run('--dry-run')).text).toContain(address);
  expect(endpoint.asked).toEqual([]);
  const probed = async () =>
    (JSON.parse((await run('--no-save', '--format', 'json')).shown.printed.join('')) as { probed: string[] })
      .probed;
  expect(await probed()).toEqual([address, ...servers]);
  // A token that does not fit is shown to nobody.
  expect(await probed()).toEqual([address]);
});

describe('a token that does not fit', () => {
  test.each([
    ['for another service', { aud: 'https://graph.microsoft.com' }, 'MC558', 'is for Microsoft Graph'],
    ['without the permission', { roles: ['IMAP.AccessAsApp'] }, 'MC559', 'SMTP needs SMTP.SendAsApp'],
    ['of another tenant', { tid: tenant.replace('1', '9') }, 'MC541', 'is of the tenant 91111111'],
    ['of another application', { appid: 'client-2' }, 'MC541', 'is of the application client-2'],
  ])('%s is not shown to the mail server, and the record says failure', async (_, change, code, words) => {
    const server = await mailServer();
    const endpoint = await tokenEndpoint(() => tokenWith(change));
    write(endpoint, server.port, { profile: asApplication });
    const { code: exit, text } = await run();
    expect(exit).toBe(1);
    expect(text).toContain(code);
    expect(text).toContain(words);
    expect(server.received).toEqual([]);
    expect(record()).toMatch(/outgoingEmailStatus: failure/);
    expect(record()).toMatch(/step: token/);
  });

  test('of another user is refused, and with the user principal name recorded it fits', async () => {
    const server = await mailServer();
    const endpoint = await tokenEndpoint(() =>
      tokenWith({ roles: undefined, scp: 'SMTP.Send', upn: 'hanako@corp.example' }),
    );
    writeFileSync(path.join(folder, 'token'), refreshToken);
    write(endpoint, server.port, { profile: microsoft, mailbox: ofUser });
    const { code, text } = await run('--no-save');
    expect(code).toBe(1);
    expect(text).toContain('MC541 The token for admin@example.com is of the user hanako@corp.example');
    expect(server.received).toEqual([]);
    write(endpoint, server.port, {
      profile: microsoft,
      mailbox: [...ofUser, 'userName: hanako@corp.example'],
    });
    expect((await run('--no-save')).code).not.toBe(1);
  });

  test('by a clock that is wrong leaves the record as it is', async () => {
    const server = await mailServer();
    const endpoint = await tokenEndpoint(() => tokenWith({ exp: seconds - 1 }));
    write(endpoint, server.port, { profile: asApplication });
    const before = record();
    const { code, text } = await run();
    expect(code).toBe(3);
    expect(text).toContain('MC542');
    expect(record()).toBe(before);
  });
});

describe('no token', () => {
  test.each([
    [
      'a secret that has expired',
      401,
      { error: 'invalid_client', error_description: 'AADSTS7000222: expired.' },
      'MC551',
      'failure',
    ],
    [
      'an unknown tenant',
      400,
      { error: 'invalid_request', error_description: "AADSTS90002: Tenant 'x' not found." },
      'MC552',
      'failure',
    ],
    [
      'no consent',
      400,
      { error: 'invalid_grant', error_description: 'AADSTS65001: not consented.' },
      'MC553',
      'failure',
    ],
    [
      'conditional access',
      400,
      { error: 'invalid_grant', error_description: 'AADSTS53003: blocked.' },
      'MC554',
      'failure',
    ],
    ['"too many requests"', 429, { error: 'slow', error_description: 'later' }, 'MC555', 'success'],
    ['a page in HTML', 200, '<html>Sign in to the guest network</html>', 'MC556', 'success'],
    ['a redirect', 302, {}, 'MC557', 'success'],
    [
      'something else',
      400,
      { error: 'invalid_request', error_description: 'AADSTS900144: no.' },
      'MC543',
      'failure',
    ],
  ])('%s: %s %j is %s, and the status afterwards is %s', async (_, status, body, code, after) => {
    const server = await mailServer();
    const endpoint = await tokenEndpoint(() => ({
      status,
      body,
      headers: { 'retry-after': '120', location: 'https://elsewhere.example/' },
    }));
    write(endpoint, server.port, { profile: asApplication, mailboxes: 3 });
    const { code: exit, text } = await run();
    expect(exit).toBe(1);
    expect(text).toContain(code);
    expect(endpoint.asked).toHaveLength(1);
    expect(server.received).toEqual([]);
    expect(record()).toContain(`outgoingEmailStatus: ${after}`);
    if (status === 429) expect(record()).toContain('retryAfter:');
  });

  test('a refresh token that is over: who it concerns, in both languages', async () => {
    const server = await mailServer();
    const body = { error: 'invalid_grant', error_description: 'AADSTS700082: inactive for 90 days.' };
    const endpoint = await tokenEndpoint(() => ({ status: 400, body }));
    writeFileSync(path.join(folder, 'token'), refreshToken);
    write(endpoint, server.port, { profile: microsoft, mailbox: ofUser });
    const { text } = await run('--no-save');
    expect(text).toContain('MC544');
    expect(text).toContain(
      'User of the mailbox: Sign in again with the account of admin@example.com: mailcheck login',
    );
    const japanese = await run('--no-save', '--lang', 'ja');
    expect(japanese.text).toContain('更新トークンが90日間使われていません。');
  });

  test('nothing comes in time', async () => {
    const server = await mailServer();
    const endpoint = await tokenEndpoint(() => ({ hang: true }));
    write(endpoint, server.port, { profile: asApplication });
    const { code, text } = await run('--timeout', '1');
    expect(code).toBe(1);
    expect(text).toContain('it said nothing for 1 s');
  });

  test('its secret is missing: a matter of this machine', async () => {
    const endpoint = await tokenEndpoint(() => tokenWith({}));
    write(endpoint, 9, { profile: [...microsoft, 'oauthClientSecret: { env: NOT_SET }'] });
    const { code, text } = await run();
    expect(code).toBe(3);
    expect(text).toContain('NOT_SET');
    expect(endpoint.asked).toEqual([]);
  });
});
