// Knows how a line-oriented session (SMTP, POP3) goes from a host's name to its end, and records each step of it.
// May not throw because of a server, speak a protocol's commands, or let anything unmasked into the Observation.

import type { SessionRequest } from '../../core/delivery/probe-request.ts';
import {
  type NotTriedReason,
  type Observation,
  type StepName,
  stepNames,
  type StepOutcome,
  type StepResult,
} from '../../core/mail/evidence.ts';
import { type Connection, createConnection, type IsWhole } from './connection.ts';
import { lookUp } from './dial.ts';
import { greeting, implicitTls } from './expected-mode.ts';
import type { Received } from './line-stream.ts';
import { maskedObservation } from './masked-observation.ts';
import type { HostAddress, ProbeContext } from './probe.ts';
import { createTranscript, roundedSince } from './transcript.ts';

export type Session = Pick<
  Connection,
  | 'request'
  | 'context'
  | 'transcript'
  | 'seen'
  | 'send'
  | 'sendBytes'
  | 'receive'
  | 'upgrade'
  | 'pause'
  | 'remark'
  | 'within'
  | 'localAddress'
  | 'encrypted'
  | 'handOver'
  | 'isSilent'
> & {
  /** Runs and records one step. True: it is ok, go on. */
  step(name: StepName, work: () => Promise<StepOutcome>): Promise<boolean>;
  skip(name: StepName, because: NotTriedReason): void;
  /** Records "name", "connect" and, with implicit TLS, "tls". True: the server may be listened to. */
  open(): Promise<boolean>;
  /** The server's first reply. Silence makes it look, beside waiting, whether the port wants the other TLS mode. */
  greeting(isWhole: IsWhole): Promise<Received<string[]>>;
  /**
   * Says farewell without waiting for the answer, closes, and returns everything seen. Steps of `wanted` that were
   * not reached are recorded as such. Call it once, whatever happened before.
   */
  finish(wanted: readonly StepName[], farewell?: string): Observation;
};

export function createSession(request: SessionRequest, context: ProbeContext): Session {
  const started = performance.now();
  const at = new Date(context.now()).toISOString();
  const publicWords = [request.host, request.address, request.mailbox, request.credentials?.user ?? ''];
  const transcript = createTranscript(publicWords.filter((word) => word !== ''));
  const connection = createConnection(request, context, transcript);
  const steps: StepResult[] = [];
  /** Bytes that are not the protocol's, TLS that did not come about: nothing more is said, not even QUIT. */
  let mayTalk = true;
  let current: StepName = 'name';

  async function step(name: StepName, work: () => Promise<StepOutcome>): Promise<boolean> {
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
  }
  function skip(name: StepName, because: NotTriedReason): void {
    steps.push({ outcome: 'not-tried', because, step: name, milliseconds: 0 });
  }

  return {
    ...connection,
    step,
    skip,
    receive(isWhole, limits) {
      const { login, reply } = context.deadlines;
      return connection.receive(isWhole, { milliseconds: current === 'login' ? login : reply, ...limits });
    },
    async open() {
      let addresses: readonly HostAddress[] = [];
      const named = await step('name', async () => {
        const found = await lookUp(request.host, context);
        if (!found.ok) return found.problem;
        addresses = found.value;
        return { outcome: 'ok' };
      });
      if (!named || !(await step('connect', () => connection.dial(addresses)))) return false;
      return request.tls !== 'implicit' || step('tls', () => implicitTls(connection));
    },
    greeting: (isWhole) => greeting(connection, isWhole),
    finish(wanted, farewell) {
      connection.close(mayTalk ? farewell : undefined);
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
        at,
        milliseconds: roundedSince(started),
        steps: steps.sort((one, other) => rank(one.step) - rank(other.step)),
        ...connection.seen,
        transcript: [],
      });
    },
  };
}
