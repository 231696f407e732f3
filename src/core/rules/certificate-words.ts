// Knows how a finding shows a certificate: the host that was asked for, the names it offers, its dates, and its chain of
// issuers up to the link that is missing. Builds parameters and words; may not say whether the certificate is good.

import type { Certificate, CertificateLink } from '../mail/certificate.ts';
import type { Language } from './rule.ts';

/** The certificate as far as the words need it; a hostile server's names and links are many and long. */
export type CertificateParams = {
  issuer: string | undefined;
  subject: string | undefined;
  names: string[];
  /** How many names there are beyond those. */
  moreNames: number;
  validFrom: string | undefined;
  validTo: string | undefined;
  /** Subjects from the server's own certificate upwards. */
  chain: string[];
  /** The last link is its own issuer. */
  endsInSelf: boolean;
  missingIssuer: string | undefined;
};

const mostNames = 10;
const longestName = 200;

export function certificateParams(certificate: Certificate | undefined): CertificateParams {
  const { issuer, subject, names = [], validFrom, validTo, chain = [], missingIssuer } = certificate ?? {};
  const last = chain.at(-1);
  return {
    issuer: short(issuer),
    subject: short(subject),
    names: names.slice(0, mostNames).map((name) => short(name)),
    moreNames: Math.max(0, names.length - mostNames),
    validFrom,
    validTo,
    chain: chain.map((link) => short(link.subject)),
    endsInSelf: last !== undefined && isSelfIssued(last),
    missingIssuer: short(missingIssuer),
  };
}

function isSelfIssued({ subject, issuer }: CertificateLink): boolean {
  return subject === issuer;
}

function short<Name extends string | undefined>(name: Name): Name {
  return (name === undefined || name.length <= longestName ? name : `${name.slice(0, longestName)}…`) as Name;
}

type Words = {
  askedFor(host: string): string;
  names(names: string): string;
  more(count: number): string;
  dates(from: string, to: string): string;
  chain(links: string): string;
  selfSigned: string;
  missing: string;
  separator: string;
};

const words: Record<Language, Words> = {
  en: {
    askedFor: (host) => ` Host asked for: ${host}.`,
    names: (names) => ` Names in the certificate: ${names === '' ? 'none' : names}.`,
    more: (count) => `and ${count} more`,
    dates: (from, to) => ` Valid from ${from} to ${to}.`,
    chain: (links) => ` Chain: ${links}.`,
    selfSigned: ' (self-signed)',
    missing: ' (missing: not sent by the server and not known here)',
    separator: ', ',
  },
  ja: {
    askedFor: (host) => `接続先のホスト: ${host}。`,
    names: (names) => `証明書の名前: ${names === '' ? 'なし' : names}。`,
    more: (count) => `ほか${count}件`,
    dates: (from, to) => `有効期間: ${from} から ${to} まで。`,
    chain: (links) => `チェーン: ${links}。`,
    selfSigned: '(自己署名)',
    missing: '(不足: サーバーから届かず、ここでも知られていない)',
    separator: '、',
  },
};

/** What there is to know of the certificate, after a finding's own sentence; nothing where none was seen. */
export function certificateFacts(p: CertificateParams & { host: string }, language: Language): string {
  if (p.subject === undefined) return '';
  return words[language].askedFor(p.host) + namesOffered(p, language) + datesAndChain(p, language);
}

export function namesOffered({ names, moreNames }: CertificateParams, language: Language): string {
  const said = words[language];
  return said.names([...names, ...(moreNames === 0 ? [] : [said.more(moreNames)])].join(said.separator));
}

export function datesAndChain(p: CertificateParams, language: Language): string {
  const said = words[language];
  return [
    ...(p.validFrom === undefined || p.validTo === undefined
      ? []
      : [said.dates(dayOf(p.validFrom), dayOf(p.validTo))]),
    ...(p.chain.length === 0 ? [] : [said.chain(chainWords(p, language))]),
  ].join('');
}

type Chain = Pick<CertificateParams, 'chain' | 'endsInSelf' | 'missingIssuer'>;

/** `CN=smtp.example.com ← CN=R11 (missing: …)`. */
function chainWords(chain: Chain, language: Language): string {
  const missing = chain.missingIssuer === undefined ? [] : [chain.missingIssuer];
  return [...chain.chain, ...missing].join(' ← ') + chainEnd(chain, language);
}

/** What there is to say of the last link, in brackets: that nobody stands behind it, or nobody known. */
export function chainEnd({ endsInSelf, missingIssuer }: Omit<Chain, 'chain'>, language: Language): string {
  const { missing, selfSigned } = words[language];
  if (missingIssuer !== undefined) return missing;
  return endsInSelf ? selfSigned : '';
}

function dayOf(moment: string): string {
  return /^\d{4}-\d\d-\d\dT/.test(moment) ? moment.slice(0, 10) : moment;
}
