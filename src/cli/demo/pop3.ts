// Knows the demo's POP3 server: enough of RFC 1939, 2449 and 5034 for a mailbox test, over TLS on loopback.

import type { IssuedCertificate } from './certificate.ts';
import type { MailStore, StoredMessage } from './mail-store.ts';
import { startLineServer, type Conversation, type RunningServer } from './server.ts';

export function startPop3(store: MailStore, certificate: IssuedCertificate): Promise<RunningServer> {
  return startLineServer(certificate, (send, close) => converse(store, send, close));
}

function converse(store: MailStore, send: (line: string) => void, close: () => void): Conversation {
  let name = '';
  let user: string | undefined;
  let maildrop: StoredMessage[] = [];
  const deleted = new Set<number>();

  const logIn = (candidate: string, password: string) => {
    if (!store.accepts(candidate, password)) return send('-ERR [AUTH] Authentication failed.');
    user = candidate;
    maildrop = store.list(candidate);
    send('+OK Logged in.');
  };
  const message = (number: string) => maildrop[Number(number) - 1];
  const listing = (line: (stored: StoredMessage, number: number) => string, number?: string) => {
    if (number !== undefined) {
      const stored = message(number);
      return send(stored === undefined ? '-ERR No such message.' : `+OK ${line(stored, Number(number))}`);
    }
    send('+OK');
    for (const [index, stored] of maildrop.entries())
      if (!deleted.has(stored.uid)) send(line(stored, index + 1));
    send('.');
  };

  const commands: Record<string, (first: string, second: string) => void> = {
    CAPA: () => ['+OK', 'TOP', 'UIDL', 'USER', 'SASL PLAIN', 'RESP-CODES', 'PIPELINING', '.'].forEach(send),
    USER: (given) => {
      name = given;
      send('+OK');
    },
    PASS: (password) => logIn(name, password),
    AUTH: (_mechanism, initial) => {
      const [, candidate = '', password = ''] = Buffer.from(initial, 'base64').toString('utf8').split('\0');
      logIn(candidate, password);
    },
    STAT: () =>
      send(`+OK ${maildrop.length} ${maildrop.reduce((sum, stored) => sum + stored.raw.length, 0)}`),
    UIDL: (number) =>
      listing((stored, index) => `${index} ${stored.uid}`, number === '' ? undefined : number),
    LIST: (number) =>
      listing((stored, index) => `${index} ${stored.raw.length}`, number === '' ? undefined : number),
    TOP: (number) => {
      const stored = message(number);
      if (stored === undefined) return send('-ERR No such message.');
      send('+OK');
      for (const line of (stored.raw.split('\r\n\r\n')[0] ?? '').split('\r\n'))
        send(line.startsWith('.') ? `.${line}` : line);
      send('');
      send('.');
    },
    DELE: (number) => {
      const stored = message(number);
      if (stored !== undefined) deleted.add(stored.uid);
      send(stored === undefined ? '-ERR No such message.' : '+OK Marked to be deleted.');
    },
    NOOP: () => send('+OK'),
    QUIT: () => {
      if (user !== undefined) store.remove(user, deleted);
      send('+OK Logging out.');
      close();
    },
  };
  const beforeLogin = new Set(['CAPA', 'USER', 'PASS', 'AUTH', 'QUIT']);

  return {
    greeting: '+OK mailcheck demo ready.',
    line(text) {
      const [verb = '', first = '', second = ''] = text.split(' ');
      const command = commands[verb.toUpperCase()];
      if (command === undefined) send('-ERR Unknown command.');
      else if (user === undefined && !beforeLogin.has(verb.toUpperCase())) send('-ERR Log in first.');
      else command(first, second);
    },
  };
}
