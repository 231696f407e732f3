// Knows how long to wait for our own message and how often to look; pop3 and imap know how to look.
// May not touch any message but the one with the random Message-ID that was sent in this run.

import type { ProbeRequest } from '../../core/delivery/probe-request.ts';
import type { Observation, TranscriptLine } from '../../core/mail/evidence.ts';
import { handedOver, withMessageLeft } from '../../core/mail/handed-over.ts';
import type { StepOutcome } from '../../core/mail/step.ts';
import { holdingPlace } from './connection-limits.ts';
import type { EwsSnapshot } from './ews.ts';
import type { GraphSnapshot } from './graph.ts';
import type { ImapSnapshot } from './imap.ts';
import type { Pop3Snapshot } from './pop3.ts';
import type { ProbeContext } from './probe.ts';
import type { Session } from './session.ts';
import { roundedSince } from './transcript.ts';
import { pause } from './waiting.ts';

export type Snapshot = Pop3Snapshot | ImapSnapshot | GraphSnapshot | EwsSnapshot;

export type ArrivalWait = {
  request: ProbeRequest;
  context: ProbeContext;
  /** Of the receiving side, without "arrived" and "removed". */
  observation: Observation;
  snapshot: Snapshot | undefined;
  /** Of the sending side; undefined: it did not get as far as a session. */
  sent: Observation | undefined;
  /** A connection's place within the run's limits, and the way to give it back. */
  takePlace(): Promise<() => void>;
};

export type Look =
  | { found: 'not-yet' }
  /** New since the snapshot, and gone before it could be read. It may have been ours. */
  | { found: 'gone' }
  /** `from`: the address in its From. `asJunk`: it lay in the junk folder. */
  | { found: 'arrived'; from?: string | undefined; removed: StepOutcome; removedIn: number; asJunk?: true }
  /** It makes no sense to look again. */
  | { found: 'impossible'; outcome: StepOutcome };

/** One search over several connections; each protocol remembers what it has read. */
export type Search = { look(context: ProbeContext): Promise<{ look: Look; transcript: TranscriptLine[] }> };

/** Milliseconds between looks; the last one is repeated. Local delivery takes less than the first. */
const waits = [250, 500, 1_000, 2_000, 5_000];
/** A look that has begun may end, even when the time is nearly over. */
const shortestLook = 2_000;
const keptTranscript = 300;

export async function waitForOwnMessage(wait: ArrivalWait): Promise<Observation> {
  const { context, observation, snapshot, sent } = wait;
  const started = performance.now();
  const { messageId } = sent ?? {};
  if (sent === undefined || handedOver(sent) === 'no' || messageId === undefined)
    return concluded(observation, started, { outcome: 'not-tried', because: 'other-direction-failed' }, []);
  // Not seen in the mailbox: it stays, or may.
  const unseen = (arrived: StepOutcome, lines: readonly TranscriptLine[] = []): Observation =>
    withMessageLeft(concluded(observation, started, arrived, lines), sent);
  if (snapshot === undefined) return unseen({ outcome: 'not-tried', because: 'earlier-step-failed' });
  if ('outcome' in snapshot) return unseen(snapshot.outcome);

  const search = await searchFor(wait, snapshot, messageId);
  const endsAt = started + context.deadlines.arrival;
  const transcript: TranscriptLine[] = [];
  let gone = false;
  for (let turn = 0; ; turn += 1) {
    const remaining = endsAt - performance.now();
    await pause(
      Math.min(waits[Math.min(turn, waits.length - 1)] ?? 0, Math.max(0, remaining)),
      context.signal,
    );
    if (context.signal.aborted) break;
    const session = Math.min(context.deadlines.session, Math.max(shortestLook, endsAt - performance.now()));
    const give = await wait.takePlace().catch(() => undefined);
    if (give === undefined) break;
    const before = observation.milliseconds + roundedSince(started);
    const place = holdingPlace({ ...context, deadlines: { ...context.deadlines, session } }, give);
    const result = await search.look(place.context).finally(place.giveBack);
    keep(transcript, result.transcript, before);
    const { look } = result;
    if (look.found === 'arrived') {
      const arrived = concluded(
        {
          ...observation,
          ...(look.from === undefined ? {} : { arrivedFrom: look.from }),
          ...(look.asJunk === true ? { arrivedAsJunk: true } : {}),
        },
        started,
        { outcome: 'ok' },
        transcript,
        look.removed,
        look.removedIn,
      );
      return look.removed.outcome === 'ok' ? arrived : { ...arrived, messageLeft: true };
    }
    if (look.found === 'impossible') return unseen(look.outcome, transcript);
    if (look.found === 'gone') gone = true;
    if (context.signal.aborted || performance.now() >= endsAt) break;
  }
  if (context.signal.aborted) return unseen({ outcome: 'not-tried', because: 'interrupted' }, transcript);
  // Not seen, and something new vanished unread: somebody else empties this mailbox.
  if (gone) {
    const taken: StepOutcome = { outcome: 'rejected', reason: 'taken-by-another-reader' };
    return concluded(observation, started, taken, transcript);
  }
  const afterMilliseconds = Math.round(performance.now() - started);
  return unseen({ outcome: 'timed-out', afterMilliseconds, receivedBytes: 0 }, transcript);
}

async function searchFor(
  { request }: ArrivalWait,
  snapshot: Exclude<Snapshot, { outcome: StepOutcome }>,
  messageId: string,
): Promise<Search> {
  if (snapshot.protocol === 'pop3') {
    const { searchPop3 } = await import('./arrival-pop3.ts');
    return searchPop3(request, snapshot.uniqueIds, messageId);
  }
  if (snapshot.protocol === 'graph') {
    const { searchGraph } = await import('./arrival-graph.ts');
    return searchGraph(request, snapshot, messageId);
  }
  if (snapshot.protocol === 'ews') {
    const { searchEws } = await import('./arrival-ews.ts');
    return searchEws(request, snapshot, messageId);
  }
  const { searchImap } = await import('./arrival-imap.ts');
  return searchImap(request, snapshot, messageId);
}

function concluded(
  observation: Observation,
  started: number,
  arrived: StepOutcome,
  transcript: readonly TranscriptLine[],
  removed: StepOutcome = {
    outcome: 'not-tried',
    because: arrived.outcome === 'not-tried' ? arrived.because : 'earlier-step-failed',
  },
  removedIn = 0,
): Observation {
  const milliseconds = roundedSince(started);
  return {
    ...observation,
    milliseconds: Math.round((observation.milliseconds + milliseconds) * 10) / 10,
    steps: [
      ...observation.steps,
      { ...arrived, step: 'arrived', milliseconds: Math.round((milliseconds - removedIn) * 10) / 10 },
      { ...removed, step: 'removed', milliseconds: removedIn },
    ],
    transcript: [...observation.transcript, ...transcript],
  };
}

/** Taking it out again, and how long that took. `from`: the address in the From that arrived. */
export async function removing(
  { transcript }: Pick<Session, 'transcript'>,
  remove: Promise<StepOutcome>,
  from: string | undefined,
): Promise<Look> {
  const began = performance.now();
  const shown = from === undefined ? undefined : transcript.mask(from);
  return { found: 'arrived', from: shown, removed: await remove, removedIn: roundedSince(began) };
}

/** The last looks tell most; the times count from the session's beginning. */
function keep(kept: TranscriptLine[], lines: readonly TranscriptLine[], before: number): void {
  for (const line of lines)
    kept.push({ ...line, milliseconds: Math.round((before + line.milliseconds) * 10) / 10 });
  if (kept.length > keptTranscript) kept.splice(0, kept.length - keptTranscript);
}
