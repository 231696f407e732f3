// How SMTP replies are read, in whatever pieces they arrive.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dialectOf } from '../../src/core/mail/dialect.ts';
import { createLineSplitter } from '../../src/core/mail/line-splitter.ts';
import {
  hasSmtpCapability,
  isSmtpReplyWhole,
  parseSmtpReply,
  queueIdOf,
  smtpCapabilities,
  smtpMechanisms,
} from '../../src/core/mail/smtp-reply.ts';
import type { Reply } from '../../src/core/mail/reply.ts';

describe('parseSmtpReply', () => {
  test.each<[string, string[], Reply | undefined]>([
    ['one line', ['250 ok'], { code: '250', text: 'ok' }],
    ['a bare code (RFC 5321 §4.2: the text is optional)', ['250'], { code: '250', text: '' }],
    ['enhanced status', ['535 5.7.8 bad'], { code: '535', enhanced: '5.7.8', text: 'bad' }],
    [
      'enhanced status on each line (RFC 2034 §4)',
      ['550-5.1.1 no such user', '550 5.1.1 see https://example.com'],
      { code: '550', enhanced: '5.1.1', text: 'no such user\nsee https://example.com' },
    ],
    ['a class that contradicts the code is text', ['250 5.7.8 odd'], { code: '250', text: '5.7.8 odd' }],
    ['a version number is no status', ['220 2.0 beta'], { code: '220', text: '2.0 beta' }],
    ['codes that differ', ['250-one', '550 two'], undefined],
    ['no reply', ['hello'], undefined],
    ['four digits', ['2500 ok'], undefined],
    ['nothing', [], undefined],
  ])('%s', (_what, lines, expected) => {
    expect(parseSmtpReply(lines)).toEqual(expected);
  });
});

test('EHLO: keywords, mechanisms in both spellings', () => {
  const hello = parseSmtpReply([
    '250-mx',
    '250-AUTH LOGIN plain',
    '250-AUTH=LOGIN',
    '250-SIZE 100',
    '250 STARTTLS',
  ]);
  const capabilities = smtpCapabilities(hello as Reply);
  expect(capabilities).toEqual(['AUTH LOGIN plain', 'AUTH=LOGIN', 'SIZE 100', 'STARTTLS']);
  expect(smtpMechanisms(capabilities)).toEqual(['LOGIN', 'PLAIN']);
  expect(hasSmtpCapability(capabilities, 'SIZE')).toBe(true);
  expect(hasSmtpCapability(capabilities, 'PIPELINING')).toBe(false);
});

test.each([
  ['Postfix', '2.0.0 Ok: queued as 4XyZ1k2QbWz9v', '4XyZ1k2QbWz9v'],
  [
    'Exchange Online',
    '2.6.0 <a@example.com> [InternalId=12345, Hostname=X.PROD.OUTLOOK.COM] 9 bytes in 0.1 Queued mail for delivery',
    '12345',
  ],
  ['Exim', 'OK id=1qL2mN-0007Xy-2k', '1qL2mN-0007Xy-2k'],
  ['Sendmail', '2.0.0 3A1B2c4d005678 Message accepted for delivery', '3A1B2c4d005678'],
  ['Gmail', '2.0.0 OK  1700000000 d9443c01a7336-1d5f.123 - gsmtp', 'd9443c01a7336-1d5f.123'],
  ['says nothing', '2.0.0 Ok: message received', undefined],
])('queue id of %s', (_server, line, id) => {
  expect(queueIdOf(parseSmtpReply([`250 ${line}`]) as Reply)).toBe(id);
});

test.each([
  ['220 mx ESMTP', 'smtp'],
  ['+OK ready', 'pop3'],
  ['* OK ready', 'imap'],
  ['<!DOCTYPE html>', 'http'],
  ['SSH-2.0-x', 'ssh'],
  ['\u0015\u0003\u0003', 'tls'],
  ['2200 x', 'unknown'],
  ['', 'nothing'],
])('dialectOf(%j) is %s', (bytes, dialect) => {
  expect(dialectOf(bytes)).toBe(dialect);
});

describe('createLineSplitter', () => {
  const code = fc.constantFrom('220', '250', '354', '421', '535', '550');
  const text = fc
    .string({ unit: 'grapheme', maxLength: 40 })
    .map((words) => words.replaceAll(/[\r\n]/g, ' '));
  const reply = fc.record({ code, texts: fc.array(text, { minLength: 1, maxLength: 5 }) });

  test('the same replies come out, wherever the network cuts the bytes', () => {
    fc.assert(
      fc.property(
        fc.array(reply, { maxLength: 6 }),
        fc.array(fc.nat(400)),
        fc.boolean(),
        (replies, cuts, bareLf) => {
          const end = bareLf ? '\n' : '\r\n';
          const wire = replies
            .flatMap(({ code, texts }) =>
              texts.map((line, index) => `${code}${index === texts.length - 1 ? ' ' : '-'}${line}${end}`),
            )
            .join('');
          const bytes = new TextEncoder().encode(wire);
          const splitter = createLineSplitter(1_000);
          const read: (Reply | undefined)[] = [];
          let lines: string[] = [];
          const points = [0, ...cuts.filter((cut) => cut < bytes.length).sort((a, b) => a - b), bytes.length];
          points.forEach((point, index) => {
            splitter.push(bytes.subarray(points[index - 1] ?? 0, point));
            for (let line = splitter.next(); line !== undefined; line = splitter.next()) {
              lines.push(line);
              if (!isSmtpReplyWhole(lines)) continue;
              read.push(parseSmtpReply(lines));
              lines = [];
            }
          });
          expect(lines).toEqual([]);
          expect(splitter.waitingBytes()).toBe(0);
          expect(read.map((one) => one?.code)).toEqual(replies.map((one) => one.code));
          expect(read).toEqual(
            replies.map(({ code, texts }) =>
              parseSmtpReply(
                texts.map((line, index) => `${code}${index === texts.length - 1 ? ' ' : '-'}${line}`),
              ),
            ),
          );
        },
      ),
    );
  });

  test('a line over the limit is reported, not returned, whether or not it ends', () => {
    for (const wire of ['x'.repeat(11), `${'x'.repeat(11)}\r\n`]) {
      const splitter = createLineSplitter(10);
      splitter.push(new TextEncoder().encode(wire));
      expect(splitter.next()).toBeUndefined();
      expect(splitter.overLimit()).toBe(true);
      expect(splitter.peek(4)).toBe('xxxx');
    }
  });

  test('a line at the limit is fine', () => {
    const splitter = createLineSplitter(10);
    splitter.push(new TextEncoder().encode(`${'x'.repeat(10)}\nrest`));
    expect(splitter.next()).toBe('x'.repeat(10));
    expect(splitter.overLimit()).toBe(false);
    expect(splitter.waitingBytes()).toBe(4);
  });
});
