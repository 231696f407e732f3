// Knows how to have imapflow connect, over either address family where TLS comes at once. Alone loads imapflow.
// May not let an error of the library end the process, nor leave a connection open that came to nothing.

import type { Certificate } from '../../core/mail/certificate.ts';
import { TLSSocket, type ConnectionOptions } from 'node:tls';
import type { ImapFlow } from 'imapflow';
import { dialBothFamilies, lookUp, type Dialled } from './dial.ts';
import { logInWithToken } from './imap-bearer.ts';
import { imapOptions } from './imap-options.ts';
import { watchStages, type Stages } from './imap-stages.ts';
import { isLogin, watchWire, type Wire } from './imap-wire.ts';
import { libraryTls, type LibraryTls } from './library-tls.ts';
import type { Problem } from './line-stream.ts';
import type { HostAddress } from './probe.ts';
import type { Login } from './login.ts';
import type { Session } from './session.ts';
import { deferred, type Deferred } from './waiting.ts';

export type ImapClient = {
  client: ImapFlow;
  wire: Wire;
  stages: Stages;
  addresses: readonly HostAddress[];
  greeted: Deferred;
  secured: Deferred;
  loginSent: Deferred;
  loginAnswered: Deferred;
  /** The library is through with all that it does by itself. */
  ready: Promise<void> | undefined;
  resumption: LibraryTls;
  certificate(): Certificate | undefined;
  otherFamily: Dialled['otherFamily'];
};

/** Records "name" and "connect". Undefined: it got no further. */
export async function startImap(session: Session, login: Login | undefined): Promise<ImapClient | undefined> {
  const { request, context, seen } = session;
  const implicit = request.tls === 'implicit';
  // Loading it takes longer than most servers' answers, and must not count as theirs.
  const loading = import('imapflow');
  loading.catch(() => undefined);
  let addresses: HostAddress[] = [];
  const named = await session.step('name', async () => {
    const found = await lookUp(request.host, context);
    if (!found.ok) return found.problem;
    addresses = found.value;
    return { outcome: 'ok' };
  });
  if (!named) return undefined;
  const library = await loading;

  const connected = deferred();
  const greeted = deferred();
  const secured = deferred();
  const loginSent = deferred();
  const loginAnswered = deferred();
  const stages = watchStages(session, () => wire);
  const { end, reach, within } = stages;

  const wire = watchWire(session.transcript, {
    onConnected: connected.resolve,
    onSecured: () => {
      // RFC 3501 §6.2.1: what was said before TLS is forgotten.
      if (!implicit) {
        if (wire.capabilities !== undefined) wire.capabilitiesBeforeTls = wire.capabilities;
        delete wire.capabilities;
      }
      const { socket } = client as unknown as { socket: unknown };
      // A resumed session is not verified anew, so the library never asks about its certificate.
      if (socket instanceof TLSSocket) certificate = resumption.established(socket) ?? certificate;
      secured.resolve();
    },
    onGreeting: greeted.resolve,
    onCommand: (command) => {
      if (isLogin(command)) loginSent.resolve();
    },
    onAnswer: (command) => {
      if (isLogin(command)) loginAnswered.resolve();
    },
    onProblem: (problem) => {
      end({ problem });
      client?.close();
    },
  });

  let client: ImapFlow | undefined;
  let certificate: Certificate | undefined;
  let otherFamily: Dialled['otherFamily'] = () => [];
  let ready: Promise<void> | undefined;
  const resumption = libraryTls(request, context);
  const options = imapOptions(session, wire, resumption, login, (shown) => (certificate = shown));

  function start(more: ConnectionOptions): void {
    const made = new library.ImapFlow({ ...options, tls: { ...options.tls, ...more } });
    client = made;
    if (login?.bearer === true) logInWithToken(made, wire, login, request, session.transcript);
    // Without a listener a reset after the login would end the whole process.
    made.on('error', (error: Error) => end({ error }));
    made.on('close', () => setImmediate(() => end({ problem: closedBy(wire) })));
    ready = made.connect();
    ready.catch((error: unknown) => end({ error }));
  }

  const reachable = await session.step('connect', async () => {
    if (implicit) {
      const patience = within(context.deadlines.connect);
      const dialled = await dialBothFamilies(addresses, request.port, patience, context.signal);
      if (!dialled.ok) return dialled.problem;
      const { socket } = dialled.value;
      ({ otherFamily } = dialled.value);
      seen.address = socket.remoteAddress ?? '';
      start({ socket });
      return { outcome: 'ok' };
    }
    const families = { autoSelectFamily: true, autoSelectFamilyAttemptTimeout: 1_000 };
    start({
      lookup: (_host, { all }, give) =>
        all === true ? give(null, addresses) : give(null, addresses[0]?.address ?? '', addresses[0]?.family),
      ...families,
    });
    const failed = await reach(connected, context.deadlines.connect);
    if (wire.address !== undefined) seen.address = wire.address;
    return failed ?? { outcome: 'ok' };
  });
  if (client === undefined) return undefined;
  const made: ImapFlow = client;
  if (!reachable) {
    made.close();
    return undefined;
  }
  return {
    client: made,
    wire,
    stages,
    addresses,
    greeted,
    secured,
    loginSent,
    loginAnswered,
    ready,
    resumption,
    certificate: () => certificate,
    otherFamily,
  };
}

function closedBy(wire: Wire): Problem {
  return wire.bye === undefined ? { outcome: 'closed' } : { outcome: 'closed', afterReply: wire.bye };
}
