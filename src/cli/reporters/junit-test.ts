// Knows one test of a JUnit report, and how findings become one: a failure is what ends the run with 1, an error is what could
// not be determined, skipped is what shall not count; a finding below --fail-on passes and stands in its test's output.

import { whereText } from '../../core/records/where.ts';
import type { Finding, Language } from '../../core/rules/rule.ts';
import { isAtOrAbove } from '../exit.ts';
import { safe } from '../safe.ts';
import { messageText, stepTexts, titleText, type Run } from './all-findings.ts';
import { changeText } from './severity-changes.ts';
import { stageWords } from './words.ts';

export type Outcome =
  | { is: 'passed' }
  | { is: 'failure' | 'error'; type: string; message: string; text: string }
  | { is: 'skipped'; message: string };
export type Test = {
  name: string;
  outcome: Outcome;
  output?: string;
  file?: string;
  line?: number;
  seconds?: number;
};
export type Suite = { name: string; tests: Test[] };

/** Everything found there is told; the worst gives it its name and place. */
export function failed(
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

export function fails(finding: Finding, { failOn }: Run): boolean {
  return finding.changed?.to !== 'off' && isAtOrAbove(finding, failOn);
}

export function testOfFinding(finding: Finding, run: Run, language: Language): Test {
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

export function findingText(finding: Finding, language: Language): string {
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
