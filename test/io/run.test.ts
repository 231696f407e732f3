// The order of a run: limits, what waits for what, and that nothing that happens to one mailbox reaches another.

import { afterEach, describe, expect, test } from 'vitest';
import type { ProbeRequest } from '../../src/core/delivery/probe-request.ts';
import type { Evidence, Observation } from '../../src/core/mail/evidence.ts';
import type { StepName, StepResult } from '../../src/core/mail/step.ts';
import { rememberHosts } from '../../src/io/probes/hosts.ts';
import type { Openers } from '../../src/io/probes/openers.ts';
import { SecretProblem } from '../../src/io/probes/probe.ts';
import { observe } from '../../src/io/probes/run.ts';
import { startLineServer, type LineServer, type Script } from '../line-server.ts';
import { probeContext, probeRequest } from '../probe-world.ts';

const limits = { concurrency: 20, perHost: 10 };
const pauseFor = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

function request(
  mailbox: string,
  direction: 'incoming' | 'outgoing',
  more: Partial<ProbeRequest> = {},
): ProbeRequest {
  return probeRequest(1, {
    id: `${mailbox}:${direction}`,
    mailbox,
    direction,
    protocol: direction === 'incoming' ? 'pop3' : 'smtp',
    credentials: { kind: 'password', user: mailbox, password: { env: mailbox } },
    concurrencyKey: mailbox,
    ...more,
  });
}
function seen(of: ProbeRequest, login: Partial<StepResult> = {}, more: StepName[] = []): Observation {
  const { id, mailbox, direction, protocol, host, port, tls } = of;
  const steps = ['connect', 'login', ...more].map(
    (step) => ({ step, outcome: 'ok', milliseconds: 1, ...(step === 'login' ? login : {}) }) as StepResult,
  );
  return {
    kind: 'session',
    request: id,
    mailbox,
    direction,
    protocol,
    host,
    port,
    tls,
    at: '2026-01-02T03:04:05.000Z',
    milliseconds: 1,
    steps,
    transcript: [],
  };
}
const refused: Partial<StepResult> = {
  outcome: 'refused',
  reply: { code: '535', text: 'no' },
};

/** Probes that only keep count. */
function fakes(look: (of: ProbeRequest) => Promise<Observation>, events: string[] = []): Openers {
  return {
    async incoming(of, _context, takeSnapshot) {
      events.push(`${of.id} opens`);
      const observation = await look(of);
      events.push(`${of.id} closes`);
      return takeSnapshot
        ? { observation, snapshot: { protocol: 'pop3', uniqueIds: new Set() } }
        : { observation };
    },
    async outgoing(of, _context, ready) {
      events.push(`${of.id} opens`);
      await ready;
      events.push(`${of.id} sends`);
      return look(of);
    },
    arrival: ({ observation, sent }) => {
      events.push(`${observation.request} waits for ${sent?.request}`);
      return Promise.resolve(observation);
    },
  };
}
const logins = (evidence: Evidence): unknown[] =>
  evidence.observations.map((entry) =>
    entry.kind === 'local'
      ? entry.problem
      : entry.steps
          .filter(({ step }) => step === 'login')
          .map((step) => ('because' in step ? step.because : step.outcome))[0],
  );

describe('limits', () => {
  async function mostAtOnce(requests: ProbeRequest[], options = limits): Promise<Record<string, number>> {
    const open = new Map<string, number>();
    const most: Record<string, number> = {};
    const count = (key: string, by: number): void => {
      open.set(key, (open.get(key) ?? 0) + by);
      most[key] = Math.max(most[key] ?? 0, open.get(key) ?? 0);
    };
    const openers = fakes(async (of) => {
      for (const key of ['all', of.host, of.concurrencyKey]) count(key, 1);
      await pauseFor(5);
      for (const key of ['all', of.host, of.concurrencyKey]) count(key, -1);
      return seen(of);
    });
    const { observations } = await observe(requests, probeContext(), options, openers);
    expect(observations.map((entry) => entry.request)).toEqual(requests.map(({ id }) => id));
    return most;
  }

  test('in all, to one host, and for one key; the order of the answers is that of the requests', async () => {
    const many = Array.from({ length: 120 }, (_, index) =>
      request(`m${index}`, 'outgoing', {
        host: `host${index % 3}`,
        concurrencyKey: index % 2 === 0 ? 'shared' : `own${index}`,
        maxConcurrentConnections: 2,
      }),
    );
    const most = await mostAtOnce(many, { concurrency: 12, perHost: 5 });
    expect(most['all']).toBe(12);
    expect(Math.max(most['host0'] ?? 0, most['host1'] ?? 0, most['host2'] ?? 0)).toBe(5);
    expect(most['shared']).toBe(2);
  });

  test('a host that is stuck holds up nobody else', async () => {
    let freed: () => void = () => undefined;
    const stuck = new Promise<void>((resolve) => (freed = resolve));
    const requests = [
      ...Array.from({ length: 30 }, (_, index) => request(`slow${index}`, 'outgoing', { host: 'slow' })),
      ...Array.from({ length: 30 }, (_, index) => request(`quick${index}`, 'outgoing', { host: 'quick' })),
    ];
    const done: string[] = [];
    const openers = fakes(async (of) => {
      if (of.host === 'slow') await stuck;
      return seen(of);
    });
    const options = {
      ...limits,
      onDone: (entry: { request: string }) => {
        done.push(entry.request);
        if (done.length === 30) freed();
      },
    };
    await observe(requests, probeContext(), options, openers);
    expect(done.slice(0, 30).every((id) => id.startsWith('quick'))).toBe(true);
    expect(done).toHaveLength(60);
  });
});

describe('a message that is sent and waited for', () => {
  const send = { depth: 'send' } as const;

  test.each([20, 1])(
    'with %i connections: snapshot, sending, waiting, in this order',
    async (concurrency) => {
      const events: string[] = [];
      const openers = fakes(
        (of) => Promise.resolve(seen(of, {}, of.direction === 'outgoing' ? ['queued'] : [])),
        events,
      );
      const pair = [
        request('a', 'outgoing', send),
        request('a', 'incoming', { ...send, maxConcurrentConnections: 1 }),
      ];
      const onWait = ({ id }: ProbeRequest, seconds: number) => void events.push(`${id}: up to ${seconds} s`);
      await observe(pair, probeContext(), { concurrency, perHost: 10, onWait }, openers);
      const order = (event: string): number => events.indexOf(event);
      expect(order('a:incoming closes')).toBeLessThan(order('a:outgoing sends'));
      expect(order('a:outgoing sends')).toBeLessThan(order('a:incoming waits for a:outgoing'));
      expect(order('a:incoming waits for a:outgoing')).toBeGreaterThan(0);
      expect(events.filter((event) => event.includes('up to'))).toEqual(['a:incoming: up to 3 s']);
    },
  );

  test('the receiving side fails: the message is sent all the same, stays, and that is said', async () => {
    const events: string[] = [];
    const openers = fakes(
      (of) => Promise.resolve(of.direction === 'incoming' ? seen(of, refused) : seen(of, {}, ['queued'])),
      events,
    );
    const pair = [request('a', 'incoming', send), request('a', 'outgoing', send)];
    const onWait = ({ id }: ProbeRequest) => void events.push(`${id} waits`);
    const { observations } = await observe(pair, probeContext(), { ...limits, onWait }, openers);
    expect(events).toContain('a:outgoing sends');
    expect(observations[0]).toMatchObject({ messageLeft: true });
    expect(events.filter((event) => event.includes('waits'))).toEqual([]);
  });

  test('many at once, as many directions as connections: none waits for ever', async () => {
    const openers = fakes(async (of) => {
      await pauseFor(1);
      return seen(of, {}, of.direction === 'outgoing' ? ['queued'] : []);
    });
    const requests = Array.from({ length: 40 }, (_, index) => [
      request(`m${index}`, 'outgoing', { ...send, maxConcurrentConnections: 1, concurrencyKey: 'profile' }),
      request(`m${index}`, 'incoming', { ...send, maxConcurrentConnections: 1, concurrencyKey: 'profile' }),
    ]).flat();
    const { observations } = await observe(requests, probeContext(), { concurrency: 2, perHost: 2 }, openers);
    expect(observations).toHaveLength(80);
  });
});

describe('a refused password', () => {
  const shared = (mailbox: string, more: Partial<ProbeRequest> = {}): ProbeRequest =>
    request(mailbox, 'outgoing', {
      credentials: { kind: 'password', user: 'service', password: { env: 'SERVICE' } },
      ...more,
    });

  test('is not tried again with the same user on the same host, but elsewhere it is', async () => {
    const asked: string[] = [];
    const openers = fakes(async (of) => {
      asked.push(`${of.mailbox} ${of.depth}`);
      await pauseFor(5);
      return of.depth === 'connect'
        ? seen(of, { outcome: 'not-tried', because: 'not-asked' })
        : seen(of, refused);
    });
    const requests = [shared('a'), shared('b'), shared('c', { host: 'other' }), request('d', 'outgoing')];
    const evidence = await observe(requests, probeContext(), limits, openers);
    expect(logins(evidence)).toEqual(['refused', 'refused-before', 'refused', 'refused']);
    expect(asked).toContain('b connect');
  });

  test('an accepted one lets all that wait go at once; a temporary no is no refusal', async () => {
    for (const first of [
      {},
      { outcome: 'refused', reply: { code: '454', text: 'later' } } as Partial<StepResult>,
    ]) {
      let open = 0;
      let most = 0;
      const openers = fakes(async (of) => {
        most = Math.max(most, (open += 1));
        await pauseFor(10);
        open -= 1;
        return seen(of, of.mailbox === 'm0' ? first : {});
      });
      const requests = Array.from({ length: 9 }, (_, index) => shared(`m${index}`));
      const evidence = await observe(requests, probeContext(), limits, openers);
      expect(logins(evidence).slice(1)).toEqual(Array.from({ length: 8 }, () => 'ok'));
      expect(most).toBe(8);
    }
  });
});

describe('what goes wrong on our side', () => {
  test('a missing secret: nothing is dialled, the others go on, each reference is read once', async () => {
    const read: string[] = [];
    const context = probeContext({
      secret: (reference) => {
        const name = 'env' in reference ? reference.env : '';
        read.push(name);
        return name === 'b'
          ? Promise.reject(new SecretProblem('secret-missing', 'variable b'))
          : Promise.resolve('x');
      },
    });
    const dialled: string[] = [];
    const openers = fakes((of) => {
      dialled.push(of.id);
      return Promise.resolve(seen(of));
    });
    const requests = [
      request('a', 'incoming'),
      request('a', 'outgoing'),
      request('b', 'incoming'),
      request('b', 'outgoing'),
    ];
    const evidence = await observe(requests, context, limits, openers);
    expect(logins(evidence)).toEqual(['ok', 'ok', 'secret-missing', 'secret-missing']);
    expect(dialled).toEqual(['a:incoming', 'a:outgoing']);
    expect(read).toEqual(['a', 'b']);
  });

  test('a probe that throws is recorded as our mistake, without the secret in its words', async () => {
    const openers = fakes((of) =>
      of.mailbox === 'a'
        ? Promise.reject(new Error('cannot read "correct horse battery"'))
        : Promise.resolve(seen(of)),
    );
    const evidence = await observe(
      [request('a', 'outgoing'), request('b', 'outgoing')],
      probeContext(),
      limits,
      openers,
    );
    expect(evidence.observations[0]).toMatchObject({
      steps: [{ step: 'connect', outcome: 'failed', error: 'INTERNAL' }],
    });
    expect(JSON.stringify(evidence)).not.toContain('horse');
    expect(logins(evidence)[1]).toBe('ok');
  });

  test('Ctrl-C: what is finished stays, what is not is said to be interrupted, and the run ends', async () => {
    const stop = new AbortController();
    const openers = fakes(async (of) => {
      if (of.mailbox !== 'a') await new Promise(() => undefined);
      return seen(of);
    });
    const requests = [
      request('b', 'outgoing'),
      request('a', 'outgoing'),
      request('c', 'outgoing', { concurrencyKey: 'b', maxConcurrentConnections: 1 }),
    ];
    const options = { ...limits, onDone: () => stop.abort() };
    const evidence = await observe(requests, probeContext({ signal: stop.signal }), options, openers);
    expect(logins(evidence)).toEqual(['interrupted', 'ok', 'interrupted']);
  });

  test('one look-up a name and run, failures included', async () => {
    const asked: string[] = [];
    const hosts = rememberHosts((host) => {
      asked.push(host);
      return host === 'bad'
        ? Promise.reject(new Error('ENOTFOUND'))
        : Promise.resolve([{ address: '127.0.0.1', family: 4 }]);
    });
    await Promise.all([hosts.addresses('mx'), hosts.addresses('MX'), hosts.addresses('mx')]);
    await expect(hosts.addresses('bad')).rejects.toThrow('ENOTFOUND');
    await expect(hosts.addresses('bad')).rejects.toThrow('ENOTFOUND');
    expect(asked).toEqual(['mx', 'bad']);
  });
});

describe('with the real probes', () => {
  const servers: LineServer[] = [];
  afterEach(async () => {
    for (const server of servers.splice(0)) await server.close();
  });
  const serve = async (script: Script | ((connection: number) => Script)): Promise<LineServer> => {
    const server = await startLineServer(script);
    servers.push(server);
    return server;
  };

  test('a message goes out over SMTP and is found over POP3', async () => {
    const smtp = await serve([
      { send: '220 mx ESMTP' },
      {
        answer: [
          [/^EHLO /, ['250-mx', '250 AUTH PLAIN']],
          [/^AUTH PLAIN /, '235 2.7.0 ok'],
          [/^MAIL /, '250 ok'],
          [/^RCPT /, '250 ok'],
          [
            /^DATA$/,
            '354 go',
            ['message', { send: '250 2.0.0 queued as ABC' }, { answer: [[/^QUIT$/, '221 bye']] }],
          ],
        ],
      },
    ]);
    const delivered = (): string | undefined => /^Message-ID: (.*)\r$/im.exec(smtp.messages[0] ?? '')?.[1];
    const pop3 = await serve([
      { send: '+OK ready' },
      {
        answer: [
          [/^CAPA$/, ['+OK', 'SASL PLAIN', '.']],
          [/^AUTH PLAIN /, '+OK'],
          [/^STAT$/, '+OK 0 0'],
          [/^UIDL$/, () => (delivered() === undefined ? ['+OK', '.'] : ['+OK', '1 new', '.'])],
          [/^TOP 1 0$/, () => ['+OK', `Message-ID: ${delivered()}`, '', '.']],
          [/^DELE 1$/, '+OK'],
          [/^QUIT$/, '+OK', ['close']],
        ],
      },
    ]);
    const clear = { tls: 'none', depth: 'send', allowClearTextCredentials: true } as const;
    const { observations } = await observe(
      [
        request('a', 'incoming', { ...clear, port: pop3.port }),
        request('a', 'outgoing', { ...clear, port: smtp.port }),
      ],
      probeContext(),
      limits,
    );
    const [incoming, outgoing] = observations as Observation[];
    expect(outgoing).toMatchObject({ queueId: 'ABC', messageId: delivered() });
    expect(incoming?.steps.slice(-2)).toMatchObject([
      { step: 'arrived', outcome: 'ok' },
      { step: 'removed', outcome: 'ok' },
    ]);
    expect(pop3.surprises.concat(smtp.surprises)).toEqual([]);
  });
});
