// Knows how the path of one message is told to a person: the verdict, the path stage by stage, the cause with its fix,
// what else was found, what stands in Dataverse, what was not examined. May not judge.

import type { PathReport } from '../../core/path-report.ts';
import type { Report } from '../../core/report.ts';
import type { Finding, Language } from '../../core/rules/rule.ts';
import { ruleOf } from '../../core/rules/judge.ts';
import { whereText } from '../../core/records/where.ts';
import { safe } from '../safe.ts';
import { signOfStage, type Style } from '../style.ts';
import { wrap } from '../wrap.ts';
import { chainLines, stepChainLines } from './chain.ts';
import { findingLines } from './finding.ts';
import { isSameFinding } from './same-finding.ts';
import { sessionLines } from './session.ts';
import { skipText } from './skip-words.ts';
import { switchedOffLines } from './severity-changes.ts';
import { stageLines, timeAndAge } from './stage-lines.ts';
import type { Details } from './human.ts';
import { diagnoseWords as words } from './diagnose-words.ts';
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
  const { since } = path.message;
  const cause = path.cause === undefined ? [] : [path.cause];
  const missing =
    path.verdict === 'unknown' ? path.findings.filter(({ severity }) => severity === 'unknown') : [];
  const main = cause.length > 0 ? cause : missing;
  const title = path.verdict === 'not-requested' ? said.titles.why : said.titles.cause;
  const also = path.findings.filter((finding) => !main.some((each) => isSameFinding(each, finding)));
  const alsoDetail = (finding: Finding) =>
    details.verbose
      ? 'full'
      : (finding.severity === 'information' && finding.stage !== 'arrival') || isBehind(finding, path)
        ? 'line'
        : 'steps';

  const switchedOff = switchedOffLines(path.switchedOff, details.verbose, style, language);
  const sections: [string, string[]][] = [
    [said.titles.path, stageLines(path.stages, report.at, details.verbose, style, language)],
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
    ...(since === undefined
      ? []
      : wrap(said.askedFor(timeAndAge(since, report.at, language)), style.width, '  ')),
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
