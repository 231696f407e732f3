// What diagnose may take for known about the sending server: a session of this run, a stored test with its age, or nothing.

import { describe, expect, test } from 'vitest';
import { serverKnowledge } from '../../src/core/delivery/server-knowledge.ts';
import type { Mailbox } from '../../src/core/records/mailbox.ts';
import type { Entry } from '../../src/core/records/records.ts';
import { sessionThat } from '../../src/core/rules/session-example.ts';

const now = new Date('2026-11-21T10:00:00Z');
const day = 24 * 60 * 60 * 1_000;

function mailbox(fields: Mailbox): Entry<'mailboxes'> {
  return { kind: 'mailboxes', id: 'admin', fields, where: () => ({ table: 'mailbox', row: 'admin' }) };
}

describe('a session of this run', () => {
  const tested = mailbox({
    outgoingEmailStatus: 'success',
    testMailboxAccessCompletedOn: '2026-11-20T10:00:00Z',
  });
  const notAsked = { outcome: 'not-tried', because: 'not-asked' } as const;

  test('that logged in, and one that was refused, are newer than any stored test', () => {
    expect(serverKnowledge(tested, [sessionThat({})], now)).toEqual({
      source: 'live',
      status: 'success',
      at: '2026-11-21T09:00:00Z',
      ageMilliseconds: 60 * 60 * 1_000,
    });
    const refused = sessionThat({ login: { outcome: 'refused', reply: { code: '535', text: 'no' } } });
    expect(serverKnowledge(tested, [refused], now)).toMatchObject({ source: 'live', status: 'failure' });
  });

  test('that only connected tells nothing of the login: the stored test counts', () => {
    const connected = sessionThat({
      login: notAsked,
      sender: notAsked,
      recipient: notAsked,
      queued: notAsked,
    });
    expect(serverKnowledge(tested, [connected], now)).toMatchObject({ source: 'stored', status: 'success' });
    expect(serverKnowledge(mailbox({}), [connected], now)).toEqual({ source: 'none', status: 'unknown' });
  });

  test('of another mailbox, of the other direction, or broken on our side tells nothing', () => {
    const others = [
      sessionThat({}, { mailbox: 'support' }),
      sessionThat({}, { protocol: 'pop3' }),
      sessionThat({ connect: { outcome: 'failed', error: 'EACCES', message: 'EACCES' } }),
    ];
    expect(serverKnowledge(mailbox({}), others, now).source).toBe('none');
  });
});

describe('the record', () => {
  test.each<[string, Mailbox, object]>([
    [
      'success with its time',
      { outgoingEmailStatus: 'success', testMailboxAccessCompletedOn: '2026-11-20T10:00:00Z' },
      { source: 'stored', status: 'success', at: '2026-11-20T10:00:00Z', ageMilliseconds: day },
    ],
    ['success without a time', { outgoingEmailStatus: 'success' }, { source: 'stored', status: 'success' }],
    ['failure', { outgoingEmailStatus: 'failure' }, { source: 'stored', status: 'failure' }],
    ['not run', { outgoingEmailStatus: 'not-run' }, { source: 'none', status: 'not-run' }],
    ['nothing', {}, { source: 'none', status: 'unknown' }],
    [
      'our own, newer test',
      {
        outgoingEmailStatus: 'success',
        testMailboxAccessCompletedOn: '2026-11-01T10:00:00Z',
        lastTest: { at: '2026-11-19T10:00:00Z', source: 'test', outgoing: { result: 'success' } },
      },
      { source: 'stored', status: 'success', at: '2026-11-19T10:00:00Z', ageMilliseconds: 2 * day },
    ],
    [
      'a passing failure since does not renew the success',
      {
        outgoingEmailStatus: 'success',
        testMailboxAccessCompletedOn: '2026-11-01T10:00:00Z',
        lastTest: {
          at: '2026-11-19T10:00:00Z',
          source: 'test',
          outgoing: { result: 'failure', class: 'network' },
        },
      },
      { source: 'stored', status: 'success', at: '2026-11-01T10:00:00Z', ageMilliseconds: 20 * day },
    ],
    [
      'a passing failure alone is no knowledge',
      {
        lastTest: {
          at: '2026-11-19T10:00:00Z',
          source: 'test',
          outgoing: { result: 'failure', class: 'network' },
        },
      },
      { source: 'none', status: 'unknown' },
    ],
    [
      'a permanent one is',
      {
        lastTest: {
          at: '2026-11-20T10:00:00Z',
          source: 'test',
          outgoing: { result: 'failure', class: 'credential' },
        },
      },
      { source: 'stored', status: 'failure', at: '2026-11-20T10:00:00Z', ageMilliseconds: day },
    ],
    [
      'a time in the future has no age',
      { outgoingEmailStatus: 'success', testMailboxAccessCompletedOn: '2027-01-01T00:00:00Z' },
      { source: 'stored', status: 'success', at: '2027-01-01T00:00:00Z' },
    ],
  ])('%s', (_, fields, expected) => {
    expect(serverKnowledge(mailbox(fields), [], now)).toEqual(expected);
  });
});
