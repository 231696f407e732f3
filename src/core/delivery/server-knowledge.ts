// Knows what is known of a mailbox's outgoing server: a session of this run, else what the record keeps of a test.
// May not call anything fine that was not looked at: without either there is no knowledge.

import type { Observation } from '../mail/evidence.ts';
import { faultOf, reachedGoal } from '../mail/fault.ts';
import { isPermanent } from '../mail/fault-class.ts';
import type { Mailbox } from '../records/mailbox.ts';
import type { Entry, Records } from '../records/records.ts';
import { testedAt } from './lifecycle.ts';
import { testOfAnother, type OtherTest } from './named-server.ts';

type ServerKnowledge = {
  source: 'live' | 'stored' | 'none';
  status: 'success' | 'failure' | 'not-run' | 'unknown';
  /** ISO 8601: when that was so. */
  at?: string;
  ageMilliseconds?: number;
  /** The stored test, of that time, was of another server or login than the records name: it counts for nothing. */
  other?: OtherTest;
};

export function serverKnowledge(
  mailbox: Entry<'mailboxes'>,
  records: Records,
  observations: readonly Observation[],
  now: Date,
): ServerKnowledge {
  return (
    live(mailbox.id, observations, now) ?? ofAnother(mailbox, records, now) ?? stored(mailbox.fields, now)
  );
}

/** A session that broke nothing and reached no goal (depth "connect", no credentials) tells nothing about the login. */
function live(mailbox: string, observations: readonly Observation[], now: Date): ServerKnowledge | undefined {
  const sessions = observations.filter(
    (observation) => observation.mailbox === mailbox && observation.direction === 'outgoing',
  );
  for (const session of sessions.toReversed()) {
    const fault = faultOf(session);
    const learnt = fault === undefined ? reachedGoal(session) : fault.class !== 'local';
    if (learnt)
      return {
        source: 'live',
        status: fault === undefined ? 'success' : 'failure',
        ...aged(session.at, now),
      };
  }
  return undefined;
}

function ofAnother(mailbox: Entry<'mailboxes'>, records: Records, now: Date): ServerKnowledge | undefined {
  const other = testOfAnother(mailbox, records, 'outgoing');
  if (other === undefined) return undefined;
  const { outgoingEmailStatus, lastTest } = mailbox.fields;
  const status = outgoingEmailStatus === 'not-run' ? 'not-run' : 'unknown';
  return { source: 'none', status, ...aged(testedAt(lastTest, 'outgoing'), now), other };
}

function stored(mailbox: Mailbox, now: Date): ServerKnowledge {
  const { outgoingEmailStatus: status, lastTest, testMailboxAccessCompletedOn } = mailbox;
  if (status === 'success' || status === 'failure') {
    const failedSince = testedAt(lastTest, 'outgoing');
    // A failure that may pass leaves the status alone, and the success before it is no knowledge any more (MC307 tells it).
    if (
      status === 'success' &&
      lastTest?.outgoing?.result === 'failure' &&
      later(failedSince, testMailboxAccessCompletedOn) === failedSince
    )
      return { source: 'none', status: 'unknown', ...aged(failedSince, now) };
    // Our own test of this direction, where it says the same, else the platform's time of its own.
    const own = lastTest?.outgoing?.result === status ? testedAt(lastTest, 'outgoing') : undefined;
    return { source: 'stored', status, ...aged(later(own, testMailboxAccessCompletedOn), now) };
  }
  if (status === undefined && lastTest?.outgoing !== undefined) {
    const { result, class: faultClass } = lastTest.outgoing;
    const time = aged(testedAt(lastTest, 'outgoing'), now);
    const isKnown = result === 'success' || (faultClass !== undefined && isPermanent(faultClass));
    return isKnown
      ? { source: 'stored', status: result, ...time }
      : { source: 'none', status: 'unknown', ...time };
  }
  return { source: 'none', status: status ?? 'unknown' };
}

function later(one: string | undefined, other: string | undefined): string | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return Date.parse(one) >= Date.parse(other) ? one : other;
}

/** A time in the future is shown, but has no age: a clock is wrong somewhere. */
function aged(at: string | undefined, now: Date): { at?: string; ageMilliseconds?: number } {
  if (at === undefined) return {};
  const age = now.getTime() - Date.parse(at);
  return age >= 0 ? { at, ageMilliseconds: age } : { at };
}
