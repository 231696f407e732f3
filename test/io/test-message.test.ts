// What the test message tells people, filters and the probe that waits for it.

import { expect, test } from 'vitest';
import { composeTestMessage } from '../../src/io/probes/test-message.ts';

test('it goes from the mailbox to itself, names itself, and asks for no answer (RFC 3834)', async () => {
  const { messageId, raw } = await composeTestMessage('admin@example.com');
  const [headers = '', body = ''] = raw.toString('latin1').split('\r\n\r\n', 2);
  expect(messageId).toMatch(/^<[0-9a-f-]{36}@example\.com>$/);
  expect(headers.split('\r\n')).toEqual(
    expect.arrayContaining([
      `Message-ID: ${messageId}`,
      'From: mailcheck <admin@example.com>',
      'To: admin@example.com',
      'Auto-Submitted: auto-generated',
    ]),
  );
  expect(headers).toMatch(/^Date: /m);
  expect(body).not.toBe('');
  // Fit for any server: CRLF only, and no line over RFC 5322 §2.1.1's limit.
  expect(raw.toString('latin1').replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(
    Math.max(
      ...raw
        .toString('latin1')
        .split('\r\n')
        .map((line) => line.length),
    ),
  ).toBeLessThan(998);
});

test('no two have the same id', async () => {
  const [one, other] = await Promise.all([
    composeTestMessage('a@b.example'),
    composeTestMessage('a@b.example'),
  ]);
  expect(one?.messageId).not.toBe(other?.messageId);
});
