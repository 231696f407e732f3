// Knows how the process becomes a World, and a result an exit code. The only reader of process.*: nothing else may be.

import { contextOf, type World } from './cli/context.ts';
import { Unusable, worst, type ExitCode } from './cli/exit.ts';
import { runProgram } from './cli/program.ts';
import { isCI } from './cli/style.ts';
import { forErrors } from './cli/for-errors.ts';
import packageFile from '../package.json' with { type: 'json' };

/** One run: arguments and a world in, an exit code out. Throws nothing. */
export async function main(argv: readonly string[], world: World): Promise<ExitCode> {
  const context = contextOf(argv, world);
  try {
    const code = await runProgram(argv, context);
    return world.signal.aborted ? worst([code, 130]) : code;
  } catch (error) {
    if (world.signal.aborted) return 130;
    if (error instanceof Unusable) {
      world.err(forErrors(`mailcheck: ${error.message}`, context));
      return 2;
    }
    const { unexpected } = await import('./cli/unexpected.ts');
    world.err(unexpected(error, context));
    return 2;
  }
}

/** What bin/mailcheck.js calls. */
export async function run(): Promise<void> {
  const interruption = new AbortController();
  // The first Ctrl-C asks for an orderly end; the listeners are then gone, so that the second one kills.
  const interrupt = (): void => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.off(signal, interrupt);
    interruption.abort();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, interrupt);
  ignoreClosedPipe(process.stdout);
  ignoreClosedPipe(process.stderr);

  const code = await main(process.argv.slice(2), {
    out: (text) => process.stdout.write(withLineEnd(text)),
    err: (text) => process.stderr.write(withLineEnd(text)),
    env: process.env,
    cwd: process.cwd(),
    now: () => new Date(),
    input: () => inputOf(process.stdin),
    signal: interruption.signal,
    ...(process.stdin.isTTY && process.stdout.isTTY && process.stderr.isTTY && !isCI(process.env)
      ? { ask: (question) => ask(question, interrupt) }
      : {}),
    stdout: process.stdout,
    stderr: process.stderr,
    version: packageFile.version,
  });
  await Promise.all([drained(process.stdout), drained(process.stderr)]);
  // A socket whose farewell nobody awaits must not keep the process; everything to be said has been said.
  process.exit(code);
}

async function ask(question: string, interrupt: () => void): Promise<string | undefined> {
  const { askOnTerminal } = await import('./cli/terminal-question.ts');
  return askOnTerminal(question, { input: process.stdin, output: process.stderr, interrupt });
}

/** More than an alert ever is would be something else. */
const longestInput = 1_000_000;

async function inputOf(stream: NodeJS.ReadStream): Promise<string> {
  stream.setEncoding('utf8');
  let text = '';
  for await (const chunk of stream) {
    text += String(chunk);
    if (text.length > longestInput) break;
  }
  return text;
}

/** `mailcheck … | head`: the reader has seen enough. That is no fault, and the exit code stays what it was. */
function ignoreClosedPipe(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

function drained(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    if (stream.destroyed || stream.writableLength === 0) resolve();
    else stream.write('', () => resolve());
  });
}

function withLineEnd(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}
