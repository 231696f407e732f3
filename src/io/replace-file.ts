// Knows how to replace a file so that at any moment, a crash included, the old or the new one is there, whole.

import { randomBytes } from 'node:crypto';
import { open, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/** Hidden, so that no include: pattern ever reads one that a killed process left behind. */
const temporary = (name: string) => `.${name}.${process.pid}.${randomBytes(6).toString('hex')}.tmp`;

/** `mode`, owner and group are those of the file that is replaced. Call it under the file's lock. */
export async function replaceFile(
  file: string,
  pieces: readonly Uint8Array[],
  { mode, uid, gid }: { mode: number; uid: number; gid: number },
): Promise<void> {
  const folder = path.dirname(file);
  const fresh = path.join(folder, temporary(path.basename(file)));
  const handle = await open(fresh, 'wx', 0o600);
  try {
    for (const piece of pieces) if (piece.length > 0) await handle.writeFile(piece);
    await handle.chmod(mode & 0o7777);
    // Only the superuser may give a file away; for others the owner is their own.
    if (process.getuid?.() === 0) await handle.chown(uid, gid);
    await handle.sync();
    await handle.close();
    await rename(fresh, file);
  } catch (error) {
    await handle.close().catch(() => undefined);
    await rm(fresh, { force: true });
    throw error;
  }
  await syncFolder(folder);
}

/** Takes away what killed processes left beside a file. Call it under the file's lock: then none of them is in use. */
export async function removeLeftovers(file: string): Promise<void> {
  const start = `.${path.basename(file)}.`;
  const folder = path.dirname(file);
  for (const name of await readdir(folder))
    if (name.startsWith(start) && /^\d+\.[0-9a-f]{12}\.tmp$/.test(name.slice(start.length)))
      await rm(path.join(folder, name), { force: true });
}

/** The rename itself lasts only when the folder is written; not every system can do this, and it is not worth a failure. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
