// Knows how one POP3 answer is taken from a session: a status line, or a listing up to its dot (RFC 1939 §3).
// May not decide which command comes next.

import { dialectOf } from '../../core/mail/dialect.ts';
import type { Reply } from '../../core/mail/reply.ts';
import type { StepOutcome } from '../../core/mail/step.ts';
import { parseStatusLine, parseUniqueIds, unstuff } from '../../core/mail/pop3-reply.ts';
import type { Problem } from './line-stream.ts';
import type { Session } from './session.ts';

/** UIDL: 100,000 messages with unique-ids of 70 characters are 8 MB. */
const longestListing = 16 * 1024 * 1024;

export type Status = { ok: true; reply: Reply } | { ok: false; problem: Problem };

export async function readStatus(session: Session): Promise<Status> {
  const received = await session.receive(() => true);
  return received.ok ? statusOf(received.value[0] ?? '') : received;
}

/** A multi-line response (RFC 1939 §3): ended by a line with a dot alone, dots in front taken away. */
export async function readListing(
  session: Session,
  limits: { limitBytes?: number } = {},
): Promise<{ ok: true; reply: Reply; lines: string[] } | { ok: false; problem: Problem }> {
  const isWhole = (lines: string[]): boolean => lines.at(-1) === '.' || !/^\+OK/i.test(lines[0] ?? '');
  const received = await session.receive(isWhole, limits);
  if (!received.ok) return received;
  const status = statusOf(received.value[0] ?? '');
  return status.ok ? { ...status, lines: received.value.slice(1, -1).map(unstuff) } : status;
}

export function statusOf(line: string): Status {
  const reply = parseStatusLine(line);
  if (reply !== undefined) return { ok: true, reply };
  const received = line.slice(0, 200);
  return { ok: false, problem: { outcome: 'malformed', received, looksLike: dialectOf(received) } };
}

export function outcomeOf(status: Status): StepOutcome {
  if (!status.ok) return status.problem;
  const { reply } = status;
  return reply.code === '+OK' ? { outcome: 'ok', reply } : { outcome: 'refused', reply };
}

/** Message numbers by unique-id; `message-not-unique` where the server has no UIDL (it is optional, RFC 1939 §7). */
export async function listUniqueIds(
  session: Session,
): Promise<{ ok: true; numbers: Map<string, number> } | { ok: false; outcome: StepOutcome }> {
  session.send('UIDL');
  const answer = await readListing(session, { limitBytes: longestListing });
  if (!answer.ok) return { ok: false, outcome: answer.problem };
  const { reply, lines } = answer;
  if (reply.code === '+OK') return { ok: true, numbers: parseUniqueIds(lines) };
  return { ok: false, outcome: { outcome: 'rejected', reason: 'message-not-unique', reply } };
}
