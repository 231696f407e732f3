// The probe of Exchange Web Services against a server on loopback: how it logs in, what is asked, sent, and taken out again.

import { describe, expect, test } from 'vitest';
import type { ProbeRequest } from '../../src/core/delivery/probe-request.ts';
import { reachedGoal } from '../../src/core/mail/fault.ts';
import { firstOf, textOf } from '../../src/core/mail/xml.ts';
import type { ProbeContext } from '../../src/io/probes/probe.ts';
import { readXml } from '../../src/io/xml.ts';
import {
  askedFor,
  exchangeToken,
  found,
  serveExchange,
  soapError,
  type ExchangeOptions,
  type ExchangeWorld,
} from '../exchange-service.ts';
import { password, probeContext, stepLines, theStep } from '../probe-world.ts';
import { certificates, trusting } from '../smtp-servers.ts';
import { bothRequests, observeBoth, tokenAnswered, withToken, type Both } from './both-directions.ts';

function requests(port: number, changes: Partial<ProbeRequest> = {}): ProbeRequest[] {
  return bothRequests(port, {
    protocol: 'ews',
    url: `https://localhost:${port}/EWS/Exchange.asmx`,
    httpSchemes: ['negotiate', 'ntlm', 'basic'],
    impersonate: true,
    ...changes,
  });
}

async function look(
  options: Partial<ExchangeOptions> = {},
  changes: Partial<ProbeRequest> = {},
  context: Partial<ProbeContext> = {},
): Promise<Both & { exchange: ExchangeWorld }> {
  const exchange = await serveExchange({ certificate: certificates.good, ...options });
  const world = probeContext({ ...trusting, ...context });
  const both = await observeBoth(requests(exchange.server.port, changes), world);
  expect(JSON.stringify(both.evidence)).not.toContain(password);
  return { ...both, exchange };
}

describe('a mailbox of an Exchange Server', () => {
  test('takes a message to itself, and is left as it was', async () => {
    const { incoming, outgoing, exchange } = await look();
    expect(stepLines(incoming)).toEqual([
      'name ok',
      'connect ok',
      'tls ok',
      'login ok',
      'inbox ok',
      'arrived ok',
      'removed ok',
    ]);
    expect(stepLines(outgoing)).toEqual([
      'name ok',
      'connect ok',
      'tls ok',
      'login ok',
      'inbox ok',
      'queued ok',
    ]);
    expect(reachedGoal(incoming) && reachedGoal(outgoing)).toBe(true);
    expect(exchange.messages.map(({ id }) => id)).toEqual(['old']);
    expect(exchange.sent).toHaveLength(1);
    expect(exchange.sent[0]).toContain(`Message-ID: ${outgoing.messageId}`);
    expect(exchange.sent[0]).toContain('Auto-Submitted: auto-generated');
  });

  test('is opened and not sent to at depth "login"; only looked up at "connect"', async () => {
    const login = await look({}, { depth: 'login' });
    expect(stepLines(login.outgoing).slice(3)).toEqual([
      'login ok',
      'inbox ok',
      'queued not-tried:not-asked',
    ]);
    expect(reachedGoal(login.outgoing)).toBe(true);
    expect(login.exchange.sent).toEqual([]);

    const connect = await look({}, { depth: 'connect' });
    expect(stepLines(connect.incoming).slice(3)).toEqual([
      'login not-tried:not-asked',
      'inbox not-tried:not-asked',
      'arrived not-tried:not-asked',
      'removed not-tried:not-asked',
    ]);
    expect(reachedGoal(connect.outgoing)).toBe(false);
    expect(connect.exchange.server.asked).toEqual([]);
  });

  test('is opened for its owner by impersonation, or by its address', async () => {
    const { exchange } = await look({}, { depth: 'login', address: 'hanako@example.com' });
    for (const { body, headers } of askedFor(exchange, 'GetFolder')) {
      expect(textOf(readXml(body)!, 'PrimarySmtpAddress')).toBe('hanako@example.com');
      expect(headers['x-anchormailbox']).toBe('hanako@example.com');
    }
    const without = await look({}, { impersonate: false });
    const [opened] = askedFor(without.exchange, 'GetFolder');
    expect(firstOf(readXml(opened!.body)!, 'ExchangeImpersonation')).toBeUndefined();
    const byAddress = askedFor(without.exchange, 'FindItem').map(({ body }) =>
      textOf(readXml(body)!, 'EmailAddress'),
    );
    expect(new Set(byAddress)).toEqual(new Set(['admin@example.com']));
  });
});

describe('login', () => {
  test.each([
    ['NTLM', { schemes: ['NTLM'] }, 'NTLM'],
    ['NTLM inside Negotiate', { schemes: ['Negotiate'] }, 'Negotiate'],
    ['NTLM rather than Negotiate where both are offered', { schemes: ['Negotiate', 'NTLM'] }, 'NTLM'],
    ['NTLM with the integrity code', { schemes: ['NTLM'], withTime: true }, 'NTLM'],
    [
      'NTLM bound to the certificate, as Extended Protection wants it',
      { schemes: ['NTLM'], withTime: true, extendedProtection: true },
      'NTLM',
    ],
    ['Basic', { schemes: ['Basic'] }, 'Basic'],
    ['NTLM before Basic', { schemes: ['Basic', 'NTLM'] }, 'NTLM'],
  ])('by %s', async (_name, options, used) => {
    const { incoming, outgoing, exchange } = await look(options);
    expect(reachedGoal(incoming) && reachedGoal(outgoing)).toBe(true);
    expect(incoming.mechanismUsed).toBe(used);
    expect(incoming.mechanisms).toEqual(options.schemes);
    expect(new Set(exchange.logins)).toEqual(new Set([used]));
  });

  test.each(['CONTOSO\\admin', 'admin@contoso.example'])('by NTLM as %s', async (user) => {
    const credentials = { kind: 'password' as const, user, password: { env: 'X' } };
    const { incoming } = await look({ user, withTime: true }, { credentials });
    expect(reachedGoal(incoming)).toBe(true);
  });

  test('by an access token', async () => {
    const { incoming, evidence } = await look(
      { schemes: ['Bearer'] },
      { httpSchemes: ['bearer'], credentials: withToken },
      tokenAnswered(exchangeToken),
    );
    expect(stepLines(incoming).slice(0, 2)).toEqual(['token ok', 'name ok']);
    expect(reachedGoal(incoming)).toBe(true);
    expect(JSON.stringify(evidence)).not.toContain(exchangeToken.slice(0, 40));
  });

  test('with a refused password is tried once in a run, for one mailbox of two directions', async () => {
    const { incoming, outgoing, exchange } = await look(
      { schemes: ['Basic'] },
      { httpSchemes: ['basic'] },
      { secret: () => Promise.resolve('wrong-horse-battery') },
    );
    expect(stepLines(incoming)).toContain('login refused:401');
    expect(stepLines(outgoing)).toContain('login not-tried:refused-before');
    expect(exchange.server.asked.filter(({ headers }) => headers.authorization !== undefined)).toHaveLength(
      1,
    );
  });

  test('with a wrong password over NTLM is refused', async () => {
    const { incoming } = await look({}, {}, { secret: () => Promise.resolve('wrong-horse-battery') });
    expect(theStep(incoming, 'login')).toMatchObject({ outcome: 'refused', reply: { code: '401' } });
  });

  test.each([
    [
      'offers what the profile does not use',
      ['Basic'],
      { httpSchemes: ['ntlm'] as const },
      'no-common-mechanism',
    ],
    ['offers nothing', [], {}, 'authentication-not-offered'],
    ['wants Kerberos', ['Negotiate'], { kerberos: true }, 'no-common-mechanism'],
  ])('a server that %s gets no credential', async (_name, schemes, changes, reason) => {
    const { kerberos, ...request } = changes as { kerberos?: boolean };
    const { incoming, exchange } = await look(
      {
        schemes,
        ...(kerberos === true
          ? { instead: () => ({ status: 401, headers: { 'www-authenticate': 'Negotiate' } }) }
          : {}),
      },
      request,
    );
    expect(theStep(incoming, 'login')).toMatchObject({ outcome: 'rejected', reason });
    const credentials = exchange.server.asked.flatMap(({ headers }) => headers.authorization ?? []);
    expect(credentials.every((one) => one.startsWith('Negotiate TlRMTVNTUAABAAAA'))).toBe(true);
  });

  test('a connection that ends in the middle of NTLM is no verdict on the password', async () => {
    const { incoming } = await look({
      schemes: ['NTLM'],
      instead: ({ headers }) =>
        headers.authorization?.startsWith('NTLM TlRMTVNTUAABAAAA') === true
          ? {
              status: 401,
              headers: {
                'www-authenticate':
                  'NTLM TlRMTVNTUAACAAAAAAAAADgAAAAFgoqiMzMzMzMzMzMAAAAAAAAAAAAAAAA4AAAABgOAJQAAAA8=',
                connection: 'close',
              },
              lastOfConnection: true,
            }
          : undefined,
    });
    expect(theStep(incoming, 'login').outcome).toBe('closed');
  });

  test('without TLS no credential crosses the wire, unless the record says so', async () => {
    const plain = { tls: 'none' as const, httpSchemes: ['basic'] as const };
    const world = async (allowClearTextCredentials: boolean) => {
      const exchange = await serveExchange({
        certificate: undefined as unknown as { key: string; cert: string },
        schemes: ['Basic'],
      });
      const { port } = exchange.server;
      const url = `http://localhost:${port}/EWS/Exchange.asmx`;
      const asked = requests(port, { ...plain, url, allowClearTextCredentials, depth: 'login' });
      const { incoming } = await observeBoth(asked, probeContext());
      return { exchange, incoming };
    };
    const forbidden = await world(false);
    expect(stepLines(forbidden.incoming)).toContain('login rejected:clear-text-forbidden');
    expect(forbidden.exchange.server.asked.some(({ headers }) => headers.authorization !== undefined)).toBe(
      false,
    );
    expect(stepLines((await world(true)).incoming)).toContain('login ok');
  });

  test.each([
    ['a line break', 'admin\r\nX-Other: 1', 'ntlm'],
    ['a colon, which ends the user of Basic', 'contoso:admin', 'basic'],
  ] as const)('%s in the user name goes nowhere', async (_name, user, scheme) => {
    const credentials = { kind: 'password' as const, user, password: { env: 'X' } };
    const { incoming, exchange } = await look(
      { schemes: ['NTLM', 'Basic'] },
      { credentials, httpSchemes: [scheme] },
    );
    expect(stepLines(incoming)).toContain('login rejected:unsafe-characters');
    expect(exchange.server.asked.some(({ headers }) => headers.authorization !== undefined)).toBe(false);
  });
});

describe('our own message', () => {
  test('in the junk folder has arrived, and is said to lie there', async () => {
    const { incoming, exchange } = await look({ deliverTo: 'junkemail' });
    expect(stepLines(incoming).slice(-2)).toEqual(['arrived ok', 'removed ok']);
    expect(incoming.arrivedAsJunk).toBe(true);
    expect(exchange.messages.map(({ id }) => id)).toEqual(['old']);
  });

  test('is the only one deleted, even where the server leaves the restriction out', async () => {
    const { incoming, exchange } = await look(
      {
        deliverTo: undefined,
        afterLogin: (_asked, what) =>
          what === 'FindItem' ? found([{ id: 'old', internetMessageId: '<old@example.com>' }]) : undefined,
      },
      {},
      { ...probeContext({ shorter: { arrival: 400 } }), ...trusting },
    );
    expect(theStep(incoming, 'arrived').outcome).toBe('timed-out');
    expect(askedFor(exchange, 'DeleteItem')).toEqual([]);
  });

  test('stays where it may not be deleted', async () => {
    const { incoming } = await look({
      afterLogin: (_asked, what) =>
        what === 'DeleteItem' ? soapError(what, 'ErrorAccessDenied', 'Access is denied.') : undefined,
    });
    expect(stepLines(incoming).slice(-2)).toEqual(['arrived ok', 'removed refused:200']);
    expect(incoming.messageLeft).toBe(true);
    expect(reachedGoal(incoming)).toBe(true);
  });

  test('is looked for again where the server was busy', async () => {
    let looks = 0;
    const { incoming } = await look({
      afterLogin: (_asked, what) =>
        what === 'FindItem' && (looks += 1) === 1
          ? soapError(what, 'ErrorServerBusy', 'The server cannot service this request right now.')
          : undefined,
    });
    expect(stepLines(incoming).slice(-2)).toEqual(['arrived ok', 'removed ok']);
    expect(looks).toBeGreaterThan(1);
  });
});
