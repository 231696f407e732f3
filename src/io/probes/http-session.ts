// Knows how a session with a web service (EWS, Microsoft Graph) goes from a host's name to its end, and records each step.
// May not follow a redirect, read meaning into a reply, or let anything unmasked into the Observation.

import type { StepName, StepOutcome } from '../../core/mail/step.ts';
import type { ProbeRequest } from '../../core/delivery/probe-request.ts';
import type { Observation } from '../../core/mail/evidence.ts';
import { deadline } from './dial.ts';
import {
  createHttpConnection,
  type HttpConnection,
  type HttpRequest,
  type Origin,
} from './http-connection.ts';
import type { HttpReply } from './http-reply.ts';
import type { Received } from './line-stream.ts';
import type { ProbeContext } from './probe.ts';
import type { Seen } from './seen.ts';
import { createSessionRecord, type SessionRecord } from './session-record.ts';

export type HttpSession = Pick<SessionRecord, 'transcript' | 'step' | 'skip'> & {
  readonly request: ProbeRequest;
  readonly context: ProbeContext;
  readonly seen: Seen;
  /** Records "name", "connect" and, for https, "tls". True: the service may be spoken to. */
  open(): Promise<boolean>;
  /** With the request's own host. In the step "login" the deadline of logins holds, else that of replies. */
  exchange(asked: HttpRequest): Promise<Received<HttpReply>>;
  /**
   * With another host (Autodiscover, a redirect that may be followed): connects by itself, records no step, and its
   * address and certificate are not the session's. Same transcript, same time left; never closed by hand.
   */
  exchangeAt(origin: Origin, asked: HttpRequest): Promise<Received<HttpReply>>;
  /** How many connections to the request's own host were opened so far. */
  connections(): number;
  /** The own host's certificate on the open connection, as DER: what a login may be bound to. */
  certificate(): Buffer | undefined;
  /** Waits for something that is not this server's doing: the session's time stands still meanwhile. */
  pause<Value>(waited: Promise<Value>): Promise<Value | undefined>;
  remark(text: string): void;
  /** Closes, and returns everything seen. Steps of `wanted` that were not reached are recorded as such. Call it once. */
  finish(wanted: readonly StepName[]): Observation;
};

export function createHttpSession(request: ProbeRequest, context: ProbeContext): HttpSession {
  const { transcript, step, skip, current, conclude } = createSessionRecord(request, context);
  const { host, port, tls, allowClearTextCredentials } = request;
  const seen: Seen = {};
  let endsAt = performance.now() + context.deadlines.session;
  const within = (milliseconds: number): number =>
    Math.max(0, Math.min(milliseconds, endsAt - performance.now()));
  const connect = (origin: Origin, into: Seen): HttpConnection =>
    createHttpConnection(origin, { context, transcript, seen: into, allowClearTextCredentials, within });

  const encrypted = tls !== 'none';
  const own = connect({ host, port, encrypted }, seen);
  const others = new Map<string, HttpConnection>();
  const milliseconds = (): number =>
    current() === 'login' ? context.deadlines.login : context.deadlines.reply;

  return {
    request,
    context,
    transcript,
    seen,
    step,
    skip,
    connections: () => own.opened(),
    certificate: own.certificate,
    remark: (text) => transcript.add('*', text, encrypted),
    async open() {
      const steps: [StepName, () => Promise<StepOutcome>][] = [
        ['name', own.lookUp],
        ['connect', own.dial],
        ...(encrypted ? [['tls', own.startTls] satisfies [StepName, () => Promise<StepOutcome>]] : []),
      ];
      for (const [name, work] of steps) if (!(await step(name, work))) return false;
      if (!encrypted) skip('tls', 'not-asked');
      return true;
    },
    exchange: (asked) => own.exchange(asked, milliseconds()),
    exchangeAt(origin, asked) {
      const key = JSON.stringify(origin);
      const other = others.get(key) ?? connect(origin, {});
      others.set(key, other);
      transcript.add('*', `to ${origin.host} port ${origin.port}`, false);
      return other.exchange(asked, milliseconds());
    },
    async pause(waited) {
      const began = performance.now();
      const limit = deadline(context.deadlines.session, context.signal);
      try {
        return await Promise.race([waited, limit.passed.then(() => undefined)]);
      } finally {
        limit.clear();
        endsAt += performance.now() - began;
      }
    },
    finish(wanted) {
      for (const connection of [own, ...others.values()]) connection.close();
      return conclude(wanted, seen);
    },
  };
}
