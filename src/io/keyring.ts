// Knows the keyring of the system by its own program: secret-tool of libsecret on Linux, security on macOS. Windows has no
// program that reads one back. A secret goes in through standard input, never as an argument, which other users could read.
// May not print, nor put into an error what such a program said.

import { execFile } from 'node:child_process';

export type KeyringWorld = {
  env: Readonly<Record<string, string | undefined>>;
  signal?: AbortSignal;
};

/** Items of ours, under which a name is looked up. */
const service = 'mailcheck';
const readTimeout = 10_000;
/** Somebody may have to unlock the keyring. */
const writeTimeout = 60_000;
const largest = 65_536;

/** Why there is nothing: for a message, names no value. */
type Problem = { problem: string };

export async function readFromKeyring(
  name: string,
  world: KeyringWorld,
): Promise<{ value: string } | Problem> {
  const command =
    process.platform === 'darwin'
      ? ['security', 'find-generic-password', '-s', service, '-a', name, '-w']
      : ['secret-tool', 'lookup', 'service', service, 'account', name];
  if (!hasKeyring()) return { problem: 'no keyring on this system' };
  const { output, problem } = await run(command, undefined, readTimeout, world);
  if (problem !== undefined) return { problem };
  const value = output.replace(/\r?\n$/, '');
  return value === '' ? { problem: 'not there' } : { value };
}

/** Undefined: it is kept. */
export async function writeToKeyring(
  name: string,
  value: string,
  world: KeyringWorld,
): Promise<Problem | undefined> {
  if (!hasKeyring()) return { problem: 'no keyring on this system' };
  if (process.platform === 'darwin') {
    // `security -i` reads commands line by line, 4,096 bytes at most; its words need no quotation marks as they are checked.
    const line = `add-generic-password -U -s ${service} -a ${name} -w ${value}\n`;
    if (!/^[\w.~/+=-]+$/.test(value) || line.length > 4_000)
      return { problem: 'too long for the keyring program' };
    const { problem } = await run(['security', '-i'], line, writeTimeout, world);
    return problem === undefined ? undefined : { problem };
  }
  const { problem } = await run(
    ['secret-tool', 'store', `--label=mailcheck ${name}`, 'service', service, 'account', name],
    value,
    writeTimeout,
    world,
  );
  return problem === undefined ? undefined : { problem };
}

function hasKeyring(): boolean {
  return process.platform !== 'win32';
}

function run(
  [program = '', ...parameters]: readonly string[],
  input: string | undefined,
  timeout: number,
  { env, signal }: KeyringWorld,
): Promise<{ output: string; problem?: string }> {
  return new Promise((resolve) => {
    const child = execFile(
      program,
      parameters,
      {
        env,
        timeout,
        killSignal: 'SIGKILL',
        maxBuffer: largest,
        encoding: 'utf8',
        windowsHide: true,
        ...(signal === undefined ? {} : { signal }),
      },
      (error, output) => {
        if (error === null) resolve({ output });
        else resolve({ output: '', problem: problemOf(program, error, timeout) });
      },
    );
    // A program that does not read its input is told by its exit code.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
}

function problemOf(
  program: string,
  error: { code?: unknown; killed?: boolean | undefined },
  timeout: number,
): string {
  if (error.code === 'ENOENT') return `no program ${program}`;
  if (error.killed === true) return `no answer of ${program} within ${timeout / 1_000} s`;
  return `${program}: ${typeof error.code === 'number' ? `exit code ${error.code}` : 'failed'}`;
}
