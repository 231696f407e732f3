// Knows how to say what would be looked at, or why not: for --dry-run and for the reports. Language-free entries, and lines.

import { alternativesOf } from '../core/delivery/alternatives.ts';
import type { Skipped } from '../core/delivery/plan.ts';
import type { ProbeRequest, SessionRequest } from '../core/delivery/probe-request.ts';
import { placesFor, redirectAddress } from '../core/mail/autodiscover.ts';
import { brokenStep, type Evidence } from '../core/mail/evidence.ts';
import { standardPorts } from '../core/mail/protocol.ts';
import { whereText } from '../core/records/where.ts';
import type { Language } from '../core/rules/rule.ts';
import type { Context } from './context.ts';
import { machineText } from './reporters/machine-text.ts';
import { skipText } from './reporters/skip-words.ts';
import { safe } from './safe.ts';
import { wrap } from './wrap.ts';

/** As in the report: `because` is a word of the program's, not of a language. */
export type SkippedEntry = { what: string; because: string };

const tlsNames = { implicit: 'TLS', starttls: 'STARTTLS', none: 'no TLS' } as const;

type Server = Pick<SessionRequest, 'protocol' | 'host' | 'port' | 'tls'>;

function serverText({ protocol, host, port, tls }: Server): string {
  return `${protocol.toUpperCase()} ${host}:${port} ${tlsNames[tls]}`;
}

/** `admin@example.com: SMTP smtp.example.com:587 STARTTLS`, or where Autodiscover is asked for the server. */
export function requestText(request: ProbeRequest): string {
  const { address, autodiscover } = request;
  if (!isDiscovered(request)) return `${address}: ${serverText(request)}`;
  const places = placesFor(address, request).map(({ url }) => url);
  // Asked in clear text for nothing but a redirect, where the others know nothing.
  if (autodiscover === undefined) places.push(redirectAddress(address));
  return `${address}: EWS Autodiscover ${places.join(' ')}`;
}

function isDiscovered({ protocol, url }: ProbeRequest): boolean {
  return protocol === 'ews' && url === undefined;
}

/** No mailbox is tried there, so none is named: `alternative: SMTP smtp.example.com:465 TLS` */
function alternativeTexts(servers: readonly Server[]): string[] {
  return [...new Set(servers.map((server) => `alternative: ${serverText(server)}`))];
}

/** Other ports that would be looked at where the planned one does not work. */
function possibleAlternatives(requests: readonly ProbeRequest[]): Server[] {
  return requests.flatMap((request) =>
    alternativesOf(request, standardPorts).map((place) => ({ ...request, ...place })),
  );
}

/** Where access tokens are asked for: `access token: https://login.microsoftonline.com/…/token`, once each. */
function tokenTexts(addresses: readonly string[]): string[] {
  return [...new Set(addresses.map((address) => `access token: ${address}`))];
}

function tokenAddresses(requests: readonly ProbeRequest[]): string[] {
  return requests.flatMap(({ credentials, depth }) =>
    credentials?.kind === 'bearer' && depth !== 'connect' ? [credentials.token.url] : [],
  );
}

/**
 * Those that a session was begun for (without its password or access token none is), the token endpoints, and the other ports
 * that were then looked at.
 */
export function contacted(requests: readonly ProbeRequest[], { observations }: Evidence): string[] {
  const kept = new Set(
    observations.flatMap((seen) =>
      (seen.kind === 'local' ? seen.problem.startsWith('secret-') : brokenStep(seen)?.step === 'token')
        ? [seen.request]
        : [],
    ),
  );
  const named = observations.flatMap((seen) =>
    seen.kind === 'session' && seen.autodiscover?.some(({ outcome }) => outcome === 'found')
      ? [`${addressOfRequest(requests, seen.request)}: ${serverText(seen)}`]
      : [],
  );
  const alternatives = observations.flatMap((seen) =>
    seen.kind === 'session' ? (seen.alternatives ?? []).map((place): Server => ({ ...seen, ...place })) : [],
  );
  const asked = observations.flatMap((seen) =>
    seen.kind === 'session' && seen.tokenAsked !== undefined ? [seen.tokenAsked.url] : [],
  );
  return [
    ...tokenTexts(asked),
    ...requests.filter(({ id }) => !kept.has(id)).map(requestText),
    ...named,
    ...alternativeTexts(alternatives),
  ];
}

function addressOfRequest(requests: readonly ProbeRequest[], id: string): string {
  return requests.find((request) => request.id === id)?.address ?? id;
}

export function skippedEntries(
  skipped: readonly Skipped[],
  addressOf: (mailbox: string | undefined) => string | undefined,
): SkippedEntry[] {
  return skipped.map(({ mailbox, direction, because, add }) => {
    const key = add === undefined ? '' : ` (${add.key}: ${whereText(add.where)})`;
    return {
      what: `${addressOf(mailbox) ?? mailbox ?? '?'} ${direction}${key}`,
      because,
    };
  });
}

type Words = {
  contact: string;
  nobody: string;
  /** After the places of Autodiscover. */
  named: string;
  depth: Record<ProbeRequest['depth'], (user: string) => string>;
  mayContact: string;
  left: string;
};

const words: Record<Language, Words> = {
  en: {
    contact: 'Would be contacted:',
    nobody: 'No server would be contacted.',
    named: ' and the server that it names',
    depth: {
      connect: () => 'connect and encrypt',
      login: (user) => `log in as ${user}`,
      send: (user) => `log in as ${user}, one test message to itself`,
    },
    mayContact:
      'Only where a connection fails in a way that another port would explain, without logging in (--no-alternatives: never):',
    left: 'Would not be looked at:',
  },
  ja: {
    contact: '接続先:',
    nobody: 'どのサーバーにも接続しません。',
    named: ' と、示されたサーバー',
    depth: {
      connect: () => '接続と暗号化まで',
      login: (user) => `${user} としてログイン`,
      send: (user) => `${user} としてログインし、自分宛てのテストメール1通`,
    },
    mayContact:
      '別のポートなら説明のつく失敗をしたときに限り、ログインせずに調べる先(--no-alternatives で調べない):',
    left: '調べないもの:',
  },
};

/** For programs: the same, as data. */
export function plannedJson(
  command: string,
  requests: readonly ProbeRequest[],
  skipped: readonly SkippedEntry[],
  alternatives: boolean,
): string {
  return machineText({
    version: 1,
    command,
    dryRun: true,
    wouldContact: [...tokenTexts(tokenAddresses(requests)), ...requests.map(requestText)],
    mayContact: alternatives ? alternativeTexts(possibleAlternatives(requests)) : [],
    skipped,
  });
}

export function plannedLines(
  requests: readonly ProbeRequest[],
  skipped: readonly SkippedEntry[],
  alternatives: boolean,
  { language, style }: Context,
): string[] {
  const said = words[language];
  const separator = language === 'ja' ? '、' : ', ';
  const lines = [
    ...tokenTexts(tokenAddresses(requests)),
    ...requests.map(
      (request) =>
        requestText(request) +
        (isDiscovered(request) ? said.named : '') +
        separator +
        said.depth[request.depth](request.credentials?.user ?? '?'),
    ),
  ];
  const others = alternatives ? [...new Set(possibleAlternatives(requests).map(serverText))] : [];
  const left = skipped.map((entry) => skipText(entry, language));
  const listed = (items: string[]) => items.flatMap((item) => wrap(safe(item), style.width, '  ', '    '));
  return [
    ...(lines.length === 0 ? [said.nobody] : [said.contact, ...listed(lines)]),
    ...(others.length === 0 ? [] : [...wrap(said.mayContact, style.width), ...listed(others)]),
    ...(left.length === 0 ? [] : [said.left, ...listed(left)]),
  ];
}
