// Knows a report for a ticket or a comment on a pull request: the result, the path, each finding with who does what.

import type { MailboxReport } from '../../core/mailbox-report.ts';
import type { PathReport } from '../../core/path-report.ts';
import type { Report } from '../../core/report.ts';
import { whereText } from '../../core/records/where.ts';
import { fewOf } from '../../core/rules/of-profile.ts';
import type { Language } from '../../core/rules/rule.ts';
import type { Run } from './all-findings.ts';
import { diagnoseWords } from './diagnose-words.ts';
import { countsText } from './human-check.ts';
import { profilesToTell, together } from './explained.ts';
import { mailboxHeadline, pathHeadline, profileHeadline } from './headlines.ts';
import { findingsOf, list, roomOfComment, type Room } from './markdown-findings.ts';
import { markdownText as safeText } from './markdown-text.ts';
import { platformTexts } from './platform.ts';
import { platformWords } from './platform-words.ts';
import { localReason, skipText } from './skip-words.ts';
import { testMailboxWords } from './test-mailbox-words.ts';
import { directionWords, stageWords, toBeFilledIn } from './words.ts';

const words: Record<
  Language,
  {
    stage: string;
    state: string;
    passes: string;
    stops: string;
    mayStop: string;
    skipped: string;
    written: string;
  }
> = {
  en: {
    stage: 'Stage',
    state: 'State',
    passes: 'nothing stops it',
    stops: '**stops it**',
    mayStop: 'may stop it',
    skipped: 'Not examined',
    written: 'Recorded; the environment itself was not changed',
  },
  ja: {
    stage: '段階',
    state: '状態',
    passes: '問題なし',
    stops: '**ここで止まる**',
    mayStop: '止まる可能性あり',
    skipped: '調べていないこと',
    written: '設定ファイルに記録した場所(実際の環境は変更していません)',
  },
};

export function markdown(report: Report, _run: Run, language: Language): string {
  const said = words[language];
  const room = roomOfComment();
  return [
    ...report.paths.flatMap((path) => pathLines(path, room, language)),
    ...profilesToTell(report).flatMap((each) => profileLines(each, room, language)),
    ...together(report.mailboxes, (mailbox) => verdictsOf(mailbox, language).join()).flatMap((alike) =>
      mailboxLines(alike, room, language),
    ),
    ...(report.command === 'check'
      ? [`## mailcheck: ${safeText(countsText(report, language))}`, '', ...findingsOf(report, room, language)]
      : []),
    ...list(
      toBeFilledIn[language],
      report.todos.map(({ where, path, hint }) =>
        safeText([whereText(where), path, ...(hint === '' ? [] : [hint])].join(': ')),
      ),
      language,
    ),
    ...list(
      said.skipped,
      report.skipped.map((entry) => safeText(skipText(entry, language))),
      language,
    ),
    ...platformLists(report, language),
    ...list(said.written, report.written.map(safeText), language),
  ]
    .join('\n')
    .trimEnd();
}

function pathLines(path: PathReport, room: Room, language: Language): string[] {
  const said = words[language];
  const states = diagnoseWords[language].status;
  const own = { passes: said.passes, stops: said.stops, 'may-stop': said.mayStop } as const;
  return [
    `## ${safeText(pathHeadline(path, language))}`,
    '',
    `| ${said.stage} | ${said.state} |`,
    '| --- | --- |',
    ...path.stages.map(({ stage, status }) => {
      const state = status in own ? own[status as keyof typeof own] : safeText(states[status] ?? status);
      return `| ${stageWords[language][stage]} | ${state} |`;
    }),
    '',
    ...(path.earliestKnown ? [safeText(diagnoseWords[language].earliestKnown), ''] : []),
    ...findingsOf(path, room, language, path.cause),
  ];
}

function profileLines(
  told: ReturnType<typeof profilesToTell>[number],
  room: Room,
  language: Language,
): string[] {
  const problems = told.profile.problems.map(
    (problem) =>
      `- ${safeText(`${localReason(problem, language)}. ${platformWords[language].concerns(fewOf(problem.mailboxes, language))}`)}`,
  );
  return [
    `## ${safeText(profileHeadline(told, language))}`,
    '',
    ...(problems.length === 0 ? [] : [...problems, '']),
    ...findingsOf(told.profile, room, language),
  ];
}

function mailboxLines(
  alike: readonly [MailboxReport, ...MailboxReport[]],
  room: Room,
  language: Language,
): string[] {
  return [
    `## ${safeText(mailboxHeadline(alike, language))}`,
    '',
    ...verdictsOf(alike[0], language),
    '',
    ...findingsOf(alike[0], room, language),
  ];
}

function platformLists(report: Report, language: Language): string[] {
  const texts = platformTexts(report, false, language);
  if (texts === undefined) return [];
  const { acts, tells } = platformWords[language];
  const items = (all: readonly { text: string }[]) => all.map(({ text }) => safeText(text));
  return [
    ...list(acts, items(texts.acts), language),
    ...list(tells, [...items(texts.alerts), ...texts.others.map(safeText)], language),
  ];
}

function verdictsOf({ directions, arrival }: MailboxReport, language: Language): string[] {
  const said = testMailboxWords[language];
  return [
    ...directions.map(
      ({ direction, verdict }) => `- ${directionWords[language][direction]}: ${said.verdict[verdict]}`,
    ),
    `- ${said.arrivalLabel}: ${said.arrival[arrival]}`,
  ];
}
