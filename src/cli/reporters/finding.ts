// Knows how one finding is printed: its sentence, its place, why, and the steps with who can do each. May not judge.

import { whereText } from '../../core/records/where.ts';
import { ruleOf } from '../../core/rules/judge.ts';
import type { Finding, FixStep, Language } from '../../core/rules/rule.ts';
import { who } from '../../core/rules/who.ts';
import { safe } from '../safe.ts';
import { likenessOf, serverOf } from './both-directions.ts';
import { directionWords } from './words.ts';
import { signOfSeverity, type Style } from '../style.ts';
import { wrap } from '../wrap.ts';
import { changeText } from './severity-changes.ts';

type Words = { why: string; steps: string; also(direction: string, server: string): string };

const words: Record<Language, Words> = {
  en: {
    why: 'Why:',
    steps: 'What to do, and who can:',
    also: (direction, server) =>
      ` The same holds for ${direction} (${server}); what to do is the same for both.`,
  },
  ja: {
    why: '理由:',
    steps: '対処方法(実施できる人):',
    also: (direction, server) => `${direction}(${server})も同じです。対処方法は両方に当てはまります。`,
  },
};

/** With the finding of the other direction: whose steps are told, the one that is the same of another server, what it tells. */
type Joined = { stepsOf?: Finding; also?: Finding | undefined; leaveOut?: readonly FixStep[] };

/** "line": sentence and place. "steps": with what to do. "full": with why it stops the mail, too. */
export type Detail = 'line' | 'steps' | 'full';

export function findingLines(
  finding: Finding,
  detail: Detail,
  style: Style,
  language: Language,
  indent = '  ',
  { stepsOf = finding, also, leaveOut = [] }: Joined = {},
): string[] {
  const rule = ruleOf(finding.code);
  const { colour, width } = style;
  const inner = `${indent}  `;
  const told = `${rule.message(finding, language)}${alsoText(also, language)}`;
  const sentence = wrap(`${finding.code}  ${safe(told)}`, width, inner).map((line) =>
    line.replace(finding.code, (code) => colour.bold(code)),
  );
  const [first = '', ...others] = sentence;
  const lines = [
    `${indent}${signOfSeverity(finding.severity, style)} ${first.slice(inner.length)}`,
    ...others,
    ...places([finding, ...(also === undefined ? [] : [also])]).map((place) => inner + colour.dim(place)),
    ...(finding.changed === undefined ? [] : wrap(changeText(finding.changed, language), width, inner)),
  ];
  if (detail === 'line') return lines;
  if (detail === 'full')
    lines.push('', ...wrap(`${words[language].why} ${safe(rule.why(language))}`, width, inner));
  const steps = fixLines(stepsOf, leaveOut, style, language, inner);
  if (steps.length > 0) lines.push(...(detail === 'full' ? ['', `${inner}${words[language].steps}`] : []));
  return [...lines, ...steps];
}

/** Several: what is the same for both directions is told once: the whole finding, or its steps with the last of them. */
export function findingsLines(
  findings: readonly Finding[],
  verbose: boolean,
  style: Style,
  language: Language,
): string[] {
  const lines: string[] = [];
  let before: ReturnType<typeof likenessOf>;
  for (const [index, finding] of findings.entries()) {
    const next = findings[index + 1];
    const told = before;
    before = likenessOf(finding, next, language);
    if (before?.is === 'same' || told?.is === 'alike') continue;
    const withSteps = finding.severity !== 'information' && before?.is !== 'steps';
    const joined: Joined = {
      ...(told?.is === 'steps' ? { stepsOf: told.steps } : {}),
      ...(before?.is === 'alike' ? { stepsOf: before.steps, also: next } : {}),
      ...(before?.is === 'part' ? { leaveOut: before.common } : {}),
    };
    const detail: Detail = withSteps ? (verbose ? 'full' : 'steps') : 'line';
    lines.push(...findingLines(finding, detail, style, language, '  ', joined));
  }
  return lines;
}

function places(findings: readonly Finding[]): string[] {
  return [...new Set(findings.flatMap(({ where }) => (where === undefined ? [] : [whereText(where)])))];
}

function alsoText(also: Finding | undefined, language: Language): string {
  if (also === undefined) return '';
  const { subject } = also;
  const direction =
    subject === 'incoming' || subject === 'outgoing' ? directionWords[language][subject] : (subject ?? '');
  return words[language].also(direction, serverOf(also) ?? '');
}

function fixLines(
  finding: Finding,
  leaveOut: readonly FixStep[],
  style: Style,
  language: Language,
  indent: string,
): string[] {
  return ruleOf(finding.code)
    .fix(finding, language)
    .filter((step) => !leaveOut.some((other) => other.who === step.who && other.do === step.do))
    .flatMap((step, index) => {
      const number = `${index + 1}. `;
      const hanging = indent + ' '.repeat(number.length);
      const person = who[step.who][language];
      const by = `${person.charAt(0).toUpperCase()}${person.slice(1)}:`;
      const [first = '', ...others] = wrap(`${by} ${safe(step.do)}`, style.width, indent + number, hanging);
      return [first.replace(by, style.colour.cyan(by)), ...others];
    });
}
