// What is looked at live, and what is left out and why. Nothing is contacted that is not in this list.

import { describe, expect, test } from 'vitest';
import { plan, planMailbox, type SkipReason } from '../../src/core/delivery/plan.ts';
import { resolve } from '../../src/core/delivery/path.ts';
import type { Depth } from '../../src/core/delivery/probe-request.ts';
import { effectiveProfile } from '../../src/core/records/profile-defaults.ts';
import type { Change } from '../../src/core/rules/example.ts';
import { recordsWith } from './records-of.ts';

describe('test-mailbox', () => {
  test('asks for both directions of the healthy mailbox, with the ports and TLS modes of its profile', () => {
    expect(planned()).toEqual({
      requests: [
        {
          id: 'admin:incoming',
          mailbox: 'admin',
          address: 'admin@example.com',
          direction: 'incoming',
          protocol: 'pop3',
          host: 'pop.example.com',
          port: 995,
          tls: 'implicit',
          depth: 'send',
          credentials: {
            kind: 'password',
            user: 'admin@example.com',
            password: { env: 'ADMIN_PASSWORD' },
          },
          allowClearTextCredentials: false,
          maxConcurrentConnections: 10,
          concurrencyKey: 'admin',
        },
        expect.objectContaining({
          id: 'admin:outgoing',
          protocol: 'smtp',
          host: 'smtp.example.com',
          port: 587,
          tls: 'starttls',
          depth: 'send',
        }),
      ],
      skipped: [],
    });
  });

  test("a user name of the mailbox's own goes before its address", () => {
    const { requests } = planned({ mailboxes: { admin: { userName: 'hanako' } } });
    expect(requests.map(({ credentials }) => credentials?.user)).toEqual(['hanako', 'hanako']);
  });

  test("the profile's credentials serve all its mailboxes, and its limit is then counted for the profile", () => {
    const { requests } = planned({
      profiles: {
        contoso: {
          incomingCredentialRetrieval: 'profile',
          incomingUserName: 'crm@example.com',
          incomingPassword: { file: 'secrets/crm' },
          maxConcurrentConnections: 3,
        },
      },
    });
    expect(requests).toHaveLength(2);
    for (const request of requests)
      expect(request).toMatchObject({
        credentials: { user: 'crm@example.com', password: { file: 'secrets/crm' } },
        concurrencyKey: 'contoso',
        maxConcurrentConnections: 3,
      });
  });

  test.each([
    ['smtp.office365.com', 3],
    ['smtp.example.com', 10],
  ])('never more connections to %s than it takes of one account: %i', (outgoingServerLocation, most) => {
    const { requests } = planned({ profiles: { contoso: { outgoingServerLocation } } });
    const outgoing = requests.find(({ direction }) => direction === 'outgoing');
    expect(outgoing?.maxConcurrentConnections).toBe(most);
  });

  test('outgoing credentials of its own are used where "same settings" is off', () => {
    const { requests } = planned({
      profiles: {
        contoso: {
          useSameSettingsForOutgoingConnections: false,
          outgoingCredentialRetrieval: 'profile',
          outgoingUserName: 'relay@example.com',
          outgoingPassword: { env: 'RELAY_PASSWORD' },
        },
      },
    });
    expect(requests.map(({ credentials, concurrencyKey }) => [credentials?.user, concurrencyKey])).toEqual([
      ['admin@example.com', 'admin'],
      ['relay@example.com', 'contoso'],
    ]);
  });

  test('where nothing can be sent, the receiving side does not wait for a message', () => {
    const { requests } = planned({ mailboxes: { admin: { outgoingEmailDeliveryMethod: 'none' } } });
    expect(requests.map(({ direction, depth }) => [direction, depth])).toEqual([['incoming', 'login']]);
  });

  test.each([
    [
      'outgoing method None',
      { mailboxes: { admin: { outgoingEmailDeliveryMethod: 'none' } } },
      'method-none',
    ],
    [
      'the retired client',
      { mailboxes: { admin: { outgoingEmailDeliveryMethod: 'outlook' } } },
      'method-outlook',
    ],
    [
      'no method on record',
      { mailboxes: { admin: { outgoingEmailDeliveryMethod: undefined } } },
      'method-not-recorded',
    ],
    ['no address on record', { mailboxes: { admin: { emailAddress: undefined } } }, 'address-not-recorded'],
    ['no profile', { mailboxes: { admin: { profile: null } } }, 'profile-none'],
    ['no profile on record', { mailboxes: { admin: { profile: undefined } } }, 'profile-not-recorded'],
    ['no server type', { profiles: { contoso: { serverType: undefined } } }, 'server-type-not-recorded'],
    ['Exchange', { profiles: { contoso: { serverType: 'exchange-online' } } }, 'not-supported'],
    [
      'Exchange Online, server to server without an application of one’s own',
      {
        profiles: {
          contoso: { serverType: 'exchange-online', incomingCredentialRetrieval: 'server-to-server' },
        },
      },
      'not-supported',
    ],
    [
      'Gmail with OAuth, and nobody signed in',
      {
        profiles: {
          contoso: {
            serverType: 'imap-smtp',
            incomingCredentialRetrieval: 'gmail-oauth',
            oauthClientId: 'client.apps.googleusercontent.com',
          },
        },
      },
      'no-credentials',
    ],
    [
      'Windows integrated authentication',
      { profiles: { contoso: { incomingCredentialRetrieval: 'windows-integrated' } } },
      'not-supported',
    ],
    ['anonymous', { profiles: { contoso: { incomingCredentialRetrieval: 'anonymous' } } }, 'not-supported'],
    [
      'no host',
      { profiles: { contoso: { outgoingServerLocation: undefined } } },
      'server-location-not-recorded',
    ],
    [
      'a URL for a host',
      { profiles: { contoso: { outgoingServerLocation: 'https://smtp.example.com' } } },
      'server-location-invalid',
    ],
    ['port 0', { profiles: { contoso: { outgoingPortNumber: 0 } } }, 'port-invalid'],
    ['port 65536', { profiles: { contoso: { outgoingPortNumber: 65_536 } } }, 'port-invalid'],
    [
      'a password that is set on the platform only',
      { mailboxes: { admin: { password: undefined, isPasswordSet: true } } },
      'no-credentials',
    ],
  ] satisfies [string, Change, SkipReason][])('%s: nothing is contacted', (_, change, because) => {
    const { requests, skipped } = planned(change);
    expect(requests.filter(({ direction }) => direction === 'outgoing')).toEqual([]);
    expect(skipped).toContainEqual(
      expect.objectContaining({ mailbox: 'admin', direction: 'outgoing', because }),
    );
  });

  test('missing credentials name the key to add, in the record that has to hold it', () => {
    const ofMailbox = planned({ mailboxes: { admin: { password: undefined } } }).skipped;
    expect(ofMailbox.map(({ add }) => [add?.kind, add?.id, add?.key])).toEqual([
      ['mailboxes', 'admin', 'password'],
      ['mailboxes', 'admin', 'password'],
    ]);
    const ofProfile = planned({
      profiles: { contoso: { incomingCredentialRetrieval: 'profile', isIncomingPasswordSet: true } },
    }).skipped;
    expect(ofProfile[1]?.add).toMatchObject({ kind: 'profiles', id: 'contoso', key: 'incomingUserName' });
  });

  test('a look that ends before the login needs and carries no secret', () => {
    const { requests } = planned({ mailboxes: { admin: { password: undefined } } }, 'connect');
    expect(requests).toHaveLength(2);
    for (const request of requests) expect(request).not.toHaveProperty('credentials');
    const gmail = { serverType: 'imap-smtp', incomingCredentialRetrieval: 'gmail-oauth' };
    expect(planned({ profiles: { contoso: gmail } }, 'connect').requests).toHaveLength(2);
  });
});

describe('diagnose', () => {
  const path = (change?: Change) =>
    resolve(recordsWith(change), { kind: 'email-confirmation', to: 'taro@example.com' });

  test("looks at the outgoing side of the sender's mailbox and at nothing else", () => {
    const { requests, skipped } = plan(path(), 'login');
    expect(requests.map(({ id, depth }) => [id, depth])).toEqual([['admin:outgoing', 'login']]);
    expect(skipped).toEqual([]);
  });

  test('stays with the records unless asked', () => {
    expect(plan(path(), 'records')).toEqual({ requests: [], skipped: [] });
  });

  test('a path that leads to no mailbox leaves nothing to look at, and says so', () => {
    const stopped = path({ processes: { confirmation: { sendEmailSteps: [{ from: 'owner' }] } } });
    expect(plan(stopped, 'login')).toEqual({
      requests: [],
      skipped: [{ direction: 'outgoing', because: 'mailbox-not-known' }],
    });
  });
});

describe('what the platform fills in', () => {
  const ports = (change: Record<string, unknown>) => {
    const { incoming, outgoing } = effectiveProfile({ serverType: 'pop3-smtp', ...change });
    return [incoming, outgoing].map(({ port, tls }) => `${port} ${tls}`);
  };

  test.each([
    [{}, ['995 implicit', '587 starttls']],
    [{ serverType: 'imap-smtp' }, ['993 implicit', '587 starttls']],
    [{ incomingUseSsl: false, outgoingUseSsl: false }, ['110 none', '25 none']],
    [{ incomingTls: 'none', outgoingTls: 'none' }, ['110 none', '25 none']],
    [{ incomingPortNumber: 110, outgoingPortNumber: 465 }, ['110 starttls', '465 implicit']],
    [{ incomingPortNumber: 10995, outgoingPortNumber: 10025 }, ['10995 implicit', '10025 starttls']],
  ] as const)('%j', (change, expected) => {
    expect(ports(change)).toEqual(expected);
  });

  test('a server type that is not recorded is not guessed', () => {
    const effective = effectiveProfile({ incomingServerLocation: 'pop.example.com' });
    expect([effective.serverType, effective.exchange, effective.incoming.protocol]).toEqual([
      undefined,
      false,
      undefined,
    ]);
  });
});

function planned(change: Change = {}, depth: Depth = 'send') {
  const records = recordsWith(change);
  const mailbox = records.mailboxes.find(({ id }) => id === 'admin');
  if (mailbox === undefined) throw new Error('the world has no mailbox "admin"');
  const profile = records.profiles.find(({ id }) => id === mailbox.fields.profile);
  const effective = profile === undefined ? undefined : effectiveProfile(profile.fields);
  return planMailbox({ mailbox, profile, effective, environment: undefined }, { depth });
}
