// Knows how a live test is told to a person: each mailbox's steps, each verdict by itself, what was written where.

import { whereText } from '../../core/records/where.ts';
import type { DirectionReport, MailboxReport, Report } from '../../core/report.ts';
import { ruleOf } from '../../core/rules/judge.ts';
import type { Finding, Language } from '../../core/rules/rule.ts';
import type { LocalProblem } from '../../core/mail/evidence.ts';
import { safe } from '../safe.ts';
import { isLoginOnly } from '../testing.ts';
import type { Style } from '../style.ts';
import { wrap } from '../wrap.ts';
import { changeLines, recordedLines } from './changes.ts';
import { findingLines } from './finding.ts';
import { switchedOffLines } from './severity-changes.ts';
import type { Details } from './human.ts';
import { alike, localLines } from './local.ts';
import { sessionLines } from './session.ts';
import { skipText } from './skip-words.ts';
import { testMailboxWords as words } from './test-mailbox-words.ts';
import { directionWords } from './words.ts';

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
    many && mailbox.verdict === 'success' && mailbox.switchedOff === undefined && !details.verbose
      ? mailboxLine(mailbox, style, language)
      : [...mailboxLines(mailbox, details, style, language), ''],
  );
  const skipped = atMostOnce(report.skipped, 'sending-left-out', said.these).flatMap((entry) =>
    wrap(safe(skipText(entry, language)), style.width, '  ', '    '),
  );
  const counts = { success: 0, failure: 0, unknown: 0 };
  for (const { verdict } of mailboxes) counts[verdict] += 1;
  return [
    ...blocks.flat(),
    ...(skipped.length === 0 ? [] : [style.colour.bold(said.notExamined), ...skipped, '']),
    ...recordedLines(
      report.written,
      mailboxes.some(isApproved) ? 'approve-and-test' : 'test',
      addressesOf(
        // What fails here would fail there: its finding comes first.
        mailboxes.filter(({ verdict }) => verdict === 'success'),
        said.these,
      ),
      style,
      language,
    ),
    ...(report.written.length > 0
      ? []
      : [details.unwritten === undefined ? said.nothingToRecord : said.unwritten]),
    ...(mailboxes.length > 1 ? [style.colour.bold(said.summary(counts))] : []),
  ];
}

function mailboxLines(mailbox: MailboxReport, details: Details, style: Style, language: Language): string[] {
  const said = words[language];
  const local = (details.evidence?.observations ?? []).filter(
    (seen): seen is LocalProblem => seen.kind === 'local' && seen.mailbox === mailbox.mailbox,
  );
  const sessions = outgoingFirst(mailbox).flatMap(({ observation }) => observation ?? []);
  const detail = details.verbose ? 'full' : 'steps';
  const switchedOff = switchedOffLines(mailbox.switchedOff, details.verbose, style, language, '    ');
  return [
    ...mailboxLine(mailbox, style, language),
    `  ${style.colour.dim(
      [
        whereText(mailbox.where),
        ...(mailbox.profile === undefined ? [] : [said.profile(safe(mailbox.profile))]),
      ].join(said.separator),
    )}`,
    ...sessions.flatMap((seen) => sessionLines(seen, details.verbose, style, language)),
    ...alike(local).flatMap((same) => localLines(same, style, language)),
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
    ...(switchedOff.lines.length === 0 ? [] : [`  ${switchedOff.title}`, ...switchedOff.lines]),
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
  const verdicts = outgoingFirst(mailbox).map((report) => {
    const { direction, verdict, class: faultClass } = report;
    const result = isLoginOnly(report) ? said.loginOnly : said.verdict[verdict];
    const because =
      faultClass === undefined || verdict === 'success' ? '' : said.inBrackets(said.classes[faultClass]);
    return `${directionWords[language][direction]}${said.colon}${result}${because}`;
  });
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

/** One reason for many mailboxes is told once. */
function atMostOnce(
  skipped: Report['skipped'],
  reason: string,
  these: string,
): readonly Report['skipped'][number][] {
  const others = skipped.filter(({ because }) => because !== reason);
  return skipped.length - others.length <= inFullUpTo
    ? skipped
    : [...others, { what: these, because: reason }];
}

/** By this run. */
function isApproved({ changes }: MailboxReport): boolean {
  return changes.some(({ path }) => path[0] === 'emailRouterAccessApproval');
}

function addressesOf(mailboxes: readonly MailboxReport[], these: string): string {
  return mailboxes.length > inFullUpTo ? these : mailboxes.map(({ address }) => address).join(', ');
}
