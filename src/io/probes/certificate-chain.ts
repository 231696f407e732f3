// Knows how the certificate that Node hands out becomes evidence: names, dates, and the chain of issuers.
// May not verify anything: whether a chain is trusted is Node's verdict (tls.ts).

import type { DetailedPeerCertificate, PeerCertificate, Certificate as Names } from 'node:tls';
import type { Certificate, CertificateLink } from '../../core/mail/certificate.ts';

/** A public chain has three or four; what is longer is not shown to its end. */
const mostLinks = 10;
const mostNames = 200;

/**
 * As getPeerCertificate(true) gives it, with the chain: what the server sent, and above it what the trusted store has
 * (https://nodejs.org/api/tls.html#certificate-object).
 */
export function toCertificate(shown: PeerCertificate): Certificate {
  const alternative = (shown.subjectaltname ?? '')
    .split(', ')
    .map((entry) => /^(?:DNS|IP Address):(.*)$/.exec(entry)?.[1])
    .filter((name) => name !== undefined);
  const commonName = shown.subject?.CN;
  const names = alternative.length > 0 || commonName === undefined ? alternative : [commonName].flat();
  return {
    subject: distinguishedName(shown.subject),
    names: names.slice(0, mostNames),
    issuer: distinguishedName(shown.issuer),
    validFrom: isoDate(shown.valid_from),
    validTo: isoDate(shown.valid_to),
    fingerprint256: shown.fingerprint256,
    ...chainOf(shown as DetailedPeerCertificate),
  };
}

function chainOf(shown: DetailedPeerCertificate): Pick<Certificate, 'chain' | 'missingIssuer'> {
  const chain: CertificateLink[] = [];
  let below: DetailedPeerCertificate | undefined;
  let link: DetailedPeerCertificate | undefined = shown;
  // A root is its own issuer, to Node as well.
  while (link !== undefined && link !== below && chain.length < mostLinks) {
    chain.push({
      subject: distinguishedName(link.subject),
      issuer: distinguishedName(link.issuer),
      validTo: isoDate(link.valid_to),
    });
    below = link;
    // Missing where nobody has it, whatever its type says.
    link = link.issuerCertificate as DetailedPeerCertificate | undefined;
  }
  const last = chain.at(-1);
  const endsOpen = link === undefined && last !== undefined && last.subject !== last.issuer;
  return endsOpen ? { chain, missingIssuer: last.issuer } : { chain };
}

function distinguishedName(name: Names | undefined): string {
  return Object.entries(name ?? {})
    .flatMap(([attribute, value]) => [value].flat().map((one) => `${attribute}=${String(one)}`))
    .join(', ');
}

function isoDate(text: string): string {
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? text : date.toISOString();
}
