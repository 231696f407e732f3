// How the address of Exchange Web Services is found, and that no credential ever goes where it may not.

import { describe, expect, test } from 'vitest';
import type { ProbeRequest } from '../../src/core/delivery/probe-request.ts';
import type { Observation } from '../../src/core/mail/evidence.ts';
import { faultOf, reachedGoal } from '../../src/core/mail/fault.ts';
import type { ProbeContext } from '../../src/io/probes/probe.ts';
import { observe } from '../../src/io/probes/run.ts';
import {
  pox,
  poxFound,
  serveExchange,
  type ExchangeOptions,
  type ExchangeWorld,
} from '../exchange-service.ts';
import { serveHttp, type Answer, type HttpServer } from '../http-server.ts';
import { password, probeContext, probeRequest, stepLines, theStep } from '../probe-world.ts';
import { certificates, trusting } from '../smtp-servers.ts';

type World = { own: ExchangeWorld; other: HttpServer; base: string; elsewhere: string };

/**
 * An Exchange Server at https://localhost, which the records name, and somebody else's at https://127.0.0.1, which they do not:
 * both with a certificate that is good.
 */
async function look(
  options: (world: World) => Partial<ExchangeOptions>,
  changes: Partial<ProbeRequest> = {},
  context: Partial<ProbeContext> = {},
  /** The profile reaches into Exchange Online, which here is the same server. */
  online = false,
  /** No place but the domain's own. */
  ownPlaces = false,
): Promise<World & { seen: Observation; tried: string[] }> {
  const other = await serveHttp(
    () => ({ status: 401, headers: { 'www-authenticate': ['NTLM', 'Basic realm="x"'] } }),
    certificates.good,
  );
  const later: Partial<ExchangeOptions> = {};
  const own = await serveExchange({
    certificate: certificates.good,
    instead: (...asked) => later.instead?.(...asked),
    afterLogin: (...asked) => later.afterLogin?.(...asked),
  });
  const world: World = {
    own,
    other,
    base: `https://localhost:${own.server.port}`,
    elsewhere: `https://127.0.0.1:${other.port}`,
  };
  Object.assign(later, options(world));
  const request = probeRequest(443, {
    protocol: 'ews',
    tls: 'implicit',
    host: 'example.com',
    ...(ownPlaces ? {} : { autodiscover: world.base }),
    ...(online ? { exchangeOnline: world.base } : {}),
    recordedHosts: ['localhost'],
    httpSchemes: ['ntlm', 'basic'],
    impersonate: true,
    ...changes,
  });
  const { observations } = await observe([request], probeContext({ ...trusting, ...context }), {
    concurrency: 4,
    perHost: 4,
  });
  const [seen] = observations;
  if (seen?.kind !== 'session') throw new Error(JSON.stringify(observations));
  expect(JSON.stringify(observations)).not.toContain(password);
  const tried = (seen.autodiscover ?? []).map(({ url, outcome, to }) =>
    `${new URL(url).pathname} ${outcome} ${to ?? ''}`.trim(),
  );
  return { ...world, seen, tried };
}

const first = '/autodiscover/autodiscover.xml';
const ews = '/EWS/Exchange.asmx';
const atFirst =
  (answer: Answer) =>
  ({ path }: { path: string }): Answer | undefined =>
    path === first ? answer : undefined;
const redirect = (location: string, status = 302): Answer => ({ status, headers: { location } });

describe('the address of the service', () => {
  test('is named by Autodiscover, once it knows who asks', async () => {
    const { seen, tried, base, own } = await look(({ base }) => ({
      afterLogin: atFirst(poxFound(`${base}${ews}`)),
    }));
    expect(stepLines(seen)).toEqual([
      'name ok',
      'connect ok',
      'tls ok',
      'login ok',
      'inbox ok',
      'queued not-tried:not-asked',
    ]);
    expect(reachedGoal(seen)).toBe(true);
    expect(seen).toMatchObject({ host: 'localhost', port: own.server.port });
    expect(tried).toEqual([`${first} found ${base}${ews}`]);
    expect(own.server.asked[0]?.headers.authorization).toBeUndefined();
    expect(seen.transcript.some(({ text }) => text.startsWith(`POST ${first}`))).toBe(true);
  });

  test('is found over a redirect to an allowed host, which is first asked without a credential', async () => {
    const { seen, tried, own } = await look(({ base }) => ({
      instead: atFirst(redirect('/other.xml')),
      afterLogin: ({ path }) => (path === '/other.xml' ? poxFound(`${base}${ews}`) : undefined),
    }));
    expect(reachedGoal(seen)).toBe(true);
    expect(tried[0]).toMatch(/redirected https:\/\/localhost:\d+\/other\.xml$/);
    expect(tried[1]).toMatch(/^\/other\.xml found/);
    const there = own.server.asked.filter(({ path }) => path === '/other.xml');
    expect(there[0]?.headers.authorization).toBeUndefined();
    expect(there.at(-1)?.headers.authorization).toMatch(/^NTLM /);
  });

  test('is asked at Exchange Online, to whom no credential is given for it', async () => {
    const own = { url: '' };
    const { seen, tried, other } = await look(
      ({ base }) => {
        own.url = `${base}${ews}`;
        return {
          instead: ({ path }) =>
            path.startsWith('/autodiscover/autodiscover.json/v1.0/admin%40example.com?Protocol=EWS')
              ? { status: 200, body: JSON.stringify({ Protocol: 'EWS', Url: own.url }) }
              : undefined,
        };
      },
      {},
      {},
      true,
    );
    expect(reachedGoal(seen)).toBe(true);
    expect(tried).toEqual([expect.stringMatching(/autodiscover\.json.* found /)]);
    expect(other.asked).toEqual([]);
  });

  test.each([
    ['where the profile reaches into it', true, 'found'],
    ['and not followed where it does not', false, 'not-followed'],
  ])('may be that of another address in Exchange Online: %s', async (_name, online, last) => {
    const { seen, tried } = await look(
      ({ base }) => ({
        instead: ({ path }) =>
          path.includes('admin%40contoso.mail.onmicrosoft.com')
            ? { status: 200, body: JSON.stringify({ Url: `${base}${ews}` }) }
            : path.includes('.json')
              ? { status: 404, body: JSON.stringify({ ErrorCode: 'UserNotFound', ErrorMessage: 'no' }) }
              : undefined,
        afterLogin: atFirst(
          pox('<Account><RedirectAddr>admin@contoso.mail.onmicrosoft.com</RedirectAddr></Account>'),
        ),
      }),
      {},
      {},
      online,
    );
    expect(tried.at(-1)).toContain(` ${last} `);
    expect(reachedGoal(seen)).toBe(online);
  });

  test('is not asked for where nothing may be logged in with; that Autodiscover is there is seen', async () => {
    const { seen, tried } = await look(() => ({}), { depth: 'connect' });
    expect(tried).toEqual([`${first} login-wanted`]);
    expect(stepLines(seen).slice(0, 5)).toEqual([
      'name ok',
      'connect ok',
      'tls ok',
      'login not-tried:not-asked',
      'inbox not-tried:not-asked',
    ]);
    expect(faultOf(seen)).toBeUndefined();
    expect(reachedGoal(seen)).toBe(false);
  });
});

describe('a credential never goes elsewhere', () => {
  const cases: [name: string, options: (world: World) => Partial<ExchangeOptions>][] = [
    ['with a redirect', ({ elsewhere }) => ({ instead: atFirst(redirect(`${elsewhere}${first}`)) })],
    [
      'with a redirect of one who knows who asks',
      ({ elsewhere }) => ({ afterLogin: atFirst(redirect(`${elsewhere}${first}`, 307)) }),
    ],
    [
      'with a redirect in the answer',
      ({ elsewhere }) => ({
        afterLogin: atFirst(pox(`<Account><RedirectUrl>${elsewhere}${first}</RedirectUrl></Account>`)),
      }),
    ],
    [
      "with an address of the service that is somebody else's",
      ({ elsewhere }) => ({ afterLogin: atFirst(poxFound(`${elsewhere}${ews}`)) }),
    ],
    [
      'to another address of mail',
      () => ({
        afterLogin: atFirst(pox('<Account><RedirectAddr>admin@evil.example</RedirectAddr></Account>')),
      }),
    ],
    [
      'to another address that ends like an allowed one',
      ({ elsewhere }) => ({
        afterLogin: atFirst(
          pox(`<Account><RedirectAddr>a@${new URL(elsewhere).host}/.example.com</RedirectAddr></Account>`),
        ),
      }),
    ],
    [
      'with an address that begins like an allowed one',
      ({ elsewhere, base }) => ({
        afterLogin: atFirst(poxFound(elsewhere.replace('127', `${new URL(base).host}@127`))),
      }),
    ],
    [
      'without TLS',
      ({ base }) => ({ afterLogin: atFirst(poxFound(`${base.replace('https', 'http')}${ews}`)) }),
    ],
  ];
  test.each(cases)('%s', async (_name, options) => {
    const { seen, tried, other } = await look(options);
    expect(other.asked).toEqual([]);
    expect(tried.at(-1)).toContain(' not-followed ');
    expect(theStep(seen, 'name')).toMatchObject({ outcome: 'rejected', reason: 'redirected-elsewhere' });
    expect(stepLines(seen).slice(1)).toEqual(
      ['connect', 'tls', 'login', 'inbox', 'queued'].map((step) =>
        step === 'queued' ? 'queued not-tried:earlier-step-failed' : `${step} not-tried:earlier-step-failed`,
      ),
    );
  });

  test('nor from the service itself', async () => {
    const { seen, other } = await look(({ base, elsewhere }) => ({
      afterLogin: ({ path }) =>
        path === first
          ? poxFound(`${base}${ews}`)
          : path === ews
            ? redirect(`${elsewhere}${ews}`)
            : undefined,
    }));
    expect(other.asked).toEqual([]);
    expect(stepLines(seen)).toContain('login rejected:redirected-elsewhere');
  });

  test('and a refused one goes nowhere else at all', async () => {
    const { seen, own, tried } = await look(
      ({ base }) => ({ afterLogin: atFirst(poxFound(`${base}${ews}`)) }),
      { httpSchemes: ['ntlm'] },
      { secret: () => Promise.resolve('wrong-horse-battery') },
    );
    expect(stepLines(seen)).toContain('login refused:401');
    expect(faultOf(seen)).toEqual({ step: 'login', class: 'credential' });
    expect(tried).toEqual([`${first} login-refused`]);
    expect(new Set(own.server.asked.map(({ path }) => path))).toEqual(new Set([first]));
  });
});

describe('nothing is found', () => {
  const nowhere = Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' });

  test('where the domain has no such names, and all places are told', async () => {
    const { seen, tried } = await look(
      () => ({}),
      { address: 'admin@example.com' },
      { hosts: { ...probeContext().hosts, addresses: () => Promise.reject(nowhere) } },
      false,
      true,
    );
    expect(tried).toEqual([`${first} not-there`, `${first} not-there`]);
    expect(seen.autodiscover?.map(({ url, detail }) => [new URL(url).host, detail])).toEqual([
      ['autodiscover.example.com', 'ENOTFOUND'],
      ['example.com', 'ENOTFOUND'],
    ]);
    expect(theStep(seen, 'name')).toMatchObject({ reason: 'autodiscover-found-nothing' });
    expect(faultOf(seen)).toEqual({ step: 'name', class: 'configuration' });
  });

  test.each([
    [
      'a page',
      { status: 200, headers: { 'content-type': 'text/html' }, body: '<html></html>' },
      'not-there',
      'configuration',
    ],
    ['404', { status: 404 }, 'not-there', 'configuration'],
    [
      'no mailbox',
      pox('<Error><ErrorCode>500</ErrorCode><Message>No.</Message></Error>'),
      'no-mailbox',
      'configuration',
    ],
    ['503', { status: 503 }, 'no-answer', 'network'],
    ['the end of the connection', 'reset', 'no-answer', 'network'],
  ] as [string, Answer, string, string][])(
    'where the answer is %s',
    async (_name, answer, outcome, fault) => {
      const { seen, tried } = await look(() => ({ instead: atFirst(answer) }));
      expect(tried[0]).toBe(`${first} ${outcome}`);
      expect(theStep(seen, 'name')).toMatchObject({ reason: 'autodiscover-found-nothing' });
      expect(faultOf(seen)).toEqual({ step: 'name', class: fault });
    },
  );

  test('where each answer leads to the next one', async () => {
    let count = 0;
    const { seen, tried } = await look(() => ({
      instead: ({ path }) => (path === ews ? undefined : redirect(`/${(count += 1)}`)),
    }));
    expect(tried).toHaveLength(10);
    expect(theStep(seen, 'name').outcome).toBe('rejected');
  });
});
