// `mailcheck approve`: records that mailboxes are approved, and says what it changed. Approving again is no error.

import { approveChanges } from '../../core/delivery/lifecycle.ts';
import type { Entry } from '../../core/records/records.ts';
import { whereText, type Where } from '../../core/records/where.ts';
import type { Language } from '../../core/rules/rule.ts';
import type { Context } from '../context.ts';
import { worst, type ExitCode } from '../exit.ts';
import { mailboxesNamed } from '../mailboxes.ts';
import { changeLines, recordedLines } from '../reporters/changes.ts';
import { safe } from '../safe.ts';
import { loadWorkspace, placeText, writeBack, type Write } from '../workspace.ts';

export type ApproveArguments = { workspace?: string; addresses: string[]; dryRun?: boolean };

const words: Record<Language, { already: string; would: string }> = {
  en: { already: 'already approved; nothing to change', would: 'Nothing was written (--dry-run).' },
  ja: { already: 'すでに承認済みです', would: '書き込んでいません(--dry-run)。' },
};

export async function approve(args: ApproveArguments, context: Context): Promise<ExitCode> {
  const workspace = await loadWorkspace(args.workspace, context);
  const { language, style } = context;
  const mailboxes = mailboxesNamed(workspace.records, args.addresses, language);
  const said = words[language];
  const good = style.colour.green(style.signs.good);
  const name = ({ fields, id }: Entry<'mailboxes'>): string =>
    style.colour.bold(safe(fields.emailAddress ?? id));
  const writes: Write[] = [];
  for (const entry of mailboxes) {
    const changes = approveChanges(entry.fields);
    if (changes === 'already') context.out(`${good} ${name(entry)}: ${said.already}`);
    else writes.push({ entry, changes });
  }
  if (writes.length === 0) return 0;

  // Written first: no line may call a mailbox approved whose record could not be changed.
  const dryRun = args.dryRun === true;
  const { written, failed } = dryRun
    ? { written: new Map<Entry, Where>(), failed: false }
    : await writeBack(writes, context);
  const done = dryRun ? writes : writes.filter(({ entry }) => written.has(entry));
  for (const { entry, changes } of done)
    context.out(
      [
        `${dryRun ? style.signs.none : good} ${name(entry)}  ${style.colour.dim(whereText(entry.where()))}`,
        ...changeLines(changes, style, language, '    '),
      ].join('\n'),
    );
  if (dryRun) context.out(said.would);
  else {
    const addresses = done.map(({ entry }) => entry.fields.emailAddress ?? entry.id).join(', ');
    const lines = recordedLines([...written.values()].map(placeText), 'approve', addresses, style, language);
    context.out(lines.length === 0 ? '' : ['', ...lines].join('\n'));
  }
  return worst(failed ? [2] : [0]);
}
