// Knows what went over an IMAP connection that imapflow drives: its log entries, read back into lines, commands and
// the server's own words (the library keeps only "Command failed"). May not write to the connection or close it.

import { StringDecoder } from 'node:string_decoder';
import { dialectOf } from '../../core/mail/dialect.ts';
import type { Reply } from '../../core/mail/reply.ts';
import { parseImapLine } from '../../core/mail/imap-reply.ts';
import type { Problem } from './line-stream.ts';
import type { Transcript } from './transcript.ts';

export type Command = {
  name: string;
  argument: string;
  /** The newest continuation request that had words: a challenge. */
  challenge?: string;
  reply?: Reply;
};

export type Wire = {
  /** To be given to imapflow, with `logRaw: true`. */
  logger: Record<'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal', (entry: unknown) => void>;
  address?: string;
  tlsVersion?: string;
  cipher?: string;
  greeting?: Reply;
  bye?: Reply;
  capabilities?: string[];
  /** STARTTLS: what was offered before it. */
  capabilitiesBeforeTls?: string[];
  receivedBytes: number;
  commands: Command[];
  /** What came last, whole or not. */
  lastLine: string;
};

export type WireEvents = {
  onConnected(): void;
  onSecured(): void;
  onCommand(command: Command): void;
  onAnswer(command: Command): void;
  onGreeting(reply: Reply): void;
  /** Not IMAP, or more than any mailbox has to say: the connection must be given up. */
  onProblem(problem: Problem): void;
};

/** No mailbox has more to say before and while INBOX is opened, or about the header of one message. */
export const imapLimits = { lineBytes: 64 * 1024, literalBytes: 256 * 1024, responseBytes: 1024 * 1024 };

/** The entries imapflow 2 writes; anything else is passed over. */
type Entry = {
  src?: string;
  msg?: string;
  data?: string;
  comment?: string;
  /** A line of a command that has begun (imap-bearer.ts). */
  continuation?: boolean;
  address?: string;
  version?: string;
  algo?: string;
  secure?: boolean;
};

export function watchWire(transcript: Transcript, events: WireEvents): Wire {
  let encrypted = false;
  let pending = '';
  let answerBytes = 0;
  const decoder = new StringDecoder('utf8');
  const byTag = new Map<string, Command>();

  const received = (bytes: Buffer): void => {
    wire.receivedBytes += bytes.length;
    answerBytes += bytes.length;
    pending += decoder.write(bytes);
    if (wire.greeting === undefined && !couldBecomeGreeting(pending)) return foreign(pending);
    for (let end = pending.indexOf('\n'); end !== -1; end = pending.indexOf('\n')) {
      const line = pending.slice(0, end).replace(/\r$/, '');
      pending = pending.slice(end + 1);
      transcript.add('<', line, encrypted);
      wire.lastLine = line;
      understood(line);
    }
    if (pending.length > imapLimits.lineBytes) return tooLong(imapLimits.lineBytes);
    if (answerBytes > imapLimits.responseBytes) tooLong(imapLimits.responseBytes);
  };

  const understood = (line: string): void => {
    const parsed = parseImapLine(line);
    if (parsed.kind === 'capabilities') wire.capabilities = parsed.names;
    const running = wire.commands.at(-1);
    if (parsed.kind === 'continuation' && parsed.text !== '' && running !== undefined)
      running.challenge = parsed.text;
    if (parsed.kind !== 'status') return;
    const { tag, reply, capabilities } = parsed;
    if (capabilities !== undefined) wire.capabilities = capabilities;
    if (reply.code === 'BYE') wire.bye = reply;
    if (wire.greeting === undefined) {
      wire.greeting = reply;
      return events.onGreeting(reply);
    }
    const command = byTag.get(tag);
    if (command === undefined || command.reply !== undefined) return;
    command.reply = reply;
    events.onAnswer(command);
  };

  const foreign = (text: string): void => {
    transcript.add('<', text.slice(0, 200), encrypted);
    events.onProblem({ outcome: 'malformed', received: text.slice(0, 200), looksLike: dialectOf(text) });
  };
  const tooLong = (limitBytes: number): void => {
    const text = pending.slice(0, 200);
    events.onProblem({ outcome: 'malformed', received: text, looksLike: dialectOf(text), limitBytes });
  };

  const sent = (entry: Entry): void => {
    const text = entry.msg ?? '';
    // imapflow hides the password in what it logs, by putting words into the base64; this says plainly that it did.
    if (entry.comment !== undefined) return transcript.add('>', `(${entry.comment}: hidden)`, encrypted);
    transcript.add('>', text, encrypted);
    if (entry.continuation === true) return;
    const [, tag, name, argument] = /^(\S+) ((?:UID )?\S+) ?(.*)$/s.exec(text) ?? [];
    if (tag === undefined || name === undefined || text.startsWith('(')) return;
    const command: Command = {
      name: name.toUpperCase(),
      argument: argument ?? '',
    };
    answerBytes = 0;
    byTag.set(tag, command);
    wire.commands.push(command);
    events.onCommand(command);
  };

  const established = (entry: Entry): void => {
    if (entry.version !== undefined) {
      encrypted = true;
      wire.tlsVersion = entry.version;
      if (entry.algo !== undefined) wire.cipher = entry.algo;
      transcript.add('*', `TLS established: ${entry.version}`, true);
    }
    if (entry.address !== undefined) wire.address = entry.address;
    if (entry.src === 'connection') {
      if (entry.version === undefined) transcript.add('*', `connected to ${entry.address ?? ''}`, false);
      events.onConnected();
    }
    if (entry.version !== undefined) events.onSecured();
  };

  const wire: Wire = {
    logger: {
      trace: (entry) => {
        const { src, data } = entryOf(entry);
        if (src === 's' && data !== undefined) received(Buffer.from(data, 'base64'));
      },
      debug: (entry) => {
        if (entryOf(entry).src === 'c') sent(entryOf(entry));
      },
      info: (entry) => {
        const { src } = entryOf(entry);
        if (src === 'connection' || src === 'tls') established(entryOf(entry));
      },
      warn: () => undefined,
      // Where one of these is missing the library writes to the console.
      error: () => undefined,
      fatal: () => undefined,
    },
    receivedBytes: 0,
    lastLine: '',
    commands: [],
  };
  return wire;
}

/** The first bytes decide at once: a server of another kind is not waited for until the deadline. */
function couldBecomeGreeting(text: string): boolean {
  const begin = text.slice(0, 4).toUpperCase();
  return ['* OK', '* PR', '* BY'].some((start) => start.startsWith(begin));
}

export function isLogin({ name }: Command): boolean {
  return name === 'AUTHENTICATE' || name === 'LOGIN';
}

function entryOf(entry: unknown): Entry {
  return typeof entry === 'object' && entry !== null ? entry : {};
}
