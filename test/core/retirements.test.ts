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
    // Names of products are the same in both.
    expect(retirement.what.ja).toMatch(
      /[\u3040-\u30ff\u4e00-\u9fff]|^Dynamics 365 for Outlook$|^Email Router$/,
    );
    expect(retirement.whom.en).not.toBe('');
    expect(retirement.whom.ja).toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/);
    expect(retirement.source).not.toBe('');
  });
});

test.each([
  ['MC426', '2022-09-30T23:59:59Z', 'warning'],
  ['MC426', '2022-10-01T00:00:00Z', 'error'],
  ['MC425', '2022-05-29T23:59:59Z', 'warning'],
  ['MC425', '2022-05-30T00:00:00Z', 'warning'],
  ['MC427', '2026-12-30T23:59:59Z', 'warning'],
  ['MC427', '2026-12-31T00:00:00Z', 'warning'],
  ['MC427', '2027-06-01T00:00:00Z', 'warning'],
  ['MC428', '2027-03-31T23:59:59Z', 'warning'],
  ['MC428', '2027-04-01T00:00:00Z', 'warning'],
])('%s at %s: %s', (code, now, severity) => {
  const rule = rules.find((each) => each.code === code);
  const [example] = rule?.examples.bad ?? [];
  if (rule === undefined || example === undefined) throw new Error(`no example of ${code}`);
  expect(runExample(rule, { ...example, now }).map((finding) => finding.severity)).toEqual([severity]);
});

test.each([
  ['MC427', '2026-12-30T23:59:59Z', 'may be switched off from 2026-12-31 on'],
  ['MC427', '2026-12-31T00:00:00Z', 'may have been switched off since 2026-12-31'],
  ['MC428', '2026-09-30T23:59:59Z', 'may stop for your tenant from 2026-10-01 on'],
  ['MC428', '2026-10-01T00:00:00Z', 'may have stopped for your tenant since 2026-10-01'],
  ['MC428', '2027-03-31T23:59:59Z', 'may stop for all on 2027-04-01'],
  ['MC428', '2027-04-01T00:00:00Z', 'may have stopped for all on 2027-04-01'],
])('%s at %s says: %s', (code, now, words) => {
  const rule = rules.find((each) => each.code === code);
  const [example] = rule?.examples.bad ?? [];
  if (rule === undefined || example === undefined) throw new Error(`no example of ${code}`);
  expect(runExample(rule, { ...example, now }).map((finding) => rule.message(finding, 'en'))).toEqual([
    expect.stringContaining(words),
  ]);
});

test.each([
  ['MC305', 'dynamics-for-outlook', '1 October 2020', '2020年10月1日'],
  ['MC323', 'email-router', '12 April 2021', '2021年4月12日'],
] as const)('%s says the day of %s', (code, service, english, japanese) => {
  const rule = rules.find((each) => each.code === code);
  expect(new Date(`${english} UTC`).toISOString().slice(0, 10)).toBe(retirements[service].on);
  expect(rule?.why('en')).toContain(english);
  expect(rule?.why('ja')).toContain(japanese);
});
