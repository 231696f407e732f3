// Shows what becomes of a mailbox that sends with another account's login, through the public command: refused by real
// Postfix, or taken and rewritten without a word.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { meet, outgoingOff } from './fault-world.ts';
import { describeLive } from './live.ts';
import { installProgram, type Program } from './program.ts';
import { type LiveServers, startServers } from './servers.mjs';

describeLive('the login of another account', () => {
  let servers: LiveServers;
  let program: Program;
  beforeAll(async () => {
    [servers, program] = await Promise.all([startServers({ numberedAccounts: 0 }), installProgram()]);
  });
  afterAll(() => Promise.all([servers?.stop(), program?.remove()]));

  /** Mail is fetched by the mailbox's own login; who sends is said here. */
  const sendingAs = (login: 'admin' | 'support', port: number) => {
    const { [login]: sender, support } = servers.accounts;
    return meet(servers, program, {
      account: support,
      env: { PASSWORD: support.password, SENDING_PASSWORD: sender.password },
      profile: {
        outgoingPortNumber: port,
        useSameSettingsForOutgoingConnections: false,
        outgoingCredentialRetrieval: 'profile',
        outgoingUserName: sender.address,
        outgoingPassword: { env: 'SENDING_PASSWORD' },
      },
    });
  };

  test.each([
    ['smtpSenderFirst', 'sender'],
    ['submission', 'recipient'],
  ] as const)('is refused at %s: both addresses and who grants it are named', async (port, step) => {
    const met = await sendingAs('admin', servers.ports[port]);
    expect(met.code).toBe(1);
    expect(met.codes).toEqual(['MC534']);
    expect(met.said).toContain(
      `localhost:${servers.ports[port]} does not let admin@example.com send as support@example.com.`,
    );
    expect(met.said).toContain('smtpd_sender_login_maps');
    expect(met.record).toMatchObject({
      ...outgoingOff,
      lastTest: { outgoing: { result: 'failure', step, class: 'policy', finding: 'MC534' } },
    });
  });

  test('is taken, and From arrives as another one', async () => {
    const met = await sendingAs('admin', servers.ports.smtpRewriting);
    expect({ exit: met.code, codes: met.codes }).toEqual({ exit: 0, codes: ['MC706'] });
    expect(met.said).toContain(
      'The message was sent with From support@example.com and arrived with From admin@example.com',
    );
    expect(met.record).toMatchObject({ lastTest: { outgoing: { result: 'success' } } });
  });

  test('is not what the mailbox’s own login is: nothing is refused, and From stays', async () => {
    const met = await sendingAs('support', servers.ports.submission);
    expect({ exit: met.code, codes: met.codes, err: met.err }).toEqual({ exit: 0, codes: [], err: '' });
    expect(met.evidence).toContain('"arrivedFrom": "support@example.com"');
  });
});
