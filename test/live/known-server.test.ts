// Shows for how long a test of a real server is knowledge: until the records name another server or login, or until a newer look
// knows better.

import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { describeLive } from './live.ts';
import { mailboxesFile, portalWorkspace } from './portal.ts';
import { installProgram, type Ended, type Program } from './program.ts';
import { type LiveServers, startServers } from './servers.mjs';

const profilesFile = 'mailcheck/profiles.yaml';

describeLive('what is known of a server', () => {
  let servers: LiveServers;
  let program: Program;
  const remove: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    [servers, program] = await Promise.all([startServers({ numberedAccounts: 0 }), installProgram()]);
  });
  afterEach(async () => {
    for (const each of remove.splice(0)) await each();
  });
  afterAll(() => Promise.all([servers?.stop(), program?.remove()]));

  /** The story's portal, its confirmation mail sent from the administrator's mailbox; tested with this password. */
  async function testedPortal(password: string) {
    const workspace = await portalWorkspace(servers);
    remove.push(workspace.remove);
    const { edit, env } = workspace;
    await edit('mailcheck/processes.yaml', 'owner # confirmation, as shipped', '{ user: hanako }');
    const run = (variables: Record<string, string>, argv: string[]): Promise<Ended> =>
      program.run({ ...workspace, env: variables }, argv);
    await run({ ADMIN_PASSWORD: password }, [
      ...'test-mailbox admin@example.com --approve --ca-file'.split(' '),
      servers.certificateAuthority,
    ]);
    const diagnose = (...more: string[]): Promise<Ended> =>
      run(env, [...'diagnose email-confirmation --to taro@example.com'.split(' '), ...more]);
    return { ...workspace, diagnose, check: () => run(env, ['check']) };
  }

  test('a test says nothing of a server that the profile was given later, nor does saved evidence', async () => {
    const { diagnose, check, read, write } = await testedPortal(servers.accounts.admin.password);
    const authority = ['--ca-file', servers.certificateAuthority];
    expect((await diagnose()).code).toBe(0);
    expect((await diagnose('--depth', 'login', '--save-evidence', 'good.json', ...authority)).code).toBe(0);
    expect((await diagnose('--evidence', 'good.json')).code).toBe(0);

    const { host, ports } = servers;
    const tested = `${host}:${ports.submission}`;
    const before = await read(profilesFile);
    const moved = before.replace(
      `outgoingServerLocation: ${host}`,
      'outgoingServerLocation: smtp.wrong.example',
    );
    await write(profilesFile, moved);
    const other = `was of another server (${tested}), not of smtp.wrong.example:${ports.submission}.`;
    for (const more of [[], ['--evidence', 'good.json']]) {
      const { code, out } = await diagnose(...more);
      expect(code).toBe(3);
      expect(flat(out)).toContain(other);
      expect(out).not.toContain('✓ server');
      expect(flat(out).includes(`(${tested}): what the evidence file holds is of another server`)).toBe(
        more.length > 0,
      );
    }
    expect(flat((await check()).out)).toContain(other);
    await write(profilesFile, before);
    expect((await diagnose()).code).toBe(0);
  });

  test('nor does it say anything of another login', async () => {
    const { diagnose, edit } = await testedPortal(servers.accounts.admin.password);
    await edit(
      mailboxesFile,
      'password: { env: ADMIN_PASSWORD }',
      'password: { env: ADMIN_PASSWORD }\n    userName: hanako',
    );
    const { code, out } = await diagnose();
    expect(code).toBe(3);
    expect(flat(out)).toContain('was of another login (admin@example.com), not of hanako.');
  });

  test('a login that works again is not called refused; the mailbox has to be tested and enabled', async () => {
    const { diagnose } = await testedPortal('not-the-password-of-admin');
    const refused = await diagnose();
    expect(refused.code).toBe(1);
    expect(flat(refused.out)).toContain('535 5.7.8');

    const { code, out } = await diagnose('--depth', 'login', '--ca-file', servers.certificateAuthority);
    expect(code).toBe(1);
    expect(flat(out)).toMatch(/MC307 The login of admin@example\.com works \(seen [^)]+\), but its outgoing/);
    expect(flat(out)).toMatch(
      /✗ mailbox .* – profile .* ✓ server localhost:\d+, looked at just now – domain/,
    );
    expect(out).not.toContain('535 5.7.8');
    expect(out).toContain('Test & Enable Mailboxes');
  });
});

function flat(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}
