// Knows how an access token is asked for: which grant, at which address, for what, and what it then has to say of itself.
// Plain data from credentials.ts (core) to src/io/oauth. Names secrets, never contains one.

import type { ExpectedToken } from '../mail/token.ts';
import type { Direction, Protocol } from '../mail/protocol.ts';
import type { Environment } from '../records/site.ts';
import { cloudOf } from './clouds.ts';
import type { SecretRef } from './probe-request.ts';

export type TokenRequest = {
  /** Requests with the same key are one: asked once a run. */
  key: string;
  authority: 'microsoft' | 'google';
  /** The token endpoint. */
  url: string;
  grant: TokenGrant;
  /** Space-separated; absent: what was granted at the sign-in (refresh token). */
  scope?: string;
  expected: ExpectedToken;
  /** See TokenAsked. */
  standIn?: true;
};

export type TokenGrant =
  /** RFC 6749 §4.4, with a secret or a certificate's assertion (RFC 7523 §2.2). */
  | { kind: 'client-credentials'; clientId: string; secret: SecretRef }
  | { kind: 'client-certificate'; clientId: string; certificate: SecretRef }
  /** RFC 6749 §6; a public client has neither secret nor certificate. */
  | {
      kind: 'refresh-token';
      clientId: string;
      secret?: SecretRef;
      certificate?: SecretRef;
      refreshToken: SecretRef;
    }
  /** RFC 7523 §2.1 as Google has it: the key's own account acts for `subject`. */
  | { kind: 'service-account'; key: SecretRef; subject: string };

type MicrosoftTarget = {
  protocol: Protocol;
  /** Graph asks for other permissions to send than to read. Absent: either will do. */
  direction?: Direction | undefined;
  user: string;
  tenant: string | undefined;
  /** EWS: the Exchange Server's own host, which is the resource of its modern authentication. */
  host?: string;
  environment: Environment | undefined;
};

/** Microsoft identity platform, v2.0 endpoint: https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow */
export function microsoftToken(
  grant: TokenGrant,
  { protocol, direction, user, tenant, host, environment }: MicrosoftTarget,
): TokenRequest {
  const url = microsoftEndpoint('token', tenant, environment);
  const { resource, scopeHost } = resourceOf(protocol, host, environment);
  const scopes = delegated[protocol];
  const byUser = grant.kind === 'refresh-token';
  const clientId = 'clientId' in grant ? grant.clientId : undefined;
  const scope = byUser
    ? [...microsoftScopes(protocol, host, environment), 'offline_access'].join(' ')
    : `${resource}/.default`;
  return {
    key: JSON.stringify([url, scope, grant]),
    authority: 'microsoft',
    url,
    grant,
    scope,
    expected: {
      audiences: [...new Set([resource, scopeHost, ...(protocol === 'graph' ? [graphId] : [exchangeId])])],
      roles: byUser ? [] : applications[protocol],
      scopes: byUser ? (protocol === 'graph' && direction && graphScopes[direction]) || scopes : [],
      ...(tenant === undefined ? {} : { tenant }),
      ...(clientId === undefined ? {} : { clientId }),
      ...(byUser ? { user } : {}),
    },
  };
}

/** The identity platform's endpoint "authorize", "token" or "devicecode". A user may sign in where no tenant is recorded. */
export function microsoftEndpoint(
  name: string,
  tenant: string | undefined,
  environment: Environment | undefined,
): string {
  const authority = environment?.endpoints?.microsoftAuthority ?? cloudOf(environment).authority;
  return `${authority.replace(/\/$/, '')}/${encodeURIComponent(tenant ?? 'organizations')}/oauth2/v2.0/${name}`;
}

/** What a user has to allow for a protocol. */
export function microsoftScopes(
  protocol: Protocol,
  host: string | undefined,
  environment: Environment | undefined,
): string[] {
  const { scopeHost } = resourceOf(protocol, host, environment);
  return delegated[protocol].map((name) => `${scopeHost}/${name}`);
}

/** Delegated scopes of the mail protocols are those of outlook.office.com; the token's audience is the same service. */
function resourceOf(
  protocol: Protocol,
  host: string | undefined,
  environment: Environment | undefined,
): { resource: string; scopeHost: string } {
  const cloud = cloudOf(environment);
  if (protocol === 'graph') return { resource: cloud.graph, scopeHost: cloud.graph };
  const outlook = `https://${cloud.outlook}`;
  if (protocol !== 'ews') return { resource: outlook, scopeHost: `https://${cloud.scopes}` };
  const server = host === undefined ? outlook : `https://${host}`;
  return { resource: server, scopeHost: server };
}

/** Google's OAuth 2.0: one scope for SMTP, POP3 and IMAP. Its access tokens cannot be read, so nothing is expected of them. */
export function googleToken(
  grant: TokenGrant,
  user: string,
  environment: Environment | undefined,
): TokenRequest {
  const url = googleTokenEndpoint(environment);
  return {
    key: JSON.stringify([url, grant]),
    authority: 'google',
    url,
    grant,
    ...(grant.kind === 'service-account' ? { scope: googleScope } : {}),
    expected: { audiences: [], roles: [], scopes: [googleScope], user },
  };
}

export function googleTokenEndpoint(environment: Environment | undefined): string {
  return environment?.endpoints?.googleToken ?? 'https://oauth2.googleapis.com/token';
}

/** SMTP, POP3 and IMAP alike: https://developers.google.com/workspace/gmail/imap/xoauth2-protocol */
export const googleScope = 'https://mail.google.com/';

/** Well-known application ids, which stand in a token's audience in place of the address. */
const graphId = '00000003-0000-0000-c000-000000000000';
const exchangeId = '00000002-0000-0ff1-ce00-000000000000';

/** What a user allows: https://learn.microsoft.com/exchange/client-developer/legacy-protocols/how-to-authenticate-an-imap-pop-smtp-application-by-using-oauth */
const delegated: Record<Protocol, readonly string[]> = {
  smtp: ['SMTP.Send'],
  pop3: ['POP.AccessAsUser.All'],
  imap: ['IMAP.AccessAsUser.All'],
  graph: ['Mail.ReadWrite', 'Mail.Send'],
  ews: ['EWS.AccessAsUser.All'],
};
/** To delegates' mailboxes as well: https://learn.microsoft.com/graph/permissions-reference */
const graphScopes: Record<Direction, readonly string[]> = {
  incoming: ['Mail.ReadWrite', 'Mail.Read', 'Mail.ReadWrite.Shared', 'Mail.Read.Shared'],
  outgoing: ['Mail.Send', 'Mail.Send.Shared'],
};
/**
 * Nothing for Graph: Exchange itself may have given the permission (RBAC for Applications), and no token names that one, so
 * its lack proves nothing: https://learn.microsoft.com/exchange/permissions-exo/application-rbac
 */
const applications: Record<Protocol, readonly string[]> = {
  smtp: ['SMTP.SendAsApp', 'Mail.Send'],
  pop3: ['POP.AccessAsApp'],
  imap: ['IMAP.AccessAsApp'],
  graph: [],
  ews: ['full_access_as_app'],
};
