// Knows Autodiscover: where it is asked, how (POX and the JSON of version 2), and what its answers say of EWS. Pure.
// https://learn.microsoft.com/exchange/client-developer/exchange-web-services/autodiscover-for-exchange

import type { ProbeRequest } from '../delivery/probe-request.ts';
import { isTenantDomain } from './allowed-hosts.ts';
import { allOf, escapeXml, firstOf, textOf, type XmlElement } from './xml.ts';

export type AutodiscoverAnswer =
  /** The address of Exchange Web Services. */
  | { found: string }
  /** Ask again for this address, which stands for the mailbox elsewhere. */
  | { redirectAddress: string }
  /** Ask again there. */
  | { redirectUrl: string }
  /** The service knows no such mailbox, or no EWS for it. */
  | { error: { code: string; text: string } };

/** One place to ask, and the address to ask for: the mailbox's, or one that stands for it elsewhere. */
export type Place = { kind: 'pox' | 'json'; url: string; address: string };

const requestSchema = 'http://schemas.microsoft.com/exchange/autodiscover/outlook/requestschema/2006';
const responseSchema = 'http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a';
const path = '/autodiscover/autodiscover.xml';

type Known = Pick<ProbeRequest, 'exchangeOnline' | 'autodiscover'>;

/** In the order in which they are asked: Exchange Online where the profile reaches into it, then as clients do. */
export function placesFor(address: string, { exchangeOnline, autodiscover }: Known): Place[] {
  const domain = domainOf(address);
  const online: Place[] =
    exchangeOnline === undefined
      ? []
      : [{ kind: 'json', url: jsonAddress(exchangeOnline, address), address }];
  if (isTenantDomain(domain)) return online;
  const hosts = autodiscover ?? [`https://autodiscover.${domain}`, `https://${domain}`];
  const own = [hosts].flat().map((host): Place => ({
    kind: 'pox',
    url: `${withoutSlash(host)}${path}`,
    address,
  }));
  // An address may have a literal for a domain (RFC 5321 §4.1.3), which is no host name.
  return [...online, ...own].filter(({ url }) => URL.canParse(url));
}

/** Asked without TLS and without a credential, for nothing but a redirect. */
export function redirectAddress(address: string): string {
  return `http://autodiscover.${domainOf(address)}${path}`;
}

function jsonAddress(service: string, address: string): string {
  return `${withoutSlash(service)}/autodiscover/autodiscover.json/v1.0/${encodeURIComponent(address)}?Protocol=EWS`;
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}

function withoutSlash(address: string): string {
  return address.replace(/\/+$/, '');
}

/** https://learn.microsoft.com/exchange/client-developer/web-service-reference/autodiscover-request-pox */
export function poxRequest(address: string): string {
  return (
    '<?xml version="1.0" encoding="utf-8"?>\n' +
    `<Autodiscover xmlns="${requestSchema}"><Request><EMailAddress>${escapeXml(address)}</EMailAddress>` +
    `<AcceptableResponseSchema>${responseSchema}</AcceptableResponseSchema></Request></Autodiscover>`
  );
}

/** Undefined: XML, but no answer of Autodiscover. */
export function readPoxAnswer(root: XmlElement): AutodiscoverAnswer | undefined {
  if (root.name !== 'Autodiscover') return undefined;
  const account = firstOf(root, 'Account');
  if (account === undefined) {
    const error = firstOf(root, 'Error');
    return error === undefined
      ? undefined
      : { error: { code: textOf(error, 'ErrorCode') ?? '', text: textOf(error, 'Message') ?? '' } };
  }
  const other = textOf(account, 'RedirectAddr');
  if (other !== undefined) return { redirectAddress: other };
  const place = textOf(account, 'RedirectUrl');
  if (place !== undefined) return { redirectUrl: place };
  // EXPR is the address from outside, EXCH that from inside: the service connects from outside.
  for (const type of ['EXPR', 'EXCH', 'WEB'])
    for (const protocol of allOf(account, 'Protocol')) {
      const url = textOf(protocol, 'Type') === type ? textOf(protocol, 'EwsUrl') : undefined;
      if (url !== undefined) return { found: url };
    }
  return { error: { code: '', text: '' } };
}

/** Undefined: no answer of Autodiscover. */
export function readJsonAnswer(body: string): AutodiscoverAnswer | undefined {
  let read: unknown;
  try {
    read = JSON.parse(body);
  } catch {
    return undefined;
  }
  if (typeof read !== 'object' || read === null) return undefined;
  const fields = new Map<string, unknown>(Object.entries(read));
  const url = fields.get('Url');
  if (typeof url === 'string' && url !== '') return { found: url };
  const code = fields.get('ErrorCode');
  if (typeof code !== 'string') return undefined;
  const text = fields.get('ErrorMessage');
  return { error: { code, text: typeof text === 'string' ? text : '' } };
}
