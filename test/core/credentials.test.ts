// What a direction logs in with and where: one record, one value changed at a time.

import { describe, expect, test } from 'vitest';
import { planMailbox } from '../../src/core/delivery/plan.ts';
import { effectiveProfile } from '../../src/core/records/profile-defaults.ts';
import type { Change } from '../../src/core/rules/example.ts';
import { recordsWith } from './records-of.ts';

const application = {
  exchangeOnlineTenantId: '11111111-2222-3333-4444-555555555555',
  oauthClientId: '66666666-7777-8888-9999-000000000000',
  oauthClientSecret: { env: 'CLIENT_SECRET' },
};
const online = {
  ...application,
  serverType: 'exchange-online',
  incomingCredentialRetrieval: 'azure-ad-oauth',
};
const server = {
  serverType: 'exchange-server',
  incomingServerLocation: 'https://mail.example.com/EWS/Exchange.asmx',
  outgoingServerLocation: 'https://mail.example.com/EWS/Exchange.asmx',
  incomingUseImpersonation: true,
};

describe('Exchange Online', () => {
  test('is looked at through Microsoft Graph, with the application’s token', () => {
    const request = outgoing({ profiles: { contoso: online } });
    expect(request).toMatchObject({
      protocol: 'graph',
      host: 'graph.microsoft.com',
      port: 443,
      url: 'https://graph.microsoft.com/v1.0',
      credentials: {
        kind: 'bearer',
        token: {
          url: 'https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555/oauth2/v2.0/token',
          scope: 'https://graph.microsoft.com/.default',
          grant: { kind: 'client-credentials' },
        },
      },
    });
  });

  test.each([
    ['us-government-high', 'https://graph.microsoft.us/v1.0', 'https://login.microsoftonline.us/'],
    ['china', 'https://microsoftgraph.chinacloudapi.cn/v1.0', 'https://login.chinacloudapi.cn/'],
  ])('in the cloud %s', (cloud, url, authority) => {
    const request = outgoing({ profiles: { contoso: online }, environment: { cloud } });
    expect(request?.url).toBe(url);
    expect(request?.credentials).toMatchObject({ token: { url: expect.stringContaining(authority) } });
  });

  test('addresses of one’s own go before the cloud’s', () => {
    const endpoints = { graph: 'https://127.0.0.1:8443/v1.0/', microsoftAuthority: 'http://127.0.0.1:8080' };
    const request = outgoing({ profiles: { contoso: online }, environment: { endpoints } });
    expect(request).toMatchObject({ host: '127.0.0.1', port: 8443, url: 'https://127.0.0.1:8443/v1.0' });
    expect(request?.credentials).toMatchObject({
      token: { url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:8080\/1{8}-/) },
    });
  });

  test('many mailboxes of one profile ask for one token', () => {
    const { requests } = planned({ profiles: { contoso: online } });
    const keys = requests.flatMap(({ credentials }) =>
      credentials?.kind === 'bearer' ? [credentials.token.key] : [],
    );
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
  });
});

describe('Exchange Server', () => {
  test('is looked at through EWS, with the profile’s password, acting for the mailbox', () => {
    expect(outgoing({ profiles: { contoso: server } })).toMatchObject({
      protocol: 'ews',
      host: 'mail.example.com',
      port: 443,
      tls: 'implicit',
      url: 'https://mail.example.com/EWS/Exchange.asmx',
      httpSchemes: ['negotiate', 'ntlm', 'basic'],
      credentials: { kind: 'password' },
    });
  });

  test.each([
    ['a host name alone', 'mail.example.com', 'https://mail.example.com/EWS/Exchange.asmx'],
    ['a port of its own', 'https://mail.example.com:8443/ews', 'https://mail.example.com:8443/ews'],
  ])('%s', (_, location, url) => {
    expect(outgoing({ profiles: { contoso: { ...server, outgoingServerLocation: location } } })?.url).toBe(
      url,
    );
  });

  test('with Autodiscover begins at the domain of the address', () => {
    const request = outgoing({ profiles: { contoso: { ...server, useAutoDiscover: true } } });
    expect(request).toMatchObject({ protocol: 'ews', host: 'example.com' });
    expect(request?.url).toBeUndefined();
    expect(request?.recordedHosts).toContain('mail.example.com');
  });

  test.each([
    ['exchange-server', undefined],
    ['exchange-hybrid', undefined],
    ['exchange-online-hybrid', 'https://outlook.office365.com'],
  ])('%s: Exchange Online is told the address only by profiles that reach into it', (serverType, asked) => {
    const profile = { ...server, serverType, useAutoDiscover: true, incomingCredentialRetrieval: 'profile' };
    const own = { ...profile, incomingUserName: 'CONTOSO\\svc', incomingPassword: { env: 'X' } };
    expect(outgoing({ profiles: { contoso: own } })?.exchangeOnline).toBe(asked);
  });

  test.each([
    [undefined, undefined],
    ['2007-sp1', 'Exchange2007_SP1'],
    ['2013', 'Exchange2013'],
  ])('of version %s is spoken to as %s', (exchangeVersion, version) => {
    const profile = exchangeVersion === undefined ? server : { ...server, exchangeVersion };
    expect(outgoing({ profiles: { contoso: profile } })?.exchangeVersion).toBe(version);
  });

  test('and the place where Autodiscover is asked may be named, which is then allowed too', () => {
    const autodiscover = 'https://discover.contoso.example';
    const change = {
      environment: { endpoints: { autodiscover } },
      profiles: { contoso: { ...server, useAutoDiscover: true } },
    };
    const request = outgoing(change);
    expect(request?.autodiscover).toBe(autodiscover);
    expect(request?.recordedHosts).toContain('discover.contoso.example');
  });

  test('with Hybrid Modern Authentication asks for a token of that server', () => {
    const modern = { ...server, ...application, incomingCredentialRetrieval: 'exchange-hybrid-modern-auth' };
    expect(outgoing({ profiles: { contoso: modern } })).toMatchObject({
      httpSchemes: ['bearer'],
      credentials: { kind: 'bearer', token: { scope: 'https://mail.example.com/.default' } },
    });
  });
});

describe('IMAP/SMTP', () => {
  const gmail = {
    serverType: 'imap-smtp',
    incomingCredentialRetrieval: 'gmail-oauth',
    oauthClientId: 'client.apps.googleusercontent.com',
  };

  test('Gmail with a refresh token of the mailbox', () => {
    const change = {
      profiles: { contoso: gmail },
      mailboxes: { admin: { oauthRefreshToken: { env: 'ADMIN_TOKEN' } } },
    };
    expect(outgoing(change)?.credentials).toMatchObject({
      kind: 'bearer',
      user: 'admin@example.com',
      token: { url: 'https://oauth2.googleapis.com/token', grant: { kind: 'refresh-token' } },
    });
  });

  test('Gmail with a service account, for each mailbox a token of its own', () => {
    const change = { profiles: { contoso: { ...gmail, oauthServiceAccount: { file: 'key.json' } } } };
    expect(outgoing(change)?.credentials).toMatchObject({
      token: {
        scope: 'https://mail.google.com/',
        grant: { kind: 'service-account', subject: 'admin@example.com' },
      },
    });
  });

  test('a user’s own token of Microsoft: the scope of SMTP, and that user expected', () => {
    const change = {
      profiles: { contoso: { serverType: 'imap-smtp', oauthClientId: application.oauthClientId } },
      mailboxes: { admin: { oauthRefreshToken: { env: 'ADMIN_TOKEN' } } },
    };
    expect(outgoing(change)?.credentials).toMatchObject({
      token: {
        url: 'https://login.microsoftonline.com/organizations/oauth2/v2.0/token',
        scope: 'https://outlook.office.com/SMTP.Send offline_access',
        expected: { user: 'admin@example.com', scopes: ['SMTP.Send'] },
      },
    });
  });
});

function outgoing(change: Change) {
  return planned(change).requests.find(({ direction }) => direction === 'outgoing');
}

function planned(change: Change) {
  const records = recordsWith(change);
  const mailbox = records.mailboxes.find(({ id }) => id === 'admin');
  if (mailbox === undefined) throw new Error('the world has no mailbox "admin"');
  const profile = records.profiles.find(({ id }) => id === mailbox.fields.profile);
  const effective = profile === undefined ? undefined : effectiveProfile(profile.fields);
  return planMailbox(
    { mailbox, profile, effective, environment: records.environment?.fields },
    { depth: 'login' },
  );
}
