// Knows how the path of one message is told to a person: the verdict, the path stage by stage, the cause with its fix,
// what else was found, what stands in Dataverse, what was not examined. May not judge.

import type { PathReport, Report, StageReport } from '../../core/report.ts';
import { fromLabels } from '../../core/rules/from-labels.ts';
import type { Finding, Language } from '../../core/rules/rule.ts';
import { ruleOf } from '../../core/rules/judge.ts';
import { whereText } from '../../core/records/where.ts';
import { safe } from '../safe.ts';
import { signOfStage, type Style } from '../style.ts';
import { padTo, widthOf, wrap } from '../wrap.ts';
import { chainLines, stepChainLines } from './chain.ts';
import { findingLines } from './finding.ts';
import { sessionLines } from './session.ts';
import { skipText } from './skip-words.ts';
import { switchedOffLines } from './severity-changes.ts';
import type { Details } from './human.ts';
import { diagnoseWords as words } from './diagnose-words.ts';
import { evidenceWords, factWords, passcodeWords, reachedWords, valueWords } from './fact-words.ts';
import { stageWords } from './words.ts';

export function humanDiagnose(report: Report, details: Details, style: Style, language: Language): string[] {
  return report.paths.flatMap((path) => pathLines(path, report, details, style, language));
}

function pathLines(
  path: PathReport,
  report: Report,
  details: Details,
  style: Style,
  language: Language,
): string[] {
  const said = words[language];
  const cause = path.cause === undefined ? [] : [path.cause];
  const missing =
    path.verdict === 'unknown' ? path.findings.filter(({ severity }) => severity === 'unknown') : [];
  const main = cause.length > 0 ? cause : missing;
  const title = path.verdict === 'not-requested' ? said.titles.why : said.titles.cause;
  const also = path.findings.filter((finding) => !main.some((each) => same(each, finding)));
  const alsoDetail = (finding: Finding) =>
    details.verbose
      ? 'full'
      : (finding.severity === 'information' && finding.stage !== 'arrival') || isBehind(finding, path)
        ? 'line'
        : 'steps';

  const switchedOff = switchedOffLines(path.switchedOff, details.verbose, style, language);
  const sections: [string, string[]][] = [
    [said.titles.path, stageLines(path.stages, report.at, details, style, language)],
    [
      cause.length > 0 ? title : said.titles.missing,
      [
        ...main.flatMap((finding) => findingLines(finding, 'full', style, language)),
        ...(path.earliestKnown ? ['', ...wrap(said.earliestKnown, style.width, '  ')] : []),
      ],
    ],
    [
      said.titles.sender,
      details.verbose || main.some(({ stage }) => stage === 'sender')
        ? senderLines(path, details, style, language)
        : [],
    ],
    [
      said.titles.also,
      also.flatMap((finding) => findingLines(finding, alsoDetail(finding), style, language)),
    ],
    [switchedOff.title, switchedOff.lines],
    [said.titles.trace, path.trace === 'not-known' ? [] : wrap(traceText(path, language), style.width, '  ')],
    [said.titles.notExamined, notExamined(path, report, style, language)],
    [said.titles.contacted, report.probed.flatMap((server) => wrap(safe(server), style.width, '  '))],
  ];
  return [
    ...verdictLines(path, style, language),
    ...sections.flatMap(([heading, lines]) =>
      lines.length === 0 ? [] : ['', style.colour.bold(heading), ...lines],
    ),
    ...(details.verbose
      ? (details.evidence?.observations ?? []).flatMap((seen) => [
          '',
          ...sessionLines(seen, true, style, language),
        ])
      : []),
  ];
}

/** The chain of the step that the report is about; --verbose: of every step. */
function senderLines(path: PathReport, { verbose }: Details, style: Style, language: Language): string[] {
  return path.steps.length === 0
    ? chainLines(path.chain, style, language)
    : stepChainLines(
        path.steps,
        verbose ? path.steps : path.steps.filter(({ shown }) => shown),
        style,
        language,
      );
}

function traceText({ trace, page, message, cause, row }: PathReport, language: Language): string {
  const said = words[language];
  return [
    said.trace[trace],
    row !== undefined && trace === row.status ? `(${whereText(row.where)})` : '',
    cause?.stage === 'request' ? said.nothingAsked : '',
    said.page[message.kind][page],
    trace === 'no-row-or-pending-send' ? said.missingRow : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(language === 'ja' ? '' : ' ');
}

function verdictLines(path: PathReport, style: Style, language: Language): string[] {
  const said = words[language];
  const status = {
    'nothing-stops-it': 'passes',
    stopped: 'stops',
    'not-requested': 'not-requested',
    unknown: 'unknown',
  } as const;
  const unknown = path.stages.filter((stage) => stage.status === 'unknown');
  const reason =
    path.cause === undefined
      ? unknown.map(({ stage }) => stageWords[language][stage]).join(language === 'ja' ? '、' : ', ')
      : ruleOf(path.cause.code).title(language);
  const warned =
    path.verdict === 'nothing-stops-it' && path.findings.some(({ severity }) => severity === 'warning');
  const sentence = [
    said.verdict[path.verdict](safe(said.message(path.message)), reason),
    ...(warned ? [said.warnings] : []),
    ...(isSetAside(path) ? [said.setAside] : []),
  ].join(language === 'ja' ? '' : ' ');
  const [first = '', ...others] = wrap(sentence, style.width, '  ');
  const sign = signOfStage(
    warned
      ? 'may-stop'
      : path.verdict === 'nothing-stops-it' && isSetAside(path)
        ? 'set-aside'
        : status[path.verdict],
    style,
  );
  return [`${sign} ${style.colour.bold(first.slice(2))}`, ...others.map((line) => style.colour.bold(line))];
}

function isSetAside({ stages, switchedOff }: PathReport): boolean {
  return switchedOff !== undefined || stages.some(({ status }) => status === 'set-aside');
}

/** One line a stage, in order: sign, name, what was looked at. */
function stageLines(
  stages: readonly StageReport[],
  at: string,
  details: Details,
  style: Style,
  language: Language,
): string[] {
  const label = stageWords[language];
  const column = Math.max(...stages.map(({ stage }) => widthOf(label[stage])));
  return stages.flatMap(({ stage, status, facts }) => {
    const state = words[language].status[status];
    // What was looked at just now needs no date.
    const live = facts.some(({ name, value }) => name === 'evidence' && value === 'live');
    const shown = status === 'not-examined' ? [] : facts.filter(({ name }) => !(live && name === 'seen-on'));
    const values = shown.map(({ name, value, where }) => {
      const named = factWords[language][name];
      const text = safe(factValue(name, value, at, language));
      if (name === 'default-setting') return `${text} (${named})`;
      const place = details.verbose && where !== undefined ? ` (${whereText(where)})` : '';
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
function timeAndAge(moment: string, at: string, language: Language): string {
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

function notExamined(path: PathReport, report: Report, style: Style, language: Language): string[] {
  const said = words[language];
  const stages = path.stages
    .filter(({ status }) => status === 'not-examined')
    .map(({ stage }) => {
      const what = stage === 'domain' ? said.domain : stage === 'arrival' ? said.arrival : undefined;
      return `${stageWords[language][stage]}${what === undefined ? '' : `${said.separator}${what}`}`;
    });
  if (path.message.kind === 'guest-passcode') stages.push(said.sentByEntra);
  const skipped = report.skipped.map((entry) => safe(skipText(entry, language)));
  return [
    ...stages,
    ...skipped,
    ...(report.probed.length === 0 && path.message.kind !== 'guest-passcode' ? [said.noServer] : []),
  ].flatMap((line) => wrap(line, style.width, '  '));
}

function isBehind(finding: Finding, path: PathReport): boolean {
  return path.stages.some(({ stage, status }) => stage === finding.stage && status === 'not-reached');
}

function same(a: Finding, b: Finding): boolean {
  return a === b || (a.code === b.code && JSON.stringify(a) === JSON.stringify(b));
}
