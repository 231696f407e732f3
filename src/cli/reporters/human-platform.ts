// Knows how a person is told what the platform would do with the results of a live test, and whom it would tell. May not judge.

import type { PlatformAct } from '../../core/mailbox-report.ts';
import type { Report } from '../../core/report.ts';
import type { Language } from '../../core/rules/rule.ts';
import { safe } from '../safe.ts';
import { signOfSeverity, type Style } from '../style.ts';
import { wrap } from '../wrap.ts';
import { platformTexts } from './platform.ts';
import { platformWords } from './platform-words.ts';

export function platformLines(report: Report, verbose: boolean, style: Style, language: Language): string[] {
  const texts = platformTexts(report, verbose, language);
  if (texts === undefined) return [];
  const said = platformWords[language];
  const { colour, signs, width } = style;
  const sign: Record<PlatformAct, string> = {
    disables: colour.red(signs.bad),
    'tries-again': colour.yellow(signs.warning),
    enables: colour.green(signs.good),
  };
  return [
    colour.bold(said.acts),
    ...texts.acts.flatMap(({ act, text }) => signed(sign[act], text, width)),
    '',
    colour.bold(said.tells),
    ...texts.alerts.flatMap(({ level, text }) => signed(signOfSeverity(level, style), text, width)),
    ...texts.others.flatMap((text) => wrap(safe(text), width, '    ')),
    '',
  ];
}

function signed(sign: string, text: string, width: number): string[] {
  const [first = '', ...others] = wrap(safe(text), width, '    ');
  return [`  ${sign} ${first.slice(4)}`, ...others];
}
