import { defineConfig } from 'vitest/config';

// Two projects: "fast" needs nothing but Node; "live" needs Dovecot and Postfix and says plainly when it skips.
export default defineConfig({
  test: {
    // All processors: by default one stays idle, of two that is half. The live tests run one after the other all the same.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'fast',
          include: ['test/**/*.test.ts'],
          exclude: ['test/live/**'],
          testTimeout: 15_000,
        },
      },
      {
        test: {
          name: 'live',
          include: ['test/live/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
