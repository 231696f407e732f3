// Knows how to log in over POP3 and open the maildrop: AUTH PLAIN with initial response (RFC 5034), else USER and PASS;
// with an access token AUTH XOAUTH2, else OAUTHBEARER.
// May not send credentials in the clear unless the record says so, nor a second time after a refusal.

import type { StepOutcome } from '../../core/mail/step.ts';
import { isChallenge, type Pop3Capabilities } from '../../core/mail/pop3-reply.ts';
import { type BearerMechanism, bearerMechanism, withChallenge } from './bearer-mechanism.ts';
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
    if (login.bearer) {
      const chosen = bearerMechanism(waysIn(offered), login, request);
      if ('rejected' in chosen) return { outcome: 'rejected', reason: chosen.rejected };
      session.seen.mechanismUsed = chosen.mechanism.name;
      return authBearer(session, chosen.mechanism);
    }
    const mechanism = mechanismFor(offered);
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

/** USER counts among them: a server that has it offers a login, though none for a token. */
function waysIn(offered: Pop3Capabilities | undefined): string[] {
  if (offered === undefined) return ['USER'];
  return offered.userPass ? [...offered.mechanisms, 'USER'] : offered.mechanisms;
}

/** RFC 5034 §4: a command line has 255 octets at most, which no token fits in; it follows the server's "+". */
async function authBearer(
  session: Session,
  { name, response, surrender }: BearerMechanism,
): Promise<StepOutcome> {
  session.transcript.hide(response);
  session.send(`AUTH ${name}`);
  const asked = await readLine(session);
  if (!asked.ok) return asked.problem;
  if (!isChallenge(asked.value)) return outcomeOf(statusOf(asked.value));
  session.send(response, '***');
  const answer = await readLine(session);
  if (!answer.ok) return answer.problem;
  if (!isChallenge(answer.value)) return outcomeOf(statusOf(answer.value));
  session.send(surrender);
  return withChallenge(outcomeOf(await readStatus(session)), answer.value.slice(1));
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
