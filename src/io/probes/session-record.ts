// Knows how the steps of a session are recorded, whatever is spoken in it, and become an Observation.
// May not open a connection, or let anything unmasked into the Observation.

import {
  type NotTriedReason,
  type StepName,
  stepNames,
  type StepOutcome,
  type StepResult,
} from '../../core/mail/step.ts';
import type { SessionRequest } from '../../core/delivery/probe-request.ts';
import { type Observation } from '../../core/mail/evidence.ts';
import { maskedObservation } from './masked-observation.ts';
import type { ProbeContext } from './probe.ts';
import type { Seen } from './seen.ts';
import { createTranscript, roundedSince, type Transcript } from './transcript.ts';

export type SessionRecord = {
  readonly transcript: Transcript;
  /** Runs and records one step. True: it is ok, go on. */
  step(name: StepName, work: () => Promise<StepOutcome>): Promise<boolean>;
  skip(name: StepName, because: NotTriedReason): void;
  /** The step that runs, or ran last. */
  current(): StepName;
  /** False once bytes were not the protocol's, or TLS did not come about: nothing more is said, not even a farewell. */
  mayTalk(): boolean;
  /** Everything seen. Steps of `wanted` that were not reached are recorded as such. Call it once. */
  conclude(wanted: readonly StepName[], seen: Seen): Observation;
};

export function createSessionRecord(request: SessionRequest, context: ProbeContext): SessionRecord {
  const started = performance.now();
  const at = new Date(context.now()).toISOString();
  const publicWords = [request.host, request.address, request.mailbox, request.credentials?.user ?? ''];
  const transcript = createTranscript(publicWords.filter((word) => word !== ''));
  const steps: StepResult[] = [];
  let mayTalk = true;
  let current: StepName = 'name';

  function skip(name: StepName, because: NotTriedReason): void {
    steps.push({ outcome: 'not-tried', because, step: name, milliseconds: 0 });
  }

  return {
    transcript,
    skip,
    current: () => current,
    mayTalk: () => mayTalk,
    async step(name, work) {
      if (context.signal.aborted) {
        skip(name, 'interrupted');
        return false;
      }
      const began = performance.now();
      current = name;
      let outcome = await work();
      const isAnswer = outcome.outcome === 'ok' || outcome.outcome === 'refused';
      if (context.signal.aborted && !isAnswer) outcome = { outcome: 'not-tried', because: 'interrupted' };
      if (!isAnswer && (name === 'tls' || name === 'greeting' || outcome.outcome === 'malformed'))
        mayTalk = false;
      steps.push({ ...outcome, step: name, milliseconds: roundedSince(began) });
      return outcome.outcome === 'ok';
    },
    conclude(wanted, seen) {
      const because: NotTriedReason = context.signal.aborted ? 'interrupted' : 'earlier-step-failed';
      for (const name of wanted) if (!steps.some((done) => done.step === name)) skip(name, because);
      const rank = (name: StepName): number =>
        name === 'tls' && request.tls === 'implicit'
          ? stepNames.indexOf('greeting') - 0.5
          : stepNames.indexOf(name);
      return maskedObservation(transcript, {
        kind: 'session',
        request: request.id,
        mailbox: request.mailbox,
        direction: request.direction,
        protocol: request.protocol,
        host: request.host,
        port: request.port,
        tls: request.tls,
        ...(request.credentials === undefined ? {} : { user: request.credentials.user }),
        at,
        milliseconds: roundedSince(started),
        steps: steps.sort((one, other) => rank(one.step) - rank(other.step)),
        ...seen,
        transcript: [],
      });
    },
  };
}
