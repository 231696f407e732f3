// What is delivered is the bundle, not the sources: it must say what they say. The build turns rules into a
// quicker form (scripts/rules-for-running.mjs). `npm test` and `npm run test:fast` build it first.

import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { main } from '../src/main.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

test.each([['explain'], ['explain', 'MC201'], ['explain', '--all'], ['--help']])(
  'the bundle says the same: mailcheck %s %s',
  async (...words) => {
    const argv = [...words, '--lang', 'en', '--color', 'never'];
    const options = { cwd: tmpdir(), encoding: 'utf8', env: { PATH: process.env['PATH'] } } as const;
    const delivered = execFileSync(process.execPath, [`${root}bin/mailcheck.js`, ...argv], options);
    let printed = '';
    const stream = { isTTY: false };
    await main(argv, {
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
    expect(delivered).toBe(printed);
  },
);
