// Knows how one reply is read from node:http within a deadline and a size, and what it is when it is none.
// May not throw because of what the peer does, follow a redirect, or record anything.

import type { ClientRequest, IncomingMessage } from 'node:http';
import { dialectOf } from '../../core/mail/dialect.ts';
import { deadline } from './dial.ts';
import type { Problem, Received } from './line-stream.ts';
import { networkProblem } from './network-problem.ts';

export type HttpReply = {
  status: number;
  /** The reason phrase, if there is one. */
  reason: string;
  /** By name in lower case; a name may come more than once (WWW-Authenticate). */
  headers: Readonly<Record<string, readonly string[]>>;
  body: string;
};

/** Far above what services send (16 KiB in all), so that it is not taken for a fault of theirs. */
export const longestHeaders = 64 * 1024;
const longestBody = 1024 * 1024;
const shownBytes = 200;

export async function readReply(
  sent: ClientRequest,
  send: () => void,
  { within, signal }: { within: number; signal: AbortSignal },
): Promise<Received<HttpReply>> {
  const limit = deadline(within, signal);
  let receivedBytes = 0;
  const received = new Promise<Received<HttpReply>>((resolve) => {
    const failed = (problem: Problem): void => resolve({ ok: false, problem });
    // Stays for good: an error nobody listens to would end the process.
    sent.on('error', (error) => failed(problemOf(error)));
    sent.on('response', (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => {
        receivedBytes += part.length;
        parts.push(part);
        if (receivedBytes <= longestBody) return;
        failed({ ...malformed(textOf(parts).slice(0, shownBytes)), limitBytes: longestBody });
        sent.destroy();
      });
      response.on('error', (error) => failed(problemOf(error)));
      response.on('close', () => failed({ outcome: 'closed' }));
      response.on('end', () => {
        // Asked for as it is; what comes packed all the same cannot be read.
        const packed = response.headers['content-encoding'];
        if (packed === undefined || packed === 'identity')
          resolve({ ok: true, value: replyOf(response, parts) });
        else failed(malformed(`content-encoding: ${packed}`));
      });
    });
  });
  send();
  const reply = await Promise.race([
    received,
    limit.passed.then((problem): Received<HttpReply> => ({ ok: false, problem })),
  ]);
  limit.clear();
  if (reply.ok) return reply;
  sent.destroy();
  return reply.problem.outcome === 'timed-out'
    ? { ok: false, problem: { ...reply.problem, receivedBytes } }
    : reply;
}

function replyOf(response: IncomingMessage, parts: readonly Buffer[]): HttpReply {
  const headers: Record<string, readonly string[]> = {};
  for (const [name, values] of Object.entries(response.headersDistinct))
    if (values !== undefined) headers[name] = values;
  return {
    status: response.statusCode ?? 0,
    reason: response.statusMessage ?? '',
    headers,
    body: textOf(parts),
  };
}

function textOf(parts: readonly Buffer[]): string {
  return Buffer.concat(parts).toString('utf8');
}

/** The parser's own errors have the bytes that it could not read. */
function problemOf(error: Error & { code?: string; rawPacket?: Buffer }): Problem {
  if (error.code === 'HPE_HEADER_OVERFLOW') return { ...malformed(''), limitBytes: longestHeaders };
  if (error.code?.startsWith('HPE_') === true)
    return malformed((error.rawPacket ?? Buffer.alloc(0)).toString('latin1', 0, shownBytes));
  // Node's words for a server that ends the connection before it answered, or in the middle of its answer.
  return error.message === 'socket hang up' || error.message === 'aborted'
    ? { outcome: 'closed' }
    : networkProblem(error);
}

function malformed(received: string): Extract<Problem, { outcome: 'malformed' }> {
  return { outcome: 'malformed', received, looksLike: dialectOf(received) };
}

/** One header's value, joined where it came more than once (RFC 9110 §5.3). */
export function headerOf({ headers }: HttpReply, name: string): string | undefined {
  return headers[name.toLowerCase()]?.join(', ');
}
