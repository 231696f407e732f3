// Knows how to turn a reference (environment variable, file, command, keyring) into the secret it names, at the last moment.
// The only place that ever holds one: no error, no log and no cache here contains a value, nor what a command printed.

import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import type { SecretRef } from '../core/delivery/probe-request.ts';
import { SecretProblem } from './probes/probe.ts';

export type SecretSources = {
  env: Readonly<Record<string, string | undefined>>;
  /** What relative files are relative to, and where commands run: the workspace's folder. */
  folder: string;
  signal?: AbortSignal;
};

const largest = 65_536;
const commandTimeout = 10_000;

/** The secret; rejects with SecretProblem, which names the reference alone. */
export async function readSecret(reference: SecretRef, sources: SecretSources): Promise<string> {
  if ('env' in reference) return fromEnvironment(reference.env, sources);
  if ('file' in reference) return fromFile(reference.file, sources);
  if ('command' in reference) return fromCommand(reference.command, sources);
  return fromKeyring(reference.keyring, sources);
}

/** How a message names where a secret is kept. */
export function referenceName(reference: SecretRef): string {
  if ('env' in reference) return `env ${reference.env}`;
  if ('file' in reference) return `file ${reference.file}`;
  return 'command' in reference ? `command ${reference.command[0] ?? ''}` : `keyring ${reference.keyring}`;
}

async function fromKeyring(name: string, sources: SecretSources): Promise<string> {
  const { readFromKeyring } = await import('./keyring.ts');
  const found = await readFromKeyring(name, sources);
  if ('value' in found) return found.value;
  throw new SecretProblem('secret-missing', `keyring ${name} (${found.problem})`);
}

function fromEnvironment(name: string, { env }: SecretSources): string {
  const value = Object.hasOwn(env, name) ? env[name] : undefined;
  if (value === undefined) throw new SecretProblem('secret-missing', `env ${name} (not set)`);
  if (value === '') throw new SecretProblem('secret-missing', `env ${name} (empty)`);
  return value;
}

async function fromFile(name: string, { folder }: SecretSources): Promise<string> {
  const missing = (because: string) => new SecretProblem('secret-missing', `file ${name} (${because})`);
  let handle;
  try {
    // O_NONBLOCK: a named pipe that nobody writes to must not keep the run waiting.
    handle = await open(path.resolve(folder, name), constants.O_RDONLY | constants.O_NONBLOCK);
    const stat = await handle.stat();
    if (!stat.isFile()) throw missing('not a regular file');
    const bytes = Buffer.alloc(largest + 1);
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, 0);
    if (bytesRead > largest) throw missing(`larger than ${largest} bytes`);
    const value = withoutLineEnd(bytes.toString('utf8', 0, bytesRead));
    bytes.fill(0);
    if (value === '') throw missing('empty');
    return value;
  } catch (error) {
    if (error instanceof SecretProblem) throw error;
    throw missing((error as NodeJS.ErrnoException).code ?? 'unreadable');
  } finally {
    await handle?.close();
  }
}

/** Without a shell: nothing in a record is ever interpreted by one. Only the program is named in errors, not its arguments. */
function fromCommand(command: readonly string[], { folder, env, signal }: SecretSources): Promise<string> {
  const [program = '', ...parameters] = command;
  const failed = (because: string) =>
    new SecretProblem('secret-command-failed', `command ${program} (${because})`);
  return new Promise((resolve, reject) => {
    execFile(
      program,
      parameters,
      {
        cwd: folder,
        env,
        timeout: commandTimeout,
        killSignal: 'SIGKILL',
        maxBuffer: largest,
        encoding: 'utf8',
        windowsHide: true,
        ...(signal === undefined ? {} : { signal }),
      },
      (error, output) => {
        if (error !== null) {
          // The error's own message repeats the command line and what it printed.
          reject(failed(becauseOf(error, signal)));
          return;
        }
        const value = withoutLineEnd(output);
        if (value === '') reject(failed('printed nothing'));
        else resolve(value);
      },
    ).stdin?.end();
  });
}

function becauseOf(
  error: { code?: unknown; killed?: boolean | undefined; signal?: unknown },
  signal: AbortSignal | undefined,
): string {
  if (signal?.aborted === true) return 'interrupted';
  if (error.code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER') return `printed more than ${largest} bytes`;
  if (error.killed === true) return `no answer within ${commandTimeout / 1_000} s`;
  if (typeof error.code === 'number') return `exit code ${error.code}`;
  if (typeof error.code === 'string') return error.code;
  return typeof error.signal === 'string' ? error.signal : 'failed';
}

/** Editors and `echo` end a file with a line end that is no part of the secret. Blanks may be. */
function withoutLineEnd(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r?\n$/, '');
}
