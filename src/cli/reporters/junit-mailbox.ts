// Knows how a live test becomes suites of JUnit: one a server profile of which something is said for all its mailboxes, one a
// mailbox with its preconditions, both directions and the arrival. What the profile's suite tells is skipped there.

import type { ProfileReport } from '../../core/profile-report.ts';
import type { MailboxReport } from '../../core/mailbox-report.ts';
import { fewOf } from '../../core/rules/of-profile.ts';
import type { Language } from '../../core/rules/rule.ts';
import { safe } from '../safe.ts';
import { mailboxTitle, type Run } from './all-findings.ts';
import { seeProfile } from './explained.ts';
import {
  failed,
  fails,
  findingText,
  testOfFinding,
  type Outcome,
  type Suite,
  type Test,
} from './junit-test.ts';
import { platformWords } from './platform-words.ts';
import { localReason } from './skip-words.ts';
import { testMailboxWords } from './test-mailbox-words.ts';
import { directionWords } from './words.ts';

const preconditionsWords: Record<Language, string> = { en: 'preconditions', ja: '前提条件' };

/** Once for all its mailboxes, whose own tests refer to it. */
export function suiteOfProfile(profile: ProfileReport, run: Run, language: Language): Suite {
  const { findings, switchedOff = [], problems } = profile;
  const said = platformWords[language];
  return {
    name: said.profileHeading(safe(profile.name)),
    tests: [
      ...[...findings, ...switchedOff].map((finding) => testOfFinding(finding, run, language)),
      ...problems.map((problem): Test => {
        const message = safe(localReason(problem, language));
        const text = said.concerns(fewOf(problem.mailboxes, language));
        return { name: message, outcome: { is: 'error', type: problem.problem, message, text } };
      }),
    ],
  };
}

export function isRed({ outcome }: Test): boolean {
  return outcome.is === 'failure' || outcome.is === 'error';
}

/** `toldOnProfiles`: what ends the run stands in the suite of a profile. */
export function suiteOfMailbox(
  mailbox: MailboxReport,
  toldOnProfiles: boolean,
  run: Run,
  language: Language,
): Suite {
  const said = testMailboxWords[language];
  const before = mailbox.findings.filter(({ stage }) => stage !== 'server' && stage !== 'arrival');
  const seen = mailbox.findings.filter((finding) => !before.includes(finding));
  const off = (mailbox.switchedOff ?? []).map((finding) => findingText(finding, language)).join('\n\n');
  const unknown = before.some(({ severity }) => severity === 'unknown');
  const see = (onProfile: string[]) => seeProfile({ ...mailbox, onProfile }, language);
  // Of the profile's record; the rest belongs to a direction.
  const ofRecord = (mailbox.onProfile ?? []).filter(
    (code) => !mailbox.directions.some(({ onProfile }) => onProfile === code),
  );
  const preconditions: Test = {
    name: preconditionsWords[language],
    ...(before.some((finding) => fails(finding, run))
      ? failed('failure', before, run, language, '')
      : unknown
        ? failed('error', before, run, language, '')
        : {
            outcome:
              ofRecord.length === 0
                ? { is: 'passed' }
                : { is: 'skipped', message: said.verdict['not-tested'] + see(ofRecord) },
            ...(before.length + off.length === 0
              ? {}
              : { output: [...before.map((each) => findingText(each, language)), off].join('\n\n').trim() }),
          }),
  };
  const directions = mailbox.directions.map((report): Test => {
    const { direction, verdict, observation, problem, finding, onProfile } = report;
    const own = seen.filter(({ subject }) => subject === direction);
    const name = directionWords[language][direction];
    const seconds = (observation?.milliseconds ?? 0) / 1_000;
    const state = said.verdict[verdict];
    if (onProfile !== undefined) {
      return { name, seconds, outcome: { is: 'skipped', message: state + see([onProfile]) } };
    }
    const lowered = finding?.changed !== undefined && !fails(finding, run);
    if ((verdict === 'failure' && !lowered) || own.some((each) => fails(each, run)))
      return { name, seconds, ...failed('failure', own, run, language, state) };
    if (verdict === 'success')
      return {
        name,
        seconds,
        outcome: { is: 'passed' },
        output: own.map((each) => findingText(each, language)).join('\n\n'),
      };
    if (verdict === 'not-tested') return { name, outcome: { is: 'skipped', message: state } };
    const because = problem === undefined ? state : safe(localReason(problem, language));
    return { name, seconds, ...failed('error', own, run, language, because) };
  });
  const arrival: Record<MailboxReport['arrival'], Outcome['is']> = {
    arrived: 'passed',
    'not-arrived': 'failure',
    unknown: 'error',
    'not-tried': 'skipped',
  };
  const state = said.arrival[mailbox.arrival];
  const is = arrival[mailbox.arrival];
  const tests: Test[] = [
    preconditions,
    ...directions,
    {
      name: said.arrivalLabel,
      outcome:
        is === 'passed'
          ? { is }
          : is === 'skipped'
            ? { is, message: state }
            : { is, type: mailbox.arrival, message: state, text: '' },
    },
  ];
  // Nothing failed, and still it is not known whether the mailbox works: that is no row of green.
  const told = tests.some(isRed) || (mailbox.onProfile !== undefined && toldOnProfiles);
  if (mailbox.verdict === 'unknown' && !told)
    tests.push({
      name: said.verdict.unknown,
      outcome: { is: 'error', type: 'unknown', message: said.verdict.unknown, text: off },
    });
  return { name: mailboxTitle(mailbox), tests };
}
