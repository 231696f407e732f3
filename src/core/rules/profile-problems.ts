// Knows the sessions of one server profile that never began because the password that the profile keeps could not be read:
// one problem for all its mailboxes. Pure.

import { effectiveProfile } from '../records/profile-defaults.ts';
import type { Entry } from '../records/records.ts';
import type { ProfileReport } from '../profile-report.ts';
import type { DirectionReport, MailboxReport } from '../mailbox-report.ts';

type Problem = ProfileReport['problems'][number];

export type ProfileProblems = {
  all: Problem[];
  /** The direction with the name of its problem, where that is said on the profile. */
  said(direction: DirectionReport): DirectionReport;
};

export function profileProblems(
  profile: Entry<'profiles'>,
  reports: readonly MailboxReport[],
): ProfileProblems {
  const effective = effectiveProfile(profile.fields);
  const keyOf = ({ direction, problem }: DirectionReport): string | undefined =>
    problem?.problem.startsWith('secret-') === true && effective[direction].credentialRetrieval === 'profile'
      ? `${problem.problem} ${problem.detail}`
      : undefined;
  const byKey = new Map<string, Problem>();
  for (const { address, directions } of reports)
    for (const direction of directions) {
      const key = keyOf(direction);
      if (key === undefined || direction.problem === undefined) continue;
      const known = byKey.get(key) ?? { ...direction.problem, directions: [], mailboxes: [] };
      byKey.set(key, known);
      if (!known.directions.includes(direction.direction)) known.directions.push(direction.direction);
      if (known.mailboxes.at(-1) !== address) known.mailboxes.push(address);
    }
  for (const [key, { mailboxes }] of byKey) if (mailboxes.length < 2) byKey.delete(key);
  return {
    all: [...byKey.values()],
    said(direction) {
      const problem = byKey.get(keyOf(direction) ?? '')?.problem;
      return problem === undefined ? direction : { ...direction, onProfile: problem };
    },
  };
}
