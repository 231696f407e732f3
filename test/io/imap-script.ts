// An IMAP server's part of a scripted conversation: answers carry the tag of the command they answer.

import type { Answer, Script } from '../line-server.ts';

export const greetingLine = '* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN] ready';

/** `tagged(/^LOGIN /, 'OK done', '* SEARCH 1')`: untagged lines first, then the tagged one. */
export function tagged(command: RegExp, result: string, ...untagged: readonly string[]): Answer {
  return [
    new RegExp(`^\\S+ (?:${command.source})`, 'i'),
    (line) => [...untagged, ...(result === '' ? [] : [`${line.split(' ')[0] ?? ''} ${result}`])],
  ];
}

export const capability = (...names: string[]): Answer =>
  tagged(/CAPABILITY$/, 'OK', `* CAPABILITY IMAP4rev1 ${names.join(' ')}`);
export const namespace = tagged(/NAMESPACE$/, 'OK', '* NAMESPACE (("" ".")) NIL NIL');
export const list = tagged(/LIST /, 'OK', '* LIST (\\Noselect) "." ""');
export const logout = tagged(/LOGOUT$/, 'OK', '* BYE');
export const examine = (uidNext = 5): Answer =>
  tagged(
    /EXAMINE INBOX$/,
    'OK [READ-ONLY] Examined.',
    '* 4 EXISTS',
    '* OK [UIDVALIDITY 7] ok',
    `* OK [UIDNEXT ${uidNext}] next`,
  );

/** AUTHENTICATE PLAIN as imapflow leads it: the response follows on a line of its own. */
export function authenticate(result: (response: string) => string, ...after: readonly Answer[]): Answer {
  let tag = '';
  const answered: Script = [
    { answer: [[/^/, (line) => `${tag} ${result(line)}`, [{ answer: [...after, logout] }]]] },
  ];
  return [
    /^\S+ AUTHENTICATE PLAIN$/,
    (line) => {
      tag = line.split(' ')[0] ?? '';
      return '+ ';
    },
    answered,
  ];
}
