// Knows how a rule's example is written: what it changes in the healthy environment, and what the rule is asked about.
// An example says only its difference, so a reader sees the one value that matters. May not run it (run-example.ts).

import type { Message } from '../delivery/message.ts';
import type { Observation } from '../mail/evidence.ts';
import type { Kind } from '../records/column.ts';

/** By kind and id: fields to set (undefined takes a field away), null takes the record away. */
export type Change = {
  [K in Exclude<Kind, 'environment'>]?: Record<string, Record<string, unknown> | null>;
} & { environment?: Record<string, unknown> | null };

export type Example = {
  change?: Change;
  /** Default: the confirmation mail to taro@example.com; for rules about site settings: all settings, no message. */
  message?: Message;
  /** For rules about a mailbox: its id (default `admin`) and what it is looked at for (default `send`). */
  mailbox?: string;
  purpose?: 'send' | 'test' | 'check';
  /** For rules about a profile: its id (default `contoso`). */
  profile?: string;
  /** For rules about a live session; see sessionThat(). */
  session?: Observation;
  otherSessions?: Observation[];
  /** ISO 8601; default 2026-11-21T09:00:00Z. */
  now?: string;
};

export const exampleNow = '2026-11-21T09:00:00Z';
