// `mailcheck check` on many records, and writing many results back: linear, one pass.

import { join } from 'node:path';
import { mailcheck, scratch } from './commands.mjs';
import { median, run } from './measure.mjs';
import { heading, note, row } from './table.mjs';
import { addressOf, writeManyMailboxes } from './workspace.mjs';

/** Twice as much may take this many times as long: linear, with something for the noise. */
const linear = 2.3;

export async function check() {
  heading('check, on one .jsonl file');
  const seconds = [];
  for (const count of [25_000, 50_000, 100_000]) {
    const folder = scratch();
    await writeManyMailboxes(folder, count);
    const command = [...mailcheck, 'check', '--workspace', folder];
    const runs = [await run({ command, usage: true }), await run({ command, usage: true })];
    seconds.push(Math.min(...runs.map((each) => each.seconds)));
    const peak = Math.max(...runs.map((each) => each.peakMebibytes));
    note(
      `${count.toLocaleString('en')} mailboxes: ${Math.round(count / seconds.at(-1)).toLocaleString('en')} records a second, ` +
        `peak memory ${Math.round(peak)} MiB`,
    );
  }
  row('100,000 mailboxes, against 50,000 (linear: 2)', seconds[2] / seconds[1], '×', linear);
}

/** A .yaml file may have 1 MiB; more records than that fit are for .jsonl. */
const sizes = { jsonl: [5_000, 10_000], yaml: [800, 1_600] };

export async function write() {
  heading('Writing results back into one file (approve, every address named)');
  for (const [extension, counts] of Object.entries(sizes)) {
    const seconds = [];
    for (const count of counts) {
      const addresses = Array.from({ length: count }, (_, index) => addressOf(index));
      const times = [];
      for (let index = 0; index < 3; index += 1) {
        // A new workspace each time: what is approved is not written again.
        const folder = join(scratch(), 'workspace');
        await writeManyMailboxes(folder, count, extension, 'pending-approval');
        const command = [...mailcheck, 'approve', '--workspace', folder, ...addresses];
        times.push((await run({ command })).seconds);
      }
      seconds.push(median(times));
    }
    const [half, whole] = counts.map((count) => count.toLocaleString('en'));
    note(`${whole} results into .${extension}: ${seconds[1].toFixed(2)} s`);
    const ratio = seconds[1] / seconds[0];
    row(`${whole} results into .${extension}, against ${half} (linear: 2)`, ratio, '×', linear);
  }
}
