// Every type of server profile and every credential source through the public command. Exchange types meet an Exchange Server
// or Microsoft Graph on loopback; what cannot be tried from here ends in words, and contacts nobody. The mail servers that
// work are in test/live/profile-types.test.ts, with real ones.

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { worldWith } from '../../src/core/rules/healthy-world.ts';
import { main } from '../../src/main.ts';
import { makeApplicationCertificate, makeServiceAccountKey } from '../certificates.ts';
import { serveExchange } from '../exchange-service.ts';
import { serveGraph } from '../graph-service.ts';
import { password } from '../probe-world.ts';
import {
  application,
  fieldsOf,
  isMailServer,
  nameOf,
  profileCases,
  tenant,
  type ProfileCase,
} from '../profile-types.ts';
import { certificates } from '../smtp-servers.ts';
import { accessToken, tokenEndpoint } from '../token-endpoint.ts';
import { testWorld } from './world.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'mailcheck-profile-types-'));
  writeFileSync(path.join(folder, 'authority.pem'), certificates.authority);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const now = new Date('2026-11-21T09:00:00Z');
const clientSecret = 'client-secret-of-contoso';
const refreshToken = 'refresh-token-of-admin';
const { key, cert } = makeApplicationCertificate();
const privateKey = makeServiceAccountKey();
const env = {
  PASSWORD: password,
  CLIENT_SECRET: clientSecret,
  REFRESH_TOKEN: refreshToken,
  CERTIFICATE: `${cert}\n${key}`,
  SERVICE_ACCOUNT: JSON.stringify({ client_email: 'mail@project.example', private_key: privateKey }),
};

/** One that the services take; it names whoever asked for it. */
function tokenFor({ serverType, mailbox }: ProfileCase): string {
  const seconds = now.getTime() / 1_000;
  return accessToken({
    aud: serverType === 'exchange-online' ? 'https://graph.microsoft.com' : 'https://localhost',
    tid: tenant,
    appid: application,
    ...('oauthRefreshToken' in mailbox
      ? { scp: 'Mail.ReadWrite Mail.Send EWS.AccessAsUser.All', upn: 'admin@example.com' }
      : { roles: ['Mail.ReadWrite', 'Mail.Send', 'full_access_as_app'] }),
    nbf: seconds - 60,
    exp: seconds + 3_600,
  });
}

async function run(one: ProfileCase, ...argv: string[]) {
  const token = tokenFor(one);
  const options = { certificate: certificates.good, token };
  const [exchange, graph, endpoint] = await Promise.all([
    serveExchange({
      ...options,
      user: 'admin@example.com',
      schemes: ['Negotiate', 'NTLM', 'Basic', 'Bearer'],
    }),
    serveGraph(options),
    tokenEndpoint(() => ({ body: { access_token: token, token_type: 'Bearer', expires_in: 3_599 } })),
  ]);
  const location = isMailServer(one)
    ? 'localhost'
    : one.serverType === 'exchange-online'
      ? undefined
      : `https://localhost:${exchange.server.port}/EWS/Exchange.asmx`;
  const world = worldWith({
    environment: {
      deployment: one.deployment ?? 'online',
      endpoints: {
        microsoftAuthority: endpoint.url,
        googleToken: endpoint.url,
        graph: `https://localhost:${graph.server.port}/v1.0`,
      },
    },
    profiles: {
      contoso: {
        serverType: undefined,
        incomingCredentialRetrieval: undefined,
        incomingServerLocation: location,
        outgoingServerLocation: location,
        ...fieldsOf(one),
      },
    },
    mailboxes: {
      admin: { password: undefined, isEmailAddressApprovedByO365Admin: true, ...one.mailbox },
      support: null,
    },
    queues: { 'support-queue': { defaultMailbox: null } },
  });
  writeFileSync(path.join(folder, 'mailcheck.yaml'), JSON.stringify(world, undefined, 2));
  const context = testWorld({ cwd: folder, now: () => now, env });
  const words = ['test-mailbox', 'admin@example.com', '--ca-file', 'authority.pem', '--no-alternatives'];
  const code = await main([...words, ...argv], context);
  const out = context.printed.join('\n');
  const record = readFileSync(path.join(folder, 'mailcheck.yaml'), 'utf8');
  for (const hidden of [password, clientSecret, refreshToken, token.slice(0, 60), privateKey.slice(60, 90)])
    expect(`${out}\n${context.complained.join('\n')}\n${record}`).not.toContain(hidden);
  return {
    code,
    codes: [...new Set(out.match(/MC\d{3}/g))].sort(),
    out,
    flat: out.replaceAll(/\s+/g, ' '),
    exchange,
    graph,
    contacted: [...exchange.server.asked, ...graph.server.asked, ...endpoint.asked].length > 0,
    mailbox: (parse(record) as { mailboxes: unknown[] }).mailboxes[0],
  };
}

const titled = (cases: readonly ProfileCase[]) => cases.map((one) => [nameOf(one), one] as const);
const succeeding = profileCases.filter(({ ends }) => ends === 'succeeds');

test('no two cases are the same, and each preset that ships is one of those that succeed', () => {
  expect(new Set(profileCases.map(nameOf)).size).toBe(profileCases.length);
  const shipped = readdirSync(new URL('../../profiles/', import.meta.url))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.replace('.yaml', ''));
  const used = new Set(succeeding.map(({ preset }) => preset));
  expect(shipped.filter((preset) => !used.has(preset))).toEqual([]);
});

describe('a mailbox of Exchange sends to itself, sees it arrive, and records success', () => {
  test.each(titled(succeeding.filter((one) => !isMailServer(one))))('%s', async (_name, one) => {
    const { code, codes, out, exchange, graph, mailbox } = await run(one);
    expect({ code, codes }, out).toEqual({ code: 0, codes: [...one.codes].sort() });
    const online = one.serverType === 'exchange-online';
    expect([exchange.sent.length, graph.sent.length]).toEqual(online ? [0, 1] : [1, 0]);
    for (const { messages } of [exchange, graph]) expect(messages.map(({ id }) => id)).toEqual(['old']);
    // What was recorded is what logged in.
    const byPassword = 'password' in one.mailbox || 'incomingPassword' in one.profile;
    if (!online) expect(new Set(exchange.logins)).toEqual(new Set([byPassword ? 'NTLM' : 'Bearer']));
    expect(mailbox).toMatchObject({
      incomingEmailStatus: 'success',
      outgoingEmailStatus: 'success',
      lastTest: { incoming: { result: 'success' }, outgoing: { result: 'success' } },
    });
  });
});

describe('what cannot be tried from here contacts nobody, leaves the record, and says so', () => {
  test.each(titled(profileCases.filter(({ ends }) => ends !== 'succeeds')))('%s', async (_name, one) => {
    const { code, codes, out, flat, contacted, mailbox } = await run(one);
    expect({ code, codes }, out).toEqual({
      code: one.ends === 'cannot-be-tried' ? 3 : 1,
      codes: [...one.codes].sort(),
    });
    expect(contacted).toBe(false);
    expect(flat).toContain('; that cannot be done from here.');
    expect(mailbox).not.toHaveProperty('lastTest');
    expect(mailbox).toMatchObject({ outgoingEmailStatus: 'success' });
    const japanese = await run(one, '--lang', 'ja');
    expect(japanese.code).toBe(code);
    expect(japanese.out.replaceAll(/\s+/g, '')).toContain('は、ここからは試せません。');
  });
});
