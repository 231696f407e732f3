// Knows which user and password were refused in this run, so that no server is asked twice with the same ones:
// Dovecot answers each further try later and later, others lock the account. Keeps digests, never a password.

import { createHash } from 'node:crypto';
import { stepOf, type Observation } from '../../core/mail/evidence.ts';
import { isHttp } from '../../core/mail/protocol.ts';

export type LoginTurn = {
  /** True: the same user and password were refused before on this host. Nothing may be sent. */
  refusedBefore: boolean;
  /** To be called once, with whether the server refused the password. */
  finished(refused: boolean): void;
};

export type RefusedPasswords = {
  turn(login: { protocol: string; host: string; user: string; secret: string }): Promise<LoginTurn>;
};

type Known = { first: Promise<boolean>; verdict?: boolean };

/**
 * The first mailbox with a given user and password goes ahead; only those that share both wait for its answer, and
 * then all go at once or none does. A refusal counts for one protocol: "SMTP AUTH is switched off" must not keep
 * POP3 from being looked at.
 */
export function rememberRefusedPasswords(): RefusedPasswords {
  const logins = new Map<string, Known>();
  return {
    async turn({ protocol, host, user, secret }) {
      const key = createHash('sha256')
        .update(JSON.stringify([protocol, host.toLowerCase(), user, secret]))
        .digest('base64');
      const known = logins.get(key);
      if (known) {
        const refusedBefore = known.verdict ?? (await known.first);
        return { refusedBefore, finished: (refused) => void (known.verdict ||= refused) };
      }
      let settle: (refused: boolean) => void = () => undefined;
      const entry: Known = { first: new Promise((resolve) => (settle = resolve)) };
      logins.set(key, entry);
      return {
        refusedBefore: false,
        finished: (refused) => {
          entry.verdict = refused;
          settle(refused);
        },
      };
    },
  };
}

/**
 * The server said no to this user and password, as opposed to "not now" (SMTP 4yz; RFC 3206, RFC 5530 codes) or
 * "not like this" (504, 530, 534, 538: another mechanism or TLS is wanted, RFC 4954 §6).
 */
export function passwordWasRefused(observation: Observation): boolean {
  const login = stepOf(observation, 'login');
  if (login?.outcome !== 'refused') return false;
  const { code, enhanced } = login.reply;
  // RFC 9110 §15.5.2: every other status says no to something else.
  if (isHttp(observation.protocol)) return code === '401';
  return observation.protocol === 'smtp'
    ? code.startsWith('5') && !otherWayWanted.has(code)
    : !passing.has(enhanced ?? '');
}

const otherWayWanted = new Set(['504', '530', '534', '538']);
const passing = new Set(
  'SYS/TEMP IN-USE LOGIN-DELAY LIMIT UNAVAILABLE INUSE PRIVACYREQUIRED SERVERBUG'.split(' '),
);
