// Knows how to log in to an SMTP server (RFC 4954): PLAIN, else LOGIN, else CRAM-MD5; with an access token XOAUTH2, else
// OAUTHBEARER.
// May not send credentials in the clear unless the record allows it, nor try a refused password again.

import { createHmac } from 'node:crypto';
import type { Reply } from '../../core/mail/reply.ts';
import type { StepOutcome } from '../../core/mail/step.ts';
import { type BearerMechanism, bearerMechanism, withChallenge } from './bearer-mechanism.ts';
import type { Received } from './line-stream.ts';
import type { Login } from './login.ts';
import type { Session } from './session.ts';
import { type Exchange, hasUnsafeCharacter } from './smtp-exchange.ts';

/** Best first. PLAIN needs one round trip, LOGIN three; CRAM-MD5 is for servers that offer nothing else. */
const mechanisms = ['PLAIN', 'LOGIN', 'CRAM-MD5'] as const;
type Mechanism = (typeof mechanisms)[number];

/** RFC 5321 §4.5.3.1.4, which RFC 4954 §4 leaves in force for a command with an initial response. */
const longestCommand = 512;

export async function logIn(session: Session, exchange: Exchange, login: Login): Promise<StepOutcome> {
  const { request, seen } = session;
  // RFC 4616 §2: NUL separates the fields of PLAIN. A line break would begin a command of the user's choosing.
  if (hasUnsafeCharacter(login.user) || hasUnsafeCharacter(login.secret)) {
    return { outcome: 'rejected', reason: 'unsafe-characters' };
  }
  if (!session.encrypted() && !request.allowClearTextCredentials) {
    return { outcome: 'rejected', reason: 'clear-text-forbidden' };
  }
  const offered = seen.mechanisms ?? [];
  if (login.bearer) {
    const chosen = bearerMechanism(offered, login, request);
    if ('rejected' in chosen) return { outcome: 'rejected', reason: chosen.rejected };
    session.transcript.hide(chosen.mechanism.response);
    seen.mechanismUsed = chosen.mechanism.name;
    return bearer(exchange, chosen.mechanism);
  }
  if (offered.length === 0) return { outcome: 'rejected', reason: 'authentication-not-offered' };
  const common = mechanisms.filter((mechanism) => offered.includes(mechanism));
  if (common.length === 0) return { outcome: 'rejected', reason: 'no-common-mechanism' };

  let outcome: StepOutcome = { outcome: 'rejected', reason: 'no-common-mechanism' };
  for (const mechanism of common) {
    seen.mechanismUsed = mechanism;
    outcome = await speak(exchange, mechanism, login);
    // 504: this mechanism, though listed, does not exist (RFC 4954 §4); the password was not looked at.
    if (outcome.outcome !== 'refused' || outcome.reply.code !== '504') return outcome;
  }
  return outcome;
}

async function speak(exchange: Exchange, mechanism: Mechanism, login: Login): Promise<StepOutcome> {
  if (mechanism === 'PLAIN') return plain(exchange, login);
  if (mechanism === 'LOGIN') return inTurn(exchange, 'AUTH LOGIN', [() => login.user, () => login.secret]);
  return inTurn(exchange, 'AUTH CRAM-MD5', [(challenge) => cramMd5(login, challenge)]);
}

async function plain(exchange: Exchange, login: Login): Promise<StepOutcome> {
  const response = base64(`\0${login.user}\0${login.secret}`);
  const command = `AUTH PLAIN ${response}`;
  if (command.length + 2 > longestCommand)
    return inTurn(exchange, 'AUTH PLAIN', [() => `\0${login.user}\0${login.secret}`]);
  const reply = await exchange(command, 'AUTH PLAIN ***');
  // Some servers overlook the initial response and ask for it.
  if (reply.ok && reply.value.code === '334') return verdict(await exchange(response, '***'));
  return verdict(reply);
}

/**
 * A token with its frame is mostly longer than a command may be; then it follows the server's 334, where a line may have
 * 12,288 octets (RFC 4954 §4). A 334 after it is the error challenge.
 */
async function bearer(
  exchange: Exchange,
  { name, response, surrender }: BearerMechanism,
): Promise<StepOutcome> {
  const command = `AUTH ${name} ${response}`;
  const atOnce = command.length + 2 <= longestCommand;
  let reply = await exchange(atOnce ? command : `AUTH ${name}`, `AUTH ${name}${atOnce ? ' ***' : ''}`);
  // An empty challenge asks for the response: always without an initial one, and where a server overlooked it.
  if (isContinued(reply) && (!atOnce || reply.value.text.trim() === ''))
    reply = await exchange(response, '***');
  if (!isContinued(reply)) return verdict(reply);
  return withChallenge(verdict(await exchange(surrender)), reply.value.text);
}

function isContinued(reply: Received<Reply>): reply is Extract<Received<Reply>, { ok: true }> {
  return reply.ok && reply.value.code === '334';
}

/** Answers one challenge after the other, each in base64. */
async function inTurn(
  exchange: Exchange,
  command: string,
  answers: readonly ((challenge: string) => string)[],
): Promise<StepOutcome> {
  let reply = await exchange(command);
  for (const answer of answers) {
    if (!reply.ok || reply.value.code !== '334') return verdict(reply);
    const challenge = Buffer.from(reply.value.text, 'base64').toString('utf8');
    reply = await exchange(base64(answer(challenge)), '***');
  }
  return verdict(reply);
}

function verdict(reply: Received<Reply>): StepOutcome {
  if (!reply.ok) return reply.problem;
  return reply.value.code === '235'
    ? { outcome: 'ok', reply: reply.value }
    : { outcome: 'refused', reply: reply.value };
}

/** RFC 2195 §2. */
function cramMd5({ user, secret }: Login, challenge: string): string {
  return `${user} ${createHmac('md5', secret).update(challenge).digest('hex')}`;
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}
