// Plays the product's main story as a person would: the built program, records as files, real Dovecot and Postfix.
// What is checked: exit codes, what is said, what stands in the records afterwards, and what happened to the mailbox.

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startDelay } from './delay.mjs';
import { describeLive } from './live.ts';
import { messagesOf, putMessages } from './maildir.ts';
import { formsOf, mailboxesFile, portalWorkspace, type Doors, type Workspace } from './portal.ts';
import { installProgram, type Ended, type Program } from './program.ts';
import { type LiveServers, startServers } from './servers.mjs';

/** How the two mailboxes of the story are read, and what their records hold before. */
const mailboxes = [
  { protocol: 'POP3', id: 'admin-mailbox', account: 'admin', approval: 'pending-approval' },
  { protocol: 'IMAP', id: 'support-mailbox', account: 'support', approval: 'empty' },
] as const;

describeLive('a confirmation mail that does not come', () => {
  let servers: LiveServers;
  let program: Program;
  const workspaces: Workspace[] = [];
  beforeAll(async () => {
    [servers, program] = await Promise.all([startServers({ numberedAccounts: 0 }), installProgram()]);
  });
  afterEach(async () => {
    for (const workspace of workspaces.splice(0)) await workspace.remove();
  });
  afterAll(() => Promise.all([servers?.stop(), program?.remove()]));

  async function portal(doors: Partial<Doors> = {}) {
    const workspace = await portalWorkspace(servers, doors);
    workspaces.push(workspace);
    const mailcheck = (...argv: string[]): Promise<Ended> => program.run(workspace, argv);
    const testMailbox = (...argv: string[]): Promise<Ended> =>
      mailcheck('test-mailbox', ...argv, '--ca-file', servers.certificateAuthority);
    return { ...workspace, mailcheck, testMailbox };
  }

  test('1: its cause is named, with what was not reached, the fix in order, and who can do each step', async () => {
    const { mailcheck } = await portal();
    const { code, out } = await mailcheck('diagnose', 'email-confirmation', '--to', 'taro@example.com');
    expect(code).toBe(1);
    const said = flat(out);
    expect(said).toContain('taro@example.com is stopped: the process sends as SYSTEM.');
    expect(said).toContain('From is Owner of the contact taro@example.com; SYSTEM cannot send.');
    expect(said).toContain('mailcheck/processes.yaml:10:15');
    expect(out).toMatch(/✓ process[^]*✗ sender[^]*– mailbox +not reached[^]*– server +not reached/);
    inOrder(said, [
      'System Administrator: Approve the mailbox admin@example.com',
      'System Administrator: Test and enable it',
      'Owner of the process: Open the process "Send Email Confirmation To Contact" and choose "Deactivate"',
      'set From to Suzuki Hanako in place of Owner, or to the queue Support',
      'Owner of the process: Choose "Activate"',
    ]);
    expect(said).toContain('Either no e-mail row at all');
    expect(said).toContain('No server was contacted.');
  });

  test('2: a mailbox that nobody approved is not tested; no server is contacted', async () => {
    const relay = await startDelay({ port: servers.ports.submission, milliseconds: 0 });
    const { testMailbox, read } = await portal({ pop3s: relay.port, submission: relay.port });
    const before = await read(mailboxesFile);
    const { code, out } = await testMailbox('admin@example.com');
    expect(code).toBe(1);
    expect(flat(out)).toContain('MC303 The address admin@example.com waits for approval');
    expect(flat(out)).toContain('mailcheck approve admin@example.com');
    expect(relay.connections()).toBe(0);
    expect(await read(mailboxesFile)).toBe(before);
    await relay.stop();
  });

  test('2: approved, then tested: the records say so, and every comment stays', async () => {
    const { mailcheck, testMailbox, read, mailbox } = await portal();
    const before = await read(mailboxesFile);

    const approved = await mailcheck('approve', 'admin@example.com');
    expect(approved.code).toBe(0);
    expect(flat(approved.out)).toContain('emailRouterAccessApproval: Pending Approval → Approved');
    expect(flat(approved.out)).toMatch(/Recorded in \S+:4; the environment itself was not changed\./);
    const between = await read(mailboxesFile);
    expect(between).toBe(
      before.replace('pending-approval # asked for on Monday', 'approved # asked for on Monday'),
    );
    const again = await mailcheck('approve', 'admin@example.com');
    expect(again.code).toBe(0);
    expect(again.out).toContain('already approved');

    const tested = await testMailbox('admin@example.com');
    expect(tested.code).toBe(0);
    expect(flat(tested.out)).toContain('outgoing: Success, incoming: Success, test message: arrived');
    const at = (await mailbox('admin-mailbox'))['testMailboxAccessCompletedOn'];
    expect(Date.parse(String(at))).toBeGreaterThan(Date.now() - 60_000);
    expect((await read(mailboxesFile)).replaceAll(String(at), 'NOW')).toBe(
      between
        .replace('incomingEmailStatus: not-run', 'incomingEmailStatus: success')
        .replace('outgoingEmailStatus: not-run #', 'outgoingEmailStatus: success #')
        .replace(
          '    password: { env: ADMIN_PASSWORD }\n',
          `    password: { env: ADMIN_PASSWORD }
    enabledForIncomingEmail: true
    enabledForOutgoingEmail: true
    actStatus: not-run
    testMailboxAccessCompletedOn: NOW
    lastTest:
      at: NOW
      source: test
      incoming:
        result: success
        server: "localhost:${servers.ports.pop3s}"
        user: admin@example.com
      outgoing:
        result: success
        server: "localhost:${servers.ports.submission}"
        user: admin@example.com
`,
        ),
    );
  });

  test.each(mailboxes)(
    '2: --approve does both at once ($protocol), and touches no message but its own',
    async ({ protocol, id, account, approval }) => {
      const own = servers.accounts[account];
      const letters = ['first', 'second'].map(
        (word) => `From: jiro@example.com\r\nMessage-ID: <${word}@example.com>\r\n\r\nA ${word} letter.\r\n`,
      );
      await putMessages(servers, own, letters);
      const { testMailbox, mailbox } = await portal();
      const { code, out, err } = await testMailbox(own.address, '--approve', '--format', 'json');
      expect({ code, err }).toMatchObject({ code: 0 });

      const report = JSON.parse(out) as Report;
      const [tested] = report.mailboxes;
      expect(report).toMatchObject({ version: 1, command: 'test-mailbox', findings: [], skipped: [] });
      expect(report.probed).toEqual([
        expect.stringMatching(new RegExp(`${own.address}: ${protocol} localhost:\\d+ TLS`)),
        expect.stringMatching(new RegExp(`${own.address}: SMTP localhost:\\d+ STARTTLS`)),
      ]);
      expect(report.written).toEqual([expect.stringMatching(/^mailcheck\/mailboxes\.yaml:\d+$/)]);
      expect(tested).toMatchObject({ mailbox: id, verdict: 'success', arrival: 'arrived', findings: [] });
      expect(stepsOf(tested, 'outgoing')).toMatchObject({
        connect: 'ok',
        tls: 'ok',
        login: 'ok',
        sender: 'ok',
        recipient: 'ok',
        queued: 'ok',
      });
      expect(stepsOf(tested, 'incoming')).toMatchObject({
        login: 'ok',
        inbox: 'ok',
        arrived: 'ok',
        removed: 'ok',
      });
      expect(approval).not.toBe('approved');
      expect(await mailbox(id)).toMatchObject({
        emailRouterAccessApproval: 'approved',
        incomingEmailStatus: 'success',
        enabledForIncomingEmail: true,
        outgoingEmailStatus: 'success',
        enabledForOutgoingEmail: true,
        actStatus: 'not-run',
        lastTest: { source: 'test', incoming: { result: 'success' }, outgoing: { result: 'success' } },
      });
      for (const form of formsOf(own)) expect(out + err).not.toContain(form);
      // Those that were there are there, unread and undeleted; ours is gone.
      expect(await messagesOf(servers, own)).toEqual(letters.map((text) => ({ text, flags: '' })));
    },
  );

  test('3: with From changed nothing stops it; with the contact’s permission off it is stopped again', async () => {
    const { mailcheck, testMailbox, edit } = await portal();
    const diagnose = () => mailcheck('diagnose', 'email-confirmation', '--to', 'taro@example.com');
    expect((await testMailbox('admin@example.com', '--approve')).code).toBe(0);
    expect((await diagnose()).code).toBe(1);

    await edit(
      'mailcheck/processes.yaml',
      'owner # confirmation, as shipped',
      '{ user: hanako } # changed by hand',
    );
    const free = await diagnose();
    expect(free.code).toBe(0);
    expect(flat(free.out)).toContain('Nothing stops the confirmation e-mail to taro@example.com');
    expect(free.out).toMatch(
      /✓ mailbox[^]*✓ server[^]*– domain +not examined\n[^\n]*– arrival +not examined/,
    );

    await edit('mailcheck/people.yaml', "doNotEmail: false # taro's own choice", 'doNotEmail: true');
    const unwanted = await diagnose();
    expect(unwanted.code).toBe(1);
    expect(flat(unwanted.out)).toContain('is stopped: the contact does not allow e-mail');
    expect(unwanted.out).toContain('MC122');
  });

  test('4: the two-factor code of a second contact has the same cause; for the first none is due', async () => {
    const { mailcheck } = await portal();
    const due = await mailcheck('diagnose', 'two-factor-code', '--to', 'jiro@example.com');
    expect(due.code).toBe(1);
    expect(flat(due.out)).toContain('jiro@example.com is stopped: the process sends as SYSTEM.');
    expect(due.out).toContain('MC201');

    const none = await mailcheck(
      ...'diagnose two-factor-code --to taro@example.com --format json'.split(' '),
    );
    expect(none.code).toBe(0);
    const [path] = (JSON.parse(none.out) as { paths: { verdict: string; cause?: { code: string } }[] }).paths;
    expect(path).toMatchObject({ verdict: 'not-requested', cause: { code: 'MC105' } });
  });

  describe('what a person leaves out', () => {
    test('--dry-run says what would happen, contacts nobody and writes nothing', async () => {
      const relay = await startDelay({ port: servers.ports.submission, milliseconds: 0 });
      const doors = { pop3s: relay.port, imaps: relay.port, submission: relay.port };
      const { testMailbox, mailcheck, folder } = await portal(doors);
      const before = await contents(folder);
      const { code, out } = await testMailbox('--all', '--approve', '--dry-run', '--save-evidence', 'e.json');
      expect(code).toBe(0);
      const said = flat(out);
      expect(said).toContain(`admin@example.com: POP3 localhost:${relay.port} TLS, log in as`);
      expect(said).toContain(`support@example.com: SMTP localhost:${relay.port} STARTTLS, log in as`);
      expect(said).toContain('emailRouterAccessApproval: Pending Approval → Approved');
      expect((await mailcheck('approve', 'admin@example.com', '--dry-run')).code).toBe(0);
      expect(relay.connections()).toBe(0);
      expect(await contents(folder)).toEqual(before);
      await relay.stop();
    });

    test.each(mailboxes)(
      '--no-send sends nothing ($protocol), and calls outgoing mail no success',
      async ({ id, account }) => {
        const own = servers.accounts[account];
        const letters = await messagesOf(servers, own);
        const mails = countOf(servers.log(), 'postfix/cleanup');
        const { testMailbox, mailbox } = await portal();
        const { code, out } = await testMailbox(own.address, '--approve', '--no-send');
        expect(code).toBe(0);
        expect(flat(out)).toContain('outgoing: login works, nothing sent, incoming: Success');
        expect(flat(out)).toContain(`${own.address} outgoing: sending was left out (--no-send)`);
        const record = await mailbox(id);
        expect(record).toMatchObject({ incomingEmailStatus: 'success', enabledForIncomingEmail: true });
        expect(record).toMatchObject({ outgoingEmailStatus: 'not-run' });
        expect(record).not.toHaveProperty('enabledForOutgoingEmail');
        expect(record).not.toHaveProperty('testMailboxAccessCompletedOn');
        expect(countOf(servers.log(), 'postfix/cleanup')).toBe(mails);
        expect(await messagesOf(servers, own)).toEqual(letters);
      },
    );

    test('--no-save tests, says what it would write, and writes nothing, the approval included', async () => {
      const { testMailbox, folder } = await portal();
      const before = await contents(folder);
      const { code, out } = await testMailbox('--all', '--approve', '--no-save');
      expect(code).toBe(0);
      expect(out).toContain('outgoingEmailStatus: Not Run → Success');
      expect(out).toContain('Not written (--no-save).');
      expect(await contents(folder)).toEqual(before);
    });

    test('a direction whose method is None is not contacted and stays Not Run', async () => {
      const relay = await startDelay({ port: servers.ports.pop3s, milliseconds: 0 });
      const { testMailbox, edit, mailbox } = await portal({ pop3s: relay.port });
      await edit(
        mailboxesFile,
        'incomingEmailDeliveryMethod: server-side-synchronization\n    outgoingEmailDeliveryMethod: server-side-synchronization\n    actDeliveryMethod: none # POP3',
        'incomingEmailDeliveryMethod: none\n    outgoingEmailDeliveryMethod: server-side-synchronization\n    actDeliveryMethod: none # POP3',
      );
      const { code, out } = await testMailbox('admin@example.com', '--approve');
      expect(code).toBe(0);
      expect(flat(out)).toContain('outgoing: Success, incoming: not tested');
      expect(flat(out)).toContain('its delivery method is None, so it stays Not Run');
      expect(relay.connections()).toBe(0);
      const record = await mailbox('admin-mailbox');
      expect(record).toMatchObject({ outgoingEmailStatus: 'success', incomingEmailStatus: 'not-run' });
      expect(record).not.toHaveProperty('enabledForIncomingEmail');
      // Nobody looks for the message, so it is still there, and that is said.
      expect(flat(out)).toContain(
        'our test message was not seen here, so it was not removed: if it arrives, it stays',
      );
      await relay.stop();
    });
  });
});

type Report = {
  mailboxes: {
    mailbox: string;
    directions: { direction: string; observation?: { steps: { step: string; outcome: string }[] } }[];
  }[];
  probed: string[];
  written: string[];
};

function stepsOf(mailbox: Report['mailboxes'][number] | undefined, direction: string) {
  const found = mailbox?.directions.find((candidate) => candidate.direction === direction);
  return Object.fromEntries(
    (found?.observation?.steps ?? []).map(({ step, outcome }) => [step, outcome] as const),
  );
}

/** Without the line breaks of a terminal of 80 columns. */
function flat(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}

function inOrder(text: string, parts: readonly string[]): void {
  let from = 0;
  for (const part of parts) {
    const at = text.indexOf(part, from);
    expect({ part, found: at !== -1 }).toEqual({ part, found: true });
    from = at + part.length;
  }
}

function countOf(text: string, part: string): number {
  return text.split(part).length - 1;
}

async function contents(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    await Promise.all(files.map(async (file) => [file, await readFile(file, 'utf8')] as const)),
  );
}
