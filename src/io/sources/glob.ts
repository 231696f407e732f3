// Knows which files a workspace's include: patterns name. Walks folders; may not read files.
// Own, because Node's fs.glob came after Node 20: `*`, `?` and `**` are all that is promised.

import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';

export type Found = {
  /** Absolute, in the order of their names. */
  files: string[];
  /** Patterns that no file matched. */
  unmatched: string[];
  tooMany: boolean;
};

export const mostFiles = 2_000;
const deepestFolder = 32;
const readable = /\.(?:ya?ml|jsonl?)$/i;

/** Whether a pattern stays in the folder that it is relative to. */
export function staysInside(pattern: string): boolean {
  return !path.isAbsolute(pattern) && !/^[A-Za-z]:/.test(pattern) && !pattern.split(/[\\/]/).includes('..');
}

/** Files below `root` that a pattern matches; dot-files, dot-folders and node_modules never. */
export async function findFiles(root: string, patterns: readonly string[]): Promise<Found> {
  const matchers = patterns.map((pattern) => ({ pattern, matches: matcher(pattern), used: false }));
  const files: string[] = [];
  const visited = new Set<string>();
  let tooMany = false;

  const walk = async (folder: string, relative: string, depth: number): Promise<void> => {
    // A symbolic link may lead to a folder above: each real folder is entered once.
    const real = await realpath(folder).catch(() => undefined);
    if (real === undefined || visited.has(real) || depth > deepestFolder) return;
    visited.add(real);
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      if (tooMany || entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      const full = path.join(folder, entry.name);
      const name = relative === '' ? entry.name : `${relative}/${entry.name}`;
      const kind = entry.isSymbolicLink() ? await stat(full).catch(() => undefined) : entry;
      if (kind?.isDirectory() === true) {
        if (patterns.some((pattern) => mayLieBelow(pattern, name))) await walk(full, name, depth + 1);
        continue;
      }
      if (!readable.test(entry.name)) continue;
      const matched = matchers.filter(({ matches }) => matches.test(name));
      for (const one of matched) one.used = true;
      if (matched.length === 0) continue;
      if (files.length >= mostFiles) tooMany = true;
      else files.push(full);
    }
  };
  await walk(root, '', 0);
  return { files, unmatched: matchers.filter(({ used }) => !used).map(({ pattern }) => pattern), tooMany };
}

function matcher(pattern: string): RegExp {
  const steps = stepsOf(pattern).map((step) =>
    step === '**'
      ? '(?:[^/]+/)*'
      : `${step
          .replace(/[.+^${}()|[\]\\]/g, '\\$&')
          .replace(/\*+/g, '[^/]*')
          .replace(/\?/g, '[^/]')}/`,
  );
  // A pattern that ends in ** means everything below; one that names a folder means the same.
  const source = steps.join('');
  return new RegExp(`^${source.endsWith('/)*') ? `${source}[^/]+` : `${source.slice(0, -1)}(?:/.+)?`}$`, 'u');
}

/** Whether a folder can hold a match: walks no folder that no pattern leads to. */
function mayLieBelow(pattern: string, folder: string): boolean {
  const steps = stepsOf(pattern);
  for (const [index, name] of folder.split('/').entries()) {
    const step = steps[index];
    if (step === '**' || step === undefined) return true;
    if (!matcher(step).test(name)) return false;
  }
  return true;
}

function stepsOf(pattern: string): string[] {
  const steps = pattern.split(/[\\/]/).filter((step) => step !== '' && step !== '.');
  return steps.filter((step, index) => step !== '**' || steps[index - 1] !== '**');
}
