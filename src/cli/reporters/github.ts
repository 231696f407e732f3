// Knows GitHub's workflow commands: annotations on lines of a pull request. GitHub shows ten errors, ten warnings and ten
// notices of a step, so the worst come first; what switched-off findings there are is one notice, never silence.

import type { Report } from '../../core/report.ts';
import type { Where } from '../../core/records/where.ts';
import { whereText } from '../../core/records/where.ts';
import type { Finding, Language, Severity } from '../../core/rules/rule.ts';
import { safe } from '../safe.ts';
import { allFindings, messageText, stepTexts, titleText, type Run } from './all-findings.ts';
import { headlines } from './headlines.ts';
import { changeText, switchedOffByCode, switchedOffCount, switchedOffText } from './severity-changes.ts';
import { toBeFilledIn } from './words.ts';

const commands: Record<Severity, 'error' | 'warning' | 'notice'> = {
  error: 'error',
  warning: 'warning',
  unknown: 'warning',
  information: 'notice',
  'not-requested': 'notice',
};

const worstFirst: readonly Severity[] = ['error', 'unknown', 'warning', 'not-requested', 'information'];

const cannotTell: Record<Language, string> = { en: 'could not be judged', ja: '判定できない' };

export function github(report: Report, _run: Run, language: Language): string {
  const listed = allFindings(report);
  const findings = listed.filter(({ switchedOff }) => !switchedOff).map(({ finding }) => finding);
  const off = listed.filter(({ switchedOff }) => switchedOff).map(({ finding }) => finding);
  const sorted = worstFirst.flatMap((severity) => findings.filter((each) => each.severity === severity));
  const title = (finding: Finding) =>
    `${finding.code} ${titleText(finding, language)}${finding.severity === 'unknown' ? ` (${cannotTell[language]})` : ''}`;
  return [
    ...sorted.map((finding) =>
      command(commands[finding.severity], finding.where, title(finding), [
        messageText(finding, language),
        ...(finding.changed === undefined ? [] : [changeText(finding.changed, language)]),
        ...stepTexts(finding, language),
      ]),
    ),
    ...report.todos.map(({ where, path, hint }) =>
      command('warning', where, toBeFilledIn[language], [
        safe(path) + (hint === '' ? '' : `: ${safe(hint)}`),
      ]),
    ),
    ...(off.length === 0
      ? []
      : [
          command(
            'notice',
            undefined,
            switchedOffCount(off, language),
            switchedOffByCode(off).map(([code, same]) => switchedOffText(code, same, language)),
          ),
        ]),
    // Not a command: the line that a person finds at the end of the step's log.
    ...headlines(report, language).map((line) => line.replace(/^(?=::|##\[)/, ' ')),
  ].join('\n');
}

function command(name: string, where: Where | undefined, title: string, lines: readonly string[]): string {
  const inFile = where !== undefined && 'file' in where;
  const properties = [
    ...(inFile ? [`file=${property(safe(where.file))}`, `line=${where.line}`, `col=${where.column}`] : []),
    `title=${property(title)}`,
  ];
  const row = where !== undefined && !inFile ? [whereText(where)] : [];
  return `::${name} ${properties.join(',')}::${data([...lines, ...row].join('\n'))}`;
}

/** As the runner decodes it (actions/toolkit, command.ts). */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
