// Knows how to make new files without ever touching one that is there. May not choose what they hold.

import { lstat, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

export type Created = {
  /** Files that were there already; then nothing was written. */
  there: string[];
  failed?: { path: string; code: string };
};

export async function createFiles(
  folder: string,
  files: readonly { path: string; text: string }[],
): Promise<Created> {
  const there: string[] = [];
  for (const file of files) if (await exists(path.join(folder, file.path))) there.push(file.path);
  if (there.length > 0) return { there };
  for (const file of files) {
    const full = path.join(folder, file.path);
    try {
      await mkdir(path.dirname(full), { recursive: true });
      // 'wx': one that came into being since the look above stays too.
      await writeFile(full, file.text, { flag: 'wx' });
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
      return { there, failed: { path: file.path, code } };
    }
  }
  return { there };
}

/** A dangling symbolic link counts: writing through it would make a file elsewhere. */
async function exists(file: string): Promise<boolean> {
  return lstat(file).then(
    () => true,
    () => false,
  );
}
