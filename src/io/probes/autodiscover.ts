// Knows how the address of Exchange Web Services is found for a mailbox: places asked one after the other, redirects followed
// only to hosts that are allowed. Each place is first asked without a credential; a redirect never takes one along.
// May not send a credential to a host that is not allowed, or ask for ever.

import { isAllowedHost, isTenantDomain } from '../../core/mail/allowed-hosts.ts';
import type { ProbeRequest } from '../../core/delivery/probe-request.ts';
import { placesFor, redirectAddress, type Place } from '../../core/mail/autodiscover.ts';
import type { AutodiscoverAttempt } from '../../core/mail/autodiscover-attempt.ts';
import type { Observation } from '../../core/mail/evidence.ts';
import type { StepName, StepOutcome } from '../../core/mail/step.ts';
import { askPlace, targetOf, type Asked } from './autodiscover-place.ts';
import { headerOf } from './http-reply.ts';
import { createHttpSession } from './http-session.ts';
import type { Login } from './login.ts';
import type { ProbeContext } from './probe.ts';
import { roundedSince } from './transcript.ts';

export type Discovery =
  | {
      /** With the service's address in it. */
      request: ProbeRequest;
      /** Puts what was seen on the way before what was then seen of the service. */
      complete(observation: Observation): Observation;
    }
  /** The address was not found, or the password was refused on the way. */
  | { observation: Observation };

const mostPlaces = 10;

export async function discoverEws(
  request: ProbeRequest,
  context: ProbeContext,
  login: Login | undefined,
  wanted: readonly StepName[],
): Promise<Discovery> {
  const started = performance.now();
  const at = new Date(context.now()).toISOString();
  const attempts: AutodiscoverAttempt[] = [];
  const transcript: Observation['transcript'] = [];
  const complete = (observation: Observation): Observation => ({
    ...observation,
    at,
    milliseconds: roundedSince(started),
    autodiscover: attempts,
    transcript: [...transcript, ...observation.transcript],
  });
  const known = new Set<string>();
  const waiting = placesFor(request.address, request);
  /** Says more of what is wrong than "nothing was found". */
  let telling: Observation | undefined;

  for (let place = waiting.shift(); place !== undefined; place = waiting.shift()) {
    const key = JSON.stringify(place);
    const spent = performance.now() - started > context.deadlines.session;
    if (known.has(key) || known.size >= mostPlaces || spent || context.signal.aborted) continue;
    known.add(key);
    const began = performance.now();
    const asked = await askPlace(place, { request, context, login }, wanted);
    const { attempt, observation } = asked;
    for (const line of observation.transcript)
      transcript.push({ ...line, milliseconds: line.milliseconds + Math.round(began - started) });
    attempts.push(attempt);
    if (attempt.outcome === 'login-wanted' || wasRefused(observation))
      return { observation: complete({ ...observation, transcript: [] }) };
    if (attempt.outcome === 'login-refused' && place.kind === 'pox') telling ??= observation;
    const next = follow(asked, place, request);
    if (next === 'not-followed') attempt.outcome = 'not-followed';
    else if ('service' in next) return { request: { ...request, ...next.service }, complete };
    else waiting.unshift(...next.places);
  }

  if (telling !== undefined) return { observation: complete({ ...telling, transcript: [] }) };
  const session = createHttpSession(request, context);
  await session.step('name', async () => {
    if (request.autodiscover === undefined) await lookForRedirect(request, context, attempts);
    const elsewhere = attempts.find(({ outcome }) => outcome === 'not-followed');
    return elsewhere === undefined
      ? ({ outcome: 'rejected', reason: 'autodiscover-found-nothing' } satisfies StepOutcome)
      : {
          outcome: 'rejected',
          reason: 'redirected-elsewhere',
          reply: { code: '302', text: `Location: ${elsewhere.to ?? ''}` },
        };
  });
  return { observation: complete(session.finish(wanted)) };
}

/** The password itself was refused: it is not tried anywhere else. */
function wasRefused({ steps, mechanismUsed }: Observation): boolean {
  const login = steps.find(({ step }) => step === 'login');
  return login?.outcome === 'refused' && login.reply.code === '401' && mechanismUsed !== undefined;
}

type Next = 'not-followed' | { places: Place[] } | { service: ReturnType<typeof targetOf> };

/** Where an answer leads, as far as it may be followed. */
function follow({ leads }: Asked, place: Place, request: ProbeRequest): Next {
  if (leads === undefined) return { places: [] };
  if ('redirectAddress' in leads) {
    const { redirectAddress: address } = leads;
    const domain = address.slice(address.lastIndexOf('@') + 1);
    if (!isTenantDomain(domain) && !isAllowed(domain, request)) return 'not-followed';
    const places = placesFor(address, request).filter(({ url }) => mayGo(url, request));
    return places.length === 0 ? 'not-followed' : { places };
  }
  const to = 'found' in leads ? leads.found : leads.redirectUrl;
  if (!mayGo(to, request)) return 'not-followed';
  return 'found' in leads ? { service: targetOf(new URL(to)) } : { places: [{ ...place, url: to }] };
}

/** Encrypted, and to a host of the mailbox's domain, of Exchange Online, or of the records. */
function mayGo(to: string, request: ProbeRequest): boolean {
  if (!URL.canParse(to)) return false;
  const url = new URL(to);
  const encrypted =
    url.protocol === 'https:' || (url.protocol === 'http:' && request.allowClearTextCredentials);
  if (!encrypted || url.username !== '' || url.password !== '') return false;
  return isAllowed(targetOf(url).host, request);
}

function isAllowed(host: string, { address, recordedHosts = [] }: ProbeRequest): boolean {
  return isAllowedHost(host, { address, recorded: recordedHosts });
}

/** Some domains answer in clear text alone, with where Autodiscover really is. Shown and not followed: anybody may have said it. */
async function lookForRedirect(
  request: ProbeRequest,
  context: ProbeContext,
  attempts: AutodiscoverAttempt[],
): Promise<void> {
  const address = redirectAddress(request.address);
  if (!URL.canParse(address)) return;
  const url = new URL(address);
  const session = createHttpSession({ ...request, ...targetOf(url) }, context);
  const reply = await session.exchange({ method: 'GET', path: url.pathname });
  session.finish([]);
  const location = reply.ok && reply.value.status < 400 ? headerOf(reply.value, 'location') : undefined;
  if (location !== undefined)
    attempts.push({ url: url.href, outcome: 'not-followed', to: location.slice(0, 300) });
}
