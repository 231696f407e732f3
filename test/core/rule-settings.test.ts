// `rules:` of mailcheck.yaml: what it does to a report, what it never does, and how its mistakes are told.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recordChanges } from '../../src/cli/testing.ts';
import { exampleNow, type Change } from '../../src/core/rules/example.ts';
import { sessionThat } from '../../src/core/rules/session-example.ts';
import { worldWith } from '../../src/core/rules/healthy-world.ts';
import { judgeMailbox } from '../../src/core/rules/judge-mailbox.ts';
import type { ChosenSeverity } from '../../src/core/rules/rule-settings.ts';
import { main } from '../../src/main.ts';
import { testWorld } from '../cli/world.ts';
import { recordsWith } from './records-of.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'mailcheck-rules-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function run(rules: object, change: Change, ...argv: string[]) {
  writeFileSync(
    path.join(folder, 'mailcheck.yaml'),
    JSON.stringify({ ...worldWith(change), rules }, null, 1),
  );
  const world = testWorld({ cwd: folder, now: () => new Date(exampleNow) });
  const code = await main(argv, world);
  const out = world.printed.join('\n').replaceAll(/\s+/g, ' ');
  return { code, out, err: world.complained.join('\n') };
}

const pending: Change = { mailboxes: { admin: { emailRouterAccessApproval: 'pending-approval' } } };
const diagnose = ['diagnose', 'email-confirmation', '--to', 'taro@example.com'];
const because = 'The pilot ends in March';
const set = (severity: string) => ({ MC303: { severity, reason: because } });

describe('an error that is switched off', () => {
  it('stops nothing, and is listed with its reason and place; its stage is no green', async () => {
    expect((await run({}, pending, ...diagnose)).code).toBe(1);
    const { code, out } = await run(set('off'), pending, ...diagnose);
    expect(code).toBe(0);
    expect(out).toMatch(/– mailbox .*\(set aside by rules:\)/);
    expect(out).toMatch(/MC303 \(error\), switched off at mailcheck\.yaml:\d+:\d+: The pilot ends in March/);
  });

  it('is counted by check, which does not say that nothing was found', async () => {
    const { code, out } = await run(set('off'), pending, 'check');
    expect(code).toBe(0);
    expect(out).toContain('1 finding switched off by "rules:"');
    expect(out).not.toContain('Nothing found');
  });

  it('is in the JSON, apart, at its own severity', async () => {
    const { out } = await run(set('off'), pending, 'check', '--format', 'json');
    const { findings, switchedOff } = JSON.parse(out) as { findings: unknown[]; switchedOff: unknown[] };
    expect(findings).toEqual([]);
    expect(switchedOff).toMatchObject([
      { code: 'MC303', severity: 'error', changed: { from: 'error', to: 'off', reason: because } },
    ]);
  });

  it('is a suppressed result in SARIF and a skipped test in JUnit', async () => {
    const { out } = await run(set('off'), pending, 'check', '--format', 'sarif');
    expect(JSON.parse(out)).toMatchObject({
      runs: [{ results: [{ ruleId: 'MC303', suppressions: [{ justification: because }] }] }],
    });
    const { out: xml } = await run(set('off'), pending, 'check', '--format', 'junit');
    expect(xml).toMatch(/MC303[^>]*><skipped|MC303[^>]*> <skipped/);
  });

  it('does not make a server be contacted', async () => {
    const { code, out } = await run(set('off'), pending, 'test-mailbox', 'admin', '--no-save');
    expect(code).toBe(3);
    expect(out).toContain('a precondition is not met');
  });
});

it('a lowered error is a warning, with the reason', async () => {
  const lowered = await run(set('warning'), pending, ...diagnose);
  expect(lowered.code).toBe(0);
  expect(lowered.out).toContain('Changed from error to warning by rules:');
});

describe('what cannot be judged', () => {
  const unknown: Change = { mailboxes: { admin: { emailRouterAccessApproval: undefined } } };
  it('is an error where it must be known, and never green where it need not', async () => {
    const rules = (severity: string) => ({ MC313: { severity, reason: because } });
    expect(await run({}, unknown, ...diagnose)).toMatchObject({ code: 3 });
    expect(await run(rules('error'), unknown, ...diagnose)).toMatchObject({ code: 1 });
    const warned = await run(rules('warning'), unknown, ...diagnose);
    expect(warned.out).toMatch(/! mailbox /);
    const off = await run(rules('off'), unknown, ...diagnose);
    expect(off.out).toMatch(/– mailbox .*set aside by rules:/);
  });
});

describe('a live session', () => {
  const session = sessionThat({
    login: { outcome: 'refused', reply: { code: '535', enhanced: '5.7.8', text: 'authentication failed' } },
  });
  const judged = (to?: ChosenSeverity) => {
    const records = recordsWith();
    const [mailbox] = records.mailboxes;
    if (mailbox === undefined) throw new Error('no mailbox');
    const evidence = { version: 1 as const, at: exampleNow, observations: [session] };
    const plain = judgeMailbox(mailbox, records, evidence, new Date(exampleNow));
    const code = plain.findings.find(({ severity }) => severity === 'error')?.code ?? '';
    const where = { file: 'mailcheck.yaml', line: 1, column: 1 };
    if (to !== undefined) records.rules = new Map([[code, { severity: to, reason: because, where }]]);
    const report = judgeMailbox(mailbox, records, evidence, new Date(exampleNow));
    return { report, changes: recordChanges(mailbox, report, exampleNow) };
  };

  it.each(['off', 'warning', 'information'] as const)(
    'whose error is made %s is recorded as it was',
    (to) => {
      const as = judged(to);
      expect(as.changes).toEqual(judged().changes);
      expect(as.changes).not.toEqual([]);
      expect(judged().report.verdict).toBe('failure');
      // What comes after the login was not looked at.
      expect(as.report.verdict).toBe('unknown');
    },
  );
});

describe('mistakes', () => {
  it('are all told, each with its place, and end with 2', async () => {
    const rules = {
      MC999: { severity: 'off', reason: 'x' },
      mc201: { severity: 'of', reason: 'x' },
      MC303: { severity: 'warning' },
      MC304: 'off',
      MC104: { severity: 'off', reason: 'x' },
      MC302: { severty: 'off', reason: 'TODO' },
    };
    const { code, err } = await run(rules, {}, 'check');
    expect(code).toBe(2);
    // One digit away from MC399, which is about something else altogether.
    expect(err).not.toContain('MC399');
    for (const sentence of [
      'rules: there is no rule "MC999".',
      'rules: there is no rule "mc201". Did you mean "MC201"?',
      'rules.mc201: "of" is not allowed. Did you mean "off"?',
      'rules.MC303: the reason is missing',
      'rules: write MC304: { severity: warning, reason: "…" }',
      'rules: MC104 says that no mail is due',
      'rules.MC302: unknown key "severty". Did you mean "severity"?',
      'rules.MC302: the reason is missing',
    ])
      expect(err).toMatch(new RegExp(`^mailcheck\\.yaml:\\d+:\\d+: ${escaped(sentence)}`, 'm'));
    const { err: japanese } = await run(rules, {}, 'check', '--lang', 'ja');
    expect(japanese).toContain('rules: 「mc201」というルールはありません。「MC201」ではありませんか。');
    expect(readFileSync(path.join(folder, 'mailcheck.yaml'), 'utf8')).toContain('MC999');
  });
});

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
