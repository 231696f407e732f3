// Every rule proves itself: its bad examples raise it, its good ones do not, and the healthy environment raises nothing.

import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { resolve } from '../src/core/delivery/path.ts';
import { readRecords } from '../src/core/records/read.ts';
import type { FieldPath, Where } from '../src/core/records/where.ts';
import { exampleNow, type Example } from '../src/core/rules/example.ts';
import { worldWith } from '../src/core/rules/healthy-world.ts';
import { retired, rules } from '../src/core/rules/index.ts';
import { judgePath } from '../src/core/rules/judge-path.ts';
import { runExample } from '../src/core/rules/run-example.ts';
import { judgeRecords } from '../src/core/rules/judge-records.ts';
import { languages, type Finding, type Rule } from '../src/core/rules/rule.ts';
import { who } from '../src/core/rules/who.ts';

const now = new Date(exampleNow);

describe.each(rules.map((rule) => [rule.code, rule] as const))('%s', (_code, rule) => {
  test.each(rule.examples.bad.map((example, index) => [index, example] as const))(
    'bad example %i raises it',
    (_, example) => {
      const found = runExample(rule, example).filter((finding) => finding.code === rule.code);
      expect(found).not.toEqual([]);
      for (const language of languages) for (const finding of found) speaks(rule, finding, language);
    },
  );

  test.each(rule.examples.good.map((example, index) => [index, example] as const))(
    'good example %i does not',
    (_, example) => {
      const found = runExample(rule, example).filter((finding) => finding.code === rule.code);
      expect(found).toEqual([]);
    },
  );

  test('has examples and sources', () => {
    expect(rule.examples.bad.length).toBeGreaterThan(0);
    expect(rule.examples.good.length).toBeGreaterThan(0);
    expect(rule.sources.length).toBeGreaterThan(0);
  });
});

describe('the list', () => {
  test('agrees with the folder, in code order, each code once', () => {
    const files = readdirSync(new URL('../src/core/rules', import.meta.url)).filter((name) =>
      /^MC\d{3}-/.test(name),
    );
    const codes = rules.map((rule) => rule.code);
    expect(codes).toEqual(files.map((name) => name.slice(0, 5)).sort());
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of Object.keys(retired)) expect(codes).not.toContain(code);
  });
});

// What happens then is documented nowhere (or only for another case): no sentence may state it as certain.
test.each(['MC204', 'MC208', 'MC216', 'MC241', 'MC242'])('%s says "may", in both languages', (code) => {
  const rule = rules.find((each) => each.code === code);
  const [example] = rule?.examples.bad ?? [];
  if (rule === undefined || example === undefined) throw new Error(`${code} has no example`);
  const [finding] = runExample(rule, example);
  if (finding === undefined) throw new Error(`${code} is not raised`);
  expect(finding.severity).not.toBe('error');
  expect(rule.message(finding, 'en')).toMatch(/\bmay\b/);
  expect(rule.message(finding, 'ja')).toContain('可能性があります');
});

test('what an inactive queue does is not stated as certain in its explanation either', () => {
  const rule = rules.find(({ code }) => code === 'MC208');
  expect(rule?.why('ja')).toContain('使えないことがあり');
  expect(rule?.why('en')).toContain('may no longer be used');
});

describe('the healthy environment', () => {
  const records = recordsOf({});
  test.each([
    ['the confirmation mail', { kind: 'email-confirmation', to: 'taro@example.com' }],
    ['the two-factor code', { kind: 'two-factor-code', to: 'jiro@example.com' }],
  ] as const)('%s: nothing stops it and nothing is found', (_, message) => {
    const report = judgePath(resolve(records, message), undefined, now);
    expect(report.findings).toEqual([]);
    expect(report.verdict).toBe('nothing-stops-it');
  });

  test('check finds nothing', () => {
    expect(judgeRecords(records, now)).toEqual([]);
  });
});

function recordsOf(example: Example) {
  const where = (path: FieldPath = []): Where => ({ file: 'example.yaml', line: 1 + path.length, column: 1 });
  const { records, problems } = readRecords([{ value: worldWith(example.change), where }]);
  expect(problems).toEqual([]);
  return records;
}

function speaks(rule: Rule, finding: Finding, language: 'en' | 'ja') {
  const texts = [
    rule.title(language),
    rule.why(language),
    rule.message(finding, language),
    ...rule.fix(finding, language).map((step) => step.do),
  ];
  for (const text of texts) {
    expect(text.trim()).not.toBe('');
    expect(text).not.toMatch(/undefined|\[object |NaN|(?<!: )\bnull\b/);
    if (language === 'ja') expect(text).toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/);
  }
  for (const step of rule.fix(finding, language)) expect(who[step.who]).toBeDefined();
}
