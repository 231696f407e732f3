#!/usr/bin/env node
// Starts mailcheck. The version is answered here: loading the command line for it would cost more than the answer.
import { readFileSync } from 'node:fs';
import module from 'node:module';

const [, , first, ...others] = process.argv;
if (others.length === 0 && (first === '--version' || first === '-V')) {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  process.stdout.on('error', ({ code, message }) => {
    if (code === 'EPIPE') return;
    process.stderr.write(`mailcheck: ${message}\n`);
    process.exitCode = 2;
  });
  process.stdout.write(`${version}\n`);
} else {
  // Node 22.1 and newer keep compiled code between runs.
  module.enableCompileCache?.();
  const { run } = await import('../dist/main.js');
  await run();
}
