// Every case of test/cases in every format: JUnit and the exit code say the same, SARIF keeps to what of the standard it uses,
// and nothing a server or record said can break out of a format.

import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, afterEach, describe, expect, it, test } from 'vitest';
import * as z from 'zod';
import { github } from '../../src/cli/reporters/github.ts';
import { junit } from '../../src/cli/reporters/junit.ts';
import { markdown } from '../../src/cli/reporters/markdown.ts';
import { sarif } from '../../src/cli/reporters/sarif.ts';
import type { Report } from '../../src/core/report.ts';
import { healthyWorld } from '../../src/core/rules/healthy-world.ts';
import { main } from '../../src/main.ts';
import { allCases, argumentsOf, workspaceOf } from '../cases/case.ts';
import { testWorld } from './world.ts';

const cases = allCases().filter(({ ask }) => !ask.startsWith('sender'));

// The shape of SARIF 2.1.0 as far as it is used; nothing beside it. The official schema is not ours to pass on.
const text = z.string().min(1);
const location = z.strictObject({
  physicalLocation: z.strictObject({
    artifactLocation: z.strictObject({ uri: z.string().regex(/^(?:file:\/\/\/)?[^\s\\]+$/) }),
    region: z.strictObject({ startLine: z.int().min(1), startColumn: z.int().min(1) }),
  }),
  logicalLocations: z.array(z.strictObject({ fullyQualifiedName: text, kind: text })).optional(),
});
const message = z.strictObject({ text });
const notification = z.strictObject({
  level: z.literal('warning'),
  message,
  locations: z.array(location).optional(),
  associatedRule: z.strictObject({ id: text, index: z.int().min(0) }).optional(),
});
const level = z.enum(['none', 'note', 'warning', 'error']);
const sarifShape = z.strictObject({
  $schema: z.url(),
  version: z.literal('2.1.0'),
  runs: z.tuple([
    z.strictObject({
      tool: z.strictObject({
        driver: z.strictObject({
          name: z.literal('mailcheck'),
          version: text,
          language: z.enum(['en-US', 'ja-JP']),
          rules: z.array(
            z.strictObject({
              id: z.string().regex(/^MC\d{3}$/),
              shortDescription: message,
              fullDescription: message,
              help: z.strictObject({ text, markdown: text }),
              defaultConfiguration: z.strictObject({ level }),
              properties: z.strictObject({ tags: z.array(text) }),
            }),
          ),
        }),
      }),
      automationDetails: z.strictObject({ id: text }),
      invocations: z.tuple([
        z.strictObject({
          executionSuccessful: z.boolean(),
          exitCode: z.int(),
          endTimeUtc: z.iso.datetime(),
          toolExecutionNotifications: z.array(notification),
        }),
      ]),
      results: z.array(
        z
          .strictObject({
            ruleId: text,
            ruleIndex: z.int().min(0),
            kind: z.enum(['fail', 'open']),
            level,
            message,
            locations: z.tuple([location]),
            partialFingerprints: z.strictObject({
              'mailcheckFinding/v1': z.string().regex(/^[0-9a-f]{32}$/),
            }),
            suppressions: z
              .tuple([
                z.strictObject({
                  kind: z.literal('external'),
                  status: z.literal('accepted'),
                  justification: text,
                  location,
                }),
              ])
              .optional(),
            properties: z.record(z.string(), z.unknown()),
          })
          // §3.27.10: of a kind other than "fail" the level is "none".
          .refine((result) => (result.kind === 'open') === (result.level === 'none')),
      ),
      columnKind: z.literal('utf16CodeUnits'),
    }),
  ]),
});

describe.each(cases.map((one) => [one.name, one] as const))('%s', (_name, one) => {
  const folder = workspaceOf(one);
  const out = mkdtempSync(path.join(tmpdir(), 'mailcheck-formats-'));
  afterAll(() => {
    rmSync(out, { recursive: true });
    if (path.dirname(folder) === tmpdir()) rmSync(folder, { recursive: true });
  });

  test.each(['en', 'ja'])('in every format, %s', async (language) => {
    const world = testWorld({ cwd: folder, now: () => new Date(one.now) });
    const files = ['junit', 'sarif', 'github', 'markdown', 'human'].flatMap((format) => [
      '--output',
      `${format}=${path.join(out, language, format)}`,
    ]);
    const asked = [...argumentsOf(one), '--lang', language, '--format', 'json', ...files];
    expect(await main(asked, world)).toBe(one.expect.exit);
    expect(world.complained).toEqual([]);
    const read = (format: string) => readFileSync(path.join(out, language, format), 'utf8');
    for (const format of readdirSync(path.join(out, language)))
      expect(read(format)).not.toMatch(/undefined|\[object |NaN/);

    const total = /^<testsuites [^>]*failures="(\d+)" errors="(\d+)"/m.exec(read('junit'));
    const [failures, errors] = [Number(total?.[1]), Number(total?.[2])];
    expect({ failures: failures > 0, errors: failures === 0 && errors > 0 }).toEqual({
      failures: one.expect.exit === 1,
      errors: one.expect.exit === 3,
    });

    const { runs } = sarifShape.parse(JSON.parse(read('sarif')));
    const codes = one.expect.findings.map(({ code }) => code);
    expect(runs[0].results.map(({ ruleId }) => ruleId)).toEqual(codes);
    for (const { ruleId, ruleIndex } of runs[0].results)
      expect(runs[0].tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
    for (const code of codes) {
      expect(read('github')).toContain(code);
      expect(read('markdown')).toContain(code);
    }
    expect(read('github').match(/^::/gm)?.length ?? 0).toBeGreaterThanOrEqual(codes.length);
  });
});

describe('what a server or a record said', () => {
  const hostile =
    'a\u001b[31m\u0000\u0007 <b>&"\']]>\uffff\ud800 |`[x](http://evil) @team #12\r\n::error::x%0A%, {0}';
  const finding = {
    code: 'MC502',
    severity: 'error' as const,
    stage: 'server' as const,
    params: { host: hostile, error: hostile, message: hostile },
    where: { file: 'a:b,c d%.yaml', line: 3, column: 5 },
  };
  const report: Report = {
    version: 1,
    command: 'check',
    at: '2026-11-22T09:00:00.000Z',
    paths: [],
    mailboxes: [],
    profiles: [],
    alerts: [],
    findings: [finding],
    todos: [{ where: finding.where, path: hostile, hint: hostile }],
    records: {},
    probed: [],
    skipped: [{ what: hostile, because: hostile }],
    written: [],
  };
  const run = { failOn: 'error' as const, exitCode: 1, version: '1', workspace: 'mailcheck.yaml' };
  const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;

  it('is text in JUnit', () => {
    const xml = junit(report, run, 'en');
    expect(xml).not.toMatch(control);
    expect(xml).not.toMatch(/[\ufffe\uffff]|\p{Cs}/u);
    expect(xml).not.toContain('<b>');
    expect(xml).not.toContain(']]>');
  });

  it('is text in SARIF, whose places are URIs', () => {
    const log = sarif(report, run, 'en');
    const { runs } = sarifShape.parse(JSON.parse(log));
    expect(runs[0].results[0]?.locations[0].physicalLocation.artifactLocation.uri).toBe(
      'a%3Ab%2Cc%20d%25.yaml',
    );
    expect(runs[0].results[0]?.message.text).toContain('{{0}}');
    expect(log).not.toMatch(control);
  });

  it('is no command of its own on GitHub', () => {
    const lines = github(report, run, 'en').split('\n');
    expect(lines.filter((line) => line.startsWith('::'))).toHaveLength(2);
    expect(lines[0]).toMatch(/^::error file=a%3Ab%2Cc d%25\.yaml,line=3,col=5,title=MC502 [^:,]*::/);
    expect(lines.join('')).not.toMatch(control);
  });

  it('is text in Markdown: no HTML, no link, no mention', () => {
    const page = markdown(report, run, 'en');
    expect(page).not.toMatch(/<b>|(?<!\\)\[x|@team|#12/);
    expect(page).not.toMatch(control);
  });
});

describe('--output', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'mailcheck-output-'));
    writeFileSync(path.join(folder, 'mailcheck.yaml'), 'teams:\n  - id: sales\n');
    mkdirSync(path.join(folder, 'mailcheck'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const run = async (argv: string[], env: Record<string, string> = {}) => {
    const world = testWorld({ cwd: folder, env });
    const code = await main(argv, world);
    return { code, out: world.printed.join('\n'), err: world.complained.join('\n') };
  };
  const file = (name: string) => readFileSync(path.join(folder, name), 'utf8');

  it('leaves stdout as it is, makes folders and leaves nothing else behind', async () => {
    const plain = await run(['check']);
    const { code, out } = await run(['check', '--output', 'json=a/b/report.json', '--output', 'junit=j.xml']);
    expect({ code, out }).toEqual({ code: plain.code, out: plain.out });
    expect(JSON.parse(file('a/b/report.json'))).toMatchObject({ version: 1, command: 'check' });
    expect(readdirSync(folder).sort()).toEqual(['a', 'j.xml', 'mailcheck', 'mailcheck.yaml']);
  });

  it('ends with 2 where a file cannot be written, and loses nothing else', async () => {
    const asked = ['check', '--output', 'sarif=mailcheck', '--output', 'junit=j.xml', '--format', 'markdown'];
    const { code, out, err } = await run(asked);
    expect(code).toBe(2);
    expect(err).toContain('mailcheck was not written: this is a folder; name a file.');
    expect(out).toContain('## mailcheck');
    expect(file('j.xml')).toContain('<testsuites');
  });

  it('replaces a file, but appends to the summary of a GitHub step', async () => {
    const env = { GITHUB_STEP_SUMMARY: path.join(folder, 'summary.md') };
    writeFileSync(env.GITHUB_STEP_SUMMARY, 'before\n');
    writeFileSync(path.join(folder, 'other.md'), 'before\n');
    const asked = [
      'check',
      '--output',
      `markdown=${env.GITHUB_STEP_SUMMARY}`,
      '--output',
      'markdown=other.md',
    ];
    await run(asked, env);
    expect(file('summary.md')).toBe(`before\n${file('other.md')}`);
  });

  it('does not call a stage of check fine that has no record', async () => {
    const stage = (xml: string, name: string) =>
      new RegExp(`<testcase [^>]*name="${name}"[^>]*(?:/>|>\\s*<(skipped message="[^"]*"))`).exec(xml)?.[1] ??
      'passed';
    const stages = async () => {
      const { out } = await run(['check', '--format', 'junit']);
      return ['process', 'mailbox', 'profile', 'server'].map((name) => stage(out, name));
    };
    const nothing = 'skipped message="nothing is recorded for this stage"';
    const never = 'skipped message="check does not judge this"';
    expect(await stages()).toEqual([nothing, nothing, nothing, never]);
    writeFileSync(
      path.join(folder, 'mailcheck.yaml'),
      JSON.stringify({ profiles: (healthyWorld.profiles as object[]).slice(0, 1) }),
    );
    expect(await stages()).toEqual([nothing, nothing, 'passed', never]);
  });

  it('does not call a stage of check fine of which only a message could tell', async () => {
    const stages = async (records: object) => {
      writeFileSync(path.join(folder, 'mailcheck.yaml'), JSON.stringify(records));
      const { out } = await run(['check', '--format', 'junit']);
      return ['request', 'recipient', 'arrival'].map((name) =>
        new RegExp(`name="${name}"[^>]*/>`).test(out) ? 'passed' : out.includes('judges only a part'),
      );
    };
    const { contacts, siteSettings, guests, tenants } = healthyWorld;
    const unwilling = (contacts as object[]).map((contact) => ({ ...contact, doNotEmail: true }));
    expect(await stages({ contacts: unwilling, siteSettings })).toEqual([true, true, true]);
    expect(await stages({ guests, tenants })).toEqual(['passed', 'passed', false]);
  });

  it.each([
    ['jnuit=x', 'Did you mean junit?'],
    ['junit', 'write FORMAT=FILE'],
    ['=x', 'write FORMAT=FILE'],
  ])('refuses %s before anything is read', async (value, sentence) => {
    const { code, err } = await run(['check', '--output', value]);
    expect(code).toBe(2);
    expect(err).toContain(sentence);
  });

  it('refuses what a dry run cannot give', async () => {
    for (const more of [
      ['--format', 'junit'],
      ['--output', 'json=x'],
    ])
      expect(await run(['test-mailbox', '--all', '--dry-run', ...more])).toMatchObject({ code: 2, out: '' });
  });
});
