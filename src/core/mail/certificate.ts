// Knows the shape of the certificate that a server showed. Plain, serialisable data. May not judge.

/** The certificate a server showed, as far as a finding needs it. Dates are ISO 8601. */
export type Certificate = {
  subject: string;
  names: string[];
  issuer: string;
  validFrom: string;
  validTo: string;
  fingerprint256: string;
  /** From the server's own certificate upwards, as far as the server sent them or a store that is trusted here has them. */
  chain?: CertificateLink[];
  /** The issuer at which the chain ends without reaching a root: the server did not send it, and no store here has it. */
  missingIssuer?: string;
};

export type CertificateLink = { subject: string; issuer: string; validTo: string };
