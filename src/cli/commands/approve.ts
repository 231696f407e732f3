// `mailcheck approve`: records that mailboxes are approved, and says what it changed. Approving again is no error.

import { approveChanges } from '../../core/delivery/lifecycle.ts';
import { whereText } from '../../core/records/where.ts';
import type { Language } from '../../core/rules/rule.ts';
import type { Context } from '../context.ts';
import { worst, type ExitCode } from '../exit.ts';
import { mailboxesNamed } from '../mailboxes.ts';
import { changeLines, recordedLines } from '../reporters/changes.ts';
import { safe } from '../safe.ts';
import { loadWorkspace, writeBack, type Write } from '../workspace.ts';

export type ApproveArguments = { workspace?: string; addresses: string[]; dryRun?: boolean };

const words: Record<Language, { already: string; would: string }> = {
  en: { already: 'already approved; nothing to change', would: 'Nothing was written (--dry-run).' },
  ja: { already: 'すでに承認済みです', would: '書き込んでいません(--dry-run)。' },
};

export async function approve(args: ApproveArguments, context: Context): Promise<ExitCode> {
  const workspace = await loadWorkspace(args.workspace, context);
  const { language, style } = context;
  const mailboxes = mailboxesNamed(workspace.records, args.addresses, language);
  const writes: Write[] = [];
  for (const mailbox of mailboxes) {
    const name = style.colour.bold(safe(mailbox.fields.emailAddress ?? mailbox.id));
    const changes = approveChanges(mailbox.fields);
    if (changes === 'already') {
      context.out(`${style.colour.green(style.signs.good)} ${name}: ${words[language].already}`);
      continue;
    }
    writes.push({ entry: mailbox, changes });
    context.out(
      [
        `${style.colour.green(style.signs.good)} ${name}  ${style.colour.dim(whereText(mailbox.where()))}`,
        ...changeLines(changes, style, language, '    '),
      ].join('\n'),
    );
  }
  if (writes.length === 0) return 0;
  if (args.dryRun === true) {
    context.out(words[language].would);
    return 0;
  }
  const { written, failed } = await writeBack(writes, context);
  const address = writes.map(({ entry }) => entry.fields.emailAddress ?? entry.id).join(', ');
  context.out(recordedLines([...written.values()], 'approve', address, style, language).join('\n'));
  return worst(failed ? [2] : [0]);
}
