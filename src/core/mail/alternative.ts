// Knows the shape of what was seen on another port of the same host. Plain, serialisable data. May not judge.

import type { ProtectedPort } from './protocol.ts';
import type { RejectionReason } from './step.ts';

/**
 * How another port of the host was found, without logging in:
 * - works        TLS is up, the certificate holds, the protocol's capabilities are known;
 * - certificate  TLS is up and the certificate does not hold; `reason` says why;
 * - refused      nothing listens there;
 * - no-answer    nothing came back;
 * - unusable     something answers, and no protected session of this protocol came about;
 * - cannot-tell  the look did not come to an end for a reason on our side.
 */
export const alternativeOutcomes = [
  'works',
  'certificate',
  'refused',
  'no-answer',
  'unusable',
  'cannot-tell',
] as const;

/** A port of the same host that was looked at because the session with the recorded one broke. */
export type Alternative = ProtectedPort & {
  outcome: (typeof alternativeOutcomes)[number];
  reason?: RejectionReason;
  /** SASL mechanisms offered after TLS, upper case. */
  mechanisms?: string[];
};
