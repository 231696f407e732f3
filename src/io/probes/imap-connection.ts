// Knows how to have imapflow connect, and when each stage of it is reached or has failed. Alone loads imapflow.
// May not let an error of the library end the process, nor leave a connection open.

import { TLSSocket, type ConnectionOptions } from 'node:tls';
import type { ImapFlow } from 'imapflow';
import type { Certificate } from '../../core/mail/certificate.ts';
import type { StepOutcome } from '../../core/mail/step.ts';
import { mechanismsOf } from '../../core/mail/imap-reply.ts';
import { challengedReply } from './bearer-mechanism.ts';
import { dialBothFamilies, lookUp, type Dialled } from './dial.ts';
import { bearerRejection, logInWithToken } from './imap-bearer.ts';
import { imapOptions } from './imap-options.ts';
import { isCertificateError } from './imap-problem.ts';
import { lookInClear, lookWithTls, refusedCertificate } from './imap-second-look.ts';
import { watchStages } from './imap-stages.ts';
import { watchWire, type Command, type Wire } from './imap-wire.ts';
import type { Problem } from './line-stream.ts';
import { noteOlderTls } from './older-tls.ts';
import type { HostAddress } from './probe.ts';
import type { Login } from './login.ts';
import type { Session } from './session.ts';
import { libraryTls } from './tls.ts';
import { deferred } from './waiting.ts';

export type ImapConnection = {
  client: ImapFlow;
  wire: Wire;
  /** Each resolves with the outcome of its stage, within its deadline. */
  greeted: () => Promise<StepOutcome>;
  secured: () => Promise<StepOutcome>;
  capabilitiesKnown: () => Promise<StepOutcome>;
  loggedIn: () => Promise<StepOutcome>;
  inboxOpened: () => Promise<StepOutcome>;
  mechanismUsed(): string | undefined;
  /** The outcome of the newest command of this name, its reply in it. */
  outcomeOf(command: string, work: Promise<unknown>): Promise<StepOutcome>;
  /** Says LOGOUT without waiting for the answer. */
  leave(): void;
};

const farewellGrace = 500;

/** Records "name" and "connect". Undefined: it got no further. */
export async function connectImap(
  session: Session,
  login: Login | undefined,
): Promise<ImapConnection | undefined> {
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
  const isLogin = ({ name }: Command): boolean => name === 'AUTHENTICATE' || name === 'LOGIN';

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

  async function outcomeOf(command: string, work: Promise<unknown>): Promise<StepOutcome> {
    const done = deferred();
    work.then(done.resolve, (error: unknown) => {
      end({ error });
    });
    const failed = await reach(done, context.deadlines.reply);
    const reply = wire.commands.findLast(({ name }) => name === command)?.reply;
    if (reply !== undefined && reply.code !== 'OK') return { outcome: 'refused', reply };
    return failed ?? (reply === undefined ? { outcome: 'ok' } : { outcome: 'ok', reply });
  }

  return {
    client: made,
    wire,
    outcomeOf,
    async secured() {
      const reached = reach(secured, context.deadlines.reply);
      const failed = implicit
        ? await lookInClear(session, reached, context.deadlines.wrongMode)
        : await reached;
      if (certificate !== undefined) seen.certificate = certificate;
      if (failed === undefined) {
        if (wire.tlsVersion !== undefined) seen.tlsVersion = wire.tlsVersion;
        if (wire.cipher !== undefined) seen.cipher = wire.cipher;
        return { outcome: 'ok' };
      }
      resumption.failed();
      await noteOlderTls(session, failed, addresses);
      if (isCertificateError(stages.error())) {
        const shown = await refusedCertificate(session, addresses, within(context.deadlines.connect));
        if (shown !== undefined) seen.certificate = shown;
      }
      return failed;
    },
    async greeted() {
      const reached = reach(greeted, context.deadlines.reply);
      const failed = implicit ? await reached : await lookWithTls(session, reached, wire);
      if (wire.greeting === undefined) return failed ?? { outcome: 'closed' };
      seen.greeting = wire.greeting.text;
      return { outcome: wire.greeting.code === 'BYE' ? 'refused' : 'ok', reply: wire.greeting };
    },
    async capabilitiesKnown() {
      if (wire.greeting?.code === 'PREAUTH') return { outcome: 'ok' };
      const failed =
        login === undefined
          ? await reach(stages.ended, context.deadlines.reply)
          : await reach(loginSent, context.deadlines.reply);
      if (wire.capabilities !== undefined && (failed === undefined || isOnlyLoginMissing()))
        return { outcome: 'ok' };
      return failed ?? { outcome: 'ok' };
    },
    async loggedIn() {
      // A mailbox that is open before anybody has logged in proves nothing about the password (RFC 3501 §7.1.4).
      if (wire.greeting?.code === 'PREAUTH')
        return { outcome: 'rejected', reason: 'authentication-not-offered' };
      const failed = await reach(loginAnswered, context.deadlines.login);
      const command = wire.commands.findLast(isLogin);
      if (command === undefined && isOnlyLoginMissing()) return notOffered();
      const reply = command?.reply;
      if (reply === undefined) return failed ?? { outcome: 'closed' };
      if (reply.code === 'OK') return { outcome: 'ok', reply };
      const challenge = login?.bearer === true ? command?.challenge : undefined;
      return { outcome: 'refused', reply: challengedReply(reply, challenge) };
    },
    async inboxOpened() {
      const settled = await outcomeOf('NAMESPACE', ready ?? Promise.resolve());
      // Exchange accepts the login and says at the next command that there is no mailbox behind it.
      if (settled.outcome !== 'ok' && !(settled.outcome === 'refused' && made.usable)) return settled;
      // INBOX needs no LIST to be known (RFC 3501 §5.1); imapflow would ask for it twice.
      (made as { folders?: Map<string, { path: string }> }).folders?.set('INBOX', { path: 'INBOX' });
      return outcomeOf('EXAMINE', made.mailboxOpen('INBOX', { readOnly: true }));
    },
    mechanismUsed() {
      const command = wire.commands.findLast(isLogin);
      return command?.name === 'AUTHENTICATE' ? command.argument.split(' ')[0] : command?.name;
    },
    leave() {
      const failed = otherFamily();
      if (failed.length > 0) seen.failedAddresses = failed;
      if (!made.usable) return made.close();
      const cut = setTimeout(() => made.close(), farewellGrace);
      const said = made
        .logout()
        .catch(() => undefined)
        .finally(() => {
          clearTimeout(cut);
          made.close();
        });
      context.farewell?.(said);
    },
  };

  /** imapflow gave up by itself because nothing it could log in with was there. */
  function isOnlyLoginMissing(): boolean {
    const error = stages.error() as { authenticationFailed?: boolean } | undefined;
    return error?.authenticationFailed === true && wire.commands.findLast(isLogin) === undefined;
  }
  function notOffered(): StepOutcome {
    const rejected = login?.bearer === true ? bearerRejection(wire, login, request) : undefined;
    if (rejected !== undefined) return { outcome: 'rejected', reason: rejected };
    const none = mechanismsOf(wire.capabilities ?? []).length === 0;
    return { outcome: 'rejected', reason: none ? 'authentication-not-offered' : 'no-common-mechanism' };
  }
}

function closedBy(wire: Wire): Problem {
  return wire.bye === undefined ? { outcome: 'closed' } : { outcome: 'closed', afterReply: wire.bye };
}
