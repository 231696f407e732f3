// Knows what the test message looks like: recognisable to a person, to a filter and to the probe that waits for it.
// May not send it.

import { randomUUID } from 'node:crypto';

export type TestMessage = { messageId: string; raw: Buffer };

/**
 * From and To are the mailbox's own address, as when the platform tests a mailbox.
 * Auto-Submitted (RFC 3834 §5) keeps absence replies and ticket systems from answering.
 */
export async function composeTestMessage(address: string): Promise<TestMessage> {
  // Loaded here: a run that sends nothing does not pay for it.
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  const domain = address.slice(address.lastIndexOf('@') + 1);
  const messageId = `<${randomUUID()}@${domain}>`;
  const composer = new MailComposer({
    from: { name: 'mailcheck', address },
    to: { name: '', address },
    subject: 'mailcheck test message, may be deleted (テスト用メール、削除して構いません)',
    messageId,
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    text: [
      'This message was sent by mailcheck from this mailbox to itself, to see whether mail goes out and comes in.',
      'mailcheck takes it out again when it has seen it. If it is still here, it may be deleted.',
      '',
      'このメールは mailcheck がメールボックスの送受信を確認するために、自分自身宛てに送ったものです。',
      '確認できれば自動で削除されます。残っている場合は削除して構いません。',
      '',
    ].join('\n'),
    // Nothing but what is written here may become part of the message.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const composed = await composer.compile().build();
  return { messageId, raw: withNetworkLineEnds(composed) };
}

/** RFC 5321 §2.3.8: CRLF and nothing else ends a line. */
function withNetworkLineEnds(message: Buffer): Buffer {
  return Buffer.from(message.toString('latin1').replace(/\r?\n/g, '\r\n'), 'latin1');
}
