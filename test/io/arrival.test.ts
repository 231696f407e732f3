// Waiting for our own message: only that one is ever read by name, deleted, or missed.

import { afterEach, describe, expect, test } from 'vitest';
import type { ProbeRequest } from '../../src/core/delivery/probe-request.ts';
import type { Observation } from '../../src/core/mail/evidence.ts';
import type { StepResult } from '../../src/core/mail/step.ts';
import { waitForOwnMessage, type Snapshot } from '../../src/io/probes/arrival.ts';
import type { ProbeContext } from '../../src/io/probes/probe.ts';
import { startLineServer, type Answer, type LineServer, type Script } from '../line-server.ts';
import { probeContext, probeRequest, theStep } from '../probe-world.ts';
import { authenticate, capability, examine, greetingLine, logout, namespace, tagged } from './imap-script.ts';

const messageId = '<ours@example.com>';
const servers: LineServer[] = [];
async function serve(script: (connection: number) => Script): Promise<LineServer> {
  const server = await startLineServer(script);
  servers.push(server);
  return server;
}
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

const request = (server: LineServer, protocol: 'pop3' | 'imap'): ProbeRequest =>
  probeRequest(server.port, {
    direction: 'incoming',
    protocol,
    tls: 'none',
    depth: 'send',
    allowClearTextCredentials: true,
  });
const step = (name: StepResult['step']): StepResult => ({ step: name, outcome: 'ok', milliseconds: 1 });
const session = (direction: 'incoming' | 'outgoing', steps: StepResult[]): Observation => ({
  kind: 'session',
  request: `admin:${direction}`,
  mailbox: 'admin',
  direction,
  protocol: direction === 'incoming' ? 'pop3' : 'smtp',
  host: 'localhost',
  port: 1,
  tls: 'none',
  at: '2026-01-02T03:04:05.000Z',
  milliseconds: 10,
  steps,
  transcript: [],
});
const queued: Observation = { ...session('outgoing', [step('queued')]), messageId };

function wait(
  server: LineServer,
  snapshot: Exclude<Snapshot, { protocol: 'graph' | 'ews' }> | undefined,
  {
    sent = queued,
    context = probeContext(),
  }: { sent?: Observation | undefined; context?: ProbeContext } = {},
): Promise<Observation> {
  return waitForOwnMessage({
    request: request(server, snapshot?.protocol ?? 'pop3'),
    context,
    observation: session('incoming', [step('login'), step('inbox')]),
    snapshot,
    sent,
    takePlace: () => Promise.resolve(() => undefined),
  });
}

describe('POP3', () => {
  const snapshot: Exclude<Snapshot, { protocol: 'graph' | 'ews' }> = {
    protocol: 'pop3',
    uniqueIds: new Set(['old1', 'old2']),
  };
  const headers: Record<string, string> = {
    own: messageId,
    other: '<ours@example.com.evil>',
    third: '<x@y>',
  };
  const maildrop = (ids: readonly string[], ...more: Answer[]): Script => [
    { send: '+OK ready' },
    {
      answer: [
        // The first answer that fits counts.
        ...more,
        [/^CAPA$/, ['+OK', 'SASL PLAIN', '.']],
        [/^AUTH PLAIN /, '+OK'],
        [/^STAT$/, `+OK ${ids.length} 100`],
        [/^UIDL$/, ['+OK', ...ids.map((id, index) => `${index + 1} ${id}`), '.']],
        [
          /^TOP \d+ 0$/,
          (line) => {
            const id = ids[Number(line.split(' ')[1]) - 1] ?? '';
            return ['+OK', 'Subject: hello', `Message-ID: ${headers[id] ?? '<z@z>'}`, '', '.'];
          },
        ],
        [/^DELE \d+$/, '+OK'],
        [/^QUIT$/, '+OK bye', ['close']],
      ],
    },
  ];
  const said = (server: LineServer, word: string): string[] =>
    server.received.flat().filter((line) => line.startsWith(word));

  test('seen on the second look and taken out; other messages are neither read twice nor deleted', async () => {
    const server = await serve((connection) =>
      maildrop(connection === 0 ? ['old1', 'other', 'old2'] : ['old1', 'other', 'third', 'own', 'old2']),
    );
    const seen = await wait(server, snapshot);
    expect(theStep(seen, 'arrived').outcome).toBe('ok');
    expect(theStep(seen, 'removed')).toMatchObject({ outcome: 'ok', reply: { code: '+OK', text: 'bye' } });
    expect(seen.messageLeft).toBeUndefined();
    expect(said(server, 'TOP')).toEqual(['TOP 2 0', 'TOP 3 0', 'TOP 4 0']);
    expect(said(server, 'DELE')).toEqual(['DELE 4']);
  });

  test('QUIT says that the message was not removed', async () => {
    const server = await serve(() =>
      maildrop(['own'], [/^QUIT$/, '-ERR [SYS/TEMP] some were not removed', ['close']]),
    );
    const seen = await wait(server, snapshot);
    expect(theStep(seen, 'removed')).toMatchObject({ outcome: 'refused', reply: { enhanced: 'SYS/TEMP' } });
    expect(seen.messageLeft).toBe(true);
  });

  test('no more than fifty messages are looked at', async () => {
    const many = Array.from({ length: 80 }, (_, index) => `new${index}`);
    const server = await serve(() => maildrop(many));
    const seen = await wait(server, snapshot, { context: probeContext({ shorter: { arrival: 900 } }) });
    expect(theStep(seen, 'arrived').outcome).toBe('timed-out');
    expect(said(server, 'TOP')).toHaveLength(50);
    expect(said(server, 'DELE')).toEqual([]);
  });

  test('without TOP our message cannot be told from others, and stays', async () => {
    const server = await serve(() => maildrop(['own'], [/^TOP /, '-ERR what?'], [/^LIST 1$/, '+OK 1 100']));
    const seen = await wait(server, snapshot);
    expect(theStep(seen, 'arrived')).toMatchObject({ outcome: 'rejected', reason: 'message-not-unique' });
    expect(seen.messageLeft).toBe(true);
    expect(said(server, 'DELE')).toEqual([]);
  });

  test('a new message that vanishes unread: another reader empties the mailbox', async () => {
    const gone: Answer[] = [
      [/^TOP /, '-ERR no such message'],
      [/^LIST 1$/, '-ERR no such message'],
    ];
    const server = await serve((connection) =>
      connection === 0 ? maildrop(['own'], ...gone) : maildrop([]),
    );
    const seen = await wait(server, snapshot, { context: probeContext({ shorter: { arrival: 1_200 } }) });
    expect(theStep(seen, 'arrived')).toMatchObject({
      outcome: 'rejected',
      reason: 'taken-by-another-reader',
    });
  });

  test('a locked maildrop is looked into again, a refused password is not tried again', async () => {
    const locked = await serve((connection) =>
      maildrop(['own'], ...(connection === 0 ? [[/^AUTH PLAIN /, '-ERR [IN-USE] locked'] as Answer] : [])),
    );
    expect(theStep(await wait(locked, snapshot), 'arrived').outcome).toBe('ok');
    expect(said(locked, 'AUTH')).toHaveLength(2);
    const refusing = await serve(() => maildrop(['own'], [/^AUTH PLAIN /, '-ERR [AUTH] no']));
    const seen = await wait(refusing, snapshot);
    expect(theStep(seen, 'arrived')).toMatchObject({ outcome: 'refused', reply: { enhanced: 'AUTH' } });
    expect(said(refusing, 'AUTH')).toHaveLength(1);
  });

  test('nothing was queued: there is nothing to wait for', async () => {
    const server = await serve(() => maildrop([]));
    const sent = session('outgoing', [step('login')]);
    const seen = await wait(server, snapshot, { sent });
    expect(theStep(seen, 'arrived')).toMatchObject({
      outcome: 'not-tried',
      because: 'other-direction-failed',
    });
    expect(server.received).toEqual([]);
  });

  test('without UIDL there was no snapshot; the message stays and that is said', async () => {
    const server = await serve(() => maildrop([]));
    const none: Snapshot = {
      protocol: 'pop3',
      outcome: { outcome: 'rejected', reason: 'message-not-unique' },
    };
    const seen = await wait(server, none);
    expect(theStep(seen, 'arrived')).toMatchObject({ outcome: 'rejected', reason: 'message-not-unique' });
    expect(seen.messageLeft).toBe(true);
    expect(server.received).toEqual([]);
  });

  test('Ctrl-C while waiting', async () => {
    const server = await serve(() => maildrop([]));
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 400);
    const context = probeContext({ signal: stop.signal, shorter: { arrival: 60_000 } });
    const seen = await wait(server, snapshot, { context });
    expect(theStep(seen, 'arrived')).toMatchObject({ outcome: 'not-tried', because: 'interrupted' });
  });
});

describe('IMAP', () => {
  const snapshot: Exclude<Snapshot, { protocol: 'graph' | 'ews' }> = {
    protocol: 'imap',
    uidNext: 5,
    uidValidity: '7',
  };
  const inbox = (capabilities: string, ...answers: Answer[]): Script => [
    { send: greetingLine },
    {
      answer: [
        authenticate(
          () => 'OK in',
          capability(...capabilities.split(' ')),
          namespace,
          ...answers,
          tagged(
            /SELECT INBOX$/,
            'OK [READ-WRITE] in',
            '* 5 EXISTS',
            '* OK [UIDVALIDITY 7] ok',
            '* OK [UIDNEXT 6] next',
          ),
          tagged(/UID STORE 5 \+FLAGS /, 'OK', '* 5 FETCH (UID 5 FLAGS (\\Deleted))'),
          tagged(/UID EXPUNGE 5$/, 'OK gone', '* 5 EXPUNGE'),
        ),
        logout,
      ],
    },
  ];
  const found = tagged(/UID SEARCH .*HEADER/, 'OK', '* SEARCH 4 5');
  const fetched = (id: string): Answer =>
    tagged(
      /UID FETCH 5 .*BODY\.PEEK\[HEADER\.FIELDS/,
      'OK',
      `* 5 FETCH (UID 5 BODY[HEADER.FIELDS (MESSAGE-ID)] {${id.length + 16}}`,
      `Message-ID: ${id}`,
      '',
      ')',
    );
  const said = (server: LineServer, word: string): string[] =>
    server.received.flat().filter((line) => line.includes(word));

  test('found by its Message-ID and removed by its own UID', async () => {
    const server = await serve(() => inbox('NAMESPACE UIDPLUS', examine(6), found, fetched(messageId)));
    const seen = await wait(server, snapshot);
    expect(server.surprises).toEqual([]);
    expect(theStep(seen, 'arrived').outcome).toBe('ok');
    expect(theStep(seen, 'removed')).toMatchObject({ outcome: 'ok', reply: { text: 'gone' } });
    expect(seen.messageLeft).toBeUndefined();
    // UID 4 was there before: "5:*" names the newest message even where it is older (RFC 3501 §6.4.8).
    expect(said(server, 'UID FETCH 4')).toEqual([]);
  });

  test('without UIDPLUS nothing is changed, and the message stays', async () => {
    const server = await serve(() => inbox('NAMESPACE', examine(6), found, fetched(messageId)));
    const seen = await wait(server, snapshot);
    expect(theStep(seen, 'removed')).toMatchObject({ outcome: 'rejected', reason: 'not-removable' });
    expect(seen.messageLeft).toBe(true);
    for (const word of ['SELECT', 'STORE', 'EXPUNGE']) expect(said(server, word)).toEqual([]);
  });

  test('a message whose id only contains ours is somebody else’s', async () => {
    const other = fetched('<not-ours@example.com>');
    const server = await serve(() => inbox('NAMESPACE UIDPLUS', examine(6), found, other));
    const seen = await wait(server, snapshot, { context: probeContext({ shorter: { arrival: 700 } }) });
    expect(theStep(seen, 'arrived').outcome).toBe('timed-out');
    expect(said(server, 'STORE')).toEqual([]);
  });

  test('a number was given out and nothing stands under it: another reader', async () => {
    const nothing = tagged(/UID SEARCH /, 'OK', '* SEARCH');
    const server = await serve(() => inbox('NAMESPACE UIDPLUS', examine(6), nothing));
    const seen = await wait(server, snapshot, { context: probeContext({ shorter: { arrival: 700 } }) });
    expect(theStep(seen, 'arrived')).toMatchObject({
      outcome: 'rejected',
      reason: 'taken-by-another-reader',
    });
  });
});
