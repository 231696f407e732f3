// Progress speaks on stderr, and in a log only where there are many; a terminal without a size gets no spinner.

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
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

  describe('while a test message is waited for', () => {
    beforeEach(() => void vi.useFakeTimers());
    afterEach(() => void vi.useRealTimers());

    it.each([
      ['en_US.UTF-8', 'waiting up to 60 s for the test message of slow@example.com'],
      ['ja_JP.UTF-8', 'slow@example.com のテストメールの着信を待っています(最長60秒)'],
    ])('%s: a log says so once, when it takes long', async (LANG, line) => {
      const world = testWorld({ env: { LANG, TERM: 'dumb' }, stderr: { isTTY: true, columns: 80 } });
      const progress = await startProgress(2, contextOf([], world));
      progress.waiting('quick@example.com', 60);
      vi.advanceTimersByTime(1_000);
      progress.finished('quick@example.com');
      progress.waiting('slow@example.com', 60);
      expect(world.complained).toEqual([]);
      vi.advanceTimersByTime(60_000);
      expect(world.complained).toEqual([line]);
      progress.stop();
    });

    it('a message that comes at once is no news, and what is over is not told', async () => {
      const world = testWorld();
      const progress = await startProgress(1, contextOf([], world));
      progress.waiting('quick@example.com', 60);
      progress.finished('quick@example.com');
      progress.stop();
      vi.advanceTimersByTime(60_000);
      expect(world.complained).toEqual([]);
    });
  });
});
