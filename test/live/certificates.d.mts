// Types of certificates.mjs, which is plain JavaScript because the benchmarks run it on Node 20 as it is.

export type Authority = { folder: string; key: string; serverKey: string; certificateAuthority: string };

export type CertificateFault =
  | 'expired'
  | 'not-yet-valid'
  | 'other-host'
  | 'self-signed'
  | 'unknown-authority';

export type ServerCertificate = {
  kind: CertificateFault | 'good';
  key: string;
  certificate: string;
  chain: string;
};

export function makeAuthority(folder: string, commonName?: string): Promise<Authority>;

export function makeCertificate(
  authority: Authority,
  kind: CertificateFault | 'good',
  names?: string[],
): Promise<ServerCertificate>;
