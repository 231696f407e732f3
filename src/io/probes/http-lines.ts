// Knows how an HTTP request and its reply look in a transcript. May not let a credential or a cookie into it.

import type { HttpRequest } from './http-connection.ts';
import type { HttpReply } from './http-reply.ts';

/** Of a body; the transcript shortens lines by itself. */
const mostLines = 40;

export function requestLines(
  { method, path, body, shownBody }: HttpRequest,
  headers: Readonly<Record<string, string>>,
): (readonly [mark: '>' | '*', text: string])[] {
  const shown = body === undefined ? [] : linesOf(body.toString());
  return [
    ['>', `${method} ${path} HTTP/1.1`],
    ...Object.entries(headers).map(([name, value]) => ['>', `${name}: ${shownHeader(name, value)}`] as const),
    ...(shownBody === undefined ? shown.map((line) => ['>', line] as const) : [['*', shownBody] as const]),
  ];
}

export function replyLines({ status, reason, headers, body }: HttpReply): string[] {
  return [
    `HTTP/1.1 ${status} ${reason}`.trimEnd(),
    ...Object.entries(headers).flatMap(([name, values]) =>
      values.map((value) => `${name}: ${shownHeader(name, value)}`),
    ),
    ...(body === '' ? [] : linesOf(body)),
  ];
}

function linesOf(body: string): string[] {
  return body.split(/\r?\n/).slice(0, mostLines);
}

/** Credentials and cookies let somebody in: their kind is shown, not they themselves. */
function shownHeader(name: string, value: string): string {
  if (/^authorization$/i.test(name)) return value.replace(/^(\S+)\s.*$/s, '$1 ***');
  return /^(?:set-)?cookie$/i.test(name) ? value.replace(/=.*$/s, '=***') : value;
}
