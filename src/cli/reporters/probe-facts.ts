// Knows which facts of a session are shown of a server, and in which order: each a label and its lines of text. May not judge.

import type { Certificate } from '../../core/mail/certificate.ts';
import type { HttpAnswer } from '../../core/mail/http-answer.ts';
import type { Observation } from '../../core/mail/evidence.ts';
import { brokenStep, stepOf } from '../../core/mail/evidence.ts';
import { smtpMechanisms } from '../../core/mail/smtp-reply.ts';
import { mechanismsOf } from '../../core/mail/imap-reply.ts';
import { sizeLimitOf } from '../../core/mail/size-limit.ts';
import { certificateParams, chainEnd } from '../../core/rules/certificate-words.ts';
import { tlsVersionWords } from '../../core/rules/session-words.ts';
import type { Language } from '../../core/rules/rule.ts';
import { safe } from '../safe.ts';
import { probeWords } from './probe-words.ts';

/** Each line is wrapped by itself. */
export type ProbeFact = { label: string; lines: string[] };

const mostShown = 60;
const longestText = 300;
const day = 86_400_000;

export function probeFacts(seen: Observation, language: Language): ProbeFact[] {
  const { labels } = probeWords[language];
  const fact = (label: keyof typeof labels, ...lines: (string | undefined)[]): ProbeFact[] => {
    const said = lines.filter((line) => line !== undefined && line !== '');
    return said.length === 0 ? [] : [{ label: labels[label], lines: said as string[] }];
  };
  const { address, greeting, certificate, capabilities, http } = seen;
  return [
    ...fact('address', address),
    ...fact('greeting', greeting === undefined ? undefined : safe(greeting, longestText)),
    ...fact('tls', tlsText(seen, language)),
    ...(certificate === undefined ? [] : certificateFacts(certificate, seen.at, language, fact)),
    ...fact('before', ...beforeTls(seen, language)),
    ...fact('capabilities', capabilities === undefined ? undefined : listed(capabilities, ', ', language)),
    ...fact('mechanisms', mechanismsText(seen, language)),
    ...fact('size', sizeText(seen, language)),
    ...(http === undefined ? [] : answerFacts(http, language, fact)),
    ...fact('login', loginText(seen, language)),
    ...fact('time', `${Math.round(seen.milliseconds)} ms`),
  ];
}

type MakeFact = (
  label: keyof (typeof probeWords)['en']['labels'],
  ...lines: (string | undefined)[]
) => ProbeFact[];

function tlsText(seen: Observation, language: Language): string | undefined {
  const said = probeWords[language];
  const { tls, tlsVersion, serverTlsVersion, cipher } = seen;
  if (serverTlsVersion !== undefined) return said.onlyOlderTls(tlsVersionWords(serverTlsVersion));
  if (tlsVersion !== undefined && tls !== 'none')
    return [
      tlsVersionWords(tlsVersion),
      safe(cipher ?? '', 80),
      said.mode[tls](seen.protocol === 'pop3' ? 'STLS' : 'STARTTLS'),
    ]
      .filter((part) => part !== '')
      .join(said.separator);
  return tls === 'none' && stepOf(seen, 'greeting')?.outcome === 'ok' ? said.noTls : undefined;
}

function certificateFacts(
  certificate: Certificate,
  at: string,
  language: Language,
  fact: MakeFact,
): ProbeFact[] {
  const { names, validFrom, validTo, fingerprint256, chain = [] } = certificate;
  const { subject = '', issuer = '', ...shown } = certificateParams(certificate);
  const { separator } = probeWords[language];
  // Sixteen bytes a line: all 32 would not fit a terminal.
  const fingerprint = fingerprint256.match(/(?:[0-9A-F]{2}:?){1,16}/g) ?? [];
  const end = chainEnd(shown, language);
  return [
    ...fact('certificate', safe(subject)),
    ...fact('names', listed(names, separator, language)),
    ...fact('issuer', safe(issuer)),
    ...fact('valid', datesText(validFrom, validTo, at, language)),
    ...fact('fingerprint', ...fingerprint),
    ...fact(
      'chain',
      ...chain.map(
        (link, index) =>
          `${index + 1}. ${safe(link.subject, 200)}${link.subject === link.issuer ? '' : ` ← ${safe(link.issuer, 200)}`}${index === chain.length - 1 ? safe(end) : ''}`,
      ),
    ),
  ];
}

function datesText(from: string, to: string, at: string, language: Language): string {
  const said = probeWords[language];
  const days = (later: string, earlier: string): number =>
    Math.floor((Date.parse(later) - Date.parse(earlier)) / day);
  const text = said.dates(safe(from.slice(0, 10)), safe(to.slice(0, 10)));
  const left = days(to, at);
  if (Number.isNaN(left)) return text;
  if (left < 0) return text + said.daysOver(days(at, to));
  const until = days(from, at);
  return text + (until >= 0 ? said.daysUntil(until) : said.daysLeft(left));
}

/** What was offered before TLS, where that is not the same as after it. */
function beforeTls(seen: Observation, language: Language): string[] {
  const { protocol, capabilitiesBeforeTls: before, capabilities: after } = seen;
  if (before === undefined) return [];
  const comparable = (list: readonly string[]): string =>
    list
      .map((line) => line.toUpperCase())
      .filter((line) => line !== 'STARTTLS' && line !== 'STLS')
      .sort()
      .join('\n');
  if (after !== undefined && comparable(before) === comparable(after)) return [];
  return [
    listed(before, ', ', language),
    ...(offersLogin(protocol, before) ? [probeWords[language].loginBeforeTls] : []),
  ];
}

function offersLogin(protocol: Observation['protocol'], capabilities: readonly string[]): boolean {
  if (protocol === 'smtp') return smtpMechanisms(capabilities).length > 0;
  // RFC 3501 §6.2.3: LOGIN works unless it is said to be disabled.
  if (protocol === 'imap')
    return mechanismsOf([...capabilities]).length > 0 || !capabilities.includes('LOGINDISABLED');
  return capabilities.some((line) => /^(?:USER$|SASL )/i.test(line));
}

function mechanismsText(seen: Observation, language: Language): string | undefined {
  const { protocol, mechanisms, capabilities, tls } = seen;
  // Of an HTTPS answer the whole challenges are shown.
  if (mechanisms === undefined || protocol === 'https') return undefined;
  // RFC 2449 §6.3: USER is a way to log in and no SASL mechanism.
  const isUser = protocol === 'pop3' && capabilities?.some((line) => line.toUpperCase() === 'USER') === true;
  const all = isUser ? [...mechanisms, 'USER'] : mechanisms;
  if (all.length > 0) return listed([...new Set(all)], ', ', language);
  const { none, onlyAfterTls } = probeWords[language];
  // Before TLS most servers offer no login at all, as they should.
  return tls === 'starttls' && stepOf(seen, 'tls')?.outcome !== 'ok' ? onlyAfterTls : none;
}

function sizeText(seen: Observation, language: Language): string | undefined {
  const limit = sizeLimitOf(seen);
  if (limit === undefined) return undefined;
  const said = probeWords[language];
  return limit === 'not-fixed' ? said.noFixedSize : said.size(limit, readableSize(limit));
}

/** 36700160 → 35 MiB: providers write such a limit as "35 MB". Undefined: bytes say it as well. */
function readableSize(bytes: number): string | undefined {
  if (bytes < 1_024) return undefined;
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
  let value = bytes;
  let unit = 0;
  for (; value >= 1_024 && unit < units.length - 1; unit += 1) value /= 1_024;
  return `${Math.round(value * 10) / 10} ${units[unit]}`;
}

function answerFacts(http: HttpAnswer, language: Language, fact: MakeFact): ProbeFact[] {
  const said = probeWords[language];
  const { method, path, status, reason, server, location, authenticate, headers } = http;
  return [
    ...fact('answer', safe(`${status} ${reason}`.trim(), longestText) + ` (${method} ${safe(path, 200)})`),
    ...fact('server', server === undefined ? undefined : safe(server, longestText)),
    ...fact('location', location === undefined ? undefined : said.notFollowed(safe(location, longestText))),
    ...fact('signIn', ...authenticate.map((challenge) => safe(challenge, longestText))),
    ...fact(
      'headers',
      ...Object.entries(headers).map(([name, value]) => safe(`${name}: ${value}`, longestText)),
    ),
  ];
}

/** A login that was not tried is said to be so: it is never called fine. Where a session broke, that says it. */
function loginText(seen: Observation, language: Language): string | undefined {
  if (brokenStep(seen) !== undefined) return undefined;
  const said = probeWords[language];
  if (seen.protocol === 'https') return said.noLoginThere;
  const login = stepOf(seen, 'login');
  if (login?.outcome === 'ok')
    return said.loggedIn(seen.mechanismUsed === undefined ? undefined : safe(seen.mechanismUsed, 40));
  return login?.outcome === 'not-tried' && login.because === 'not-asked' ? said.notTried : undefined;
}

function listed(words: readonly string[], separator: string, language: Language): string {
  const shown = words.slice(0, mostShown).map((word) => safe(word, 200));
  const more = words.length - shown.length;
  return [...shown, ...(more > 0 ? [probeWords[language].more(more)] : [])].join(separator);
}
