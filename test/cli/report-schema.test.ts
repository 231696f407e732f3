// The schema of `--format json` that ships is made from the code, and what the code prints keeps to it: every case, and a
// live test of a mailbox for every way in which a session can end that some rule knows.
// After a change of the report: UPDATE_SCHEMA=1 npx vitest run test/cli/report-schema.test.ts

import { Ajv } from 'ajv';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it, test } from 'vitest';
import { json } from '../../src/cli/reporters/json.ts';
import { reportJsonSchema } from '../../src/cli/reporters/report-schema.ts';
import type { Report } from '../../src/core/report.ts';
import { exampleNow } from '../../src/core/rules/example.ts';
import { worldWith } from '../../src/core/rules/healthy-world.ts';
import { rules } from '../../src/core/rules/index.ts';
import { judgeMailbox } from '../../src/core/rules/judge-mailbox.ts';
import { main } from '../../src/main.ts';
import { allCases, argumentsOf, workspaceOf } from '../cases/case.ts';
import { recordsOf } from '../core/records-of.ts';
import { testWorld } from './world.ts';

const file = new URL('../../profiles/schema/report.schema.json', import.meta.url);
// Formats are said for people; Ajv has them in a package of their own.
const ajv = new Ajv({ validateFormats: false, allErrors: true, strictTypes: false });

it('profiles/schema/report.schema.json is up to date', () => {
  const text = `${JSON.stringify(reportJsonSchema(), null, 2)}\n`;
  if (process.env['UPDATE_SCHEMA'] !== undefined) writeFileSync(file, text);
  expect(readFileSync(file, 'utf8')).toBe(text);
});

const open = ajv.compile(reportJsonSchema());
const closed = ajv.compile(reportJsonSchema('closed'));

function expectValid(report: unknown): void {
  for (const validate of [open, closed]) {
    validate(report);
    expect(validate.errors).toBeNull();
  }
}

const cases = allCases().filter(({ ask }) => !ask.startsWith('sender'));
describe.each(cases.map((one) => [one.name, one] as const))('%s', (_name, one) => {
  const folder = workspaceOf(one);
  afterAll(() => {
    if (path.dirname(folder) === tmpdir()) rmSync(folder, { recursive: true });
  });
  test('keeps to it', async () => {
    const world = testWorld({ cwd: folder, now: () => new Date(one.now) });
    await main([...argumentsOf(one), '--format', 'json'], world);
    expectValid(JSON.parse(world.printed.join('\n')));
  });
});

it('holds for tests of mailboxes', () => {
  const now = new Date(exampleNow);
  for (const { examples } of rules)
    for (const { session, otherSessions = [], change } of examples.bad) {
      if (session === undefined) continue;
      const records = recordsOf(worldWith(change));
      const mailbox = records.mailboxes.find(({ id }) => id === session.mailbox);
      if (mailbox === undefined) continue;
      const observations = [...otherSessions, session];
      const report = judgeMailbox(mailbox, records, { version: 1, at: exampleNow, observations }, now);
      const whole: Report = {
        version: 1,
        command: 'test-mailbox',
        at: now.toISOString(),
        paths: [],
        mailboxes: [report],
        profiles: [],
        alerts: [],
        findings: [],
        todos: [],
        records: {},
        probed: [],
        skipped: [],
        written: [],
      };
      expectValid(JSON.parse(json(whole)));
    }
});
