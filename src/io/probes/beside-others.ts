// Knows how a session is led in its place among the run's connections, and again where its server refused it for now beside others
// of this run: that is our own number of connections, and not the mailbox's fault. May not send a refused password again.

import type { ProbeRequest } from '../../core/delivery/probe-request.ts';
import type { Observation, TranscriptLine } from '../../core/mail/evidence.ts';
import { mayWantFewerConnections } from '../../core/mail/fewer-connections.ts';
import { type ConnectionLimits, holdingPlace, type Place } from './connection-limits.ts';
import type { ProbeContext } from './probe.ts';
import { passwordWasRefused } from './refused-passwords.ts';
import { roundedSince } from './transcript.ts';
import { deferred } from './waiting.ts';

/** Each refusal takes one from what is open at once: what comes again meets fewer each time. */
const mostTriesAgain = 3;

type World = { context: ProbeContext; limits: ConnectionLimits };

/** Rejects when the run is interrupted before it has a place, or when the probe does. */
export async function inItsPlace(
  { context, limits }: World,
  place: Place,
  open: (context: ProbeContext) => Promise<Observation>,
  onPlace?: () => void,
): Promise<Observation> {
  const held = await limits.take(place, context.signal);
  onPlace?.();
  const started = performance.now();
  const before: Before = { milliseconds: 0, transcript: [] };
  try {
    for (let tries = 0; ; tries += 1) {
      const closed = deferred();
      const session = holdingPlace(context, closed.resolve);
      const seen = await open(session.context).finally(session.giveBack);
      const besideOthers = held.mostAtOnce() - 1;
      const isOurs = besideOthers > 0 && mayWantFewerConnections(seen) && !passwordWasRefused(seen);
      if (!isOurs || tries === mostTriesAgain) {
        void closed.promise.then(held.giveBack);
        return withBefore(before, isOurs ? { ...seen, besideOthers } : seen);
      }
      const refused = `refused for now beside ${besideOthers} other connections of this run; coming again when fewer are open`;
      before.at ??= seen.at;
      before.transcript = [
        ...before.transcript,
        ...shifted(seen.transcript, before.milliseconds),
        { milliseconds: roundedSince(started), mark: '*', encrypted: false, text: refused },
      ];
      await Promise.all([held.stepBack(context.signal), closed.promise]);
      before.milliseconds = roundedSince(started);
    }
  } catch (error) {
    held.giveBack();
    throw error;
  }
}

/** A connection's place, by what the request says of it. */
export function placeOf(request: ProbeRequest): Place {
  const { host, port, concurrencyKey, maxConcurrentConnections } = request;
  return { host, port, key: concurrencyKey, perKey: Math.max(1, maxConcurrentConnections) };
}

type Before = { milliseconds: number; transcript: TranscriptLine[]; at?: string };

/** What was said before stays in the transcript: --verbose tells that the session came again. */
function withBefore({ milliseconds, transcript, at }: Before, seen: Observation): Observation {
  if (at === undefined) return seen;
  return {
    ...seen,
    at,
    milliseconds: Math.round((milliseconds + seen.milliseconds) * 10) / 10,
    transcript: [...transcript, ...shifted(seen.transcript, milliseconds)],
  };
}

function shifted(lines: readonly TranscriptLine[], by: number): TranscriptLine[] {
  return lines.map((line) => ({ ...line, milliseconds: Math.round((line.milliseconds + by) * 10) / 10 }));
}
