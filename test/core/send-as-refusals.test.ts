// Which refusals say that the login may not send from an address, what each server calls the login, and which refusals of
// an access token are whose.

import { describe, expect, test } from 'vitest';
import { bearerRefusalOf } from '../../src/core/mail/bearer-refusals.ts';
import type { Reply } from '../../src/core/mail/reply.ts';
import { sendAsRefusalOf } from '../../src/core/mail/send-as-refusals.ts';
import { problemOf } from '../../src/core/mail/session-problem.ts';
import { sessionThat } from '../../src/core/rules/session-example.ts';

describe('send as', () => {
  test.each([
    [
      'SendAsDenied; relay@example.com not allowed to send as admin@example.com; STOREDRV.Submission',
      { kind: 'exchange', login: 'relay@example.com' },
    ],
    ['STOREDRV.Submission.Exception:SendAsDeniedException.MapiExceptionSendAsDenied', { kind: 'exchange' }],
    ['SMTP; Client does not have permissions to send as this sender', { kind: 'exchange' }],
    [
      '<admin@example.com>: Sender address rejected: not owned by user relay@example.com',
      { kind: 'postfix', login: 'relay@example.com' },
    ],
    ['<a@b.example>: Sender address rejected: not owned by user relay', { kind: 'postfix', login: 'relay' }],
    [
      'Message rejected: Email address is not verified. The following identities failed',
      { kind: 'provider' },
    ],
    ['The from address does not match a verified Sender Identity.', { kind: 'provider' }],
    ['From address is not one of your addresses', { kind: 'other' }],
    ['Mail from must equal authorized user', { kind: 'other' }],
    ['mail from address must be same as authorization user', { kind: 'other' }],
    ['<a@b.example>: Sender address rejected: Domain not found', undefined],
    ['<a@b.example>: Sender address rejected: not logged in', undefined],
    ['Client was not authenticated to send anonymous mail during MAIL FROM', undefined],
    ['Relay access denied', undefined],
  ] as const)('%s', (text, expected) => {
    expect(sendAsRefusalOf({ protocol: 'smtp', step: 'sender', reply: { code: '550', text } })).toEqual(
      expected,
    );
  });

  test('Exchange’s status says it without words', () => {
    expect(sendAsRefusalOf({ reply: { code: '550', enhanced: '5.7.60', text: '' } })).toEqual({
      kind: 'exchange',
    });
    expect(sendAsRefusalOf({ reply: { code: '550', enhanced: '5.7.1', text: '' } })).toBeUndefined();
  });

  test('is a matter of rights only where somebody logged in', () => {
    const reply = { code: '553', enhanced: '5.7.1', text: 'Sender address rejected: not owned by user x' };
    const sender = { outcome: 'refused', reply } as const;
    expect(problemOf(sessionThat({ sender }))?.problem).toBe('send-as-refused');
    const login = { outcome: 'not-tried', because: 'no-credentials' } as const;
    expect(problemOf(sessionThat({ login, sender }))?.problem).toBe('sender-refused');
  });
});

describe('an access token refused', () => {
  const refusal = (text: string, status?: string): Reply => ({
    code: '535',
    text,
    ...(status === undefined ? {} : { challenge: { status } }),
  });
  test.each([
    [refusal('No', 'invalid_token'), 'mail.example.com', 'unknown', 'credential'],
    [refusal('No', '401'), 'mail.example.com', 'unknown', 'credential'],
    [refusal('No'), 'mail.example.com', 'unknown', 'credential'],
    [refusal('No', 'insufficient_scope'), 'mail.example.com', 'scope', 'configuration'],
    [refusal('No', '403'), 'imap.gmail.com', 'scope', 'configuration'],
    [refusal('No', 'invalid_request'), 'mail.example.com', 'request', 'configuration'],
    [refusal('No', '400'), 'imap.gmail.com', 'gmail', 'credential'],
    [refusal('Authentication unsuccessful'), 'smtp.office365.com', 'exchange', 'credential'],
    [
      refusal('SmtpClientAuthentication is disabled for the Tenant.'),
      'smtp.office365.com',
      'exchange-smtp-auth-off',
      'policy',
    ],
    [
      refusal('User is authenticated but not connected.'),
      'outlook.office365.com',
      'exchange-not-connected',
      'policy',
    ],
  ] as const)('%j at %s: %s', (reply, host, id, faultClass) => {
    expect(bearerRefusalOf(reply, host)).toEqual({ id, class: faultClass });
  });
});
