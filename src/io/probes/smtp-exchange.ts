// Knows how one SMTP command gets its reply. May not read meaning into the reply.

import type { Reply } from '../../core/mail/reply.ts';
import { dialectOf } from '../../core/mail/dialect.ts';
import { isSmtpReplyWhole, parseSmtpReply } from '../../core/mail/smtp-reply.ts';
import type { Received } from './line-stream.ts';
import type { Session } from './session.ts';

/** Sends a command, and waits for its reply. `shown` stands for it in the transcript. */
export type Exchange = (command: string, shown?: string) => Promise<Received<Reply>>;

export type SmtpTalk = {
  exchange: Exchange;
  /** The next reply, of a command sent before (pipelining, RFC 2920). */
  nextReply(): Promise<Received<Reply>>;
  greeting(): Promise<Received<Reply>>;
};

export function talkSmtp(session: Session): SmtpTalk {
  let last: Reply | undefined;

  function read(received: Received<string[]>): Received<Reply> {
    if (!received.ok) {
      // A "no" explains why the server left (421, RFC 5321 §3.8); its last "yes" says nothing about that.
      if (received.problem.outcome !== 'closed' || last === undefined || !/^[45]/.test(last.code))
        return received;
      return { ok: false, problem: { outcome: 'closed', afterReply: last } };
    }
    const reply = parseSmtpReply(received.value);
    if (reply !== undefined) {
      last = reply;
      return { ok: true, value: reply };
    }
    const text = received.value.join('\n').slice(0, 200);
    return { ok: false, problem: { outcome: 'malformed', received: text, looksLike: dialectOf(text) } };
  }
  const nextReply = async (): Promise<Received<Reply>> => read(await session.receive(isSmtpReplyWhole));
  return {
    nextReply,
    greeting: async () => read(await session.greeting(isSmtpReplyWhole)),
    exchange: (command, shown) => {
      session.send(command, shown);
      return nextReply();
    },
  };
}

/** A line break in a value would end our command and begin one of somebody else's choosing. */
export function hasUnsafeCharacter(value: string): boolean {
  return /[\r\n\0]/.test(value);
}
