// Knows how a mailbox of an Exchange Server is tested over Exchange Web Services: logged in, inbox opened, message handed over.
// May not judge, and reads no message; taking our own one out again is arrival-ews.ts' business.

import type { HttpScheme, ProbeRequest } from '../../core/delivery/probe-request.ts';
import { getInbox, sendMessage } from '../../core/mail/ews-request.ts';
import type { Observation } from '../../core/mail/evidence.ts';
import type { StepName, StepOutcome } from '../../core/mail/step.ts';
import { discoverEws } from './autodiscover.ts';
import { accessOf, outcomeOf, talkEws, type EwsService, type Spoken } from './ews-service.ts';
import { createHttpSession, type HttpSession } from './http-session.ts';
import { loginOf, type Login } from './login.ts';
import type { ProbeContext, SendPlan } from './probe.ts';

const steps: readonly StepName[] = ['name', 'connect', 'tls', 'login', 'inbox'];
const arrivalSteps: readonly StepName[] = ['arrived', 'removed'];

/** Where and how the mailbox was reached. Nothing has to be remembered of what lies in it: a Message-ID is unique. */
export type EwsSnapshot = {
  protocol: 'ews';
  place: Pick<ProbeRequest, 'host' | 'port' | 'tls' | 'url'>;
  scheme: HttpScheme | undefined;
};

/** Rejects only with SecretProblem, before any socket is opened. */
export async function openEws(
  request: ProbeRequest,
  context: ProbeContext,
  takeSnapshot: boolean,
): Promise<{ observation: Observation; snapshot?: EwsSnapshot }> {
  const found = await reach(request, context, [...steps, ...arrivalSteps]);
  if ('observation' in found) return found;
  const { session, complete } = found;
  const service = await enter(found);
  if (service !== undefined && takeSnapshot) {
    const { host, port, tls, url } = session.request;
    const place = { host, port, tls, ...(url === undefined ? {} : { url }) };
    const snapshot: EwsSnapshot = { protocol: 'ews', place, scheme: service.scheme() };
    return { observation: complete(session.finish(steps)), snapshot };
  }
  const reached = service !== undefined || request.depth === 'connect';
  if (reached) for (const step of arrivalSteps) session.skip(step, 'not-asked');
  return { observation: complete(session.finish([...steps, ...arrivalSteps])) };
}

/** With a plan, the message is handed over once its `ready` says so. */
export async function probeEws(
  request: ProbeRequest,
  context: ProbeContext,
  plan?: SendPlan,
): Promise<Observation> {
  const found = await reach(request, context, [...steps, 'queued']);
  if ('observation' in found) return found.observation;
  const { session, complete } = found;
  if (plan === undefined) session.skip('queued', 'not-asked');
  const service = await enter(found);
  if (service !== undefined && plan !== undefined)
    await session.step('queued', () => send(session, service, plan));
  return complete(session.finish([...steps, 'queued']));
}

type Reached = {
  session: HttpSession;
  url: URL;
  login: Login | undefined;
  complete(observation: Observation): Observation;
};

/** The session with the service, whose address may have to be found first. Nothing is opened yet. */
async function reach(
  request: ProbeRequest,
  context: ProbeContext,
  wanted: readonly StepName[],
): Promise<Reached | { observation: Observation }> {
  const login = await loginOf(request, context);
  const found =
    request.url === undefined
      ? await discoverEws(request, context, login, wanted)
      : { request, complete: (observation: Observation) => observation };
  if ('observation' in found) return found;
  const session = createHttpSession(found.request, context);
  if (login !== undefined) session.transcript.hide(login.secret);
  return { session, url: new URL(found.request.url ?? ''), login, complete: found.complete };
}

/** As far as the request's depth asks: connected, logged in, inbox opened. */
async function enter({ session, url, login }: Reached): Promise<EwsService | undefined> {
  const { request } = session;
  if (!(await session.open())) return undefined;
  if (login === undefined) {
    const because = request.depth === 'connect' ? 'not-asked' : 'no-credentials';
    for (const step of ['login', 'inbox'] as const) session.skip(step, because);
    return undefined;
  }
  const service = talkEws(session, login, url);
  let spoken: Spoken | undefined;
  // One request, two verdicts: whoever is answered is logged in; what the answer says is about the mailbox.
  const entered = await session.step('login', async () => {
    const asked = await service.ask(getInbox(accessOf(request)));
    if (!asked.ok) return asked.problem;
    spoken = asked.value;
    return { outcome: 'ok' };
  });
  const opened =
    entered && (await session.step('inbox', () => Promise.resolve(spoken ? outcomeOf(spoken) : unanswered)));
  return opened ? service : undefined;
}

const unanswered: StepOutcome = { outcome: 'closed' };

async function send(
  session: HttpSession,
  service: EwsService,
  { messageId, raw, ready }: SendPlan,
): Promise<StepOutcome> {
  const isReady = await session.pause(
    ready.then(
      () => true,
      () => false,
    ),
  );
  if (isReady !== true) return { outcome: 'not-tried', because: 'other-direction-failed' };
  session.seen.messageId = messageId;
  session.seen.sentFrom = session.request.address;
  const asked = await service.ask(
    sendMessage(accessOf(session.request), raw.toString('base64')),
    `message sent, ${raw.length} bytes`,
  );
  return asked.ok ? outcomeOf(asked.value) : asked.problem;
}
