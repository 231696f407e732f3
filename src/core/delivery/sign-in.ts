// Knows how a person signs in for a mailbox, so that a refresh token can be kept for it: at whom, for which application, for
// what, and whose account it has to be. Plain data; names secrets, never contains one.

import { directions } from '../mail/protocol.ts';
import { effectiveProfile } from '../records/profile-defaults.ts';
import type { Entry } from '../records/records.ts';
import type { Environment } from '../records/site.ts';
import { isGoogleHost, missingKey, protocolOf, type MissingKey } from './credentials.ts';
import type { SecretRef } from './probe-request.ts';
import { googleScope, googleTokenEndpoint, microsoftEndpoint, microsoftScopes } from './token-request.ts';

export type SignIn = {
  authority: 'microsoft' | 'google';
  clientId: string;
  /** Without either: a public client (RFC 6749 §2.1). */
  secret?: SecretRef;
  certificate?: SecretRef;
  authorizationEndpoint: string;
  /** RFC 8628. Absent: this authority does not give access to mail that way. */
  deviceEndpoint?: string;
  tokenEndpoint: string;
  /** Space-separated. */
  scope: string;
  /** Whose account it has to be. */
  user: string;
};

export type SignInAsked =
  | { signIn: SignIn; missing?: undefined; because?: undefined }
  | { missing: MissingKey; because?: undefined }
  | { because: 'no-profile' | 'password'; missing?: undefined };

export function signInFor(
  mailbox: Entry<'mailboxes'>,
  profile: Entry<'profiles'> | undefined,
  environment: Environment | undefined,
): SignInAsked {
  if (profile === undefined) return { because: 'no-profile' };
  const authority = authorityOf(profile);
  if (authority === undefined) return { because: 'password' };
  const {
    oauthClientId: clientId,
    oauthClientSecret: secret,
    oauthCertificate: certificate,
  } = profile.fields;
  if (clientId === undefined) return { missing: missingKey(profile, 'oauthClientId') };
  const { userName, emailAddress } = mailbox.fields;
  const withSecret = secret === undefined ? {} : { secret };
  if (authority === 'google') {
    const { googleAuthorization, googleDeviceAuthorization: device } = environment?.endpoints ?? {};
    return {
      signIn: {
        authority,
        clientId,
        ...withSecret,
        authorizationEndpoint: googleAuthorization ?? 'https://accounts.google.com/o/oauth2/v2/auth',
        // https://developers.google.com/identity/protocols/oauth2/limited-input-device#allowedscopes: no mail among them.
        ...(device === undefined ? {} : { deviceEndpoint: device }),
        tokenEndpoint: googleTokenEndpoint(environment),
        scope: `${googleScope} openid email`,
        user: emailAddress ?? mailbox.id,
      },
    };
  }
  const tenant = profile.fields.exchangeOnlineTenantId;
  const endpoint = (name: string) => microsoftEndpoint(name, tenant, environment);
  return {
    signIn: {
      authority,
      clientId,
      ...(certificate === undefined ? withSecret : { certificate }),
      authorizationEndpoint: endpoint('authorize'),
      deviceEndpoint: endpoint('devicecode'),
      tokenEndpoint: endpoint('token'),
      scope: [...scopesOf(profile, environment), 'offline_access', 'openid', 'profile', 'email'].join(' '),
      user: userName ?? emailAddress ?? mailbox.id,
    },
  };
}

/** Undefined: the profile logs in with a password, or as nobody. */
function authorityOf(profile: Entry<'profiles'>): SignIn['authority'] | undefined {
  const effective = effectiveProfile(profile.fields);
  for (const direction of directions) {
    const { credentialRetrieval, host } = effective[direction];
    switch (credentialRetrieval) {
      case 'gmail-oauth':
        return 'google';
      case 'azure-ad-oauth':
      case 'exchange-hybrid-modern-auth':
      case 'server-to-server':
        return 'microsoft';
      // The user's own sign-in in place of a password, where the provider takes it.
      case 'user-or-queue':
        if (isGoogleHost(host)) return 'google';
        if (effective.exchange || /(?:^|\.)(?:office365\.(?:com|us)|outlook\.(?:com|cn))$/i.test(host ?? ''))
          return 'microsoft';
        break;
      case 'profile':
      case 'windows-integrated':
      case 'anonymous':
        break;
    }
  }
  return undefined;
}

/** All that the profile's two directions need; one consent for both. */
function scopesOf(profile: Entry<'profiles'>, environment: Environment | undefined): string[] {
  const effective = effectiveProfile(profile.fields);
  const scopes = directions.flatMap((direction) => {
    const side = effective[direction];
    const protocol = protocolOf(effective, side);
    return protocol === undefined ? [] : microsoftScopes(protocol, side.host, environment);
  });
  return [...new Set(scopes)];
}
