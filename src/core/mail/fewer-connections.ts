// Knows whether a server's "not now" may be about the number of connections at once. May not know how many are open.

import type { Observation } from './evidence.ts';
import { isHttp } from './protocol.ts';
import { isRefusedForNow } from './refusal.ts';
import { knownReply, seenIn } from './server-replies/known-reply.ts';
import { problemOf } from './session-problem.ts';

/** Said so in known words, or "later" before anybody said who they are (RFC 5321 §3.8: 421; RFC 9051 §7.1.5: BYE). */
export function mayWantFewerConnections(observation: Observation): boolean {
  // Web services say by when to come again (HTTP 429, 503).
  if (isHttp(observation.protocol)) return false;
  const broken = problemOf(observation);
  if (broken?.reply === undefined) return false;
  const seen = seenIn(observation, broken.step.step, broken.reply);
  return (
    knownReply(seen)?.atOnce === true || (broken.problem === 'greeting-refused' && isRefusedForNow(seen))
  );
}
