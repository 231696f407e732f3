// Knows how a workspace's files become Records: mailcheck.yaml and what its include: names, nothing else.
// Every problem is yielded at once; bad input never throws. May not print or judge.

import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { limited, shown, type Problem, type Trouble } from '../../core/records/problem.ts';
import { emptyRecords, readRecords, type SourceDocument } from '../../core/records/read.ts';
import type { Records } from '../../core/records/records.ts';
import type { Language } from '../../core/rules/rule.ts';
import { findFiles, mostFiles, staysInside } from './glob.ts';
import { largestText, type Parsed } from './parsed.ts';
import { readBytes, readText } from './read-text.ts';
import { defaultInclude, findWorkspace, problem, takeSettings, workspaceFile } from './workspace.ts';

type Settings = { include: string[]; language?: Language };

export type Loaded = {
  records: Records;
  /** Not empty: the input is unusable (exit code 2). */
  problems: Problem[];
  /** Absolute paths of the files that were read, mailcheck.yaml first. */
  files: string[];
  /** Folder of mailcheck.yaml: secrets' relative paths start there. */
  root: string;
  /** mailcheck.yaml, as places in it are shown. */
  name: string;
  settings: Settings;
};

/** The workspace that `--workspace` names or that is found upward from `cwd`, read whole. Never throws for bad input. */
export async function load({
  workspace,
  cwd,
}: {
  workspace?: string | undefined;
  cwd: string;
}): Promise<Loaded> {
  const file = await findWorkspace(cwd, workspace);
  if (file !== undefined) return loadWorkspace(file, cwd);
  const where = { file: workspaceFile, line: 1, column: 1 };
  return {
    records: emptyRecords(),
    problems: [{ where, field: '', problem: { is: 'no-workspace', looked: shown(cwd) } }],
    files: [],
    root: cwd,
    name: workspaceFile,
    settings: { include: [defaultInclude] },
  };
}

/** `file` is mailcheck.yaml under whatever name; places are shown relative to `cwd` where it lies below. */
async function loadWorkspace(file: string, cwd: string): Promise<Loaded> {
  const root = path.dirname(file);
  const show = (full: string) => shownPath(full, cwd);
  const main = await parseFile(file, show(file), true);
  const { documents, settings, problems } = takeSettings(main.documents);
  const files = [file];
  const chosen = settings.rules.length === 0 ? undefined : await ruleSettings(settings.rules);
  problems.push(...(chosen?.problems ?? []));

  const inside = settings.include.filter(({ pattern }) => staysInside(pattern));
  const found = await findFiles(
    root,
    inside.map(({ pattern }) => pattern),
  );
  for (const include of settings.include) {
    const { pattern, where } = include;
    if (where === undefined) continue; // the default is no one's mistake
    if (!inside.includes(include))
      problems.push(problem(where, { is: 'include-outside', pattern: shown(pattern) }));
    else if (found.unmatched.includes(pattern))
      problems.push(problem(where, { is: 'include-finds-nothing', pattern: shown(pattern) }));
  }
  if (found.tooMany)
    problems.push(
      problem({ file: show(file), line: 1, column: 1 }, { is: 'too-many-files', limit: mostFiles }),
    );

  const parsed: Parsed[] = [{ documents, problems: main.problems }];
  const known = new Set([await realpath(file).catch(() => file)]);
  for (const full of found.files) {
    const real = await realpath(full).catch(() => full);
    if (known.has(real)) continue;
    known.add(real);
    files.push(full);
    parsed.push(await parseFile(full, show(full)));
  }

  const { shippedPresets } = await import('./presets.ts');
  const read = readRecords(chain(parsed), shippedPresets());
  const unread = parsed.flatMap((one) => one.problems);
  // What was not read may hold what a reference names: such a reference is not called dangling in the same run.
  const rest =
    unread.length === 0 ? read.problems : read.problems.filter((one) => one.problem.is !== 'dangling');
  return {
    records: chosen === undefined ? read.records : Object.assign(read.records, { rules: chosen.settings }),
    problems: limited([...problems, ...unread, ...rest]),
    files,
    root,
    name: show(file),
    settings: {
      include: settings.include.map(({ pattern }) => pattern),
      ...(settings.language === undefined ? {} : { language: settings.language }),
    },
  };
}

/** Most workspaces choose nothing, and reading records needs no rule. */
async function ruleSettings(documents: readonly SourceDocument[]) {
  const { readRuleSettings } = await import('../../core/rules/read-rule-settings.ts');
  return readRuleSettings(documents);
}

/** One file by its ending; `yaml` for the workspace's own file, whatever it is called. */
async function parseFile(full: string, name: string, yaml = false): Promise<Parsed> {
  const fault = (trouble: Trouble): Parsed => ({
    documents: [],
    problems: [problem({ file: name, line: 1, column: 1 }, trouble)],
  });
  if (/\.jsonl$/i.test(full)) {
    const { largestLines, parseJsonLines } = await import('./jsonl.ts');
    const { bytes, trouble } = await readBytes(full, largestLines);
    return trouble === undefined ? parseJsonLines(name, bytes) : fault(trouble);
  }
  const { text, trouble } = await readText(full, largestText);
  if (trouble !== undefined) return fault(trouble);
  if (!yaml && /\.json$/i.test(full)) {
    const { parseJson } = await import('./json.ts');
    return parseJson(name, text);
  }
  const { parseYaml } = await import('./yaml.ts');
  return parseYaml(name, text);
}

function* chain(parsed: readonly Parsed[]): Generator<SourceDocument> {
  for (const { documents } of parsed) yield* documents;
}

/** As a person in `cwd` would type it; with `/`, so that output is the same everywhere. */
function shownPath(full: string, cwd: string): string {
  const relative = path.relative(cwd, full);
  const chosen = relative.startsWith('..') || path.isAbsolute(relative) ? full : relative;
  return path.sep === '/' ? chosen : chosen.split(path.sep).join('/');
}
