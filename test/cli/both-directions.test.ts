// What ends both directions of a mailbox for one reason is told once: what differs is named, and no step is lost or told twice.

import { expect, test } from 'vitest';
import { findingsLines } from '../../src/cli/reporters/finding.ts';
import { createStyle } from '../../src/cli/style.ts';
import type { Observation } from '../../src/core/mail/evidence.ts';
import { rules } from '../../src/core/rules/index.ts';
import { runExample } from '../../src/core/rules/run-example.ts';
import { sessionThat } from '../../src/core/rules/session-example.ts';
import type { Finding, Language } from '../../src/core/rules/rule.ts';

const plain = createStyle('never', {}, { isTTY: false });

function told(code: string, sessions: readonly Observation[], language: Language = 'en'): string {
  const rule = rules.find((one) => one.code === code);
  if (rule === undefined) throw new Error(code);
  const findings = sessions.flatMap((session): Finding[] =>
    runExample(rule, { session }).map((finding) => ({ ...finding, subject: session.direction })),
  );
  expect(findings).toHaveLength(sessions.length);
  return findingsLines(findings, false, plain, language).join('\n').replaceAll(/\s+/g, ' ');
}

const times = (text: string, part: string) => text.split(part).length - 1;

const expired = { outcome: 'rejected', reason: 'certificate-expired' } as const;
const certificate = {
  names: ['mail.example.com'],
  issuer: 'CN=R11',
  subject: 'CN=mail.example.com',
  validFrom: '2026-01-01T00:00:00Z',
  validTo: '2026-04-01T00:00:00Z',
  chain: [],
} as unknown as NonNullable<Observation['certificate']>;

test('one certificate on both ports: one sentence, the other server named, the steps once', () => {
  const host = 'mail.example.com';
  const sessions = [
    sessionThat({ tls: expired }, { host, certificate }),
    sessionThat({ tls: expired }, { host, certificate, protocol: 'imap', port: 993 }),
  ];
  const en = told('MC508', sessions);
  expect(times(en, 'MC508')).toBe(1);
  expect(en).toContain(
    'The same holds for incoming (mail.example.com:993); what to do is the same for both.',
  );
  expect(times(en, 'Renew the certificate of mail.example.com')).toBe(1);
  expect(told('MC508', sessions, 'ja')).toContain('受信(mail.example.com:993)も同じです。');
});

test('one password at two servers that say it differently: both are quoted, the steps come once, and all of them', () => {
  const refused = (code: string, enhanced: string) =>
    ({ login: { outcome: 'refused', reply: { code, enhanced, text: 'Authentication failed' } } }) as const;
  const en = told('MC517', [
    sessionThat(refused('535', '5.7.8')),
    sessionThat(refused('NO', 'AUTHENTICATIONFAILED'), { protocol: 'imap' }),
  ]);
  expect(times(en, 'refused the login')).toBe(2);
  expect(times(en, 'Check that exactly this user name and password work')).toBe(1);
  expect(times(en, 'find in the log of smtp.example.com')).toBe(1);
  expect(times(en, 'Test again')).toBe(1);
  expect(en).not.toContain('token');
});

test('two fields of the profile are two steps: only what is common comes once', () => {
  const missing = { name: { outcome: 'failed', error: 'ENOTFOUND', message: 'x' } } as const;
  const host = 'mial.example.com';
  const en = told('MC501', [
    sessionThat(missing, { host }),
    sessionThat(missing, { host, protocol: 'imap', port: 993 }),
  ]);
  expect(times(en, 'correct "Outgoing Server Location"')).toBe(1);
  expect(times(en, 'correct "Incoming Server Location"')).toBe(1);
  expect(times(en, 'Test again')).toBe(1);
});

test('different reasons are told apart', () => {
  const en = told('MC517', [
    sessionThat({ login: { outcome: 'refused', reply: { code: '535', text: 'Account is locked' } } }),
    sessionThat(
      { login: { outcome: 'refused', reply: { code: 'NO', enhanced: 'EXPIRED', text: 'expired' } } },
      { protocol: 'imap' },
    ),
  ]);
  expect(en).toContain('Do not try this login again');
  expect(en).toContain('Set a new password.');
});
