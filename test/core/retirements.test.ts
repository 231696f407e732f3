// The calendar of retirements by the clock: the day before and on the day. Only a confirmed date turns into an error.

import { describe, expect, test } from 'vitest';
import { hasEnded, retirements, severityOf, type Retirement } from '../../src/core/records/retirements.ts';
import { runExample } from '../../src/core/rules/run-example.ts';
import { rules } from '../../src/core/rules/index.ts';

const rows: [string, Retirement][] = Object.entries(retirements);
const dayBefore = (on: string) => new Date(Date.parse(`${on}T00:00:00Z`) - 1);

describe.each(rows)('%s', (_, retirement) => {
  test('the day before it is to come, on the day it has ended', () => {
    expect(hasEnded(retirement, dayBefore(retirement.on))).toBe(false);
    expect(hasEnded(retirement, new Date(`${retirement.on}T00:00:00Z`))).toBe(true);
  });

  test('a warning before; on the day an error, if the date is confirmed', () => {
    expect(severityOf(retirement, dayBefore(retirement.on))).toBe('warning');
    const onTheDay = severityOf(retirement, new Date(`${retirement.on}T00:00:00Z`));
    expect(onTheDay).toBe(retirement.confirmed ? 'error' : 'warning');
  });

  test('says what ends in both languages, and where that is known from', () => {
    expect(retirement.what.en).not.toBe('');
    expect(retirement.what.ja).toMatch(/[\u3040-\u30ff\u4e00-\u9fff]|Outlook/);
    expect(retirement.source).not.toBe('');
  });
});

test.each([
  ['MC426', '2022-09-30T23:59:59Z', 'warning'],
  ['MC426', '2022-10-01T00:00:00Z', 'error'],
  ['MC427', '2026-12-30T00:00:00Z', 'warning'],
  ['MC427', '2027-06-01T00:00:00Z', 'warning'],
  ['MC428', '2027-04-01T00:00:00Z', 'warning'],
])('%s at %s: %s', (code, now, severity) => {
  const rule = rules.find((each) => each.code === code);
  const [example] = rule?.examples.bad ?? [];
  if (rule === undefined || example === undefined) throw new Error(`no example of ${code}`);
  expect(runExample(rule, { ...example, now }).map((finding) => finding.severity)).toEqual([severity]);
});
