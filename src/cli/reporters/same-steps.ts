// Knows which findings of a list have the steps of the one before them, but for the name of the process, so that they are told
// once. May not decide how a finding is printed.

import { ruleOf } from '../../core/rules/judge.ts';
import type { Finding, Language } from '../../core/rules/rule.ts';

export const sameStepsWords: Record<Language, string> = {
  en: 'What to do: the same as above.',
  ja: '対処方法は上と同じです。',
};

/** For each finding, whether its steps were told with the one before. */
export function toldBefore(findings: readonly Finding[]): boolean[] {
  let before = '';
  return findings.map((finding) => {
    const steps = stepsOf(finding);
    const told = steps !== '' && steps === before;
    before = steps;
    return told;
  });
}

/** Empty where there are none. */
function stepsOf(finding: Finding): string {
  const steps = ruleOf(finding.code).fix(finding, 'en');
  if (steps.length === 0) return '';
  const { process } = finding.params as { process?: unknown };
  const name = typeof process === 'string' && process !== '' ? process : undefined;
  return [
    finding.code,
    ...steps.map((step) => `${step.who} ${name === undefined ? step.do : step.do.replaceAll(name, '…')}`),
  ].join('\n');
}
