// Knows how the stages of a path are told to a person: how each stands, and the facts that were looked at. May not judge.

import type { StageReport } from '../../core/path-report.ts';
import { whereText } from '../../core/records/where.ts';
import { fromLabels } from '../../core/rules/from-labels.ts';
import type { Language } from '../../core/rules/rule.ts';
import { safe } from '../safe.ts';
import { signOfStage, type Style } from '../style.ts';
import { padTo, widthOf, wrap } from '../wrap.ts';
import { diagnoseWords } from './diagnose-words.ts';
import { evidenceWords, factWords, passcodeWords, reachedWords, valueWords } from './fact-words.ts';
import { stageWords } from './words.ts';

/** One line a stage, in order: sign, name, what was looked at. */
export function stageLines(
  stages: readonly StageReport[],
  at: string,
  verbose: boolean,
  style: Style,
  language: Language,
): string[] {
  const label = stageWords[language];
  const column = Math.max(...stages.map(({ stage }) => widthOf(label[stage])));
  return stages.flatMap(({ stage, status, facts }) => {
    const state = diagnoseWords[language].status[status];
    // What was looked at just now needs no date.
    const live = facts.some(({ name, value }) => name === 'evidence' && value === 'live');
    const shown = status === 'not-examined' ? [] : facts.filter(({ name }) => !(live && name === 'seen-on'));
    const values = shown.map(({ name, value, where }) => {
      const named = factWords[language][name];
      const text = safe(factValue(name, value, at, language));
      if (name === 'default-setting') return `${text} (${named})`;
      const place = verbose && where !== undefined ? ` (${whereText(where)})` : '';
      return (
        (named === undefined ? text : language === 'ja' ? `${named}: ${text}` : `${named} ${text}`) + place
      );
    });
    const looked = values.join(language === 'ja' ? '、' : ', ');
    const text = state === undefined ? looked : looked === '' ? state : `${looked} (${state})`;
    const [first = '', ...others] = wrap(text, style.width, ' '.repeat(column + 6));
    const faint = ['not-reached', 'not-examined', 'not-requested'].includes(status);
    const paint = faint ? style.colour.dim : (line: string) => line;
    return [
      `  ${signOfStage(status, style)} ${padTo(label[stage], column)}  ${paint(first.trimStart())}`.trimEnd(),
      ...others.map((line) => paint(line)),
    ];
  });
}

/** `2026-11-20 09:00 UTC (2 days ago)`. */
export function timeAndAge(moment: string, at: string, language: Language): string {
  const minutes = (Date.parse(moment) - Date.parse(at)) / 60_000;
  if (Number.isNaN(minutes)) return moment;
  const time = `${new Date(moment).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const [amount, unit] =
    Math.abs(minutes) < 60
      ? ([minutes, 'minute'] as const)
      : Math.abs(minutes) < 48 * 60
        ? ([minutes / 60, 'hour'] as const)
        : ([minutes / 60 / 24, 'day'] as const);
  const age = relative.format(Math.round(amount), unit);
  return language === 'ja' ? `${time}(${age.replaceAll(' ', '')})` : `${time} (${age})`;
}

function factValue(
  name: StageReport['facts'][number]['name'],
  value: string,
  at: string,
  language: Language,
): string {
  if (name === 'evidence') return evidenceWords[language][value] ?? value;
  if (name === 'passcode') return passcodeWords[language][value] ?? value;
  if (name === 'from') return fromLabels[value]?.[language] ?? value;
  if (name === 'reached') return reachedWords[language][value] ?? value;
  if (name.endsWith('-on')) return timeAndAge(value, at, language);
  return name === 'approval' || name === 'state' || name === 'outgoing-status'
    ? (valueWords[language][value] ?? value)
    : value;
}
