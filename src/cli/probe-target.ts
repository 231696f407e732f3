// Knows how what was typed after `mailcheck probe` becomes a server to look at: scheme, host, port, TLS mode, path; what is
// assumed where something is left out, and what to type where nothing can be. May not contact anybody.

import { isIP } from 'node:net';
import type { SessionProtocol } from '../core/mail/protocol.ts';
import {
  defaultPort,
  tlsModeOfPort,
  type Protocol,
  type TlsMode,
  implicitPort,
} from '../core/mail/protocol.ts';
import { nearest } from '../core/records/suggest.ts';
import type { Language } from '../core/rules/rule.ts';
import { Unusable } from './exit.ts';
import { probeTargetWords as words } from './probe-target-words.ts';
import { safe } from './safe.ts';

export type ProbeTarget = {
  /** In full, as it may be typed again. */
  url: string;
  protocol: SessionProtocol;
  host: string;
  port: number;
  tls: TlsMode;
  /** https only. */
  path: string;
  /** The scheme was left out, and follows from the port or the host's name. */
  assumed: boolean;
};

type Scheme = { protocol: SessionProtocol; tls?: TlsMode };

/** RFC 8314 §3: a scheme that ends in "s" is TLS from the first byte. */
const schemes: Readonly<Record<string, Scheme>> = {
  smtp: { protocol: 'smtp' },
  smtps: { protocol: 'smtp', tls: 'implicit' },
  imap: { protocol: 'imap' },
  imaps: { protocol: 'imap', tls: 'implicit' },
  pop3: { protocol: 'pop3' },
  pop3s: { protocol: 'pop3', tls: 'implicit' },
  https: { protocol: 'https', tls: 'implicit' },
  ews: { protocol: 'https', tls: 'implicit' },
};

const exchangePath = '/EWS/Exchange.asmx';
const longestUrl = 2_000;

export function probeTarget(given: string, tls: TlsMode | undefined, language: Language): ProbeTarget {
  const said = words[language];
  const parts = /^(?:([a-z][a-z0-9+.-]*):\/\/)?([^/?#]*)([/?][^#]*)?(?:#.*)?$/i.exec(given);
  const [, typedScheme, authority = '', path = ''] = parts ?? [];
  // First of all, and without quoting it: what stands before an "@" may be a password, one with a "/" in it even.
  if (given.includes('@'))
    throw new Unusable(
      typedScheme === undefined && !given.includes(':')
        ? said.address
        : said.credentials(typedScheme?.toLowerCase() ?? 'smtp'),
    );
  const shown = safe(given, 100);
  if (given.length > longestUrl || !/^[\x21-\x7e\u00a1-\uffff]+$/.test(given))
    throw new Unusable(said.notReadable(shown));

  const { host, port } = hostAndPort(authority, shown, language);
  const scheme = typedScheme?.toLowerCase() ?? assumedScheme(host, port);
  if (scheme === undefined) throw new Unusable(said.whichProtocol(host, port));
  const known = Object.hasOwn(schemes, scheme) ? schemes[scheme] : undefined;
  if (known === undefined) throw new Unusable(unknownScheme(scheme, authority, language));
  const { protocol } = known;
  if (protocol !== 'https' && path.replace(/^\/$/, '') !== '') throw new Unusable(said.noPath(scheme));
  return withMode(
    { scheme, ...known, host, port, path: pathOf(protocol, path), assumed: typedScheme === undefined },
    tls,
    language,
  );
}

type Understood = Scheme & {
  scheme: string;
  host: string;
  port: number | undefined;
  path: string;
  assumed: boolean;
};

function withMode(understood: Understood, asked: TlsMode | undefined, language: Language): ProbeTarget {
  const { scheme, protocol, host, path, assumed } = understood;
  if (understood.tls !== undefined && asked !== undefined && asked !== understood.tls)
    throw new Unusable(words[language].contradiction(scheme, asked));
  const chosen = understood.tls ?? asked;
  const port = understood.port ?? portFor(protocol, chosen);
  // Where nobody says otherwise, by the port; then STARTTLS, which is what these schemes mean everywhere.
  const tls = chosen ?? (protocol === 'https' ? 'implicit' : tlsModeOfPort(protocol, port)) ?? 'starttls';
  const name = isIP(host) === 6 ? `[${host}]` : host;
  return { url: `${scheme}://${name}:${port}${path}`, protocol, host, port, tls, path, assumed };
}

/** RFC 6409 §3.1 and RFC 8314 §3.3; POP3 and IMAP with STARTTLS keep the ports of clear text. */
function portFor(protocol: SessionProtocol, tls: TlsMode | undefined): number {
  if (tls === 'implicit' || protocol === 'https') return implicitPort[protocol];
  return protocol === 'smtp' ? defaultPort(protocol, true) : defaultPort(protocol, false);
}

function pathOf(protocol: SessionProtocol, path: string): string {
  if (protocol !== 'https') return '';
  if (path === '') return exchangePath;
  // What a request line cannot hold as it is (RFC 3986 §2.1).
  return encodeURI(path.startsWith('/') ? path : `/${path}`).replaceAll('%25', '%');
}

function hostAndPort(
  authority: string,
  shown: string,
  language: Language,
): { host: string; port: number | undefined } {
  const said = words[language];
  const [, literal, name, digits] = /^(?:\[([0-9a-f:.]+)\]|([^:[\]]+))(?::(\d*))?$/i.exec(authority) ?? [];
  const host = literal ?? name ?? '';
  const isName =
    /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}._-]*[\p{L}\p{N}\p{M}.])?$/u.test(host) && host.length <= 253;
  if (literal === undefined ? !isName : isIP(literal) !== 6) throw new Unusable(said.notReadable(shown));
  if (digits === undefined || digits === '') return { host, port: undefined };
  const port = Number(digits);
  if (port < 1 || port > 65_535) throw new Unusable(said.wrongPort(safe(digits, 20)));
  return { host, port };
}

/** IANA's ports; without a port the first label, as most providers name their hosts. */
function assumedScheme(host: string, port: number | undefined): string | undefined {
  if (port !== undefined) return schemeOfPort[port];
  const [label = ''] = host.toLowerCase().split('.', 1);
  return schemeOfLabel[label];
}

const schemeOfPort: Readonly<Record<number, string>> = {
  25: 'smtp',
  465: 'smtps',
  587: 'smtp',
  2525: 'smtp',
  110: 'pop3',
  995: 'pop3s',
  143: 'imap',
  993: 'imaps',
  443: 'https',
};
const schemeOfLabel: Readonly<Record<string, string>> = {
  smtp: 'smtp',
  'smtp-mail': 'smtp',
  imap: 'imaps',
  'imap-mail': 'imaps',
  pop: 'pop3s',
  pop3: 'pop3s',
  'pop-mail': 'pop3s',
};

function unknownScheme(scheme: string, authority: string, language: Language): string {
  const said = words[language];
  const place = safe(authority, 100);
  if (scheme === 'http') return said.onlyHttps(place);
  const meant = nearest(scheme, Object.keys(schemes)) ?? otherNames[scheme];
  return said.unknownScheme(safe(scheme, 40), meant === undefined ? undefined : `${meant}://${place}`);
}

const otherNames: Readonly<Record<string, string>> = {
  submission: 'smtp',
  submissions: 'smtps',
  pop: 'pop3',
  pops: 'pop3s',
};

/** A protocol that has a login here. */
export function hasLogin(protocol: SessionProtocol): protocol is Protocol {
  return protocol !== 'https';
}
