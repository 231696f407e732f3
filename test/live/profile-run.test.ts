// Shows on real servers whose matter a failure is when several mailboxes share a server profile: the profile's server gone, its
// own password wrong, or one mailbox wrong among good ones; what is said once, what the records learn, whom the platform tells.

import { createServer, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { describeLive } from './live.ts';
import { formsOf, mailboxesFile, writeWorkspace } from './portal.ts';
import { installProgram, type Program } from './program.ts';
import { type LiveServers, startServers } from './servers.mjs';

type Fields = Record<string, unknown>;

describeLive('four mailboxes on one server profile', () => {
  let servers: LiveServers;
  let program: Program;
  beforeAll(async () => {
    [servers, program] = await Promise.all([startServers({ numberedAccounts: 4 }), installProgram()]);
  });
  afterAll(() => Promise.all([servers?.stop(), program?.remove()]));

  async function run(profile: Fields, env: Record<string, string> = {}, ...argv: string[]) {
    const accounts = servers.accounts.numbered.slice(0, 4);
    const { host, ports, certificateAuthority } = servers;
    const contoso = {
      id: 'contoso',
      name: 'Contoso',
      serverType: 'pop3-smtp',
      state: 'active',
      owner: 'hanako',
      incomingServerLocation: host,
      incomingPortNumber: ports.pop3s,
      incomingTls: 'implicit',
      outgoingServerLocation: host,
      outgoingPortNumber: ports.submission,
      outgoingTls: 'starttls',
      ...profile,
    };
    const mailboxes = accounts.map(({ address }, index) => ({
      id: `mailbox-${index}`,
      emailAddress: address,
      owner: index === 0 ? undefined : 'jiro',
      state: 'active',
      profile: 'contoso',
      isForwardMailbox: false,
      incomingEmailDeliveryMethod: 'server-side-synchronization',
      outgoingEmailDeliveryMethod: 'server-side-synchronization',
      actDeliveryMethod: 'none',
      emailRouterAccessApproval: 'approved',
      incomingEmailStatus: 'success',
      outgoingEmailStatus: 'success',
      enabledForIncomingEmail: true,
      enabledForOutgoingEmail: true,
      allowEmailConnectorToUseCredentials: true,
      password: { env: `PASSWORD_${index}` },
    }));
    const users = [
      { id: 'hanako', fullName: 'Suzuki Hanako', internalEmailAddress: 'hanako@example.com' },
      { id: 'jiro', fullName: 'Sato Jiro' },
    ];
    const workspace = await writeWorkspace({
      'mailcheck/profiles.json': JSON.stringify({ profiles: [contoso], users }),
      [mailboxesFile]: JSON.stringify({ mailboxes }, undefined, 2),
    });
    const passwords = Object.fromEntries(
      accounts.map(({ password }, index) => [`PASSWORD_${index}`, password]),
    );
    const ended = await program.run({ folder: workspace.folder, env: { ...passwords, ...env } }, [
      'test-mailbox',
      '--profile',
      'contoso',
      '--ca-file',
      certificateAuthority,
      ...argv,
    ]);
    const records = (parse(await workspace.read(mailboxesFile)) as { mailboxes: Fields[] }).mailboxes;
    await workspace.remove();
    for (const account of accounts)
      for (const form of formsOf(account)) expect(ended.out).not.toContain(form);
    return { ...ended, said: ended.out.replaceAll(/\s+/g, ' '), records };
  }

  test('the server for sending is gone: once, on the profile; receiving works, and sending stays as it was', async () => {
    const { code, said, records } = await run({ outgoingPortNumber: await closedPort() });
    expect(code).toBe(1);
    expect(said.match(/MC503 \S+ refused the connection/g)).toHaveLength(1);
    expect(said).toContain('This concerns all 4 mailboxes of the server profile "Contoso" in this run');
    expect(said).toContain(
      'outgoing: Failure (network), incoming: Success, test message: not tried; see server profile "Contoso" (MC503)',
    );
    expect(said).toContain('leaves outgoing e-mail on and tries again');
    expect(said).toContain(
      'warning about the server profile "Contoso" (4 mailboxes), MC503: Suzuki Hanako <hanako@example.com> (owner of the profile)',
    );
    for (const record of records)
      expect(record).toMatchObject({
        incomingEmailStatus: 'success',
        outgoingEmailStatus: 'success',
        enabledForOutgoingEmail: true,
        lastTest: { outgoing: { result: 'failure', class: 'network', step: 'connect', finding: 'MC503' } },
      });
  });

  test('the password of the profile is wrong: said once a direction, and off for all', async () => {
    const [account] = servers.accounts.numbered;
    const keptByProfile = {
      incomingCredentialRetrieval: 'profile',
      incomingUserName: account?.address,
      incomingPassword: { env: 'OF_PROFILE' },
    };
    const wrong = await run(keptByProfile, { OF_PROFILE: 'wrong' });
    expect(wrong.code).toBe(1);
    expect(wrong.said.match(/MC517 \S+ refused the login of the server profile "Contoso"/g)).toHaveLength(2);
    expect(wrong.said).not.toContain('MC527');
    expect(wrong.said).toContain('4 mailboxes: 0 succeeded, 4 failed, 0 could not be determined.');
    expect(wrong.said).toContain('switches outgoing and incoming e-mail off at once');
    expect(wrong.said).toContain(
      'MC517: Suzuki Hanako <hanako@example.com> (owner of the profile), who has to act',
    );
    for (const record of wrong.records)
      expect(record).toMatchObject({
        incomingEmailStatus: 'failure',
        outgoingEmailStatus: 'failure',
        enabledForIncomingEmail: false,
        enabledForOutgoingEmail: false,
        lastTest: {
          incoming: { result: 'failure', class: 'credential', step: 'login', finding: 'MC517' },
          outgoing: { result: 'failure', class: 'credential', step: 'login', finding: 'MC517' },
        },
      });

    const right = await run(keptByProfile, { OF_PROFILE: account?.password ?? '' }, '--no-send');
    expect(right).toMatchObject({ code: 0 });
    expect(right.said).not.toMatch(/MC5\d\d/);
  });

  test('one mailbox is wrong among good ones: it alone is told of, and its owner', async () => {
    const { code, said, records } = await run({}, { PASSWORD_2: 'wrong' });
    const address = servers.accounts.numbered[2]?.address ?? '';
    expect(code).toBe(1);
    expect(said).toContain('4 mailboxes: 3 succeeded, 1 failed, 0 could not be determined.');
    expect(said).not.toMatch(/see server profile|This concerns/);
    expect(said.match(new RegExp(`refused the login of ${address}`, 'g'))).toHaveLength(2);
    expect(said).toContain(
      `switches outgoing and incoming e-mail off at once, because the error is permanent: ${address}`,
    );
    expect(said).toContain(
      `error about ${address}, MC517: Sato Jiro (owner of the mailbox), who has to act; Suzuki Hanako <hanako@example.com> (owner of the profile)`,
    );
    expect(said).toContain('the owner of the mailbox (not recorded who that is)');
    expect(records.map(({ outgoingEmailStatus }) => outgoingEmailStatus)).toEqual([
      'success',
      'success',
      'failure',
      'success',
    ]);
  });
});

/** Nobody listens there any more. */
async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
