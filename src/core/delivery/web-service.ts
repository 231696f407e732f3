// Knows where the web service of an Exchange profile is, and which HTTP authentication may be used there. Pure.

import type { EwsVersion } from '../mail/ews-request.ts';
import type { Direction } from '../mail/protocol.ts';
import type { Profile } from '../records/profile.ts';
import { exchangeOnlineAddress, graphAddress } from './clouds.ts';
import type { LoginFacts } from './credentials.ts';
import type { HttpScheme, ProbeRequest } from './probe-request.ts';

type Service = Pick<
  ProbeRequest,
  | 'host'
  | 'port'
  | 'tls'
  | 'url'
  | 'exchangeOnline'
  | 'autodiscover'
  | 'recordedHosts'
  | 'exchangeVersion'
  | 'httpSchemes'
  | 'impersonate'
>;

/** Where Exchange Server answers EWS, unless somebody moved it. */
const ewsPath = '/EWS/Exchange.asmx';

/** Exchange Web Services of the recorded location (or to be found by Autodiscover), Microsoft Graph for Exchange Online. */
export function serviceOf(
  facts: LoginFacts,
  direction: Direction,
): Service | 'location-not-recorded' | 'server-location-invalid' {
  const { mailbox, profile, side, protocol, environment } = facts;
  if (protocol === 'graph') return placeOf(new URL(graphAddress(environment)));
  const more = {
    httpSchemes: schemesOf(facts),
    impersonate: profile.fields[`${direction}UseImpersonation`] === true || usesApplication(facts),
    ...(profile.fields.exchangeVersion === undefined
      ? {}
      : { exchangeVersion: versions[profile.fields.exchangeVersion] }),
  };
  if (profile.fields.useAutoDiscover === true) {
    const domain = mailbox.fields.emailAddress?.split('@').at(-1);
    if (domain === undefined) return 'location-not-recorded';
    return { host: domain, port: 443, tls: 'implicit', ...discoveryOf(facts), ...more };
  }
  if (side.host === undefined) return 'location-not-recorded';
  const url = addressOf(side.host);
  return url === undefined ? 'server-location-invalid' : { ...placeOf(url), ...more };
}

/** Where Autodiscover is asked besides the domain's own places, and where it may lead. */
function discoveryOf({ profile, environment }: LoginFacts): Partial<Service> {
  const { serverType, defaultServerLocation, incomingServerLocation, outgoingServerLocation } =
    profile.fields;
  const autodiscover = environment?.endpoints?.autodiscover;
  // The address of somebody whose mail is elsewhere is none of Exchange Online's business.
  const inExchangeOnline = serverType === 'exchange-online-hybrid';
  const recorded = [
    defaultServerLocation,
    incomingServerLocation,
    outgoingServerLocation,
    autodiscover,
    environment?.endpoints?.exchangeOnline,
  ];
  return {
    ...(inExchangeOnline ? { exchangeOnline: exchangeOnlineAddress(environment) } : {}),
    ...(autodiscover === undefined ? {} : { autodiscover }),
    recordedHosts: recorded.flatMap((location) => {
      const url = location === undefined ? undefined : addressOf(location);
      return url === undefined ? [] : [placeOf(url).host];
    }),
  };
}

const versions: Record<NonNullable<Profile['exchangeVersion']>, EwsVersion> = {
  '2007': 'Exchange2007',
  '2007-sp1': 'Exchange2007_SP1',
  '2010': 'Exchange2010',
  '2010-sp1': 'Exchange2010_SP1',
  '2010-sp2': 'Exchange2010_SP2',
  '2013': 'Exchange2013',
};

/** A host name alone stands for its usual address. */
function addressOf(location: string): URL | undefined {
  const written = /^https?:\/\//i.test(location) ? location : `https://${location}`;
  if (!URL.canParse(written)) return undefined;
  const url = new URL(written);
  if (url.username !== '' || url.password !== '') return undefined;
  if (url.pathname === '/') url.pathname = ewsPath;
  return url;
}

function placeOf(url: URL): Pick<Service, 'host' | 'port' | 'tls' | 'url'> {
  const encrypted = url.protocol === 'https:';
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (encrypted ? 443 : 80) : Number(url.port),
    tls: encrypted ? 'implicit' : 'none',
    url: url.href,
  };
}

/** An application's token is nobody's own: it acts for the mailbox. */
function usesApplication({ mailbox, side }: LoginFacts): boolean {
  return (
    mailbox.fields.oauthRefreshToken === undefined &&
    ['azure-ad-oauth', 'server-to-server', 'exchange-hybrid-modern-auth'].includes(side.credentialRetrieval)
  );
}

function schemesOf({ mailbox, side }: LoginFacts): readonly HttpScheme[] {
  const byPassword = side.credentialRetrieval === 'user-or-queue' || side.credentialRetrieval === 'profile';
  if (
    !byPassword ||
    (side.credentialRetrieval === 'user-or-queue' && mailbox.fields.oauthRefreshToken !== undefined)
  )
    return ['bearer'];
  switch (side.authenticationProtocol) {
    case 'basic':
      return ['basic'];
    case 'ntlm':
      return ['ntlm'];
    case 'negotiate':
      return ['negotiate', 'ntlm'];
    case 'auto-detect':
    case 'oauth':
      return ['negotiate', 'ntlm', 'basic'];
  }
}
