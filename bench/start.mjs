// How long mailcheck takes to start, against Node itself.

import { mailcheck } from './commands.mjs';
import { compare } from './measure.mjs';
import { heading, row } from './table.mjs';

export async function start() {
  heading('Start, against node -e ""');
  const nothing = { command: [process.execPath, '-e', ''] };
  for (const [flag, limit] of [
    ['--version', 1.4],
    ['--help', 1.8],
  ])
    row(`mailcheck ${flag}`, await compare({ command: [...mailcheck, flag] }, nothing), '×', limit);
}
