// In which order mailboxes are tested: the servers' own delays after a refused password must not hit the others.

import { expect, test } from 'vitest';
import { doubtfulLast, type Prepared } from '../../src/cli/testing.ts';
import type { LastTest } from '../../src/core/records/mailbox.ts';

function prepared(id: string, outgoing?: LastTest['outgoing']): Prepared {
  const lastTest = { at: '2026-01-02T03:04:05Z', source: 'test', ...(outgoing && { outgoing }) };
  return {
    mailbox: {
      kind: 'mailboxes',
      id,
      fields: { lastTest },
      where: () => ({ file: 'a', line: 1, column: 1 }),
    },
    ofRecord: [],
    requests: [],
    skipped: [],
    untestable: [],
  } as Prepared;
}

test('whose password was refused at the last test comes last, the rest stay in their order', () => {
  const order = doubtfulLast([
    prepared('refused', { result: 'failure', class: 'credential' }),
    prepared('locked', { result: 'failure', class: 'policy', step: 'login' }),
    prepared('unknown'),
    prepared('relay', { result: 'failure', class: 'policy', step: 'recipient' }),
    prepared('unreachable', { result: 'failure', class: 'network' }),
    prepared('fine', { result: 'success' }),
  ]);
  expect(order.map(({ mailbox }) => mailbox.id)).toEqual([
    'unknown',
    'relay',
    'unreachable',
    'fine',
    'refused',
    'locked',
  ]);
});
