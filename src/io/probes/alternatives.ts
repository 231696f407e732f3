// Knows how other ports of a host are looked at after a session with the recorded one broke: connected and encrypted,
// certificate verified, never logged in; each port once in a run, whoever asks first.
// May not decide what a session's failure means, nor keep anything of the conversation.

import { alternativesOf, isAlternativeWorthALook } from '../../core/delivery/alternatives.ts';
import type { ProbeRequest } from '../../core/delivery/probe-request.ts';
import type { Alternative } from '../../core/mail/alternative.ts';
import type { LocalProblem, Observation } from '../../core/mail/evidence.ts';
import { faultOf } from '../../core/mail/fault.ts';
import type { ProtectedPort } from '../../core/mail/protocol.ts';
import { problemOf } from '../../core/mail/session-problem.ts';
import { placeOf } from './beside-others.ts';
import { holdingPlace } from './connection-limits.ts';
import type { Run } from './one-session.ts';
import type { Deadlines, ProbeContext } from './probe.ts';

/** Milliseconds. A hint is not worth a long wait: a port that does not answer soon is said not to answer. */
const atMost = { connect: 3_000, reply: 4_000, session: 6_000 };
const mostMechanisms = 12;

/** The entry, with what the host's other ports showed where that may explain why it broke. Never throws. */
export async function withAlternatives<Entry extends Observation | LocalProblem>(
  run: Run,
  request: ProbeRequest,
  entry: Entry,
): Promise<Entry> {
  const standard = run.context.standardPorts;
  if (entry.kind === 'local' || standard === undefined || run.context.signal.aborted) return entry;
  if (!isAlternativeWorthALook(entry)) return entry;
  const ports = alternativesOf(entry, standard);
  if (ports.length === 0) return entry;
  return { ...entry, alternatives: await Promise.all(ports.map((port) => lookOnce(run, request, port))) };
}

function lookOnce(run: Run, request: ProbeRequest, { port, tls }: ProtectedPort): Promise<Alternative> {
  const key = `${request.protocol}:${request.host.toLowerCase()}:${port}:${tls}`;
  const looked = run.alternatives.get(key) ?? lookAt(run, request, { port, tls });
  run.alternatives.set(key, looked);
  return looked;
}

async function lookAt(run: Run, request: ProbeRequest, place: ProtectedPort): Promise<Alternative> {
  const { credentials: _, ...others } = request;
  const id = `${request.id}:${place.port}:${place.tls}`;
  const asked: ProbeRequest = { ...others, ...place, id, depth: 'connect' };
  let giveBack = (): void => undefined;
  try {
    const free = await run.limits.take(placeOf({ ...request, port: place.port }), run.context.signal);
    const held = holdingPlace(hurried(run.context), free.giveBack);
    giveBack = held.giveBack;
    const seen =
      asked.protocol === 'smtp'
        ? await run.openers.outgoing(asked, held.context, Promise.resolve())
        : (await run.openers.incoming(asked, held.context, false)).observation;
    return run.context.signal.aborted
      ? { ...place, outcome: 'cannot-tell' }
      : { ...place, ...whatItShowed(seen, run.secretsRead) };
  } catch {
    return { ...place, outcome: 'cannot-tell' };
  } finally {
    giveBack();
  }
}

function hurried(context: ProbeContext): ProbeContext {
  const deadlines: Deadlines = { ...context.deadlines };
  for (const name of ['connect', 'reply', 'session'] as const)
    deadlines[name] = Math.min(deadlines[name], atMost[name]);
  return { ...context, deadlines };
}

function whatItShowed(
  seen: Observation,
  secrets: ReadonlySet<string>,
): Pick<Alternative, 'outcome' | 'reason' | 'mechanisms'> {
  const broken = problemOf(seen);
  if (broken === undefined) {
    // A server that learnt a password on its other port must not have it shown as a mechanism of this one.
    const told = (name: string): boolean =>
      [...secrets].some((secret) => name.includes(secret.toUpperCase()));
    const mechanisms = (seen.mechanisms ?? []).filter((name) => !told(name)).slice(0, mostMechanisms);
    return { outcome: 'works', mechanisms };
  }
  if (faultOf(seen)?.class === 'local') return { outcome: 'cannot-tell' };
  if (broken.problem === 'connection-refused') return { outcome: 'refused' };
  if (broken.problem === 'no-answer') return { outcome: 'no-answer' };
  if (broken.step.outcome === 'rejected' && broken.problem.startsWith('certificate-'))
    return { outcome: 'certificate', reason: broken.step.reason };
  return { outcome: 'unusable' };
}
