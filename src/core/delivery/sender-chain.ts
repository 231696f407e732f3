// Knows the shape of the chain from a Send E-mail step's From to whoever would send, and why it may end early. Types only:
// sender.ts follows it.

import type { Entry } from '../records/records.ts';
import type { Where } from '../records/where.ts';

/** One hop of the chain, for the report: what was read, where, and what it led to. */
export type Hop =
  | { hop: 'from'; value: string; where?: Where } // the step's From: "owner", "user", "queue" …
  | { hop: 'attribute'; record: string; attribute: string; of?: 'invitation'; where?: Where } // of the primary record, a contact else
  | { hop: 'principal'; kind: 'user' | 'queue' | 'team' | 'contact'; name: string; where?: Where }
  | { hop: 'mailbox'; address: string; where?: Where }
  | { hop: 'nothing'; because: NoFurther; where?: Where };

/** Why the chain goes no further; a key of the reporters' words. */
export type NoFurther =
  | UnknownSender
  | 'from-empty'
  | 'owned-by-team' // owning user is empty when a team owns the record
  | 'not-a-legal-sender'
  | 'no-mailbox'
  | 'mailbox-not-recorded';

/** Where the chain ends. */
export type SenderEnd =
  | { kind: 'system' } // the user SYSTEM
  | { kind: 'portal-identity'; user: Entry<'users'> } // application user `# Portals-…`
  | { kind: 'user'; user: Entry<'users'> }
  | { kind: 'queue'; queue: Entry<'queues'> }
  | { kind: 'team'; name: string } // not a legal sender: email.from targets queue and systemuser only
  | { kind: 'contact'; name: string } // not a legal sender
  | { kind: 'empty' } // From was left blank; what the platform then does is not confirmed
  | { kind: 'unknown'; because: UnknownSender; reference?: string };

export type UnknownSender =
  | 'process-not-recorded'
  | 'no-step'
  | 'from-not-recorded'
  | 'contact-not-given'
  | 'contact-not-recorded'
  | 'owner-not-recorded' // the contact's record does not say who owns it
  | 'invitation-not-recorded' // no invitation of the contact is recorded, or not who owns it
  | 'reference-not-recorded' // the owner, user or queue that is named is not in the records
  | 'field-not-recorded' // From is a lookup whose value the records do not hold
  | 'calling-user'; // depends on who runs it

export type SenderChain = {
  hops: Hop[];
  end: SenderEnd;
  /** Place of the value that a fix would change: the step's From. */
  where?: Where;
  /** Place of the value that led there: the contact's owner, say. */
  through?: { record: Entry; attribute: string; where: Where };
  /**
   * Who the process acts as when it sends: the portal's identity for the portal's own actions (they run in the portal's
   * connection), the owner for background workflows, the calling user else. Undefined: the records do not say.
   */
  actsAs?: Entry<'users'>;
};
