// Knows one HTTP/1.1 connection (RFC 9112) over our own sockets: dialling, verified TLS, one exchange after the other; all of
// it transcribed. node:http and not fetch: fetch shows no certificate, follows redirects and may use another connection.
// May not follow a redirect, put an Authorization header on the wire where that is not allowed, or throw because of a server.

import type { StepOutcome } from '../../core/mail/step.ts';
import { Agent, request as httpRequest } from 'node:http';
import type { Socket } from 'node:net';
import { dialBothFamilies, lookUp, type Dialled } from './dial.ts';
import { longestHeaders, readReply, type HttpReply } from './http-reply.ts';
import { replyLines, requestLines } from './http-lines.ts';
import type { Problem, Received } from './line-stream.ts';
import { noteOlderTls } from './older-tls.ts';
import type { HostAddress, ProbeContext } from './probe.ts';
import { noteProblem, noteTls, type Note, type Seen } from './seen.ts';
import { secure } from './tls.ts';
import type { Transcript } from './transcript.ts';
import { onAbort } from './waiting.ts';

export type Origin = { host: string; port: number; encrypted: boolean };

export type HttpRequest = {
  method: 'GET' | 'POST' | 'DELETE';
  /** With its query, as in "/v1.0/users?$top=1". */
  path: string;
  headers?: Readonly<Record<string, string>>;
  body?: string | Buffer;
  /** Stands for the body in the transcript. */
  shownBody?: string;
};

export type HttpConnection = {
  /** Steps of opening, in this order; exchange() does what is left of them by itself. */
  lookUp(): Promise<StepOutcome>;
  dial(): Promise<StepOutcome>;
  startTls(): Promise<StepOutcome>;
  /** Any status is a reply. One at a time; on the same connection as the one before, as long as the server keeps it. */
  exchange(asked: HttpRequest, milliseconds: number): Promise<Received<HttpReply>>;
  /** How many connections were opened: NTLM (RFC 4559 §6) has to stay on one. */
  opened(): number;
  /** The server's certificate on the open connection, as DER. */
  certificate(): Buffer | undefined;
  close(): void;
};

type World = {
  context: ProbeContext;
  transcript: Transcript;
  seen: Seen;
  /** Authorization may cross the wire without TLS: only if the record says so. */
  allowClearTextCredentials: boolean;
  within(milliseconds: number): number;
};

export function createHttpConnection(origin: Origin, world: World): HttpConnection {
  const { context, transcript, seen, within } = world;
  const { host, port, encrypted } = origin;
  let addresses: readonly HostAddress[] | undefined;
  let socket: Socket | undefined;
  let dialled: Dialled | undefined;
  let secured = false;
  let der: Buffer | undefined;
  let count = 0;
  let connection: Socket | undefined;
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  agent.createConnection = () => connection;

  const stop = (): void => void socket?.destroy();
  const forget = onAbort(context.signal, stop);
  const note: Note = (mark, text) => transcript.add(mark, text, secured);
  const noted = (problem: Problem): Problem => {
    noteProblem(problem, note);
    return problem;
  };
  const isOpen = (): boolean =>
    socket !== undefined && !socket.destroyed && socket.readable && socket.writable;

  async function look(): Promise<StepOutcome> {
    const found = await lookUp(host, context);
    if (!found.ok) return found.problem;
    addresses = found.value;
    return { outcome: 'ok' };
  }
  async function connect(): Promise<StepOutcome> {
    const milliseconds = within(context.deadlines.connect);
    const connected = await dialBothFamilies(addresses ?? [], port, milliseconds, context.signal);
    if (!connected.ok) return noted(connected.problem);
    // Asked only of the first time: what is found then holds for the session.
    if (dialled === undefined) dialled = connected.value;
    else connected.value.otherFamily();
    socket = connected.value.socket;
    secured = false;
    count += 1;
    seen.address = socket.remoteAddress ?? '';
    note('*', `connected to ${seen.address} port ${port}`);
    return { outcome: 'ok' };
  }
  async function startTls(): Promise<StepOutcome> {
    if (socket === undefined) return { outcome: 'closed' };
    const handshake = await secure(socket, { host, port }, context, within(context.deadlines.reply));
    if (!handshake.ok) {
      if (handshake.certificate !== undefined) seen.certificate = handshake.certificate;
      const problem = noted(handshake.problem);
      const request = { protocol: 'https', host, port, tls: 'implicit' } as const;
      const looking = { request, context, seen, within, remark: (text: string) => note('*', text) };
      const used = addresses?.filter(({ address }) => address === seen.address) ?? [];
      await noteOlderTls(looking, problem, used);
      return problem;
    }
    ({ socket, der } = handshake.value);
    secured = true;
    noteTls(seen, handshake.value, note);
    return { outcome: 'ok' };
  }
  /** Whatever of the three steps is missing, also after the server closed the connection between two exchanges. */
  async function opened(): Promise<Problem | undefined> {
    for (const step of [
      ...(addresses === undefined ? [look] : []),
      ...(isOpen() ? [] : [connect]),
      ...(encrypted && !(isOpen() && secured) ? [startTls] : []),
    ]) {
      const outcome = await step();
      if (outcome.outcome !== 'ok') return outcome;
    }
    return undefined;
  }

  async function send(asked: HttpRequest, milliseconds: number): Promise<Received<HttpReply>> {
    const body = typeof asked.body === 'string' ? Buffer.from(asked.body) : asked.body;
    const headers: Record<string, string> = {
      Host: authorityOf(origin),
      // Nothing to unpack: a small reply stays a small one.
      'Accept-Encoding': 'identity',
      'User-Agent': 'mailcheck',
      ...asked.headers,
      ...(body === undefined ? {} : { 'Content-Length': String(body.length) }),
    };
    for (const [mark, text] of requestLines(asked, headers)) note(mark, text);
    connection = socket;
    const { method, path } = asked;
    const sent = httpRequest({
      agent,
      host,
      port,
      method,
      path,
      headers,
      setHost: false,
      maxHeaderSize: longestHeaders,
    });
    const reply = await readReply(sent, () => sent.end(body), {
      within: within(milliseconds),
      signal: context.signal,
    });
    if (!reply.ok) {
      stop();
      return { ok: false, problem: noted(reply.problem) };
    }
    for (const line of replyLines(reply.value)) note('<', line);
    return reply;
  }

  return {
    lookUp: look,
    dial: connect,
    startTls,
    opened: () => count,
    certificate: () => (secured ? der : undefined),
    async exchange(asked, milliseconds) {
      if (!encrypted && !world.allowClearTextCredentials && hasAuthorization(asked))
        return { ok: false, problem: noted({ outcome: 'rejected', reason: 'clear-text-forbidden' }) };
      for (let again = false; ; again = true) {
        const reused = isOpen() && (secured || !encrypted);
        const problem = await opened();
        if (problem !== undefined) return { ok: false, problem };
        const reply = await send(asked, milliseconds);
        // RFC 9110 §9.2.2: the server may have closed an idle connection just now; what changes nothing is asked again.
        const gone = !reply.ok && isGone(reply.problem) && reused && !again;
        if (!gone || asked.method !== 'GET' || context.signal.aborted) return reply;
      }
    },
    close() {
      forget();
      const failed = dialled?.otherFamily() ?? [];
      if (failed.length > 0) seen.failedAddresses = failed;
      agent.destroy();
      stop();
    },
  };
}

/** RFC 9110 §7.2: without the scheme's own port. */
function authorityOf({ host, port, encrypted }: Origin): string {
  const name = host.includes(':') ? `[${host}]` : host;
  return port === (encrypted ? 443 : 80) ? name : `${name}:${port}`;
}

function hasAuthorization({ headers = {} }: HttpRequest): boolean {
  return Object.keys(headers).some((name) => /^authorization$/i.test(name));
}

function isGone(problem: Problem): boolean {
  return (
    problem.outcome === 'closed' ||
    (problem.outcome === 'failed' && /^(?:ECONNRESET|EPIPE)$/.test(problem.error))
  );
}
