// Knows what the record keeps of a server's refusal: the platform's last error and the reply of the last test, and whether it
// is still standing. Pure; chooses no words.

import { testOfAnother } from '../delivery/named-server.ts';
import type { FieldPath, Where } from '../records/where.ts';
import type { MailboxFacts } from './facts.ts';
import { isKnownToSend } from './mailbox-questions.ts';
import { isOutdated } from './stored-test.ts';

type StoredRefusal = { text: string; where: Where };

/** The texts of this mailbox that are not older than a success, and of the server that the records name now. */
export function storedRefusals(facts: MailboxFacts): StoredRefusal[] {
  const { mailbox, records } = facts;
  const { lastSyncError, lastTest } = mailbox.fields;
  const incoming =
    testOfAnother(mailbox, records, 'incoming') === undefined ? lastTest?.incoming?.reply : undefined;
  const texts: [string | undefined, FieldPath][] = [
    [isOvercome(facts) ? undefined : lastSyncError, ['lastSyncError']],
    [isOutdated(facts) ? undefined : lastTest?.outgoing?.reply, ['lastTest', 'outgoing', 'reply']],
    [incoming, ['lastTest', 'incoming', 'reply']],
  ];
  return texts.flatMap(([text, path]) => (text === undefined ? [] : [{ text, where: mailbox.where(path) }]));
}

/** A later test succeeded, and the mailbox is still enabled. Without the error's time nobody can say. */
export function isOvercome(facts: MailboxFacts): boolean {
  const { lastSyncErrorOccurredOn: occurred, testMailboxAccessCompletedOn: tested } = facts.mailbox.fields;
  if (!isKnownToSend(facts) || occurred === undefined || tested === undefined) return false;
  return Date.parse(tested) >= Date.parse(occurred);
}

/** HTTP 456 of a Microsoft 365 sign-in; the bare number stands in too many other texts. */
export function isMultiFactorRefusal(text: string): boolean {
  return /\bHTTP\b\D{0,40}456\b|\(456\)|\b456\b\D{0,40}(?:auth|unauthorized|exception|認証)/i.test(text);
}

/** Google's two refusals of a password that is no app password. */
export function isAppPasswordRefusal(text: string): boolean {
  return /application-specific password required|InvalidSecondFactor/i.test(text);
}
