// The probe of Microsoft Graph against the service on loopback: what is asked, what is sent, what is taken out again.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ProbeRequest } from '../../src/core/delivery/probe-request.ts';
import { faultOf, reachedGoal, retryAfterOf } from '../../src/core/mail/fault.ts';
import { problemOf } from '../../src/core/mail/session-problem.ts';
import type { ProbeContext, TokenAnswer } from '../../src/io/probes/probe.ts';
import {
  graphError,
  graphToken,
  json,
  ordinaryUser,
  serveGraph,
  userId,
  type GraphOptions,
  type GraphWorld,
} from '../graph-service.ts';
import type { Answer } from '../http-server.ts';
import { probeContext, stepLines, theStep } from '../probe-world.ts';
import { certificates, trusting } from '../smtp-servers.ts';
import { bothRequests, observeBoth, tokenAnswered, withToken, type Both } from './both-directions.ts';

const token = (answer: Partial<TokenAnswer> = {}): Pick<ProbeContext, 'token'> =>
  tokenAnswered(graphToken, { claims: { roles: ['Mail.ReadWrite', 'Mail.Send'] }, ...answer });

function requests(port: number, changes: Partial<ProbeRequest> = {}): ProbeRequest[] {
  return bothRequests(port, {
    protocol: 'graph',
    url: `https://localhost:${port}/v1.0`,
    credentials: withToken,
    ...changes,
  });
}

async function look(
  options: Partial<GraphOptions> = {},
  changes: Partial<ProbeRequest> = {},
  context: Partial<ProbeContext> = {},
): Promise<Both & { graph: GraphWorld }> {
  const graph = await serveGraph({ certificate: certificates.good, ...options });
  const world = probeContext({ ...trusting, ...token(), ...context });
  return { ...(await observeBoth(requests(graph.server.port, changes), world)), graph };
}

describe('a mailbox of Exchange Online', () => {
  test('takes a message to itself, and is left as it was', async () => {
    const { incoming, outgoing, graph, evidence } = await look();
    expect(stepLines(incoming)).toEqual([
      'token ok',
      'name ok',
      'connect ok',
      'tls ok',
      'login ok',
      'inbox ok',
      'arrived ok',
      'removed ok',
    ]);
    expect(stepLines(outgoing)).toEqual([
      'token ok',
      'name ok',
      'connect ok',
      'tls ok',
      'login ok',
      'inbox ok',
      'queued ok',
    ]);
    expect(theStep(outgoing, 'queued')).toMatchObject({ reply: { code: '202' } });
    expect(reachedGoal(incoming) && reachedGoal(outgoing)).toBe(true);
    expect(graph.messages.map(({ id }) => id)).toEqual(['old']);
    expect(graph.sent).toHaveLength(1);
    expect(graph.sent[0]).toContain(`Message-ID: ${outgoing.messageId}`);
    expect(graph.sent[0]).toContain('Auto-Submitted: auto-generated');
    expect(incoming.account).toEqual({ enabled: true, guest: false, exchangePlan: true });
    expect(JSON.stringify(evidence)).not.toContain(graphToken.slice(0, 40));
  });

  test('is opened and not sent to at depth "login"; only looked up at "connect"', async () => {
    const login = await look({}, { depth: 'login' });
    expect(stepLines(login.outgoing).slice(4)).toEqual([
      'login ok',
      'inbox ok',
      'queued not-tried:not-asked',
    ]);
    expect(stepLines(login.incoming).slice(5)).toEqual([
      'inbox ok',
      'arrived not-tried:not-asked',
      'removed not-tried:not-asked',
    ]);
    expect(login.graph.server.asked.filter(({ method }) => method !== 'GET')).toEqual([]);

    const connect = await look({}, { depth: 'connect' });
    expect(stepLines(connect.incoming).slice(3)).toEqual([
      'login not-tried:not-asked',
      'inbox not-tried:not-asked',
      'arrived not-tried:not-asked',
      'removed not-tried:not-asked',
    ]);
    expect(reachedGoal(connect.outgoing)).toBe(false);
    expect(connect.graph.server.asked).toEqual([]);
  });

  test('whose account may not be seen works all the same, and nothing is said of the account', async () => {
    const { incoming, outgoing } = await look({ user: 403 });
    expect(reachedGoal(incoming) && reachedGoal(outgoing)).toBe(true);
    expect(incoming).not.toHaveProperty('account');
  });

  test('whose sign-in name is not its address is found by its addresses', async () => {
    const { incoming, outgoing, graph } = await look({ signInName: 'hanako@contoso.example' });
    expect(reachedGoal(incoming) && reachedGoal(outgoing)).toBe(true);
    expect(graph.server.asked.at(-1)?.path).toContain(`/users/${userId}/`);
  });

  test('that may be sent from and not read: the inbox is left out for sending', async () => {
    const claims = { roles: ['Mail.Send'] };
    const { outgoing } = await look({}, {}, token({ claims }));
    expect(stepLines(outgoing)).toContain('inbox not-tried:not-asked');
    expect(stepLines(outgoing)).toContain('queued ok');
  });

  test.each([
    ['user may send as it, and not open it', { scopes: ['Mail.Read', 'Mail.Send.Shared'] }, 'queued ok'],
    ['application may not', { roles: ['Mail.Read', 'Mail.Send'] }, 'queued not-tried:earlier-step-failed'],
  ])('whose inbox is closed: a %s', async (_name, claims, queued) => {
    const closed = graphError(403, 'ErrorAccessDenied', 'Access is denied.');
    const instead = (_asked: unknown, what: string) => (what === 'inbox' ? closed : undefined);
    const { outgoing } = await look({ instead }, {}, token({ claims }));
    expect(stepLines(outgoing)).toContain(queued);
  });

  test.each([
    ['blocked', { ...ordinaryUser, accountEnabled: false }, { enabled: false, exchangePlan: true }],
    ['without a plan', { ...ordinaryUser, assignedPlans: [] }, { enabled: true, exchangePlan: false }],
    [
      'with the plan that is no mailbox',
      {
        ...ordinaryUser,
        assignedPlans: [
          {
            service: 'exchange',
            capabilityStatus: 'Enabled',
            servicePlanId: '113feb6c-3fe4-4440-bddc-54d774bf0318',
          },
        ],
      },
      { exchangePlan: false },
    ],
    [
      'with a plan that was taken away',
      {
        ...ordinaryUser,
        assignedPlans: [{ service: 'exchange', capabilityStatus: 'Deleted', servicePlanId: 'x' }],
      },
      { exchangePlan: false },
    ],
    ['of a guest', { ...ordinaryUser, userType: 'Guest' }, { guest: true }],
  ])('an account %s is seen as it is', async (_name, user, account) => {
    const { incoming } = await look({ user }, { depth: 'login' });
    expect(incoming.account).toMatchObject(account);
  });
});

describe('our own message', () => {
  test('in the junk folder has arrived, and is said to lie there', async () => {
    const { incoming, graph } = await look({ deliverTo: 'junkemail' });
    expect(stepLines(incoming).slice(-2)).toEqual(['arrived ok', 'removed ok']);
    expect(incoming.arrivedAsJunk).toBe(true);
    expect(graph.messages.map(({ id }) => id)).toEqual(['old']);
  });

  test('that never comes is waited for, and the copy in Sent Items is not taken for it', async () => {
    const { incoming } = await look(
      { deliverTo: undefined },
      {},
      { ...probeContext({ shorter: { arrival: 700 } }), ...trusting, ...token() },
    );
    expect(theStep(incoming, 'arrived').outcome).toBe('timed-out');
    expect(incoming.messageLeft).toBe(true);
  });

  test('is the only one deleted, even where the service leaves the filter out', async () => {
    const { incoming, graph } = await look(
      {
        deliverTo: undefined,
        instead: (_asked, what) =>
          what === 'messages'
            ? json(200, { value: [{ id: 'old', internetMessageId: '<old@example.com>' }, { id: 7 }, null] })
            : undefined,
      },
      {},
      { ...probeContext({ shorter: { arrival: 400 } }), ...trusting, ...token() },
    );
    expect(theStep(incoming, 'arrived').outcome).toBe('timed-out');
    expect(graph.server.asked.some(({ method }) => method === 'DELETE')).toBe(false);
  });

  test('that was taken without an answer is looked for and deleted all the same', async () => {
    const { incoming, outgoing, graph } = await look(
      { silentAfterSending: true },
      {},
      { ...probeContext({ shorter: { reply: 500 } }), ...trusting, ...token() },
    );
    expect(theStep(outgoing, 'queued').outcome).toBe('timed-out');
    expect(stepLines(incoming).slice(-2)).toEqual(['arrived ok', 'removed ok']);
    expect(graph.messages.map(({ id }) => id)).toEqual(['old']);
  });

  test('stays where it may not be deleted', async () => {
    const { incoming } = await look({
      instead: (_asked, what) =>
        what === 'delete' ? graphError(403, 'ErrorAccessDenied', 'Access is denied.') : undefined,
    });
    expect(stepLines(incoming).slice(-2)).toEqual(['arrived ok', 'removed refused:403']);
    expect(incoming.messageLeft).toBe(true);
    expect(reachedGoal(incoming)).toBe(true);
  });

  test('is looked for again where a look was refused for now', async () => {
    let looks = 0;
    const { incoming } = await look({
      instead: (_asked, what) =>
        what === 'messages' && (looks += 1) === 1
          ? graphError(429, 'ApplicationThrottled', 'Slow down.', { 'retry-after': '1' })
          : undefined,
    });
    expect(stepLines(incoming).slice(-2)).toEqual(['arrived ok', 'removed ok']);
    expect(looks).toBeGreaterThan(1);
  });
});

test('whatever JSON a service sends, each step ends with an outcome and nothing is deleted', async () => {
  // One server for all: what it answers with is drawn anew for each session.
  let body = '';
  const graph = await serveGraph({
    certificate: certificates.good,
    instead: () => ({ status: 200, headers: { 'content-type': 'application/json' }, body }),
  });
  const world = { ...probeContext({ shorter: { arrival: 1 } }), ...trusting, ...token() };
  const named = fc.constantFrom(
    'id',
    'value',
    'internetMessageId',
    'assignedPlans',
    'accountEnabled',
    'error',
    '__proto__',
  );
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.json(),
        fc.dictionary(named, fc.jsonValue()).map((it) => JSON.stringify(it)),
      ),
      async (drawn) => {
        body = drawn;
        const { incoming, outgoing } = await observeBoth(requests(graph.server.port), world);
        for (const seen of [incoming, outgoing]) expect(theStep(seen, 'connect').outcome).toBe('ok');
      },
    ),
    { numRuns: 30 },
  );
  expect(graph.server.asked.some(({ method }) => method === 'DELETE')).toBe(false);
});

describe('refusals', () => {
  const html = (status: number, headers: Record<string, string> = {}): Answer => ({
    status,
    headers: { 'content-type': 'text/html', ...headers },
    body: '<!DOCTYPE html><html><head><title>Blocked by policy</title></head></html>',
  });
  const denied = graphError(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.');
  const noMailbox = graphError(
    404,
    'MailboxNotEnabledForRESTAPI',
    'The mailbox is either inactive, soft-deleted, or is hosted on-premise.',
  );
  const cases: [name: string, at: string, answer: Answer, step: string, problem: string, fault: string][] = [
    [
      '401',
      'user',
      graphError(401, 'InvalidAuthenticationToken', 'Invalid audience.', {
        'www-authenticate': 'Bearer realm=""',
      }),
      'login refused:401',
      'token-not-accepted',
      'credential',
    ],
    [
      '401 without a body',
      'user',
      { status: 401, headers: { 'www-authenticate': 'Bearer' } },
      'login refused:401',
      'token-not-accepted',
      'credential',
    ],
    ['403', 'inbox', denied, 'inbox refused:403', 'access-forbidden', 'policy'],
    [
      '404 of the mailbox',
      'inbox',
      noMailbox,
      'inbox refused:404',
      'mailbox-not-in-service',
      'configuration',
    ],
    [
      '404 of nothing in particular',
      'user',
      { status: 404 },
      'login refused:404',
      'service-not-found',
      'configuration',
    ],
    [
      '429',
      'inbox',
      graphError(429, 'ApplicationThrottled', 'Application is over its MailboxConcurrency limit.', {
        'retry-after': '120',
      }),
      'inbox refused:429',
      'throttled',
      'transient',
    ],
    [
      '503',
      'inbox',
      html(503, { 'retry-after': '120' }),
      'inbox refused:503',
      'service-unavailable',
      'transient',
    ],
    [
      '500',
      'user',
      graphError(500, 'InternalServerError', 'Oops'),
      'login refused:500',
      'service-unavailable',
      'transient',
    ],
    ['456', 'user', { status: 456 }, 'login refused:456', 'second-factor-wanted', 'policy'],
    ['a page with status 200', 'user', html(200), 'login malformed', 'web-page', 'network'],
    ['a page with status 403', 'inbox', html(403), 'inbox malformed', 'web-page', 'network'],
    [
      'a redirect',
      'user',
      { status: 302, headers: { location: 'https://evil.example/v1.0/' } },
      'login rejected:redirected-elsewhere',
      'redirected-elsewhere',
      'configuration',
    ],
    ['no JSON', 'inbox', { status: 200, body: 'fine' }, 'inbox malformed', 'unreadable', 'network'],
    ['other JSON', 'inbox', json(200, { id: 5 }), 'inbox malformed', 'unreadable', 'network'],
    [
      '400',
      'inbox',
      graphError(400, 'BadRequest', 'Invalid version: v9'),
      'inbox refused:400',
      'inbox-refused',
      'policy',
    ],
    ['a connection cut', 'inbox', 'reset', 'inbox closed', 'closed', 'network'],
  ];
  test.each(cases)('%s', async (_name, at, answer, step, problem, fault) => {
    const { incoming, outgoing, graph } = await look({
      instead: (_asked, what) => (what === at ? answer : undefined),
    });
    for (const seen of [incoming, outgoing]) {
      expect(stepLines(seen)).toContain(step);
      expect(problemOf(seen)?.problem).toBe(problem);
      expect(faultOf(seen)?.class).toBe(fault);
    }
    expect(graph.sent).toEqual([]);
    expect(stepLines(incoming).at(-1)).toBe('removed not-tried:earlier-step-failed');
  });

  test.each([
    ['429', { 'retry-after': '120' }],
    ['503', { 'retry-after': 'Fri, 02 Jan 2026 03:06:00 GMT', date: 'Fri, 02 Jan 2026 03:04:00 GMT' }],
  ])('%s says when to come again', async (status, headers) => {
    const { outgoing } = await look({
      instead: (_asked, what) =>
        what === 'sendMail' ? graphError(Number(status), 'Later', 'Later.', headers) : undefined,
    });
    expect(stepLines(outgoing)).toContain(`queued refused:${status}`);
    const wait = Date.parse(retryAfterOf(outgoing) ?? '') - Date.parse(outgoing.at);
    expect(wait).toBeGreaterThanOrEqual(120_000);
    expect(wait).toBeLessThan(130_000);
  });

  test('of the message alone: the mailbox is open, nothing waits for the message', async () => {
    const { incoming, outgoing } = await look({
      instead: (_asked, what) => (what === 'sendMail' ? denied : undefined),
    });
    expect(problemOf(outgoing)).toMatchObject({ problem: 'access-forbidden', step: { step: 'queued' } });
    expect(stepLines(incoming).slice(-3)).toEqual([
      'inbox ok',
      'arrived not-tried:other-direction-failed',
      'removed not-tried:other-direction-failed',
    ]);
  });

  test('the credential goes to the service alone, and not where it points', async () => {
    const other = await serveGraph({ certificate: certificates.good });
    const { graph } = await look({
      instead: () => ({
        status: 307,
        headers: { location: `https://localhost:${other.server.port}/v1.0/users` },
      }),
    });
    expect(graph.server.asked.length).toBeGreaterThan(0);
    expect(other.server.asked).toEqual([]);
  });

  test('a token with a line break never gets into a header', async () => {
    const { incoming, graph } = await look({}, {}, token({ value: 'abc\r\nX-Evil: 1' }));
    expect(stepLines(incoming)).toContain('login rejected:unsafe-characters');
    expect(graph.server.asked).toEqual([]);
  });

  test('without a token the service is not bothered', async () => {
    const { value: _, ...without } = await token({
      outcome: { outcome: 'refused', reply: { code: 'invalid_client', text: 'no' } },
    }).token({} as never);
    const { outgoing, graph } = await look({}, {}, { token: () => Promise.resolve(without) });
    expect(stepLines(outgoing)).toEqual([
      'token refused:invalid_client',
      'login not-tried:earlier-step-failed',
    ]);
    expect(graph.server.asked).toEqual([]);
  });
});
