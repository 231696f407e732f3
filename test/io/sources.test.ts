// Real files in a folder of their own: which are read, and what is said of those that cannot be.

import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { problemLine } from '../../src/core/records/problem.ts';
import { healthyWorld } from '../../src/core/rules/healthy-world.ts';
import { load } from '../../src/io/sources/load.ts';
import { shippedPresets } from '../../src/io/sources/presets.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'mailcheck-sources-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(name: string, content: string | Buffer): string {
  const full = path.join(root, name);
  mkdirSync(path.dirname(full), { recursive: true });
  writeFileSync(full, content);
  return full;
}
const loaded = (cwd = '.', workspace?: string) => load({ cwd: path.join(root, cwd), workspace });
const said = async () => (await loaded()).problems.map((problem) => problemLine(problem, 'en'));
const names = async () => {
  const { files } = await loaded();
  return files.map((file) => path.relative(root, file));
};

describe('a workspace', () => {
  it('is found upward from the current folder, and places are as typed there', async () => {
    write('mailcheck.yaml', '# mine\n');
    write('mailcheck/mailboxes.yaml', 'mailboxes:\n  - emailAddress: a@example.com\n    state: active\n');
    mkdirSync(path.join(root, 'mailcheck/deep/er'), { recursive: true });
    const { records, problems, root: found } = await loaded('mailcheck');
    expect(problems).toEqual([]);
    expect(found).toBe(root);
    expect(records.mailboxes[0]?.where(['state'])).toEqual({ file: 'mailboxes.yaml', line: 3, column: 12 });
    expect((await loaded('mailcheck/deep/er')).records.mailboxes).toHaveLength(1);
  });

  it('may be named, as a folder or as a file of any name', async () => {
    write('one/mailcheck.yaml', 'language: ja\n');
    write('two/other.yml', 'mailboxes: [{ emailAddress: a@example.com }]\n');
    expect((await loaded('.', 'one')).settings.language).toBe('ja');
    expect((await loaded('.', 'two/other.yml')).records.mailboxes).toHaveLength(1);
    expect((await loaded('.', 'three')).problems.map((problem) => problemLine(problem, 'en'))).toEqual([
      'three:1:1: there is no such file.',
    ]);
  });

  it('that is missing says how to start one', async () => {
    expect(await said()).toEqual([expect.stringContaining('Write a starter with "mailcheck init"')]);
  });

  it('reads every format that the healthy world may be written in, to the same records', async () => {
    const { mailboxes, users, ...rest } = healthyWorld as Record<string, object[]>;
    write('mailcheck.yaml', JSON.stringify(rest));
    write('mailcheck/users.json', JSON.stringify({ users }, null, 2));
    write(
      'mailcheck/m.jsonl',
      (mailboxes ?? []).map((row) => JSON.stringify({ kind: 'mailboxes', ...row })).join('\r\n'),
    );
    const { records, problems } = await loaded();
    expect(problems).toEqual([]);
    expect(records.mailboxes.map((entry) => entry.id)).toEqual(['admin', 'support']);
    expect(records.users.map((entry) => entry.id)).toEqual(['admin-user', 'portal-user']);
    expect(records.mailboxes[1]?.where()).toEqual({ file: 'mailcheck/m.jsonl', line: 2, column: 1 });
    expect(records.mailboxes[1]?.where(['name'])).toMatchObject({ line: 2, column: 43 });
    expect(records.users[0]?.where(['fullName'])).toMatchObject({ line: 5, column: 19 });
  });

  it('reads what include: names, and never dot-folders, node_modules or other endings', async () => {
    write('mailcheck.yaml', 'include: [a/*.yaml, "b/**/*.json", c]\n');
    for (const name of [
      'a/1.yaml',
      'a/2.yml',
      'a/x/3.yaml',
      'b/4.json',
      'b/x/y/5.json',
      'c/6.yml',
      'c/d/7.jsonl',
    ])
      write(name, '');
    for (const name of [
      'a/.8.yaml',
      'b/node_modules/9.json',
      'b/.git/10.json',
      'c/readme.md',
      'mailcheck/11.yaml',
    ])
      write(name, '{ not records');
    expect(await names()).toEqual([
      'mailcheck.yaml',
      'a/1.yaml',
      'b/4.json',
      'b/x/y/5.json',
      'c/6.yml',
      'c/d/7.jsonl',
    ]);
    expect(await said()).toEqual([]);
  });

  it('reads a file once, and no folder twice, whatever links lead to it', async () => {
    write('mailcheck.yaml', 'include: ["**"]\n');
    write('mailcheck/a.yaml', 'mailboxes: [{ id: a }]\n');
    symlinkSync('..', path.join(root, 'mailcheck/up'));
    symlinkSync('a.yaml', path.join(root, 'mailcheck/b.yaml'));
    symlinkSync('nowhere', path.join(root, 'mailcheck/c.yaml'));
    const { records, problems } = await loaded();
    expect(records.mailboxes).toHaveLength(1);
    expect(problems.map((problem) => problemLine(problem, 'en'))).toEqual([
      'mailcheck/c.yaml:1:1: there is no such file.',
    ]);
  });

  it('says what is wrong with its own keys', async () => {
    write('mailcheck.yaml', 'include: [nothing/*.yaml, ../above/*.yaml]\nlanguage: jp\nincludes: x\n');
    expect(await said()).toEqual([
      expect.stringContaining('mailcheck.yaml:1:11: no file matches "nothing/*.yaml"'),
      expect.stringContaining('mailcheck.yaml:1:27: "../above/*.yaml" leads out of the folder'),
      expect.stringContaining('mailcheck.yaml:2:11: language: "jp" is not allowed. Did you mean "ja"?'),
      expect.stringContaining('mailcheck.yaml:3:1: "includes" is no kind of record. Did you mean "include"?'),
    ]);
    write('mailcheck.yaml', 'include: { a: b }\n');
    expect(await said()).toEqual([expect.stringContaining('include: this is a mapping')]);
  });

  it('may have several YAML documents, a byte order mark, and Windows line ends', async () => {
    write(
      'mailcheck.yaml',
      '\uFEFFmailboxes:\r\n  - id: a\r\n---\r\nmailboxes:\r\n  - id: b\r\n    stat: 1\r\n',
    );
    expect(await said()).toEqual([expect.stringContaining('mailcheck.yaml:6:5: unknown key "stat"')]);
  });
});

describe('a file that cannot be read', () => {
  beforeEach(() => write('mailcheck.yaml', 'mailboxes: [{ id: m, profile: elsewhere }]\n'));

  it.each<[string, string, string | Buffer, string]>([
    ['empty', 'x.yaml', '', ''],
    ['empty', 'x.json', '', ''],
    ['empty', 'x.jsonl', '\n\n', ''],
    ['UTF-16', 'x.yaml', Buffer.from('\uFEFFmailboxes:', 'utf16le'), 'x.yaml:1:1: the file is not UTF-8'],
    ['Shift_JIS', 'x.json', Buffer.from([0x7b, 0x93, 0xfa]), 'x.json:1:1: the file is not UTF-8'],
    ['tab', 'x.yaml', 'users:\n\t- id: a\n', 'x.yaml:2:1: a tab is used to indent'],
    ['unclosed quote', 'x.yaml', 'users:\n  - id: "a\n', 'something is missing before this'],
    ['unclosed bracket', 'x.yaml', 'users: [{ id: a }\n', 'x.yaml:2:1'],
    ['key twice', 'x.yaml', 'users: []\nusers: []\n', 'x.yaml:2:1: this key is already written above'],
    ['key twice', 'x.json', '{"users": [],\n "users": []}', 'x.json:2:2: this key is already written above'],
    ['conflict markers', 'x.yaml', '<<<<<<< HEAD\nusers: []\n=======\n', 'x.yaml:1:1'],
    ['syntax', 'x.json', '{"users": [],}', 'x.json:1:14: not valid JSON from here on'],
    ['comment', 'x.json', '// no\n{}', 'x.json:1:1: not valid JSON'],
    ['many brackets', 'x.yaml', `a: ${'['.repeat(5_000)}`, 'x.yaml:1:1: nested deeper than 50 levels'],
    ['many dashes', 'x.yaml', `${'- '.repeat(5_000)}a`, 'x.yaml:1:1: nested deeper'],
    ['many question marks', 'x.yaml', `${'? '.repeat(5_000)}a`, 'x.yaml:1:1: nested deeper'],
    [
      'many levels',
      'x.yaml',
      Array.from({ length: 1_000 }, (_, level) => `${' '.repeat(level)}a:`).join('\n'),
      'x.yaml:202:1: nested deeper',
    ],
    ['many brackets', 'x.json', '['.repeat(100_000), 'x.json:1:52: nested deeper'],
    ['aliases', 'x.yaml', bomb(), 'aliases (*name) repeat too much'],
    ['a list', 'x.yaml', '- a\n', 'x.yaml:1:1: this file holds a list'],
    ['2 MiB', 'x.yaml', `#${'x'.repeat(2 * 1_048_576)}`, 'the file is 2.1 MiB; at most 1 MiB is read'],
  ])('%s: %s', async (_, name, content, expected) => {
    write(`mailcheck/${name}`, content);
    const lines = await said();
    // The reference of the workspace's own file dangles only when every file was read.
    if (expected === '')
      expect(lines).toEqual([expect.stringContaining('"elsewhere" is not among profiles')]);
    else expect(lines).toEqual(expect.arrayContaining([expect.stringContaining(expected)]));
  });

  it.each([
    ['x.yaml', 'users:\n  - id: a\n    id: b\n    stat: active\n'],
    ['x.json', '{"users": [\n {"id": "a",\n    "id": "b",\n    "stat": "active"}]}'],
  ])('%s: a key that is written twice hides no other mistake', async (name, content) => {
    write('mailcheck.yaml', '');
    write(`mailcheck/${name}`, content);
    expect(await said()).toEqual([
      expect.stringContaining(`${name}:3:5: this key is already written above`),
      expect.stringContaining(`${name}:4:5: unknown key "stat"`),
    ]);
  });

  it('a very large file is not even opened for its content', async () => {
    truncateSync(write('mailcheck/x.yaml', ''), 100 * 1_048_576);
    truncateSync(write('mailcheck/y.jsonl', ''), 600 * 1_048_576);
    const lines = await said();
    expect(lines[0]).toContain('x.yaml:1:1: the file is 100 MiB');
    expect(lines[1]).toContain('y.jsonl:1:1: the file is 600 MiB; at most 512 MiB');
  });

  it.skipIf(process.getuid?.() === 0)('no permission', async () => {
    chmodSync(write('mailcheck/x.yaml', 'users: []'), 0);
    expect(await said()).toEqual([expect.stringContaining('x.yaml:1:1: the file may not be read')]);
  });

  it('a folder or a pipe with the name of a file', async () => {
    mkdirSync(path.join(root, 'mailcheck/folder.yaml'), { recursive: true });
    execFileSync('sh', ['-c', 'mkfifo "$0"', path.join(root, 'mailcheck/pipe.yaml')]);
    expect(await said()).toEqual(['mailcheck/pipe.yaml:1:1: this is not a regular file.']);
    rmSync(path.join(root, 'mailcheck.yaml'));
    mkdirSync(path.join(root, 'mailcheck.yaml'));
    expect((await said())[0]).toBe('mailcheck.yaml:1:1: this is a folder, a file is expected.');
  });

  it.each([
    ['x.yaml', 'users:\n  - { id: a, password: *hunter2 }\n'],
    ['x.yaml', 'users:\n  - { id: a, password: !hunter2 x }\n'],
    ['x.yaml', 'users:\n  - password: "x" "hunter2"\n'],
    ['x.yaml', 'users:\n  - password: @hunter2\n'],
    ['x.yaml', 'mailboxes:\n  - id: a\n    password: hunter2\n'],
    ['x.json', '{"mailboxes": [{"password": "hunter2" x}]}'],
    ['x.jsonl', '{"kind": "mailboxes", "password": "hunter2" x}\n'],
  ])('what is said of %s never quotes it: %j', async (name, content) => {
    write(`mailcheck/${name}`, content);
    const { problems } = await loaded();
    expect(problems.length).toBeGreaterThan(0);
    for (const language of ['en', 'ja'] as const)
      expect(problems.map((problem) => problemLine(problem, language)).join('\n')).not.toContain('hunter2');
  });
});

describe('.jsonl', () => {
  it('a broken line costs that line alone', async () => {
    write('mailcheck.yaml', '');
    const long = JSON.stringify({ kind: 'users', fullName: 'x'.repeat(1_048_576) });
    write(
      'mailcheck/m.jsonl',
      Buffer.concat([
        Buffer.from('{"kind":"mailboxes","id":"a"}\n{"kind":"mailboxes","id":"b"\n'),
        Buffer.from([0x22, 0xff, 0x22, 0x0a]),
        Buffer.from(
          `${long}\n{"id":"c"}\n{"kind":"mailboxes","id":"日本","stat":1}\n{"kind":"mailboxes","id":"d"}`,
        ),
      ]),
    );
    const { records, problems } = await loaded();
    expect(records.mailboxes.map((entry) => entry.id)).toEqual(['a', 'd']);
    expect(problems.map((problem) => problemLine(problem, 'en'))).toEqual([
      expect.stringContaining('m.jsonl:2:29: not valid JSON'),
      expect.stringContaining('m.jsonl:3:1: the file is not UTF-8'),
      expect.stringContaining('m.jsonl:4:1: this line is longer than 1 MiB'),
      expect.stringContaining('m.jsonl:5:1: each line must be one record with its kind'),
      expect.stringContaining('m.jsonl:6:31: unknown key "stat". Did you mean "state"?'),
    ]);
  });
});

describe('the presets that ship', () => {
  const presets = shippedPresets();
  it('are the nine that the manual names', () => {
    expect([...presets.keys()]).toEqual([
      'exchange-hybrid',
      'exchange-online',
      'exchange-online-cross-tenant',
      'exchange-online-imap-oauth',
      'exchange-server',
      'gmail-oauth',
      'gmail-password',
      'imap-smtp',
      'pop3-smtp',
    ]);
    expect(readdirSync('profiles').filter((name) => name.endsWith('.yaml'))).toHaveLength(9);
  });

  it.each([...presets.keys()])('%s is valid, says its type, and names no server of anyone', (name) => {
    const preset = presets.get(name);
    expect(preset?.serverType).toBeDefined();
    expect(preset?.name).toBeUndefined();
    expect(preset?.incomingPassword).toBeUndefined();
    const host = preset?.incomingServerLocation;
    expect(host ?? 'gmail.com').toMatch(/(?:gmail|office365)\.com$/);
  });

  it('apply to a record that names one', async () => {
    write('mailcheck.yaml', 'profiles:\n  - { name: G, preset: gmail-oauth, outgoingPortNumber: 465 }\n');
    const { records, problems } = await loaded();
    expect(problems).toEqual([]);
    expect(records.profiles[0]?.fields).toMatchObject({
      incomingServerLocation: 'imap.gmail.com',
      outgoingPortNumber: 465,
    });
    expect(records.profiles[0]?.where(['incomingPortNumber'])).toMatchObject({ line: 2, column: 24 });
  });
});

/** Nine anchors, each holding nine of the one before. */
function bomb(): string {
  const lines = ['users:', '  - &a0 [x,x,x,x,x,x,x,x,x]'];
  for (let level = 1; level < 9; level++)
    lines.push(`  - &a${level} [${Array.from({ length: 9 }, () => `*a${level - 1}`).join(',')}]`);
  return lines.join('\n');
}
