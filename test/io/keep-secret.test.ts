// Where a refresh token may be kept, and that a renewed one never costs the old one.

import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SecretRef } from '../../src/core/delivery/probe-request.ts';
import { keepInPlaceOf, keepSecret, privateFileFor } from '../../src/io/keep-secret.ts';
import { rememberTokens } from '../../src/io/oauth/tokens.ts';
import { readSecret } from '../../src/io/secrets.ts';
import { tokenEndpoint } from '../token-endpoint.ts';

let folder: string;
let env: Record<string, string>;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'mailcheck-keeping-'));
  env = { PATH: `${folder}:/bin:/usr/bin` };
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const kept = (): string => readFileSync(path.join(folder, 'token'), 'utf8');
const world = () => ({ folder, env });
const file: SecretRef = { file: 'token' };

function keyringThat(script: string): void {
  writeFileSync(path.join(folder, 'secret-tool'), `#!/bin/sh\n${script}\n`);
  chmodSync(path.join(folder, 'secret-tool'), 0o755);
}

describe('a renewed refresh token', () => {
  test('takes the place of the old one in a private file', async () => {
    writeFileSync(path.join(folder, 'token'), 'old\n', { mode: 0o600 });
    await keepInPlaceOf(file, 'old', 'new', world());
    expect(kept()).toBe('new\n');
    expect(statSync(path.join(folder, 'token')).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['token']);
  });

  test.each([
    ['that others may read', 'old\n', 0o644],
    ['that holds another by now', 'somebody signed in again\n', 0o600],
  ])('leaves a file alone %s', async (_, content, mode) => {
    writeFileSync(path.join(folder, 'token'), content);
    chmodSync(path.join(folder, 'token'), mode);
    await keepInPlaceOf(file, 'old', 'new', world());
    expect(kept()).toBe(content);
  });

  test('makes no file where none is, and none for a variable or a command', async () => {
    for (const reference of [file, { env: 'TOKEN' }, { command: ['cat', 'token'] }])
      await keepInPlaceOf(reference, 'old', 'new', world());
    expect(readdirSync(folder)).toEqual([]);
  });

  test('is told once, by the request that redeemed the old one', async () => {
    const endpoint = await tokenEndpoint((_, count) => ({
      body: { access_token: 'a', refresh_token: count === 1 ? 'new' : 'old' },
    }));
    const told: string[][] = [];
    const token = rememberTokens({
      signal: new AbortController().signal,
      deadline: 3_000,
      now: () => 0,
      secret: () => Promise.resolve('old'),
      replaced: async (reference, before, after) =>
        void told.push([JSON.stringify(reference), before, after]),
    });
    const grant = { kind: 'refresh-token', clientId: 'c', refreshToken: file } as const;
    const expected = { audiences: [], roles: [], scopes: [] };
    for (const key of ['1', '1', '2'])
      await token({ key, authority: 'microsoft', url: endpoint.url, grant, expected });
    expect(told).toEqual([[JSON.stringify(file), 'old', 'new']]);
  });
});

describe('the keyring', () => {
  test('keeps what it is given on its standard input, and gives it back', async () => {
    keyringThat(`case "$1" in store) cat > ${folder}/kept ;; lookup) cat ${folder}/kept; echo ;; esac`);
    expect(await keepSecret({ keyring: 'admin@example.com' }, 'the-token', world())).toBeUndefined();
    expect(await readSecret({ keyring: 'admin@example.com' }, world())).toBe('the-token');
  });

  test.each([
    ['has no such item', 'exit 1', 'keyring a (secret-tool: exit code 1)'],
    ['says nothing', 'exit 0', 'keyring a (not there)'],
  ])('that %s is named by its item alone', async (_, script, detail) => {
    keyringThat(script);
    await expect(readSecret({ keyring: 'a' }, world())).rejects.toMatchObject({
      problem: 'secret-missing',
      detail,
    });
  });

  test('that is not there', async () => {
    env = { PATH: folder };
    expect(await keepSecret({ keyring: 'a' }, 'x', world())).toEqual({ problem: 'no program secret-tool' });
    expect(existsSync(path.join(folder, 'token'))).toBe(false);
  });
});

test('the private file is outside every workspace, and an odd XDG_CONFIG_HOME is none', () => {
  expect(privateFileFor('a@b', { HOME: '/home/hanako' })).toBe('/home/hanako/.config/mailcheck/tokens/a@b');
  expect(privateFileFor('a@b', { HOME: '/home/hanako', XDG_CONFIG_HOME: 'relative' })).toBe(
    '/home/hanako/.config/mailcheck/tokens/a@b',
  );
});
