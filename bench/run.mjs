// `npm run bench [-- PART …]`: the product's promises of speed, as ratios within this one run. Prints a table; ends with 1 when a
// limit was not kept. No test: what else the machine does changes every figure. Leaves nothing behind.

import { availableParallelism } from 'node:os';
import { serversMissing, startServers } from '../test/live/servers.mjs';
import { check, write } from './checking.mjs';
import { removeScratch } from './commands.mjs';
import { mode, one, trips } from './logins.mjs';
import { many } from './many.mjs';
import { oauth } from './oauth.mjs';
import { refused } from './refused.mjs';
import { start } from './start.mjs';
import { heading, misses, note } from './table.mjs';

const onThisMachine = { start, check, write, oauth };
/** Need Dovecot and Postfix. */
const onServers = { one, trips, many, refused, mode };
const parts = [...Object.keys(onThisMachine), ...Object.keys(onServers)];

const asked = process.argv.slice(2);
const unknown = asked.filter((part) => !parts.includes(part));
if (unknown.length > 0) {
  console.error(`No part is called ${unknown.join(', ')}; there are ${parts.join(', ')}.`);
  process.exit(2);
}
const wanted = (part) => asked.length === 0 || asked.includes(part);

// Whatever ends the run; the mail servers end with the process by themselves.
process.once('exit', removeScratch);
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130));

console.log(`Node.js ${process.version}, ${availableParallelism()} processors`);
for (const [name, part] of Object.entries(onThisMachine)) if (wanted(name)) await part();
if (Object.keys(onServers).some(wanted)) await live();
if (misses() > 0) {
  console.log(`\n${misses()} not kept.`);
  process.exitCode = 1;
}

async function live() {
  const missing = serversMissing();
  if (missing.length > 0) {
    heading('On real mail servers');
    note(`left out (${Object.keys(onServers).filter(wanted).join(', ')}): missing ${missing.join(', ')}`);
    return;
  }
  const servers = await startServers({ numberedAccounts: 200 });
  try {
    for (const [name, part] of Object.entries(onServers)) if (wanted(name)) await part(servers);
  } finally {
    await servers.stop();
  }
}
