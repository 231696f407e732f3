// Knows JUnit XML, for the test tab of a CI service. diagnose: one test a stage of the path. check: one test a finding, and
// one a stage without any. test-mailbox: one suite a mailbox, with its preconditions, both directions and the arrival.
// A failure is what ends the run with 1 (see --fail-on), an error is what could not be determined (3), skipped is what was
// not reached, not examined or set aside. Below --fail-on a finding passes and stands in its test's output.

import type { MailboxReport, PathReport, Report, StageReport } from '../../core/report.ts';
import { stages, type Stage } from '../../core/delivery/stage.ts';
import { stagesOfCheck } from '../../core/rules/judge-records.ts';
import { whereText } from '../../core/records/where.ts';
import type { Finding, Language } from '../../core/rules/rule.ts';
import { isAtOrAbove } from '../exit.ts';
import { safe } from '../safe.ts';
import { mailboxTitle, messageText, pathTitle, stepTexts, titleText, type Run } from './all-findings.ts';
import { diagnoseWords } from './diagnose-words.ts';
import { changeText } from './severity-changes.ts';
import { skipReason } from './skip-words.ts';
import { testMailboxWords } from './test-mailbox-words.ts';
import { directionWords, stageWords } from './words.ts';

type Outcome =
  | { is: 'passed' }
  | { is: 'failure' | 'error'; type: string; message: string; text: string }
  | { is: 'skipped'; message: string };
type Test = {
  name: string;
  outcome: Outcome;
  output?: string;
  file?: string;
  line?: number;
  seconds?: number;
};
type Suite = { name: string; tests: Test[] };

const words: Record<
  Language,
  { preconditions: string; todo: string; notJudged: string; notRecorded: string }
> = {
  en: {
    preconditions: 'preconditions',
    todo: 'to be filled in',
    notJudged: 'check does not judge this',
    notRecorded: 'nothing is recorded for this stage',
  },
  ja: {
    preconditions: '前提条件',
    todo: '未記入',
    notJudged: 'checkでは判定しない',
    notRecorded: 'この段階の記録が設定ファイルにない',
  },
};

export function junit(report: Report, run: Run, language: Language): string {
  const suites = [
    ...report.paths.map((path) => suiteOfPath(path, run, language)),
    ...report.mailboxes.map((mailbox) => suiteOfMailbox(mailbox, run, language)),
    ...(report.command === 'check' ? [suiteOfRecords(report, run, language)] : []),
  ];
  const tests = suites.flatMap((suite) => suite.tests);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="mailcheck ${report.command}" ${counts(tests)}>`,
    ...suites.flatMap(({ name, tests: own }) => [
      `  <testsuite name="${attribute(name)}" timestamp="${report.at.slice(0, 19)}" ${counts(own)}>`,
      ...own.flatMap((test) => testCase(test, `mailcheck.${report.command}`)),
      '  </testsuite>',
    ]),
    '</testsuites>',
  ].join('\n');
}

function suiteOfPath(path: PathReport, run: Run, language: Language): Suite {
  return {
    name: pathTitle(path, language),
    tests: path.stages.map((stage) => testOfStage(stage, path, run, language)),
  };
}

function testOfStage({ stage, status }: StageReport, path: PathReport, run: Run, language: Language): Test {
  const own = [...path.findings, ...(path.switchedOff ?? [])].filter((finding) => finding.stage === stage);
  const name = stageWords[language][stage];
  const output = own.map((finding) => findingText(finding, language)).join('\n\n');
  const said = diagnoseWords[language].status;
  const test = (outcome: Outcome): Test => ({ name, outcome, ...(output === '' ? {} : { output }) });
  const skipped = (): Test => test({ is: 'skipped', message: said[status] ?? status });
  switch (status) {
    case 'not-reached':
    case 'not-examined':
    case 'not-requested':
    case 'set-aside':
      return skipped();
    case 'unknown':
      return path.verdict === 'not-requested'
        ? skipped()
        : { ...failed('error', own, run, language, said[status] ?? status), name };
    case 'passes':
    case 'may-stop':
    case 'stops':
      return path.verdict !== 'not-requested' && own.some((finding) => fails(finding, run))
        ? { ...failed('failure', own, run, language, name), name }
        : test({ is: 'passed' });
  }
}

/** Everything found there is told; the worst gives it its name and place. */
function failed(
  is: 'failure' | 'error',
  own: readonly Finding[],
  run: Run,
  language: Language,
  otherwise: string,
): Omit<Test, 'name'> {
  const first =
    own.find((finding) => (is === 'error' ? finding.severity === 'unknown' : fails(finding, run))) ?? own[0];
  return {
    outcome: {
      is,
      type: first?.code ?? 'unknown',
      message: first === undefined ? otherwise : `${first.code} ${messageText(first, language)}`,
      text: own.map((finding) => findingText(finding, language)).join('\n\n'),
    },
    ...(first === undefined ? {} : placeOf(first)),
  };
}

function fails(finding: Finding, { failOn }: Run): boolean {
  return finding.changed?.to !== 'off' && isAtOrAbove(finding, failOn);
}

function suiteOfRecords(report: Report, run: Run, language: Language): Suite {
  const { findings, switchedOff = [] } = report;
  const looked = stagesOfCheck(report.records);
  return {
    name: 'mailcheck check',
    tests: [
      ...stages.flatMap((stage): Test[] => {
        const own = [...findings, ...switchedOff].filter((finding) => finding.stage === stage);
        return own.length > 0
          ? own.map((finding) => testOfFinding(finding, run, language))
          : [testWithoutFindings(stage, looked, language)];
      }),
      ...report.todos.map(({ where, path, hint }) => ({
        name: `${words[language].todo}: ${safe(path)}`,
        outcome: {
          is: 'error' as const,
          type: 'TODO',
          message: safe(hint === '' ? path : hint),
          text: `${whereText(where)}: ${safe(path)}`,
        },
        ...('file' in where ? { file: where.file, line: where.line } : {}),
      })),
    ],
  };
}

/** Where no rule looks, or there is no record to look at, nothing is fine. */
function testWithoutFindings(
  stage: Stage,
  { judged, recorded }: ReturnType<typeof stagesOfCheck>,
  language: Language,
): Test {
  const { notJudged, notRecorded } = words[language];
  return {
    name: stageWords[language][stage],
    outcome: recorded.has(stage)
      ? { is: 'passed' }
      : { is: 'skipped', message: judged.has(stage) ? notRecorded : notJudged },
  };
}

function testOfFinding(finding: Finding, run: Run, language: Language): Test {
  const about = finding.subject ?? (finding.where === undefined ? '' : whereText(finding.where));
  const name = `${stageWords[language][finding.stage]}: ${finding.code} ${titleText(finding, language)}${about === '' ? '' : ` (${safe(about)})`}`;
  const output = findingText(finding, language);
  if (finding.changed?.to === 'off')
    return { name, outcome: { is: 'skipped', message: changeText(finding.changed, language) }, output };
  if (fails(finding, run)) return { ...failed('failure', [finding], run, language, ''), name };
  return finding.severity === 'unknown'
    ? { ...failed('error', [finding], run, language, ''), name }
    : { name, outcome: { is: 'passed' }, output, ...placeOf(finding) };
}

function suiteOfMailbox(mailbox: MailboxReport, run: Run, language: Language): Suite {
  const said = testMailboxWords[language];
  const before = mailbox.findings.filter(({ stage }) => stage !== 'server' && stage !== 'arrival');
  const seen = mailbox.findings.filter((finding) => !before.includes(finding));
  const off = (mailbox.switchedOff ?? []).map((finding) => findingText(finding, language)).join('\n\n');
  const unknown = before.some(({ severity }) => severity === 'unknown');
  const preconditions: Test = {
    name: words[language].preconditions,
    ...(before.some((finding) => fails(finding, run))
      ? failed('failure', before, run, language, '')
      : unknown
        ? failed('error', before, run, language, '')
        : {
            outcome: { is: 'passed' },
            ...(before.length + off.length === 0
              ? {}
              : { output: [...before.map((each) => findingText(each, language)), off].join('\n\n').trim() }),
          }),
  };
  const directions = mailbox.directions.map(({ direction, verdict, observation, problem, finding }): Test => {
    const own = seen.filter(({ subject }) => subject === direction);
    const name = directionWords[language][direction];
    const seconds = (observation?.milliseconds ?? 0) / 1_000;
    const state = said.verdict[verdict];
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
    const because =
      problem === undefined ? state : `${skipReason(problem.problem, language)}: ${safe(problem.detail)}`;
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
  const told = tests.some(({ outcome }) => outcome.is === 'failure' || outcome.is === 'error');
  if (mailbox.verdict === 'unknown' && !told)
    tests.push({
      name: said.verdict.unknown,
      outcome: { is: 'error', type: 'unknown', message: said.verdict.unknown, text: off },
    });
  return { name: mailboxTitle(mailbox), tests };
}

function findingText(finding: Finding, language: Language): string {
  return [
    `${finding.code} ${messageText(finding, language)}`,
    ...(finding.where === undefined ? [] : [whereText(finding.where)]),
    ...(finding.changed === undefined ? [] : [changeText(finding.changed, language)]),
    ...stepTexts(finding, language),
  ].join('\n');
}

function placeOf({ where }: Finding): Pick<Test, 'file' | 'line'> {
  return where !== undefined && 'file' in where ? { file: where.file, line: where.line } : {};
}

function testCase({ name, outcome, output, file, line, seconds = 0 }: Test, className: string): string[] {
  const place = file === undefined ? '' : ` file="${attribute(file)}" line="${line}"`;
  const start = `    <testcase classname="${className}" name="${attribute(name)}" time="${seconds.toFixed(3)}"${place}`;
  const inner = [
    ...(outcome.is === 'skipped' ? [`      <skipped message="${attribute(outcome.message)}"/>`] : []),
    ...(outcome.is === 'failure' || outcome.is === 'error'
      ? [
          `      <${outcome.is} type="${attribute(outcome.type)}" message="${attribute(outcome.message)}">${content(outcome.text)}</${outcome.is}>`,
        ]
      : []),
    ...(output === undefined || output === '' ? [] : [`      <system-out>${content(output)}</system-out>`]),
  ];
  return inner.length === 0 ? [`${start}/>`] : [`${start}>`, ...inner, '    </testcase>'];
}

function counts(tests: readonly Test[]): string {
  const count = (is: Outcome['is']) => tests.filter(({ outcome }) => outcome.is === is).length;
  const seconds = tests.reduce((sum, test) => sum + (test.seconds ?? 0), 0);
  return `tests="${tests.length}" failures="${count('failure')}" errors="${count('error')}" skipped="${count('skipped')}" time="${seconds.toFixed(3)}"`;
}

/** XML 1.0 §2.2 allows no control characters, unpaired surrogates, U+FFFE and U+FFFF, not even as references. */
function content(text: string): string {
  return safe(text)
    .replaceAll(/[\ufffe\uffff]/g, (character) => `\\u{${character.charCodeAt(0).toString(16)}}`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

function attribute(text: string): string {
  return content(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;');
}
