// Knows how the answers of web services are found in pasted text: JSON and XML bodies, AADSTS numbers, HTTP statuses.
// Pure text in, a seen reply out. May not say what it means.

import type { SeenReply } from './known-reply.ts';
import { replySources } from './index.ts';
import type { ReplyRow } from './row.ts';

const valuesOf = (rows: readonly ReplyRow[], key: 'codes' | 'statuses') =>
  new Set(rows.flatMap((row) => row[key] ?? []));
const oauthErrors = valuesOf([...replySources.token, ...replySources['google-token']], 'codes');
const exchangeCodes = valuesOf(replySources['exchange-api'], 'statuses');
const entraNumbers = valuesOf(replySources.entra, 'statuses');

/** RFC 6749 §5.2, Graph's { error: { code, message } }, or the answer to a token in a login. */
export function readJson(text: string): SeenReply | undefined {
  const start = text.indexOf('{');
  const end = text.lastIndexOf('}');
  if (start === -1 || end < start) return undefined;
  const body = parsed(text.slice(start, end + 1));
  const error = fieldOf(body, 'error');
  if (typeof error === 'string') {
    const description = fieldOf(body, 'error_description');
    return token(error, typeof description === 'string' ? description : '');
  }
  const status = fieldOf(body, 'status');
  // RFC 7628 §3.2.2: what a mail server answers to a token that it does not take.
  if (typeof status === 'string' && fieldOf(body, 'schemes') !== undefined)
    return { step: 'login', reply: { code: status, text: text.slice(start, end + 1) } };
  const code = fieldOf(error, 'code');
  const message = fieldOf(error, 'message');
  if (typeof code === 'string')
    return {
      protocol: 'graph',
      reply: {
        code: statusIn(text.slice(0, start)) ?? '',
        enhanced: code,
        text: typeof message === 'string' ? message : '',
      },
    };
  return undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // Not JSON: another reader has its turn.
  }
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}

/** "AADSTS700082: …" or "invalid_grant: …" without a body around it. */
export function readTokenError(text: string): SeenReply | undefined {
  const word = [...text.matchAll(/\b[a-z]{3,15}_[a-z_]{4,25}\b/g)]
    .map(([found]) => found)
    .find((found) => oauthErrors.has(found));
  const isTokens = word !== undefined || /\bAADSTS\d{4,7}\b/.test(text);
  return isTokens ? token(word ?? '', text) : undefined;
}

function token(code: string, text: string): SeenReply {
  const enhanced = /\bAADSTS\d{4,7}\b/.exec(text)?.[0];
  return { step: 'token', reply: { code, ...(enhanced === undefined ? {} : { enhanced }), text } };
}

/** The bare number of an AADSTS error, as Microsoft's look-up page takes it. */
export function readEntraNumber(text: string): SeenReply | undefined {
  const enhanced = `AADSTS${text}`;
  return entraNumbers.has(enhanced) ? { step: 'token', reply: { code: '', enhanced, text: '' } } : undefined;
}

/** An HTTP status said to be one, and EWS' or Graph's error code, if any. */
export function readHttpStatus(text: string): SeenReply | undefined {
  const names = [...text.matchAll(/\b[A-Za-z]\w{5,60}\b/g)].map(([name]) => name);
  const enhanced =
    names.find((name) => exchangeCodes.has(name)) ??
    names.find((name) => /^Error[A-Z][a-z]+[A-Z]\w+$/.test(name));
  const code = statusIn(text);
  if (enhanced === undefined && code === undefined) return undefined;
  const protocol = enhanced === undefined ? 'http' : /ResponseCode/.test(text) ? 'ews' : 'graph';
  return { protocol, reply: { code: code ?? '', ...(enhanced === undefined ? {} : { enhanced }), text } };
}

/** SMTP has no 400 to 417, 429 or 456, so those at the start are HTTP's; 5xx only beside the word or the reason phrase. */
function statusIn(text: string): string | undefined {
  return (
    /\bHTTP(?:\/\d(?:\.\d)?)?(?: status)?(?: code)?[ :=(]{1,3}([45]\d\d)\b/i.exec(text)?.[1] ??
    /\b(?:status(?: ?code)?|returned an error)[ :=(]{1,3}([45]\d\d)\b/i.exec(text)?.[1] ??
    /^\(?((?:40[0-9]|41[0-7]|429|456))\b(?![ -]\d\.)/.exec(text)?.[1] ??
    /(?:^|[ (])([45]\d\d)\)? (?:Unauthorized|Forbidden|Too Many Requests|Internal Server Error|Bad Gateway|Service Unavailable|Gateway Time-?out)\b/.exec(
      text,
    )?.[1]
  );
}
