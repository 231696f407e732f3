// Knows the life of a mailbox as a table: approve → test → enable, and what each result does to its record. Pure:
// yields changes, writes nothing. The platform's own ten tries before it gives up are explained elsewhere, not imitated.

import { isPermanent } from '../mail/fault-class.ts';
import type { Direction } from '../mail/protocol.ts';
import { directions } from '../mail/protocol.ts';
import type { LastTest, LastTestDirection, Mailbox } from '../records/mailbox.ts';
import type { PlatformAct, RecordChange } from '../mailbox-report.ts';

/** What a test showed of each direction that it looked at. Without a class a failure counts as one that may pass by itself. */
export type TestResults = { [D in Direction]?: LastTestDirection | undefined };

/**
 * Approving: Empty, Pending Approval and Rejected all become Approved; a rejected address may be approved after all,
 * and `from` of the change says that it was one.
 */
export function approveChanges(mailbox: Mailbox): RecordChange[] | 'already' {
  if (mailbox.emailRouterAccessApproval === 'approved') return 'already';
  return changes(mailbox, { emailRouterAccessApproval: 'approved' });
}

/** What a result means for the record; "nothing" also leaves the last test alone. */
type Conclusion = 'success' | 'permanent-failure' | 'passing-failure' | 'nothing';

function conclusionOf(result: LastTestDirection | undefined): Conclusion {
  if (result === undefined || result.class === 'local') return 'nothing';
  if (result.result === 'success') return 'success';
  return result.class !== undefined && isPermanent(result.class) ? 'permanent-failure' : 'passing-failure';
}

/** What the platform would do with the direction; nothing where nothing was learnt. */
export function platformActOn(result: LastTestDirection | undefined): PlatformAct | undefined {
  return acts[conclusionOf(result)];
}

const acts: Record<Conclusion, PlatformAct | undefined> = {
  success: 'enables',
  'permanent-failure': 'disables',
  'passing-failure': 'tries-again',
  nothing: undefined,
};

/** Status and enabled flag by conclusion; what the table does not name stays as it is. */
const outcomes = {
  success: { status: 'success', enabled: true },
  'permanent-failure': { status: 'failure', enabled: false },
  'passing-failure': undefined,
  nothing: undefined,
} as const;

/** The changes that a test of `at` makes, in the order of the record's keys; none where nothing was learnt. */
export function testChanges(mailbox: Mailbox, results: TestResults, at: string): RecordChange[] {
  const learnt = directions.filter(
    (direction) => isSynchronized(mailbox, direction) && conclusionOf(results[direction]) !== 'nothing',
  );
  if (learnt.length === 0) return [];

  const fields: Partial<Mailbox> = {};
  for (const direction of directions) {
    const side = sides[direction];
    const outcome = learnt.includes(direction) ? outcomes[conclusionOf(results[direction])] : undefined;
    if (outcome !== undefined) {
      fields[side.status] = outcome.status;
      fields[side.enabled] = outcome.enabled;
    } else if (mailbox[side.method] === 'none' && mailbox[side.status] === undefined) {
      // The platform does not test a direction whose method is None: Not Run is its rightful status.
      fields[side.status] = 'not-run';
    }
  }
  if (mailbox.actDeliveryMethod === 'none' && mailbox.actStatus === undefined) fields.actStatus = 'not-run';
  // "Mailbox Test Completed On" is for tests that came to an end; one that the server put off did not, nor one that
  // left a direction out.
  const completed =
    learnt.some((direction) => outcomes[conclusionOf(results[direction])] !== undefined) &&
    directions.every((direction) => learnt.includes(direction) || !isSynchronized(mailbox, direction));
  if (completed) fields.testMailboxAccessCompletedOn = at;
  fields.lastTest = lastTest(mailbox.lastTest, results, learnt, at);
  return changes(mailbox, fields);
}

/** A direction that was not looked at keeps what an earlier test said of it, and when. */
function lastTest(
  earlier: LastTest | undefined,
  results: TestResults,
  learnt: readonly Direction[],
  at: string,
): LastTest {
  const entry: LastTest = { at, source: 'test' };
  for (const direction of directions) {
    const before = earlier?.[direction];
    if (learnt.includes(direction)) entry[direction] = results[direction];
    else if (earlier !== undefined && before !== undefined)
      entry[direction] = { ...before, at: before.at ?? earlier.at };
  }
  return entry;
}

/** When a direction was last looked at; undefined where no test says anything of it. */
export function testedAt(test: LastTest | undefined, direction: Direction): string | undefined {
  const own = test?.[direction];
  return own === undefined ? undefined : (own.at ?? test?.at);
}

function isSynchronized(mailbox: Mailbox, direction: Direction): boolean {
  return mailbox[sides[direction].method] === 'server-side-synchronization';
}

const sides = {
  incoming: {
    method: 'incomingEmailDeliveryMethod',
    status: 'incomingEmailStatus',
    enabled: 'enabledForIncomingEmail',
  },
  outgoing: {
    method: 'outgoingEmailDeliveryMethod',
    status: 'outgoingEmailStatus',
    enabled: 'enabledForOutgoingEmail',
  },
} as const satisfies Record<Direction, Record<'method' | 'status' | 'enabled', keyof Mailbox>>;

/** Only what differs is a change. */
function changes(mailbox: Mailbox, fields: Partial<Mailbox>): RecordChange[] {
  return (Object.entries(fields) as [keyof Mailbox, unknown][])
    .filter(([key, value]) => JSON.stringify(mailbox[key]) !== JSON.stringify(value))
    .map(([key, to]) => ({ path: [key], from: mailbox[key], to }));
}
