// Knows the course of an SMTP session up to the depth asked for, one verdict a step (RFC 5321, 3207, 4954).
// May not judge a reply beyond yes or no, fall back to clear text, or throw because a server said no.
//
// A session of our own and not nodemailer's: its verify() says true where no AUTH or STARTTLS was offered and the
// password never left; it keeps no transcript, resumes no TLS session, does not show a refused certificate, and
// waits for answers that tell nothing. nodemailer composes the message (test-message.ts).

import { isIPv6 } from 'node:net';
import type { ProbeRequest } from '../../core/delivery/probe-request.ts';
import type { Observation } from '../../core/mail/evidence.ts';
import type { Reply } from '../../core/mail/reply.ts';
import type { StepOutcome } from '../../core/mail/step.ts';
import { hasSmtpCapability, smtpCapabilities, smtpMechanisms } from '../../core/mail/smtp-reply.ts';
import type { Received } from './line-stream.ts';
import { type Login, loginOf } from './login.ts';
import type { ProbeContext, SendPlan } from './probe.ts';
import { createSession, type Session } from './session.ts';
import { type SmtpTalk, talkSmtp } from './smtp-exchange.ts';
import { logIn } from './smtp-login.ts';
import { sendMessage } from './smtp-send.ts';

const sessionSteps = ['name', 'connect', 'greeting', 'tls', 'capabilities', 'login'] as const;
const sendingSteps = ['sender', 'recipient', 'queued'] as const;

/** Rejects only with SecretProblem, before any socket is opened. */
export async function probeSmtp(
  request: ProbeRequest,
  context: ProbeContext,
  send?: SendPlan,
): Promise<Observation> {
  const { depth } = request;
  const login = await loginOf(request, context);
  const plan = depth === 'send' ? send : undefined;
  const session = createSession(request, context);
  if (login !== undefined) session.transcript.hide(login.secret);
  const talk = talkSmtp(session);

  if (request.tls === 'none') session.skip('tls', 'not-asked');
  if (depth === 'connect') session.skip('login', 'not-asked');
  if (plan === undefined) for (const name of sendingSteps) session.skip(name, 'not-asked');
  const ready = (await session.open()) && (await begin(session, talk)) && (await enter(session, talk, login));
  if (ready && plan !== undefined) await sendMessage(session, talk, plan);
  return session.finish([...sessionSteps, ...sendingSteps], 'QUIT');
}

async function begin(session: Session, talk: SmtpTalk): Promise<boolean> {
  const greeted = await session.step('greeting', async () => {
    const greeting = await talk.greeting();
    if (greeting.ok) session.seen.greeting = greeting.value.text;
    return okIf(greeting, '220');
  });
  if (!greeted) return false;
  if (session.request.tls === 'starttls' && !(await session.step('tls', () => startTls(session, talk))))
    return false;
  return session.step('capabilities', () => sayHello(session, talk));
}

async function enter(session: Session, talk: SmtpTalk, login: Login | undefined): Promise<boolean> {
  if (session.request.depth === 'connect') return false;
  if (login !== undefined) return session.step('login', () => logIn(session, talk.exchange, login));
  // Nothing to log in with: a server that takes mail from this machine unasked is tried as it is.
  session.skip('login', 'no-credentials');
  return true;
}

/** EHLO, STARTTLS and the handshake are one step: without TLS the server's capabilities are not what counts. */
async function startTls(session: Session, talk: SmtpTalk): Promise<StepOutcome> {
  const hello = await talk.exchange(`EHLO ${ourName(session)}`);
  if (!hello.ok) return hello.problem;
  if (!isUnknownCommand(hello.value) && hello.value.code !== '250')
    return { outcome: 'refused', reply: hello.value };
  noteCapabilities(session, hello.value);
  session.seen.capabilitiesBeforeTls = session.seen.capabilities ?? [];
  if (!hasSmtpCapability(session.seen.capabilities ?? [], 'STARTTLS')) {
    return { outcome: 'rejected', reason: 'starttls-not-offered', reply: hello.value };
  }
  const agreed = okIf(await talk.exchange('STARTTLS'), '220');
  return agreed.outcome === 'ok' ? session.upgrade() : agreed;
}

/** RFC 3207 §4.2: what was said before TLS is forgotten, so this is asked again after it. */
async function sayHello(session: Session, talk: SmtpTalk): Promise<StepOutcome> {
  let hello = await talk.exchange(`EHLO ${ourName(session)}`);
  // RFC 5321 §3.2: a server from before EHLO.
  if (hello.ok && isUnknownCommand(hello.value)) hello = await talk.exchange(`HELO ${ourName(session)}`);
  if (!hello.ok) return hello.problem;
  if (hello.value.code === '250') noteCapabilities(session, hello.value);
  return okIf(hello, '250');
}

function noteCapabilities(session: Session, hello: Reply): void {
  session.seen.capabilities = smtpCapabilities(hello);
  session.seen.mechanisms = smtpMechanisms(session.seen.capabilities);
}

function isUnknownCommand(reply: Reply): boolean {
  return ['500', '502', '504'].includes(reply.code);
}

function okIf(reply: Received<Reply>, code: string): StepOutcome {
  if (!reply.ok) return reply.problem;
  return reply.value.code === code
    ? { outcome: 'ok', reply: reply.value }
    : { outcome: 'refused', reply: reply.value };
}

/** RFC 5321 §4.1.3: an address literal needs no name that a server could find wanting. */
function ourName(session: Session): string {
  const address = session
    .localAddress()
    .replace(/^::ffff:(?=\d+\.)/, '')
    .replace(/%.*$/, '');
  return isIPv6(address) ? `[IPv6:${address}]` : `[${address === '' ? '127.0.0.1' : address}]`;
}
