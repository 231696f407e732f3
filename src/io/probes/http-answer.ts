// Knows what the answers of all web services have in common: a redirect, a page for people, and when to come again.
// May not read the service's own format (JSON, XML), or follow anything.

import type { Reply } from '../../core/mail/reply.ts';
import type { StepOutcome } from '../../core/mail/step.ts';
import { headerOf, type HttpReply } from './http-reply.ts';

/** The step's outcome where the service itself did not speak; undefined: it did, and its body is to be read. */
export function notOfTheService(reply: HttpReply): StepOutcome | undefined {
  if (reply.status >= 300 && reply.status < 400) {
    // RFC 9110 §15.4. Whatever stands there may be anybody's: the credential is not taken along.
    const text = `Location: ${headerOf(reply, 'location') ?? '(none)'}`;
    return {
      outcome: 'rejected',
      reason: 'redirected-elsewhere',
      reply: { code: String(reply.status), text },
    };
  }
  if (!isPage(reply) || saysEnough(reply)) return undefined;
  const type = headerOf(reply, 'content-type') ?? '';
  const received = `HTTP/1.1 ${reply.status} ${reply.reason}\nContent-Type: ${type}\n${reply.body}`;
  return { outcome: 'malformed', received: received.slice(0, shownLength), looksLike: 'http' };
}

/**
 * The server's "no" as a step records it. `words` are the service's own; without them the status line's. What the headers
 * add is put behind: how to authenticate (RFC 9110 §11.6.1), when to come again (§10.2.3).
 */
export function refusalOf(
  reply: HttpReply,
  service: { code?: string | undefined; words?: string | undefined },
  now: number,
): Reply {
  const { code, words } = service;
  const challenge = reply.status === 401 ? headerOf(reply, 'www-authenticate') : undefined;
  const seconds = retryAfter(reply, now);
  const text = [
    words === undefined || words === '' ? reply.reason : words,
    ...(challenge === undefined ? [] : [`WWW-Authenticate: ${challenge}`]),
    ...(seconds === undefined ? [] : [`Retry-After: ${seconds} seconds`]),
  ].join(' ');
  // A code is one word; what is not may be anything.
  const enhanced = code !== undefined && /^[\w.:-]{1,100}$/.test(code) ? { enhanced: code } : {};
  return { code: String(reply.status), ...enhanced, text };
}

/** Enough for a page's title, which tells whose it is. */
const shownLength = 1_000;

function isPage(reply: HttpReply): boolean {
  return (
    /^(?:text\/html|application\/xhtml)/i.test(headerOf(reply, 'content-type') ?? '') ||
    /^\s*(?:<!doctype html|<html)/i.test(reply.body)
  );
}

/** Web servers explain a status with a page; where it is Exchange's own, the status says all there is to know. */
function saysEnough(reply: HttpReply): boolean {
  const { status, headers } = reply;
  const ofWindows = /^Microsoft-(?:IIS|HTTPAPI)/i.test(headerOf(reply, 'server') ?? '');
  return (
    (status === 401 && headers['www-authenticate'] !== undefined) ||
    ((status === 403 || status === 404) && ofWindows) ||
    status === 429 ||
    status === 456 ||
    status >= 500
  );
}

/** Seconds, also where a date was given. */
function retryAfter(reply: HttpReply, now: number): number | undefined {
  const value = headerOf(reply, 'retry-after')?.trim();
  if (value === undefined) return undefined;
  if (/^\d{1,9}$/.test(value)) return Number(value);
  const at = Date.parse(value);
  // By the server's own clock, where it shows it.
  const shown = Date.parse(headerOf(reply, 'date') ?? '');
  const seconds = Math.ceil((at - (Number.isNaN(shown) ? now : shown)) / 1_000);
  return Number.isNaN(seconds) || seconds < 0 ? undefined : seconds;
}
