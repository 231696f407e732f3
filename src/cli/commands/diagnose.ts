// `mailcheck diagnose`: why one message would not arrive. Follows the records, looks at the sender's server as far as asked,
// never sends, writes nothing but the evidence file that was named.

import { messageKinds, type Message, type MessageKind } from '../../core/delivery/message.ts';
import { resolve, type DeliveryPath } from '../../core/delivery/path.ts';
import { plan } from '../../core/delivery/plan.ts';
import type { Evidence } from '../../core/mail/evidence.ts';
import type { Records } from '../../core/records/records.ts';
import { judgePath } from '../../core/rules/judge.ts';
import type { Language } from '../../core/rules/rule.ts';
import type { Context } from '../context.ts';
import { exitCode, Unusable, type ExitCode, type FailOn } from '../exit.ts';
import { plannedJson, plannedLines, requestText, skippedEntries, type SkippedEntry } from '../planned.ts';
import { emptyReport, giveOut, type Format } from '../report.ts';
import { safe } from '../safe.ts';
import { loadWorkspace } from '../workspace.ts';

export type DiagnoseArguments = {
  workspace?: string;
  message?: string | undefined;
  to?: string;
  workflow?: string;
  site?: string;
  depth?: 'records' | 'connect' | 'login';
  offline?: boolean;
  dryRun?: boolean;
  saveEvidence?: string;
  evidence?: string;
  failOn?: FailOn;
  format?: Format;
  verbose?: boolean;
  caFile?: string;
};

type Words = {
  which(kinds: string): string;
  both: string;
  noMessage(kind: string, kinds: string): string;
  noContact(kind: string): string;
  noSite(site: string, sites: string): string;
};

const words: Record<Language, Words> = {
  en: {
    which: (kinds) => `Which message? One of ${kinds}, or --workflow NAME.`,
    both: 'Either a message or --workflow, not both.',
    noMessage: (kind, kinds) => `There is no message "${kind}"; it is one of ${kinds}, or --workflow NAME.`,
    noContact: (kind) => `Who waits for it? Name the contact: mailcheck diagnose ${kind} --to ADDRESS`,
    noSite: (site, sites) => `No site "${site}" is recorded${sites === '' ? '' : `; there is ${sites}`}.`,
  },
  ja: {
    which: (kinds) => `どのメールですか。${kinds} のいずれか、または --workflow 名前 を指定してください。`,
    both: 'メールの種類と --workflow は同時に指定できません。',
    noMessage: (kind, kinds) =>
      `「${kind}」というメールはありません。${kinds} のいずれか、または --workflow 名前 を指定してください。`,
    noContact: (kind) =>
      `誰が待っているメールですか。取引先担当者を指定してください: mailcheck diagnose ${kind} --to アドレス`,
    noSite: (site, sites) =>
      `「${site}」というサイトは設定ファイルにありません。${sites === '' ? '' : `あるのは ${sites} です。`}`,
  },
};

export async function diagnose(args: DiagnoseArguments, context: Context): Promise<ExitCode> {
  const message = messageAsked(args, context.language);
  const { records, root } = await loadWorkspace(args.workspace, context);
  const site = siteAsked(args, records, context.language);
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
  await giveOut(
    report,
    args.format,
    { verbose: args.verbose ?? false, ...(evidence === undefined ? {} : { evidence }) },
    context,
  );
  return exitCode(report, args.failOn ?? 'error');
}

function messageAsked({ message, workflow, to }: DiagnoseArguments, language: Language): Message {
  const said = words[language];
  const kinds = messageKinds.filter((kind) => kind !== 'workflow');
  const contact = to === undefined ? {} : { to };
  if (workflow !== undefined) {
    if (message !== undefined) throw new Unusable(said.both);
    return { kind: 'workflow', process: workflow, ...contact };
  }
  const separator = language === 'ja' ? '、' : ', ';
  if (message === undefined) throw new Unusable(said.which(kinds.join(separator)));
  const kind: MessageKind | undefined = kinds.find((known) => known === message);
  if (kind === undefined) throw new Unusable(said.noMessage(safe(message, 60), kinds.join(separator)));
  if (to === undefined) throw new Unusable(said.noContact(kind));
  return { kind, ...contact };
}

/** A site that is named but not recorded is a slip of the pen, not a finding. */
function siteAsked({ site }: DiagnoseArguments, records: Records, language: Language): string | undefined {
  if (site === undefined) return undefined;
  const wanted = site.toLowerCase();
  const found = records.sites.find(
    ({ id, fields }) => id.toLowerCase() === wanted || fields.name?.toLowerCase() === wanted,
  );
  if (found === undefined)
    throw new Unusable(words[language].noSite(safe(site, 60), records.sites.map(({ id }) => id).join(', ')));
  return found.id;
}

type Looked = { evidence?: Evidence; probed: string[]; skipped: SkippedEntry[] };

async function look(
  path: DeliveryPath,
  args: DiagnoseArguments,
  root: string,
  context: Context,
): Promise<Looked | 'dry-run'> {
  if (args.evidence !== undefined) {
    const { readEvidence } = await import('../evidence-file.ts');
    return { evidence: await readEvidence(args.evidence, context), probed: [], skipped: [] };
  }
  const { requests, skipped } = plan(path, args.depth ?? 'records');
  const address = path.mailbox.found?.fields.emailAddress ?? path.mailbox.found?.id;
  const left = skippedEntries(skipped, () => address);
  if (args.dryRun === true) {
    const contacted = args.offline === true ? [] : requests;
    context.out(
      args.format === 'json'
        ? plannedJson('diagnose', contacted, left)
        : plannedLines(contacted, left, context).join('\n'),
    );
    return 'dry-run';
  }
  if (args.offline === true) {
    const offline = requests.map((request) => ({ what: requestText(request), because: 'offline' }));
    return { probed: [], skipped: [...left, ...offline] };
  }
  if (requests.length === 0 && args.saveEvidence === undefined) return { probed: [], skipped: left };
  const { observeLive } = await import('../observing.ts');
  const evidence = await observeLive(requests, {}, args.caFile, root, context);
  if (args.saveEvidence !== undefined) {
    const { saveEvidence } = await import('../evidence-file.ts');
    await saveEvidence(args.saveEvidence, evidence, context);
  }
  return { evidence, probed: requests.map(requestText), skipped: left };
}
