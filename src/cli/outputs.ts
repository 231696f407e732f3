// Knows the formats of a report, how --output FORMAT=FILE is understood, and how a report is given out in all that was
// asked for. What cannot be written is said and loses nothing else. May not judge.

import { Option } from 'commander';
import { nearest } from '../core/records/suggest.ts';
import type { Report } from '../core/report.ts';
import type { Language } from '../core/rules/rule.ts';
import type { Context } from './context.ts';
import { Unusable, worst, type ExitCode } from './exit.ts';
import { forErrors } from './for-errors.ts';
import { reasonNotWritten } from './not-written.ts';
import type { Run } from './reporters/all-findings.ts';
import type { Details } from './reporters/human.ts';
import { safe } from './safe.ts';
import { createStyle } from './style.ts';
import { measuredRoughly } from './wrap.ts';

export const formats = ['human', 'json', 'junit', 'sarif', 'github', 'markdown'] as const;
export type Format = (typeof formats)[number];
export type Output = { format: Format; file: string };

/** Asked for on the command line. */
export type Asked = { format?: Format; output?: Output[]; dryRun?: boolean };

const words: Record<
  Language,
  {
    shape(value: string): string;
    format(name: string, meant: string | undefined): string;
    twice(file: string): string;
    dryRun: string;
    unwritable(file: string, reason: string): string;
  }
> = {
  en: {
    shape: (value) =>
      `--output "${value}" lacks a FORMAT or a FILE: write FORMAT=FILE, like junit=report.xml.`,
    format: (name, meant) =>
      `--output: "${name}" is no format.${meant === undefined ? '' : ` Did you mean ${meant}?`} It is one of ${formats.join(', ')}.`,
    twice: (file) => `--output names ${file} twice; one report would replace the other.`,
    dryRun: '--dry-run judges nothing: it prints in the formats human and json, and takes no --output.',
    unwritable: (file, reason) => `--output: ${file} was not written: ${reason}.`,
  },
  ja: {
    shape: (value) =>
      `--output「${value}」に形式かファイルがありません。junit=report.xml のように 形式=ファイル と書いてください。`,
    format: (name, meant) =>
      `--output: 「${name}」という形式はありません。${meant === undefined ? '' : `${meant} のことですか。`}使える形式は ${formats.join('、')} です。`,
    twice: (file) => `--output に ${file} が2回あります。後のレポートが前のものを上書きしてしまいます。`,
    dryRun: '--dry-run では何も判定しません。形式は human と json だけで、--output は使えません。',
    unwritable: (file, reason) => `--output: ${file} に書き込めませんでした(${reason})。`,
  },
};

/** Repeatable. */
export function outputOption(flags: string, help: string, language: Language): Option {
  const said = words[language];
  return new Option(flags, help).argParser((value: string, before: Output[] | undefined) => {
    const [, name = '', file = ''] = /^([^=]*)=(.*)$/s.exec(value) ?? [];
    if (name === '' || file === '') throw new Unusable(said.shape(safe(value, 60)));
    const format = formats.find((known) => known === name);
    if (format === undefined) throw new Unusable(said.format(safe(name, 60), nearest(name, formats)));
    const others = before ?? [];
    if (others.some((other) => other.file === file)) throw new Unusable(said.twice(safe(file, 200)));
    return [...others, { format, file }];
  });
}

/** A dry run has no report to give out. */
export function refuseFormatsOfDryRun({ dryRun, format, output = [] }: Asked, language: Language): void {
  if (dryRun !== true) return;
  if (output.length > 0 || (format !== undefined && format !== 'human' && format !== 'json'))
    throw new Unusable(words[language].dryRun);
}

/** Standard output first, then the files. The code is the run's, or 2 where a file could not be written. */
export async function giveOut(
  report: Report,
  asked: Asked,
  details: Details,
  run: Run & { exitCode: ExitCode },
  context: Context,
): Promise<ExitCode> {
  const write = (format: Format, style: Context['style']) =>
    written(report, format, details, run, { ...context, style });
  context.out(await write(asked.format ?? 'human', context.style));
  const codes: ExitCode[] = [run.exitCode];
  if (asked.output === undefined) return run.exitCode;
  const { writeReport } = await import('../io/write-report.ts');
  // A file is no terminal, whatever stdout is.
  const plain = createStyle('never', context.env, { isTTY: false });
  for (const { format, file } of asked.output) {
    const append = file === context.env['GITHUB_STEP_SUMMARY'];
    const failure = await writeReport(context.cwd, file, `${await write(format, plain)}\n`, append);
    if (failure === undefined) continue;
    const reason = reasonNotWritten(failure, context.language);
    context.err(forErrors(words[context.language].unwritable(safe(file, 200), reason), context));
    codes.push(2);
  }
  return worst(codes);
}

async function written(
  report: Report,
  format: Format,
  details: Details,
  run: Run,
  { style, language }: Context,
): Promise<string> {
  switch (format) {
    case 'human': {
      const { human } = await import('./reporters/human.ts');
      const text = human(report, details, style, language);
      return (await measuredRoughly()) ? human(report, details, style, language) : text;
    }
    case 'json': {
      const { json } = await import('./reporters/json.ts');
      return json(report);
    }
    case 'junit': {
      const { junit } = await import('./reporters/junit.ts');
      return junit(report, run, language);
    }
    case 'sarif': {
      const { sarif } = await import('./reporters/sarif.ts');
      return sarif(report, run, language);
    }
    case 'github': {
      const { github } = await import('./reporters/github.ts');
      return github(report, run, language);
    }
    case 'markdown': {
      const { markdown } = await import('./reporters/markdown.ts');
      return markdown(report, run, language);
    }
  }
}
