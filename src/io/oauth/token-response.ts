// Knows what the answer of a token endpoint means: a token (RFC 6749 §5.1), a refusal in words (§5.2), or neither.
// What the server said is kept word for word: error, description, suberror and number are what a person can look up.
// May not let a secret that was sent come back in those words.

import type { Reply } from '../../core/mail/reply.ts';
import type { StepOutcome } from '../../core/mail/step.ts';
import { createSecretMask } from '../probes/secret-mask.ts';
import type { EndpointAnswer } from './endpoint.ts';

export type Tokens = {
  accessToken: string;
  /** Seconds, as the server says. */
  expiresIn?: number;
  /** A new one, where the server gave one: it takes the old one's place. */
  refreshToken?: string;
  idToken?: string;
  /** Space-separated: what was granted, where the server says it. */
  scope?: string;
};

export type TokenResponse = { outcome: StepOutcome; tokens?: Tokens };

/** Longer than any token seen; what is longer could not be sent in one line of IMAP or SMTP either. */
const longestToken = 32 * 1024;
const longestWords = 2_000;

/** @param sent secrets of the request. */
export function readTokenResponse(
  answer: EndpointAnswer,
  sent: readonly string[],
  now: number,
): TokenResponse {
  const secrets = createSecretMask([]);
  for (const secret of sent) secrets.hide(secret);
  const mask = (text: string): string => secrets.mask(text).slice(0, longestWords);
  switch (answer.kind) {
    case 'answered':
      return fromBody(answer, mask, now);
    case 'over-limit':
      return {
        outcome: {
          outcome: 'malformed',
          received: mask(answer.received),
          looksLike: 'http',
          limitBytes: answer.limitBytes,
        },
      };
    case 'failed':
      return { outcome: { outcome: 'failed', error: answer.error, message: mask(answer.message) } };
    case 'closed':
      return { outcome: { outcome: 'closed' } };
    case 'timed-out': {
      const { afterMilliseconds, receivedBytes } = answer;
      return { outcome: { outcome: 'timed-out', afterMilliseconds, receivedBytes } };
    }
    case 'clear-text':
      return { outcome: { outcome: 'rejected', reason: 'clear-text-forbidden' } };
  }
}

type Answered = Extract<EndpointAnswer, { kind: 'answered' }>;

function fromBody(answer: Answered, mask: (text: string) => string, now: number): TokenResponse {
  const { status, body } = answer;
  // Never followed: the form holds the credential, and only the address in the records may have it.
  if (status >= 300 && status < 400)
    return {
      outcome: {
        outcome: 'rejected',
        reason: 'redirected-elsewhere',
        reply: { code: String(status), text: mask(originOf(answer.location)) },
      },
    };
  const fields = jsonObject(body);
  const delay = secondsOf(answer.retryAfter, now);
  // Whatever the body says: "too many requests" and "unavailable" mean later (RFC 6585 §4, RFC 9110 §15.6.4).
  if (status === 429 || status >= 500) {
    const said = fields === undefined ? '' : `${refusal(fields).code}: ${refusal(fields).text}`;
    const words = fields === undefined || text(fields, 'error') === undefined ? firstWords(body) : said;
    const later = delay === undefined ? '' : ` (Retry-After: ${delay} seconds)`;
    const reply = { code: String(status), text: mask(`${words}${later}`.trim()) };
    return { outcome: { outcome: 'refused', reply } };
  }
  if (fields !== undefined && text(fields, 'error') !== undefined) {
    const { code, enhanced, text: words } = refusal(fields);
    const reply: Reply = { code: mask(code), text: mask(words) };
    if (enhanced !== undefined) reply.enhanced = enhanced;
    return { outcome: { outcome: 'refused', reply } };
  }
  const tokens = status >= 200 && status < 300 && fields !== undefined ? tokensIn(fields) : undefined;
  if (tokens !== undefined) return { outcome: { outcome: 'ok' }, tokens };
  return {
    outcome: {
      outcome: 'malformed',
      // A body that is JSON and no token may hold anything: only its first words where it is something else.
      received: mask(`HTTP ${status} ${answer.contentType} ${fields === undefined ? firstWords(body) : ''}`),
      looksLike: body.trim() === '' ? 'nothing' : 'http',
    },
  };
}

/** RFC 6749 §5.2; `suberror` and `error_codes` are Microsoft's, `error_subtype` is Google's. */
function refusal(fields: Fields): Reply {
  const code = text(fields, 'error') ?? '';
  const description = text(fields, 'error_description') ?? '';
  const more = text(fields, 'suberror') ?? text(fields, 'error_subtype');
  const [first] = Array.isArray(fields['error_codes']) ? (fields['error_codes'] as unknown[]) : [];
  const number =
    /AADSTS\d{4,8}/.exec(description)?.[0] ??
    (Number.isSafeInteger(first) ? `AADSTS${String(first)}` : undefined);
  return {
    code: code.slice(0, 100),
    ...(number === undefined ? {} : { enhanced: number }),
    text: more === undefined || more === '' ? description : `${description} (${more})`,
  };
}

function tokensIn(fields: Fields): Tokens | undefined {
  const accessToken = text(fields, 'access_token');
  // RFC 6749 appendix A.12: visible characters and blanks. Anything else would break the line it is sent in.
  if (accessToken === undefined || !isToken(accessToken)) return undefined;
  if (!/^bearer$/i.test(text(fields, 'token_type') ?? 'Bearer')) return undefined;
  const refreshToken = text(fields, 'refresh_token');
  const idToken = text(fields, 'id_token');
  const scope = text(fields, 'scope');
  const expiresIn = Number(fields['expires_in']);
  return {
    accessToken,
    ...(Number.isFinite(expiresIn) && expiresIn > 0 ? { expiresIn } : {}),
    ...(refreshToken !== undefined && isToken(refreshToken) ? { refreshToken } : {}),
    ...(idToken === undefined || idToken.length > longestToken ? {} : { idToken }),
    ...(scope === undefined ? {} : { scope }),
  };
}

function isToken(value: string): boolean {
  return value.length <= longestToken && /^[\x21-\x7e]+$/.test(value);
}

type Fields = Record<string, unknown>;

export function jsonObject(body: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Fields)
      : undefined;
  } catch {
    return undefined;
  }
}

export function text(fields: Fields, name: string): string | undefined {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
  return typeof value === 'string' ? value : undefined;
}

function firstWords(body: string): string {
  return body.slice(0, 400).replace(/\s+/g, ' ').trim().slice(0, 200);
}

/** Where to, without what a query might carry. */
function originOf(location: string | undefined): string {
  if (location === undefined) return '';
  return URL.canParse(location) ? new URL(location).origin : location.replace(/[?#].*$/s, '').slice(0, 200);
}

/** RFC 9110 §10.2.3: seconds, or a date. */
function secondsOf(retryAfter: string | undefined, now: number): number | undefined {
  if (retryAfter === undefined) return undefined;
  if (/^\d{1,9}$/.test(retryAfter)) return Number(retryAfter);
  const at = Date.parse(retryAfter);
  return Number.isNaN(at) ? undefined : Math.max(1, Math.ceil((at - now) / 1_000));
}
