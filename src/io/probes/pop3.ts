// Knows how a POP3 session is led (RFC 1939, 2449, 2595, 5034) as far as the opened maildrop, and what it offers.
// Our own client: the npm ones take one packet for one reply, hang when a server closes or falls silent, and have
// neither CAPA, STLS, SASL nor response codes. May not judge, and touches no message.

import type { ProbeRequest } from '../../core/delivery/probe-request.ts';
import type { Observation } from '../../core/mail/evidence.ts';
import type { StepName, StepOutcome } from '../../core/mail/step.ts';
import { parseCapabilities, type Pop3Capabilities } from '../../core/mail/pop3-reply.ts';
import { listUniqueIds, outcomeOf, readListing, readStatus, statusOf } from './pop3-dialogue.ts';
import { signIn } from './pop3-login.ts';
import { loginOf } from './login.ts';
import type { ProbeContext } from './probe.ts';
import { createSession, type Session } from './session.ts';

const steps: readonly StepName[] = ['name', 'connect', 'greeting', 'tls', 'capabilities', 'login', 'inbox'];
const arrivalSteps: readonly StepName[] = ['arrived', 'removed'];

/** Which messages there were before ours was sent; or why that cannot be told. */
export type Pop3Snapshot =
  | { protocol: 'pop3'; uniqueIds: ReadonlySet<string> }
  | { protocol: 'pop3'; outcome: StepOutcome };

export type Pop3Session = { observation: Observation; snapshot?: Pop3Snapshot };

/** maildrop: it is open. login: as far as was asked or possible without credentials. nowhere: a step failed. */
export type Reached = 'maildrop' | 'login' | 'nowhere';

export async function openPop3(
  request: ProbeRequest,
  context: ProbeContext,
  takeSnapshot: boolean,
): Promise<Pop3Session> {
  const session = createSession(request, context);
  const reached = await openMaildrop(session);
  if (reached === 'maildrop' && takeSnapshot) {
    const listing = await listUniqueIds(session);
    const snapshot: Pop3Snapshot = listing.ok
      ? { protocol: 'pop3', uniqueIds: new Set(listing.numbers.keys()) }
      : { protocol: 'pop3', outcome: listing.outcome };
    return { observation: session.finish(steps, 'QUIT'), snapshot };
  }
  if (reached !== 'nowhere') for (const step of arrivalSteps) session.skip(step, 'not-asked');
  return { observation: session.finish([...steps, ...arrivalSteps], 'QUIT') };
}

/** As far as the request's depth asks. */
export async function openMaildrop(session: Session): Promise<Reached> {
  const { request, context } = session;
  // Before dialling: where the secret cannot be read, nobody is bothered.
  const login = await loginOf(request, context);
  if (!(await session.open())) return 'nowhere';
  if (!(await session.step('greeting', () => greet(session)))) return 'nowhere';
  if (request.tls === 'none') session.skip('tls', 'not-asked');
  if (request.tls === 'starttls' && !(await session.step('tls', () => startTls(session)))) return 'nowhere';

  const key = `pop3:${request.host.toLowerCase()}:${request.port}`;
  const remembered = session.encrypted() ? context.hosts.mechanisms.get(key) : undefined;
  let offered: Pop3Capabilities | undefined;
  if (remembered !== undefined && request.depth !== 'connect' && request.inFull !== true) {
    // Only servers with PIPELINING are remembered (see below); what else they can do was recorded then.
    offered = { names: [], mechanisms: remembered, userPass: false, starttls: false, pipelining: true };
    session.seen.mechanisms = remembered;
    session.skip('capabilities', 'not-asked');
  } else {
    const asked = await session.step('capabilities', async () => {
      const answer = await askCapabilities(session);
      offered = answer.capabilities;
      return answer.outcome;
    });
    if (!asked) return 'nowhere';
    if (offered !== undefined) {
      session.seen.capabilities = offered.names;
      session.seen.mechanisms = offered.mechanisms;
      const worthRemembering = offered.pipelining && offered.mechanisms.includes('PLAIN');
      if (session.encrypted() && worthRemembering) context.hosts.mechanisms.set(key, offered.mechanisms);
    }
  }
  return signIn(session, offered, login);
}

async function greet(session: Session): Promise<StepOutcome> {
  const received = await session.greeting(() => true);
  if (!received.ok) return received.problem;
  const answer = statusOf(received.value[0] ?? '');
  if (!answer.ok) return answer.problem;
  session.seen.greeting = answer.reply.text;
  return outcomeOf(answer);
}

/**
 * RFC 2595 §4. Asked without CAPA first, which saves a round trip; what CAPA says there counts for nothing later, and is
 * asked for only where somebody wants to see it.
 */
async function startTls(session: Session): Promise<StepOutcome> {
  if (session.request.inFull === true) {
    const before = await askCapabilities(session);
    if (before.outcome.outcome !== 'ok') return before.outcome;
    if (before.capabilities !== undefined) session.seen.capabilitiesBeforeTls = before.capabilities.names;
  }
  session.send('STLS');
  const answer = await readStatus(session);
  if (!answer.ok) return answer.problem;
  if (answer.reply.code === '+OK') return session.upgrade();
  const asked = await askCapabilities(session);
  const offered = asked.capabilities?.starttls ?? false;
  return offered
    ? { outcome: 'refused', reply: answer.reply }
    : { outcome: 'rejected', reason: 'starttls-not-offered', reply: answer.reply };
}

/** A server without CAPA (RFC 2449 is younger than POP3) is no fault: it is then asked with USER and PASS. */
async function askCapabilities(
  session: Session,
): Promise<{ outcome: StepOutcome; capabilities?: Pop3Capabilities }> {
  session.send('CAPA');
  const answer = await readListing(session);
  if (!answer.ok) return { outcome: answer.problem };
  if (answer.reply.code !== '+OK') return { outcome: { outcome: 'ok', reply: answer.reply } };
  return { outcome: { outcome: 'ok' }, capabilities: parseCapabilities(answer.lines) };
}
