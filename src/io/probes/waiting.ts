// Knows how to wait: for another task of the run, for some time, or until the run is interrupted, whichever is first.
// May not swallow a failure: what is waited for keeps its error.

export type Deferred = { promise: Promise<void>; resolve: () => void };

export function deferred(): Deferred {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((settle) => (resolve = settle));
  return { promise, resolve };
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
    const onAbort = (): void => {
      timer = setTimeout(() => reject(new Interrupted()), grace);
    };
    const cleared = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
    };
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
    promise.then(resolve, reject).finally(cleared);
  });
}

/** Some time, cut short by the signal. Never rejects. */
export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, Math.max(0, milliseconds));
    if (signal.aborted) done();
    else signal.addEventListener('abort', done, { once: true });
  });
}
