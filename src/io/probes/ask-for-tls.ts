// Knows how a second, silent connection is brought to the point where TLS begins: greeting, then STARTTLS or STLS.
// May not send credentials, nor anything else (RFC 3207 §4, RFC 2595 §3 and §4).

import type { LineProtocol } from '../../core/mail/protocol.ts';
import type { LineStream } from './line-stream.ts';

type Dialogue = { before?: string; command: string; whole: (line: string) => boolean; agreed: RegExp };

const isLastSmtpLine = (line: string): boolean => /^\d{3}(?: |$)/.test(line);

const dialogues: Record<LineProtocol, Dialogue> = {
  smtp: { before: 'EHLO [127.0.0.1]', command: 'STARTTLS', whole: isLastSmtpLine, agreed: /^220\b/ },
  pop3: { command: 'STLS', whole: () => true, agreed: /^\+OK\b/i },
  imap: { command: 'a STARTTLS', whole: (line) => line.startsWith('a '), agreed: /^a OK\b/i },
};

/** True: the server agreed, and the next bytes are TLS. */
export async function askForTls(
  stream: LineStream,
  protocol: LineProtocol,
  endsAt: number,
): Promise<boolean> {
  const { before, command, whole, agreed } = dialogues[protocol];
  const isWhole = (lines: string[]): boolean => whole(lines.at(-1) ?? '');
  const greeting = await stream.receive(protocol === 'smtp' ? isWhole : () => true, { endsAt });
  if (!greeting.ok) return false;
  if (before !== undefined) {
    stream.write(`${before}\r\n`);
    if (!(await stream.receive(isWhole, { endsAt })).ok) return false;
  }
  stream.write(`${command}\r\n`);
  const answer = await stream.receive(isWhole, { endsAt });
  return answer.ok && agreed.test(answer.value.at(-1) ?? '') && stream.waitingBytes() === 0;
}
