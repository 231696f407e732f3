// Knows how to look for our own message over POP3: new unique-ids only, their headers only, and our own one removed.
// May not read or delete a message that was there before, nor more than fifty of those that came since.

import type { ProbeRequest } from '../../core/delivery/probe-request.ts';
import { mayWantFewerConnections } from '../../core/mail/fewer-connections.ts';
import { brokenStep } from '../../core/mail/evidence.ts';
import type { StepOutcome } from '../../core/mail/step.ts';
import { fromOf, messageIdOf } from '../../core/mail/message-header.ts';
import { removing, type Look, type Search } from './arrival.ts';
import { listUniqueIds, outcomeOf, readListing, readStatus } from './pop3-dialogue.ts';
import { openMaildrop } from './pop3.ts';
import { createSession, type Session } from './session.ts';

const mostMessages = 50;

/** POP3 sees nothing new in an open session (RFC 1939 §8), so each look is a session of its own. */
export function searchPop3(request: ProbeRequest, known: ReadonlySet<string>, messageId: string): Search {
  const read = new Set<string>();
  /** New ones whose header could not be had: if they are not listed any more, somebody took them. */
  const unread = new Set<string>();
  /** Of these the header was refused once. */
  const refused = new Set<string>();

  async function lookInto(session: Session): Promise<Look> {
    const listing = await listUniqueIds(session);
    if (!listing.ok) {
      const { outcome } = listing;
      return outcome.outcome === 'rejected' ? { found: 'impossible', outcome } : { found: 'not-yet' };
    }
    const vanished = [...unread].some((id) => !listing.numbers.has(id));
    for (const [id, number] of listing.numbers) {
      if (known.has(id) || read.has(id) || read.size >= mostMessages) continue;
      unread.add(id);
      session.send(`TOP ${number} 0`);
      const header = await readListing(session);
      if (!header.ok) return { found: vanished ? 'gone' : 'not-yet' };
      if (header.reply.code !== '+OK') {
        // Another session may have deleted it: this one's list still has it (RFC 1939 §5), the next one's has not.
        if (refused.has(id) && (await isThere(session, number))) {
          return {
            found: 'impossible',
            outcome: { outcome: 'rejected', reason: 'message-not-unique', reply: header.reply },
          };
        }
        refused.add(id);
        continue;
      }
      unread.delete(id);
      read.add(id);
      if (messageIdOf(header.lines) === messageId)
        return removing(session, remove(session, number), fromOf(header.lines));
    }
    return { found: vanished ? 'gone' : 'not-yet' };
  }

  return {
    async look(context) {
      const session = createSession(request, context);
      const reached = await openMaildrop(session);
      const look = reached === 'maildrop' ? await lookInto(session) : undefined;
      const observation = session.finish([], look?.found === 'arrived' ? undefined : 'QUIT');
      const broken = brokenStep(observation);
      const { transcript } = observation;
      if (look !== undefined) return { look, transcript };
      // A refused password is not tried again; "in use" and a dead network may be over at the next look.
      const isFinal =
        broken?.outcome === 'refused' &&
        !isPassing(broken.reply.enhanced) &&
        !mayWantFewerConnections(observation);
      return { look: isFinal ? { found: 'impossible', outcome: broken } : { found: 'not-yet' }, transcript };
    },
  };
}

/** The server answered TOP with no: because it has no TOP (optional, RFC 1939 §7), or because the message is gone? */
async function isThere(session: Session, number: number): Promise<boolean> {
  session.send(`LIST ${number}`);
  return outcomeOf(await readStatus(session)).outcome === 'ok';
}

/** RFC 1939 §6: only QUIT makes DELE true, and may still say no. */
async function remove(session: Session, number: number): Promise<StepOutcome> {
  session.send(`DELE ${number}`);
  const marked = outcomeOf(await readStatus(session));
  if (marked.outcome !== 'ok') return marked;
  session.send('QUIT');
  return outcomeOf(await readStatus(session));
}

/** RFC 2449 §8.1.1 and RFC 3206 §4; POP3 servers with an exclusive lock answer so to whoever comes second. */
function isPassing(responseCode: string | undefined): boolean {
  return responseCode !== undefined && /^(?:IN-USE|LOGIN-DELAY|SYS\/TEMP|LIMIT)\b/.test(responseCode);
}
