// Knows how the findings of all records are told to a person: each with its place, the TODO values, the counts.

import type { Kind } from '../../core/records/column.ts';
import { whereText } from '../../core/records/where.ts';
import type { Report } from '../../core/report.ts';
import type { Finding, Language, Severity } from '../../core/rules/rule.ts';
import { safe } from '../safe.ts';
import { signOfSeverity, type Style } from '../style.ts';
import { wrap } from '../wrap.ts';
import { findingLines, type Detail } from './finding.ts';
import type { Details } from './human.ts';
import { sameStepsWords, toldBefore } from './same-steps.ts';
import { switchedOffCount, switchedOffLines } from './severity-changes.ts';
import { toBeFilledIn } from './words.ts';

type Words = {
  todoHint: string;
  counts: Record<'error' | 'warning' | 'unknown' | 'information' | 'todo', (count: number) => string>;
  nothing: string;
  read(records: string): string;
  readNothing: string;
  kinds: Record<Kind, (count: number) => string>;
  separator: string;
  end: string;
};

const several = (one: string, many: string) => (count: number) => `${count} ${count === 1 ? one : many}`;
const counted = (noun: string) => (count: number) => `${noun}${count}件`;

const words: Record<Language, Words> = {
  en: {
    todoHint: 'Until then each counts as not recorded.',
    counts: {
      error: several('error', 'errors'),
      warning: several('warning', 'warnings'),
      unknown: several('thing that could not be judged', 'things that could not be judged'),
      information: several('note', 'notes'),
      todo: several('value to be filled in', 'values to be filled in'),
    },
    nothing: 'Nothing found.',
    read: (records) => `Read: ${records}.`,
    readNothing: 'Read: no record.',
    kinds: {
      profiles: several('server profile', 'server profiles'),
      mailboxes: several('mailbox', 'mailboxes'),
      users: several('user', 'users'),
      queues: several('queue', 'queues'),
      teams: several('team', 'teams'),
      contacts: several('contact', 'contacts'),
      invitations: several('invitation', 'invitations'),
      processes: several('process', 'processes'),
      sites: several('site', 'sites'),
      siteSettings: several('site setting', 'site settings'),
      guests: several('guest', 'guests'),
      tenants: several('tenant', 'tenants'),
      emails: several('e-mail row', 'e-mail rows'),
      alerts: several('alert', 'alerts'),
      environment: several('environment', 'environments'),
    },
    separator: ', ',
    end: '.',
  },
  ja: {
    todoHint: '記入するまでは、記録がないものとして扱います。',
    counts: {
      error: counted('エラー'),
      warning: counted('警告'),
      unknown: counted('判定できないもの'),
      information: counted('情報'),
      todo: counted('未記入'),
    },
    nothing: '指摘はありません。',
    read: (records) => `読み込んだもの: ${records}。`,
    readNothing: '読み込んだレコードはありません。',
    kinds: {
      profiles: counted('サーバー プロファイル'),
      mailboxes: counted('メールボックス'),
      users: counted('ユーザー'),
      queues: counted('キュー'),
      teams: counted('チーム'),
      contacts: counted('取引先担当者'),
      invitations: counted('招待'),
      processes: counted('プロセス'),
      sites: counted('サイト'),
      siteSettings: counted('サイト設定'),
      guests: counted('ゲスト'),
      tenants: counted('テナント'),
      emails: counted('電子メールの行'),
      alerts: counted('警告の行'),
      environment: counted('環境'),
    },
    separator: '、',
    end: '。',
  },
};

/** Beyond this many findings the steps would bury the list; --verbose and `explain` have them. */
const stepsUpTo = 20;

export function humanCheck(report: Report, details: Details, style: Style, language: Language): string[] {
  const said = words[language];
  const { findings, todos } = report;
  const detail = (finding: Finding): Detail =>
    details.verbose
      ? 'full'
      : finding.severity === 'information' || findings.length > stepsUpTo
        ? 'line'
        : 'steps';
  const told = details.verbose || findings.length > stepsUpTo ? [] : toldBefore(findings);
  const lines = findings.flatMap((finding, index) =>
    told[index] === true && detail(finding) === 'steps'
      ? [
          ...findingLines(finding, 'line', style, language, ''),
          ...wrap(sameStepsWords[language], style.width, '  '),
        ]
      : findingLines(finding, detail(finding), style, language, ''),
  );
  const todoLines = todos.map(({ where, path, hint }) =>
    [whereText(where), path, ...(hint === '' ? [] : [safe(hint)])].join(': '),
  );
  const counts = recordCounts(report, language);
  const switchedOff = switchedOffLines(report.switchedOff, details.verbose, style, language);
  return [
    ...lines,
    ...(todos.length === 0
      ? []
      : [
          ...(lines.length === 0 ? [] : ['']),
          style.colour.bold(toBeFilledIn[language]),
          ...todoLines.flatMap((line) => {
            const [first = '', ...others] = wrap(line, style.width, '    ');
            return [`  ${style.colour.yellow(style.signs.unknown)} ${first.trimStart()}`, ...others];
          }),
          `  ${said.todoHint}`,
        ]),
    ...(switchedOff.lines.length === 0
      ? []
      : [
          ...(lines.length + todos.length === 0 ? [] : ['']),
          style.colour.bold(switchedOff.title),
          ...switchedOff.lines,
        ]),
    ...(lines.length + todos.length + switchedOff.lines.length === 0 ? [] : ['']),
    ...wrap(counts === '' ? said.readNothing : said.read(counts), style.width),
    summary(report, style, language),
  ];
}

function recordCounts(report: Report, language: Language): string {
  const { kinds, separator } = words[language];
  return Object.entries(report.records)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => kinds[kind as Kind](count))
    .join(separator);
}

const countedSeverities = ['error', 'warning', 'unknown', 'information'] as const;

/** How much was found, in a sentence. */
export function countsText({ findings, todos, switchedOff }: Report, language: Language): string {
  const said = words[language];
  const parts = [
    ...countedSeverities.flatMap((severity) => {
      const count = findings.filter((each) => each.severity === severity).length;
      return count === 0 ? [] : [said.counts[severity](count)];
    }),
    ...(todos.length === 0 ? [] : [said.counts.todo(todos.length)]),
    ...(switchedOff === undefined ? [] : [switchedOffCount(switchedOff, language)]),
  ];
  return parts.length === 0 ? said.nothing : parts.join(said.separator) + said.end;
}

function summary(report: Report, style: Style, language: Language): string {
  const { findings, todos, switchedOff } = report;
  const text = style.colour.bold(countsText(report, language));
  const worst: Severity | undefined =
    countedSeverities.find((severity) => findings.some((each) => each.severity === severity)) ??
    (todos.length > 0 ? 'unknown' : switchedOff === undefined ? undefined : 'information');
  return worst === undefined
    ? `${style.colour.green(style.signs.good)} ${text}`
    : `${signOfSeverity(worst, style)} ${text}`;
}
