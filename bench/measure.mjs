// Knows how to time whole processes fairly: two commands in turn, ratios pair by pair, medians. Prints nothing.

import { spawn } from 'node:child_process';

/** Runs a command to its end; its output is thrown away. Resolves to seconds of wall time and its exit code. */
export function run(command, { env = {}, cwd } = {}) {
  return new Promise((resolve, reject) => {
    const started = process.hrtime.bigint();
    const child = spawn(command[0], command.slice(1), {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, ...env },
      cwd,
    });
    let errors = '';
    child.stderr.on('data', (chunk) => (errors = (errors + chunk).slice(-2000)));
    child.on('error', reject);
    child.on('close', (code) =>
      resolve({ seconds: Number(process.hrtime.bigint() - started) / 1e9, code, errors }),
    );
  });
}

/** Runs A and B alternately (one warm-up each) and returns their medians and the median of the pairwise ratios A/B. */
export async function compare(a, b, { runs = 11, expectA = 0, expectB = 0 } = {}) {
  const pairs = [];
  for (let index = 0; index <= runs; index += 1) {
    const first = await run(a.command, a);
    const second = await run(b.command, b);
    if (first.code !== expectA)
      throw new Error(`${a.command.join(' ')} ended with ${first.code}: ${first.errors}`);
    if (second.code !== expectB)
      throw new Error(`${b.command.join(' ')} ended with ${second.code}: ${second.errors}`);
    if (index > 0) pairs.push([first.seconds, second.seconds]);
  }
  return {
    a: median(pairs.map((pair) => pair[0])),
    b: median(pairs.map((pair) => pair[1])),
    ratio: median(pairs.map((pair) => pair[0] / pair[1])),
  };
}

export function median(numbers) {
  const sorted = numbers.toSorted((x, y) => x - y);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
