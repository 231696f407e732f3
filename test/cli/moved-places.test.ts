// After a run has written its results, a finding's line is the line as the file now is.

import { expect, test } from 'vitest';
import { withMovedPlaces } from '../../src/cli/moved-places.ts';
import type { Entry } from '../../src/core/records/records.ts';
import type { MailboxReport } from '../../src/core/mailbox-report.ts';

const at = (line: number, file = 'mail.yaml') => ({ file, line, column: 5 });

function mailbox(id: string, line: number): Entry<'mailboxes'> {
  return { kind: 'mailboxes', id, fields: {}, where: () => at(line) };
}

function report(id: string, line: number, ...places: ReturnType<typeof at>[]): MailboxReport {
  return {
    mailbox: id,
    address: `${id}@example.com`,
    where: at(line),
    verdict: 'failure',
    directions: [],
    arrival: 'not-tried',
    findings: places.map((where) => ({
      code: 'MC517',
      severity: 'error',
      stage: 'server',
      params: {},
      where,
    })),
    changes: [],
  };
}

test('what stands below a record that grew moves down; what stands above it, or in another file, does not', () => {
  const reports = [report('first', 10, at(14), at(3), at(99, 'profiles.yaml')), report('second', 30, at(34))];
  const written = new Map([
    [mailbox('first', 10), at(10)],
    [mailbox('second', 30), at(38)], // the first one grew by eight lines
  ]);
  const { mailboxes } = withMovedPlaces({ mailboxes: reports, profiles: [], alerts: [] }, written);
  const [first, second] = mailboxes;
  expect(first?.findings.map(({ where }) => where)).toEqual([at(14), at(3), at(99, 'profiles.yaml')]);
  expect(second?.where).toEqual(at(38));
  expect(second?.findings[0]?.where).toEqual(at(42));
});
