// Knows JUnit XML, for the test tab of a CI service. diagnose: one test a stage of the path. check: one test a finding, and
// one a stage without any. test-mailbox: one suite a server profile that has something to say, and one a mailbox.
// A failure is what ends the run with 1 (see --fail-on), an error is what could not be determined (3), skipped is what was
// not reached, not examined or set aside. Below --fail-on a finding passes and stands in its test's output.

import { stages, type Stage } from '../../core/delivery/stage.ts';
import { whereText } from '../../core/records/where.ts';
import type { PathReport, StageReport } from '../../core/path-report.ts';
import type { Report } from '../../core/report.ts';
import { stagesOfCheck } from '../../core/rules/judge-records.ts';
import type { Language } from '../../core/rules/rule.ts';
import { safe } from '../safe.ts';
import { pathTitle, type Run } from './all-findings.ts';
import { diagnoseWords } from './diagnose-words.ts';
import { profilesToTell } from './explained.ts';
import { isRed, suiteOfMailbox, suiteOfProfile } from './junit-mailbox.ts';
import {
  failed,
  fails,
  findingText,
  testOfFinding,
  type Outcome,
  type Suite,
  type Test,
} from './junit-test.ts';
import { stageWords } from './words.ts';

const words: Record<Language, { todo: string; notJudged: string; notRecorded: string; inPart: string }> = {
  en: {
    todo: 'to be filled in',
    notJudged: 'check does not judge this',
    notRecorded: 'nothing is recorded for this stage',
    inPart: 'check judges only a part of this: ask mailcheck diagnose about one message',
  },
  ja: {
    todo: '未記入',
    notJudged: 'checkでは判定しない',
    notRecorded: 'この段階の記録が設定ファイルにない',
    inPart: 'checkでは一部だけを判定する(1通ごとの判定は mailcheck diagnose)',
  },
};

export function junit(report: Report, run: Run, language: Language): string {
  const profiles = profilesToTell(report).map(({ profile }) => suiteOfProfile(profile, run, language));
  const told = profiles.some(({ tests: own }) => own.some(isRed));
  const suites = [
    ...report.paths.map((path) => suiteOfPath(path, run, language)),
    ...profiles,
    ...report.mailboxes.map((mailbox) => suiteOfMailbox(mailbox, told, run, language)),
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

/** Where no rule looks, or only at a part, or there is no record to look at, nothing is fine. */
function testWithoutFindings(
  stage: Stage,
  { judged, recorded, inPart }: ReturnType<typeof stagesOfCheck>,
  language: Language,
): Test {
  const { notJudged, notRecorded, inPart: part } = words[language];
  const name = stageWords[language][stage];
  if (inPart.has(stage)) return { name, outcome: { is: 'skipped', message: part } };
  if (recorded.has(stage)) return { name, outcome: { is: 'passed' } };
  return { name, outcome: { is: 'skipped', message: judged.has(stage) ? notRecorded : notJudged } };
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
