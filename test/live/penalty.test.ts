// Shows that a server which answers a wrong password by making every login wait is told apart from mailboxes at fault:
// the others end well, and the delay is said once, beside the password that caused it (Dovecot's penalty, switched on).

import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeLive } from './live.ts';
import { mailboxesFile, writeWorkspace } from './portal.ts';
import { installProgram, type Program } from './program.ts';
import { type LiveServers, startServers } from './servers.mjs';

describeLive('a server that makes everybody wait after a wrong password', () => {
  let servers: LiveServers;
  let program: Program;
  beforeAll(async () => {
    [servers, program] = await Promise.all([
      startServers({ numberedAccounts: 12, loginPenalty: true }),
      installProgram(),
    ]);
  });
  afterAll(() => Promise.all([servers?.stop(), program?.remove()]));

  test('the wait is the server’s, and is said once', async () => {
    const accounts = servers.accounts.numbered.slice(0, 12);
    const workspace = await writeWorkspace({
      'mailcheck/profiles.yaml': `profiles:
  - id: pop3
    serverType: pop3-smtp
    state: active
    incomingServerLocation: ${servers.host}
    incomingPortNumber: ${servers.ports.pop3s}
    outgoingServerLocation: ${servers.host}
    outgoingPortNumber: ${servers.ports.submission}
    incomingCredentialRetrieval: user-or-queue
`,
      [mailboxesFile]: `mailboxes:\n${accounts.map(({ address }, index) => mailbox(address, index)).join('')}`,
    });
    const env = Object.fromEntries(
      accounts.map(({ password }, index) => [`PASSWORD_${index}`, index === 0 ? 'wrong' : password]),
    );
    const { code, out } = await program.run(
      { folder: workspace.folder, env },
      `test-mailbox --all --no-send --concurrency 2 --ca-file ${servers.certificateAuthority}`.split(' '),
    );
    await workspace.remove();
    expect(code).toBe(1);
    expect(out).toMatch(/^12 mailboxes: 11 \D+, 1 \D+, 0 /m);
    const said = out.replaceAll(/\s+/g, ' ');
    expect(said.match(/MC540/g)).toHaveLength(1);
    expect(said).toMatch(/other logins? at \S+ waited for up to \d+(\.\d)? s around the refusal of/);
  });
});

/** Incoming only: one login each. */
function mailbox(address: string, index: number): string {
  return `  - id: mailbox-${index}
    emailAddress: ${address}
    state: active
    profile: pop3
    isForwardMailbox: false
    incomingEmailDeliveryMethod: server-side-synchronization
    outgoingEmailDeliveryMethod: none
    actDeliveryMethod: none
    emailRouterAccessApproval: approved
    incomingEmailStatus: not-run
    allowEmailConnectorToUseCredentials: true
    password: { env: PASSWORD_${index} }
`;
}
