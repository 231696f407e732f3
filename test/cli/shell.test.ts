// What a shell may do to a run: output that cannot be written, a folder that is gone. The built program, as a shell starts it. `npm test` builds it first.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const program = fileURLToPath(new URL('../../bin/mailcheck.js', import.meta.url));
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mailcheck-shell-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** `mailcheck` in a command of the shell is the built program. */
function shell(command: string, env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(
    'sh',
    ['-c', `mailcheck() { "${process.execPath}" "${program}" "$@"; }\n${command}`],
    { cwd: folder, encoding: 'utf8', env: { PATH: process.env['PATH'], LANG: 'C.UTF-8', ...env } },
  );
  return { code: status, out: stdout, err: stderr };
}

describe.skipIf(!existsSync('/dev/full'))('a report that could not be written', () => {
  test('on a full disk: one sentence on stderr, and never the exit code of a report that is there', () => {
    expect(shell('mailcheck explain MC201 > /dev/full')).toEqual({
      code: 2,
      out: '',
      err: 'mailcheck: What should have been printed is not all there, because standard output could not be written: no space left on the disk.\n',
    });
    expect(shell('mailcheck explain MC201 > /dev/full', { LANG: 'ja_JP.UTF-8' }).err).toBe(
      'mailcheck: 標準出力に書き込めなかったため、出力が欠けています(ディスクの空きがありません)。\n',
    );
    expect(shell('mailcheck explain MC201 > whole.txt')).toEqual({ code: 0, out: '', err: '' });
  });

  test('not even the version', () => {
    const { code, err } = shell('mailcheck --version > /dev/full');
    expect(code).toBe(2);
    expect(err).toMatch(/^mailcheck: ENOSPC[^\n]*\n$/);
  });

  test('of which the disk took a part', async () => {
    // The shell's unit is 512 bytes; with the signal ignored, writing on says EFBIG as a full disk says ENOSPC.
    const cut = shell("trap '' XFSZ; ulimit -f 8; mailcheck explain --all > part.txt");
    expect((await readFile(join(folder, 'part.txt'))).length).toBeLessThan(10_000);
    expect(cut.code).toBe(2);
    expect(cut.err).toContain('the file would be larger than is allowed here');
  });

  test('nobody told of errors: the exit code is the run’s', () => {
    expect(shell('mailcheck explain MC999 2> /dev/full').code).toBe(2);
    expect(shell('mailcheck explain MC201 2> /dev/full').code).toBe(0);
  });
});

test('a reader that has seen enough (| head -1) is no fault', () => {
  const { code, out, err } = shell(
    '{ mailcheck explain --all; echo "$?" >&2; } | head -1 > first.txt; cat first.txt | wc -l',
  );
  expect({ code, lines: out.trim(), err: err.trim() }).toEqual({ code: 0, lines: '1', err: '0' });
});

test.each(['check', 'explain MC201', '--help'])(
  'in a folder that is gone, mailcheck %s says so',
  (command) => {
    const gone = (env = {}) => shell(`mkdir gone; cd gone; rmdir ../gone; mailcheck ${command}`, env);
    expect(gone()).toEqual({
      code: 2,
      out: '',
      err: 'mailcheck: The current folder has been deleted or may not be read. Change to another one (cd) and run the command again.\n',
    });
    expect(gone({ LANG: 'ja_JP.UTF-8' }).err).toMatch(
      /^mailcheck: 現在のフォルダーは削除されているか、[^\n]*実行してください。\n$/,
    );
  },
);
