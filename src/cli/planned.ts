// Knows how to say what would be looked at, or why not: for --dry-run and for the reports. Language-free entries, and lines.

import type { Skipped } from '../core/delivery/plan.ts';
import type { ProbeRequest } from '../core/delivery/probe-request.ts';
import type { Evidence } from '../core/mail/evidence.ts';
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

/** `admin@example.com: SMTP smtp.example.com:587 STARTTLS` */
export function requestText({ address, protocol, host, port, tls }: ProbeRequest): string {
  return `${address}: ${protocol.toUpperCase()} ${host}:${port} ${tlsNames[tls]}`;
}

/** Those that a session was begun for: without its password none is. */
export function contacted(requests: readonly ProbeRequest[], { observations }: Evidence): string[] {
  const kept = new Set(
    observations.flatMap((seen) =>
      seen.kind === 'local' && seen.problem.startsWith('secret-') ? [seen.request] : [],
    ),
  );
  return requests.filter(({ id }) => !kept.has(id)).map(requestText);
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
  depth: Record<ProbeRequest['depth'], (user: string) => string>;
  left: string;
};

const words: Record<Language, Words> = {
  en: {
    contact: 'Would be contacted:',
    nobody: 'No server would be contacted.',
    depth: {
      connect: () => 'connect and encrypt',
      login: (user) => `log in as ${user}`,
      send: (user) => `log in as ${user}, one test message to itself`,
    },
    left: 'Would not be looked at:',
  },
  ja: {
    contact: '接続先:',
    nobody: 'どのサーバーにも接続しません。',
    depth: {
      connect: () => '接続と暗号化まで',
      login: (user) => `${user} としてログイン`,
      send: (user) => `${user} としてログインし、自分宛てのテストメール1通`,
    },
    left: '調べないもの:',
  },
};

/** For programs: the same, as data. */
export function plannedJson(
  command: string,
  requests: readonly ProbeRequest[],
  skipped: readonly SkippedEntry[],
): string {
  return machineText({ version: 1, command, dryRun: true, wouldContact: requests.map(requestText), skipped });
}

export function plannedLines(
  requests: readonly ProbeRequest[],
  skipped: readonly SkippedEntry[],
  { language, style }: Context,
): string[] {
  const said = words[language];
  const separator = language === 'ja' ? '、' : ', ';
  const lines = requests.map(
    (request) =>
      requestText(request) + separator + said.depth[request.depth](request.credentials?.user ?? '?'),
  );
  const left = skipped.map((entry) => skipText(entry, language));
  const listed = (items: string[]) => items.flatMap((item) => wrap(safe(item), style.width, '  ', '    '));
  return [
    ...(lines.length === 0 ? [said.nobody] : [said.contact, ...listed(lines)]),
    ...(left.length === 0 ? [] : [said.left, ...listed(left)]),
  ];
}
