// Knows how a line-oriented session (SMTP, POP3) goes from a host's name to its end, and records each step of it.
// May not throw because of a server, speak a protocol's commands, or let anything unmasked into the Observation.

import type { SessionRequest } from '../../core/delivery/probe-request.ts';
import type { Observation } from '../../core/mail/evidence.ts';
import type { StepName } from '../../core/mail/step.ts';
import { type Connection, createConnection, type IsWhole } from './connection.ts';
import { lookUp } from './dial.ts';
import { greeting, implicitTls } from './expected-mode.ts';
import type { Received } from './line-stream.ts';
import type { HostAddress, ProbeContext } from './probe.ts';
import { createSessionRecord, type SessionRecord } from './session-record.ts';

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
> &
  Pick<SessionRecord, 'step' | 'skip'> & {
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
  const { transcript, step, skip, current, mayTalk, conclude } = createSessionRecord(request, context);
  const connection = createConnection(request, context, transcript);

  return {
    ...connection,
    step,
    skip,
    receive(isWhole, limits) {
      const { login, reply } = context.deadlines;
      return connection.receive(isWhole, { milliseconds: current() === 'login' ? login : reply, ...limits });
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
      connection.close(mayTalk() ? farewell : undefined);
      return conclude(wanted, connection.seen);
    },
  };
}
