// Runs a command in this process, as somebody with a plain pipe and an empty environment would see it.

import { tmpdir } from 'node:os';
import { main } from '../src/main.ts';

/** What it wrote to stdout, and its exit code. */
export async function printedBy(argv: string[]): Promise<{ code: number; printed: string }> {
  let printed = '';
  const stream = { isTTY: false };
  const code = await main(argv, {
    out: (text) => (printed += text.endsWith('\n') ? text : `${text}\n`),
    err: () => undefined,
    env: {},
    cwd: tmpdir(),
    now: () => new Date(),
    signal: new AbortController().signal,
    stdout: stream,
    stderr: stream,
    version: '0.0.0',
  });
  return { code, printed };
}
