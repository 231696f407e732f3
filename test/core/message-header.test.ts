// What is read of a message's header: our own id, and the address in From; nothing that a body or another field says.

import { expect, test } from 'vitest';
import { fromOf, messageIdOf } from '../../src/core/mail/message-header.ts';

test('the Message-ID, its folding undone', () => {
  expect(messageIdOf(['Message-Id:', ' <a@b>', 'X: y', ''])).toBe('<a@b>');
  expect(messageIdOf(['Subject: s', '', 'Message-ID: <body@b>'])).toBeUndefined();
  expect(messageIdOf(['X-Message-ID: <other@b>'])).toBeUndefined();
});

test.each([
  ['From: admin@example.com', 'admin@example.com'],
  ['FROM:mailcheck <admin@example.com>', 'admin@example.com'],
  ['From: "Admin <old@example.com>" <admin@example.com>', 'admin@example.com'],
  ['From: =?utf-8?b?566h55CG6ICF?= <admin@example.com> (on duty)', 'admin@example.com'],
  ['From: 管理者 <管理@例え.jp>', '管理@例え.jp'],
  ['Reply-To: other@example.com', undefined],
  ['X-From: other@example.com', undefined],
  ['From: undisclosed', undefined],
  ['From: <>', undefined],
  ['From: a@b, c@d', undefined],
] as const)('%s: %s', (line, address) => {
  expect(fromOf(['Subject: s', line, ''])).toBe(address);
});

test('From is folded, and a body is no header', () => {
  expect(fromOf(['From: mailcheck', '\t<admin@example.com>'])).toBe('admin@example.com');
  expect(fromOf(['Subject: s', '', 'From: body@example.com'])).toBeUndefined();
});
