// A server that takes few connections at once: the run lowers its own number and comes again, before it blames a mailbox.

import { describe, expect, test } from 'vitest';
import type { ProbeRequest } from '../../src/core/delivery/probe-request.ts';
import type { Observation } from '../../src/core/mail/evidence.ts';
import type { StepName, StepOutcome } from '../../src/core/mail/step.ts';
import { sessionThat } from '../../src/core/rules/session-example.ts';
import type { Openers } from '../../src/io/probes/openers.ts';
import { observe } from '../../src/io/probes/run.ts';
import { probeContext, probeRequest } from '../probe-world.ts';

const refusal = (code: string, text: string, enhanced?: string): StepOutcome => ({
  outcome: 'refused',
  reply: { code, text, ...(enhanced === undefined ? {} : { enhanced }) },
});
const tooMany = refusal('421', 'mx.example.com Error: too many connections from 192.0.2.1', '4.7.0');

/** A server that takes so many at once; the others are refused at a step. `asked`: how often each mailbox came. */
function server(takes: number, at: StepName, no: StepOutcome) {
  const asked = new Map<string, number>();
  const know = { open: 0, mostOpen: 0, asked };
  const look = async (of: ProbeRequest): Promise<Observation> => {
    asked.set(of.mailbox, (asked.get(of.mailbox) ?? 0) + 1);
    const isFull = know.open >= takes;
    if (!isFull) know.mostOpen = Math.max(know.mostOpen, (know.open += 1));
    await new Promise((resolve) => setTimeout(resolve, isFull ? 2 : 15));
    if (!isFull) know.open -= 1;
    const { id, mailbox, protocol } = of;
    const said = { milliseconds: 1, mark: '<' as const, encrypted: false, text: isFull ? 'no' : 'yes' };
    return sessionThat(isFull ? { [at]: no } : {}, {
      request: id,
      mailbox,
      protocol,
      transcript: [said],
    });
  };
  const openers: Openers = {
    incoming: async (of) => ({ observation: await look(of) }),
    outgoing: look,
    arrival: ({ observation }) => Promise.resolve(observation),
  };
  return { openers, know };
}

const requests = (count: number, changes: Partial<ProbeRequest> = {}): ProbeRequest[] =>
  Array.from({ length: count }, (_, index) =>
    probeRequest(1, { id: `m${index}:x`, mailbox: `m${index}`, concurrencyKey: `m${index}`, ...changes }),
  );
const limits = { concurrency: 20, perHost: 10 };

async function run(asked: ProbeRequest[], { openers }: ReturnType<typeof server>) {
  // Each mailbox has a password of its own: nobody waits for the other's login.
  const secret = (reference: object) => Promise.resolve(JSON.stringify(reference));
  const own = asked.map((each) => ({
    ...each,
    credentials: { kind: 'password' as const, user: each.mailbox, password: { env: each.mailbox } },
  }));
  const { observations } = await observe(own, probeContext({ secret }), limits, openers);
  return observations.filter((entry): entry is Observation => entry.kind === 'session');
}
const isGood = ({ steps }: Observation): boolean => steps.every(({ outcome }) => outcome === 'ok');

describe('refused beside other connections of this run', () => {
  test.each<[string, Partial<ProbeRequest>, StepName, StepOutcome]>([
    ['SMTP: 421 in known words', {}, 'greeting', tooMany],
    ['SMTP: 421 in any words', {}, 'greeting', refusal('421', 'mx.example.com Service not available')],
    [
      'IMAP: a greeting that is a farewell',
      { protocol: 'imap', direction: 'incoming' },
      'greeting',
      refusal('BYE', 'see you'),
    ],
    [
      'IMAP: the limit of a user, after the login',
      { protocol: 'imap', direction: 'incoming' },
      'login',
      refusal('NO', 'Maximum number of connections from user+IP exceeded', 'LIMIT'),
    ],
    [
      'POP3: in known words',
      { protocol: 'pop3', direction: 'incoming' },
      'greeting',
      refusal('-ERR', 'Too many connections'),
    ],
  ])('%s: comes again when fewer are open, and each mailbox passes', async (_, changes, at, no) => {
    const few = server(2, at, no);
    const seen = await run(requests(6, changes), few);
    expect(seen.map(isGood)).toEqual(Array.from({ length: 6 }, () => true));
    expect(few.know.mostOpen).toBe(2);
    // Bounded: six and the four that were refused, each once.
    expect([...few.know.asked.values()].reduce((sum, count) => sum + count)).toBe(10);
    const again = seen.filter(({ transcript }) => transcript.length > 1);
    expect(again).toHaveLength(4);
    expect(again[0]?.transcript.map(({ mark, text }) => `${mark} ${text}`)).toEqual([
      '< no',
      expect.stringMatching(/^\* refused for now beside 5 other connections of this run; coming again/),
      '< yes',
    ]);
  });

  test('a server that never takes more than others already have: three tries again, then it is told', async () => {
    const full = server(0, 'greeting', tooMany);
    const seen = await run(requests(2), full);
    // The last one is alone, and hears the server's own word; nobody came more than four times.
    expect(Math.max(...full.know.asked.values())).toBeLessThanOrEqual(4);
    expect(seen.map(isGood)).toEqual([false, false]);
  });

  test('one that is refused beside fewer and fewer: told after three tries again, with how many were open', async () => {
    const busy = server(20, 'greeting', tooMany);
    const { outgoing } = busy.openers;
    let tries = 0;
    busy.openers.outgoing = async (of, context, ready) => {
      const number = Number(of.mailbox.slice(1));
      if (number > 0) await new Promise((resolve) => setTimeout(resolve, number * 25));
      else tries += 1;
      const seen = await outgoing(of, context, ready);
      return number > 0 ? seen : { ...sessionThat({ greeting: tooMany }), request: of.id };
    };
    const [seen] = await run(requests(8), busy);
    expect(tries).toBe(4);
    expect(seen?.besideOthers).toBeGreaterThan(0);
  });

  test('ten at once and one place: never none, and all pass', async () => {
    const seen = await run(requests(14), server(1, 'greeting', tooMany));
    expect(seen.filter(isGood)).toHaveLength(14);
  });
});

describe('the server’s own word', () => {
  test('refused alone: once, and nothing is said of other connections', async () => {
    const full = server(0, 'greeting', tooMany);
    const [seen] = await run(requests(1), full);
    expect(full.know.asked.get('m0')).toBe(1);
    expect(seen?.besideOthers).toBeUndefined();
  });

  test.each<[string, StepName, StepOutcome]>([
    ['a wrong password', 'login', refusal('535', 'authentication failed', '5.7.8')],
    ['not now, after the login', 'sender', refusal('450', 'Greylisted', '4.2.0')],
    ['a no for good', 'greeting', refusal('554', 'no service from your address')],
  ])('%s is not tried again, whoever else is there', async (_, at, no) => {
    const few = server(2, at, no);
    await run(requests(6), few);
    expect([...few.know.asked.values()]).toEqual([1, 1, 1, 1, 1, 1]);
  });

  test('connections to another port of the host do not count', async () => {
    const full = server(0, 'greeting', tooMany);
    await run([...requests(1), ...requests(2, { port: 2 }).slice(1)], full);
    expect([...full.know.asked.values()]).toEqual([1, 1]);
  });
});
