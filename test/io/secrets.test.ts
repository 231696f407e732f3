// What a reference to a secret yields, and that no error says more than the reference.

import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SecretRef } from '../../src/core/delivery/probe-request.ts';
import { SecretProblem } from '../../src/io/probes/probe.ts';
import { readSecret } from '../../src/io/secrets.ts';

const secret = 'hunter2-秘密 ';
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'mailcheck-secrets-'));
  mkdirSync(path.join(folder, 'folder'));
  writeFileSync(path.join(folder, 'plain'), secret);
  writeFileSync(path.join(folder, 'unix'), `${secret}\n`);
  writeFileSync(path.join(folder, 'windows'), `\uFEFF${secret}\r\n`);
  writeFileSync(path.join(folder, 'two-lines'), `${secret}\n\n`);
  writeFileSync(path.join(folder, 'empty'), '\n');
  writeFileSync(path.join(folder, 'large'), 'x'.repeat(65_537));
  writeFileSync(path.join(folder, 'says.sh'), `#!/bin/sh\nprintf '%s\\n' "$1"\n`);
  writeFileSync(path.join(folder, 'fails.sh'), `#!/bin/sh\necho "${secret}"; echo "${secret}" >&2; exit 3\n`);
  for (const script of ['says.sh', 'fails.sh']) chmodSync(path.join(folder, script), 0o755);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const env = { MAIL_PASSWORD: secret, EMPTY: '', PATH: process.env['PATH'] };
const read = (reference: SecretRef, signal?: AbortSignal) =>
  readSecret(reference, { env, folder, ...(signal === undefined ? {} : { signal }) });

describe('a secret is read', () => {
  it.each<[string, SecretRef, string]>([
    ['from the environment', { env: 'MAIL_PASSWORD' }, secret],
    ['from a file, beside the records', { file: 'plain' }, secret],
    ['without the line end of an editor', { file: 'unix' }, secret],
    ['without that of Windows, and its byte order mark', { file: 'windows' }, secret],
    ['with all but the last line end', { file: 'two-lines' }, `${secret}\n`],
    ['from a command, in the folder of the records', { command: ['./says.sh', secret] }, secret],
    ['without a shell', { command: ['./says.sh', '$(id); `id` && id'] }, '$(id); `id` && id'],
  ])('%s', async (_, reference, value) => {
    expect(await read(reference)).toBe(value);
  });
});

describe('a secret that cannot be read', () => {
  it.each<[SecretRef, SecretProblem['problem'], string]>([
    [{ env: 'NOT_SET' }, 'secret-missing', 'env NOT_SET (not set)'],
    [{ env: 'EMPTY' }, 'secret-missing', 'env EMPTY (empty)'],
    [{ env: 'constructor' }, 'secret-missing', 'env constructor (not set)'],
    [{ file: 'missing' }, 'secret-missing', 'file missing (ENOENT)'],
    [{ file: 'folder' }, 'secret-missing', 'file folder (not a regular file)'],
    [{ file: 'empty' }, 'secret-missing', 'file empty (empty)'],
    [{ file: 'large' }, 'secret-missing', 'file large (larger than 65536 bytes)'],
    [{ command: ['./fails.sh', secret] }, 'secret-command-failed', 'command ./fails.sh (exit code 3)'],
    [{ command: ['./missing.sh', secret] }, 'secret-command-failed', 'command ./missing.sh (ENOENT)'],
    [{ command: ['./says.sh', ''] }, 'secret-command-failed', 'command ./says.sh (printed nothing)'],
    [
      { command: [process.execPath, '-e', 'process.stdout.write("x".repeat(70000))'] },
      'secret-command-failed',
      'printed more than 65536 bytes',
    ],
  ])('%j is named, and no more', async (reference, problem, detail) => {
    const error: unknown = await read(reference).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(SecretProblem);
    expect(error).toMatchObject({ problem });
    expect((error as SecretProblem).detail).toContain(detail);
    expect(`${String(error)} ${(error as Error).stack} ${JSON.stringify(error)}`).not.toContain('hunter2');
    expect((error as Error).cause).toBeUndefined();
  });

  it('a command that does not end is ended with the run', async () => {
    const interrupted = new AbortController();
    const reading = read(
      { command: [process.execPath, '-e', 'setTimeout(() => {}, 60000)'] },
      interrupted.signal,
    );
    interrupted.abort();
    await expect(reading).rejects.toMatchObject({ detail: expect.stringContaining('(interrupted)') });
  });
});
