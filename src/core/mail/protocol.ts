// Knows the protocols' names and registered ports. Data only.

export const protocols = ['smtp', 'pop3', 'imap'] as const;
export type Protocol = (typeof protocols)[number];

export const directions = ['incoming', 'outgoing'] as const;
/** As the platform counts: "outgoing" is mail that Dataverse sends, "incoming" mail that it fetches. */
export type Direction = (typeof directions)[number];

/** implicit: TLS from the first byte (RFC 8314 §3). starttls: STARTTLS/STLS (RFC 3207, RFC 2595). none: clear text. */
export const tlsModes = ['implicit', 'starttls', 'none'] as const;
export type TlsMode = (typeof tlsModes)[number];

/** The TLS mode that a registered port implies (IANA service names; RFC 8314 §3.3 for 465). Other ports: undefined. */
export function tlsModeOfPort(protocol: Protocol, port: number): TlsMode | undefined {
  return registered[protocol][port];
}

/** The port the platform fills in for a protocol when the profile's form leaves it empty. */
export function defaultPort(protocol: Protocol, encrypted: boolean): number {
  switch (protocol) {
    case 'smtp':
      return encrypted ? 587 : 25;
    case 'pop3':
      return encrypted ? 995 : 110;
    case 'imap':
      return encrypted ? 993 : 143;
  }
}

const registered: Record<Protocol, Record<number, TlsMode>> = {
  smtp: { 25: 'starttls', 465: 'implicit', 587: 'starttls', 2525: 'starttls' },
  pop3: { 110: 'starttls', 995: 'implicit' },
  imap: { 143: 'starttls', 993: 'implicit' },
};
