// Knows how a refresh token is kept: in a file that nobody else may read, or in the system's keyring, whole at any moment.
// May not keep one anywhere else, nor touch a file that is somebody else's or readable by others when nobody asked for it.

import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import type { SecretRef } from '../core/delivery/probe-request.ts';
import type { KeyringWorld } from './keyring.ts';
import { LockHeld, withLock } from './lock.ts';
import { replaceFile } from './replace-file.ts';

export type KeepingWorld = KeyringWorld & {
  /** The workspace's folder, which relative files start from. */
  folder: string;
};

/** Milliseconds to wait for another process that keeps one in the same file. */
const patience = 5_000;

/** Undefined: it is kept. Else why not, in a few words that name no value. */
export async function keepSecret(
  reference: SecretRef,
  value: string,
  world: KeepingWorld,
): Promise<{ problem: string } | undefined> {
  if ('file' in reference) return writePrivateFile(path.resolve(world.folder, reference.file), value);
  if ('keyring' in reference) {
    const { writeToKeyring } = await import('./keyring.ts');
    return writeToKeyring(reference.keyring, value, world);
  }
  return { problem: 'env' in reference ? 'an environment variable' : 'a command' };
}

/**
 * The server gave a new refresh token in place of the one that was redeemed. It is kept only where it is ours to keep: in the
 * keyring, or in a file of this user that nobody else may read and that still holds the old one. Anywhere else the old one
 * stays, which Microsoft does not revoke when a new one is given:
 * https://learn.microsoft.com/entra/identity-platform/refresh-tokens
 */
export async function keepInPlaceOf(
  reference: SecretRef,
  before: string,
  after: string,
  world: KeepingWorld,
): Promise<void> {
  if ('keyring' in reference) {
    await keepSecret(reference, after, world);
    return;
  }
  if (!('file' in reference)) return;
  const file = path.resolve(world.folder, reference.file);
  await withLock(file, patience, async () => {
    const found = await stat(file);
    const isOurs =
      process.getuid === undefined || (found.uid === process.getuid() && (found.mode & 0o077) === 0);
    if (!found.isFile() || !isOurs) return;
    const kept = (await readFile(file, 'utf8')).replace(/\r?\n$/, '');
    if (kept === before) await replaceFile(file, [Buffer.from(`${after}\n`)], found);
  }).catch((error: unknown) => {
    // Read-only, gone, or in somebody's hands: the old token stays, and is good still.
    if (!(error instanceof LockHeld) && (error as NodeJS.ErrnoException).code === undefined) throw error;
  });
}

async function writePrivateFile(file: string, value: string): Promise<{ problem: string } | undefined> {
  const content = Buffer.from(`${value}\n`);
  try {
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
    await withLock(file, patience, async () => {
      const found = await stat(file).catch(() => undefined);
      if (found === undefined) await writeFile(file, content, { flag: 'wx', mode: 0o600 });
      else await replaceFile(file, [content], { mode: 0o600, uid: found.uid, gid: found.gid });
    });
    return undefined;
  } catch (error) {
    return {
      problem: error instanceof LockHeld ? 'locked' : ((error as NodeJS.ErrnoException).code ?? 'failed'),
    };
  }
}

/** Outside every workspace: XDG Base Directory Specification; APPDATA on Windows. */
export function privateFileFor(name: string, env: KeyringWorld['env']): string {
  const base =
    process.platform === 'win32'
      ? (env['APPDATA'] ?? path.join(homedir(), 'AppData', 'Roaming'))
      : env['XDG_CONFIG_HOME'] !== undefined && path.isAbsolute(env['XDG_CONFIG_HOME'])
        ? env['XDG_CONFIG_HOME']
        : path.join(env['HOME'] ?? homedir(), '.config');
  return path.join(base, 'mailcheck', 'tokens', name);
}
