// Knows the protocols' names and registered ports. Data only.

export const protocols = ['smtp', 'pop3', 'imap', 'ews', 'graph'] as const;
/** ews: Exchange Web Services. graph: the Microsoft Graph API. Both are spoken over HTTPS. */
export type Protocol = (typeof protocols)[number];
/** What a session speaks. https: an address that was looked at without knowing what answers there (`mailcheck probe`). */
export type SessionProtocol = Protocol | 'https';
export type HttpProtocol = 'ews' | 'graph' | 'https';
/** Spoken in lines, each with a TLS mode and ports of its own. */
export type LineProtocol = Exclude<SessionProtocol, HttpProtocol>;

export function isHttp(protocol: SessionProtocol): protocol is HttpProtocol {
  return protocol === 'ews' || protocol === 'graph' || protocol === 'https';
}

export const directions = ['incoming', 'outgoing'] as const;
/** As the platform counts: "outgoing" is mail that Dataverse sends, "incoming" mail that it fetches. */
export type Direction = (typeof directions)[number];

/** implicit: TLS from the first byte (RFC 8314 §3). starttls: STARTTLS/STLS (RFC 3207, RFC 2595). none: clear text. */
export const tlsModes = ['implicit', 'starttls', 'none'] as const;
export type TlsMode = (typeof tlsModes)[number];

/** The TLS mode that a registered port implies (IANA service names; RFC 8314 §3.3 for 465). Other ports: undefined. */
export function tlsModeOfPort(protocol: SessionProtocol, port: number): TlsMode | undefined {
  return isHttp(protocol) ? undefined : registered[protocol][port];
}

/** A port of a host, and how TLS begins there. */
export type ProtectedPort = { port: number; tls: Exclude<TlsMode, 'none'> };
export type StandardPorts = Record<LineProtocol, readonly ProtectedPort[]>;

/**
 * Where a protocol is looked for on a host whose recorded port does not work; the better one first (RFC 6409 §3.1,
 * RFC 8314 §3.3 and §7.3, RFC 2595 §7). Port 25 is for mail between servers: a hint that the host is there, and no more.
 */
export const standardPorts: StandardPorts = {
  smtp: [
    { port: 587, tls: 'starttls' },
    { port: 465, tls: 'implicit' },
    { port: 25, tls: 'starttls' },
  ],
  pop3: [
    { port: 995, tls: 'implicit' },
    { port: 110, tls: 'starttls' },
  ],
  imap: [
    { port: 993, tls: 'implicit' },
    { port: 143, tls: 'starttls' },
  ],
};

/** Ports with TLS from the first byte, and with STARTTLS (RFC 8314 §3, RFC 6409 §3.1, RFC 2595). */
export const implicitPort: Record<SessionProtocol, number> = {
  smtp: 465,
  pop3: 995,
  imap: 993,
  ews: 443,
  graph: 443,
  https: 443,
};
export const startTlsPort: Record<SessionProtocol, number> = {
  smtp: 587,
  pop3: 110,
  imap: 143,
  ews: 443,
  graph: 443,
  https: 443,
};

/** The port the platform fills in for a protocol when the profile's form leaves it empty. */
export function defaultPort(protocol: Protocol, encrypted: boolean): number {
  switch (protocol) {
    case 'smtp':
      return encrypted ? 587 : 25;
    case 'pop3':
      return encrypted ? 995 : 110;
    case 'imap':
      return encrypted ? 993 : 143;
    case 'ews':
    case 'graph':
      return encrypted ? 443 : 80;
  }
}

const registered: Record<LineProtocol, Record<number, TlsMode>> = {
  smtp: { 25: 'starttls', 465: 'implicit', 587: 'starttls', 2525: 'starttls' },
  pop3: { 110: 'starttls', 995: 'implicit' },
  imap: { 143: 'starttls', 993: 'implicit' },
};
