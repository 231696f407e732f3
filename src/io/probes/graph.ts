// Knows how a mailbox of Exchange Online is tested over Microsoft Graph: token accepted, inbox opened, message handed over.
// May not judge, and reads no message; taking our own one out again is arrival-graph.ts' business.

import type { ProbeRequest } from '../../core/delivery/probe-request.ts';
import type { Observation } from '../../core/mail/evidence.ts';
import type { StepName, StepOutcome } from '../../core/mail/step.ts';
import { lookAtAccount, mayReadMail } from './graph-account.ts';
import { talkGraph, textOf, unreadable, type Graph } from './graph-service.ts';
import { createHttpSession, type HttpSession } from './http-session.ts';
import { loginOf } from './login.ts';
import type { ProbeContext, SendPlan } from './probe.ts';

const steps: readonly StepName[] = ['name', 'connect', 'tls', 'login', 'inbox'];
const arrivalSteps: readonly StepName[] = ['arrived', 'removed'];

/** By which name Graph knows the mailbox: nothing has to be remembered of what lies in it, a Message-ID is unique. */
export type GraphSnapshot = { protocol: 'graph'; name: string };

export async function openGraph(
  request: ProbeRequest,
  context: ProbeContext,
  takeSnapshot: boolean,
): Promise<{ observation: Observation; snapshot?: GraphSnapshot }> {
  const session = createHttpSession(request, context);
  const entered = await enter(session);
  const opened = entered !== undefined && (await session.step('inbox', () => openInbox(entered)));
  if (opened && takeSnapshot)
    return { observation: session.finish(steps), snapshot: { protocol: 'graph', name: entered.name } };
  const reached = opened || request.depth === 'connect';
  if (reached) for (const step of arrivalSteps) session.skip(step, 'not-asked');
  return { observation: session.finish([...steps, ...arrivalSteps]) };
}

/** With a plan, the message is handed over once its `ready` says so. */
export async function probeGraph(
  request: ProbeRequest,
  context: ProbeContext,
  plan?: SendPlan,
): Promise<Observation> {
  const session = createHttpSession(request, context);
  if (plan === undefined) session.skip('queued', 'not-asked');
  const entered = await enter(session);
  if (entered === undefined) return session.finish([...steps, 'queued']);
  if (!(await mayBeThere(session, entered))) return session.finish([...steps, 'queued']);
  if (plan !== undefined) await session.step('queued', () => send(session, entered, plan));
  return session.finish([...steps, 'queued']);
}

type Entered = { graph: Graph; name: string };

/** As far as the request's depth asks: connected, and the token accepted. */
async function enter(session: HttpSession): Promise<Entered | undefined> {
  const { request, context } = session;
  // Before dialling: where the token cannot be had, nobody is bothered.
  const login = await loginOf(request, context);
  if (!(await session.open())) return undefined;
  if (request.depth === 'connect' || login === undefined) {
    const because = request.depth === 'connect' ? 'not-asked' : 'no-credentials';
    for (const step of ['login', 'inbox'] as const) session.skip(step, because);
    return undefined;
  }
  const graph = talkGraph(session, login);
  let name = '';
  const accepted = await session.step('login', async () => {
    const look = await lookAtAccount(graph, request.address);
    name = look.name;
    if (look.account !== undefined) session.seen.account = look.account;
    return look.outcome;
  });
  return accepted ? { graph, name } : undefined;
}

async function openInbox({ graph, name }: Entered): Promise<StepOutcome> {
  const answer = await graph.ask(`/users/${name}/mailFolders/inbox?$select=id`);
  if (!answer.ok) return answer.problem;
  return textOf(answer.body, 'id') === undefined
    ? unreadable(JSON.stringify(answer.body) ?? '')
    : { outcome: 'ok' };
}

/**
 * A mailbox that is not there sends nothing either. Not looked at with a token that may send and not read; and a user who may
 * send as the mailbox need not be allowed to open it.
 */
async function mayBeThere(session: HttpSession, entered: Entered): Promise<boolean> {
  const { credentials } = session.request;
  const claims =
    credentials?.kind === 'bearer' ? (await session.context.token(credentials.token)).claims : undefined;
  if (mayReadMail(claims) !== true) {
    session.skip('inbox', 'not-asked');
    return true;
  }
  let onlyClosed = false;
  const opened = await session.step('inbox', async () => {
    const outcome = await openInbox(entered);
    onlyClosed =
      outcome.outcome === 'refused' && outcome.reply.code === '403' && claims?.scopes !== undefined;
    return onlyClosed ? { outcome: 'not-tried', because: 'not-asked' } : outcome;
  });
  return opened || onlyClosed;
}

/** As MIME, base64: https://learn.microsoft.com/graph/api/user-sendmail. Graph keeps a copy in Sent Items then. */
async function send(session: HttpSession, { graph, name }: Entered, plan: SendPlan): Promise<StepOutcome> {
  const ready = await session.pause(
    plan.ready.then(
      () => true,
      () => false,
    ),
  );
  if (ready !== true) return { outcome: 'not-tried', because: 'other-direction-failed' };
  session.seen.messageId = plan.messageId;
  session.seen.sentFrom = session.request.address;
  const answer = await graph.ask(`/users/${name}/sendMail`, {
    method: 'POST',
    headers: { 'Content-Type': 'text/plain' },
    body: plan.raw.toString('base64'),
    shownBody: `message sent, ${plan.raw.length} bytes`,
  });
  if (!answer.ok) return answer.problem;
  return { outcome: 'ok', reply: { code: String(answer.status), text: 'Accepted' } };
}
