// What can be wrong with TLS at an Exchange Server and at Microsoft Graph, through the public command: the finding is the one
// that mail servers have, nothing is asked or sent, and the record stays as it is.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { worldWith } from '../../src/core/rules/healthy-world.ts';
import { main } from '../../src/main.ts';
import { serveExchange } from '../exchange-service.ts';
import { graphToken, serveGraph } from '../graph-service.ts';
import { password } from '../probe-world.ts';
import { client } from '../profile-types.ts';
import { certificates, serve as serveLines } from '../smtp-servers.ts';
import { tokenEndpoint } from '../token-endpoint.ts';
import { testWorld } from './world.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'mailcheck-https-faults-'));
  writeFileSync(path.join(folder, 'authority.pem'), certificates.authority);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Service = 'Exchange Web Services' | 'Microsoft Graph';

/** One mailbox at a service on this port. */
async function run(service: Service, port: number) {
  const endpoint = await tokenEndpoint(() => ({
    body: { access_token: graphToken, token_type: 'Bearer', expires_in: 3_599 },
  }));
  const location = `https://localhost:${port}/EWS/Exchange.asmx`;
  const profile =
    service === 'Microsoft Graph'
      ? { preset: 'exchange-online', ...client, oauthClientSecret: { env: 'CLIENT_SECRET' } }
      : {
          preset: 'exchange-server',
          incomingUserName: 'admin@example.com',
          incomingPassword: { env: 'PASSWORD' },
        };
  const world = worldWith({
    environment: {
      endpoints: { microsoftAuthority: endpoint.url, graph: `https://localhost:${port}/v1.0` },
    },
    profiles: {
      contoso: {
        serverType: undefined,
        incomingCredentialRetrieval: undefined,
        incomingServerLocation: service === 'Microsoft Graph' ? undefined : location,
        outgoingServerLocation: service === 'Microsoft Graph' ? undefined : location,
        ...profile,
      },
    },
    mailboxes: { admin: { password: undefined, isEmailAddressApprovedByO365Admin: true }, support: null },
    queues: { 'support-queue': { defaultMailbox: null } },
  });
  writeFileSync(path.join(folder, 'mailcheck.yaml'), JSON.stringify(world, undefined, 2));
  const context = testWorld({
    cwd: folder,
    now: () => new Date('2026-11-21T09:00:00Z'),
    env: { CLIENT_SECRET: 'client-secret-of-contoso', PASSWORD: password },
  });
  const words = ['admin@example.com', '--ca-file', 'authority.pem', '--timeout', '2'];
  const code = await main(['test-mailbox', ...words], context);
  const out = context.printed.join('\n');
  const record = readFileSync(path.join(folder, 'mailcheck.yaml'), 'utf8');
  return {
    code,
    codes: [...new Set(out.match(/MC\d{3}/g))],
    said: out.replaceAll(/\s+/g, ' '),
    status: /"outgoingEmailStatus": "?(\w+)/.exec(record)?.[1],
    tested: record.includes('"finding"') || record.includes('finding:'),
  };
}

async function serve(service: Service, certificate: { key: string; cert: string }) {
  return service === 'Microsoft Graph' ? serveGraph({ certificate }) : serveExchange({ certificate });
}

/** TLS 1.0 alone, which Node's own settings forbid. */
const oldTls = Object.assign(
  { minVersion: 'TLSv1', maxVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' } as const,
  certificates.good,
);

describe.each(['Exchange Web Services', 'Microsoft Graph'] as const)('%s', (service) => {
  test.each([
    ['a certificate that has expired', certificates.expired, 'MC508', 'expired on'],
    ['a certificate that is not valid yet', certificates.notYetValid, 'MC508', 'is valid only from'],
    ['a certificate for another host', certificates.otherHost, 'MC509', 'is not for "localhost"'],
    ['a self-signed certificate', certificates.selfSigned, 'MC510', 'is self-signed'],
    ['TLS 1.0 only', oldTls, 'MC511', 'has TLS 1.0 at most'],
  ])('%s', async (_name, certificate, finding, words) => {
    const { server } = await serve(service, certificate);
    const { code, codes, said, status, tested } = await run(service, server.port);
    expect({ code, codes }, said).toEqual({ code: 1, codes: [finding] });
    expect(said).toContain(words);
    expect(server.asked).toEqual([]);
    expect({ status, tested }).toEqual({ status: 'success', tested: true });
  });

  test('one that takes the connection and is silent is no mail server that does not greet', async () => {
    const { port } = await serveLines(['silence']);
    const { code, codes, said } = await run(service, port);
    expect({ code, codes }, said).toEqual({ code: 1, codes: ['MC526'] });
    expect(said).not.toContain('greeting');
  });
});
