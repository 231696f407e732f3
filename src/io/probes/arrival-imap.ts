// Knows how to look for our own message over IMAP: read-only, by its Message-ID, and taken out only by its own UID.
// May not expunge where the server cannot expunge exactly one message (UIDPLUS, RFC 4315).

import type { ProbeRequest } from '../../core/delivery/probe-request.ts';
import { mayWantFewerConnections } from '../../core/mail/fewer-connections.ts';
import { brokenStep } from '../../core/mail/evidence.ts';
import type { StepOutcome } from '../../core/mail/step.ts';
import { fromOf, messageIdOf } from '../../core/mail/message-header.ts';
import { removing, type Look, type Search } from './arrival.ts';
import type { ImapConnection } from './imap-connection.ts';
import { openInbox, type ImapSnapshot } from './imap.ts';
import { createSession, type Session } from './session.ts';

const mostMessages = 50;

export function searchImap(
  request: ProbeRequest,
  snapshot: Exclude<ImapSnapshot, { outcome: StepOutcome }>,
  messageId: string,
): Search {
  async function lookInto(session: Session, connection: ImapConnection): Promise<Look> {
    const { client } = connection;
    const { mailbox } = client;
    if (mailbox === false) return { found: 'not-yet' };
    // RFC 3501 §2.3.1.1: the numbers mean other messages now.
    if (String(mailbox.uidValidity) !== snapshot.uidValidity) {
      return { found: 'impossible', outcome: { outcome: 'rejected', reason: 'message-not-unique' } };
    }
    const numbers = await client.search(
      { uid: `${snapshot.uidNext}:*`, header: { 'Message-ID': messageId } },
      { uid: true },
    );
    // "n:*" always holds the newest message, be it older than n (RFC 3501 §6.4.8); HEADER finds substrings.
    const candidates = (numbers || []).filter((uid) => uid >= snapshot.uidNext).slice(-mostMessages);
    for (const uid of candidates) {
      const message = await client.fetchOne(String(uid), { headers: ['message-id', 'from'] }, { uid: true });
      const header = (message ? (message.headers?.toString('utf8') ?? '') : '').split(/\r?\n/);
      if (messageIdOf(header) === messageId) {
        return removing(session, remove(connection, uid), fromOf(header));
      }
    }
    // Numbers were given out since the snapshot, and nothing stands under any of them any more.
    if (mailbox.uidNext > snapshot.uidNext && candidates.length === 0) {
      const left = await client.search({ uid: `${snapshot.uidNext}:*` }, { uid: true });
      const still = left ? left.filter((uid) => uid >= snapshot.uidNext).length : undefined;
      if (still !== undefined && still < mailbox.uidNext - snapshot.uidNext) return { found: 'gone' };
    }
    return { found: 'not-yet' };
  }

  return {
    async look(context) {
      const session = createSession(request, context);
      const { reached, connection } = await openInbox(session);
      let look: Look | undefined;
      if (reached === 'inbox' && connection) {
        const looking = lookInto(session, connection).then((found) => (look = found));
        await connection.outcomeOf('', looking);
      }
      connection?.leave();
      const observation = session.finish([]);
      const broken = brokenStep(observation);
      const { transcript } = observation;
      if (look !== undefined) return { look, transcript };
      const isFinal =
        broken?.outcome === 'refused' &&
        !/^(?:UNAVAILABLE|INUSE|LIMIT)$/.test(broken.reply.enhanced ?? '') &&
        !mayWantFewerConnections(observation);
      return { look: isFinal ? { found: 'impossible', outcome: broken } : { found: 'not-yet' }, transcript };
    },
  };
}

/** SELECT only now: EXAMINE cannot change anything, and until here nothing was to be changed. */
async function remove(connection: ImapConnection, uid: number): Promise<StepOutcome> {
  const { client } = connection;
  if (!client.capabilities.has('UIDPLUS')) return { outcome: 'rejected', reason: 'not-removable' };
  const selected = await connection.outcomeOf('SELECT', client.mailboxOpen('INBOX'));
  if (selected.outcome !== 'ok') return selected;
  const removed = client.messageDelete(String(uid), { uid: true });
  const outcome = await connection.outcomeOf('UID EXPUNGE', removed);
  if (outcome.outcome !== 'ok') return outcome;
  return (await removed) ? outcome : { outcome: 'rejected', reason: 'not-removable' };
}
