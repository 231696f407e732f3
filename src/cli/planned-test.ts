// Knows how to say what a test of mailboxes would do: for `test-mailbox --dry-run`.

import { whereText } from '../core/records/where.ts';
import type { Language } from '../core/rules/rule.ts';
import type { Context } from './context.ts';
import type { Format } from './outputs.ts';
import { plannedJson, plannedLines } from './planned.ts';
import { changeLines } from './reporters/changes.ts';
import type { Prepared } from './testing.ts';
import type { Write } from './workspace.ts';

const words: Record<Language, { would: string; results: string; unwritten: string }> = {
  en: {
    would: 'Would be written before the test:',
    results: 'Results would be written to:',
    unwritten: 'Results would not be written (--no-save).',
  },
  ja: {
    would: 'テストの前に書き込む内容:',
    results: '結果を書き込む場所:',
    unwritten: '結果は書き込みません(--no-save)。',
  },
};

export function plannedTest(
  prepared: readonly Prepared[],
  approvals: readonly Write[],
  { format, save, alternatives }: { format?: Format; save: boolean; alternatives: boolean },
  context: Context,
): string {
  const said = words[context.language];
  const requests = prepared.flatMap((each) => each.requests);
  const skipped = prepared.flatMap((each) => each.skipped);
  if (format === 'json') return plannedJson('test-mailbox', requests, skipped, alternatives);
  const targets = prepared
    .filter((each) => each.requests.length > 0)
    .map(({ mailbox }) => `  ${whereText(mailbox.where())}`);
  return [
    ...plannedLines(requests, skipped, alternatives, context),
    ...(approvals.length === 0 || !save
      ? []
      : [
          said.would,
          ...approvals.flatMap(({ entry, changes }) => [
            `  ${whereText(entry.where())}`,
            ...changeLines(changes, context.style, context.language, '    '),
          ]),
        ]),
    ...(save ? (targets.length === 0 ? [] : [said.results, ...targets]) : [said.unwritten]),
  ].join('\n');
}
