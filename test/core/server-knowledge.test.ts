// What diagnose may take for known about the sending server: a session of this run, a stored test with its age, or nothing.

import { describe, expect, test } from 'vitest';
import { serverKnowledge } from '../../src/core/delivery/server-knowledge.ts';
import type { Mailbox } from '../../src/core/records/mailbox.ts';
import type { Entry } from '../../src/core/records/records.ts';
import { sessionThat } from '../../src/core/rules/session-example.ts';
import { recordsWith } from './records-of.ts';

const now = new Date('2026-11-21T10:00:00Z');
const day = 24 * 60 * 60 * 1_000;

/** Its profile names smtp.example.com, and the port is 587 by default. */
const records = recordsWith();

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
    expect(serverKnowledge(tested, records, [sessionThat({})], now)).toEqual({
      source: 'live',
      status: 'success',
      at: '2026-11-21T09:00:00Z',
      ageMilliseconds: 60 * 60 * 1_000,
    });
    const refused = sessionThat({ login: { outcome: 'refused', reply: { code: '535', text: 'no' } } });
    expect(serverKnowledge(tested, records, [refused], now)).toMatchObject({
      source: 'live',
      status: 'failure',
    });
  });

  test('that only connected tells nothing of the login: the stored test counts', () => {
    const connected = sessionThat({
      login: notAsked,
      sender: notAsked,
      recipient: notAsked,
      queued: notAsked,
    });
    expect(serverKnowledge(tested, records, [connected], now)).toMatchObject({
      source: 'stored',
      status: 'success',
    });
    expect(serverKnowledge(mailbox({}), records, [connected], now)).toEqual({
      source: 'none',
      status: 'unknown',
    });
  });

  test('of another mailbox, of the other direction, or broken on our side tells nothing', () => {
    const others = [
      sessionThat({}, { mailbox: 'support' }),
      sessionThat({}, { protocol: 'pop3' }),
      sessionThat({ connect: { outcome: 'failed', error: 'EACCES', message: 'EACCES' } }),
    ];
    expect(serverKnowledge(mailbox({}), records, others, now).source).toBe('none');
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
      'a passing failure since: the success before it is no knowledge any more',
      {
        outgoingEmailStatus: 'success',
        testMailboxAccessCompletedOn: '2026-11-01T10:00:00Z',
        lastTest: {
          at: '2026-11-19T10:00:00Z',
          source: 'test',
          outgoing: { result: 'failure', class: 'network' },
        },
      },
      { source: 'none', status: 'unknown', at: '2026-11-19T10:00:00Z', ageMilliseconds: 2 * day },
    ],
    [
      'a success of the platform after a passing failure counts',
      {
        outgoingEmailStatus: 'success',
        testMailboxAccessCompletedOn: '2026-11-20T10:00:00Z',
        lastTest: {
          at: '2026-11-19T10:00:00Z',
          source: 'test',
          outgoing: { result: 'failure', class: 'network' },
        },
      },
      { source: 'stored', status: 'success', at: '2026-11-20T10:00:00Z', ageMilliseconds: day },
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
      { source: 'none', status: 'unknown', at: '2026-11-19T10:00:00Z', ageMilliseconds: 2 * day },
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
    expect(serverKnowledge(mailbox(fields), records, [], now)).toEqual(expected);
  });
});

describe('a stored test of another server or login', () => {
  const at = '2026-11-20T10:00:00Z';
  function testOf(named: { server?: string; user?: string }, fields: Mailbox = {}): Entry<'mailboxes'> {
    return mailbox({
      profile: 'contoso',
      emailAddress: 'admin@example.com',
      outgoingEmailDeliveryMethod: 'server-side-synchronization',
      outgoingEmailStatus: 'success',
      testMailboxAccessCompletedOn: at,
      lastTest: { at, source: 'test', outgoing: { result: 'success', ...named } },
      ...fields,
    });
  }
  const same = { server: 'smtp.example.com:587', user: 'admin@example.com' };
  const stored = { source: 'stored', status: 'success', at, ageMilliseconds: day };

  test('says nothing of the one that the records name now; when and of which it was stays known', () => {
    expect(serverKnowledge(testOf({ ...same, server: 'smtp.example.org:587' }), records, [], now)).toEqual({
      source: 'none',
      status: 'unknown',
      at,
      ageMilliseconds: day,
      other: { of: 'server', name: 'smtp.example.org:587', now: 'smtp.example.com:587' },
    });
    expect(serverKnowledge(testOf(same, { userName: 'hanako' }), records, [], now)).toMatchObject({
      source: 'none',
      other: { of: 'user', name: 'admin@example.com', now: 'hanako' },
    });
  });

  test.each<[string, Entry<'mailboxes'>]>([
    ['of the same counts', testOf(same)],
    ['that names neither (an older record, the platform) counts', testOf({})],
    [
      'counts no more than a later one of the platform, which names none',
      testOf(
        { server: 'smtp.example.org:587' },
        {
          lastTest: {
            at: '2026-11-19T10:00:00Z',
            source: 'test',
            outgoing: { result: 'success', server: 'smtp.example.org:587' },
          },
        },
      ),
    ],
  ])('one %s', (_, entry) => {
    expect(serverKnowledge(entry, records, [], now)).toEqual(stored);
  });

  test('is no matter where a session of this run knows better', () => {
    const moved = testOf({ server: 'smtp.example.org:587' });
    expect(serverKnowledge(moved, records, [sessionThat({})], now)).toMatchObject({
      source: 'live',
      status: 'success',
    });
  });
});
