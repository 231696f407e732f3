// Judges a live test by server profile: what lies in the profile's server or credentials is one finding on the profile for
// all its mailboxes that met it, as the platform sorts errors; what is a mailbox's own stays there.
// Pure. May not decide what lies where (profile-matter.ts) nor whom the platform tells (expected-alerts.ts).

import { platformActOn } from '../delivery/lifecycle.ts';
import { testResultOf } from '../delivery/test-result.ts';
import { gather } from '../records/look-up.ts';
import { resolveReference, type Entry, type Records } from '../records/records.ts';
import type { ProfileReport } from '../profile-report.ts';
import type { DirectionReport, MailboxReport } from '../mailbox-report.ts';
import { emailAlertOf } from './expected-alerts.ts';
import { inPathOrder } from './judge.ts';
import {
  addRecordFinding,
  addSessionFinding,
  annotated,
  isOfProfile,
  isOfSession,
} from './profile-findings.ts';
import { profileProblems } from './profile-problems.ts';
import { profileSessions, type ProfileSession, type ProfileSessions } from './profile-sessions.ts';
import type { Finding } from './rule.ts';

export type Tested = { mailbox: Entry<'mailboxes'>; report: MailboxReport };

/** The reports in their order, without what is said on a profile; each direction with what the platform would do. */
export function judgeProfiles(
  tested: readonly Tested[],
  records: Records,
): { mailboxes: MailboxReport[]; profiles: ProfileReport[] } {
  const byProfile = new Map<Entry<'profiles'>, MailboxReport[]>();
  for (const { mailbox, report } of tested) {
    const name = mailbox.fields.profile;
    const profile =
      typeof name === 'string' ? resolveReference(records, ['profiles'], name).found : undefined;
    if (profile !== undefined) gather(byProfile, profile, report);
  }
  const judged = new Map<MailboxReport, MailboxReport>();
  const profiles = [...byProfile].map(([profile, reports]) =>
    judgeProfile(profile, reports, records, judged),
  );
  return { mailboxes: tested.map(({ report }) => judged.get(report) ?? withActs(report)), profiles };
}

function judgeProfile(
  profile: Entry<'profiles'>,
  reports: readonly MailboxReport[],
  records: Records,
  judged: Map<MailboxReport, MailboxReport>,
): ProfileReport {
  const name = profile.fields.name ?? profile.id;
  const sessions = profileSessions(profile, reports);
  const problems = profileProblems(profile, reports);
  const onProfile = { findings: new Map<string, Finding>(), switchedOff: new Map<string, Finding>() };
  for (const report of reports) {
    const codes: string[] = [];
    const apart = (findings: readonly Finding[], found: Map<string, Finding>): Finding[] =>
      findings.flatMap((finding) => {
        const session = isOfSession(finding) ? sessions.of(report, finding.subject) : undefined;
        if (session === undefined) {
          if (reports.length < 2 || !isOfProfile(finding)) return [finding];
          addRecordFinding(finding, report, { name, of: reports.length }, found);
          if (finding.severity === 'error' || finding.severity === 'unknown') codes.push(finding.code);
          return [];
        }
        if (!sessions.isOnProfile(session)) return [annotated(finding, session, name, sessions)];
        if (session.refusedFor === undefined) addSessionFinding(finding, session, name, sessions, found);
        return [];
      });
    const findings = apart(report.findings, onProfile.findings);
    const { switchedOff: off, ...rest } = report;
    const switchedOff = apart(off ?? [], onProfile.switchedOff);
    const directions = report.directions.map((direction) => {
      const session = sessions.of(report, direction.direction);
      if (session === undefined) return problems.said(direction);
      return sessions.isOnProfile(session) ? toldOnProfile(session) : withFindingOf(direction, findings);
    });
    codes.push(...directions.flatMap((direction) => direction.onProfile ?? []));
    const isRefused = directions.some((direction) => isRefusedForAll(direction, report, sessions));
    judged.set(
      report,
      withActs({
        ...rest,
        findings,
        ...(switchedOff.length === 0 ? {} : { switchedOff }),
        ...(codes.length === 0 ? {} : { onProfile: [...new Set(codes)] }),
        directions,
        verdict: isRefused ? 'failure' : report.verdict,
      }),
    );
  }
  const { findings, switchedOff } = onProfile;
  const emailAlert = emailAlertOf(
    profile,
    reports.flatMap((report) => judged.get(report) ?? []),
    records,
  );
  return {
    profile: profile.id,
    name,
    where: profile.where(),
    mailboxes: reports.map(({ mailbox }) => mailbox),
    findings: inPathOrder([...findings.values()]),
    ...(switchedOff.size === 0 ? {} : { switchedOff: inPathOrder([...switchedOff.values()]) }),
    problems: problems.all,
    ...(emailAlert === undefined ? {} : { emailAlert }),
  };
}

function withFindingOf(direction: DirectionReport, findings: readonly Finding[]): DirectionReport {
  const { finding } = direction;
  const same = findings.find(
    ({ code, subject }) => code === finding?.code && subject === direction.direction,
  );
  return same === undefined ? direction : { ...direction, finding: same };
}

/** The finding itself is on the profile. What was refused for one mailbox with the profile's login is refused for all. */
function toldOnProfile({ direction, refusedFor }: ProfileSession): DirectionReport {
  const { finding, ...rest } = direction;
  if (refusedFor === undefined) return finding === undefined ? rest : { ...rest, onProfile: finding.code };
  const { verdict, class: faultClass, finding: refusal } = refusedFor.direction;
  return {
    ...rest,
    verdict,
    ...(faultClass === undefined ? {} : { class: faultClass }),
    ...(refusal === undefined ? {} : { onProfile: refusal.code }),
  };
}

/** Unless `rules:` of mailcheck.yaml says that the refusal shall not count: then the mailbox is unknown, not fine. */
function isRefusedForAll(
  { direction }: DirectionReport,
  report: MailboxReport,
  sessions: ProfileSessions,
): boolean {
  const refusal = sessions.of(report, direction)?.refusedFor?.direction;
  if (refusal === undefined || refusal.verdict !== 'failure') return false;
  const { finding } = refusal;
  return finding === undefined || (finding.severity === 'error' && finding.changed?.to !== 'off');
}

function withActs(report: MailboxReport): MailboxReport {
  return {
    ...report,
    directions: report.directions.map((direction) => {
      const platform = platformActOn(testResultOf(direction));
      return platform === undefined ? direction : { ...direction, platform };
    }),
  };
}
