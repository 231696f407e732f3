// Knows how to hand one message to an SMTP server: MAIL, RCPT, DATA, each with a verdict of its own.
// May not send to anybody but the mailbox itself, nor end a message that no recipient was accepted for.

import { domainToASCII } from 'node:url';
import type { Reply } from '../../core/mail/reply.ts';
import type { StepOutcome } from '../../core/mail/step.ts';
import { fromOf } from '../../core/mail/message-header.ts';
import { hasSmtpCapability, queueIdOf } from '../../core/mail/smtp-reply.ts';
import type { Received } from './line-stream.ts';
import type { SendPlan } from './probe.ts';
import type { Session } from './session.ts';
import { hasUnsafeCharacter, type SmtpTalk } from './smtp-exchange.ts';

export async function sendMessage(session: Session, talk: SmtpTalk, plan: SendPlan): Promise<void> {
  const { request, seen } = session;
  const capabilities = seen.capabilities ?? [];
  const pipelining = hasSmtpCapability(capabilities, 'PIPELINING');
  const path = mailPath(request.address);
  if (path === undefined) {
    await session.step('sender', async () => ({ outcome: 'rejected', reason: 'unsafe-characters' }));
    return;
  }
  const international = /[^\0-\u007f]/.test(path);
  if (international && !hasSmtpCapability(capabilities, 'SMTPUTF8')) {
    await session.step('sender', async () => ({ outcome: 'rejected', reason: 'smtputf8-not-offered' }));
    return;
  }
  const eightBit = plan.raw.some((byte) => byte > 127);
  const mail =
    `MAIL FROM:<${path}>` +
    (eightBit && hasSmtpCapability(capabilities, '8BITMIME') ? ' BODY=8BITMIME' : '') +
    (international ? ' SMTPUTF8' : '');
  const commands = [mail, `RCPT TO:<${path}>`, 'DATA'];
  // RFC 2920 §3.1: DATA may end a group; its 354 shows whether anything was accepted.
  if (pipelining) session.send(commands.join('\r\n'));
  const reply = (command: string): Promise<Received<Reply>> =>
    pipelining ? talk.nextReply() : talk.exchange(command);

  if (!(await session.step('sender', async () => accepted(await reply(mail), '2')))) return;
  const recipient = async (): Promise<StepOutcome> => accepted(await reply(`RCPT TO:<${path}>`), '2');
  if (!(await session.step('recipient', recipient))) return;

  await session.step('queued', async () => {
    const data = accepted(await reply('DATA'), '3');
    if (data.outcome !== 'ok') return data;
    const ready = await session.pause(
      plan.ready.then(
        () => true,
        () => false,
      ),
    );
    // Leaving without the final dot: the server throws away what it has (RFC 5321 §4.1.1.4).
    if (ready !== true) return { outcome: 'not-tried', because: 'other-direction-failed' };
    seen.messageId = plan.messageId;
    const from = fromOf(plan.raw.toString('utf8').split('\r\n'));
    if (from !== undefined) seen.sentFrom = from;
    session.sendBytes(dotStuffed(plan.raw), `message sent, ${plan.raw.length} bytes`);
    const queued = accepted(await talk.nextReply(), '2');
    const id = queued.outcome === 'ok' && queued.reply !== undefined ? queueIdOf(queued.reply) : undefined;
    if (id !== undefined) seen.queueId = id;
    return queued;
  });
}

function accepted(reply: Received<Reply>, firstDigit: '2' | '3'): StepOutcome {
  if (!reply.ok) return reply.problem;
  return reply.value.code.startsWith(firstDigit)
    ? { outcome: 'ok', reply: reply.value }
    : { outcome: 'refused', reply: reply.value };
}

/** The address as MAIL and RCPT take it; the domain in ASCII where the local part is (RFC 6531 §3.2 otherwise). */
function mailPath(address: string): string | undefined {
  if (hasUnsafeCharacter(address) || /[<>]/.test(address)) return undefined;
  const at = address.lastIndexOf('@');
  const local = address.slice(0, at);
  const domain = domainToASCII(address.slice(at + 1));
  return /[^\0-\u007f]/.test(local) || domain === '' ? address : `${local}@${domain}`;
}

/** RFC 5321 §4.5.2, and the lone dot that ends the message. */
function dotStuffed(raw: Buffer): Buffer {
  const text = raw.toString('latin1').replace(/(^|\r\n)\./g, '$1..');
  return Buffer.from(`${text}${text.endsWith('\r\n') ? '' : '\r\n'}.\r\n`, 'latin1');
}
