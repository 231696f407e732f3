// Knows the demo's IMAP server: enough of RFC 9051 (and RFC 4315 UIDPLUS) for a mailbox test, over TLS on loopback.

import type { IssuedCertificate } from './certificate.ts';
import type { MailStore } from './mail-store.ts';
import { startLineServer, type Conversation, type RunningServer } from './server.ts';

const capabilities = 'IMAP4rev1 SASL-IR AUTH=PLAIN UIDPLUS LITERAL+ ID';

export function startImap(store: MailStore, certificate: IssuedCertificate): Promise<RunningServer> {
  return startLineServer(certificate, (send, close) => converse(store, send, close));
}

function converse(store: MailStore, send: (line: string) => void, close: () => void): Conversation {
  let user: string | undefined;
  let waitingForPlain: string | undefined;
  const deleted = new Set<number>();
  const messages = () => (user === undefined ? [] : store.list(user));
  const uidNext = () => Math.max(0, ...messages().map((message) => message.uid)) + 1;

  const logIn = (tag: string, name: string, password: string) => {
    if (!store.accepts(name, password))
      return send(`${tag} NO [AUTHENTICATIONFAILED] Authentication failed.`);
    user = name;
    send(`${tag} OK [CAPABILITY ${capabilities}] Logged in`);
  };
  const plain = (tag: string, initial: string) => {
    const [, name = '', password = ''] = Buffer.from(initial, 'base64').toString('utf8').split('\0');
    logIn(tag, name, password);
  };
  const open = (tag: string, readOnly: boolean) => {
    send('* FLAGS (\\Answered \\Flagged \\Deleted \\Seen \\Draft)');
    send(`* ${messages().length} EXISTS`);
    send('* 0 RECENT');
    send('* OK [UIDVALIDITY 1] UIDs valid');
    send(`* OK [UIDNEXT ${uidNext()}] Predicted next UID`);
    send(`${tag} OK [${readOnly ? 'READ-ONLY' : 'READ-WRITE'}] Completed`);
  };

  return {
    greeting: `* OK [CAPABILITY ${capabilities}] mailcheck demo ready.`,
    line(text) {
      if (waitingForPlain !== undefined) {
        const tag = waitingForPlain;
        waitingForPlain = undefined;
        return plain(tag, text);
      }
      const [tag = '*', verb = '', ...rest] = text.split(' ');
      const argument = rest.join(' ');
      switch (verb.toUpperCase()) {
        case 'CAPABILITY':
          send(`* CAPABILITY ${capabilities}`);
          return send(`${tag} OK Completed`);
        case 'ID':
          send('* ID ("name" "mailcheck demo")');
          return send(`${tag} OK Completed`);
        case 'LOGIN': {
          const [name = '', password = ''] = rest.map((word) => word.replace(/^"(.*)"$/, '$1'));
          return logIn(tag, name, password);
        }
        case 'AUTHENTICATE':
          if (rest[1] !== undefined) return plain(tag, rest[1]);
          waitingForPlain = tag;
          return send('+ ');
        case 'LIST':
          send('* LIST (\\HasNoChildren) "/" INBOX');
          return send(`${tag} OK Completed`);
        case 'SELECT':
        case 'EXAMINE':
          return user === undefined
            ? send(`${tag} BAD Log in first`)
            : open(tag, verb.toUpperCase() === 'EXAMINE');
        case 'UID':
          return uid(tag, argument);
        case 'NOOP':
        case 'CLOSE':
        case 'UNSELECT':
          return send(`${tag} OK Completed`);
        case 'LOGOUT':
          send('* BYE Logging out');
          send(`${tag} OK Completed`);
          return close();
        default:
          return send(`${tag} BAD Unknown command`);
      }
    },
  };

  function uid(tag: string, argument: string): void {
    const upper = argument.toUpperCase();
    const wanted = new Set([...(/\d+/.exec(argument.replace(/^\S+ /, '')) ?? [])].map(Number));
    if (upper.startsWith('SEARCH')) {
      const identifier = /<[^>]+>/.exec(argument)?.[0];
      const found = messages().filter(
        (message) => identifier === undefined || message.raw.includes(identifier),
      );
      send(`* SEARCH${found.map((message) => ` ${message.uid}`).join('')}`);
    } else if (upper.startsWith('FETCH'))
      for (const [index, message] of messages().entries()) {
        if (!wanted.has(message.uid)) continue;
        const header = /^Message-ID:.*$/im.exec(message.raw)?.[0] ?? '';
        const body = `${header}\r\n\r\n`;
        send(
          `* ${index + 1} FETCH (UID ${message.uid} BODY[HEADER.FIELDS (MESSAGE-ID)] {${Buffer.byteLength(body)}}`,
        );
        send(`${body})`);
      }
    else if (upper.startsWith('STORE')) {
      for (const number of wanted) deleted.add(number);
    } else if (upper.startsWith('EXPUNGE') && user !== undefined) {
      for (const [index, message] of messages().entries())
        if (wanted.has(message.uid) && deleted.has(message.uid)) send(`* ${index + 1} EXPUNGE`);
      store.remove(user, new Set([...wanted].filter((number) => deleted.has(number))));
    }
    send(`${tag} OK Completed`);
  }
}
