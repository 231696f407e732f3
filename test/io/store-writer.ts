// A process of its own for store.test.ts: writes results back again and again, until it is killed or has done its rounds.
// Each round gives every mailbox of the workspace the same mark in both directions, so that half a write would show.

import process from 'node:process';
import { load } from '../../src/io/sources/load.ts';
import { writeChanges } from '../../src/io/store.ts';

const [cwd = '.', name = 'writer', rounds = '1000000'] = process.argv.slice(2);
for (let round = 1; round <= Number(rounds); round++) {
  const { records, problems } = await load({ cwd });
  if (problems.length > 0) throw new Error(`unusable: ${JSON.stringify(problems[0])}`);
  const mark = `${name} ${round}`;
  const { failed } = await writeChanges(
    records.mailboxes.map((entry) => ({
      entry,
      changes: [
        { path: ['incomingEmailStatus'], from: undefined, to: round % 2 === 0 ? 'success' : 'failure' },
        {
          path: ['lastTest'],
          from: entry.fields.lastTest,
          to: {
            at: new Date().toISOString(),
            source: 'test',
            incoming: { result: 'success', reply: mark },
            outgoing: { result: 'success', reply: mark },
          },
        },
      ],
    })),
    { cwd },
  );
  if (failed.length > 0) throw new Error(`not written: ${JSON.stringify(failed[0]?.trouble)}`);
  if (round === 1) process.send?.('has written');
}
