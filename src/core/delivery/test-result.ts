// Knows what a direction's report amounts to as the result of a test: success, failure with its class, or nothing learnt. Pure.
// What a result does is in lifecycle.ts.

import { stepOf } from '../mail/evidence.ts';
import type { LastTestDirection } from '../records/mailbox.ts';
import type { DirectionReport, MailboxReport } from '../mailbox-report.ts';

/**
 * The login works, and no message was sent because nobody wanted one (--no-send). The platform's Success means more:
 * that the mailbox can send as its own address. So the record learns nothing of such a direction.
 */
export function isLoginOnly({ direction, verdict, observation }: DirectionReport): boolean {
  return (
    direction === 'outgoing' &&
    verdict === 'success' &&
    observation !== undefined &&
    stepOf(observation, 'queued')?.outcome !== 'ok'
  );
}

export function testResultOf(report: DirectionReport): LastTestDirection | undefined {
  const { verdict, observation, class: faultClass } = report;
  if (observation === undefined || verdict === 'unknown' || verdict === 'not-tested') return undefined;
  if (isLoginOnly(report)) return undefined;
  if (verdict === 'success') return { result: 'success' };
  return { result: 'failure', ...(faultClass === undefined ? {} : { class: faultClass }) };
}

/** A message was sent, and nobody can say that it came in: a mailbox that works, and no green of everything. */
export function isMessageMissed({ arrival }: Pick<MailboxReport, 'arrival'>): boolean {
  return arrival === 'not-arrived' || arrival === 'unknown';
}
