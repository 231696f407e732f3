// Knows how a report is put into a file that the person named: the old or the new one at any moment, folders made where they
// are missing. May not choose what it holds.

import { randomBytes } from 'node:crypto';
import { appendFile, mkdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** The system's code of what went wrong; undefined: it is written. */
export async function writeReport(
  cwd: string,
  file: string,
  text: string,
  append: boolean,
): Promise<string | undefined> {
  const named = path.resolve(cwd, file);
  try {
    await mkdir(path.dirname(named), { recursive: true });
    // A link stays a link: what it leads to is replaced.
    const full = await realpath(named).catch(() => named);
    const there = await stat(full).catch(() => undefined);
    if (there?.isDirectory() === true) return 'EISDIR';
    if (append) await appendFile(full, text);
    // A pipe or a device is written to, never replaced.
    else if (there !== undefined && !there.isFile()) await writeFile(full, text);
    else await replace(full, text);
    return undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? 'unknown';
  }
}

async function replace(full: string, text: string): Promise<void> {
  const name = `.${path.basename(full)}.${process.pid}.${randomBytes(6).toString('hex')}.tmp`;
  const fresh = path.join(path.dirname(full), name);
  try {
    await writeFile(fresh, text, { flag: 'wx' });
    await rename(fresh, full);
  } catch (error) {
    await rm(fresh, { force: true });
    throw error;
  }
}
