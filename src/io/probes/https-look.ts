// Knows how an HTTPS address is looked at: TLS, then one GET without credentials, of which the status and the headers are
// read. May not send credentials or cookies, follow a redirect, read a body, or judge the answer (rule MC545).

import { request as httpRequest, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { SessionRequest } from '../../core/delivery/probe-request.ts';
import { dialectOf } from '../../core/mail/dialect.ts';
import type { HttpAnswer } from '../../core/mail/http-answer.ts';
import type { Observation } from '../../core/mail/evidence.ts';
import type { StepName, StepOutcome } from '../../core/mail/step.ts';
import { schemesOf } from '../../core/mail/http-challenge.ts';
import { deadline } from './dial.ts';
import { networkProblem } from './network-problem.ts';
import type { ProbeContext } from './probe.ts';
import { createSession, type Session } from './session.ts';
import { targetName } from './tls.ts';
import { brokenByMistake } from './unusual-observations.ts';

export type HttpsRequest = SessionRequest & { protocol: 'https'; tls: 'implicit'; path: string };

const steps: readonly StepName[] = ['name', 'connect', 'tls', 'greeting'];

const headerBytes = 32 * 1024;
const mostChallenges = 20;
const longestValue = 300;

/** What tells an Exchange server, or what stands before it, from another. */
const telling = [
  'x-feserver',
  'x-beserver',
  'x-calculatedbetarget',
  'x-owa-version',
  'x-powered-by',
  'x-aspnet-version',
  'via',
  'strict-transport-security',
];

/** Never rejects. */
export async function lookAtHttps(request: HttpsRequest, context: ProbeContext): Promise<Observation> {
  try {
    const session = createSession(request, context);
    if (await session.open()) await session.step('greeting', () => ask(session, request));
    return session.finish(steps);
  } catch (error) {
    return brokenByMistake(request, error, context.now(), []);
  }
}

/** node:http and not node:https: TLS is there already, verified as for every other protocol. */
async function ask(session: Session, { host, port, path }: HttpsRequest): Promise<StepOutcome> {
  if (!session.isSilent()) return speaksFirst(session);
  const socket = session.handOver();
  if (socket === undefined) return { outcome: 'closed' };
  const name = targetName(host);
  const authority = `${name.includes(':') ? `[${name}]` : name}${port === 443 ? '' : `:${port}`}`;
  for (const line of [`GET ${path} HTTP/1.1`, `Host: ${authority}`]) session.transcript.add('>', line, true);
  const { context } = session;
  const milliseconds = session.within(context.deadlines.reply);
  const limit = deadline(milliseconds, context.signal);
  const before = socket.bytesRead;
  try {
    const answer = await Promise.race([answerTo(socket, authority, path), limit.passed]);
    if (answer instanceof Error) return problemOf(answer, socket);
    if ('outcome' in answer)
      return answer.outcome === 'timed-out'
        ? { ...answer, receivedBytes: socket.bytesRead - before }
        : answer;
    noteAnswer(session, answer, path);
    const { statusCode = 0, statusMessage = '' } = answer;
    return { outcome: 'ok', reply: { code: String(statusCode), text: statusMessage } };
  } finally {
    limit.clear();
    socket.destroy();
  }
}

/** RFC 9112 §3: nothing comes before the request. Whatever did is another protocol's. */
async function speaksFirst(session: Session): Promise<StepOutcome> {
  const first = await session.receive(() => true);
  if (!first.ok) return first.problem;
  const received = first.value[0] ?? '';
  return { outcome: 'malformed', received, looksLike: dialectOf(received) };
}

function answerTo(socket: Socket, authority: string, path: string): Promise<IncomingMessage | Error> {
  return new Promise((resolve) => {
    const asked = httpRequest({
      method: 'GET',
      path,
      // Else Node's pool of connections would dial by itself.
      createConnection: () => socket,
      setHost: false,
      maxHeaderSize: headerBytes,
      headers: { Host: authority, 'User-Agent': 'mailcheck', Accept: '*/*', Connection: 'close' },
    });
    const give = (answer: IncomingMessage): void => {
      // The head is all that is wanted; the body goes nowhere.
      answer.on('error', () => undefined).destroy();
      resolve(answer);
    };
    asked.on('response', give).on('upgrade', give).on('error', resolve).end();
  });
}

/** https://nodejs.org/api/errors.html#hpe_header_overflow and its kin, of Node's HTTP parser. */
function problemOf(error: NodeJS.ErrnoException & { rawPacket?: unknown }, socket: Socket): StepOutcome {
  const { code = '', rawPacket } = error;
  if (!code.startsWith('HPE_'))
    return code === 'ECONNRESET' && socket.errored === null
      ? { outcome: 'closed' }
      : networkProblem(socket.errored ?? error);
  const received = Buffer.isBuffer(rawPacket) ? rawPacket.toString('utf8', 0, 200) : '';
  const problem: StepOutcome = { outcome: 'malformed', received, looksLike: dialectOf(received) };
  return code === 'HPE_HEADER_OVERFLOW' ? { ...problem, limitBytes: headerBytes } : problem;
}

function noteAnswer({ seen, transcript }: Session, answer: IncomingMessage, path: string): void {
  const { statusCode = 0, statusMessage = '', httpVersion, headers, rawHeaders } = answer;
  transcript.add('<', `HTTP/${httpVersion} ${statusCode} ${statusMessage}`, true);
  const authenticate: string[] = [];
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    const [name = '', value = ''] = rawHeaders.slice(index, index + 2);
    const isCookie = /^set-cookie$/i.test(name);
    // A cookie may stand for a session of somebody's.
    transcript.add('<', `${name}: ${isCookie ? '(hidden)' : value}`, true);
    if (/^www-authenticate$/i.test(name) && authenticate.length < mostChallenges)
      authenticate.push(value.slice(0, longestValue));
  }
  const first = (name: string): string | undefined => [headers[name] ?? []].flat()[0]?.slice(0, longestValue);
  const [server, location] = [first('server'), first('location')];
  const http: HttpAnswer = {
    method: 'GET',
    path,
    status: statusCode,
    reason: statusMessage.slice(0, longestValue),
    authenticate,
    ...(server === undefined ? {} : { server }),
    ...(location === undefined ? {} : { location }),
    headers: Object.fromEntries(
      telling.flatMap((name) => {
        const value = headers[name];
        return value === undefined ? [] : [[name, [value].flat().join(', ').slice(0, longestValue)]];
      }),
    ),
  };
  seen.http = http;
  seen.mechanisms = schemesOf(authenticate);
}
