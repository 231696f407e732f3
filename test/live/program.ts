// Knows how a live test runs mailcheck as a person does: the built program, in a process of its own, in a folder.
// May not look into the product: what counts is what is printed, written and returned.

import { spawn } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export type Ended = {
  /** null: a signal ended it. */
  code: number | null;
  out: string;
  err: string;
};

export type Running = {
  /** Sends a signal; does nothing when it has ended already. */
  signal(name: 'SIGINT' | 'SIGKILL'): void;
  /** Until this is on stderr, or the end. */
  until(words: RegExp): Promise<void>;
  ended: Promise<Ended>;
};

export type Where = { folder: string; env?: Record<string, string> };

export type Program = {
  /** Starts and waits for the end. */
  run(where: Where, argv: readonly string[]): Promise<Ended>;
  start(where: Where, argv: readonly string[]): Running;
  remove(): Promise<void>;
};

/** Milliseconds after which a program that hangs is killed: no run of a test takes nearly so long. */
const patience = 20_000;

/** Takes a copy of what `npm test` has built to run from: a build that begins meanwhile must not change the program under a test. */
export async function installProgram(): Promise<Program> {
  const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
  const folder = await mkdtemp(join(tmpdir(), 'mailcheck-program-'));
  for (const name of ['bin', 'dist', 'profiles', 'package.json'])
    await cp(join(root, name), join(folder, name), { recursive: true });
  const start = (where: Where, argv: readonly string[]): Running =>
    startProcess(join(folder, 'bin', 'mailcheck.js'), where, argv);
  return {
    start,
    run: (where, argv) => start(where, argv).ended,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

function startProcess(script: string, { folder, env = {} }: Where, argv: readonly string[]): Running {
  const child = spawn(process.execPath, [script, ...argv], {
    cwd: folder,
    // Nothing of the machine's: its locale, its colours and its CI must not decide what a test sees.
    env: { PATH: process.env['PATH'] ?? '', HOME: folder, LANG: 'C.UTF-8', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: patience,
    killSignal: 'SIGKILL',
  });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  let heard = (): void => undefined;
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
    heard();
  });
  return {
    signal: (name) => void child.kill(name),
    until: (words) =>
      new Promise((resolve) => {
        heard = () => {
          if (words.test(err)) resolve();
        };
        heard();
        child.once('close', () => resolve());
      }),
    ended: new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => resolve({ code, out, err }));
    }),
  };
}
