// `mailcheck login` against an authority on loopback: the browser is played by this test, the keyring by a shell script.

import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { widthOf } from '../../src/cli/wrap.ts';
import { main } from '../../src/main.ts';
import { accessToken, tokenEndpoint, type TokenEndpoint } from '../token-endpoint.ts';
import { testWorld, type TestWorld } from './world.ts';

const refreshToken = 'refresh-token-of-admin';
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'mailcheck-login-'));
  mkdirSync(path.join(folder, 'workspace'));
  mkdirSync(path.join(folder, 'bin'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Setting = {
  /** Lines of the mailbox's record. */
  mailbox?: string[];
  retrieval?: string;
  keyring?: boolean;
  /** The application's is in a file that holds none. */
  certificate?: boolean;
};

function world(
  endpoint: TokenEndpoint,
  { mailbox = [], retrieval = 'azure-ad-oauth', keyring = false, certificate = false }: Setting = {},
): TestWorld {
  const google = retrieval === 'gmail-oauth';
  writeFileSync(
    path.join(folder, 'workspace', 'mailcheck.yaml'),
    [
      'environment:',
      '  - name: Contoso',
      '    endpoints:',
      `      microsoftAuthority: ${endpoint.url}`,
      `      googleToken: ${endpoint.url}/token`,
      `      googleAuthorization: ${endpoint.url}/authorize`,
      'profiles:',
      '  - id: own-app',
      '    serverType: imap-smtp',
      `    incomingServerLocation: ${google ? 'imap.gmail.com' : 'outlook.office365.com'}`,
      `    outgoingServerLocation: ${google ? 'smtp.gmail.com' : 'smtp.office365.com'}`,
      `    incomingCredentialRetrieval: ${retrieval}`,
      '    oauthClientId: client-1',
      '    exchangeOnlineTenantId: contoso.example',
      certificate
        ? '    oauthCertificate: { file: mailcheck.yaml }'
        : '    oauthClientSecret: { env: CLIENT_SECRET }',
      'mailboxes:',
      '  - id: admin # the sender',
      '    emailAddress: admin@example.com',
      '    profile: own-app',
      ...mailbox.map((line) => `    ${line}`),
      '',
    ].join('\n'),
  );
  if (keyring) {
    writeFileSync(
      path.join(folder, 'bin', 'secret-tool'),
      `#!/bin/sh
case "$1" in
  store) printf '%s\\n' "$*" > '${folder}/keyring.arguments'; cat > '${folder}/keyring' ;;
  lookup) cat '${folder}/keyring' ;;
esac
`,
    );
    chmodSync(path.join(folder, 'bin', 'secret-tool'), 0o755);
  }
  return testWorld({
    cwd: path.join(folder, 'workspace'),
    env: {
      PATH: `${path.join(folder, 'bin')}:/bin${keyring ? ':/usr/bin' : ''}`,
      HOME: folder,
      XDG_CONFIG_HOME: path.join(folder, 'config'),
      CLIENT_SECRET: 'the-client-secret',
    },
  });
}

const record = (): string => readFileSync(path.join(folder, 'workspace', 'mailcheck.yaml'), 'utf8');
const said = ({ printed, complained }: TestWorld): string => [...printed, ...complained].join('\n');
const idToken = (user: string): string => accessToken({ preferred_username: user });
const tokens = (user = 'Admin@example.com') => ({
  token_type: 'Bearer',
  access_token: 'opaque',
  refresh_token: refreshToken,
  id_token: idToken(user),
});

/** The address that the command prints, once it has. */
async function addressShown(shown: TestWorld): Promise<URL> {
  for (let tries = 0; tries < 500; tries += 1) {
    const line = shown.complained.find((each) => each.trim().startsWith('http'));
    if (line !== undefined) return new URL(line.trim());
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`no address was shown: ${said(shown)}`);
}

/** As a browser would come back; always to 127.0.0.1, with the host of the address. */
function comeBack(
  address: URL,
  parameters: Record<string, string>,
  host?: string,
): Promise<{ status: number; page: string }> {
  const redirect = new URL(address.searchParams.get('redirect_uri') ?? '');
  const query = new URLSearchParams(parameters).toString();
  return new Promise((resolve, reject) => {
    get(
      {
        host: '127.0.0.1',
        port: redirect.port,
        path: `/?${query}`,
        headers: { host: host ?? redirect.host },
      },
      (response) => {
        let page = '';
        response.setEncoding('utf8').on('data', (piece: string) => (page += piece));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, page }));
      },
    ).on('error', reject);
  });
}
const stateOf = (address: URL): string => address.searchParams.get('state') ?? '';

describe('with a browser', () => {
  test('Microsoft: the token goes into a private file outside the workspace where there is no keyring, and the record names it', async () => {
    const endpoint = await tokenEndpoint(() => ({ body: tokens() }));
    const shown = world(endpoint);
    const running = main(['login', 'admin@example.com'], shown);
    const address = await addressShown(shown);
    expect(address.pathname).toBe('/contoso.example/oauth2/v2.0/authorize');
    const asked = Object.fromEntries(address.searchParams);
    expect(asked).toMatchObject({
      client_id: 'client-1',
      response_type: 'code',
      code_challenge_method: 'S256',
      login_hint: 'admin@example.com',
      scope:
        'https://outlook.office.com/IMAP.AccessAsUser.All https://outlook.office.com/SMTP.Send offline_access openid profile email',
    });
    expect(asked['redirect_uri']).toMatch(/^http:\/\/localhost:\d+$/);

    const { status, page } = await comeBack(address, { code: 'code-1', state: stateOf(address) });
    expect(status).toBe(200);
    expect(page).toContain('You can close this window');
    expect(page).toContain('閉じてかまいません');
    expect(await running).toBe(0);

    const form = Object.fromEntries(endpoint.asked[0]?.form ?? []);
    expect(form).toMatchObject({
      grant_type: 'authorization_code',
      code: 'code-1',
      redirect_uri: asked['redirect_uri'],
    });
    const challenge = createHash('sha256')
      .update(form['code_verifier'] ?? '')
      .digest('base64url');
    expect(challenge).toBe(asked['code_challenge']);

    const file = path.join(folder, 'config', 'mailcheck', 'tokens', 'admin@example.com');
    expect(readFileSync(file, 'utf8')).toBe(`${refreshToken}\n`);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(path.dirname(file)).mode & 0o777).toBe(0o700);
    expect(record()).toContain('id: admin # the sender');
    expect(record()).toMatch(
      /oauthRefreshToken:\s+\{? ?file: .*config\/mailcheck\/tokens\/admin@example\.com|oauthRefreshToken:\n\s+file: /,
    );
    for (const secret of [refreshToken, 'the-client-secret', form['code_verifier'] ?? ''])
      expect(said(shown)).not.toContain(secret);
    expect(shown.printed.join('\n')).toContain('Next: mailcheck test-mailbox admin@example.com');
  });

  test('the keyring is asked first, and gets the token through its standard input', async () => {
    const endpoint = await tokenEndpoint(() => ({ body: tokens() }));
    const shown = world(endpoint, { keyring: true });
    const running = main(['login', 'admin@example.com'], shown);
    const address = await addressShown(shown);
    await comeBack(address, { code: 'code-1', state: stateOf(address) });
    expect(await running).toBe(0);
    expect(readFileSync(path.join(folder, 'keyring'), 'utf8')).toBe(refreshToken);
    expect(readFileSync(path.join(folder, 'keyring.arguments'), 'utf8')).toBe(
      'store --label=mailcheck admin@example.com service mailcheck account admin@example.com\n',
    );
    expect(record()).toMatch(/oauthRefreshToken:\s+\{? ?keyring: admin@example\.com/);
    expect(existsSync(path.join(folder, 'config'))).toBe(false);
  });

  test("the record's own file is taken, and made private", async () => {
    const endpoint = await tokenEndpoint(() => ({ body: tokens() }));
    const shown = world(endpoint, { mailbox: ['oauthRefreshToken: { file: secrets/admin }'], keyring: true });
    mkdirSync(path.join(folder, 'workspace', 'secrets'));
    const file = path.join(folder, 'workspace', 'secrets', 'admin');
    writeFileSync(file, 'an older one\n', { mode: 0o644 });
    const before = record();
    const running = main(['login', 'admin@example.com'], shown);
    const address = await addressShown(shown);
    await comeBack(address, { code: 'code-1', state: stateOf(address) });
    expect(await running).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe(`${refreshToken}\n`);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(record()).toBe(before);
    expect(readdirSync(path.dirname(file))).toEqual(['admin']);
  });

  test('Google: offline access is asked for, the port is one of 127.0.0.1', async () => {
    const endpoint = await tokenEndpoint(() => ({
      body: { ...tokens(), id_token: accessToken({ email: 'admin@example.com' }) },
    }));
    const shown = world(endpoint, { retrieval: 'gmail-oauth' });
    const running = main(['login', 'admin@example.com', '--no-browser'], shown);
    const address = await addressShown(shown);
    const asked = Object.fromEntries(address.searchParams);
    expect(asked).toMatchObject({
      access_type: 'offline',
      prompt: 'consent',
      scope: 'https://mail.google.com/ openid email',
    });
    expect(asked['redirect_uri']).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    await comeBack(address, { code: 'code-1', state: stateOf(address) });
    expect(await running).toBe(0);
    expect(endpoint.asked[0]?.form.get('client_secret')).toBe('the-client-secret');
  });

  test.runIf(process.platform === 'linux')(
    'a browser opens where somebody sits at a terminal, and only there',
    async () => {
      const opened = path.join(folder, 'opened');
      const endpoint = await tokenEndpoint(() => ({ body: tokens() }));
      const atTerminal = { ask: () => Promise.resolve(undefined) };
      const signIn = async (more: Partial<TestWorld>, ...words: string[]): Promise<URL> => {
        const shown = { ...world(endpoint), ...more };
        writeFileSync(path.join(folder, 'bin', 'xdg-open'), `#!/bin/sh\nprintf %s "$1" > '${opened}'\n`);
        chmodSync(path.join(folder, 'bin', 'xdg-open'), 0o755);
        const running = main(['login', 'admin@example.com', ...words], shown);
        const address = await addressShown(shown);
        await comeBack(address, { code: 'code-1', state: stateOf(address) });
        expect(await running).toBe(0);
        return address;
      };
      await signIn({});
      await signIn(atTerminal, '--no-browser');
      expect(existsSync(opened)).toBe(false);
      const address = await signIn(atTerminal);
      await expect.poll(() => existsSync(opened) && readFileSync(opened, 'utf8')).toBe(address.href);
    },
  );

  test('an answer without the right state, or for another host, is shown the door and waited past', async () => {
    const endpoint = await tokenEndpoint(() => ({ body: tokens() }));
    const shown = world(endpoint);
    const running = main(['login', 'admin@example.com'], shown);
    const address = await addressShown(shown);
    expect((await comeBack(address, { code: 'stolen', state: 'another' })).status).toBe(400);
    expect((await comeBack(address, { code: 'stolen' })).status).toBe(400);
    expect((await comeBack(address, { code: 'x', state: stateOf(address) }, 'evil.example')).status).toBe(
      400,
    );
    expect(endpoint.asked).toEqual([]);
    await comeBack(address, { code: 'code-1', state: stateOf(address) });
    expect(await running).toBe(0);
    expect(endpoint.asked[0]?.form.get('code')).toBe('code-1');
  });

  test('the wrong account is refused before anything is stored', async () => {
    const endpoint = await tokenEndpoint(() => ({ body: tokens('hanako@example.com') }));
    const shown = world(endpoint);
    const before = record();
    const running = main(['login', 'admin@example.com'], shown);
    const address = await addressShown(shown);
    await comeBack(address, { code: 'code-1', state: stateOf(address) });
    expect(await running).toBe(1);
    expect(said(shown)).toContain('hanako@example.com signed in, and the mailbox needs admin@example.com');
    expect(existsSync(path.join(folder, 'config'))).toBe(false);
    expect(record()).toBe(before);
  });

  test.each([
    [
      'the person says no',
      { error: 'access_denied', error_description: 'AADSTS65004: The user declined.' },
      'AADSTS65004',
    ],
    ['no code is there', {}, 'no code'],
  ])('%s: the words are shown, nothing is asked for', async (_, answer, words) => {
    const endpoint = await tokenEndpoint(() => ({ body: tokens() }));
    const shown = world(endpoint);
    const running = main(['login', 'admin@example.com'], shown);
    const address = await addressShown(shown);
    await comeBack(address, { ...answer, state: stateOf(address) });
    expect(await running).toBe(1);
    expect(said(shown)).toContain(words);
    expect(endpoint.asked).toEqual([]);
  });

  test('no refresh token, nobody in time, Ctrl-C', async () => {
    const endpoint = await tokenEndpoint(() => ({ body: { token_type: 'Bearer', access_token: 'opaque' } }));
    const without = world(endpoint);
    const running = main(['login', 'admin@example.com'], without);
    const address = await addressShown(without);
    await comeBack(address, { code: 'code-1', state: stateOf(address) });
    expect(await running).toBe(1);
    expect(said(without)).toContain('no refresh token was given');

    const late = world(endpoint);
    expect(await main(['login', 'admin@example.com', '--timeout', '1'], late)).toBe(3);
    expect(said(late)).toContain('Nobody signed in within 1 s');

    const interruption = new AbortController();
    const interrupted = { ...world(endpoint), signal: interruption.signal };
    const waiting = main(['login', 'admin@example.com'], interrupted);
    await addressShown(interrupted);
    interruption.abort();
    expect(await waiting).toBe(130);
  });
});

describe('with a device code', () => {
  const code = {
    device_code: 'the-device-code',
    user_code: 'ABCD-1234',
    verification_uri: 'https://microsoft.com/devicelogin',
    expires_in: 900,
    interval: 0.01,
  };

  test('waits until it is typed', async () => {
    const endpoint = await tokenEndpoint((_, count, asked) => {
      if (asked.endsWith('/devicecode')) return { body: code };
      return count < 4 ? { status: 400, body: { error: 'authorization_pending' } } : { body: tokens() };
    });
    const shown = world(endpoint);
    expect(await main(['--lang', 'ja', 'login', 'admin@example.com', '--device-code'], shown)).toBe(0);
    expect(said(shown)).toContain('https://microsoft.com/devicelogin');
    expect(said(shown)).toContain('ABCD-1234');
    expect(said(shown)).not.toContain('the-device-code');
    expect(endpoint.asked.map(({ path: asked }) => asked.split('/').at(-1))).toEqual([
      'devicecode',
      'token',
      'token',
      'token',
    ]);
    expect(record()).toContain('oauthRefreshToken');
  });

  test.each([
    [
      'declined',
      { error: 'authorization_declined', error_description: 'AADSTS70020: declined' },
      1,
      'AADSTS70020',
    ],
    ['expired', { error: 'expired_token', error_description: 'AADSTS70019: too late' }, 1, 'AADSTS70019'],
  ])('%s', async (_, body, exit, words) => {
    const endpoint = await tokenEndpoint((form) =>
      form.has('device_code') ? { status: 400, body } : { body: code },
    );
    const shown = world(endpoint);
    expect(await main(['login', 'admin@example.com', '--device-code'], shown)).toBe(exit);
    expect(said(shown)).toContain(words);
  });

  test('a proxy that is set is not used, and that is said before anybody signs in', async () => {
    const endpoint = await tokenEndpoint(() => ({ status: 400, body: { error: 'odd' } }));
    const complaints = async (more: Record<string, string>, ...words: string[]) => {
      const shown = world(endpoint);
      await main(['login', 'admin@example.com', ...words], { ...shown, env: { ...shown.env, ...more } });
      return shown.complained;
    };
    const proxy = { HTTPS_PROXY: 'http://name:secret@proxy.example:3128' };
    const [first] = await complaints(proxy, '--device-code');
    expect(first).toContain('HTTPS_PROXY is set here and is not used');
    expect(first).not.toContain('proxy.example');
    expect((await complaints({}, '--device-code')).join()).not.toContain('PROXY');
    expect((await complaints(proxy, '--dry-run')).join()).not.toContain('PROXY');
  });

  test.each([
    [
      { error: 'unauthorized_client', error_description: 'AADSTS700016: Application was not found.' },
      [
        'The tenant does not know this application: client id or tenant is mistyped',
        'The server said: "unauthorized_client AADSTS700016: Application was not found."',
        '> All applications > the application client-1 > Overview: compare',
        'Whoever keeps these records: Compare with the record of the server profile "own-app": oauthClientId',
      ],
      ['テナントにこのアプリがありません。', 'サーバーの応答:「unauthorized_client AADSTS700016:'],
    ],
    [
      { error: 'invalid_client', error_description: 'AADSTS7000218: client_secret is missing.' },
      ['This application wants a client secret or certificate', 'add oauthClientSecret: { env: NAME }'],
      ['このアプリにはクライアント シークレットか証明書が必要です'],
    ],
    [
      { error: 'authorization_declined' },
      [
        'Whoever typed the code declined the sign-in',
        'Sign in again with the account of admin@example.com: mailcheck login admin@example.com',
      ],
      ['サインインを拒否したか'],
    ],
    // What no row knows is quoted, and its cause is not guessed.
    [{ error: 'odd', error_description: 'Nobody knows.' }, ['The server said: "odd Nobody knows."'], ['odd']],
  ])('a refusal says its cause and its steps: %j', async (body, english, japanese) => {
    const endpoint = await tokenEndpoint(() => ({ status: 400, body }));
    const ask = async (language: string) => {
      const shown = { ...world(endpoint), stderr: { isTTY: true, columns: 70 } };
      const argv = ['login', 'admin@example.com', '--device-code', '--color', 'never', '--lang', language];
      expect(await main(argv, shown)).toBe(1);
      for (const line of said(shown).split('\n')) expect(widthOf(line), line).toBeLessThanOrEqual(70);
      return said(shown).replaceAll(/\s+/g, ' ');
    };
    const en = await ask('en');
    for (const words of english) expect(en).toContain(words);
    expect(en).not.toMatch(/(AADSTS\d+).*\1/);
    const ja = (await ask('ja')).replaceAll(' ', '');
    for (const words of japanese) expect(ja).toContain(words.replaceAll(' ', ''));
  });

  test('a code that lives shorter than --timeout: the same number before and after', async () => {
    const endpoint = await tokenEndpoint((form) =>
      form.has('device_code')
        ? { status: 400, body: { error: 'authorization_pending' } }
        : { body: { ...code, expires_in: 1, interval: 0.2 } },
    );
    const shown = { ...world(endpoint), stderr: { isTTY: true, columns: 60 } };
    const argv = ['login', 'admin@example.com', '--device-code', '--color', 'never'];
    expect(await main(argv, shown)).toBe(3);
    const flat = said(shown).replaceAll(/\s+/g, ' ');
    expect(flat).toContain('type this code (valid 1 s): ABCD-1234 Waiting up to 1 s;');
    expect(flat).toContain('Nobody signed in within 1 s');
    expect(said(shown)).toContain('https://microsoft.com/devicelogin');
    for (const line of said(shown).split('\n')) expect(widthOf(line), line).toBeLessThanOrEqual(60);
  });

  test('an authority that answers in HTML', async () => {
    const endpoint = await tokenEndpoint(() => ({ body: '<html>portal</html>' }));
    const shown = world(endpoint);
    expect(await main(['login', 'admin@example.com', '--device-code'], shown)).toBe(3);
    expect(said(shown)).toContain('<html>portal</html>');
  });

  test('Google gives no access to mail by it', async () => {
    const endpoint = await tokenEndpoint(() => ({ body: code }));
    const shown = world(endpoint, { retrieval: 'gmail-oauth' });
    expect(await main(['login', 'admin@example.com', '--device-code'], shown)).toBe(2);
    expect(endpoint.asked).toEqual([]);
  });
});

describe('before anybody is asked to sign in', () => {
  test('--dry-run says what would be done and touches nothing', async () => {
    const endpoint = await tokenEndpoint(() => ({ body: tokens() }));
    const shown = world(endpoint);
    const before = record();
    expect(await main(['login', 'admin@example.com', '--dry-run'], shown)).toBe(0);
    expect(said(shown)).toContain(
      "Would keep the refresh token in the system's keyring (admin@example.com).",
    );
    expect(record()).toBe(before);
    expect(endpoint.asked).toEqual([]);
  });

  test('--dry-run names the file of the workspace, wherever it is run', async () => {
    const endpoint = await tokenEndpoint(() => ({ body: tokens() }));
    const shown = world(endpoint, { mailbox: ['oauthRefreshToken: { file: tokens/admin }'] });
    const elsewhere = { ...shown, cwd: folder };
    const asked = ['login', 'admin@example.com', '--dry-run', '--workspace', 'workspace'];
    expect(await main(asked, elsewhere)).toBe(0);
    expect(said(shown)).toContain(path.join(folder, 'workspace', 'tokens', 'admin'));
  });

  test.each([
    [
      'an environment variable cannot be written',
      { mailbox: ['oauthRefreshToken: { env: TOKEN }'] },
      'env TOKEN',
    ],
    ['a certificate that cannot be used', { mailbox: [], certificate: true }, 'no certificate in PEM form'],
    ['a password needs no sign-in', { retrieval: 'profile' }, 'logs in with a password'],
  ])('%s', async (_, setting: Setting, words) => {
    const endpoint = await tokenEndpoint(() => ({ body: tokens() }));
    const shown = world(endpoint, setting);
    expect(await main(['login', 'admin@example.com'], shown)).toBe(2);
    expect(said(shown)).toContain(words);
  });
});
