// Knows the classes of failure and nothing else. What each does to a record: lifecycle.ts.

export const faultClasses = [
  'credential', // permanent: the name, password or token was refused
  'configuration', // permanent: host, port, TLS mode, mechanism or address is wrong on our side
  'policy', // permanent: the server knows us and says no
  'transient', // the server says "later"
  'network', // nobody answered, or not whole
  'certificate', // the server's identity could not be verified
  'local', // a secret missing, no route, interrupted: nothing was learnt about the mailbox
] as const;
export type FaultClass = (typeof faultClasses)[number];

/** Permanent failures turn the direction off; transient ones leave the record as it is. */
export function isPermanent(faultClass: FaultClass): boolean {
  return faultClass === 'credential' || faultClass === 'configuration' || faultClass === 'policy';
}
