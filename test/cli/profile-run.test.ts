// Two hundred mailboxes on one server profile whose server is gone: one finding, in every format, and a list that can be read.
// What the profile's record lacks is said once in the same way, and JUnit ends as the run does.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { widthOf } from '../../src/cli/wrap.ts';
import { worldWith } from '../../src/core/rules/healthy-world.ts';
import { main } from '../../src/main.ts';
import { testWorld } from './world.ts';

let folder: string;
let closedPort: number;
beforeAll(async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closedPort = (server.address() as AddressInfo).port;
  await new Promise((resolve) => server.close(resolve));
});
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'mailcheck-profile-run-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

type Fields = Record<string, unknown>;

function write(count: number, profile: Fields = {}, more: Fields = {}): void {
  const world = worldWith() as Record<string, Fields[]>;
  const [contoso = {}] = world['profiles'] ?? [];
  const [admin = {}] = world['mailboxes'] ?? [];
  const { environment } = world;
  const users = [{ id: 'admin-user', fullName: 'Admin Hanako', internalEmailAddress: 'admin@example.com' }];
  const server = {
    incomingServerLocation: '127.0.0.1',
    incomingPortNumber: closedPort,
    outgoingServerLocation: '127.0.0.1',
    outgoingPortNumber: closedPort,
    owner: 'admin-user',
  };
  const mailboxes = Array.from({ length: count }, (_, index) => {
    const { regarding: _regarding, ...fields } = admin;
    const emailAddress = `m${String(index).padStart(3, '0')}@example.com`;
    return { ...fields, id: `m${index}`, emailAddress, password: { env: 'PASSWORD' } };
  });
  const records = {
    environment,
    users,
    profiles: [{ ...contoso, ...server, ...profile }],
    mailboxes,
    ...more,
  };
  writeFileSync(path.join(folder, 'mailcheck.yaml'), JSON.stringify(records));
}

async function run(argv: string[], language: 'en' | 'ja' = 'en') {
  const world = testWorld({ cwd: folder, env: { PASSWORD: 'x' } });
  const code = await main(['test-mailbox', ...argv, '--no-save', '--lang', language], world);
  if (code === 2) throw new Error(world.complained.join('\n'));
  return { code, out: world.printed.join('\n'), flat: world.printed.join('\n').replaceAll(/\s+/g, ' ') };
}

const file = (name: string) => readFileSync(path.join(folder, name), 'utf8');
const times = (text: string, what: RegExp) => text.match(what)?.length ?? 0;

describe('two hundred mailboxes, one dead server', () => {
  test('one finding a direction in every format, and the mailboxes refer to it', async () => {
    write(200);
    const outputs = ['json', 'junit', 'sarif', 'github', 'markdown'].flatMap((format) => [
      '--output',
      `${format}=${format}`,
    ]);
    const { code, out, flat } = await run(['--profile', 'contoso', ...outputs]);
    expect(code).toBe(1);

    expect(times(flat, /refused the connection\./g)).toBe(2);
    expect(flat).toContain(
      'm000@example.com, m001@example.com, m002@example.com and 197 more outgoing: Failure',
    );
    expect(flat).toContain('see server profile "Contoso POP3-SMTP" (MC503)');
    expect(flat).toContain('Server profile "Contoso POP3-SMTP" 200 mailboxes: 0 succeeded, 200 failed');
    expect(flat).toContain('then the error counts as permanent: m000@example.com');
    expect(flat).toContain(
      'warning about the server profile "Contoso POP3-SMTP" (200 mailboxes), MC503: Admin Hanako',
    );
    expect(out.split('\n').length).toBeLessThan(75);

    const report = JSON.parse(file('json')) as {
      mailboxes: { findings: unknown[]; onProfile: string[]; directions: Fields[] }[];
      profiles: { findings: { code: string; profile: { mailboxes: string[]; of: number } }[] }[];
    };
    expect(
      report.profiles[0]?.findings.map(({ code: each, profile }) => [
        each,
        profile.mailboxes.length,
        profile.of,
      ]),
    ).toEqual([
      ['MC503', 200, 200],
      ['MC503', 200, 200],
    ]);
    for (const { findings, onProfile, directions } of report.mailboxes) {
      expect({ findings, onProfile }).toEqual({ findings: [], onProfile: ['MC503'] });
      for (const direction of directions)
        expect(direction).toMatchObject({ onProfile: 'MC503', platform: 'tries-again' });
    }

    const xml = file('junit');
    expect(/<testsuites [^>]*failures="(\d+)" errors="(\d+)"/.exec(xml)?.slice(1)).toEqual(['2', '0']);
    expect(times(xml, /<skipped message="Failure; see server profile [^>]*MC503/g)).toBe(400);
    const sarif = JSON.parse(file('sarif')) as { runs: { results: { ruleId: string }[] }[] };
    expect(sarif.runs[0]?.results.map(({ ruleId }) => ruleId)).toEqual(['MC503', 'MC503']);
    expect(times(file('github'), /^::error/gm)).toBe(2);
    expect(file('github')).toContain('m002@example.com and 197 more: Failure; see server profile');
    expect(times(file('markdown'), /^### MC503/gm)).toBe(2);
    expect(times(file('markdown'), /^## /gm)).toBe(2); // the profile, and the mailboxes together
    expect(file('markdown')).toContain('**Whom the platform would tell, on their alert walls**');
  });

  test('in Japanese as well, and both within the width', async () => {
    write(200, { owner: undefined, sendEmailAlert: true });
    const japanese = await run(['--all'], 'ja');
    const compact = japanese.out.replaceAll(/\s+/g, '');
    expect(compact).toContain('m002@example.com、ほか197件送信:失敗');
    expect(compact).toContain('サーバープロファイルの所有者(誰かは記録なし)');
    expect(compact).toContain('「owner:」を書くとわかります');
    expect(compact).toContain('電子メールでも通知されます(sendEmailAlert)');
    const english = await run(['--all']);
    for (const line of [...japanese.out.split('\n'), ...english.out.split('\n')])
      expect(widthOf(line), line).toBeLessThanOrEqual(80);
  });
});

describe('which mailboxes', () => {
  test('--profile beside addresses takes both, each once', async () => {
    const [first, second] = [{ id: 'contoso' }, { id: 'other', name: 'Other' }];
    write(3);
    const records = JSON.parse(file('mailcheck.yaml')) as { profiles: Fields[]; mailboxes: Fields[] };
    const [profile] = records.profiles;
    const profiles = [
      { ...profile, ...first },
      { ...profile, ...second },
    ];
    const mailboxes = records.mailboxes.map((each, index) =>
      index === 2 ? { ...each, profile: 'other' } : each,
    );
    writeFileSync(path.join(folder, 'mailcheck.yaml'), JSON.stringify({ ...records, profiles, mailboxes }));
    const tested = async (...argv: string[]) => {
      await run([...argv, '--output', 'json=json']);
      const report = JSON.parse(file('json')) as {
        mailboxes: { mailbox: string }[];
        profiles: { profile: string }[];
      };
      return [report.mailboxes.map(({ mailbox }) => mailbox), report.profiles.map(({ profile: id }) => id)];
    };
    expect(await tested('--profile', 'contoso')).toEqual([['m0', 'm1'], ['contoso']]);
    expect(await tested('m002@example.com', 'm1', '--profile', 'contoso')).toEqual([
      ['m2', 'm1', 'm0'],
      ['other', 'contoso'],
    ]);
  });
});

test('what was not examined for one reason is one line', async () => {
  write(5, { state: 'inactive' });
  const { flat } = await run(['--all']);
  expect(flat).toContain(
    'Not examined m000@example.com, m001@example.com, m002@example.com and 2 more: a precondition is not met',
  );
  expect(flat).not.toContain('Whom the platform would tell'); // nothing was tested, so nothing follows
});

/** Profile, `rules:`, exit code; JUnit has to be red in the same way. */
describe('JUnit ends as the run does', () => {
  const keptByProfile = {
    incomingCredentialRetrieval: 'profile',
    incomingUserName: 'sales@example.com',
    incomingPassword: { env: 'NOT_SET' },
  };
  const off = { rules: { MC503: { severity: 'off', reason: 'moving house' } } };
  test.each<[string, Fields, Fields, 1 | 3]>([
    ['the server is gone', {}, {}, 1],
    ['that shall not count', {}, off, 3],
    ['the profile is inactive', { state: 'inactive' }, {}, 1],
    ['the password of the profile cannot be read', keptByProfile, {}, 3],
    ['its kind cannot be tested', { serverType: 'exchange-online' }, {}, 3],
  ])('%s', async (_, profile, more, exit) => {
    write(5, profile, more);
    const { code, flat } = await run(['--all', '--output', 'junit=junit', '--output', 'json=json']);
    expect(code).toBe(exit);
    const [failures, errors] = (/<testsuites [^>]*failures="(\d+)" errors="(\d+)"/.exec(file('junit')) ?? [])
      .slice(1)
      .map(Number);
    expect({ failures: failures !== 0, errors: errors !== 0 }).toEqual({
      failures: exit === 1,
      errors: exit === 3,
    });
    // And nobody is left with a mailbox that fails for no reason told.
    expect(flat).toContain('and 2 more outgoing:');
    expect(flat).toContain('; see server profile "Contoso POP3-SMTP"');
  });
});
