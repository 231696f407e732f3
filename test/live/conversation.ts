// Knows how to hold a line-by-line conversation with a mail server over a bare socket, for tests of the servers
// themselves. Deliberately shares nothing with the product's own probes.

import { readFileSync } from 'node:fs';
import { connect as connectSocket, type Socket } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';

export type Conversation = {
  /** Sends a line and resolves with all that came until `until` matches. */
  say(line: string, until: RegExp): Promise<string>;
  read(until: RegExp): Promise<string>;
  /** After the server agreed to STARTTLS or STLS. */
  encrypt(): Promise<void>;
  peerName(): string | undefined;
  close(): void;
};

export type Target = { host: string; port: number; certificateAuthority: string };

export async function converse(target: Target, mode: 'clear' | 'tls' = 'clear'): Promise<Conversation> {
  const ca = readFileSync(target.certificateAuthority);
  let received = '';
  let wake = (): void => {};
  let failure: Error | undefined;
  const attach = (socket: Socket): Socket => {
    socket.on('data', (bytes) => {
      received += String(bytes);
      wake();
    });
    socket.on('error', (error) => {
      failure = error;
      wake();
    });
    socket.on('close', () => {
      failure ??= new Error(`closed after: ${received}`);
      wake();
    });
    return socket;
  };
  const secured = async (options: { socket?: Socket }): Promise<TLSSocket> => {
    const { host, port } = target;
    const socket = connectTls({
      host,
      port,
      ca,
      ...(host === 'localhost' ? { servername: host } : {}),
      ...options,
    });
    await new Promise<void>((resolve, reject) => {
      socket.once('secureConnect', resolve);
      socket.once('error', reject);
    });
    return socket;
  };

  let socket: Socket =
    mode === 'tls' ? await secured({}) : connectSocket({ host: target.host, port: target.port });
  attach(socket);

  const read = async (until: RegExp): Promise<string> => {
    while (!until.test(received)) {
      if (failure) throw failure;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    const said = received;
    received = '';
    return said;
  };
  return {
    read,
    say(line, until) {
      socket.write(`${line}\r\n`);
      return read(until);
    },
    async encrypt() {
      socket.removeAllListeners();
      socket = attach(await secured({ socket }));
    },
    peerName: () => (socket as TLSSocket).getPeerCertificate?.().subjectaltname,
    close: () => socket.destroy(),
  };
}

/** SASL PLAIN's initial response (RFC 4616). */
export function plain(account: { address: string; password: string }): string {
  return Buffer.from(`\0${account.address}\0${account.password}`).toString('base64');
}

/** One SMTP reply, all of its lines (RFC 5321 §4.2.1). */
export const smtpReply = /^\d{3} .*\r\n$/m;
