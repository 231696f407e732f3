// A message that the server has in full and does not answer may arrive (RFC 5321 §6.1): it is looked for and taken out all the same.

import { describe, expect, test } from 'vitest';
import type { ProbeRequest } from '../../src/core/delivery/probe-request.ts';
import { arrivalOf } from '../../src/core/mail/fault.ts';
import type { LocalProblem, Observation } from '../../src/core/mail/evidence.ts';
import { type ProbeContext, SecretProblem } from '../../src/io/probes/probe.ts';
import { observe } from '../../src/io/probes/run.ts';
import type { LineServer, Script } from '../line-server.ts';
import { probeContext, probeRequest, stepLines } from '../probe-world.ts';
import { clear, goodLogin, hello, serve } from '../smtp-servers.ts';

/** Takes the whole message, and then this. */
const sendingServer = (then: Script): Promise<LineServer> =>
  serve(
    clear(
      hello('AUTH PLAIN'),
      goodLogin,
      [/^MAIL FROM:/, '250 Ok'],
      [/^RCPT TO:/, '250 Ok'],
      [/^DATA$/, '354 Go on', ['message', ...then]],
    ),
  );

/** A maildrop in which lies what the other server took, if it does deliver it. */
const maildrop = (smtp: LineServer, delivers: boolean, deleted: string[] = []): Promise<LineServer> => {
  const own = (): string | undefined =>
    delivers ? /^Message-ID: .*$/im.exec(smtp.messages[0] ?? '')?.[0] : undefined;
  return serve([
    { send: '+OK ready' },
    {
      answer: [
        [/^CAPA$/, ['+OK', 'SASL PLAIN', '.']],
        [/^AUTH PLAIN /, '+OK'],
        [/^STAT$/, '+OK 0 0'],
        [/^UIDL$/, () => ['+OK', ...(own() === undefined ? [] : ['1 ours']), '.']],
        [/^TOP 1 0$/, () => ['+OK', own() ?? '', '', '.']],
        [/^DELE 1$/, (line) => (deleted.push(line), '+OK')],
        [/^QUIT$/, '+OK bye', ['close']],
      ],
    },
  ]);
};

const inClear = { tls: 'none', depth: 'send', allowClearTextCredentials: true } as const;
const outgoing = ({ port }: LineServer): ProbeRequest => probeRequest(port, inClear);
const incoming = ({ port }: LineServer): ProbeRequest =>
  probeRequest(port, { ...inClear, id: 'admin:incoming', direction: 'incoming', protocol: 'pop3' });

async function run(requests: ProbeRequest[], changes: Parameters<typeof probeContext>[0] = {}) {
  const context: ProbeContext = probeContext({ shorter: { reply: 400, arrival: 1_000 }, ...changes });
  const { observations } = await observe(requests, context, { concurrency: 4, perHost: 4 });
  const sessions = observations.filter((entry): entry is Observation => entry.kind === 'session');
  return {
    arrival: arrivalOf(sessions),
    sent: sessions.find(({ direction }) => direction === 'outgoing'),
    received: sessions.find(({ direction }) => direction === 'incoming'),
    local: observations.filter((entry): entry is LocalProblem => entry.kind === 'local'),
  };
}
const last = (seen: Observation | undefined, count: number): string[] =>
  seen === undefined ? [] : stepLines(seen).slice(-count);

describe('the server has the whole message and', () => {
  test.each<[string, Script, string]>([
    ['closes', ['close'], 'queued closed'],
    ['says nothing', ['silence'], 'queued timed-out'],
    ['says what is no reply', [{ send: 'what?' }, 'silence'], 'queued malformed'],
  ])('%s: it arrived, it is taken out, and the sending keeps its verdict', async (_, then, verdict) => {
    const deleted: string[] = [];
    const smtp = await sendingServer(then);
    const seen = await run([outgoing(smtp), incoming(await maildrop(smtp, true, deleted))]);
    expect(last(seen.sent, 1)).toEqual([verdict]);
    expect(last(seen.received, 2)).toEqual(['arrived ok', 'removed ok']);
    expect(deleted).toEqual(['DELE 1']);
    expect([seen.sent?.messageLeft, seen.received?.messageLeft]).toEqual([undefined, undefined]);
    expect(seen.arrival).toBe('arrived');
  });

  test('closes, and nothing comes: it may still arrive, and that is said', async () => {
    const smtp = await sendingServer(['close']);
    const seen = await run([outgoing(smtp), incoming(await maildrop(smtp, false))]);
    expect(last(seen.received, 2)).toEqual(['arrived timed-out', 'removed not-tried:earlier-step-failed']);
    expect(seen.received).toMatchObject({ messageLeft: true, messageInDoubt: true });
  });

  test('says no: nothing is on its way, and nobody waits', async () => {
    const smtp = await sendingServer([{ send: '554 5.7.1 No' }, 'close']);
    const seen = await run([outgoing(smtp), incoming(await maildrop(smtp, true))]);
    expect(last(seen.sent, 1)).toEqual(['queued refused:554']);
    expect(last(seen.received, 2)[0]).toBe('arrived not-tried:other-direction-failed');
    expect(seen.arrival).toBe('not-tried');
  });
});

describe('nobody can look for it', () => {
  test.each<[string, boolean]>([
    ['the incoming side is not asked for', false],
    ['the incoming side has no password', true],
  ])('%s: the sending side says that it may have arrived', async (_, both) => {
    const smtp = await sendingServer(['close']);
    const pop3 = await maildrop(smtp, true);
    const secret: ProbeContext['secret'] = (reference) =>
      'env' in reference && reference.env === 'NONE'
        ? Promise.reject(new SecretProblem('secret-missing', 'env NONE (not set)'))
        : probeContext().secret(reference);
    const none = { kind: 'password', user: 'admin', password: { env: 'NONE' } } as const;
    const seen = await run([outgoing(smtp), ...(both ? [{ ...incoming(pop3), credentials: none }] : [])], {
      secret,
    });
    expect(seen.sent).toMatchObject({ messageLeft: true, messageInDoubt: true });
    expect(seen.sent?.messageId).toMatch(/^<.+@.+>$/);
    expect(seen.arrival).toBe('unknown');
  });

  test('Ctrl-C comes meanwhile: both sides are told as far as they got', async () => {
    const smtp = await sendingServer(['silence']);
    const stop = new AbortController();
    const context = { signal: stop.signal, shorter: {} };
    const running = run([outgoing(smtp), incoming(await maildrop(smtp, true))], context);
    await expect.poll(() => smtp.messages).toHaveLength(1);
    stop.abort();
    const seen = await running;
    expect(seen.local).toEqual([]);
    expect(last(seen.sent, 1)).toEqual(['queued not-tried:interrupted']);
    expect(last(seen.received, 2)[0]).toBe('arrived not-tried:interrupted');
    expect(seen.sent?.messageId).toMatch(/^<.+@.+>$/);
    const { messageId } = seen.sent ?? {};
    expect(seen.received).toMatchObject({ messageLeft: true, messageInDoubt: true, messageId });
  });
});
