// What a test's result does to a mailbox's record: the table of lifecycle.ts, held against every combination of it.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { approveChanges, testChanges, type TestResults } from '../../src/core/delivery/lifecycle.ts';
import { faultClasses, isPermanent } from '../../src/core/mail/fault-class.ts';
import { directions } from '../../src/core/mail/protocol.ts';
import type { LastTestDirection, Mailbox } from '../../src/core/records/mailbox.ts';
import { mailboxSchema } from '../../src/core/records/mailbox.ts';
import type { RecordChange } from '../../src/core/mailbox-report.ts';

const at = '2026-11-21T09:00:00.000Z';
const untested: Mailbox = {
  emailAddress: 'admin@example.com',
  incomingEmailDeliveryMethod: 'server-side-synchronization',
  outgoingEmailDeliveryMethod: 'server-side-synchronization',
  actDeliveryMethod: 'none',
  incomingEmailStatus: 'not-run',
  outgoingEmailStatus: 'not-run',
  actStatus: 'not-run',
};
const keys = {
  incoming: ['incomingEmailStatus', 'enabledForIncomingEmail', 'incomingEmailDeliveryMethod'],
  outgoing: ['outgoingEmailStatus', 'enabledForOutgoingEmail', 'outgoingEmailDeliveryMethod'],
} as const;

describe('approving', () => {
  test.each([undefined, 'empty', 'pending-approval', 'rejected'] as const)('%s becomes approved', (state) => {
    const mailbox: Mailbox = state === undefined ? {} : { emailRouterAccessApproval: state };
    expect(approveChanges(mailbox)).toEqual([
      { path: ['emailRouterAccessApproval'], from: state, to: 'approved' },
    ]);
  });

  test('what is approved already needs no change, and a second approval finds it so', () => {
    const [change] = approveChanges({}) as RecordChange[];
    expect(approveChanges(applied({}, change === undefined ? [] : [change]))).toBe('already');
  });
});

describe('one result', () => {
  test('success sets the status, switches the direction on and says when', () => {
    const sendsOnly: Mailbox = { ...untested, incomingEmailDeliveryMethod: 'none' };
    const after = applied(sendsOnly, testChanges(sendsOnly, { outgoing: { result: 'success' } }, at));
    expect(after).toEqual({
      ...sendsOnly,
      outgoingEmailStatus: 'success',
      enabledForOutgoingEmail: true,
      testMailboxAccessCompletedOn: at,
      lastTest: { at, source: 'test', outgoing: { result: 'success' } },
    });
  });

  test('a refused password sets Failure, switches the direction off and keeps the words of the server', () => {
    const failure: LastTestDirection = {
      result: 'failure',
      class: 'credential',
      step: 'login',
      reply: '535 5.7.8 Error: authentication failed',
    };
    const before: Mailbox = { ...untested, outgoingEmailStatus: 'success', enabledForOutgoingEmail: true };
    const after = applied(before, testChanges(before, { outgoing: failure }, at));
    expect(after.outgoingEmailStatus).toBe('failure');
    expect(after.enabledForOutgoingEmail).toBe(false);
    expect(after.lastTest?.outgoing).toEqual(failure);
  });

  test('"try again later" leaves status, flag and completion time alone, and is remembered', () => {
    const later: LastTestDirection = {
      result: 'failure',
      class: 'transient',
      retryAfter: '2026-11-21T09:05:00Z',
    };
    const before: Mailbox = {
      ...untested,
      outgoingEmailStatus: 'success',
      enabledForOutgoingEmail: true,
      testMailboxAccessCompletedOn: '2026-11-20T09:00:00Z',
    };
    expect(testChanges(before, { outgoing: later }, at)).toEqual([
      { path: ['lastTest'], from: undefined, to: { at, source: 'test', outgoing: later } },
    ]);
  });

  test('a failure on our own side changes nothing at all', () => {
    expect(testChanges(untested, { incoming: { result: 'failure', class: 'local' } }, at)).toEqual([]);
    expect(testChanges(untested, {}, at)).toEqual([]);
  });

  test('one direction that could not be looked at does not take the other along', () => {
    const earlier: LastTestDirection = { result: 'failure', class: 'policy' };
    const before: Mailbox = {
      ...untested,
      lastTest: { at: '2026-11-20T09:00:00Z', source: 'import', incoming: earlier },
    };
    const results: TestResults = {
      incoming: { result: 'failure', class: 'local' },
      outgoing: { result: 'success' },
    };
    const after = applied(before, testChanges(before, results, at));
    expect(after.lastTest).toEqual({
      at,
      source: 'test',
      incoming: { ...earlier, at: '2026-11-20T09:00:00Z' },
      outgoing: { result: 'success' },
    });
    // Nor was the test of the mailbox as a whole.
    expect(after.testMailboxAccessCompletedOn).toBeUndefined();
    expect(after.incomingEmailStatus).toBe('not-run');
  });

  test('directions whose method is None stay Not Run, whatever is reported of them', () => {
    const sendsOnly: Mailbox = {
      outgoingEmailDeliveryMethod: 'server-side-synchronization',
      incomingEmailDeliveryMethod: 'none',
      actDeliveryMethod: 'none',
    };
    const results: TestResults = { incoming: { result: 'success' }, outgoing: { result: 'success' } };
    const after = applied(sendsOnly, testChanges(sendsOnly, results, at));
    expect(after).toMatchObject({
      incomingEmailStatus: 'not-run',
      actStatus: 'not-run',
      outgoingEmailStatus: 'success',
    });
    expect(after.enabledForIncomingEmail).toBeUndefined();
    expect(after.lastTest?.incoming).toBeUndefined();
  });
});

describe('every combination', () => {
  const status = fc.option(fc.constantFrom('not-run' as const, 'success' as const, 'failure' as const), {
    nil: undefined,
  });
  const flag = fc.option(fc.boolean(), { nil: undefined });
  const method = fc.option(
    fc.constantFrom('none' as const, 'outlook' as const, 'server-side-synchronization' as const),
    { nil: undefined },
  );
  const result: fc.Arbitrary<LastTestDirection | undefined> = fc.oneof(
    fc.constant(undefined),
    fc.constant({ result: 'success' as const }),
    fc.constantFrom(...faultClasses).map((faultClass) => ({ result: 'failure' as const, class: faultClass })),
  );
  const mailboxes: fc.Arbitrary<Mailbox> = fc
    .record({
      incomingEmailDeliveryMethod: method,
      outgoingEmailDeliveryMethod: method,
      actDeliveryMethod: method,
      incomingEmailStatus: status,
      outgoingEmailStatus: status,
      actStatus: status,
      enabledForIncomingEmail: flag,
      enabledForOutgoingEmail: flag,
      lastTest: fc.option(
        fc.constant({
          at: '2026-11-20T09:00:00Z',
          source: 'manual' as const,
          incoming: { result: 'success' as const },
          outgoing: { result: 'failure' as const, class: 'policy' as const },
        }),
        { nil: undefined },
      ),
    })
    .map(
      (fields) =>
        Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Mailbox,
    );

  test('follows the table', () => {
    fc.assert(
      fc.property(mailboxes, result, result, (mailbox, incoming, outgoing) => {
        const results = { incoming, outgoing };
        const after = applied(mailbox, testChanges(mailbox, results, at));
        for (const direction of directions) {
          const [status, enabled, method] = keys[direction];
          const own = results[direction];
          const looked = mailbox[method] === 'server-side-synchronization' && own !== undefined;
          const permanent = own?.class !== undefined && isPermanent(own.class);
          if (looked && own.result === 'success') {
            expect([after[status], after[enabled]]).toEqual(['success', true]);
          } else if (looked && permanent) {
            expect([after[status], after[enabled]]).toEqual(['failure', false]);
          } else {
            expect(after[enabled]).toBe(mailbox[enabled]);
            if (mailbox[status] !== undefined) expect(after[status]).toBe(mailbox[status]);
          }
          const learnt = looked && own.class !== 'local';
          const before = mailbox.lastTest?.[direction];
          const isOlder = before !== undefined && after.lastTest?.at === at;
          const kept = isOlder ? { ...before, at: mailbox.lastTest?.at } : before;
          expect(after.lastTest?.[direction]).toEqual(learnt ? own : kept);
        }
        if (mailbox.actStatus !== undefined) expect(after.actStatus).toBe(mailbox.actStatus);
      }),
    );
  });

  test('yields a valid record, says where each value came from, and is at rest when applied twice', () => {
    fc.assert(
      fc.property(mailboxes, result, result, (mailbox, incoming, outgoing) => {
        const changes = testChanges(mailbox, { incoming, outgoing }, at);
        for (const { path, from, to } of changes) {
          expect(from).toEqual(mailbox[path[0] as keyof Mailbox]);
          expect(to).not.toEqual(from);
        }
        const after = applied(mailbox, changes);
        expect(mailboxSchema().safeParse(after).success).toBe(true);
        expect(testChanges(after, { incoming, outgoing }, at)).toEqual([]);
      }),
    );
  });
});

function applied(mailbox: Mailbox, changes: RecordChange[] | 'already'): Mailbox {
  if (changes === 'already') return mailbox;
  return { ...mailbox, ...Object.fromEntries(changes.map(({ path, to }) => [path[0], to])) };
}
