// Progress speaks on stderr, and in a log only where there are many; a terminal without a size gets no spinner.

import { describe, expect, it } from 'vitest';
import { contextOf } from '../../src/cli/context.ts';
import { startProgress } from '../../src/cli/progress.ts';
import type { Stream } from '../../src/cli/style.ts';
import { testWorld } from './world.ts';

async function linesOf(
  total: number,
  stderr: Stream,
  env: Record<string, string> = {},
  what: 'mailboxes' | 'servers' = 'mailboxes',
): Promise<string[]> {
  const world = testWorld({ stderr, env });
  const progress = await startProgress(total, contextOf([], world), what);
  for (let index = 1; index <= total; index += 1) progress.finished(`m${index}@example.com`);
  progress.stop();
  expect(world.printed).toEqual([]);
  return world.complained;
}

describe('progress', () => {
  it('is silent for a few mailboxes, one line each for many', async () => {
    expect(await linesOf(3, { isTTY: false })).toEqual([]);
    expect(await linesOf(4, { isTTY: false })).toEqual([
      '[1/4] m1@example.com',
      '[2/4] m2@example.com',
      '[3/4] m3@example.com',
      '[4/4] m4@example.com',
    ]);
  });

  it('is silent in a log for servers: all of them together take no longer than one', async () => {
    expect(await linesOf(20, { isTTY: false }, {}, 'servers')).toEqual([]);
  });

  it('is a log in CI, on a dumb terminal and on a terminal of no columns', async () => {
    const terminal = { isTTY: true, columns: 80 };
    expect(await linesOf(4, terminal, { CI: 'true' })).toHaveLength(4);
    expect(await linesOf(4, terminal, { TERM: 'dumb' })).toHaveLength(4);
    expect(await linesOf(4, { isTTY: true, columns: 0 })).toHaveLength(4);
  });
});
