// The README's pipelines, as far as they go without the services: the keys are those that GitHub and Azure know, and their
// mailcheck commands, run by a shell in a workspace with an error and in a healthy one, end rightly and leave what is uploaded.

import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';

const root = path.join(import.meta.dirname, '..');
const blocks = [
  ...readFileSync(path.join(root, 'README.md'), 'utf8').matchAll(/```yaml\n([\s\S]*?)```/g),
].map(([, block]) => parse(block ?? '') as Record<string, unknown>);
const inputs = z.record(z.string(), z.union([z.string(), z.int()]));
const actions = z.strictObject({
  name: z.string(),
  on: z.array(z.enum(['pull_request', 'push'])),
  permissions: z.partialRecord(z.enum(['contents', 'security-events']), z.enum(['read', 'write'])),
  jobs: z.record(
    z.string(),
    z.strictObject({
      'runs-on': z.string(),
      steps: z.array(
        z.strictObject({
          uses: z
            .string()
            .regex(/^[\w-]+\/[\w-]+(\/[\w-]+)?@v\d+$/)
            .optional(),
          run: z.string().optional(),
          if: z.literal('always()').optional(),
          with: inputs.optional(),
        }),
      ),
    }),
  ),
});
const azure = z.strictObject({
  trigger: z.array(z.string()),
  pool: z.strictObject({ vmImage: z.string() }),
  steps: z.array(
    z.strictObject({
      task: z
        .string()
        .regex(/^\w+@\d+$/)
        .optional(),
      script: z.string().optional(),
      condition: z.literal('always()').optional(),
      inputs: inputs.optional(),
    }),
  ),
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'mailcheck-ci-'));
  writeFileSync(
    path.join(folder, 'mailcheck'),
    `#!/bin/sh\nexec "${process.execPath}" "${root}/bin/mailcheck.js" "$@"\n`,
  );
  chmodSync(path.join(folder, 'mailcheck'), 0o755);
});
afterEach(() => rmSync(folder, { recursive: true }));

function run(command: string, story: string) {
  const workspace = path.join(folder, story);
  cpSync(path.join(root, 'test/cases', story), workspace, { recursive: true });
  const summary = path.join(folder, `${story}.md`);
  const { status, stdout } = spawnSync('bash', ['-e', '-c', command], {
    cwd: workspace,
    encoding: 'utf8',
    env: {
      PATH: `${folder}:${process.env['PATH']}`,
      GITHUB_STEP_SUMMARY: summary,
      LANG: 'en_US.UTF-8',
      CI: 'true',
    },
  });
  return { status, stdout, workspace, summary };
}

const stopped = 'story-1-confirmation-is-sent-as-system';
const commandsOf = (steps: { run?: string | undefined; script?: string | undefined }[]) =>
  steps.flatMap(({ run: a, script: b }) => a ?? b ?? []).filter((line) => line.startsWith('mailcheck '));

test('GitHub Actions', () => {
  const { jobs } = actions.parse(blocks.find((block) => 'jobs' in block));
  const steps = Object.values(jobs).flatMap((job) => job.steps);
  const [command = ''] = commandsOf(steps);
  const { status, stdout, workspace, summary } = run(command, stopped);
  expect(status).toBe(1);
  expect(stdout).toMatch(/^::error file=mailcheck\.yaml,line=85,col=15,title=MC201 /m);
  expect(readFileSync(summary, 'utf8')).toContain('MC201');
  for (const { with: given } of steps)
    for (const name of ['sarif_file', 'path'])
      if (given?.[name] !== undefined)
        expect(existsSync(path.join(workspace, String(given[name])))).toBe(true);
  expect(JSON.parse(readFileSync(path.join(workspace, 'reports/mailcheck.sarif'), 'utf8'))).toMatchObject({
    version: '2.1.0',
  });
  expect(run(command, '_healthy-portal').status).toBe(0);
});

test('Azure Pipelines', () => {
  const { steps } = azure.parse(blocks.find((block) => 'trigger' in block));
  const [command = ''] = commandsOf(steps);
  const { status, workspace } = run(command, stopped);
  expect(status).toBe(1);
  const published = steps.flatMap(({ inputs: given }) => given?.['testResultsFiles'] ?? []).map(String);
  expect(published).toHaveLength(1);
  const file = path.join(workspace, published[0] ?? '');
  expect(existsSync(file)).toBe(true);
  // A parser that is not ours, where the machine has one.
  const python = spawnSync('python3', ['-c', 'import xml.etree.ElementTree']);
  if (python.status === 0) {
    const script =
      'import sys, xml.etree.ElementTree as t; print(len(t.parse(sys.argv[1]).findall(".//failure")))';
    expect(execFileSync('python3', ['-c', script, file], { encoding: 'utf8' }).trim()).toBe('2');
  }
});

test('the example of rules: names codes that there are', () => {
  const { rules = {} } = blocks.find((block) => 'rules' in block) ?? {};
  writeFileSync(path.join(folder, 'mailcheck.yaml'), JSON.stringify({ rules, teams: [{ id: 'sales' }] }));
  const checked = spawnSync(path.join(folder, 'mailcheck'), ['check'], { cwd: folder, encoding: 'utf8' });
  expect(checked.stderr).toBe('');
  expect(Object.keys(rules as object)).toHaveLength(2);
});
