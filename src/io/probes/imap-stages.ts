// Knows whether a stage of an IMAP connection was reached, or why it will not be: failure, end, deadline, Ctrl-C.
// May not close the connection.

import type { StepOutcome } from '../../core/mail/step.ts';
import { deadline } from './dial.ts';
import { imapProblem } from './imap-problem.ts';
import type { Wire } from './imap-wire.ts';
import type { Problem } from './line-stream.ts';
import type { Session } from './session.ts';
import { deferred, type Deferred } from './waiting.ts';

type Failure = { error: unknown } | { problem: Problem };

export type Stages = {
  ended: Deferred;
  /** The first reason counts; what follows is its consequence. */
  end: (why: Failure) => void;
  /** The library's error, if that is what ended it. */
  error: () => unknown;
  /** Undefined: the stage was reached. */
  reach: (
    stage: Deferred,
    milliseconds: number,
  ) => Promise<Exclude<StepOutcome, { outcome: 'ok' }> | undefined>;
  /** So many milliseconds, or what is left of the session. */
  within: (milliseconds: number) => number;
};

export function watchStages({ context }: Session, wireOf: () => Wire): Stages {
  const endsAt = performance.now() + context.deadlines.session;
  const ended = deferred();
  let failure: Failure | undefined;
  const within = (milliseconds: number): number =>
    Math.max(0, Math.min(milliseconds, endsAt - performance.now()));

  function problem(): Problem {
    if (failure === undefined) return { outcome: 'closed' };
    return 'problem' in failure ? failure.problem : imapProblem(failure.error, wireOf());
  }

  return {
    ended,
    within,
    end(why) {
      failure ??= why;
      ended.resolve();
    },
    error: () => (failure !== undefined && 'error' in failure ? failure.error : undefined),
    async reach(stage, milliseconds) {
      const limit = deadline(within(milliseconds), context.signal);
      const before = wireOf().receivedBytes;
      try {
        const passed = await Promise.race([
          stage.promise.then(() => undefined),
          ended.promise.then(problem),
          limit.passed,
        ]);
        if (passed?.outcome !== 'timed-out') return passed;
        return { ...passed, receivedBytes: wireOf().receivedBytes - before };
      } finally {
        limit.clear();
      }
    },
  };
}
