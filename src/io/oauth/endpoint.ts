// Knows how a form is posted to an OAuth endpoint, and nothing of OAuth: one request, one answer, no redirect followed.
// Node's own https and not fetch: fetch can trust no further authority (--ca-file) without an agent of undici's.
// May not send anything unencrypted but to this machine itself, nor read more than a token could need.

import http from 'node:http';
import https from 'node:https';
import { isIP } from 'node:net';
import { rootCertificates } from 'node:tls';
import { networkProblem } from '../probes/network-problem.ts';

export type EndpointWorld = {
  /** Aborted on Ctrl-C. */
  signal: AbortSignal;
  /** Milliseconds for the whole exchange. */
  deadline: number;
  /** PEM of certificate authorities to trust besides Node's own. */
  extraAuthorities?: string;
};

export type EndpointAnswer =
  | {
      kind: 'answered';
      status: number;
      /** As the server wrote them. */
      retryAfter: string | undefined;
      contentType: string;
      location: string | undefined;
      body: string;
    }
  | { kind: 'over-limit'; received: string; limitBytes: number }
  | { kind: 'failed'; error: string; message: string }
  | { kind: 'closed' }
  | { kind: 'timed-out'; afterMilliseconds: number; receivedBytes: number }
  /** http: to another machine: the credential would be readable on the way (RFC 6749 §3.2). */
  | { kind: 'clear-text' };

/** A token of Microsoft's has some 3 kB, three of them and their frame well below this. */
const largestBody = 64 * 1024;

export async function postForm(
  address: string,
  form: URLSearchParams,
  { signal, deadline, extraAuthorities }: EndpointWorld,
): Promise<EndpointAnswer> {
  const url = new URL(address);
  if (url.protocol !== 'https:' && !isLoopback(url.hostname)) return { kind: 'clear-text' };
  const limit = AbortSignal.timeout(deadline);
  let receivedBytes = 0;
  const body = form.toString();
  const options: https.RequestOptions = {
    method: 'POST',
    signal: AbortSignal.any([signal, limit]),
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded',
      'Content-Length': Buffer.byteLength(body),
      Accept: 'application/json',
      Connection: 'close',
    },
    // Whatever NODE_TLS_REJECT_UNAUTHORIZED says: a credential is sent.
    rejectUnauthorized: true,
    // No agent: no connection is kept, and none of another trust is taken up again.
    agent: false,
    ...(url.protocol === 'https:' && extraAuthorities !== undefined
      ? { ca: [...rootCertificates, extraAuthorities] }
      : {}),
  };
  return new Promise((resolve) => {
    const request = (url.protocol === 'https:' ? https : http).request(url, options, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => {
        receivedBytes += piece.length;
        pieces.push(piece);
        if (receivedBytes <= largestBody) return;
        resolve({ kind: 'over-limit', received: firstOf(pieces), limitBytes: largestBody });
        request.destroy();
      });
      response.on('end', () => resolve(answered(response, pieces)));
      response.on('error', fail);
    });
    const fail = (error: Error): void => {
      if (limit.aborted)
        resolve({ kind: 'timed-out', afterMilliseconds: Math.round(deadline), receivedBytes });
      else {
        const problem = networkProblem(error);
        resolve(
          problem.outcome === 'failed'
            ? { kind: 'failed', error: problem.error, message: problem.message }
            : { kind: 'closed' },
        );
      }
    };
    request.on('error', fail);
    request.end(body);
  });
}

function answered(response: http.IncomingMessage, pieces: readonly Buffer[]): EndpointAnswer {
  const { headers } = response;
  return {
    kind: 'answered',
    status: response.statusCode ?? 0,
    retryAfter: headers['retry-after'],
    contentType: headers['content-type'] ?? '',
    location: headers.location,
    body: Buffer.concat(pieces).toString('utf8'),
  };
}

function firstOf(pieces: readonly Buffer[]): string {
  return (pieces[0] ?? Buffer.alloc(0)).toString('utf8', 0, 200);
}

/** RFC 8252 §8.3, RFC 6761 §6.3: what is sent there does not leave the machine. */
function isLoopback(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '').toLowerCase();
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}
