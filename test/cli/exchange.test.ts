// Mailboxes of an Exchange Server through the public command, with the presets that ship: Exchange Web Services, Autodiscover,
// and what becomes of the record.

import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { worldWith } from '../../src/core/rules/healthy-world.ts';
import type { Change } from '../../src/core/rules/example.ts';
import { main } from '../../src/main.ts';
import {
  exchangeToken,
  found,
  pox,
  poxFound,
  serveExchange,
  soapError,
  soapFault,
  type ExchangeOptions,
} from '../exchange-service.ts';
import { serveHttp, type Answer } from '../http-server.ts';
import { password } from '../probe-world.ts';
import { certificates } from '../smtp-servers.ts';
import { tokenEndpoint } from '../token-endpoint.ts';
import { testWorld } from './world.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'mailcheck-exchange-'));
});
afterEach(async () => rm(folder, { recursive: true, force: true }));

type Options = Partial<Omit<ExchangeOptions, 'instead' | 'afterLogin'>> & {
  preset?: 'exchange-server' | 'exchange-hybrid';
  profile?: Record<string, unknown>;
  mailbox?: Record<string, unknown>;
  change?: Change;
  argv?: string[];
  env?: Record<string, string>;
  /** With the server's own address. */
  answers?: (base: string) => Pick<ExchangeOptions, 'instead' | 'afterLogin'>;
};

async function run(options: Options = {}) {
  const { preset = 'exchange-server', argv = [], answers, ...rest } = options;
  const later: Pick<ExchangeOptions, 'instead' | 'afterLogin'> = {};
  const exchange = await serveExchange({
    certificate: certificates.good,
    user: 'CONTOSO\\dynamics-mail',
    instead: (...asked) => later.instead?.(...asked),
    afterLogin: (...asked) => later.afterLogin?.(...asked),
    ...rest,
  });
  const base = `https://localhost:${exchange.server.port}`;
  Object.assign(later, answers?.(base));
  const location = `${base}/EWS/Exchange.asmx`;
  await mkdir(path.join(folder, 'mailcheck'), { recursive: true });
  await writeFile(path.join(folder, 'mailcheck.yaml'), 'include: mailcheck/**\n');
  await writeFile(path.join(folder, 'authority.pem'), certificates.authority);
  const records = path.join(folder, 'mailcheck', 'records.json');
  const world = worldWith({
    ...options.change,
    environment: {
      endpoints: { autodiscover: base },
      ...options.change?.environment,
    },
    profiles: {
      contoso: {
        preset,
        serverType: undefined,
        incomingCredentialRetrieval: undefined,
        incomingServerLocation: location,
        outgoingServerLocation: location,
        incomingUserName: 'CONTOSO\\dynamics-mail',
        incomingPassword: { env: 'EXCHANGE_PASSWORD' },
        ...options.profile,
      },
    },
    mailboxes: { admin: { password: undefined, ...options.mailbox }, support: null },
    queues: { 'support-queue': { defaultMailbox: null } },
  });
  await writeFile(records, JSON.stringify(world, undefined, 2));
  const context = testWorld({
    cwd: folder,
    now: () => new Date('2026-11-21T09:00:00Z'),
    env: { EXCHANGE_PASSWORD: password, ...options.env },
  });
  const command = ['test-mailbox', 'admin@example.com', '--ca-file', 'authority.pem', '--verbose', ...argv];
  const code = await main(command, context);
  const out = context.printed.join('\n');
  const err = context.complained.join('\n');
  const written = JSON.parse(await readFile(records, 'utf8')) as { mailboxes: Record<string, unknown>[] };
  for (const text of [out, err, JSON.stringify(written)])
    for (const hidden of [password, exchangeToken.slice(0, 60)]) expect(text).not.toContain(hidden);
  return { code, out, flat: out.replaceAll(/\s+/g, ' '), err, exchange, mailbox: written.mailboxes[0] };
}

/** One operation answered otherwise, once logged in. */
const at = (operation: string, answer: Answer) => () => ({
  afterLogin: (_asked: unknown, what: string) => (what === operation ? answer : undefined),
});
const always = (answer: Answer) => () => ({ instead: () => answer });

describe('test-mailbox for an Exchange Server', () => {
  it.each([
    ['exchange-server', 'NTLM'],
    ['exchange-hybrid', 'NTLM'],
    ['exchange-server', 'Basic'],
    ['exchange-hybrid', 'Basic'],
  ] as const)('%s by %s: sends to itself, sees it arrive, and records success', async (preset, scheme) => {
    const { code, out, err, exchange, mailbox } = await run({ preset, schemes: [scheme] });
    expect({ code, err, out: code === 0 ? '' : out }).toMatchObject({ code: 0, out: '' });
    expect(out).toContain('EWS localhost');
    expect(exchange.messages.map(({ id }) => id)).toEqual(['old']);
    expect(new Set(exchange.logins)).toEqual(new Set([scheme]));
    expect(mailbox).toMatchObject({
      incomingEmailStatus: 'success',
      outgoingEmailStatus: 'success',
      enabledForOutgoingEmail: true,
    });
  });

  it('with Hybrid Modern Authentication logs in with a token for the server itself', async () => {
    const endpoint = await tokenEndpoint(() => ({
      body: { access_token: exchangeToken, token_type: 'Bearer', expires_in: 3599 },
    }));
    const { code, out, exchange } = await run({
      preset: 'exchange-hybrid',
      schemes: ['Bearer'],
      change: { environment: { endpoints: { microsoftAuthority: endpoint.url } } },
      profile: {
        incomingCredentialRetrieval: 'exchange-hybrid-modern-auth',
        outgoingCredentialRetrieval: 'exchange-hybrid-modern-auth',
        exchangeOnlineTenantId: '11111111-2222-4333-8444-555555555555',
        oauthClientId: '66666666-7777-4888-9999-000000000000',
        oauthClientSecret: { env: 'CLIENT_SECRET' },
      },
      env: { CLIENT_SECRET: 'a-client-secret-that-nobody-may-see' },
    });
    expect({ code, out: code === 0 ? '' : out }).toEqual({ code: 0, out: '' });
    expect(new Set(exchange.logins)).toEqual(new Set(['Bearer']));
    expect(endpoint.asked).toHaveLength(1);
    expect(endpoint.asked[0]?.form.get('scope')).toBe('https://localhost/.default');
  });

  it('only logs in with --no-send', async () => {
    const { code, exchange, out } = await run({ argv: ['--no-send'] });
    expect(code).toBe(0);
    expect(exchange.sent).toEqual([]);
    expect(out).not.toMatch(/MC5\d\d/);
  });

  it('an alias is sent from, and the primary address arrives', async () => {
    const { code, flat } = await run({ primary: 'hanako@example.com' });
    expect(code).toBe(0);
    expect(flat).toContain('MC706');
    expect(flat).toContain('admin@example.com is an alias of hanako@example.com, and Exchange writes');
    expect((await run()).out).not.toContain('MC706');
  });

  it.each([
    ['refuses to tell', soapError('GetItem', 'ErrorAccessDenied', 'No.')],
    ['tells of another message', found([{ id: 'old', internetMessageId: '<old@example.com>' }])],
  ])('a server that %s who sent it has delivered it all the same', async (_name, answer) => {
    const { code, out, exchange } = await run({
      primary: 'hanako@example.com',
      answers: at('GetItem', answer),
    });
    expect(code).toBe(0);
    expect(out).not.toContain('MC706');
    expect(exchange.messages.map(({ id }) => id)).toEqual(['old']);
  });

  it('where "Use Impersonation" is No, sends from the own mailbox of whoever logs in', async () => {
    const { code, exchange } = await run({
      profile: { incomingUseImpersonation: false, outgoingUseImpersonation: false },
    });
    expect(code).toBe(0);
    expect(exchange.server.asked.some(({ body }) => body.includes('ExchangeImpersonation'))).toBe(false);
  });
});

describe('each refusal has a finding of its own, and the record is as its class says', () => {
  const html = '<!DOCTYPE html><html><title>Outlook</title></html>';
  const busy = '<m:MessageXml><t:Value Name="BackOffMilliseconds">90000</t:Value></m:MessageXml>';
  const cases: [name: string, answers: Options['answers'], finding: string, kept: boolean, says: RegExp][] = [
    [
      'ErrorNonExistentMailbox',
      at('GetFolder', soapError('GetFolder', 'ErrorNonExistentMailbox', 'The SMTP address has no mailbox.')),
      'MC570',
      false,
      /Get-Mailbox admin@example\.com/,
    ],
    [
      'ErrorInvalidLicense',
      at('GetFolder', soapError('GetFolder', 'ErrorInvalidLicense', 'No valid license.')),
      'MC571',
      false,
      /assign a licence/,
    ],
    [
      'ErrorImpersonateUserDenied',
      at('GetFolder', soapFault('ErrorImpersonateUserDenied', 'The account does not have permission.')),
      'MC572',
      false,
      /New-ManagementRoleAssignment .*-Role:ApplicationImpersonation -User:"CONTOSO\\dynamics-mail"/,
    ],
    [
      'ErrorSendAsDenied',
      at('CreateItem', soapError('CreateItem', 'ErrorSendAsDenied', 'No right to send.')),
      'MC573',
      false,
      /"Send As": add CONTOSO\\dynamics-mail/,
    ],
    [
      'ErrorQuotaExceeded',
      at('CreateItem', soapError('CreateItem', 'ErrorQuotaExceeded', 'The mailbox has exceeded its quota.')),
      'MC574',
      false,
      /"Prohibit send at"/,
    ],
    [
      'ErrorServerBusy',
      at('GetFolder', soapError('GetFolder', 'ErrorServerBusy', 'Try again later.', busy)),
      'MC575',
      true,
      /Not before 2026-11-21 09:01:3\d UTC/,
    ],
    [
      '403',
      always({ status: 403, headers: { server: 'Microsoft-IIS/10.0' } }),
      'MC579',
      false,
      /EwsAllowList/,
    ],
    [
      'ErrorAccessDenied',
      at('GetFolder', soapError('GetFolder', 'ErrorAccessDenied', 'Access is denied.')),
      'MC561',
      false,
      /ApplicationImpersonation/,
    ],
    ['404', always({ status: 404 }), 'MC567', false, /Exchange\.asmx/],
    ['429', always({ status: 429, headers: { 'retry-after': '90' } }), 'MC562', true, /Not before/],
    ['503', always({ status: 503, headers: { 'retry-after': '90' } }), 'MC549', true, /Not before/],
    ['456', always({ status: 456 }), 'MC566', false, /second factor/],
    [
      'a page',
      always({ status: 200, headers: { 'content-type': 'text/html' }, body: html }),
      'MC563',
      true,
      /web page \("Outlook"\)/,
    ],
    [
      'a redirect',
      always({ status: 302, headers: { location: 'https://evil.example/EWS/Exchange.asmx' } }),
      'MC564',
      false,
      /evil\.example/,
    ],
    ['no XML', always({ status: 200, body: '<Envelope>' }), 'MC515', true, /./],
    [
      'XML that declares entities of its own',
      always({
        status: 200,
        body: '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><Envelope>&b;</Envelope>',
      }),
      'MC515',
      true,
      /./,
    ],
    [
      'an unknown refusal',
      at('GetFolder', soapFault('ErrorOfSomeKind', 'No.')),
      'MC520',
      false,
      /ErrorOfSomeKind/,
    ],
  ];
  it.each(cases)('%s', async (_name, answers, finding, kept, says) => {
    const { code, out, flat, mailbox } = await run(answers === undefined ? {} : { answers });
    expect(code).toBe(1);
    expect(out).toContain(finding);
    expect(flat).toMatch(says);
    // The record said success before: what is permanent makes it a failure, what may pass leaves it.
    expect(mailbox).toMatchObject({
      outgoingEmailStatus: kept ? 'success' : 'failure',
      enabledForOutgoingEmail: kept,
    });
  });

  it('a wrong password: told once, and tried once', async () => {
    const { code, out, exchange, mailbox } = await run({
      schemes: ['Basic'],
      profile: { incomingAuthenticationProtocol: 'basic', outgoingAuthenticationProtocol: 'basic' },
      env: { EXCHANGE_PASSWORD: 'wrong-horse-battery' },
    });
    expect(code).toBe(1);
    expect(out).toContain('MC517');
    expect(out).not.toContain('wrong-horse');
    expect(exchange.server.asked.filter(({ headers }) => headers.authorization !== undefined)).toHaveLength(
      1,
    );
    expect(mailbox).toMatchObject({ incomingEmailStatus: 'failure' });
  });

  it.each([
    ['ntlm', ['Basic'], 'incomingAuthenticationProtocol: basic'],
    ['basic', ['NTLM', 'Negotiate'], 'incomingAuthenticationProtocol: ntlm'],
    ['auto-detect', ['Bearer'], 'Hybrid Modern Auth'],
    ['auto-detect', [], '-WindowsAuthentication $true'],
  ])('the profile says %s and the server offers %j', async (chosen, schemes, says) => {
    const { code, out, flat } = await run({
      schemes,
      profile: { incomingAuthenticationProtocol: chosen, outgoingAuthenticationProtocol: chosen },
    });
    expect(code).toBe(1);
    expect(out).toContain('MC576');
    expect(flat).toContain(says);
    expect(flat).toContain('No credential was sent.');
  });

  it('sending alone is refused: receiving stays a success', async () => {
    const { mailbox } = await run({
      answers: at('CreateItem', soapError('CreateItem', 'ErrorSendAsDenied', 'No.')),
    });
    expect(mailbox).toMatchObject({ incomingEmailStatus: 'success', outgoingEmailStatus: 'failure' });
  });

  it('speaks Japanese', async () => {
    const { out } = await run({
      argv: ['--lang', 'ja'],
      answers: at('GetFolder', soapFault('ErrorImpersonateUserDenied', 'No.')),
    });
    const flat = out.replaceAll(/\s+/g, '');
    expect(flat).toContain('admin@example.comを偽装することを認めていません');
    expect(flat).toContain('「管理者の役割」');
  });
});

describe('with Autodiscover', () => {
  const withAutodiscover: Record<string, unknown> = {
    useAutoDiscover: true,
    incomingServerLocation: undefined,
    outgoingServerLocation: undefined,
  };
  const first = '/autodiscover/autodiscover.xml';

  it('the address is found, and how is shown', async () => {
    const { code, out, flat } = await run({
      profile: withAutodiscover,
      answers: (base) => ({
        afterLogin: ({ path }) => (path === first ? poxFound(`${base}/EWS/Exchange.asmx`) : undefined),
      }),
    });
    expect({ code, out: code === 0 ? '' : out }).toEqual({ code: 0, out: '' });
    expect(flat).toMatch(/autodiscover\.xml: names https:\/\/localhost:\d+\/EWS\/Exchange\.asmx/);
  });

  it('is listed by --dry-run with every place that is asked, and nobody is contacted', async () => {
    const { code, flat, exchange } = await run({
      profile: withAutodiscover,
      argv: ['--dry-run'],
      change: { environment: { endpoints: {} } },
    });
    expect(code).toBe(0);
    expect(flat).toContain(
      'EWS Autodiscover https://autodiscover.example.com/autodiscover/autodiscover.xml' +
        ' https://example.com/autodiscover/autodiscover.xml' +
        ' http://autodiscover.example.com/autodiscover/autodiscover.xml and the server that it names',
    );
    expect(exchange.server.asked).toEqual([]);
  });

  it('nothing is found: where was asked is told, and the direction fails', async () => {
    const { code, out, flat, mailbox } = await run({
      profile: withAutodiscover,
      answers: () => ({
        afterLogin: ({ path }) =>
          path === first
            ? pox('<Error><ErrorCode>500</ErrorCode><Message>\u009b31mNot found.</Message></Error>')
            : undefined,
      }),
    });
    expect(code).toBe(1);
    expect(out).toContain('MC577');
    expect(flat).toMatch(/autodiscover\.xml: knows no such mailbox \(500/);
    expect(out).not.toContain('\u009b');
    expect(mailbox).toMatchObject({ outgoingEmailStatus: 'failure' });
  });

  it('it leads to a host that nobody named: no credential goes there, and nothing is said of the mailbox', async () => {
    const evil = await serveHttp(
      () => ({ status: 401, headers: { 'www-authenticate': ['NTLM', 'Basic realm="x"'] } }),
      certificates.good,
    );
    const there = `https://127.0.0.1:${evil.port}/EWS/Exchange.asmx`;
    const { code, out, flat, mailbox } = await run({
      profile: withAutodiscover,
      answers: () => ({ afterLogin: ({ path }) => (path === first ? poxFound(there) : undefined) }),
    });
    expect(evil.asked).toEqual([]);
    expect(code).toBe(3);
    expect(out).toContain('MC578');
    expect(flat).toContain(there);
    expect(mailbox).toMatchObject({ outgoingEmailStatus: 'success', enabledForOutgoingEmail: true });
  });

  it('the mailbox has moved to Exchange Online', async () => {
    const { out, flat } = await run({
      profile: withAutodiscover,
      answers: () => ({
        afterLogin: ({ path }) =>
          path === first
            ? pox('<Account><RedirectAddr>admin@contoso.mail.onmicrosoft.com</RedirectAddr></Account>')
            : undefined,
      }),
    });
    expect(out).toContain('MC578');
    expect(flat).toContain('the server profile "Microsoft Exchange Online"');
  });
});
