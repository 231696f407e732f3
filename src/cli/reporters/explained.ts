// Knows which mailboxes of a live test are explained by what is said once on their server profile: they stand together in every
// list, with a reference to it. May not judge.

import type { ProfileReport } from '../../core/profile-report.ts';
import type { MailboxReport } from '../../core/mailbox-report.ts';
import type { Report } from '../../core/report.ts';
import type { Language } from '../../core/rules/rule.ts';
import { safe } from '../safe.ts';
import { platformWords } from './platform-words.ts';

/** Nothing is said there where every mailbox tells its own. */
function saysSomething({ findings, switchedOff, problems }: ProfileReport): boolean {
  return findings.length + problems.length > 0 || switchedOff !== undefined;
}

export function countsOf(mailboxes: readonly MailboxReport[]): Record<MailboxReport['verdict'], number> {
  const counts = { success: 0, failure: 0, unknown: 0 };
  for (const { verdict } of mailboxes) counts[verdict] += 1;
  return counts;
}

/** Everything that stands against it is said on its profile; there is nothing to tell of it alone. */
export function isExplained({ directions, findings, switchedOff, onProfile }: MailboxReport): boolean {
  return (
    findings.length === 0 &&
    switchedOff === undefined &&
    onProfile !== undefined &&
    directions.every(
      // Where nothing was begun, it is the profile's record that kept it from beginning.
      ({ onProfile: said, verdict, observation, problem }) =>
        said !== undefined || verdict !== 'unknown' || (observation ?? problem) === undefined,
    )
  );
}

/** `; see server profile "Contoso" (MC503)` */
export function seeProfile(
  { onProfile = [], profile = '' }: Pick<MailboxReport, 'onProfile' | 'profile'>,
  language: Language,
): string {
  if (onProfile.length === 0) return '';
  const said = platformWords[language];
  return said.see(safe(profile), said.what(onProfile.filter((code) => /^MC\d/.test(code))));
}

type Alike = [MailboxReport, ...MailboxReport[]];

/** Explained ones of which the same text is said stand together, where the first of them stood; every other by itself. */
export function together(
  mailboxes: readonly MailboxReport[],
  textOf: (mailbox: MailboxReport) => string,
): Alike[] {
  const groups: Alike[] = [];
  const explained = new Map<string, Alike>();
  for (const mailbox of mailboxes) {
    const key = isExplained(mailbox) ? JSON.stringify([mailbox.profile, textOf(mailbox)]) : undefined;
    const alike = key === undefined ? undefined : explained.get(key);
    if (alike !== undefined) {
      alike.push(mailbox);
      continue;
    }
    const group: Alike = [mailbox];
    groups.push(group);
    if (key !== undefined) explained.set(key, group);
  }
  return groups;
}

/** Profiles of which something is said, each with its mailboxes of the run. */
export function profilesToTell({
  profiles,
  mailboxes,
}: Report): { profile: ProfileReport; mailboxes: MailboxReport[] }[] {
  return profiles.filter(saysSomething).map((profile) => {
    const inRun = new Set(profile.mailboxes);
    return { profile, mailboxes: mailboxes.filter(({ mailbox }) => inRun.has(mailbox)) };
  });
}
