// Knows how a live test is told to a person: each mailbox's steps, each verdict by itself, what was written where.

import { whereText } from '../../core/records/where.ts';
import type { DirectionReport, MailboxReport, Report } from '../../core/report.ts';
import { ruleOf } from '../../core/rules/judge.ts';
import type { Finding, Language } from '../../core/rules/rule.ts';
import type { FaultClass } from '../../core/mail/fault-class.ts';
import { safe } from '../safe.ts';
import type { Style } from '../style.ts';
import { wrap } from '../wrap.ts';
import { changeLines, recordedLines } from './changes.ts';
import { findingLines } from './finding.ts';
import type { Details } from './human.ts';
import { sessionLines } from './session.ts';
import { skipText } from './skip-words.ts';
import { directionWords } from './words.ts';

type Words = {
  profile(name: string): string;
  verdict: Record<DirectionReport['verdict'], string>;
  arrivalLabel: string;
  arrival: Record<MailboxReport['arrival'], string>;
  classes: Record<FaultClass, string>;
  changed: string;
  unwritten: string;
  nothingToRecord: string;
  notExamined: string;
  these: string;
  summary(counts: Record<MailboxReport['verdict'], number>): string;
  colon: string;
  separator: string;
};

const words: Record<Language, Words> = {
  en: {
    profile: (name) => `server profile "${name}"`,
    verdict: {
      success: 'Success',
      failure: 'Failure',
      unknown: 'could not be determined',
      'not-tested': 'not tested',
    },
    arrivalLabel: 'test message',
    arrival: {
      arrived: 'arrived',
      'not-arrived': 'did not arrive in time',
      unknown: 'arrival unknown',
      'not-tried': 'not tried',
    },
    classes: {
      credential: 'credentials',
      configuration: 'configuration',
      policy: 'policy of the server',
      transient: 'may pass by itself',
      network: 'network',
      certificate: 'certificate',
      local: 'on this side',
    },
    changed: 'Changes of the record:',
    unwritten: 'Not written (--no-save).',
    nothingToRecord: 'Nothing to record.',
    notExamined: 'Not examined',
    these: 'these mailboxes',
    summary: ({ success, failure, unknown }) =>
      `${success + failure + unknown} mailboxes: ${success} work, ${failure} do not, ${unknown} could not be determined.`,
    colon: ': ',
    separator: ', ',
  },
  ja: {
    profile: (name) => `サーバー プロファイル「${name}」`,
    verdict: {
      success: '成功',
      failure: '失敗',
      unknown: '判定できない',
      'not-tested': 'テストしていない',
    },
    arrivalLabel: 'テストメール',
    arrival: {
      arrived: '着信した',
      'not-arrived': '時間内に着信しない',
      unknown: '着信は不明',
      'not-tried': '着信は試していない',
    },
    classes: {
      credential: '資格情報',
      configuration: '設定',
      policy: 'サーバーの方針',
      transient: '時間をおけば直る可能性あり',
      network: 'ネットワーク',
      certificate: '証明書',
      local: 'このPC側',
    },
    changed: '設定ファイルの変更点:',
    unwritten: '設定ファイルには書いていません(--no-save)。',
    nothingToRecord: '記録することはありません。',
    notExamined: '調べていないこと',
    these: 'これらのメールボックス',
    summary: ({ success, failure, unknown }) =>
      `メールボックス${success + failure + unknown}件: 成功${success}件、失敗${failure}件、判定できない${unknown}件。`,
    colon: ': ',
    separator: '、',
  },
};

/** With more than this many, those that work get one line each. */
const inFullUpTo = 3;

export function humanTestMailbox(
  report: Report,
  details: Details,
  style: Style,
  language: Language,
): string[] {
  const said = words[language];
  const { mailboxes } = report;
  const many = mailboxes.length > inFullUpTo;
  const blocks = mailboxes.map((mailbox) =>
    many && mailbox.verdict === 'success' && !details.verbose
      ? mailboxLine(mailbox, style, language)
      : [...mailboxLines(mailbox, details, style, language), ''],
  );
  const skipped = report.skipped.flatMap((entry) =>
    wrap(safe(skipText(entry, language)), style.width, '  ', '    '),
  );
  const counts = { success: 0, failure: 0, unknown: 0 };
  for (const { verdict } of mailboxes) counts[verdict] += 1;
  return [
    ...blocks.flat(),
    ...(skipped.length === 0 ? [] : [style.colour.bold(said.notExamined), ...skipped, '']),
    ...recordedLines(report.written, 'test', addressesOf(mailboxes, said.these), style, language),
    ...(report.written.length > 0
      ? []
      : [details.unwritten === undefined ? said.nothingToRecord : said.unwritten]),
    ...(mailboxes.length > 1 ? [style.colour.bold(said.summary(counts))] : []),
  ];
}

function mailboxLines(mailbox: MailboxReport, details: Details, style: Style, language: Language): string[] {
  const said = words[language];
  const local = (details.evidence?.observations ?? []).filter(
    (seen) => seen.kind === 'local' && seen.mailbox === mailbox.mailbox,
  );
  const sessions = outgoingFirst(mailbox).flatMap(({ observation }) => observation ?? []);
  const detail = details.verbose ? 'full' : 'steps';
  return [
    ...mailboxLine(mailbox, style, language),
    `  ${style.colour.dim(
      [
        whereText(mailbox.where),
        ...(mailbox.profile === undefined ? [] : [said.profile(safe(mailbox.profile))]),
      ].join(said.separator),
    )}`,
    ...[...sessions, ...local].flatMap((seen) => sessionLines(seen, details.verbose, style, language)),
    ...mailbox.findings.flatMap((finding, index) =>
      findingLines(
        finding,
        finding.severity === 'information' || saysTheSame(finding, mailbox.findings[index + 1])
          ? 'line'
          : detail,
        style,
        language,
      ),
    ),
    ...(mailbox.changes.length === 0
      ? []
      : [`  ${said.changed}`, ...changeLines(mailbox.changes, style, language, '    ')]),
  ];
}

/** `✓ admin@example.com  outgoing: Success, incoming: Success, message: arrived`: never one "OK". */
function mailboxLine(mailbox: MailboxReport, style: Style, language: Language): string[] {
  const said = words[language];
  const { colour, signs } = style;
  const sign = {
    success: colour.green(signs.good),
    failure: colour.red(signs.bad),
    unknown: colour.yellow(signs.unknown),
  }[mailbox.verdict];
  const verdicts = outgoingFirst(mailbox).map(
    ({ direction, verdict, class: faultClass }) =>
      `${directionWords[language][direction]}${said.colon}${said.verdict[verdict]}` +
      (faultClass === undefined || verdict === 'success' ? '' : ` (${said.classes[faultClass]})`),
  );
  const arrival = `${said.arrivalLabel}${said.colon}${said.arrival[mailbox.arrival]}`;
  const address = safe(mailbox.address);
  const text = `${address}  ${[...verdicts, arrival].join(said.separator)}`;
  const [first = '', ...others] = wrap(text, style.width, '  ', '    ');
  return [`${sign} ${first.slice(2).replace(address, colour.bold(address))}`, ...others];
}

/** Sending is what this is about; receiving comes after it. */
function outgoingFirst({ directions }: MailboxReport): DirectionReport[] {
  return directions.toSorted(
    (a, b) => Number(a.direction === 'incoming') - Number(b.direction === 'incoming'),
  );
}

/** Both directions were refused for one reason: its steps are told once, with the last of them. */
function saysTheSame(finding: Finding, next: Finding | undefined): boolean {
  if (next?.code !== finding.code) return false;
  const { fix } = ruleOf(finding.code);
  return JSON.stringify(fix(finding, 'en')) === JSON.stringify(fix(next, 'en'));
}

function addressesOf(mailboxes: readonly MailboxReport[], these: string): string {
  return mailboxes.length > inFullUpTo ? these : mailboxes.map(({ address }) => address).join(', ');
}
