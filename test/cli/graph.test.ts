// A mailbox of Exchange Online through the public command: a token, Microsoft Graph, and what becomes of the record.

import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { main } from '../../src/main.ts';
import { worldWith } from '../../src/core/rules/healthy-world.ts';
import type { Change } from '../../src/core/rules/example.ts';
import { graphError, graphToken, ordinaryUser, serveGraph, type GraphOptions } from '../graph-service.ts';
import type { Answer } from '../http-server.ts';
import { certificates } from '../smtp-servers.ts';
import { tokenEndpoint } from '../token-endpoint.ts';
import { testWorld } from './world.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'mailcheck-graph-'));
});
afterEach(async () => rm(folder, { recursive: true, force: true }));

const tenant = '11111111-2222-4333-8444-555555555555';
const application = '66666666-7777-4888-9999-000000000000';
const secret = 'a-client-secret-that-nobody-may-see';

/** Claims of a token for the application, unsigned: nobody here verifies it. */
function tokenWith(claims: Record<string, unknown>): string {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'RS256', typ: 'JWT' })}.${part(claims)}.c2lnbmF0dXJlLW9mLXRoZS10b2tlbg`;
}
const claims = {
  aud: 'https://graph.microsoft.com',
  tid: tenant,
  appid: application,
  roles: ['Mail.ReadWrite', 'Mail.Send', 'User.Read.All'],
  nbf: Date.parse('2026-11-21T08:55:00Z') / 1000,
  exp: Date.parse('2026-11-21T10:00:00Z') / 1000,
};

async function run(
  options: Partial<GraphOptions> & {
    claims?: Record<string, unknown>;
    asked?: string[];
    argv?: string[];
    change?: Change;
    refusal?: Record<string, string>;
    env?: Record<string, string>;
  } = {},
) {
  const {
    asked = ['test-mailbox', 'admin@example.com'],
    argv = [],
    change = {},
    refusal,
    env = {},
    claims: own = claims,
    ...graphOptions
  } = options;
  const token = tokenWith(own);
  const graph = await serveGraph({ certificate: certificates.good, token, ...graphOptions });
  const endpoint = await tokenEndpoint(() =>
    refusal === undefined
      ? { body: { access_token: token, token_type: 'Bearer', expires_in: 3599 } }
      : { status: 401, body: refusal },
  );
  await mkdir(path.join(folder, 'mailcheck'), { recursive: true });
  await writeFile(path.join(folder, 'mailcheck.yaml'), 'include: mailcheck/**\n');
  await writeFile(path.join(folder, 'authority.pem'), certificates.authority);
  const records = path.join(folder, 'mailcheck', 'records.json');
  const world = worldWith({
    ...change,
    environment: {
      endpoints: { microsoftAuthority: endpoint.url, graph: `https://localhost:${graph.server.port}/v1.0` },
    },
    profiles: {
      contoso: {
        serverType: 'exchange-online',
        incomingCredentialRetrieval: 'server-to-server',
        outgoingCredentialRetrieval: 'server-to-server',
        incomingServerLocation: undefined,
        outgoingServerLocation: undefined,
        exchangeOnlineTenantId: tenant,
        oauthClientId: application,
        oauthClientSecret: { env: 'CLIENT_SECRET' },
      },
    },
    mailboxes: { admin: { password: undefined, isEmailAddressApprovedByO365Admin: true }, support: null },
    queues: { 'support-queue': { defaultMailbox: null } },
  });
  await writeFile(records, JSON.stringify(world, undefined, 2));
  const context = testWorld({
    cwd: folder,
    now: () => new Date('2026-11-21T09:00:00Z'),
    env: { CLIENT_SECRET: secret, ...env },
  });
  const command = [...asked, '--ca-file', 'authority.pem', '--verbose', ...argv];
  const code = await main(command, context);
  const out = context.printed.join('\n');
  const err = context.complained.join('\n');
  const written = JSON.parse(await readFile(records, 'utf8')) as { mailboxes: Record<string, unknown>[] };
  for (const text of [out, err, JSON.stringify(written)])
    for (const hidden of [secret, token.slice(0, 60), token.slice(-30)]) expect(text).not.toContain(hidden);
  return {
    code,
    out,
    flat: out.replaceAll(/\s+/g, ' '),
    err,
    graph,
    endpoint,
    mailbox: written.mailboxes[0],
  };
}

const instead =
  (at: string, answer: Answer): NonNullable<GraphOptions['instead']> =>
  (_asked, what) =>
    what === at ? answer : undefined;

describe('test-mailbox for Exchange Online with an application of one’s own', () => {
  it('sends to itself, sees it arrive, and records success', async () => {
    const { code, out, err, graph, endpoint, mailbox } = await run();
    expect({ code, err }).toMatchObject({ code: 0 });
    expect(out).toContain('GRAPH localhost');
    expect(out).toContain('account: sign-in is allowed, Exchange Online licence in force');
    expect(graph.messages.map(({ id }) => id)).toEqual(['old']);
    expect(endpoint.asked).toHaveLength(1);
    expect(mailbox).toMatchObject({
      incomingEmailStatus: 'success',
      outgoingEmailStatus: 'success',
      enabledForOutgoingEmail: true,
    });
  });

  it('says that a proxy that is set is not used', async () => {
    const { err } = await run({ env: { HTTPS_PROXY: 'http://proxy.example:3128' } });
    expect(err.replaceAll(/\s+/g, ' ')).toContain('HTTPS_PROXY is set here and is not used');
    expect(err).not.toContain('proxy.example');
    expect((await run()).err).not.toContain('PROXY');
  });

  it('only logs in with --no-send', async () => {
    const { code, graph, out } = await run({ argv: ['--no-send'] });
    expect(code).toBe(0);
    expect(graph.server.asked.every(({ method }) => method === 'GET')).toBe(true);
    expect(out).not.toContain('MC5');
  });

  it('says with --dry-run what would be contacted, and contacts nobody', async () => {
    const { out, graph, endpoint } = await run({ argv: ['--dry-run'] });
    expect(out).toContain(`localhost:${graph.server.port}`);
    expect([graph.server.asked, endpoint.asked]).toEqual([[], []]);
  });

  const ofTheApplication: [name: string, options: Partial<GraphOptions>, finding: string][] = [
    ['401', { instead: instead('user', graphError(401, 'InvalidAuthenticationToken', 'no')) }, 'MC565'],
    ['403', { instead: instead('inbox', graphError(403, 'ErrorAccessDenied', 'no')) }, 'MC561'],
    ['456', { instead: instead('user', { status: 456 }) }, 'MC566'],
  ];
  it.each(ofTheApplication)(
    '%s for the application: the platform signs in with another, so nothing is learnt and the record stays',
    async (_name, options, finding) => {
      const { code, out, mailbox } = await run(options);
      expect(code).toBe(3);
      expect(out).toContain(finding);
      expect(out).toContain('MC581');
      expect(mailbox).toMatchObject({ incomingEmailStatus: 'success', outgoingEmailStatus: 'success' });
      expect(mailbox).not.toHaveProperty('lastTest');
    },
  );

  it('no token for the application: the same', async () => {
    const { code, flat, mailbox } = await run({
      refusal: { error: 'invalid_client', error_description: 'AADSTS7000222: The secret is expired.' },
    });
    expect(code).toBe(3);
    expect(flat).toContain('its refusal tells nothing of the mailbox');
    expect(mailbox).toMatchObject({ incomingEmailStatus: 'success', outgoingEmailStatus: 'success' });
    expect(mailbox).not.toHaveProperty('lastTest');
  });

  const faults: [name: string, options: Partial<GraphOptions>, finding: string, status: string][] = [
    [
      '404',
      { instead: instead('inbox', graphError(404, 'MailboxNotEnabledForRESTAPI', 'no')) },
      'MC560',
      'failure',
    ],
    ['404 of the address', { instead: instead('user', { status: 404 }) }, 'MC567', 'failure'],
    [
      'a redirect',
      { instead: instead('user', { status: 302, headers: { location: 'https://x.example' } }) },
      'MC564',
      'failure',
    ],
    [
      '429',
      { instead: instead('inbox', graphError(429, 'TooManyRequests', 'no', { 'retry-after': '90' })) },
      'MC562',
      'success',
    ],
    [
      '503',
      { instead: instead('inbox', { status: 503, headers: { 'retry-after': '90' } }) },
      'MC549',
      'success',
    ],
    [
      'a page',
      {
        instead: instead('user', {
          status: 200,
          headers: { 'content-type': 'text/html' },
          body: '<html><title>Please sign in</title>',
        }),
      },
      'MC563',
      'success',
    ],
    ['silence', { instead: instead('inbox', 'reset') }, 'MC514', 'success'],
  ];
  it.each(faults)(
    '%s: a finding of its own, and the record as its class says',
    async (_name, options, finding, status) => {
      const { code, out, mailbox } = await run(options);
      expect(code).toBe(1);
      expect(out).toContain(finding);
      // The record said success before: what is permanent makes it a failure, what may pass leaves it.
      expect(mailbox).toMatchObject({ incomingEmailStatus: status, outgoingEmailStatus: status });
      expect(mailbox).toMatchObject({ enabledForOutgoingEmail: status === 'success' });
    },
  );

  it('names the time to come again, in the record too', async () => {
    const answer = graphError(429, 'TooManyRequests', 'no', { 'retry-after': '90' });
    const { flat, mailbox } = await run({ instead: instead('inbox', answer) });
    expect(flat).toMatch(/Not before 2026-11-21 09:01:3\d UTC/);
    expect(JSON.stringify(mailbox)).toMatch(/retryAfter":"2026-11-21T09:01:3/);
  });

  it('forbidden to send alone: receiving is a success, sending unknown, and the permission is named', async () => {
    const { code, flat, mailbox } = await run({
      claims: { ...claims, roles: ['Mail.ReadWrite'] },
      instead: instead('sendMail', graphError(403, 'ErrorAccessDenied', 'Access is denied.')),
    });
    expect(code).toBe(3);
    expect(flat).toContain('Mail.Send');
    expect(mailbox).toMatchObject({ incomingEmailStatus: 'success', outgoingEmailStatus: 'success' });
  });

  it.each([
    [['Mail.ReadWrite', 'Mail.Send'], false],
    [['Mail.ReadWrite'], true],
  ])('a token with %j, and nothing sent: warned of %s', async (roles, warned) => {
    const { code, out } = await run({ claims: { ...claims, roles }, argv: ['--no-send'] });
    expect(code).toBe(0);
    expect(out.includes('MC548')).toBe(warned);
  });

  it('a token that names no permission is tried: Exchange itself may have given it', async () => {
    const { code, out } = await run({ claims: { ...claims, roles: undefined } });
    expect(code).toBe(0);
    expect(out).not.toContain('MC548');
  });

  it('the page’s own words cannot steer the terminal', async () => {
    const body = '<html><title>\u001b[31mred\u0007\u202eevil</title></html>';
    const { out } = await run({
      instead: instead('user', { status: 200, headers: { 'content-type': 'text/html' }, body }),
    });
    // oxlint-disable-next-line no-control-regex -- what steers a terminal is what must not be there
    expect(out).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
    expect(out).toContain('MC563');
  });

  it('tells the account’s sign-in and licence, once and not as an error', async () => {
    const blocked = await run({ user: { ...ordinaryUser, accountEnabled: false } });
    expect(blocked.code).toBe(0);
    expect(blocked.out.match(/MC568/g)).toHaveLength(1);
    const unlicensed = await run({ user: { ...ordinaryUser, assignedPlans: [] } });
    expect(unlicensed.out.match(/MC569/g)).toHaveLength(1);
    const shared = await run({ user: { ...ordinaryUser, accountEnabled: false, assignedPlans: [] } });
    expect(shared.out).not.toContain('MC569');
  });

  it('without a licence and without a mailbox the licence is the cause', async () => {
    const { flat } = await run({
      user: { ...ordinaryUser, assignedPlans: [] },
      instead: instead('inbox', graphError(404, 'MailboxNotEnabledForRESTAPI', 'no')),
    });
    expect(flat).toContain('its account has no plan with Exchange Online in force');
    expect(flat).not.toContain('MC569');
  });

  it('junk is said to be junk', async () => {
    const { out, mailbox } = await run({ deliverTo: 'junkemail' });
    expect(out).toContain('MC705');
    expect(mailbox).toMatchObject({ incomingEmailStatus: 'success' });
  });

  it('an alias is sent from, and the primary address arrives', async () => {
    const { code, out, flat } = await run({ primary: 'hanako@example.com' });
    expect(code).toBe(0);
    expect(out).toContain('MC706');
    expect(flat).toContain('admin@example.com is an alias of hanako@example.com');
    expect((await run()).out).not.toContain('MC706');
  });

  it('speaks Japanese', async () => {
    const answer = graphError(403, 'ErrorAccessDenied', 'no');
    const { out } = await run({ argv: ['--lang', 'ja'], instead: instead('inbox', answer) });
    expect(out.replaceAll(/\s+/g, '')).toContain('受信トレイを開く操作が禁止されています');
  });
});

describe('diagnose with a look at Microsoft Graph', () => {
  const asked = ['diagnose', 'email-confirmation', '--to', 'taro@example.com', '--depth'];

  it('logs in, opens the inbox, and sends nothing', async () => {
    const { code, graph } = await run({ asked: [...asked, 'login'] });
    expect(code).toBe(0);
    expect(graph.server.asked.map(({ method }) => method)).toEqual(['GET', 'GET']);
  });

  it('names what stops the mail there', async () => {
    const answer = graphError(404, 'MailboxNotEnabledForRESTAPI', 'no');
    const { code, out } = await run({ asked: [...asked, 'login'], instead: instead('inbox', answer) });
    expect(code).toBe(1);
    expect(out).toContain('MC560');
  });

  it('only connects where no more is asked', async () => {
    const { endpoint, graph, out } = await run({ asked: [...asked, 'connect'] });
    expect(out).toContain('GRAPH localhost');
    expect([graph.server.asked, endpoint.asked]).toEqual([[], []]);
  });
});

it('evidence that was saved says the same again', async () => {
  const answer = graphError(404, 'MailboxNotEnabledForRESTAPI', 'no');
  await run({ argv: ['--save-evidence', 'e.json'], instead: instead('inbox', answer) });
  const saved = await readFile(path.join(folder, 'e.json'), 'utf8');
  expect(saved).not.toContain(secret);
  expect(saved).not.toContain(graphToken);
  const context = testWorld({ cwd: folder, now: () => new Date('2026-11-21T09:00:00Z') });
  const code = await main(
    ['diagnose', 'email-confirmation', '--to', 'taro@example.com', '--evidence', 'e.json'],
    context,
  );
  expect(code).toBe(1);
  expect(context.printed.join('\n')).toContain('MC560');
});
