// A world for tests: what a command prints is kept, the clock stands still, nobody presses Ctrl-C unless the test does.

import type { World } from '../../src/cli/context.ts';

export type TestWorld = World & { printed: string[]; complained: string[] };

export function testWorld(differences: Partial<World> = {}): TestWorld {
  const printed: string[] = [];
  const complained: string[] = [];
  return {
    printed,
    complained,
    out: (text) => void printed.push(text),
    err: (text) => void complained.push(text),
    env: {},
    cwd: '/nowhere',
    now: () => new Date('2026-11-22T09:00:00Z'),
    signal: new AbortController().signal,
    stdout: { isTTY: false },
    stderr: { isTTY: false },
    version: '1.2.3',
    ...differences,
  };
}
