// Results written back into real files: only our keys change, whoever else writes, whenever a process dies.

import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { whereText } from '../../src/core/records/where.ts';
import { writeTroubleText } from '../../src/core/records/write-problem.ts';
import type { RecordChange } from '../../src/core/mailbox-report.ts';
import { load } from '../../src/io/sources/load.ts';
import { writeChanges } from '../../src/io/store.ts';

let root: string;
beforeEach(() => {
  root = realpathSync(mkdtempSync(path.join(tmpdir(), 'mailcheck-store-')));
  write('mailcheck.yaml', '');
});
afterEach(() => {
  chmodSync(path.join(root, 'mailcheck'), 0o755);
  rmSync(root, { recursive: true, force: true });
});

function write(name: string, content: string | Buffer): string {
  const full = path.join(root, name);
  mkdirSync(path.join(root, 'mailcheck'), { recursive: true });
  writeFileSync(full, content);
  return full;
}
const text = (name: string) => readFileSync(path.join(root, name), 'utf8');
const set = (to: unknown, ...keys: string[]): RecordChange => ({ path: keys, from: undefined, to });

/** Loads the workspace, lets something happen, then writes the same changes to the mailboxes named. */
async function store(ids: string[], changes: RecordChange[], meanwhile?: () => void, patience = 2_000) {
  const { records, problems } = await load({ cwd: root });
  expect(problems).toEqual([]);
  meanwhile?.();
  const entries = ids.map((id) => records.mailboxes.find((entry) => entry.id === id)!);
  return writeChanges(
    entries.map((entry) => ({ entry, changes })),
    { cwd: root, patience },
  );
}

const results = [
  set('approved', 'emailRouterAccessApproval'),
  set(true, 'enabledForOutgoingEmail'),
  set(
    {
      at: '2026-11-21T09:00:00Z',
      source: 'test',
      outgoing: { result: 'failure', reply: '535 5.7.8 # "no": nö' },
    },
    'lastTest',
  ),
];

describe('YAML', () => {
  it('keeps comments, order, quotes, blank lines and other records as they are', async () => {
    write(
      'mailcheck/m.yaml',
      `# Mailboxes of Contoso
mailboxes:
  # the administrator
  - emailAddress: "admin@example.com"   # do not change
    emailRouterAccessApproval: 'pending-approval' # asked on Monday

    userName:   admin
    # after the keys

  - { id: flow,  emailAddress: b@example.com } # on one line
  - id: other
    state:    active
# the end
`,
    );
    const { written, failed } = await store(['admin@example.com', 'flow'], results);
    expect(failed).toEqual([]);
    expect(written.map(({ where }) => whereText(where))).toEqual([
      'mailcheck/m.yaml:4:1',
      'mailcheck/m.yaml:17:1',
    ]);
    expect(text('mailcheck/m.yaml')).toBe(`# Mailboxes of Contoso
mailboxes:
  # the administrator
  - emailAddress: "admin@example.com"   # do not change
    emailRouterAccessApproval: 'approved' # asked on Monday

    userName:   admin
    enabledForOutgoingEmail: true
    lastTest:
      at: 2026-11-21T09:00:00Z
      source: test
      outgoing:
        result: failure
        reply: "535 5.7.8 # \\"no\\": nö"
    # after the keys

  - { id: flow,  emailAddress: b@example.com, emailRouterAccessApproval: approved, enabledForOutgoingEmail: true, lastTest: { at: 2026-11-21T09:00:00Z, source: test, outgoing: { result: failure, reply: "535 5.7.8 # \\"no\\": nö" } } } # on one line
  - id: other
    state:    active
# the end
`);
  });

  it('changes an earlier result key by key, and takes away what no longer holds', async () => {
    write(
      'mailcheck/m.yaml',
      `mailboxes:
- id: a
  lastTest:
    at: 2026-01-01T00:00:00Z
    # by hand
    source: manual
    outgoing:
      result: failure
      class: credential # wrong password
      reply: "535"
  state: active
`,
    );
    await store(
      ['a'],
      [set({ at: '2026-11-21T09:00:00Z', source: 'test', outgoing: { result: 'success' } }, 'lastTest')],
    );
    expect(text('mailcheck/m.yaml')).toBe(`mailboxes:
- id: a
  lastTest:
    at: 2026-11-21T09:00:00Z
    # by hand
    source: test
    outgoing:
      result: success
  state: active
`);
  });

  it('changes one direction and leaves the other', async () => {
    write('mailcheck/m.yaml', 'mailboxes:\n  - id: a\n');
    const at = set('2026-11-21T09:00:00Z', 'lastTest', 'at');
    const source = set('test', 'lastTest', 'source');
    await store(['a'], [at, source, set('success', 'lastTest', 'incoming', 'result')]);
    await store(['a'], [at, source, set('failure', 'lastTest', 'outgoing', 'result')]);
    expect(parse(text('mailcheck/m.yaml'))).toEqual({
      mailboxes: [
        {
          id: 'a',
          lastTest: {
            at: '2026-11-21T09:00:00Z',
            source: 'test',
            incoming: { result: 'success' },
            outgoing: { result: 'failure' },
          },
        },
      ],
    });
  });

  it.each([
    [
      'Windows line ends',
      'mailboxes:\r\n  - id: a\r\n    name: x # y\r\n# end\r\n',
      'mailboxes:\r\n  - id: a\r\n    name: x # y\r\n    state: active\r\n# end\r\n',
    ],
    [
      'a byte order mark',
      '\uFEFFmailboxes:\n  - id: a\n',
      '\uFEFFmailboxes:\n  - id: a\n    state: active\n',
    ],
    ['no line end at the end', 'mailboxes:\n  - id: a', 'mailboxes:\n  - id: a\n    state: active'],
    [
      'several documents',
      'users: []\n---\nmailboxes: [{id: a}]\n...\n',
      'users: []\n---\nmailboxes: [{id: a, state: active}]\n...\n',
    ],
    [
      'a block scalar at the end',
      'mailboxes:\n  - id: a\n    name: |-\n      x\n      y\n',
      'mailboxes:\n  - id: a\n    name: |-\n      x\n      y\n    state: active\n',
    ],
    [
      'a flow mapping over lines',
      'mailboxes:\n  - {\n      id: a,\n    }\n',
      'mailboxes:\n  - {\n      id: a, state: active,\n    }\n',
    ],
    [
      'a column’s name for the key',
      'mailboxes:\n  - id: a\n    statecode: inactive # x\n',
      'mailboxes:\n  - id: a\n    statecode: active # x\n',
    ],
    [
      'a list as a value',
      'mailboxes:\n- id: a\n  password:\n    command:\n    - x\n    - y\n# z\n',
      'mailboxes:\n- id: a\n  password:\n    command:\n    - x\n    - y\n  state: active\n# z\n',
    ],
    [
      'a TODO',
      'mailboxes:\n  - id: a\n    state: TODO which\n    name: x\n',
      'mailboxes:\n  - id: a\n    state: active\n    name: x\n',
    ],
  ])('%s', async (_, before, after) => {
    write('mailcheck/m.yaml', before);
    expect((await store(['a'], [set('active', 'state')])).failed).toEqual([]);
    expect(text('mailcheck/m.yaml')).toBe(after);
  });

  it('writes texts so that they read back as they were', async () => {
    write('mailcheck/m.yaml', "mailboxes:\n  - id: a\n    name: 'it''s'\n    userName: \"x\"\n  - {id: b}\n");
    for (const value of [
      'true',
      'no',
      '123',
      '1e3',
      '- x',
      'a: b',
      'x #y',
      '日本 \u2028\u0085\u001b[0m',
      "it's",
      '"',
      '\\',
      '~',
      '{}',
      'a, b',
      '@x',
      '2026-11-21',
    ]) {
      expect((await store(['a', 'b'], [set(value, 'name'), set(value, 'userName')])).failed).toEqual([]);
      const { mailboxes } = parse(text('mailcheck/m.yaml')) as { mailboxes: object[] };
      expect(mailboxes).toEqual([
        { id: 'a', name: value, userName: value },
        { id: 'b', name: value, userName: value },
      ]);
    }
  });

  it('does not touch what it cannot change safely: a record that another one is an alias of', async () => {
    const before = 'mailboxes:\n  - &a { id: a }\nusers:\n  - *a\n';
    write('mailcheck/m.yaml', before);
    const { failed } = await store(['a'], [set('active', 'state')]);
    expect(failed.map(({ trouble }) => trouble.is)).toEqual(['not-editable']);
    expect(text('mailcheck/m.yaml')).toBe(before);
  });
});

describe('JSON', () => {
  it.each([
    [
      'indented by four',
      '{\n    "mailboxes": [\n        {\n            "id": "a",\n            "list": 1\n        }\n    ]\n}\n'.replace(
        '"list": 1',
        '"name": "x"',
      ),
      '{\n    "mailboxes": [\n        {\n            "id": "a",\n            "name": "y",\n            "lastTest": {\n                "at": "2026-11-21T09:00:00Z",\n                "source": "test"\n            }\n        }\n    ]\n}\n',
    ],
    [
      'by tabs, with Windows line ends',
      '{"mailboxes": [{\r\n\t"id": "a",\r\n\t"name": "x"\r\n}]}\r\n',
      '{"mailboxes": [{\r\n\t"id": "a",\r\n\t"name": "y",\r\n\t"lastTest": {\r\n\t\t"at": "2026-11-21T09:00:00Z",\r\n\t\t"source": "test"\r\n\t}\r\n}]}\r\n',
    ],
    [
      'compact',
      '{"mailboxes":[{"id":"a","name":"x"}]}',
      '{"mailboxes":[{"id":"a","name":"y","lastTest":{"at":"2026-11-21T09:00:00Z","source":"test"}}]}',
    ],
    [
      'on one line with spaces',
      '{ "mailboxes": [ { "id": "a", "name": "x" } ] }',
      '{ "mailboxes": [ { "id": "a", "name": "y", "lastTest": {"at": "2026-11-21T09:00:00Z", "source": "test"} } ] }',
    ],
  ])('%s', async (_, before, after) => {
    write('mailcheck/m.json', before);
    const changes = [set('y', 'name'), set({ at: '2026-11-21T09:00:00Z', source: 'test' }, 'lastTest')];
    expect((await store(['a'], changes)).failed).toEqual([]);
    expect(text('mailcheck/m.json')).toBe(after);
  });

  it('takes keys away with their commas', async () => {
    write(
      'mailcheck/m.json',
      '{"mailboxes": [{"state": "active", "id": "a", "name": "x", "userName": "y"}]}',
    );
    await store(['a'], [set(undefined, 'state'), set(undefined, 'name'), set(undefined, 'userName')]);
    expect(text('mailcheck/m.json')).toBe('{"mailboxes": [{"id": "a"}]}');
  });

  it('says the line of each record after the write', async () => {
    const record = (id: string) => `    {\n      "id": "${id}"\n    }`;
    write('mailcheck/m.json', `{\n  "mailboxes": [\n${record('a')},\n${record('b')}\n  ]\n}\n`);
    const { written } = await store(['a', 'b'], [set('active', 'state')]);
    expect(written.map(({ where }) => whereText(where))).toEqual([
      'mailcheck/m.json:3:1',
      'mailcheck/m.json:7:1',
    ]);
  });
});

describe('.jsonl', () => {
  it('changes the rows asked for in one pass and leaves all other bytes, broken rows too', async () => {
    const rows = Array.from(
      { length: 10_000 },
      (_, index) => `{"kind":"mailboxes","id":"m${index}","name":"é"}`,
    );
    const file = write('mailcheck/m.jsonl', `\uFEFF${rows.join('\r\n')}\r\n`);
    const changed = Array.from({ length: 5_000 }, (_, index) => `m${index * 2}`);
    const broken = Buffer.from([0xff, 0x0a]);
    const { written, failed } = await store(changed, [set('approved', 'emailRouterAccessApproval')], () =>
      writeFileSync(file, Buffer.concat([readFileSync(file), broken])),
    );
    expect(failed).toEqual([]);
    expect(whereText(written[4_999]!.where)).toBe('mailcheck/m.jsonl:9999:1');
    const expected = rows.map((row, index) =>
      index % 2 === 0 ? row.replace('}', ',"emailRouterAccessApproval":"approved"}') : row,
    );
    expect(
      readFileSync(file).equals(Buffer.concat([Buffer.from(`\uFEFF${expected.join('\r\n')}\r\n`), broken])),
    ).toBe(true);
  });
});

describe('a file that changed since it was read', () => {
  it('keeps what the other wrote; the record is found wherever it is now', async () => {
    const file = write('mailcheck/m.yaml', 'mailboxes:\n  - id: a\n    name: x\n');
    await store(['a'], [set('active', 'state')], () =>
      writeFileSync(file, '# new\nmailboxes:\n  - id: z\n  - name: y # mine\n    id: A\nusers: []\n'),
    );
    expect(text('mailcheck/m.yaml')).toBe(
      '# new\nmailboxes:\n  - id: z\n  - name: y # mine\n    id: A\n    state: active\nusers: []\n',
    );
  });

  it('a record that is gone is said, the others are written', async () => {
    const file = write('mailcheck/m.yaml', 'mailboxes:\n  - id: a\n  - id: b\n');
    const { written, failed } = await store(['a', 'b'], [set('active', 'state')], () =>
      writeFileSync(file, 'mailboxes:\n  - id: b\n'),
    );
    expect(written.map(({ entry }) => entry.id)).toEqual(['b']);
    expect(failed.map(({ entry, trouble }) => [entry.id, trouble.is])).toEqual([['a', 'record-gone']]);
    expect(text('mailcheck/m.yaml')).toBe('mailboxes:\n  - id: b\n    state: active\n');
  });

  it.each([
    ['broken', 'mailboxes:\n  - id: "a\n', 'not-editable'],
    ['a trap', `a: ${'['.repeat(3_000)}\n`, 'not-editable'],
  ])('%s now: it is left alone', async (_, content, trouble) => {
    const file = write('mailcheck/m.yaml', 'mailboxes:\n  - id: a\n');
    const { failed } = await store(['a'], [set('active', 'state')], () => writeFileSync(file, content));
    expect(failed.map((one) => one.trouble.is)).toEqual([trouble]);
    expect(text('mailcheck/m.yaml')).toBe(content);
  });

  it('gone: it is not made again', async () => {
    const file = write('mailcheck/m.yaml', 'mailboxes:\n  - id: a\n');
    const { failed } = await store(['a'], [set('active', 'state')], () => rmSync(file));
    expect(failed[0]?.trouble).toMatchObject({ is: 'not-writable', code: 'ENOENT' });
    expect(readdirSync(path.join(root, 'mailcheck'))).toEqual([]);
  });
});

describe('the file itself', () => {
  it('keeps its mode, and stays a symbolic link if it is one', async () => {
    const target = write('elsewhere.yaml', 'mailboxes:\n  - id: a\n');
    chmodSync(target, 0o640);
    symlinkSync('../elsewhere.yaml', path.join(root, 'mailcheck/m.yaml'));
    await store(['a'], [set('active', 'state')]);
    expect(lstatSync(path.join(root, 'mailcheck/m.yaml')).isSymbolicLink()).toBe(true);
    expect(text('elsewhere.yaml')).toBe('mailboxes:\n  - id: a\n    state: active\n');
    expect(statSync(target).mode & 0o777).toBe(0o640);
    expect(readdirSync(root).sort()).toEqual(['elsewhere.yaml', 'mailcheck', 'mailcheck.yaml']);
  });

  it('is not even opened for writing when nothing changes', async () => {
    const file = write('mailcheck/m.yaml', 'mailboxes:\n  - id: a\n    state:   active\n');
    const before = statSync(file);
    const { written } = await store(['a'], [set('active', 'state')]);
    expect(written).toHaveLength(1);
    expect(statSync(file).ino).toBe(before.ino);
  });

  it('read-only: said with its name, nothing is lost', async () => {
    chmodSync(write('mailcheck/m.yaml', 'mailboxes:\n  - id: a\n'), 0o444);
    write('mailcheck/n.yaml', 'mailboxes:\n  - id: b\n');
    const { written, failed } = await store(['a', 'b'], [set('active', 'state')]);
    expect(written.map(({ entry }) => entry.id)).toEqual(['b']);
    expect(writeTroubleText(failed[0]!.trouble, 'en')).toContain(
      'mailcheck/m.yaml could not be written (permission denied). The file is as it was.',
    );
    expect(text('mailcheck/m.yaml')).toBe('mailboxes:\n  - id: a\n');
  });

  it.skipIf(process.getuid?.() === 0)('in a read-only folder: the same', async () => {
    write('mailcheck/m.yaml', 'mailboxes:\n  - id: a\n');
    chmodSync(path.join(root, 'mailcheck'), 0o555);
    const { failed } = await store(['a'], [set('active', 'state')]);
    expect(failed[0]?.trouble).toMatchObject({ is: 'not-writable', code: 'EACCES' });
  });
});

describe('the lock', () => {
  const lock = (owner: object | '') =>
    write('mailcheck/m.yaml.lock', owner === '' ? '' : JSON.stringify(owner));
  beforeEach(() => write('mailcheck/m.yaml', 'mailboxes:\n  - id: a\n'));

  it('of a living process is waited for, then said', async () => {
    lock({ pid: process.pid, host: hostname() });
    const { failed } = await store(['a'], [set('active', 'state')], undefined, 100);
    expect(writeTroubleText(failed[0]!.trouble, 'en')).toContain(`process ${process.pid} on ${hostname()}`);
    expect(text('mailcheck/m.yaml')).not.toContain('state');
  });

  it('of another host is never broken', async () => {
    lock({ pid: 1, host: 'elsewhere.example.com' });
    const { failed } = await store(['a'], [set('active', 'state')], undefined, 100);
    expect(failed[0]?.trouble).toMatchObject({ is: 'locked', owner: { host: 'elsewhere.example.com' } });
  });

  it('of a dead process is broken', async () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    lock({ pid, host: hostname() });
    expect((await store(['a'], [set('active', 'state')])).failed).toEqual([]);
    expect(readdirSync(path.join(root, 'mailcheck'))).toEqual(['m.yaml']);
  });

  it('that was never filled in is broken when it is old, not before', async () => {
    const file = lock('');
    const { failed } = await store(['a'], [set('active', 'state')], undefined, 100);
    expect(failed[0]?.trouble.is).toBe('locked');
    utimesSync(file, new Date(), new Date(Date.now() - 60_000));
    expect((await store(['a'], [set('active', 'state')])).failed).toEqual([]);
  });
});

describe('several processes', () => {
  let script: string;
  beforeEach(async () => {
    script = path.join(root, 'writer.mjs');
    await build({
      entryPoints: [fileURLToPath(new URL('store-writer.ts', import.meta.url))],
      outfile: script,
      bundle: true,
      platform: 'node',
      format: 'esm',
      banner: {
        js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
      },
    });
    writeFileSync(path.join(root, 'package.json'), '{}');
    mkdirSync(path.join(root, 'profiles'));
    const ids = Array.from({ length: 40 }, (_, index) => `y${index}`);
    write(
      'mailcheck/y.yaml',
      `mailboxes:\n${ids.map((id) => `  - id: ${id} # comment of ${id}\n`).join('')}`,
    );
    const rows = Array.from({ length: 400 }, (_, index) => `{"kind":"mailboxes","id":"l${index}"}\n`);
    write('mailcheck/l.jsonl', rows.join(''));
  });

  const start = (name: string, rounds = '1000000') =>
    spawn(process.execPath, [script, root, name, rounds], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });

  /** Every record is there, with its comment; one write gave all records of a file the same mark. */
  async function wholeMarks(): Promise<string[]> {
    const { records, problems } = await load({ cwd: root });
    expect(problems).toEqual([]);
    expect(records.mailboxes).toHaveLength(440);
    for (let index = 0; index < 40; index++)
      expect(text('mailcheck/y.yaml')).toContain(`  - id: y${index} # comment of y${index}\n`);
    return ['mailcheck/l.jsonl', 'mailcheck/y.yaml'].map((file) => {
      const marks = records.mailboxes
        .filter((entry) => whereText(entry.where()).startsWith(file))
        .flatMap(({ fields }) => [fields.lastTest?.incoming?.reply, fields.lastTest?.outgoing?.reply]);
      expect(new Set(marks).size).toBe(1);
      return marks[0] ?? 'none yet';
    });
  }

  it(
    'killed at any moment leave every record whole, and what they leave lying about is cleared',
    { timeout: 90_000 },
    async () => {
      const seen = new Set<string>();
      for (let round = 0; round < 16; round++) {
        const writers = [start(`a${round}`), start(`b${round}`)];
        await Promise.all(writers.map((writer) => once(writer, 'message')));
        for (const writer of writers) {
          await sleep(Math.random() * 120);
          const ended = once(writer, 'exit');
          expect(writer.exitCode).toBeNull(); // it has not given up by itself
          writer.kill('SIGKILL');
          await ended;
          if (writer === writers[1]) for (const mark of await wholeMarks()) seen.add(mark);
        }
      }
      expect(seen.size).toBeGreaterThan(8); // they were killed while they wrote, not before
      const last = start('last', '1');
      const [code] = (await once(last, 'exit')) as [number];
      expect(code).toBe(0);
      expect(await wholeMarks()).toEqual(['last 1', 'last 1']);
      expect(readdirSync(path.join(root, 'mailcheck')).sort()).toEqual(['l.jsonl', 'y.yaml']);
    },
  );

  it('at once lose nothing of each other', { timeout: 60_000 }, async () => {
    const writers = ['a', 'b', 'c'].map((name) => start(name, '5'));
    const codes = await Promise.all(
      writers.map(async (writer) => ((await once(writer, 'exit')) as [number])[0]),
    );
    expect(codes).toEqual([0, 0, 0]);
    for (const mark of await wholeMarks()) expect(mark).toMatch(/^[abc] 5$/);
  });
});
