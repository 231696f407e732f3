// Knows how one request is put to Exchange Web Services and what its answer is: over HTTP, logged in, as SOAP.
// May not decide which request comes when (ews.ts, arrival-ews.ts), or take a page of a proxy for an answer.

import type { HttpScheme, ProbeRequest } from '../../core/delivery/probe-request.ts';
import { dialectOf } from '../../core/mail/dialect.ts';
import type { EwsAccess } from '../../core/mail/ews-request.ts';
import { readEwsAnswer, type EwsAnswer } from '../../core/mail/ews-response.ts';
import type { Reply } from '../../core/mail/reply.ts';
import type { StepOutcome } from '../../core/mail/step.ts';
import { readXml } from '../xml.ts';
import { notOfTheService, refusalOf } from './http-answer.ts';
import { createHttpLogin } from './http-login.ts';
import type { HttpReply } from './http-reply.ts';
import type { HttpSession } from './http-session.ts';
import type { Problem, Received } from './line-stream.ts';
import type { Login } from './login.ts';

/** SOAP was spoken, so whoever asked is logged in. */
export type Spoken = { answer: EwsAnswer; reply: Reply };

export type EwsService = {
  /** The problem is one of the login or of the way there, never the answer's own "no". */
  ask(body: string, shownBody?: string): Promise<Received<Spoken>>;
  scheme(): HttpScheme | undefined;
};

export function talkEws(session: HttpSession, login: Login, url: URL, known?: HttpScheme): EwsService {
  const { request, context } = session;
  const http = createHttpLogin(session, login, request.httpSchemes ?? [], known);
  return {
    scheme: http.scheme,
    async ask(body, shownBody) {
      const received = await http.exchange({
        method: 'POST',
        path: `${url.pathname}${url.search}`,
        headers: {
          'Content-Type': 'text/xml; charset=utf-8',
          Accept: 'text/xml',
          // The mailbox's own server is asked, whoever logs in.
          'X-AnchorMailbox': asHeader(request.address),
        },
        body,
        ...(shownBody === undefined ? {} : { shownBody }),
      });
      if (!received.ok) return received;
      const reply = received.value;
      const answer = isSpoken(reply) ? read(reply) : undefined;
      if (answer !== undefined)
        return { ok: true, value: { answer, reply: wordsOf(reply, answer, context.now()) } };
      return { ok: false, problem: problemOf(reply, context.now()) };
    },
  };
}

/** The outcome of a step whose request was answered. */
export function outcomeOf({ answer, reply }: Spoken): StepOutcome {
  return answer.ok ? { outcome: 'ok', reply } : { outcome: 'refused', reply };
}

export function accessOf(request: ProbeRequest): EwsAccess {
  const { address, direction, impersonate, exchangeVersion = 'Exchange2010_SP2' } = request;
  // Whoever sends without impersonation does so from his own mailbox, with the right to send as the other.
  const without = direction === 'outgoing' ? 'own' : 'delegate';
  return { version: exchangeVersion, address, as: impersonate === true ? 'impersonation' : without };
}

/** A fault comes with status 500 (SOAP 1.1 §6.2); others are the web server's and not Exchange's. */
function isSpoken({ status }: HttpReply): boolean {
  return status === 200 || status === 500;
}

function read({ body }: HttpReply): EwsAnswer | undefined {
  const root = readXml(body);
  return root === undefined ? undefined : readEwsAnswer(root);
}

function wordsOf(reply: HttpReply, { ok, code, text, backOff }: EwsAnswer, now: number): Reply {
  const pause = backOff === undefined ? '' : ` BackOffMilliseconds: wait ${backOff} milliseconds`;
  // Without words the status line would speak in their place, and it says OK.
  const words = text === '' && !ok ? code : text;
  return refusalOf(reply, { code, words: `${words}${pause}` }, now);
}

function problemOf(reply: HttpReply, now: number): Problem {
  const other = notOfTheService(reply);
  if (other !== undefined && other.outcome !== 'ok') return other;
  if (reply.status !== 200) return { outcome: 'refused', reply: refusalOf(reply, {}, now) };
  return {
    outcome: 'malformed',
    received: reply.body.slice(0, shownLength),
    looksLike: dialectOf(reply.body),
  };
}

const shownLength = 200;

/** An address may have what no header has (RFC 6531). */
function asHeader(address: string): string {
  return address.replace(/[^\u0020-\u007e]/g, '?');
}
