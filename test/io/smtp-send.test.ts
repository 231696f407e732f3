// What becomes of the test message on servers that take it, and on servers that refuse a part of it.

import { describe, expect, test } from 'vitest';
import type { SendPlan } from '../../src/io/probes/probe.ts';
import { probeSmtp } from '../../src/io/probes/smtp.ts';
import { composeTestMessage } from '../../src/io/probes/test-message.ts';
import { type Answer } from '../line-server.ts';
import { probeContext, probeRequest, stepLines, theStep } from '../probe-world.ts';
import { goodLogin, hello, quit, serve, trusting, upgrade } from '../smtp-servers.ts';

describe('sending', () => {
  const accepting: Answer[] = [
    [/^MAIL FROM:/, '250 2.1.0 Ok'],
    [/^RCPT TO:/, '250 2.1.5 Ok'],
    [/^DATA$/, '354 Go on', ['message', { send: '250 2.0.0 Ok: queued as 4XyZ12abc' }, { answer: [quit] }]],
  ];
  const plan = async (changes: Partial<SendPlan> = {}): Promise<SendPlan> => ({
    ...(await composeTestMessage('admin@example.com')),
    ready: Promise.resolve(),
    ...changes,
  });

  test.each([[['PIPELINING', 'AUTH PLAIN']], [['AUTH PLAIN']]])(
    'with %j: sender, recipient, queue id',
    async (offered) => {
      const server = await serve(upgrade(hello(...offered), goodLogin, ...accepting));
      const send = await plan({ raw: Buffer.from('Subject: dots\r\n\r\n.\r\n..two\r\nlast') });
      const seen = await probeSmtp(
        probeRequest(server.port, { depth: 'send' }),
        probeContext(trusting),
        send,
      );
      expect(stepLines(seen).slice(-4)).toEqual(['login ok', 'sender ok', 'recipient ok', 'queued ok']);
      expect(seen).toMatchObject({ queueId: '4XyZ12abc', messageId: send.messageId });
      expect(server.received[0]).toContain('MAIL FROM:<admin@example.com>');
      expect(server.received[0]).toContain('RCPT TO:<admin@example.com>');
      // RFC 5321 §4.5.2: a line's first dot is doubled, so that none of ours ends the message.
      expect(server.messages).toEqual(['Subject: dots\r\n\r\n..\r\n...two\r\nlast']);
    },
  );

  test('the message waits until the receiving side is ready', async () => {
    let release: () => void = () => undefined;
    const server = await serve(upgrade(hello('AUTH PLAIN'), goodLogin, ...accepting));
    const send = await plan({ ready: new Promise((resolve) => (release = resolve)) });
    const session = probeSmtp(probeRequest(server.port, { depth: 'send' }), probeContext(trusting), send);
    await expect.poll(() => server.received[0]?.includes('DATA')).toBe(true);
    expect(server.messages).toEqual([]);
    release();
    expect(theStep(await session, 'queued').outcome).toBe('ok');
    expect(server.messages[0]).toContain(`Message-ID: ${send.messageId}`);
  });

  test('sender refused (not allowed to send as): the recipient was not judged, and no message leaves', async () => {
    const server = await serve(
      upgrade(
        hello('PIPELINING', 'AUTH PLAIN'),
        goodLogin,
        [/^MAIL/, '553 5.7.1 not owned by user admin'],
        [/^(RCPT|DATA)/, '503 5.5.1 nested'],
      ),
    );
    const seen = await probeSmtp(
      probeRequest(server.port, { depth: 'send' }),
      probeContext(trusting),
      await plan(),
    );
    expect(theStep(seen, 'sender')).toMatchObject({
      outcome: 'refused',
      reply: { code: '553', enhanced: '5.7.1', text: 'not owned by user admin' },
    });
    expect(theStep(seen, 'recipient')).toMatchObject({
      outcome: 'not-tried',
      because: 'earlier-step-failed',
    });
    expect(seen.messageId).toBeUndefined();
  });

  test('recipient refused, though the server still says 354: not even an empty message is sent', async () => {
    const [mail, , data] = accepting as [Answer, Answer, Answer];
    const refusal: Answer = [/^RCPT/, '550 5.1.1 unknown'];
    const server = await serve(upgrade(hello('PIPELINING', 'AUTH PLAIN'), goodLogin, mail, refusal, data));
    const seen = await probeSmtp(
      probeRequest(server.port, { depth: 'send' }),
      probeContext(trusting),
      await plan(),
    );
    expect(stepLines(seen).slice(-3)).toEqual([
      'sender ok',
      'recipient refused:550',
      'queued not-tried:earlier-step-failed',
    ]);
    await expect.poll(() => server.messages.length).toBe(1);
    expect(server.messages).toEqual(['']);
  });

  test.each([
    ['a line break in the address', 'a@example.com>\r\nRCPT TO:<b@example.com', 'unsafe-characters'],
    ['an address that needs RFC 6531', '管理@example.com', 'smtputf8-not-offered'],
  ])('%s never reaches the wire', async (_what, address, reason) => {
    const server = await serve(upgrade(hello('AUTH PLAIN'), goodLogin, ...accepting));
    const request = probeRequest(server.port, { depth: 'send', address });
    const seen = await probeSmtp(request, probeContext(trusting), await plan());
    expect(theStep(seen, 'sender')).toMatchObject({ outcome: 'rejected', reason });
    expect(server.received.flat().some((line) => /MAIL|RCPT/.test(line))).toBe(false);
  });
});
