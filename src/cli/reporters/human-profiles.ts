// Knows how a person is told once what lies in a server profile: one session that showed it, and the finding. May not judge.

import type { LocalProblem } from '../../core/mail/evidence.ts';
import { problemOf } from '../../core/mail/session-problem.ts';
import type { ProfileReport } from '../../core/profile-report.ts';
import { whereText } from '../../core/records/where.ts';
import type { MailboxReport } from '../../core/mailbox-report.ts';
import { fewOf } from '../../core/rules/of-profile.ts';
import type { Language } from '../../core/rules/rule.ts';
import { safe } from '../safe.ts';
import { signOfSeverity, type Style } from '../style.ts';
import { wrap } from '../wrap.ts';
import { countsOf } from './explained.ts';
import { findingsLines } from './finding.ts';
import { localLines } from './local.ts';
import { platformWords } from './platform-words.ts';
import { sessionLines } from './session.ts';
import { switchedOffLines } from './severity-changes.ts';

export function profileLines(
  { profile, mailboxes }: { profile: ProfileReport; mailboxes: readonly MailboxReport[] },
  verbose: boolean,
  style: Style,
  language: Language,
): string[] {
  const said = platformWords[language];
  const name = said.profileHeading(safe(profile.name));
  const heading = `${name}  ${said.tested(countsOf(mailboxes))}`;
  const [first = '', ...others] = wrap(heading, style.width, '  ', '    ');
  const switchedOff = switchedOffLines(profile.switchedOff, verbose, style, language, '    ');
  return [
    `${signOf(profile, style)} ${first.slice(2).replace(name, style.colour.bold(name))}`,
    ...others,
    `  ${style.colour.dim(whereText(profile.where))}`,
    ...sessionsOf(profile, mailboxes).flatMap((seen) => sessionLines(seen, verbose, style, language)),
    ...profile.problems.flatMap((problem) => problemLines(problem, style, language)),
    ...findingsLines(profile.findings, verbose, style, language),
    ...(switchedOff.lines.length === 0 ? [] : [`  ${switchedOff.title}`, ...switchedOff.lines]),
  ];
}

function signOf({ findings, problems }: ProfileReport, style: Style): string {
  const worst = (['error', 'unknown', 'warning'] as const).find((severity) =>
    findings.some((finding) => finding.severity === severity),
  );
  if (worst === 'error' || problems.length === 0) return signOfSeverity(worst ?? 'information', style);
  return signOfSeverity('unknown', style);
}

/** One session for each thing that is said: the first that showed it. Outgoing before incoming. */
function sessionsOf({ findings }: ProfileReport, mailboxes: readonly MailboxReport[]) {
  const shown = (['outgoing', 'incoming'] as const).flatMap((direction) =>
    findings
      .filter(({ subject }) => subject === direction)
      .map(({ code }) =>
        mailboxes
          .flatMap(({ directions }) => directions)
          .find(
            (each) =>
              each.direction === direction &&
              each.onProfile === code &&
              each.observation !== undefined &&
              problemOf(each.observation)?.problem !== 'refused-before',
          ),
      ),
  );
  return [...new Set(shown)].flatMap((each) => each?.observation ?? []);
}

function problemLines(
  { problem, detail, directions, mailboxes }: ProfileReport['problems'][number],
  style: Style,
  language: Language,
): string[] {
  const same = directions.map((direction): LocalProblem => ({
    kind: 'local',
    request: '',
    mailbox: '',
    direction,
    problem,
    detail,
  }));
  return [
    ...localLines(same, style, language),
    ...wrap(safe(platformWords[language].concerns(fewOf(mailboxes, language))), style.width, '    '),
  ];
}
