// Which server and login the records name: the very one that a look of theirs is planned for, whatever the profile's type.

import { describe, expect, test } from 'vitest';
import { sessionOfAnother } from '../../src/core/delivery/named-server.ts';
import { planMailbox } from '../../src/core/delivery/plan.ts';
import { mailboxFacts } from '../../src/core/rules/judge.ts';
import { sessionThat } from '../../src/core/rules/session-example.ts';
import { recordsWith } from './records-of.ts';

const oauthRefreshToken = { env: 'ADMIN_TOKEN' };
const oauthClientId = '66666666-7777-8888-9999-000000000000';
const exchange = { serverType: 'exchange-server', outgoingServerLocation: 'https://mail.example.com' };
const google = { serverType: 'imap-smtp', outgoingServerLocation: 'smtp.gmail.com', oauthClientId };

/** By profile and mailbox; the mailbox has a user name beside its address, so that it matters which is taken. */
const looks: [string, string, string, object, object?][] = [
  ['a password', 'smtp.example.com:587', 'hanako', {}],
  [
    'a password of the profile',
    'smtp.example.com:587',
    'service',
    {
      incomingCredentialRetrieval: 'profile',
      incomingUserName: 'service',
      incomingPassword: { env: 'SERVICE' },
    },
  ],
  ['an IPv6 address', '[2001:db8::25]:587', 'hanako', { outgoingServerLocation: '2001:db8::25' }],
  ['Google’s token', 'smtp.gmail.com:587', 'admin@example.com', google, { oauthRefreshToken }],
  [
    'Gmail OAuth',
    'smtp.gmail.com:587',
    'admin@example.com',
    { ...google, incomingCredentialRetrieval: 'gmail-oauth' },
    { oauthRefreshToken },
  ],
  ['Microsoft’s token', 'smtp.example.com:587', 'hanako', { oauthClientId }, { oauthRefreshToken }],
  ['Exchange Web Services', 'https://mail.example.com', 'hanako', exchange],
  [
    'Exchange Web Services elsewhere',
    'https://mail.example.com:8443',
    'hanako',
    { ...exchange, outgoingServerLocation: 'https://mail.example.com:8443/ews' },
  ],
  [
    'Microsoft Graph',
    'https://graph.microsoft.com',
    'hanako',
    { serverType: 'exchange-online', incomingCredentialRetrieval: 'azure-ad-oauth', oauthClientId },
    { oauthRefreshToken },
  ],
];

describe.each(looks)('%s', (_, server, user, profile, mailbox = {}) => {
  const records = recordsWith({
    profiles: { contoso: { ...profile } },
    mailboxes: { admin: { userName: 'hanako', ...mailbox } },
  });
  const entry = records.mailboxes.find(({ id }) => id === 'admin')!;
  const facts = mailboxFacts(entry, records, 'send', new Date());
  const { requests } = planMailbox(
    { ...facts, environment: records.environment?.fields },
    { depth: 'login', directions: ['outgoing'] },
  );
  const { protocol, host, port, tls, credentials } = requests[0]!;
  const seen = { protocol, host, port, tls, direction: 'outgoing' as const, user: credentials!.user };

  test('a look is of the server and login that the records name', () => {
    expect(sessionOfAnother(sessionThat({}, seen), entry, records)).toBeUndefined();
  });

  test('and one of another port or login is not', () => {
    expect(sessionOfAnother(sessionThat({}, { ...seen, port: 9 }), entry, records)).toMatchObject({
      of: 'server',
      now: server,
    });
    expect(sessionOfAnother(sessionThat({}, { ...seen, user: 'another' }), entry, records)).toEqual({
      of: 'user',
      name: 'another',
      now: user,
    });
  });
});

test('where Autodiscover finds the server, the records name none: any may be it', () => {
  const records = recordsWith({ profiles: { contoso: { ...exchange, useAutoDiscover: true } } });
  const entry = records.mailboxes.find(({ id }) => id === 'admin')!;
  const found = { protocol: 'ews', host: 'found.example.com', direction: 'outgoing' } as const;
  expect(sessionOfAnother(sessionThat({}, found), entry, records)).toBeUndefined();
});
