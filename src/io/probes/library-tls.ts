// Knows how a library that makes its TLS connections itself, and verifies them, takes earlier sessions up again.
// May not keep a session before the certificate has been verified.

import type { Certificate } from '../../core/mail/certificate.ts';
import type * as tls from 'node:tls';
import { toCertificate } from './certificate-chain.ts';
import type { ProbeContext } from './probe.ts';
import { memoryOf } from './tls-memory.ts';

export type LibraryTls = {
  secureContext: tls.SecureContext;
  /** To be offered to the server, if it gave one before. */
  session?: Buffer;
  /** To be told of the verified connection; says whose certificate it was. */
  established(connection: tls.TLSSocket): Certificate | undefined;
  /** To be told that it came to nothing: the session is not offered again. */
  failed(): void;
};

export function libraryTls(target: { host: string; port: number }, context: ProbeContext): LibraryTls {
  const { secureContext, certificates } = memoryOf(context);
  const { tlsSession } = context.hosts;
  const key = `${target.host}:${target.port}`;
  const offered = tlsSession.get(key);
  return {
    secureContext,
    ...(offered === undefined ? {} : { session: offered }),
    established(connection) {
      // TLS 1.2 has its session already, TLS 1.3 sends tickets from now on (RFC 8446 §4.6.1).
      const newest = connection.getProtocol() === 'TLSv1.3' ? undefined : connection.getSession();
      if (newest !== undefined) tlsSession.set(key, newest);
      connection.on('session', (session) => tlsSession.set(key, session));
      const shown = connection.getPeerCertificate(true);
      const certificate = Object.keys(shown).length > 0 ? toCertificate(shown) : certificates.get(key);
      if (certificate !== undefined) certificates.set(key, certificate);
      return certificate;
    },
    failed: () => void tlsSession.delete(key),
  };
}
