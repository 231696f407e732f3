// Knows how to wait: for another task of the run, for some time, or until the run is interrupted, whichever is first.
// May not swallow a failure: what is waited for keeps its error.

import { once } from '../../core/records/look-up.ts';

export type Deferred = { promise: Promise<void>; resolve: () => void };

export function deferred(): Deferred {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((settle) => (resolve = settle));
  return { promise, resolve };
}

type Callback = () => void;

/**
 * Calls back when the signal aborts, at once if it has; returns what takes that back. One listener a signal: Node goes
 * through all of them each time one comes or goes, and a run has some for every mailbox that waits.
 */
export function onAbort(signal: AbortSignal, callback: Callback): () => void {
  if (signal.aborted) {
    callback();
    return () => undefined;
  }
  const callbacks = callbacksOf(signal);
  callbacks.add(callback);
  return () => void callbacks.delete(callback);
}

const callbacksOf = once((signal: AbortSignal): Set<Callback> => {
  const callbacks = new Set<Callback>();
  signal.addEventListener('abort', () => callbacks.forEach((callback) => callback()), { once: true });
  return callbacks;
});

export function abortReason(signal: AbortSignal): Error {
  return signal.reason instanceof Error ? signal.reason : new Error('interrupted');
}

export class Interrupted extends Error {
  constructor() {
    super('interrupted');
    this.name = 'Interrupted';
  }
}

/** The promise's own result, or Interrupted as soon as the signal says so, `grace` milliseconds later at most. */
export function untilAborted<Value>(promise: Promise<Value>, signal: AbortSignal, grace = 0): Promise<Value> {
  return new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    const forget = onAbort(signal, () => {
      timer = setTimeout(() => reject(new Interrupted()), grace);
    });
    const cleared = (): void => {
      clearTimeout(timer);
      forget();
    };
    promise.then(resolve, reject).finally(cleared);
  });
}

/** Some time, cut short by the signal. Never rejects. */
export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    let forget = (): void => undefined;
    const done = (): void => {
      clearTimeout(timer);
      forget();
      resolve();
    };
    const timer = setTimeout(done, Math.max(0, milliseconds));
    forget = onAbort(signal, done);
  });
}
