// Knows the order of a run: which server is looked at when, and that one bad mailbox never ends it.
// May not speak any protocol (the probes do), nor judge; every request yields one entry, in the requests' order.

import type { ProbeRequest } from '../../core/delivery/probe-request.ts';
import { brokenStep, type Evidence, type LocalProblem, type Observation } from '../../core/mail/evidence.ts';
import { handedOver, withMessageLeft } from '../../core/mail/handed-over.ts';
import { withAlternatives } from './alternatives.ts';
import { gather } from '../../core/records/look-up.ts';
import type { Snapshot } from './arrival.ts';
import { placeOf } from './beside-others.ts';
import { limitConnections } from './connection-limits.ts';
import { interrupted, look, mistake, readEachOnce, type Run } from './one-session.ts';
import { lazyOpeners, type Openers } from './openers.ts';
import type { ProbeContext } from './probe.ts';
import { rememberRefusedPasswords } from './refused-passwords.ts';
import { deferred, Interrupted, untilAborted } from './waiting.ts';

export type ObserveOptions = {
  /** Connections in all. */
  concurrency: number;
  perHost: number;
  /** Called once for each request, as soon as it is known. */
  onDone?(entry: Observation | LocalProblem): void;
  /** A message is on its way to this mailbox, and is waited for as long as that. */
  onWait?(request: ProbeRequest, seconds: number): void;
};

/** After Ctrl-C, how long a session may take to close itself and hand over what it knows. */
const farewellMilliseconds = 2_000;

export async function observe(
  requests: readonly ProbeRequest[],
  context: ProbeContext,
  options: ObserveOptions,
  openers: Openers = lazyOpeners,
): Promise<Evidence> {
  const at = new Date(context.now()).toISOString();
  const entries = new Map<string, Observation | LocalProblem>();
  const secretsRead = new Set<string>();
  let closed = false;
  const record = (entry: Observation | LocalProblem): void => {
    if (closed || entries.has(entry.request)) return;
    entries.set(entry.request, entry);
    options.onDone?.(entry);
  };
  const run: Run = {
    context: { ...context, secret: readEachOnce(context, secretsRead) },
    limits: limitConnections(options.concurrency, options.perHost),
    refused: rememberRefusedPasswords(),
    openers,
    secretsRead,
    alternatives: new Map(),
    record,
    waits: (request) => options.onWait?.(request, context.deadlines.arrival / 1_000),
  };
  const all = Promise.all(inTurn(groupByMailbox(requests), (group) => observeMailbox(run, group)));
  await untilAborted(all, context.signal, farewellMilliseconds).catch((error: unknown) => {
    if (!(error instanceof Interrupted)) throw error;
  });
  for (const request of requests) record(interrupted(request));
  closed = true;
  return { version: 1, at, observations: requests.flatMap(({ id }) => entries.get(id) ?? []) };
}

/**
 * Both directions side by side. Where a message is sent, it waits for the receiving side's snapshot, and the
 * receiving side then waits for the message. The sender asks for its place only when the receiver has one: the
 * receiver can then always get as far as the snapshot, however low the limits.
 */
async function observeMailbox(run: Run, group: readonly ProbeRequest[]): Promise<void> {
  const receiver = group.find(({ direction, depth }) => direction === 'incoming' && depth === 'send');
  const sender = group.find(({ direction, depth }) => direction === 'outgoing' && depth === 'send');
  const others = group.filter((request) => request !== receiver && request !== sender);
  const receiverHasPlace = deferred();
  const snapshotTaken = deferred();
  let received: Observation | LocalProblem | undefined;

  const sending = (async () => {
    if (!sender) return undefined;
    if (receiver) await receiverHasPlace.promise;
    const entry = await look(run, sender, (request, context) =>
      run.openers.outgoing(request, context, receiver ? snapshotTaken.promise : Promise.resolve()),
    );
    // Nobody will look for it where there is no incoming side to test, or none that could begin: the message stays.
    const nobodyLooks = !receiver || received?.kind === 'local';
    const whole = nobodyLooks && mayArrive(entry) ? withMessageLeft(entry, entry) : entry;
    return { entry, recorded: withAlternatives(run, sender, whole).then(run.record) };
  })();

  const receiving = (async () => {
    if (!receiver) return;
    let snapshot: Snapshot | undefined;
    const entry = await look(
      run,
      receiver,
      async (request, context) => {
        const session = await run.openers.incoming(request, context, sender !== undefined);
        snapshot = session.snapshot;
        return session.observation;
      },
      receiverHasPlace.resolve,
    );
    received = entry;
    receiverHasPlace.resolve();
    snapshotTaken.resolve();
    const sent = sending.then((outgoing) => outgoing?.entry);
    const whole = await waitForArrival(run, receiver, entry, snapshot, sent);
    run.record(await withAlternatives(run, receiver, whole));
  })();

  const rest = others.map(async (request) =>
    run.record(await withAlternatives(run, request, await look(run, request, openOther(run)))),
  );
  await Promise.all([sending.then((outgoing) => outgoing?.recorded), receiving, ...rest]);
}

function openOther(run: Run): (request: ProbeRequest, context: ProbeContext) => Promise<Observation> {
  return async (request, context) =>
    request.direction === 'outgoing'
      ? await run.openers.outgoing(request, context, Promise.resolve())
      : (await run.openers.incoming(request, context, false)).observation;
}

async function waitForArrival(
  run: Run,
  request: ProbeRequest,
  entry: Observation | LocalProblem,
  snapshot: Snapshot | undefined,
  sending: Promise<Observation | LocalProblem | undefined>,
): Promise<Observation | LocalProblem> {
  const sent = await sending;
  if (entry.kind === 'local') return entry;
  if (brokenStep(entry)) return mayArrive(sent) ? withMessageLeft(entry, sent) : entry;
  if (mayArrive(sent) && snapshot !== undefined && !('outcome' in snapshot)) run.waits(request);
  try {
    return await run.openers.arrival({
      request,
      context: run.context,
      observation: entry,
      snapshot,
      sent: sent?.kind === 'session' ? sent : undefined,
      takePlace: async () => (await run.limits.take(placeOf(request), run.context.signal)).giveBack,
    });
  } catch (error) {
    return run.context.signal.aborted ? interrupted(request) : mistake(run, request, error);
  }
}

function mayArrive(sent: Observation | LocalProblem | undefined): sent is Observation {
  return sent?.kind === 'session' && handedOver(sent) !== 'no';
}

/**
 * Doubtful ones only after all others to their hosts: Dovecot holds back every login that comes while a refused password is
 * being punished, and side by side it is chance who comes first.
 */
function inTurn(
  groups: readonly ProbeRequest[][],
  look: (group: readonly ProbeRequest[]) => Promise<void>,
): Promise<void>[] {
  const isDoubtful = (group: readonly ProbeRequest[]): boolean => group.some(({ last }) => last === true);
  const atHost = new Map<string, Promise<void>[]>();
  const first = groups
    .filter((group) => !isDoubtful(group))
    .map((group) => {
      const done = look(group);
      for (const { host } of group) gather(atHost, host, done);
      return done;
    });
  const after = groups.filter(isDoubtful).map(async (group) => {
    await Promise.allSettled(group.flatMap(({ host }) => atHost.get(host) ?? []));
    await look(group);
  });
  return [...first, ...after];
}

function groupByMailbox(requests: readonly ProbeRequest[]): ProbeRequest[][] {
  const groups = new Map<string, ProbeRequest[]>();
  for (const request of requests) {
    const group = groups.get(request.mailbox);
    if (group) group.push(request);
    else groups.set(request.mailbox, [request]);
  }
  return [...groups.values()];
}
