// Knows what a server profile means once the platform has filled in what was left empty:
// protocol, host, port, TLS mode and credential source of each direction. Pure.

import type { Direction, LineProtocol, TlsMode } from '../mail/protocol.ts';
import { defaultPort, tlsModeOfPort } from '../mail/protocol.ts';
import { once } from './look-up.ts';
import type { Profile } from './profile.ts';

export type EffectiveDirection = {
  /** Undefined: spoken over HTTPS (the Exchange types, see plan.ts), or the type is not recorded. */
  protocol: LineProtocol | undefined;
  host: string | undefined;
  port: number | undefined;
  tls: TlsMode;
  encrypted: boolean;
  credentialRetrieval: NonNullable<Profile['incomingCredentialRetrieval']>;
  authenticationProtocol: NonNullable<Profile['incomingAuthenticationProtocol']>;
  userName: string | undefined;
  password: Profile['incomingPassword'];
  /** A password is known to be set, here or on the platform. */
  passwordSet: boolean | undefined;
  /** Whose user name, password and retrieval these are: the incoming ones serve both directions by default. */
  credentialsOf: Direction;
};

export type EffectiveProfile = {
  /** Undefined: not recorded. The platform has no default for it, so none is guessed. */
  serverType: Profile['serverType'];
  /** One of the Exchange types; false also where the type is not recorded. */
  exchange: boolean;
  maxConcurrentConnections: number;
  useSameSettingsForOutgoingConnections: boolean;
  incoming: EffectiveDirection;
  outgoing: EffectiveDirection;
};

/**
 * The profile as the platform would use it. "Use the same settings for outgoing" (default yes) is about credentials:
 * the outgoing user name, password and retrieval are then the incoming ones.
 */
export const effectiveProfile = once((profile: Profile): EffectiveProfile => {
  const { serverType } = profile;
  const same = profile.useSameSettingsForOutgoingConnections ?? true;
  return {
    serverType,
    exchange: serverType !== undefined && serverType !== 'pop3-smtp' && serverType !== 'imap-smtp',
    // The form's default; "per mailbox or per profile, wherever the credentials are" is for plan.ts.
    maxConcurrentConnections: profile.maxConcurrentConnections ?? 10,
    useSameSettingsForOutgoingConnections: same,
    incoming: direction(profile, 'incoming', 'incoming'),
    outgoing: direction(profile, 'outgoing', same ? 'incoming' : 'outgoing'),
  };
});

function protocolOf(serverType: Profile['serverType'], direction: Direction): LineProtocol | undefined {
  if (serverType === 'pop3-smtp') return direction === 'incoming' ? 'pop3' : 'smtp';
  if (serverType === 'imap-smtp') return direction === 'incoming' ? 'imap' : 'smtp';
  return undefined;
}

function direction(profile: Profile, side: Direction, credentialsOf: Direction): EffectiveDirection {
  const protocol = protocolOf(profile.serverType, side);
  // "Use SSL" is the platform's field and on by default; the TLS word is ours and says more.
  const encrypted = profile[`${side}UseSsl`] ?? profile[`${side}Tls`] !== 'none';
  const port =
    profile[`${side}PortNumber`] ?? (protocol === undefined ? undefined : defaultPort(protocol, encrypted));
  const password = profile[`${credentialsOf}Password`];
  return {
    protocol,
    host: profile[`${side}ServerLocation`] ?? profile.defaultServerLocation,
    port,
    encrypted,
    tls: profile[`${side}Tls`] ?? (encrypted ? tlsModeThatFits(protocol, port) : 'none'),
    credentialRetrieval:
      profile[`${credentialsOf}CredentialRetrieval`] ??
      // The profile that every online environment has for its own tenant authenticates server to server.
      (profile.serverType === 'exchange-online' ? 'server-to-server' : 'user-or-queue'),
    authenticationProtocol:
      profile[`${side}AuthenticationProtocol`] ??
      profile[`${credentialsOf}AuthenticationProtocol`] ??
      'auto-detect',
    userName: profile[`${credentialsOf}UserName`],
    password,
    passwordSet:
      password === undefined
        ? profile[credentialsOf === 'incoming' ? 'isIncomingPasswordSet' : 'isOutgoingPasswordSet']
        : true,
    credentialsOf,
  };
}

/** On ports of one's own choice: SMTP submission upgrades (RFC 6409 with RFC 3207), POP3 and IMAP "with SSL" mean TLS at once. */
function tlsModeThatFits(protocol: LineProtocol | undefined, port: number | undefined): TlsMode {
  if (protocol === undefined || port === undefined) return 'implicit';
  return tlsModeOfPort(protocol, port) ?? (protocol === 'smtp' ? 'starttls' : 'implicit');
}
