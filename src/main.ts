// Knows how the process becomes a World, and a result an exit code. The only reader of process.*: nothing else may be.

import { contextOf, type Context, type World } from './cli/context.ts';
import { Unusable, worst, type ExitCode } from './cli/exit.ts';
import { runProgram } from './cli/program.ts';
import { standardStream } from './cli/standard-stream.ts';
import { isCI } from './cli/style.ts';
import { chooseLanguage, valueOfFlag } from './cli/text.ts';
import { forErrors } from './cli/for-errors.ts';
import packageFile from '../package.json' with { type: 'json' };

/** One run: arguments and a world in, an exit code out. Throws nothing. */
export async function main(argv: readonly string[], world: World): Promise<ExitCode> {
  const context = contextOf(argv, world);
  const code = await ran(argv, context);
  const lost = await world.lost?.();
  if (lost === undefined) return code;
  const { outputLost } = await import('./cli/not-written.ts');
  world.err(forErrors(`mailcheck: ${outputLost[context.language](lost)}`, context));
  return worst([code, 2]);
}

async function ran(argv: readonly string[], context: Context): Promise<ExitCode> {
  const { signal, err } = context;
  try {
    const code = await runProgram(argv, context);
    return signal.aborted ? worst([code, 130]) : code;
  } catch (error) {
    if (signal.aborted) return 130;
    if (error instanceof Unusable) {
      err(forErrors(`mailcheck: ${error.message}`, context));
      return 2;
    }
    const { unexpected } = await import('./cli/unexpected.ts');
    err(unexpected(error, context));
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
  const out = standardStream(process.stdout, 1);
  const err = standardStream(process.stderr, 2);
  const argv = process.argv.slice(2);
  const cwd = currentFolder();
  if (cwd === undefined) {
    err.write(`mailcheck: ${noFolder[chooseLanguage(valueOfFlag(argv, '--lang'), process.env)]}`);
    await err.lost();
    process.exit(2);
  }

  const code = await main(argv, {
    out: out.write,
    lost: out.lost,
    err: err.write,
    env: process.env,
    cwd,
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
  // Where errors cannot be told, the exit code alone tells them.
  await err.lost();
  // A socket whose farewell nobody awaits must not keep the process; everything to be said has been said.
  process.exit(code);
}

const noFolder = {
  en: 'The current folder has been deleted or may not be read. Change to another one (cd) and run the command again.',
  ja: '現在のフォルダーは削除されているか、読み取る権限がありません。別のフォルダーに移動(cd)してから、もう一度実行してください。',
};

/** Undefined: a shell may stand in a folder that is gone, and Node then throws where it is asked. */
function currentFolder(): string | undefined {
  try {
    return process.cwd();
  } catch {
    return undefined;
  }
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
