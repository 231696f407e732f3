// Knows who may write a file: one process at a time, by a file beside it that names the process and its host.
// A lock that a dead process left behind is broken; one of another host, or of a living process, is waited for.

import { open, readFile, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';

export type LockOwner = { pid: number; host: string };

/** Somebody else holds the lock still. `owner` is undefined where the lock does not say. */
export class LockHeld extends Error {
  readonly lockFile: string;
  readonly owner: LockOwner | undefined;
  constructor(lockFile: string, owner: LockOwner | undefined) {
    super(`${lockFile} is held`);
    this.name = 'LockHeld';
    this.lockFile = lockFile;
    this.owner = owner;
  }
}

/** A lock is created first and filled in a moment later; one that stays empty was left by a process killed in between. */
const unfinishedAfter = 5_000;
const pause = 25;

/** Does something while holding the lock of `file`; throws LockHeld after `patience` milliseconds of waiting. */
export async function withLock<T>(file: string, patience: number, work: () => Promise<T>): Promise<T> {
  const lockFile = `${file}.lock`;
  const deadline = performance.now() + patience;
  while (!(await created(lockFile))) {
    if (await isAbandoned(lockFile)) await breakLock(lockFile);
    else if (performance.now() >= deadline) throw new LockHeld(lockFile, (await read(lockFile)).owner);
    else await sleep(pause + Math.random() * pause);
  }
  try {
    return await work();
  } finally {
    await rm(lockFile, { force: true });
  }
}

/** False: there is one already. */
async function created(lockFile: string): Promise<boolean> {
  let handle;
  try {
    handle = await open(lockFile, 'wx');
    await handle.writeFile(JSON.stringify({ pid: process.pid, host: hostname() } satisfies LockOwner));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    // Created but not filled in (disk full): not to be left for others to puzzle over.
    if (handle !== undefined) await rm(lockFile, { force: true });
    throw error;
  } finally {
    await handle?.close();
  }
}

/**
 * Two processes may find the same abandoned lock. Were both to remove it, the second could remove the first one's new lock:
 * so it is removed under a lock of its own, after a second look.
 */
async function breakLock(lockFile: string): Promise<void> {
  const breaker = `${lockFile}.breaking`;
  if (!(await created(breaker))) {
    if (await isAbandoned(breaker)) await rm(breaker, { force: true });
    await sleep(pause);
    return;
  }
  try {
    if (await isAbandoned(lockFile)) await rm(lockFile, { force: true });
  } finally {
    await rm(breaker, { force: true });
  }
}

async function isAbandoned(lockFile: string): Promise<boolean> {
  const { owner, age } = await read(lockFile);
  if (age === undefined) return false; // gone meanwhile: the next try takes it
  if (owner === undefined) return age > unfinishedAfter;
  return owner.host === hostname() && !isAlive(owner.pid);
}

async function read(lockFile: string): Promise<{ owner?: LockOwner; age?: number }> {
  try {
    const { mtimeMs } = await stat(lockFile);
    const age = Date.now() - mtimeMs;
    const { pid, host } = JSON.parse(await readFile(lockFile, 'utf8')) as Partial<LockOwner>;
    return typeof pid === 'number' && typeof host === 'string' ? { owner: { pid, host }, age } : { age };
  } catch (error) {
    if (!(error instanceof SyntaxError)) return {};
    const age = await stat(lockFile).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => undefined,
    );
    return age === undefined ? {} : { age };
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0); // signal 0 only asks
    return true;
  } catch (error) {
    // EPERM: it lives and belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
