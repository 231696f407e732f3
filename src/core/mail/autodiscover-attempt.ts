// Knows the shape of one attempt to learn an address from Autodiscover, and what can come of it. Plain, serialisable data.
// How it is asked is in autodiscover.ts.

/** One place where Autodiscover was asked for the address of EWS, and what came of it. */
export type AutodiscoverAttempt = {
  url: string;
  outcome: AutodiscoverOutcome;
  /** found, redirected, not-followed: what was named. */
  to?: string;
  /** HTTP status, Node's code, or the service's own words. */
  detail?: string;
};
export const autodiscoverOutcomes = [
  'found', // `to` is the address of EWS
  'redirected', // `to` was asked next: an address, or another mailbox address
  'not-followed', // `to` may not have the credential, or is not encrypted
  'login-wanted', // it is there, and nothing was to be logged in with
  'login-refused', // the login there came to nothing
  'no-mailbox', // it knows no such mailbox, or no EWS for it
  'not-there', // no such name, nobody listens, or what answers is not Autodiscover
  'no-answer', // cannot tell: nothing came, or "later"
] as const;
export type AutodiscoverOutcome = (typeof autodiscoverOutcomes)[number];
