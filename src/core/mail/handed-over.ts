// Knows whether a session's test message may be on its way: taken, or handed over in full without an answer.
// RFC 5321 §6.1 and §4.5.3.2.6: a server that has the end of the message may deliver it, whether or not we hear of it.

import { stepOf, type Observation } from './evidence.ts';

export type HandedOver = 'taken' | 'in-doubt' | 'no';

export function handedOver(observation: Observation): HandedOver {
  const queued = stepOf(observation, 'queued');
  if (queued === undefined) return 'no';
  if (queued.outcome === 'ok') return 'taken';
  // The Message-ID is noted right before the message goes, never earlier.
  if (observation.messageId === undefined) return 'no';
  switch (queued.outcome) {
    case 'refused':
    case 'rejected':
      return 'no';
    case 'closed':
      // "421" and closed: that was the answer.
      return queued.afterReply === undefined ? 'in-doubt' : 'no';
    case 'not-tried':
      return queued.because === 'interrupted' ? 'in-doubt' : 'no';
    case 'failed':
    case 'timed-out':
    case 'malformed':
      return 'in-doubt';
  }
}

/** Our message stays where it is, or may: the observation that says so, and of which. `sent`: the session that handed it over. */
export function withMessageLeft(observation: Observation, sent: Observation): Observation {
  const { messageId } = sent;
  const inDoubt = messageId !== undefined && handedOver(sent) === 'in-doubt';
  return { ...observation, messageLeft: true, ...(inDoubt ? { messageInDoubt: true, messageId } : {}) };
}
