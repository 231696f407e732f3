// Knows the course of an IMAP look: connect, TLS, login, INBOX opened read-only (EXAMINE), one verdict a step.
// imapflow logs in and reads; what it hides (the server's words, the refused certificate, another protocol on the
// port) is taken from the wire or from a second connection. May not change anything in the mailbox.

import type { ProbeRequest } from '../../core/delivery/probe-request.ts';
import type { Observation } from '../../core/mail/evidence.ts';
import type { StepName, StepOutcome } from '../../core/mail/step.ts';
import { mechanismsOf } from '../../core/mail/imap-reply.ts';
import { connectImap, type ImapConnection } from './imap-connection.ts';
import { loginOf } from './login.ts';
import type { ProbeContext } from './probe.ts';
import { createSession, type Session } from './session.ts';

const steps: readonly StepName[] = ['name', 'connect', 'greeting', 'tls', 'capabilities', 'login', 'inbox'];
const arrivalSteps: readonly StepName[] = ['arrived', 'removed'];

/** Where new messages begin (RFC 3501 §2.3.1.1); or why that cannot be told. */
export type ImapSnapshot =
  | { protocol: 'imap'; uidNext: number; uidValidity: string }
  | { protocol: 'imap'; outcome: StepOutcome };

export type ImapSession = { observation: Observation; snapshot?: ImapSnapshot };

/** Rejects only with SecretProblem, before any socket is opened. */
export async function openImap(
  request: ProbeRequest,
  context: ProbeContext,
  takeSnapshot: boolean,
): Promise<ImapSession> {
  const session = createSession(request, context);
  const { connection, reached } = await openInbox(session);
  let snapshot: ImapSnapshot | undefined;
  if (reached === 'inbox' && takeSnapshot && connection) snapshot = snapshotOf(connection);
  if (reached !== 'nowhere' && snapshot === undefined) {
    for (const step of arrivalSteps) session.skip(step, 'not-asked');
  }
  connection?.leave();
  const observation = session.finish(snapshot === undefined ? [...steps, ...arrivalSteps] : steps);
  return snapshot === undefined ? { observation } : { observation, snapshot };
}

type Reached = 'inbox' | 'login' | 'nowhere';

/** As far as the request's depth asks. The caller ends the connection. */
export async function openInbox(
  session: Session,
): Promise<{ reached: Reached; connection: ImapConnection | undefined }> {
  const { request, context, seen } = session;
  const asked = await loginOf(request, context);
  if (asked !== undefined) session.transcript.hide(asked.secret);
  const clearText = request.tls === 'none' && !request.allowClearTextCredentials;
  // NUL separates the parts of SASL PLAIN (RFC 4616 §2); a line break has no place in either.
  const unsafe = asked !== undefined && /[\0\r\n]/.test(asked.user + asked.secret);
  const mayLogIn = !clearText && !unsafe;

  const connection = await connectImap(session, mayLogIn ? asked : undefined);
  const nowhere = { reached: 'nowhere' as const, connection };
  if (connection === undefined) return nowhere;
  const { wire } = connection;

  if (request.tls === 'implicit' && !(await session.step('tls', connection.secured))) return nowhere;
  if (!(await session.step('greeting', connection.greeted))) return nowhere;
  if (request.tls === 'starttls' && !(await session.step('tls', connection.secured))) return nowhere;
  if (request.tls === 'none') session.skip('tls', 'not-asked');
  const known = await session.step('capabilities', connection.capabilitiesKnown);
  if (wire.capabilities !== undefined) {
    seen.capabilities = wire.capabilities;
    seen.mechanisms = mechanismsOf(wire.capabilities);
  }
  if (wire.capabilitiesBeforeTls !== undefined) seen.capabilitiesBeforeTls = wire.capabilitiesBeforeTls;
  if (!known) return nowhere;
  if (asked === undefined) {
    const because = request.depth === 'connect' ? 'not-asked' : 'no-credentials';
    session.skip('login', because);
    session.skip('inbox', because);
    return { reached: 'login', connection };
  }
  const loggedIn = await session.step('login', async () => {
    if (clearText) return { outcome: 'rejected', reason: 'clear-text-forbidden' };
    if (unsafe) return { outcome: 'rejected', reason: 'unsafe-characters' };
    const outcome = await connection.loggedIn();
    if (connection.mechanismUsed() !== undefined) seen.mechanismUsed = connection.mechanismUsed() ?? '';
    return outcome;
  });
  if (!loggedIn) return nowhere;
  return { reached: (await session.step('inbox', connection.inboxOpened)) ? 'inbox' : 'nowhere', connection };
}

function snapshotOf(connection: ImapConnection): ImapSnapshot {
  const { mailbox } = connection.client;
  // Without UIDNEXT new messages cannot be told from old ones by their number.
  if (mailbox === false || !(mailbox.uidNext > 0)) {
    return { protocol: 'imap', outcome: { outcome: 'rejected', reason: 'message-not-unique' } };
  }
  return { protocol: 'imap', uidNext: mailbox.uidNext, uidValidity: String(mailbox.uidValidity) };
}
