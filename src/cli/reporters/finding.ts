// Knows how one finding is printed: its sentence, its place, why, and the steps with who can do each. May not judge.

import { whereText } from '../../core/records/where.ts';
import { ruleOf } from '../../core/rules/judge.ts';
import type { Finding, Language } from '../../core/rules/rule.ts';
import { who } from '../../core/rules/who.ts';
import { safe } from '../safe.ts';
import { signOfSeverity, type Style } from '../style.ts';
import { wrap } from '../wrap.ts';
import { changeText } from './severity-changes.ts';

const words: Record<Language, { why: string; steps: string }> = {
  en: { why: 'Why:', steps: 'What to do, and who can:' },
  ja: { why: '理由:', steps: '対処方法(実施できる人):' },
};

/** "line": sentence and place. "steps": with what to do. "full": with why it stops the mail, too. */
export type Detail = 'line' | 'steps' | 'full';

export function findingLines(
  finding: Finding,
  detail: Detail,
  style: Style,
  language: Language,
  indent = '  ',
): string[] {
  const rule = ruleOf(finding.code);
  const { colour, width } = style;
  const inner = `${indent}  `;
  const sentence = wrap(`${finding.code}  ${safe(rule.message(finding, language))}`, width, inner).map(
    (line) => line.replace(finding.code, (code) => colour.bold(code)),
  );
  const [first = '', ...others] = sentence;
  const lines = [
    `${indent}${signOfSeverity(finding.severity, style)} ${first.slice(inner.length)}`,
    ...others,
    ...(finding.where === undefined ? [] : [`${inner}${colour.dim(whereText(finding.where))}`]),
    ...(finding.changed === undefined ? [] : wrap(changeText(finding.changed, language), width, inner)),
  ];
  if (detail === 'line') return lines;
  if (detail === 'full')
    lines.push('', ...wrap(`${words[language].why} ${safe(rule.why(language))}`, width, inner));
  const steps = fixLines(finding, style, language, inner);
  if (steps.length > 0) lines.push(...(detail === 'full' ? ['', `${inner}${words[language].steps}`] : []));
  return [...lines, ...steps];
}

/** Several: what is the same for both directions is told once, with the last of them: the whole finding, or its steps. */
export function findingsLines(
  findings: readonly Finding[],
  verbose: boolean,
  style: Style,
  language: Language,
): string[] {
  const detailOf = (finding: Finding, next: Finding | undefined): Detail => {
    if (finding.severity === 'information' || hasSameSteps(finding, next)) return 'line';
    return verbose ? 'full' : 'steps';
  };
  return findings.flatMap((finding, index) => {
    const next = findings[index + 1];
    return hasSameSteps(finding, next) && saysTheSame(finding, next)
      ? []
      : findingLines(finding, detailOf(finding, next), style, language);
  });
}

function hasSameSteps(finding: Finding, next: Finding | undefined): next is Finding {
  if (next?.code !== finding.code) return false;
  const { fix } = ruleOf(finding.code);
  return JSON.stringify(fix(finding, 'en')) === JSON.stringify(fix(next, 'en'));
}

function saysTheSame(finding: Finding, next: Finding): boolean {
  const text = (each: Finding): string =>
    JSON.stringify([ruleOf(each.code).message(each, 'en'), each.severity, each.where, each.changed]);
  return text(finding) === text(next);
}

function fixLines(finding: Finding, style: Style, language: Language, indent: string): string[] {
  return ruleOf(finding.code)
    .fix(finding, language)
    .flatMap((step, index) => {
      const number = `${index + 1}. `;
      const hanging = indent + ' '.repeat(number.length);
      const person = who[step.who][language];
      const by = `${person.charAt(0).toUpperCase()}${person.slice(1)}:`;
      const [first = '', ...others] = wrap(`${by} ${safe(step.do)}`, style.width, indent + number, hanging);
      return [first.replace(by, style.colour.cyan(by)), ...others];
    });
}
