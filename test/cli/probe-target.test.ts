// What may be typed after `mailcheck probe`, what is assumed, and what is refused with what to type instead.

import { describe, expect, it } from 'vitest';
import { Unusable } from '../../src/cli/exit.ts';
import { probeTarget } from '../../src/cli/probe-target.ts';
import type { TlsMode } from '../../src/core/mail/protocol.ts';
import { languages } from '../../src/core/rules/rule.ts';

function understood(given: string, tls?: TlsMode): string {
  const { url, protocol, tls: mode, assumed } = probeTarget(given, tls, 'en');
  return `${url} ${protocol} ${mode}${assumed ? ' assumed' : ''}`;
}

describe('a URL', () => {
  it.each([
    ['smtp://smtp.example.com', 'smtp://smtp.example.com:587 smtp starttls'],
    ['smtp://smtp.example.com:25', 'smtp://smtp.example.com:25 smtp starttls'],
    ['smtp://smtp.example.com:465', 'smtp://smtp.example.com:465 smtp implicit'],
    ['smtp://smtp.example.com:2526', 'smtp://smtp.example.com:2526 smtp starttls'],
    ['smtps://smtp.example.com', 'smtps://smtp.example.com:465 smtp implicit'],
    ['smtps://smtp.example.com:587', 'smtps://smtp.example.com:587 smtp implicit'],
    ['imap://h.example', 'imap://h.example:143 imap starttls'],
    ['imap://h.example:993', 'imap://h.example:993 imap implicit'],
    ['imaps://h.example', 'imaps://h.example:993 imap implicit'],
    ['pop3://h.example', 'pop3://h.example:110 pop3 starttls'],
    ['POP3S://h.example/', 'pop3s://h.example:995 pop3 implicit'],
    ['https://h.example', 'https://h.example:443/EWS/Exchange.asmx https implicit'],
    ['ews://h.example', 'ews://h.example:443/EWS/Exchange.asmx https implicit'],
    ['https://h.example:8443/owa/?a=b#c', 'https://h.example:8443/owa/?a=b https implicit'],
    ['https://h.example/', 'https://h.example:443/ https implicit'],
    ['https://h.example/パス%20', 'https://h.example:443/%E3%83%91%E3%82%B9%20 https implicit'],
    ['smtp://[::1]:587', 'smtp://[::1]:587 smtp starttls'],
    ['smtp://192.0.2.1', 'smtp://192.0.2.1:587 smtp starttls'],
    ['imaps://メール.example', 'imaps://メール.example:993 imap implicit'],
  ])('%s', (given, expected) => {
    expect(understood(given)).toBe(expected);
  });
});

describe('--tls', () => {
  it.each([
    ['smtp://h.example', 'implicit', 'smtp://h.example:465 smtp implicit'],
    ['imap://h.example', 'implicit', 'imap://h.example:993 imap implicit'],
    ['imap://h.example', 'none', 'imap://h.example:143 imap none'],
    ['smtp://h.example:465', 'starttls', 'smtp://h.example:465 smtp starttls'],
    ['smtps://h.example', 'implicit', 'smtps://h.example:465 smtp implicit'],
  ] as const)('%s %s', (given, tls, expected) => {
    expect(understood(given, tls)).toBe(expected);
  });
});

describe('a host without a scheme', () => {
  it.each([
    ['smtp.example.com', 'smtp://smtp.example.com:587 smtp starttls assumed'],
    ['pop.example.com', 'pop3s://pop.example.com:995 pop3 implicit assumed'],
    ['imap.example.com', 'imaps://imap.example.com:993 imap implicit assumed'],
    // The port says more than the name.
    ['smtp.example.com:993', 'imaps://smtp.example.com:993 imap implicit assumed'],
    ['mail.example.com:465', 'smtps://mail.example.com:465 smtp implicit assumed'],
    ['mail.example.com:443', 'https://mail.example.com:443/EWS/Exchange.asmx https implicit assumed'],
    ['[::1]:143', 'imap://[::1]:143 imap starttls assumed'],
  ])('%s', (given, expected) => {
    expect(understood(given)).toBe(expected);
  });
});

describe('what is refused says what to type', () => {
  it.each([
    ['mail.example.com', undefined, 'Which protocol does mail.example.com speak?'],
    ['mail.example.com:1234', undefined, 'smtp://mail.example.com:1234, imap://mail.example.com:1234'],
    ['smpt://h.example', undefined, 'Did you mean smtp://h.example?'],
    ['submission://h.example:587', undefined, 'Did you mean smtp://h.example:587?'],
    ['ftp://h.example', undefined, 'Allowed are smtp://'],
    ['constructor://h.example', undefined, 'Allowed are smtp://'],
    ['http://h.example:80', undefined, 'Type https://h.example:80'],
    ['imap://h.example/INBOX', undefined, 'imap:// has no path'],
    ['smtp://h.example:0', undefined, '0 is no port'],
    ['smtp://h.example:99999', undefined, '99999 is no port'],
    ['smtps://h.example', 'starttls', 'type smtp://'],
    ['https://h.example', 'none', '--tls none does not go with it'],
    ['admin@example.com', undefined, 'mailcheck test-mailbox ADDRESS'],
    ['', undefined, 'Type it like smtp://HOST:587'],
    ['smtp://', undefined, 'Type it like smtp://HOST:587'],
    ['smtp://h.example:abc', undefined, 'Type it like smtp://HOST:587'],
    ['smtp://h example', undefined, 'Type it like smtp://HOST:587'],
    ['smtp://h.example\r\nRSET', undefined, 'Type it like smtp://HOST:587'],
    ['smtp://-h.example', undefined, 'Type it like smtp://HOST:587'],
    ['smtp://[nonsense]', undefined, 'Type it like smtp://HOST:587'],
    [`smtp://${'h'.repeat(300)}`, undefined, 'Type it like smtp://HOST:587'],
    [`https://h.example/${'p'.repeat(3_000)}`, undefined, 'Type it like smtp://HOST:587'],
  ] as const)('%s', (given, tls, said) => {
    expect(() => probeTarget(given, tls, 'en')).toThrow(said);
    expect(() => probeTarget(given, tls, 'ja')).toThrow(Unusable);
    expect(() => probeTarget(given, tls, 'ja')).toThrow(/[\u3040-\u30ff]/);
  });

  it.each([
    'smtp://admin:Pa55word@h.example',
    'smtp://admin:Pa/55word@h.example',
    'smtp://admin:Pa#55word@h.example',
    'smtp://admin:Pa?55word@h.example:587',
    'https://admin:Pa55word@h.example/EWS',
    'http://admin:Pa55word@h.example',
    'ftp://admin:Pa55word@h.example',
    'admin:Pa55word@h.example',
    'smtp://admin:Pa55word@',
  ])('a password in a URL, and is never repeated: %s', (given) => {
    for (const language of languages) {
      const refused = () => probeTarget(given, undefined, language);
      expect(refused).toThrow(/--password-env .*--password-file/);
      expect(refused).not.toThrow(/55word/);
    }
  });
});
