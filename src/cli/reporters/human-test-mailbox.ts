// Knows how a live test is told to a person: each mailbox's steps, each verdict by itself, what was written where.

import { isLoginOnly, isMessageMissed } from '../../core/delivery/test-result.ts';
import { gather } from '../../core/records/look-up.ts';
import { whereText } from '../../core/records/where.ts';
import type { DirectionReport, MailboxReport } from '../../core/mailbox-report.ts';
import type { Report } from '../../core/report.ts';
import { fewOf } from '../../core/rules/of-profile.ts';
import type { Language } from '../../core/rules/rule.ts';
import type { LocalProblem } from '../../core/mail/evidence.ts';
import { safe } from '../safe.ts';
import type { Style } from '../style.ts';
import { wrap } from '../wrap.ts';
import { changeLines, recordedLines } from './changes.ts';
import { countsOf, isExplained, profilesToTell, seeProfile, together } from './explained.ts';
import { findingLines, findingsLines } from './finding.ts';
import { platformLines } from './human-platform.ts';
import { profileLines } from './human-profiles.ts';
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
  const profiles = profilesToTell(report).flatMap((each) => [
    ...profileLines(each, details.verbose, style, language),
    '',
  ]);
  // Who asks for everything gets it of each.
  const groups = details.verbose
    ? mailboxes.map((mailbox) => [mailbox] as const)
    : together(mailboxes, (mailbox) => verdictText(mailbox, language));
  const blocks = groups.map((group) => {
    const [mailbox] = group;
    if (isOneLine(mailbox, details.verbose) && (many || mailbox.verdict !== 'success'))
      return [
        ...mailboxLine(
          mailbox,
          group.map(({ address }) => address),
          style,
          language,
        ),
        // A message that stays in somebody's mailbox, a warning: said of a mailbox that works as well.
        ...mailbox.findings.flatMap((finding) => findingLines(finding, 'line', style, language)),
      ];
    return [...mailboxLines(mailbox, details, style, language), ''];
  });
  const skipped = atMostOnce(report.skipped, language).flatMap((entry) =>
    wrap(safe(skipText(entry, language)), style.width, '  ', '    '),
  );
  return [
    ...profiles,
    ...separated(blocks),
    ...(skipped.length === 0 ? [] : [style.colour.bold(said.notExamined), ...skipped, '']),
    ...platformLines(report, details.verbose, style, language),
    ...recordedLines(
      report.written,
      mailboxes.some(isApproved) ? 'approve-and-test' : 'test',
      fewOf(
        // What fails here would fail there: its finding comes first.
        mailboxes.filter(({ verdict }) => verdict === 'success').map(({ address }) => address),
        language,
      ),
      style,
      language,
    ),
    ...(report.written.length > 0
      ? []
      : [details.unwritten === undefined ? said.nothingToRecord : said.unwritten]),
    ...(mailboxes.length > 1 ? [style.colour.bold(said.summary(countsOf(mailboxes)))] : []),
  ];
}

function mailboxLines(mailbox: MailboxReport, details: Details, style: Style, language: Language): string[] {
  const said = words[language];
  const local = (details.evidence?.observations ?? []).filter(
    (seen): seen is LocalProblem =>
      seen.kind === 'local' &&
      seen.mailbox === mailbox.mailbox &&
      mailbox.directions.every(
        ({ direction, onProfile }) => direction !== seen.direction || onProfile === undefined,
      ),
  );
  // What broke for the profile's reason is shown there.
  const sessions = outgoingFirst(mailbox).flatMap(({ observation, onProfile }) =>
    observation === undefined || (onProfile !== undefined && !details.verbose) ? [] : [observation],
  );
  const switchedOff = switchedOffLines(mailbox.switchedOff, details.verbose, style, language, '    ');
  return [
    ...mailboxLine(mailbox, [mailbox.address], style, language),
    `  ${style.colour.dim(
      [
        whereText(mailbox.where),
        ...(mailbox.profile === undefined ? [] : [said.profile(safe(mailbox.profile))]),
      ].join(said.separator),
    )}`,
    ...sessions.flatMap((seen) => sessionLines(seen, details.verbose, style, language)),
    ...alike(local).flatMap((same) => localLines(same, style, language)),
    ...findingsLines(mailbox.findings, details.verbose, style, language),
    ...(switchedOff.lines.length === 0 ? [] : [`  ${switchedOff.title}`, ...switchedOff.lines]),
    ...(mailbox.changes.length === 0
      ? []
      : [`  ${said.changed}`, ...changeLines(mailbox.changes, style, language, '    ')]),
  ];
}

/** `✓ admin@example.com  outgoing: Success, incoming: Success, message: arrived`: never one "OK". */
function mailboxLine(
  mailbox: MailboxReport,
  addresses: readonly string[],
  style: Style,
  language: Language,
): string[] {
  const { colour, signs } = style;
  const sign = {
    // A message that was sent and not seen to arrive is no green of everything.
    success: isMessageMissed(mailbox) ? colour.yellow(signs.warning) : colour.green(signs.good),
    failure: colour.red(signs.bad),
    unknown: colour.yellow(signs.unknown),
  }[mailbox.verdict];
  const address = safe(fewOf(addresses, language));
  const text = `${address}  ${verdictText(mailbox, language)}`;
  const [first = '', ...others] = wrap(text, style.width, '  ', '    ');
  return [`${sign} ${first.slice(2).replace(address, colour.bold(address))}`, ...others];
}

function verdictText(mailbox: MailboxReport, language: Language): string {
  const said = words[language];
  const verdicts = outgoingFirst(mailbox).map((report) => {
    const { direction, verdict, class: faultClass } = report;
    const result = isLoginOnly(report) ? said.loginOnly : said.verdict[verdict];
    const because =
      faultClass === undefined || verdict === 'success' ? '' : said.inBrackets(said.classes[faultClass]);
    return `${directionWords[language][direction]}${said.colon}${result}${because}`;
  });
  const arrival = `${said.arrivalLabel}${said.colon}${said.arrival[mailbox.arrival]}`;
  return [...verdicts, arrival].join(said.separator) + seeProfile(mailbox, language);
}

function isOneLine(mailbox: MailboxReport, verbose: boolean): boolean {
  if (verbose || mailbox.switchedOff !== undefined) return false;
  return mailbox.verdict === 'success' || isExplained(mailbox);
}

/** A line that stands alone ends without an empty one; before what follows the list there is one. */
function separated(blocks: readonly string[][]): string[] {
  const lines = blocks.flat();
  return lines.at(-1) === '' || lines.length === 0 ? lines : [...lines, ''];
}

/** Sending is what this is about; receiving comes after it. */
function outgoingFirst({ directions }: MailboxReport): DirectionReport[] {
  return directions.toSorted(
    (a, b) => Number(a.direction === 'incoming') - Number(b.direction === 'incoming'),
  );
}

/** One reason for many mailboxes is told once. */
function atMostOnce(skipped: Report['skipped'], language: Language): Report['skipped'] {
  const byReason = new Map<string, string[]>();
  for (const { what, because } of skipped) gather(byReason, because, what);
  return [...byReason].flatMap(([because, all]) => {
    if (all.length <= inFullUpTo) return all.map((what) => ({ what, because }));
    return [{ what: fewOf(all, language), because }];
  });
}

/** By this run. */
function isApproved({ changes }: MailboxReport): boolean {
  return changes.some(({ path }) => path[0] === 'emailRouterAccessApproval');
}
