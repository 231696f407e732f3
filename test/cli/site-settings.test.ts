// `mailcheck site-settings` says what is in force and why, names what was meant, and shows nobody a secret.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { widthOf } from '../../src/cli/wrap.ts';
import { worldWith } from '../../src/core/rules/healthy-world.ts';
import type { Change } from '../../src/core/rules/example.ts';
import { main } from '../../src/main.ts';
import { testWorld } from './world.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

function workspace(change: Change = {}): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'mailcheck-settings-'));
  folders.push(folder);
  writeFileSync(path.join(folder, 'mailcheck.yaml'), JSON.stringify(worldWith(change), undefined, 1));
  return folder;
}

async function run(cwd: string, ...args: string[]) {
  const world = testWorld({ cwd });
  const code = await main(['site-settings', ...args], world);
  const lines = world.printed.join('\n').split('\n');
  return { code, lines, flat: lines.join(' ').replaceAll(/\s+/g, ' '), err: world.complained.join('\n') };
}

const prefix = 'Authentication/Registration/';
const mixed = workspace({
  siteSettings: {
    [`${prefix}LocalLoginEnabled`]: { value: 'on' },
    [`${prefix}IsDemoMode`]: { value: 'true', state: 'inactive' },
    [`${prefix}ResetPasswordEnabled`]: { value: 'false' },
    'reset-2': { id: 'reset-2', name: `${prefix}ResetPasswordEnabled`, value: 'true' },
    'Authentication/TwoFactorCookie/ExpireTimeSpan': { value: '5' },
    'Authentication/OpenIdConnect/Contoso/ClientSecret': { value: 'squeamish ossifrage' },
    [`${prefix}TriggerLockoutOnFailedPassword`]: { value: 'correct horse' },
    'Search/Enabled': { value: 'true' },
  },
});
const variable = workspace({
  siteSettings: {
    [`${prefix}EmailConfirmationEnabled`]: {
      source: 'environment-variable',
      environmentVariable: 'contoso_Confirmation',
    },
  },
});

describe('for people', () => {
  test('a healthy portal: recorded, default, and what the default is where it is not certain', async () => {
    const { code, flat } = await run(workspace());
    expect(code).toBe(3);
    expect(flat).toContain('Site settings in force on Customer Portal');
    expect(flat).toContain('TwoFactorEnabled = true (default: false) recorded at mailcheck.yaml:');
    expect(flat).toContain('EmailConfirmationEnabled = true (default)');
    expect(flat).toContain(
      '? LocalLoginEnabled = not certain (default: true by the documentation, false in the last public portal code)',
    );
    const recorded = { [`${prefix}LocalLoginEnabled`]: { value: 'true' } };
    expect((await run(workspace({ siteSettings: recorded }))).code).toBe(0);
    expect((await run(workspace(), 'TwoFactorEnabled')).code).toBe(0);
  });

  test('no site at all: nothing is known, the defaults stand beside', async () => {
    const { code, flat } = await run(
      workspace({
        siteSettings: { [`${prefix}TwoFactorEnabled`]: null },
        sites: { 'customer-portal': null },
      }),
    );
    expect(code).toBe(3);
    expect(flat).toContain('what is in force is not known');
    expect(flat).toContain('? EmailConfirmationEnabled = not known (default: true)');
    expect(flat).not.toContain('(default)');
  });

  test('what is written and not in force, each with its reason', async () => {
    const { code, flat } = await run(mixed);
    expect(code).toBe(3);
    expect(flat).toMatch(/IsDemoMode = false \(default\) The row at mailcheck.yaml:\d+ is inactive/);
    expect(flat).toMatch(/"on" at mailcheck.yaml:\d+ cannot be read, so the default is in force/);
    expect(flat).toMatch(/ResetPasswordEnabled = false \(default: true\) recorded at \S+ Another row, at/);
    expect(flat).toContain('ExpireTimeSpan = 5.00:00:00 (5 days) (default: 00:05:00 (5 minutes))');
    expect(flat).toContain('Search/Enabled = true');
    expect(flat).toContain('MC131');
  });

  test('an environment variable: not known, and exit 3', async () => {
    const { code, flat } = await run(variable);
    expect(code).toBe(3);
    expect(flat).toContain(
      '? EmailConfirmationEnabled = not known The environment variable contoso_Confirmation',
    );
  });

  test('names: whole or the last part, in any case, with the steps of what is found', async () => {
    const { code, flat } = await run(mixed, 'expiretimespan', `${prefix}IsDemoMode`);
    expect(code).toBe(0);
    expect(flat).toContain('Authentication/ApplicationCookie/ ExpireTimeSpan');
    expect(flat).toContain('Authentication/TwoFactorCookie/ ExpireTimeSpan');
    expect(flat).not.toContain('ResetPasswordEnabled');
    expect(flat).toContain('1. Portal administrator: In the Portal Management app');
  });

  test('--all lists those that no mail hangs on', async () => {
    const folder = workspace();
    expect((await run(folder)).flat).not.toContain('CookieSecure');
    expect((await run(folder, '--all')).flat).toContain('CookieSecure = SameAsRequest (default)');
  });

  test.each(['en', 'ja'])('fits into 80 columns (%s)', async (language) => {
    const { lines } = await run(mixed, '--all', '--lang', language);
    for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(80);
  });
});

describe('several sites', () => {
  const two = workspace({
    sites: { partners: { name: 'Partner Portal', identity: 'portal-user' } },
    siteSettings: {
      'of-partners': { name: `${prefix}ResetPasswordEnabled`, value: 'false', site: 'partners' },
    },
  });

  test('each by itself', async () => {
    const { flat } = await run(two, 'ResetPasswordEnabled');
    expect(flat).toMatch(
      /on Customer Portal .* ResetPasswordEnabled = true \(default\) .* on Partner Portal .* ResetPasswordEnabled = false/,
    );
  });

  test('or the one that is named', async () => {
    expect((await run(two, '--site', 'partner portal')).flat).not.toContain('Customer Portal');
    const { code, err } = await run(two, '--site', 'Parner Portal');
    expect([code, err]).toEqual([2, expect.stringContaining("did you mean --site 'Partner Portal'?")]);
  });
});

describe('a name that does not exist', () => {
  test.each([
    ['TwoFactorEnabeld', 'Did you mean TwoFactorEnabled?'],
    [
      `${prefix}RequireUniqueEmail`,
      'Did you mean Authentication/UserManager/UserValidator/RequireUniqueEmail?',
    ],
    ['no such thing', '--all'],
  ])('%s', async (name, answer) => {
    const { code, lines, err } = await run(workspace(), name);
    expect([code, lines]).toEqual([2, ['']]);
    expect(err).toContain(answer);
  });
});

describe('secrets', () => {
  test.each([[], ['--all'], ['--format', 'json'], ['TriggerLockoutOnFailedPassword']])(
    'are shown to nobody: %s %s',
    async (...args) => {
      const { flat } = await run(mixed, ...args);
      expect(flat).not.toMatch(/ossifrage|horse/);
    },
  );
});

test('for programs: typed, with the place, a time span in one form', async () => {
  const { lines } = await run(mixed, 'Authentication/TwoFactorCookie/ExpireTimeSpan', '--format', 'json');
  const report = JSON.parse(lines.join('\n')) as { sites: { settings: unknown[]; findings: unknown[] }[] };
  expect(report).toMatchObject({ version: 1, command: 'site-settings' });
  expect(report.sites[0]?.settings).toMatchObject([
    {
      name: 'Authentication/TwoFactorCookie/ExpireTimeSpan',
      type: 'time-span',
      known: true,
      value: '5.00:00:00',
      default: '00:05:00',
      source: 'record',
      written: '5',
      where: { file: 'mailcheck.yaml' },
    },
  ]);
  expect(report.sites[0]?.findings).toMatchObject([{ code: 'MC131', severity: 'warning' }]);
});
