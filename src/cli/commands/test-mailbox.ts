// `mailcheck test-mailbox`: the preconditions without a socket, then the servers, then the record. Touches no message but its
// own. What is known is written and told even when the run is interrupted.

import { approveChanges } from '../../core/delivery/lifecycle.ts';
import { isLoginOnly } from '../../core/delivery/test-result.ts';
import type { Where } from '../../core/records/where.ts';
import type { Entry, Records } from '../../core/records/records.ts';
import type { Evidence } from '../../core/mail/evidence.ts';
import { expectedAlerts } from '../../core/rules/expected-alerts.ts';
import { judgeProfiles } from '../../core/rules/judge-profiles.ts';
import type { Language } from '../../core/rules/rule.ts';
import type { Context } from '../context.ts';
import { exitCode, Unusable, worst, type ExitCode, type FailOn } from '../exit.ts';
import { activeMailboxes, mailboxesNamed, mailboxesOfProfile, refuseBesideAll } from '../mailboxes.ts';
import { observeMailboxes, type MailboxLimits } from '../observing-mailboxes.ts';
import { contacted } from '../planned.ts';
import { plannedTest } from '../planned-test.ts';
import { giveOut, refuseFormatsOfDryRun, type Asked } from '../outputs.ts';
import { emptyReport } from '../report.ts';
import { judged, planned, recordChanges, type Prepared } from '../testing.ts';
import { withMovedPlaces } from '../moved-places.ts';
import { byPlace, loadWorkspace, placeText, writeBack, type Workspace, type Write } from '../workspace.ts';

export type TestMailboxArguments = Asked & {
  workspace?: string;
  addresses: string[];
  all?: boolean;
  profile?: string;
  approve?: boolean;
  /** false: --no-send */
  send: boolean;
  /** false: --no-save */
  save: boolean;
  timeout?: number;
  arrivalTimeout?: number;
  concurrency?: number;
  /** false: --no-alternatives */
  alternatives: boolean;
  saveEvidence?: string;
  failOn?: FailOn;
  caFile?: string;
  verbose?: boolean;
};

const words: Record<Language, { which: string; none: string }> = {
  en: {
    which: 'Which mailbox? Name addresses, or --profile NAME, or --all.',
    none: 'No active mailbox is recorded there.',
  },
  ja: {
    which: 'どのメールボックスですか。アドレス、--profile 名前、--all のいずれかを指定してください。',
    none: '該当するアクティブなメールボックスがありません。',
  },
};

export async function testMailbox(args: TestMailboxArguments, context: Context): Promise<ExitCode> {
  refuseFormatsOfDryRun(args, context.language);
  refuseBesideAll(args, 'test-mailbox', context.language);
  const workspace = await loadWorkspace(args.workspace, context);
  const mailboxes = mailboxesAsked(args, workspace.records, context.language);
  const approvals = args.approve === true ? approve(mailboxes) : [];
  const now = context.now();
  const prepared = mailboxes.map((mailbox) =>
    planned(mailbox, workspace.records, args.send ? 'send' : 'login', now),
  );
  if (args.dryRun === true) {
    context.out(plannedTest(prepared, approvals, args, context));
    return 0;
  }
  const saving = args.save && approvals.length > 0;
  const approved = saving ? await writeBack(approvals, context) : undefined;
  if (approved?.failed === true) return 2;

  const evidence = await observeMailboxes(prepared, limitsOf(args), args.caFile, workspace.root, context);
  const code = await conclude(
    prepared,
    evidence,
    { approvals, written: approved?.written },
    workspace,
    args,
    context,
  );
  // Last: where this file cannot be written, the results are told and recorded all the same.
  if (args.saveEvidence !== undefined) {
    const { saveEvidence } = await import('../evidence-file.ts');
    await saveEvidence(args.saveEvidence, evidence, context);
  }
  return code;
}

function mailboxesAsked(
  { addresses, all, profile }: TestMailboxArguments,
  records: Records,
  language: Language,
): Entry<'mailboxes'>[] {
  const asked = new Set([
    ...mailboxesNamed(records, addresses, language),
    ...(profile === undefined ? [] : mailboxesOfProfile(records, profile, language)),
    ...(all === true ? activeMailboxes(records) : []),
  ]);
  if (asked.size > 0) return [...asked];
  const nothingAsked = addresses.length === 0 && profile === undefined && all !== true;
  throw new Unusable(nothingAsked ? words[language].which : words[language].none);
}

/** The records in memory are approved in any case, so that the preconditions see it; the file only where saving is allowed. */
function approve(mailboxes: readonly Entry<'mailboxes'>[]): Write[] {
  return mailboxes.flatMap((entry) => {
    const changes = approveChanges(entry.fields);
    if (changes === 'already') return [];
    entry.fields = { ...entry.fields, emailRouterAccessApproval: 'approved' };
    return [{ entry, changes }];
  });
}

function limitsOf({
  timeout,
  arrivalTimeout,
  concurrency,
  save,
  alternatives,
}: TestMailboxArguments): MailboxLimits {
  return {
    ...(timeout === undefined ? {} : { timeout }),
    ...(arrivalTimeout === undefined ? {} : { arrivalTimeout }),
    ...(concurrency === undefined ? {} : { concurrency }),
    keepRefreshTokens: save,
    alternatives,
  };
}

async function conclude(
  prepared: readonly Prepared[],
  evidence: Evidence,
  approved: { approvals: readonly Write[]; written: ReadonlyMap<Entry, Where> | undefined },
  workspace: Workspace,
  args: TestMailboxArguments,
  context: Context,
): Promise<ExitCode> {
  const now = context.now();
  const { mailboxes: reports, profiles } = judgeProfiles(
    prepared.map((each) => ({
      mailbox: each.mailbox,
      report: judged(each, workspace.records, evidence, now, approved.written !== undefined),
    })),
    workspace.records,
  );
  const writes = prepared.flatMap(({ mailbox }, index): Write[] => {
    const report = reports[index];
    if (report === undefined) return [];
    const changes = recordChanges(mailbox, report, evidence.at);
    const approval = approved.approvals.find(({ entry }) => entry === mailbox)?.changes ?? [];
    report.changes = [...approval, ...changes];
    return changes.length === 0 ? [] : [{ entry: mailbox, changes }];
  });
  const outcome =
    args.save && writes.length > 0
      ? await writeBack(writes, context)
      : { written: new Map<Entry, Where>(), failed: false };
  // A later write moves what stands below: the last place is the one to look at.
  const written = new Map([...(approved.written ?? []), ...outcome.written]);
  const report = {
    ...emptyReport('test-mailbox', workspace.records, now),
    ...withMovedPlaces(
      { mailboxes: reports, profiles, alerts: expectedAlerts(reports, profiles, workspace.records) },
      written,
    ),
    probed: contacted(
      prepared.flatMap(({ requests }) => requests),
      evidence,
    ),
    skipped: [
      ...prepared.flatMap(({ skipped }) => skipped),
      ...reports.flatMap(({ address, directions }) =>
        directions
          .filter(isLoginOnly)
          .map(({ direction }) => ({ what: `${address} ${direction}`, because: 'sending-left-out' })),
      ),
    ],
    written: [...written.values()].map(placeText).sort(byPlace),
  };
  const failOn = args.failOn ?? 'error';
  return await giveOut(
    report,
    args,
    { verbose: args.verbose ?? false, evidence, ...(args.save ? {} : { unwritten: 'no-save' }) },
    {
      failOn,
      exitCode: worst([exitCode(report, failOn), outcome.failed ? 2 : 0]),
      version: context.version,
      workspace: workspace.file,
    },
    context,
  );
}
