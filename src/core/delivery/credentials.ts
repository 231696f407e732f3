// Knows what a direction of a mailbox logs in with, from its record and its profile's: a password, or an access token and how
// to ask for it. Plain data; names secrets, never contains one.

import type { Direction, Protocol } from '../mail/protocol.ts';
import type { EffectiveDirection, EffectiveProfile } from '../records/profile-defaults.ts';
import type { Entry } from '../records/records.ts';
import type { Environment } from '../records/site.ts';
import type { Where } from '../records/where.ts';
import type { Credentials, SecretRef } from './probe-request.ts';
import { googleToken, microsoftToken } from './token-request.ts';

/** The key that a record lacks, and the record's place. */
export type MissingKey = { kind: 'mailboxes' | 'profiles'; id: string; key: string; where: Where };

export type LoginFacts = {
  mailbox: Entry<'mailboxes'>;
  profile: Entry<'profiles'>;
  side: EffectiveDirection;
  protocol: Protocol;
  /** Absent: it does not matter which. */
  direction?: Direction;
  environment: Environment | undefined;
};

type Found = { credentials: Credentials; missing?: undefined } | { missing: MissingKey };

/** How a direction is spoken to: over HTTPS where the profile is one of the Exchange types. */
export function protocolOf({ serverType }: EffectiveProfile, side: EffectiveDirection): Protocol | undefined {
  if (side.protocol !== undefined || serverType === undefined) return side.protocol;
  return serverType === 'exchange-online' ? 'graph' : 'ews';
}

/**
 * Whether a login of this kind can be tried from here at all. Server to server is Dataverse's own way into its tenant's
 * Exchange Online; from here an app registration of one's own has to stand in for it.
 */
export function canLogIn(profile: Entry<'profiles'>, side: EffectiveDirection): boolean {
  switch (side.credentialRetrieval) {
    case 'anonymous':
    case 'windows-integrated':
      return false;
    case 'server-to-server':
      return profile.fields.oauthClientId !== undefined;
    case 'user-or-queue':
    case 'profile':
      // Microsoft Graph takes tokens alone.
      return profile.fields.serverType !== 'exchange-online';
    // Google's tokens are for Google's mail servers, and an Exchange Server's for itself.
    case 'gmail-oauth':
      return side.protocol !== undefined;
    case 'exchange-hybrid-modern-auth':
      return side.protocol === undefined && profile.fields.serverType !== 'exchange-online';
    case 'azure-ad-oauth':
      return true;
  }
}

/** What to log in with, or the first key that has to be added for it. Never "log in as nobody". */
export function credentialsFor(facts: LoginFacts): Found {
  const { mailbox, profile, side } = facts;
  switch (side.credentialRetrieval) {
    case 'gmail-oauth':
      return google(facts);
    case 'server-to-server':
      return standingIn(microsoft(facts));
    case 'azure-ad-oauth':
    case 'exchange-hybrid-modern-auth':
      return microsoft(facts);
    case 'profile':
      return password(
        profile,
        side.userName,
        `${side.credentialsOf}UserName`,
        side.password,
        `${side.credentialsOf}Password`,
      );
    case 'user-or-queue':
    case 'windows-integrated':
    case 'anonymous': {
      // A mailbox that somebody signed in for: its user's own token, of the provider that the host belongs to.
      if (mailbox.fields.oauthRefreshToken !== undefined)
        return isGoogleHost(side.host) ? google(facts) : microsoft(facts);
      const { userName, emailAddress, password: kept } = mailbox.fields;
      return password(mailbox, userName ?? emailAddress ?? undefined, 'userName', kept, 'password');
    }
  }
}

function password(
  record: Entry<'mailboxes'> | Entry<'profiles'>,
  user: string | undefined,
  userKey: string,
  kept: SecretRef | undefined,
  passwordKey: string,
): Found {
  if (user === undefined) return { missing: missingKey(record, userKey) };
  if (kept === undefined) return { missing: missingKey(record, passwordKey) };
  return { credentials: { kind: 'password', user, password: kept } };
}

function google({ mailbox, profile, environment }: LoginFacts): Found {
  const { oauthClientId: clientId, oauthClientSecret: secret, oauthServiceAccount: key } = profile.fields;
  const user = mailbox.fields.emailAddress ?? mailbox.id;
  if (key !== undefined)
    return bearer(user, googleToken({ kind: 'service-account', key, subject: user }, user, environment));
  const refreshToken = mailbox.fields.oauthRefreshToken;
  if (clientId === undefined) return { missing: missingKey(profile, 'oauthClientId') };
  if (refreshToken === undefined) return { missing: missingKey(mailbox, 'oauthRefreshToken') };
  const grant = {
    kind: 'refresh-token' as const,
    clientId,
    refreshToken,
    ...(secret === undefined ? {} : { secret }),
  };
  return bearer(user, googleToken(grant, user, environment));
}

/** The sign-in of the mailbox's own user first: it was made for this mailbox; else the application's certificate or secret. */
function microsoft({ mailbox, profile, side, protocol, direction, environment }: LoginFacts): Found {
  const { oauthClientId: clientId, oauthClientSecret, oauthCertificate: certificate } = profile.fields;
  const { exchangeOnlineTenantId: tenant } = profile.fields;
  const user = mailbox.fields.userName ?? mailbox.fields.emailAddress ?? mailbox.id;
  if (clientId === undefined) return { missing: missingKey(profile, 'oauthClientId') };
  const target = {
    protocol,
    direction,
    user,
    tenant,
    environment,
    ...(protocol === 'ews' ? resourceHost(side.host) : {}),
  };
  const refreshToken = mailbox.fields.oauthRefreshToken;
  if (refreshToken !== undefined) {
    const proof =
      certificate !== undefined
        ? { certificate }
        : oauthClientSecret === undefined
          ? {}
          : { secret: oauthClientSecret };
    return bearer(user, microsoftToken({ kind: 'refresh-token', clientId, refreshToken, ...proof }, target));
  }
  if (tenant === undefined) return { missing: missingKey(profile, 'exchangeOnlineTenantId') };
  if (certificate !== undefined)
    return bearer(user, microsoftToken({ kind: 'client-certificate', clientId, certificate }, target));
  if (oauthClientSecret === undefined) return { missing: missingKey(profile, 'oauthClientSecret') };
  return bearer(
    user,
    microsoftToken({ kind: 'client-credentials', clientId, secret: oauthClientSecret }, target),
  );
}

/** Not the platform's own sign-in: what is refused to it is not refused to the platform. */
function standingIn(found: Found): Found {
  if (found.missing !== undefined || found.credentials.kind !== 'bearer') return found;
  const { credentials } = found;
  return { credentials: { ...credentials, token: { ...credentials.token, standIn: true } } };
}

function bearer(user: string, token: Extract<Credentials, { kind: 'bearer' }>['token']): Found {
  return { credentials: { kind: 'bearer', user, token } };
}

/** Modern authentication of an Exchange Server: its own host is the resource. */
function resourceHost(location: string | undefined): { host?: string } {
  const host = location?.replace(/^https?:\/\//i, '').replace(/[:/].*$/, '');
  return host === undefined || host === '' ? {} : { host };
}

export function isGoogleHost(host: string | undefined): boolean {
  return /(?:^|\.)(?:gmail|googlemail|google)\.com$/i.test(host ?? '');
}

export function missingKey(record: Entry<'mailboxes'> | Entry<'profiles'>, key: string): MissingKey {
  return { kind: record.kind, id: record.id, key, where: record.where([key]) };
}
