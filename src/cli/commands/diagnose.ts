// `mailcheck diagnose`: why one message would not arrive. Follows the records, looks at the sender's server as far as asked,
// never sends, writes nothing but the evidence file that was named.

import { pathsOfSteps, resolve, type DeliveryPath } from '../../core/delivery/path.ts';
import { sessionOfAnother } from '../../core/delivery/named-server.ts';
import { plan, type Skipped } from '../../core/delivery/plan.ts';
import type { Evidence, LocalProblem } from '../../core/mail/evidence.ts';
import { judgePath } from '../../core/rules/judge-path.ts';
import type { Entry, Records } from '../../core/records/records.ts';
import { contactsWithAddress } from '../../core/delivery/contacts-by-address.ts';
import { refuseSeveral } from '../contact-asked.ts';
import type { Context } from '../context.ts';
import { exitCode, type ExitCode, type FailOn } from '../exit.ts';
import {
  contacted,
  plannedJson,
  plannedLines,
  requestText,
  skippedEntries,
  type SkippedEntry,
} from '../planned.ts';
import { giveOut, refuseFormatsOfDryRun, type Asked } from '../outputs.ts';
import { emptyReport } from '../report.ts';
import { messageAsked, refuseEvidenceOfGuests } from '../message-asked.ts';
import { namesSecret } from '../reporters/skip-words.ts';
import { siteAsked } from '../site-asked.ts';
import { loadWorkspace } from '../workspace.ts';

export type DiagnoseArguments = Asked & {
  workspace?: string;
  message?: string | undefined;
  to?: string;
  workflow?: string;
  since?: string;
  link?: string;
  site?: string;
  depth?: 'records' | 'connect' | 'login';
  offline?: boolean;
  /** false: --no-alternatives */
  alternatives: boolean;
  saveEvidence?: string;
  evidence?: string;
  failOn?: FailOn;
  verbose?: boolean;
  caFile?: string;
};

export async function diagnose(given: DiagnoseArguments, context: Context): Promise<ExitCode> {
  refuseFormatsOfDryRun(given, context.language);
  const asks = given.message === undefined && given.workflow === undefined && context.ask !== undefined;
  const known = asks ? undefined : messageAsked(given, context);
  const { records, root, file } = await loadWorkspace(given.workspace, context);
  const args = asks ? await withAnswers(given, records, context) : given;
  const message = known ?? messageAsked(args, context);
  refuseEvidenceOfGuests(message.kind, args, context.language);
  const waiting = message.kind === 'guest-passcode' ? 'guests' : 'contacts';
  // An address that several contacts share is why no reset mail comes, and no slip.
  if (message.kind !== 'password-reset' || contactsWithAddress(records, args.to ?? '').length < 2)
    refuseSeveral(waiting, args.to, '--to', records, context.language);
  const site = siteAsked(args.site, records, context.language)?.id;
  const path = resolve(records, message, site === undefined ? {} : { site });

  const looked = await look(path, args, root, context);
  if (looked === 'dry-run') return 0;
  const now = context.now();
  const report = {
    ...emptyReport('diagnose', records, now),
    paths: [judgePath(path, looked.evidence, now)],
    probed: looked.probed,
    skipped: looked.skipped,
  };
  const { evidence } = looked;
  const failOn = args.failOn ?? 'error';
  return await giveOut(
    report,
    args,
    { verbose: args.verbose ?? false, ...(evidence === undefined ? {} : { evidence }) },
    { failOn, exitCode: exitCode(report, failOn), version: context.version, workspace: file },
    context,
  );
}

/** What a person at a terminal left out is asked for; the command that it amounts to is shown. */
async function withAnswers(
  given: DiagnoseArguments,
  records: Records,
  context: Context,
): Promise<DiagnoseArguments> {
  const { askForMessage, commandOf } = await import('../diagnose-questions.ts');
  const answers = await askForMessage(given, records, context);
  context.err(`${commandOf(answers, { ...given }, context)}\n`);
  return { ...given, ...answers };
}

type Looked = { evidence?: Evidence; probed: string[]; skipped: SkippedEntry[] };

async function look(
  path: DeliveryPath,
  args: DiagnoseArguments,
  root: string,
  context: Context,
): Promise<Looked | 'dry-run'> {
  // Microsoft Entra sends passcodes by itself: there is no mail server to look at.
  if (path.message.kind === 'guest-passcode' && args.dryRun !== true) return { probed: [], skipped: [] };
  if (args.evidence !== undefined) {
    const { readEvidence } = await import('../evidence-file.ts');
    const evidence = await readEvidence(args.evidence, context);
    return { evidence, probed: [], skipped: notSeen(path, evidence) };
  }
  const { requests, skipped } = plan(path, args.depth ?? 'records');
  const left = skippedEntries(skipped, (mailbox) => addressOf(path, mailbox));
  if (args.dryRun === true) {
    const contacted = args.offline === true ? [] : requests;
    context.out(
      args.format === 'json'
        ? plannedJson('diagnose', contacted, left, args.alternatives)
        : plannedLines(contacted, left, args.alternatives, context).join('\n'),
    );
    return 'dry-run';
  }
  if (args.offline === true) {
    const offline = requests.map((request) => ({ what: requestText(request), because: 'offline' }));
    return { probed: [], skipped: [...left, ...offline] };
  }
  const impossible = skipped.flatMap(asLocalProblem);
  if (requests.length === 0 && impossible.length === 0 && args.saveEvidence === undefined)
    return { probed: [], skipped: left };
  const { observeLive } = await import('../observing.ts');
  const seen = await observeLive(requests, { alternatives: args.alternatives }, args.caFile, root, context);
  const evidence = { ...seen, observations: [...seen.observations, ...impossible] };
  if (args.saveEvidence !== undefined) {
    const { saveEvidence } = await import('../evidence-file.ts');
    await saveEvidence(args.saveEvidence, evidence, context);
  }
  return {
    evidence,
    probed: contacted(requests, evidence),
    skipped: [...left, ...localProblems(path, seen)],
  };
}

/** A look that was asked for and that this version or these records do not allow: a stored test does not stand in for it. */
function asLocalProblem({ mailbox, direction, because }: Skipped): LocalProblem[] {
  if (mailbox === undefined || (because !== 'not-supported' && because !== 'no-credentials')) return [];
  const problem = because === 'no-credentials' ? 'secret-missing' : 'not-supported';
  return [
    { kind: 'local', request: `${mailbox}:${direction}`, mailbox, direction, problem, detail: because },
  ];
}

function addressOf(path: DeliveryPath, id: string | undefined): string | undefined {
  const mailbox = pathsOfSteps(path).find((step) => step.mailbox.found?.id === id)?.mailbox.found;
  return mailbox?.fields.emailAddress ?? mailbox?.id;
}

/** The senders' mailboxes of whose server a file of evidence says nothing. */
function notSeen(path: DeliveryPath, evidence: Evidence): SkippedEntry[] {
  const mailboxes = new Set(pathsOfSteps(path).map(({ mailbox }) => mailbox.found));
  return [
    ...[...mailboxes].flatMap((mailbox) => missingIn(evidence, mailbox, path.records)),
    ...localProblems(path, evidence),
  ];
}

/** What it holds of another server or login than the records name now says nothing of the present one. */
function missingIn(
  { observations }: Evidence,
  mailbox: Entry<'mailboxes'> | undefined,
  records: Records,
): SkippedEntry[] {
  if (mailbox === undefined) return [{ what: '? outgoing', because: 'mailbox-not-known' }];
  const what = `${mailbox.fields.emailAddress ?? mailbox.id} outgoing`;
  const own = observations.filter((seen) => seen.mailbox === mailbox.id && seen.direction === 'outgoing');
  const others = own.flatMap(
    (seen) => (seen.kind === 'session' && sessionOfAnother(seen, mailbox, records)) || [],
  );
  const [other] = others;
  if (other === undefined) return own.length === 0 ? [{ what, because: 'not-in-evidence' }] : [];
  if (others.length < own.length) return [];
  return [
    {
      what: `${what} (${other.name})`,
      because: other.of === 'server' ? 'evidence-of-another-server' : 'evidence-of-another-login',
    },
  ];
}

/** Looks that came to nothing for a reason on our side: a password that could not be read, an interruption. */
function localProblems(path: DeliveryPath, { observations }: Evidence): SkippedEntry[] {
  return observations.flatMap((seen) => {
    const address = seen.direction === 'outgoing' ? addressOf(path, seen.mailbox) : undefined;
    if (seen.kind !== 'local' || address === undefined) return [];
    const which = namesSecret(seen.problem) ? ` (${seen.detail})` : '';
    return [{ what: `${address} outgoing${which}`, because: seen.problem }];
  });
}
