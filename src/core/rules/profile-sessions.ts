// Knows the sessions of one server profile in a run: which of them ended in the same way for a reason that lies in the
// profile, and which of those are said once, on the profile. Pure; makes no finding.

import type { Direction } from '../mail/protocol.ts';
import { problemOf } from '../mail/session-problem.ts';
import { gather } from '../records/look-up.ts';
import { effectiveProfile } from '../records/profile-defaults.ts';
import type { Entry } from '../records/records.ts';
import type { DirectionReport, MailboxReport } from '../mailbox-report.ts';
import { profileMatterOf, type ProfileMatter } from './profile-matter.ts';

/** A session that ended for a reason that lies in the profile, or may. */
export type ProfileSession = {
  report: MailboxReport;
  direction: DirectionReport;
  matter: ProfileMatter;
  /** The same for sessions that ended in the same way. */
  key: string;
  /** Whose refusal it is: the login that the profile keeps was refused there, and was not tried again here. */
  refusedFor?: ProfileSession;
};

export type ProfileSessions = {
  of(report: MailboxReport, direction: string | undefined): ProfileSession | undefined;
  /** All that ended alike, in the order of the run. */
  alike(session: ProfileSession): readonly ProfileSession[];
  /** Mailboxes that were looked at in this direction. */
  lookedAt(direction: Direction): number;
  /** Said once, on the profile, and at no mailbox. */
  isOnProfile(session: ProfileSession): boolean;
};

export function profileSessions(
  profile: Entry<'profiles'>,
  reports: readonly MailboxReport[],
): ProfileSessions {
  const effective = effectiveProfile(profile.fields);
  const counts: Record<Direction, number> = { incoming: 0, outgoing: 0 };
  const byReport = new Map<MailboxReport, ProfileSession[]>();
  for (const report of reports)
    for (const direction of report.directions) {
      const { observation } = direction;
      if (observation === undefined) continue;
      counts[direction.direction] += 1;
      const matter = profileMatterOf(observation, effective[direction.direction]);
      if (matter === undefined) continue;
      const problem = problemOf(observation);
      const key = JSON.stringify([
        direction.direction,
        problem?.problem,
        problem?.step.step,
        direction.class,
        direction.finding?.code,
      ]);
      gather(byReport, report, { report, direction, matter, key });
    }
  const sessions = [...byReport.values()].flat();
  const byKey = new Map<string, ProfileSession[]>();
  const refusals = refusalsOf(sessions);
  for (const session of sessions) {
    const { matter, direction } = session;
    const leftOut = matter === 'credentials' && problemIn(direction) === 'refused-before';
    const refusal = leftOut ? refusals.get(direction.direction) : undefined;
    if (refusal !== undefined) Object.assign(session, { key: refusal.key, refusedFor: refusal });
    gather(byKey, session.key, session);
  }
  const alike = ({ key }: ProfileSession) => byKey.get(key) ?? [];
  const lookedAt = (direction: Direction) => counts[direction];
  return {
    of: (report, direction) =>
      byReport.get(report)?.find((session) => session.direction.direction === direction),
    alike,
    lookedAt,
    isOnProfile(session) {
      if (reports.length < 2) return false;
      if (session.matter === 'credentials') return true;
      const count = alike(session).length;
      return count > 1 && (session.matter === 'server' || count === lookedAt(session.direction.direction));
    },
  };
}

/** One login for all: what was refused once was left out for the others, and is the same refusal. By direction. */
function refusalsOf(sessions: readonly ProfileSession[]): Map<Direction, ProfileSession> {
  const refusals = new Map<Direction, ProfileSession>();
  for (const session of sessions) {
    const { matter, direction } = session;
    const isRefusal = ['login-refused', 'login-not-offered'].includes(problemIn(direction) ?? '');
    if (matter === 'credentials' && isRefusal && !refusals.has(direction.direction))
      refusals.set(direction.direction, session);
  }
  return refusals;
}

function problemIn({ observation }: DirectionReport): string | undefined {
  return observation === undefined ? undefined : problemOf(observation)?.problem;
}
