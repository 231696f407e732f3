// Knows how to put verified TLS (1.2 or newer) on an open socket, and what was wrong with a certificate.
// May not let a byte of ours out, or a session be kept, before the certificate has been verified for this host.

import { isIP, type Socket } from 'node:net';
import * as tls from 'node:tls';
import { domainToASCII } from 'node:url';
import type { Certificate } from '../../core/mail/certificate.ts';
import type { RejectionReason } from '../../core/mail/step.ts';
import { toCertificate } from './certificate-chain.ts';
import { deadline } from './dial.ts';
import type { Problem } from './line-stream.ts';
import { networkProblem } from './network-problem.ts';
import type { ProbeContext } from './probe.ts';
import { memoryOf } from './tls-memory.ts';

type Secured = {
  socket: tls.TLSSocket;
  version: string;
  cipher: string;
  certificate?: Certificate;
  /** The certificate itself, as DER: what a login may be bound to (RFC 5929 §4). */
  der?: Buffer;
  /** An earlier session was taken up again. */
  resumed: boolean;
  /** Resolves with the first session ticket of a TLS 1.3 server. */
  ticket: Promise<void>;
};
export type Handshake =
  | { ok: true; value: Secured }
  | { ok: false; problem: Problem; certificate?: Certificate };

export async function secure(
  socket: Socket,
  target: { host: string; port: number },
  context: ProbeContext,
  milliseconds: number,
): Promise<Handshake> {
  const name = targetName(target.host);
  const key = `${target.host}:${target.port}`;
  const known = memoryOf(context);
  const offered = context.hosts.tlsSession.get(key);
  let verified = false;
  let newest: Buffer | undefined;

  const connection = tls.connect({
    socket,
    secureContext: known.secureContext,
    // Node verifies all the same and says so in `authorized`; only thus the refused certificate can be shown.
    rejectUnauthorized: false,
    host: name,
    // RFC 6066 §3: no IP addresses in the server name indication.
    ...(isIP(name) === 0 ? { servername: name } : {}),
    ...(offered === undefined ? {} : { session: offered }),
    checkServerIdentity: (_name, certificate) => tls.checkServerIdentity(name, certificate),
  });
  const ticket = new Promise<void>((resolve) => {
    connection.on('session', (session) => {
      newest = session;
      // TLS 1.2 sends it within the handshake, before verification; TLS 1.3 afterwards.
      if (verified) context.hosts.tlsSession.set(key, session);
      // Not at once: this event comes from within OpenSSL's reading, and a write from there is sent garbled.
      setImmediate(resolve);
    });
  });

  const limit = deadline(milliseconds, context.signal);
  const established = new Promise<Problem | undefined>((resolve) => {
    connection.once('secureConnect', () => resolve(undefined));
    // Stays for good: an error nobody listens to would end the process.
    connection.on('error', (error) => resolve(networkProblem(error)));
    connection.once('close', () => resolve({ outcome: 'closed' }));
  });
  const problem = await Promise.race([established, limit.passed]);
  limit.clear();
  if (problem !== undefined) {
    connection.destroy();
    return { ok: false, problem };
  }

  const resumed = connection.isSessionReused();
  // A session that is taken up again was kept for this host with its certificate: that one is not read anew.
  const shown = resumed && known.certificates.has(key) ? undefined : shownBy(connection);
  const certificate = shown === undefined ? known.certificates.get(key) : toCertificate(shown);
  const der = shown === undefined ? known.ders.get(key) : shown.raw;
  const reason = rejection(connection, name, shown);
  if (reason !== undefined) {
    // A session that leads here is never offered again.
    context.hosts.tlsSession.delete(key);
    connection.destroy();
    const rejected: Handshake = { ok: false, problem: { outcome: 'rejected', reason } };
    return certificate === undefined ? rejected : { ...rejected, certificate };
  }
  verified = true;
  if (newest !== undefined) context.hosts.tlsSession.set(key, newest);
  if (certificate !== undefined) known.certificates.set(key, certificate);
  if (der !== undefined) known.ders.set(key, der);
  const secured: Secured = {
    socket: connection,
    version: connection.getProtocol() ?? 'unknown',
    cipher: connection.getCipher().name,
    resumed,
    ticket,
    ...(der === undefined ? {} : { der }),
  };
  return { ok: true, value: certificate === undefined ? secured : { ...secured, certificate } };
}

function shownBy(connection: tls.TLSSocket): tls.DetailedPeerCertificate | undefined {
  const shown = connection.getPeerCertificate(true);
  return Object.keys(shown).length > 0 ? shown : undefined;
}

/** Every doubt is a rejection: only "Node says authorized, and the certificate is for this host" passes. */
function rejection(
  connection: tls.TLSSocket,
  name: string,
  shown: tls.PeerCertificate | undefined,
): RejectionReason | undefined {
  if (!connection.authorized) return reasonOf(String(connection.authorizationError));
  // A resumed session may come without its certificate; it was kept only after this same check for this same host.
  if (shown === undefined) return connection.isSessionReused() ? undefined : 'certificate-invalid';
  // Node leaves the name out of its verification when a session is resumed.
  return tls.checkServerIdentity(name, shown) === undefined ? undefined : 'certificate-other-host';
}

/** Node's and OpenSSL's codes: https://nodejs.org/api/tls.html#x509-certificate-error-codes */
export function reasonOf(code: string): RejectionReason {
  switch (code) {
    case 'CERT_HAS_EXPIRED':
      return 'certificate-expired';
    case 'CERT_NOT_YET_VALID':
      return 'certificate-not-yet-valid';
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return 'certificate-other-host';
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
      return 'certificate-self-signed';
    case 'SELF_SIGNED_CERT_IN_CHAIN':
    case 'UNABLE_TO_GET_ISSUER_CERT':
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
    case 'CERT_UNTRUSTED':
      return 'certificate-untrusted';
    default:
      return 'certificate-invalid';
  }
}

/** As certificates write it: ASCII, without the root's dot. */
export function targetName(host: string): string {
  if (isIP(host) !== 0) return host;
  const ascii = domainToASCII(host);
  return (ascii === '' ? host : ascii).replace(/\.$/, '');
}
