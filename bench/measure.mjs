// Knows how to time whole processes fairly: two commands in turn, ratios pair by pair, medians. Prints nothing.

import { spawn } from 'node:child_process';

/** Has a Node process say at its end what it used, without changing what it does. */
const sayUsage = `--import=data:text/javascript,${encodeURIComponent(
  "process.on('exit',()=>{const u=process.resourceUsage();process.stderr.write(`\\n@${u.maxRSS} ${u.userCPUTime+u.systemCPUTime}\\n`)})",
)}`;

/**
 * Runs a command to its end. Its exit code has to be `expected`: a benchmark of something that failed says nothing.
 * With `usage`: a Node command, of which memory and processor time are wanted too. With `output`: what it wrote.
 */
export function run({ command, env = {}, expected = 0, usage = false, output = false }) {
  return new Promise((resolve, reject) => {
    const started = process.hrtime.bigint();
    const child = spawn(command[0], command.slice(1), {
      stdio: ['ignore', output ? 'pipe' : 'ignore', 'pipe'],
      env: { ...process.env, ...env, ...(usage ? { NODE_OPTIONS: sayUsage } : {}) },
    });
    let written = '';
    let errors = '';
    child.stdout?.on('data', (chunk) => (written += chunk));
    child.stderr.on('data', (chunk) => (errors = (errors + chunk).slice(-2000)));
    child.on('error', reject);
    child.on('close', (code) => {
      const seconds = Number(process.hrtime.bigint() - started) / 1e9;
      if (code !== expected) {
        reject(new Error(`${command.slice(0, 4).join(' ')} … ended with ${code}: ${errors}`));
        return;
      }
      const [, kibibytes, microseconds] = /@(\d+) (\d+)\s*$/.exec(errors) ?? [];
      resolve({
        seconds,
        written,
        ...(usage ? { peakMebibytes: kibibytes / 1024, processorSeconds: microseconds / 1e6 } : {}),
      });
    });
  });
}

/** Runs A and B alternately, once to warm up and then `runs` times; the median of the ratios A/B of the pairs. */
export async function compare(a, b, { runs = 15 } = {}) {
  const ratios = [];
  for (let index = 0; index <= runs; index += 1) {
    const first = (await run(a)).seconds;
    const second = (await run(b)).seconds;
    if (index > 0) ratios.push(first / second);
  }
  return median(ratios);
}

/** Median seconds of several runs. */
export async function secondsOf(given, runs = 5) {
  const all = [];
  for (let index = 0; index < runs; index += 1) all.push((await run(given)).seconds);
  return median(all);
}

export function median(numbers) {
  const sorted = numbers.toSorted((x, y) => x - y);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
