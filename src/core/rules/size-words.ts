// Knows what it means that a test message of a few lines is too large for a server: its limit is set wrongly, not the message.
// Words only; which replies say "too large" is in the table of server replies.

import { server } from '../mail/server-replies/fixes.ts';
import { replySteps } from './known-reply-words.ts';
import type { FixStep, Language } from './rule.ts';
import type { SessionParams } from './session-hit.ts';
import { said, saidAlone } from './session-words.ts';

export type Sized = SessionParams & {
  /** What the server says that it takes, in bytes. */
  limit?: number | 'not-fixed' | undefined;
};

const tooLarge: readonly string[] = ['message-too-large', 'exim-message-too-large'];

/** The row's steps are for a message that somebody wrote; undefined: it is about something else. */
export function sizeSteps(p: Sized, language: Language): FixStep[] | undefined {
  return isTooLarge(p) ? replySteps([raiseTheLimit], p, language) : undefined;
}

/** After a message, in place of said(). */
export function saidOfSize(p: Sized, language: Language): string {
  if (!isTooLarge(p)) return said(p, language);
  const limit = typeof p.limit === 'number' ? p.limit : undefined;
  const cause =
    language === 'en'
      ? ` The test message has about 1 KB, so it is the limit of the server${limit === undefined ? '' : ` (it announces ${limit} bytes)`} or of the mailbox that is too low, not the message that is too large.`
      : `テストメールは約1 KBなので、メールが大きいのではなく、サーバー${limit === undefined ? '' : `(公表している上限は${limit}バイト)`}またはメールボックスの上限が小さすぎます。`;
  return `${cause}${saidAlone(p, language)}`;
}

function isTooLarge({ known }: Sized): boolean {
  return known !== undefined && tooLarge.includes(known.row);
}

const raiseTheLimit = server(
  'On {host} raise the limit for the size of a message (Postfix, Exim: message_size_limit), or that of the mailbox {mailbox}.',
  '{host} で、メールの大きさの上限(Postfix、Eximでは message_size_limit)、または {mailbox} のメールボックスの上限を大きくする。',
);
