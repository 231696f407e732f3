// Knows what of TLS is worth keeping for a whole run: the authorities that are trusted, and the certificates that were verified.

import type { Certificate } from '../../core/mail/certificate.ts';
import * as tls from 'node:tls';
import type { HostMemory, ProbeContext } from './probe.ts';

/** It lives as long as the run's own memory of hosts. */
type TlsMemory = {
  secureContext: tls.SecureContext;
  certificates: Map<string, Certificate>;
  ders: Map<string, Buffer>;
};
const memories = new WeakMap<HostMemory, TlsMemory>();

export function memoryOf(context: ProbeContext): TlsMemory {
  const known = memories.get(context.hosts);
  if (known !== undefined) return known;
  const secureContext = trusting(context.extraAuthorities);
  const memory = {
    secureContext,
    certificates: new Map<string, Certificate>(),
    ders: new Map<string, Buffer>(),
  };
  memories.set(context.hosts, memory);
  return memory;
}

/**
 * Node's own authorities (with NODE_EXTRA_CA_CERTS), and the extra ones. The documented `ca` option replaces Node's
 * list; giving it that list again costs 30 ms and, on Node 20, loses NODE_EXTRA_CA_CERTS. So the extra ones are
 * added the way Node itself adds each entry of `ca`; should that way close, the list is given after all.
 */
function trusting(extra: string | undefined): tls.SecureContext {
  const minVersion = 'TLSv1.2';
  const secureContext = tls.createSecureContext({ minVersion });
  if (extra === undefined) return secureContext;
  const native = secureContext.context as { addCACert?: (pem: string) => void };
  if (native.addCACert === undefined) {
    return tls.createSecureContext({ minVersion, ca: [...tls.rootCertificates, extra] });
  }
  native.addCACert(extra);
  return secureContext;
}
