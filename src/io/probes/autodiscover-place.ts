// Knows how one place is asked for the address of Exchange Web Services, and what its answer comes to.
// The caller has made sure that the place's host may have the credential. May not follow what the answer says.

import type { ProbeRequest } from '../../core/delivery/probe-request.ts';
import {
  poxRequest,
  readJsonAnswer,
  readPoxAnswer,
  type AutodiscoverAnswer,
  type Place,
} from '../../core/mail/autodiscover.ts';
import type { AutodiscoverAttempt } from '../../core/mail/autodiscover-attempt.ts';
import type { Observation } from '../../core/mail/evidence.ts';
import type { StepName, StepOutcome } from '../../core/mail/step.ts';
import { readXml } from '../xml.ts';
import { refusalOf } from './http-answer.ts';
import type { HttpRequest } from './http-connection.ts';
import { createHttpLogin } from './http-login.ts';
import { headerOf, type HttpReply } from './http-reply.ts';
import { createHttpSession } from './http-session.ts';
import type { Received } from './line-stream.ts';
import type { Login } from './login.ts';
import type { ProbeContext } from './probe.ts';

export type Asked = {
  attempt: AutodiscoverAttempt;
  /** Where the answer leads; the caller decides whether to go. */
  leads?: Exclude<AutodiscoverAnswer, { error: unknown }>;
  /** The session with that place. */
  observation: Observation;
};

export async function askPlace(
  place: Place,
  { request, context, login }: { request: ProbeRequest; context: ProbeContext; login: Login | undefined },
  wanted: readonly StepName[],
): Promise<Asked> {
  const url = new URL(place.url);
  const session = createHttpSession({ ...request, ...targetOf(url) }, context);
  if (login !== undefined) session.transcript.hide(login.secret);
  const attempt = (rest: Omit<AutodiscoverAttempt, 'url'>): AutodiscoverAttempt => ({
    url: place.url,
    outcome: rest.outcome,
    ...(rest.to === undefined ? {} : { to: shown(session.transcript.mask(rest.to)) }),
    ...(rest.detail === undefined ? {} : { detail: shown(session.transcript.mask(rest.detail)) }),
  });
  // The JSON of version 2 is answered to everybody.
  const credential = place.kind === 'pox' ? login : undefined;
  let reply: HttpReply | undefined;

  if (await session.open()) {
    const asked = requestFor(place, url);
    await session.step('login', async () => {
      const received: Received<HttpReply> = await (credential === undefined
        ? session.exchange(asked)
        : createHttpLogin(session, credential, request.httpSchemes ?? []).exchange(asked));
      if (!received.ok) return received.problem;
      reply = received.value;
      const { status } = reply;
      return status >= 400
        ? { outcome: 'refused', reply: refusalOf(reply, {}, context.now()) }
        : { outcome: 'ok' };
    });
  }
  if (reply?.status === 401 && login === undefined) {
    const because = request.depth === 'connect' ? 'not-asked' : 'no-credentials';
    const seen = session.finish(wanted);
    const steps = seen.steps.map((step) =>
      step.step === 'login' || step.step === 'inbox'
        ? { step: step.step, outcome: 'not-tried' as const, because, milliseconds: 0 }
        : step,
    ) satisfies Observation['steps'];
    return { attempt: attempt({ outcome: 'login-wanted' }), observation: { ...seen, steps } };
  }
  const observation = session.finish(wanted);
  if (reply === undefined) return { attempt: attempt(withoutReply(observation)), observation };
  const leads = answerOf(place, reply, url);
  if (leads === undefined) return { attempt: attempt(statusMeans(reply)), observation };
  if ('error' in leads) {
    const { code, text } = leads.error;
    return { attempt: attempt({ outcome: 'no-mailbox', detail: `${code} ${text}`.trim() }), observation };
  }
  const [to] = Object.values(leads);
  return {
    attempt: attempt({ outcome: 'found' in leads ? 'found' : 'redirected', to: to ?? '' }),
    leads,
    observation,
  };
}

/** Of a URL, as a request names it. */
export function targetOf(url: URL): Pick<ProbeRequest, 'host' | 'port' | 'tls' | 'url'> {
  const encrypted = url.protocol === 'https:';
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (encrypted ? 443 : 80) : Number(url.port),
    tls: encrypted ? 'implicit' : 'none',
    url: url.href,
  };
}

function requestFor({ kind, address }: Place, { pathname, search }: URL): HttpRequest {
  const path = `${pathname}${search}`;
  if (kind === 'json') return { method: 'GET', path, headers: { Accept: 'application/json' } };
  return {
    method: 'POST',
    path,
    headers: { 'Content-Type': 'text/xml; charset=utf-8', Accept: 'text/xml' },
    body: poxRequest(address),
  };
}

function answerOf({ kind }: Place, reply: HttpReply, base: URL): AutodiscoverAnswer | undefined {
  const { status, body } = reply;
  if (status >= 300 && status < 400) {
    const location = headerOf(reply, 'location');
    // RFC 9110 §10.2.2: it may be relative.
    return location !== undefined && URL.canParse(location, base.href)
      ? { redirectUrl: new URL(location, base.href).href }
      : undefined;
  }
  // Version 2 says with 404 and an error's JSON that it knows no such mailbox.
  if (kind === 'json') return readJsonAnswer(body);
  if (status !== 200) return undefined;
  const root = readXml(body);
  return root === undefined ? undefined : readPoxAnswer(root);
}

function statusMeans({ status, reason }: HttpReply): Omit<AutodiscoverAttempt, 'url'> {
  const detail = `HTTP ${status} ${reason}`.trim();
  if (status === 401 || status === 456) return { outcome: 'login-refused', detail };
  return { outcome: status === 408 || status === 429 || status >= 500 ? 'no-answer' : 'not-there', detail };
}

function withoutReply({ steps }: Observation): Omit<AutodiscoverAttempt, 'url'> {
  const broken: (StepOutcome & { step: StepName }) | undefined = steps.find(
    ({ outcome }) => outcome !== 'ok' && outcome !== 'not-tried',
  );
  switch (broken?.outcome) {
    case 'failed':
      return {
        outcome: /^(?:ENOTFOUND|ENODATA|ECONNREFUSED)$/.test(broken.error) ? 'not-there' : 'no-answer',
        detail: broken.error,
      };
    case 'rejected':
      // A certificate for another name: whoever answers is not this domain's Autodiscover.
      return {
        outcome: broken.step === 'login' ? 'login-refused' : 'not-there',
        detail: broken.reason,
      };
    case 'malformed':
      return { outcome: 'not-there' };
    case undefined:
    case 'ok':
    case 'refused':
    case 'closed':
    case 'timed-out':
    case 'not-tried':
      return { outcome: 'no-answer' };
  }
}

/** Of whatever a server names. */
function shown(text: string): string {
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}
