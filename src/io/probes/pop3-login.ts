// Knows how to log in over POP3 and open the maildrop: AUTH PLAIN with initial response (RFC 5034), else USER and PASS.
// May not send credentials in the clear unless the record says so, nor a second time after a refusal.

import type { StepOutcome } from '../../core/mail/evidence.ts';
import { isChallenge, type Pop3Capabilities } from '../../core/mail/pop3-reply.ts';
import type { Problem } from './line-stream.ts';
import type { Login } from './login.ts';
import { outcomeOf, readStatus, statusOf } from './pop3-dialogue.ts';
import type { Reached } from './pop3.ts';
import type { Session } from './session.ts';

/**
 * @param offered undefined: the server knows no CAPA, so nothing is known.
 * @param login undefined: not asked for, or there are no credentials.
 */
export async function signIn(
  session: Session,
  offered: Pop3Capabilities | undefined,
  login: Login | undefined,
): Promise<Reached> {
  const { request } = session;
  if (login === undefined) {
    const because = request.depth === 'connect' ? 'not-asked' : 'no-credentials';
    session.skip('login', because);
    session.skip('inbox', because);
    return 'login';
  }
  session.transcript.hide(login.secret);
  const pipelined = offered?.pipelining === true;
  let statAsked = false;

  const loggedIn = await session.step('login', async () => {
    if (!session.encrypted() && !request.allowClearTextCredentials) {
      return { outcome: 'rejected', reason: 'clear-text-forbidden' };
    }
    // RFC 4616 §2 keeps NUL for itself; a line break would begin a command of its own.
    if (/[\0\r\n]/.test(login.user + login.secret))
      return { outcome: 'rejected', reason: 'unsafe-characters' };
    const mechanism = login.bearer ? undefined : mechanismFor(offered);
    if (mechanism === undefined) {
      const none = offered === undefined || offered.mechanisms.length === 0;
      return { outcome: 'rejected', reason: none ? 'authentication-not-offered' : 'no-common-mechanism' };
    }
    session.seen.mechanismUsed = mechanism;
    if (mechanism === 'USER') return userPass(session, login);
    statAsked = pipelined;
    return authPlain(session, login, pipelined);
  });
  if (!loggedIn) return 'nowhere';
  const opened = await session.step('inbox', async () => {
    if (!statAsked) session.send('STAT');
    return outcomeOf(await readStatus(session));
  });
  return opened ? 'maildrop' : 'nowhere';
}

function mechanismFor(offered: Pop3Capabilities | undefined): 'PLAIN' | 'USER' | undefined {
  if (offered?.mechanisms.includes('PLAIN')) return 'PLAIN';
  return offered === undefined || offered.userPass ? 'USER' : undefined;
}

/**
 * RFC 2449 §6.6: only a server that says PIPELINING is sent STAT in the same packet. One that says so and still asks
 * for the response takes STAT for it, says no, and is then asked again the long way: no password was refused.
 */
async function authPlain(
  session: Session,
  { user, secret }: Login,
  pipelined: boolean,
): Promise<StepOutcome> {
  const response = Buffer.from(`\0${user}\0${secret}`).toString('base64');
  session.transcript.hide(response);
  // RFC 5034 §4: the whole command line has 255 octets at most, then the response follows on a line of its own.
  const short = response.length <= 240;
  if (short && pipelined) session.send(`AUTH PLAIN ${response}\r\nSTAT`, 'AUTH PLAIN ***\r\nSTAT');
  else if (short) session.send(`AUTH PLAIN ${response}`, 'AUTH PLAIN ***');
  else session.send('AUTH PLAIN');

  let line = await readLine(session);
  if (!line.ok) return line.problem;
  if (isChallenge(line.value)) {
    if (short && pipelined) {
      const statTaken = await readStatus(session);
      if (!statTaken.ok) return statTaken.problem;
      session.send('AUTH PLAIN');
      line = await readLine(session);
      if (!line.ok) return line.problem;
      if (!isChallenge(line.value)) return outcomeOf(statusOf(line.value));
    }
    session.send(response, '***');
    line = await readLine(session);
    if (!line.ok) return line.problem;
    const answer = outcomeOf(statusOf(line.value));
    if (answer.outcome === 'ok' && short && pipelined) session.send('STAT');
    return answer;
  }
  const answer = outcomeOf(statusOf(line.value));
  if (answer.outcome === 'ok' && !short && pipelined) session.send('STAT');
  return answer;
}

async function userPass(session: Session, { user, secret }: Login): Promise<StepOutcome> {
  session.send(`USER ${user}`);
  const known = outcomeOf(await readStatus(session));
  if (known.outcome !== 'ok') return known;
  session.send(`PASS ${secret}`, 'PASS ***');
  return outcomeOf(await readStatus(session));
}

async function readLine(
  session: Session,
): Promise<{ ok: true; value: string } | { ok: false; problem: Problem }> {
  const received = await session.receive(() => true);
  return received.ok ? { ok: true, value: received.value[0] ?? '' } : received;
}
