// Knows how steps stand as a numbered list, each with who can do it. Layout only; the words are the rules' and the table's.

import type { FixStep, Language } from '../../core/rules/rule.ts';
import { who } from '../../core/rules/who.ts';
import { wrap } from '../wrap.ts';

export function stepList(steps: readonly FixStep[], width: number, language: Language): string[] {
  return steps.flatMap((step, index) => {
    const number = `  ${index + 1}. `;
    const person = who[step.who][language];
    const by = `${person.charAt(0).toUpperCase()}${person.slice(1)}: `;
    return wrap(`${by}${step.do}`, width, number, ' '.repeat(number.length));
  });
}
