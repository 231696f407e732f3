// Shows what holds for many mailboxes and for runs that do not end well, through the public command and on real servers:
// limits, two runs at once, kill -9, Ctrl-C, one bad mailbox among good ones. Records are whole whatever happens.

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { watch } from 'node:fs';
import { parse } from 'yaml';
import { startCountingRelay, type Count, type CountingRelay } from './counting-relay.ts';
import { describeLive } from './live.ts';
import { messagesOf } from './maildir.ts';
import { mailboxesFile, writeWorkspace, type Workspace } from './portal.ts';
import { installProgram, type Program } from './program.ts';
import { type Account, type LiveServers, startServers } from './servers.mjs';

type MailboxRecord = {
  id: string;
  emailAddress: string;
  incomingEmailStatus: string;
  outgoingEmailStatus: string;
  lastTest?: { incoming?: { result: string; class?: string }; outgoing?: { result: string; class?: string } };
};

describeLive('many mailboxes', () => {
  let servers: LiveServers;
  let program: Program;
  const workspaces: Workspace[] = [];
  const relays: CountingRelay[] = [];
  beforeAll(async () => {
    [servers, program] = await Promise.all([startServers({ numberedAccounts: 60 }), installProgram()]);
  });
  afterEach(async () => {
    for (const relay of relays.splice(0)) await relay.stop();
    for (const workspace of workspaces.splice(0)) await workspace.remove();
  });
  afterAll(() => Promise.all([servers?.stop(), program?.remove()]));

  /** `first` to `first + count` of the numbered accounts, each with a comment beside it; POP3 and IMAP in turn. */
  async function workspaceOf(
    count: number,
    options: { first?: number; ports?: Partial<Ports>; differing?: Record<number, string> } = {},
  ) {
    const { first = 0, differing = {} } = options;
    const ports = { ...servers.ports, ...options.ports };
    const accounts = servers.accounts.numbered.slice(first, first + count);
    const workspace = await writeWorkspace({
      'mailcheck/profiles.yaml': `profiles:\n${(['pop3', 'imap'] as const)
        .map((protocol) => profile(protocol, ports))
        .join('')}`,
      [mailboxesFile]: `mailboxes:\n${accounts
        .map((account, index) => mailbox(account, index, differing[index]))
        .join('')}`,
    });
    workspaces.push(workspace);
    const where = {
      folder: workspace.folder,
      env: Object.fromEntries(accounts.map((account, index) => [`PASSWORD_${index}`, account.password])),
    };
    const usual = `--all --ca-file ${servers.certificateAuthority} --arrival-timeout 20`;
    const argv = (...more: string[]): string[] => ['test-mailbox', ...usual.split(' '), ...more];
    return {
      ...workspace,
      accounts,
      run: (...more: string[]) => program.run(where, argv(...more)),
      start: (...more: string[]) => program.start(where, argv(...more)),
      async records(): Promise<MailboxRecord[]> {
        const text = await workspace.read(mailboxesFile);
        // Whole: every comment and every record is there.
        expect(text.match(/# mailbox no\. \d+$/gm)).toHaveLength(count);
        return (parse(text) as { mailboxes: MailboxRecord[] }).mailboxes;
      },
      leftovers: async () =>
        (await readdir(join(workspace.folder, 'mailcheck'))).filter((name) => /\.(?:lock|tmp)/.test(name)),
    };
  }

  async function relay(port: number, count: Count, milliseconds?: number): Promise<number> {
    const started = await startCountingRelay(port, count, milliseconds);
    relays.push(started);
    return started.port;
  }

  test.each([1, 3])('--concurrency %i: never more connections at once', async (limit) => {
    const count: Count = { open: 0, most: 0, made: 0 };
    const { pop3s, imaps, submission } = servers.ports;
    const { run, records } = await workspaceOf(8, {
      ports: {
        pop3s: await relay(pop3s, count, 15),
        imaps: await relay(imaps, count, 15),
        submission: await relay(submission, count, 15),
      },
    });
    expect(await run('--concurrency', String(limit))).toMatchObject({ code: 0 });
    expect(count.made).toBeGreaterThanOrEqual(24); // login and search of each mailbox, and its message
    expect(count.most).toBe(limit);
    for (const { lastTest } of await records()) expect(lastTest?.incoming?.result).toBe('success');
  });

  test('a server that takes two connections at once: six healthy mailboxes pass, and --verbose says why it took longer', async () => {
    const { smtpFewConnections } = servers.ports;
    const { run, records } = await workspaceOf(6, { ports: { submission: smtpFewConnections } });
    const { code, out } = await run('--verbose');
    expect({ code, out }).toMatchObject({ code: 0 });
    expect(out).toMatch(/421 4\.7\.0 mail\.example\.com Error: too many connections/);
    expect(out).toMatch(/refused for now beside \d other connections of this run; coming again when/);
    for (const { lastTest } of await records())
      expect(lastTest).toMatchObject({ incoming: { result: 'success' }, outgoing: { result: 'success' } });
  });

  test('bad ones end neither the run nor the good ones', async () => {
    const differing = {
      1: 'password: { env: NOT_SET }',
      4: 'userName: nobody@example.com',
      6: 'profile: nowhere-pop3',
      9: 'emailRouterAccessApproval: rejected',
    };
    const { run, records } = await workspaceOf(12, { differing });
    const { code, out, err } = await run('--no-send');
    expect(code).toBe(1);
    expect(out).toMatch(/^12 mailboxes: 8 \D+, 3 \D+, 1 could not be determined\.$/m);
    expect(err.match(/^\[\d+\/\d+\] /gm)).toHaveLength(11); // progress: all but the one that nobody approved
    const states = (await records()).map(
      ({ incomingEmailStatus, lastTest }) => `${incomingEmailStatus} ${lastTest?.incoming?.class ?? ''}`,
    );
    expect(states).toEqual(
      states.map((_, index) =>
        index === 4
          ? 'failure credential'
          : index === 6
            ? 'failure configuration'
            : index === 1 || index === 9
              ? 'not-run '
              : 'success ',
      ),
    );
  });

  test('two runs at once on the same records: both end well, nothing is lost, each takes its own messages', async () => {
    const { start, records, leftovers, accounts } = await workspaceOf(6);
    const ended = await Promise.all([start().ended, start().ended]);
    expect(ended.map(({ code }) => code)).toEqual([0, 0]);
    for (const record of await records())
      expect(record).toMatchObject({
        incomingEmailStatus: 'success',
        outgoingEmailStatus: 'success',
        lastTest: { incoming: { result: 'success' }, outgoing: { result: 'success' } },
      });
    const left = await Promise.all(accounts.map((account) => messagesOf(servers, account)));
    // Two sessions on one mailbox: on a busy machine Dovecot may refuse the removal, and the run then says so (MC703, MC704).
    const said = ended.map(({ out }) => (/MC70[34]/.test(out) ? 'a message was left' : '')).join('');
    expect({ left: left.flat(), said }).toEqual({ left: said === '' ? [] : expect.anything(), said });
    expect(await leftovers()).toEqual([]);
  });

  test('kill -9, at any moment and while a file is written: every record stays whole, the next run works', async () => {
    const { start, run, records, leftovers, folder } = await workspaceOf(6);
    let killed = 0;
    let whileWriting = 0;
    for (let attempt = 0; attempt < 15; attempt += 1) {
      const running = start('--no-send', '--approve');
      // Every third one by the clock; the others as soon as the lock or the new file is seen.
      const stop =
        attempt % 3 === 0
          ? after(100 + attempt * 25, () => running.signal('SIGKILL'))
          : seen(join(folder, 'mailcheck'), attempt % 3 === 1 ? /\.lock$/ : /\.tmp$/, () =>
              running.signal('SIGKILL'),
            );
      const { code } = await running.ended;
      stop();
      if (code === null) killed += 1;
      if ((await leftovers()).length > 0) whileWriting += 1;
      const all = await records();
      expect(all.map(({ id }) => id)).toEqual(Array.from({ length: 6 }, (_, index) => `mailbox-${index}`));
    }
    // Else this would show nothing: some were killed, and some of those in the middle of writing.
    expect(killed).toBeGreaterThan(5);
    expect(whileWriting).toBeGreaterThan(0);
    expect(await run('--no-send', '--approve')).toMatchObject({ code: 0 });
    expect((await records()).map(({ incomingEmailStatus }) => incomingEmailStatus)).toEqual(
      Array.from({ length: 6 }, () => 'success'),
    );
    expect(await leftovers()).toEqual([]);
  });

  test('Ctrl-C in the middle of sixty: what is finished is saved, and no more is begun', async () => {
    const count: Count = { open: 0, most: 0, made: 0 };
    const { pop3s, imaps, submission } = servers.ports;
    const { start, records, leftovers } = await workspaceOf(60, {
      ports: {
        pop3s: await relay(pop3s, count, 40),
        imaps: await relay(imaps, count, 40),
        submission: await relay(submission, count, 40),
      },
    });
    const running = start('--no-send');
    await running.until(/^\[10\/60\]/m);
    running.signal('SIGINT');
    const { code, err, out } = await running.ended;
    expect(code).toBe(130);
    const finished = [...err.matchAll(/^\[\d+\/60\] (\S+)$/gm)].map(([, address]) => address);
    expect(finished.length).toBeGreaterThanOrEqual(10);
    expect(finished.length).toBeLessThan(60);
    const saved = (await records()).filter(({ incomingEmailStatus }) => incomingEmailStatus === 'success');
    expect(saved.map(({ emailAddress }) => emailAddress)).toEqual(expect.arrayContaining(finished));
    expect(saved.length).toBeLessThan(60);
    expect(out).toContain('interrupted');
    expect(await leftovers()).toEqual([]);
  });
});

type Ports = Pick<LiveServers['ports'], 'pop3s' | 'imaps' | 'submission'>;

function profile(protocol: 'pop3' | 'imap', ports: Ports): string {
  return `  - id: ${protocol}
    preset: ${protocol}-smtp
    state: active
    incomingServerLocation: localhost
    incomingPortNumber: ${protocol === 'pop3' ? ports.pop3s : ports.imaps}
    incomingTls: implicit
    outgoingServerLocation: localhost
    outgoingPortNumber: ${ports.submission}
    outgoingTls: starttls
  - id: nowhere-${protocol}
    preset: ${protocol}-smtp
    state: active
    incomingServerLocation: ${protocol}.nowhere.invalid
    incomingTls: implicit
    outgoingServerLocation: smtp.nowhere.invalid
    outgoingTls: starttls
`;
}

const lines = {
  state: 'active',
  profile: 'pop3',
  incomingEmailDeliveryMethod: 'server-side-synchronization',
  outgoingEmailDeliveryMethod: 'server-side-synchronization',
  actDeliveryMethod: 'none',
  emailRouterAccessApproval: 'approved',
  incomingEmailStatus: 'not-run',
  outgoingEmailStatus: 'not-run',
  allowEmailConnectorToUseCredentials: 'true',
};

function mailbox({ address }: Account, index: number, differing = ''): string {
  const [key = '', value = ''] = differing.split(/: (.*)/);
  const values: Record<string, string> = {
    ...lines,
    profile: index % 2 === 0 ? 'pop3' : 'imap',
    password: `{ env: PASSWORD_${index} }`,
    ...(key === '' ? {} : { [key]: value }),
  };
  const fields = Object.entries(values).map(([name, text]) => `    ${name}: ${text}\n`);
  return `  - id: mailbox-${index}\n    emailAddress: ${address} # mailbox no. ${index}\n${fields.join('')}`;
}

function after(milliseconds: number, act: () => void): () => void {
  const timer = setTimeout(act, milliseconds);
  return () => clearTimeout(timer);
}

/** Acts when a file of such a name is made or changed in the folder. */
function seen(folder: string, name: RegExp, act: () => void): () => void {
  const watcher = watch(folder, (_, file) => {
    if (file !== null && name.test(file)) act();
  });
  return () => watcher.close();
}
