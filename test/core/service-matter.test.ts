// Whether what a web service refused lies in the server profile or in the mailbox: one account opens each mailbox by its
// own address.

import { describe, expect, test } from 'vitest';
import type { AutodiscoverAttempt } from '../../src/core/mail/autodiscover-attempt.ts';
import type { Observation } from '../../src/core/mail/evidence.ts';
import type { StepName, StepOutcome } from '../../src/core/mail/step.ts';
import { faultOf } from '../../src/core/mail/fault.ts';
import { effectiveProfile, type EffectiveDirection } from '../../src/core/records/profile-defaults.ts';
import { sessionThat } from '../../src/core/rules/session-example.ts';
import { profileMatterOf } from '../../src/core/rules/profile-matter.ts';

const refused = (code: string, enhanced?: string): StepOutcome => ({
  outcome: 'refused',
  reply: { code, text: 'no', ...(enhanced === undefined ? {} : { enhanced }) },
});
function session(step: StepName, outcome: StepOutcome, facts: Partial<Observation> = {}): Observation {
  return sessionThat({ [step]: outcome }, { protocol: 'ews', mechanismUsed: 'NTLM', ...facts });
}
function side(incomingCredentialRetrieval: 'profile' | 'user-or-queue'): EffectiveDirection {
  return effectiveProfile({ serverType: 'exchange-server', incomingCredentialRetrieval }).incoming;
}

describe('one account for all mailboxes', () => {
  test.each([
    ['login', refused('401'), 'credentials', 'credential'],
    ['login', refused('456'), 'credentials', 'policy'],
    ['login', { outcome: 'rejected', reason: 'no-common-mechanism' }, 'server', 'configuration'],
    ['login', refused('403'), 'server-if-all', 'policy'],
    ['login', refused('503'), 'server-if-all', 'transient'],
    ['inbox', refused('500', 'ErrorImpersonateUserDenied'), 'server-if-all', 'policy'],
    ['inbox', refused('200', 'ErrorServerBusy'), 'server-if-all', 'transient'],
    ['inbox', refused('500', 'ErrorMailboxStoreUnavailable'), 'server-if-all', 'transient'],
    ['inbox', refused('200', 'ErrorNonExistentMailbox'), undefined, 'configuration'],
    ['inbox', refused('500', 'ErrorInvalidLicense'), undefined, 'policy'],
    ['queued', refused('200', 'ErrorSendAsDenied'), undefined, 'policy'],
    ['queued', refused('200', 'ErrorQuotaExceeded'), undefined, 'policy'],
  ] as [StepName, StepOutcome, string | undefined, string][])(
    '%s %j: %s, of the class %s',
    (step, outcome, matter, fault) => {
      const observation = session(step, outcome);
      expect(profileMatterOf(observation, side('profile'))).toBe(matter);
      expect(faultOf(observation)?.class).toBe(fault);
    },
  );
});

test('a password that each user has himself is his own matter', () => {
  expect(profileMatterOf(session('login', refused('401')), side('user-or-queue'))).toBeUndefined();
});

test.each([
  ['not-there', 'configuration'],
  ['no-answer', 'network'],
] as const)('Autodiscover: %s is of the class %s, and the profile’s where all met it', (outcome, fault) => {
  const autodiscover: AutodiscoverAttempt[] = [{ url: 'https://autodiscover.example.com/', outcome }];
  const nothing = { outcome: 'rejected', reason: 'autodiscover-found-nothing' } as const;
  const observation = session('name', nothing, { autodiscover });
  expect(faultOf(observation)?.class).toBe(fault);
  expect(profileMatterOf(observation, side('profile'))).toBe('server-if-all');
});

test.each([
  ['name', 'local'],
  ['login', 'configuration'],
] as const)('a redirect at the step %s is of the class %s', (step, fault) => {
  const observation = session(step, { outcome: 'rejected', reason: 'redirected-elsewhere' });
  expect(faultOf(observation)?.class).toBe(fault);
});
