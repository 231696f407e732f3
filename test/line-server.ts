// A server that follows a script, line by line, on loopback: the honest and the hostile peers of the probes' tests.
// Speaks any line protocol (SMTP, POP3, IMAP). Bounded: no connection outlives `lifetime` or takes over 1 MiB.

import { createServer, type AddressInfo, type Socket } from 'node:net';
import * as tls from 'node:tls';

export type Script = readonly Action[];
export type Action =
  /** Lines, CRLF added to each. */
  | { send: string | readonly string[] }
  /** As it is, in one write. */
  | { raw: string | Buffer }
  /** Waits for one line; another one than expected ends the connection and is recorded in `surprises`. */
  | { expect: RegExp }
  /** Answers commands by the first pattern that fits, until one says `then`, or the client leaves. */
  | { answer: readonly Answer[] }
  /** One character at a time; for ever, from the beginning again, if `forever`. */
  | { drip: string; everyMilliseconds: number; forever?: boolean }
  | { pause: number }
  /** This line over and over until so many bytes are sent or the client has gone. */
  | { flood: string; bytes: number }
  /** Reads lines up to a lone dot, and keeps the message in `messages`. */
  | 'message'
  | 'starttls'
  | 'silence'
  | 'close'
  | 'reset';
export type Answer = readonly [
  command: RegExp,
  reply: string | readonly string[] | ((command: string) => string | readonly string[]),
  then?: Script,
];

export type LineServer = {
  port: number;
  host: string;
  /** Lines of each connection, in order of connection. */
  received: string[][];
  /** Whole messages as sent, still dot-stuffed, line ends kept. */
  messages: string[];
  surprises: string[];
  /** How many TLS handshakes resumed an earlier session. */
  resumed(): number;
  close(): Promise<void>;
};

export type LineServerOptions = {
  /** For `starttls`, and for every connection if `implicit`. */
  certificate?: { key: string; cert: string };
  implicit?: boolean;
  /** Default: 127.0.0.1, and any free port. */
  host?: string;
  port?: number;
  maxVersion?: tls.SecureVersion;
  lifetime?: number;
};

export async function startLineServer(
  script: Script | ((connection: number) => Script),
  options: LineServerOptions = {},
): Promise<LineServer> {
  const { certificate, implicit = false, lifetime = 20_000, maxVersion = 'TLSv1.3' } = options;
  const { host = '127.0.0.1', port = 0 } = options;
  // One context for all connections: its ticket keys are what makes resumption possible.
  const secureContext =
    certificate === undefined
      ? undefined
      : tls.createSecureContext({ ...certificate, maxVersion, ...(isOld(maxVersion) ? old : {}) });
  const sockets = new Set<Socket>();
  const received: string[][] = [];
  const messages: string[] = [];
  const surprises: string[] = [];
  let resumed = 0;

  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
    setTimeout(() => socket.destroy(), lifetime).unref();
    const lines: string[] = [];
    const connection = received.push(lines) - 1;
    void converse(socket, typeof script === 'function' ? script(connection) : script, lines).catch(() => {
      socket.destroy();
    });
  });

  async function converse(plain: Socket, actions: Script, lines: string[]): Promise<void> {
    let socket = implicit ? await secured(plain) : plain;
    let reader = lineReader(socket);
    const queue = [...actions];
    for (let action = queue.shift(); action !== undefined; action = queue.shift()) {
      if (socket.destroyed) return;
      if (action === 'close') {
        socket.end();
        return;
      }
      if (action === 'reset') {
        plain.resetAndDestroy();
        return;
      }
      if (action === 'silence') {
        await reader.gone;
        return;
      }
      if (action === 'starttls') {
        reader.release();
        socket = await secured(plain);
        reader = lineReader(socket);
      } else if (action === 'message') messages.push(await reader.message());
      else if ('send' in action) socket.write(withLineEnds(action.send));
      else if ('raw' in action) socket.write(action.raw);
      else if ('pause' in action) await new Promise((resolve) => setTimeout(resolve, action.pause));
      else if ('drip' in action) await drip(socket, action);
      else if ('flood' in action) await flood(socket, action);
      else if ('expect' in action) {
        const line = await reader.line();
        if (line !== undefined) lines.push(line);
        if (line === undefined || !action.expect.test(line)) {
          if (line !== undefined) surprises.push(line);
          socket.destroy();
          return;
        }
      } else {
        const line = await reader.line();
        if (line === undefined) return;
        lines.push(line);
        const answer = action.answer.find(([command]) => command.test(line));
        if (answer === undefined) {
          surprises.push(line);
          socket.destroy();
          return;
        }
        const [, reply, then] = answer;
        const text = typeof reply === 'function' ? reply(line) : reply;
        if (text.length > 0) socket.write(withLineEnds(text));
        if (then === undefined) queue.unshift(action);
        else queue.unshift(...then);
      }
    }
    socket.end();
  }

  async function secured(plain: Socket): Promise<tls.TLSSocket> {
    if (secureContext === undefined) throw new Error('this script needs a certificate');
    const socket = new tls.TLSSocket(plain, { isServer: true, secureContext });
    socket.on('error', () => undefined);
    await new Promise<void>((resolve, reject) => {
      socket.once('secure', resolve);
      socket.once('close', () => reject(new Error('the client left during the handshake')));
    });
    if (socket.isSessionReused()) resumed += 1;
    return socket;
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    host,
    received,
    messages,
    surprises,
    resumed: () => resumed,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

/** OpenSSL 3 speaks TLS 1.0 and 1.1 at security level 0 only. */
const old = { minVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;

function isOld(version: tls.SecureVersion): boolean {
  return version === 'TLSv1' || version === 'TLSv1.1';
}

/** A port of loopback on which nothing listens (at this moment). */
export async function unusedPort(): Promise<number> {
  const server = await startLineServer(['close']);
  await server.close();
  return server.port;
}

type LineReader = {
  line(): Promise<string | undefined>;
  message(): Promise<string>;
  release(): void;
  gone: Promise<void>;
};

function lineReader(socket: Socket): LineReader {
  let text = '';
  let ended = false;
  let wake: () => void = () => undefined;
  const onData = (data: Buffer): void => {
    text += data.toString('latin1');
    if (text.length > 1024 * 1024) socket.destroy();
    wake();
  };
  const onEnd = (): void => {
    ended = true;
    wake();
  };
  socket.on('data', onData).on('end', onEnd).on('close', onEnd);

  async function upTo(mark: string): Promise<string | undefined> {
    for (;;) {
      const at = text.indexOf(mark);
      if (at !== -1) {
        const found = text.slice(0, at);
        text = text.slice(at + mark.length);
        return found;
      }
      if (ended) return undefined;
      await new Promise<void>((resolve) => (wake = resolve));
    }
  }
  return {
    line: () => upTo('\r\n'),
    message: async () => (await upTo('\r\n.\r\n')) ?? '',
    release: () => void socket.off('data', onData).off('end', onEnd).off('close', onEnd),
    gone: new Promise((resolve) => socket.once('close', () => resolve())),
  };
}

async function drip(socket: Socket, action: Extract<Action, { drip: string }>): Promise<void> {
  do {
    for (const character of action.drip) {
      if (socket.destroyed) return;
      socket.write(character);
      await new Promise((resolve) => setTimeout(resolve, action.everyMilliseconds));
    }
  } while (action.forever === true);
}

async function flood(socket: Socket, action: Extract<Action, { flood: string }>): Promise<void> {
  const block = `${action.flood}\r\n`.repeat(Math.ceil(65_536 / (action.flood.length + 2)));
  for (let sent = 0; sent < action.bytes && !socket.destroyed; sent += block.length) {
    if (socket.write(block)) continue;
    await new Promise<void>((resolve) => {
      const goOn = (): void => {
        socket.off('drain', goOn).off('close', goOn);
        resolve();
      };
      socket.on('drain', goOn).on('close', goOn);
    });
  }
}

function withLineEnds(lines: string | readonly string[]): string {
  return [lines]
    .flat()
    .map((line) => `${line}\r\n`)
    .join('');
}
