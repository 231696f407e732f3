// Knows how Microsoft Graph is asked: one authorised request, its JSON, and its errors as outcomes of a step.
// https://learn.microsoft.com/graph/use-the-api. May not decide what is asked, nor follow a link of an answer.

import type { StepOutcome } from '../../core/mail/step.ts';
import { notOfTheService, refusalOf } from './http-answer.ts';
import type { HttpRequest } from './http-connection.ts';
import type { HttpReply } from './http-reply.ts';
import type { HttpSession } from './http-session.ts';
import type { Login } from './login.ts';
import type { Problem } from './line-stream.ts';

export type GraphAnswer =
  /** `body` is what JSON.parse made of it: anything. Undefined where the service sent none. */
  { ok: true; status: number; body: unknown } | { ok: false; problem: Problem };

export type Graph = {
  /** `path` begins after the version: "/users/…". */
  ask(path: string, request?: Partial<Omit<HttpRequest, 'path'>>): Promise<GraphAnswer>;
};

export function talkGraph(session: HttpSession, login: Login): Graph {
  const { request, context } = session;
  const base = new URL(request.url ?? 'https://graph.microsoft.com/v1.0').pathname.replace(/\/+$/, '');
  session.transcript.hide(login.secret);
  session.seen.mechanismUsed = 'Bearer';
  return {
    async ask(path, { method = 'GET', headers = {}, ...body } = {}) {
      // Such a token cannot stand in a header (RFC 6750 §2.1), and must not end one and begin another.
      if (!/^[\w.~+/-]+=*$/.test(login.secret))
        return { ok: false, problem: { outcome: 'rejected', reason: 'unsafe-characters' } };
      const reply = await session.exchange({
        method,
        path: `${base}${path}`,
        headers: { Authorization: `Bearer ${login.secret}`, Accept: 'application/json', ...headers },
        ...body,
      });
      return reply.ok ? read(reply.value, context.now()) : reply;
    },
  };
}

/** A value in a path or a filter; Graph's own quoting doubles an apostrophe (OData 4.01 §5.1.1.14.1). */
export function inFilter(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

function read(reply: HttpReply, now: number): GraphAnswer {
  const other = notOfTheService(reply);
  if (other !== undefined && other.outcome !== 'ok') return { ok: false, problem: other };
  const isYes = reply.status >= 200 && reply.status < 300;
  if (isYes && reply.body === '') return { ok: true, status: reply.status, body: undefined };
  const body = parsed(reply.body);
  if (isYes)
    return body === undefined
      ? { ok: false, problem: unreadable(reply.body) }
      : { ok: true, status: reply.status, body };
  return { ok: false, problem: { outcome: 'refused', reply: refusalOf(reply, errorIn(body), now) } };
}

/** {"error": {"code": …, "message": …}} */
function errorIn(body: unknown): { code?: string | undefined; words?: string | undefined } {
  const error = fieldOf(body, 'error');
  return { code: textOf(error, 'code'), words: textOf(error, 'message') };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** JSON, and not what was asked for: also where a later version of the service has it so. */
export function unreadable(received: string): Extract<StepOutcome, { outcome: 'malformed' }> {
  return { outcome: 'malformed', received: received.slice(0, 200), looksLike: 'unknown' };
}

export function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

export function textOf(value: unknown, name: string): string | undefined {
  const field = fieldOf(value, name);
  return typeof field === 'string' && field.length <= longestValue ? field : undefined;
}

/** Of any identifier or name that is used further. */
const longestValue = 2_000;

/** The entries of a collection: {"value": […]}. */
export function listOf(body: unknown, name = 'value'): readonly unknown[] {
  const list = fieldOf(body, name);
  return Array.isArray(list) ? list : [];
}
