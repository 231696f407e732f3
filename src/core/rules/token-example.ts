// Knows how the rules about access tokens write their examples: how an access token was asked for, and how that ended.

import type { Observation } from '../mail/evidence.ts';
import type { StepOutcome, StepResult } from '../mail/step.ts';
import type { TokenAsked } from '../mail/token.ts';
import type { Example } from './example.ts';
import { sessionThat } from './session-example.ts';

/** A mailbox's own sign-in at Google. */
export const google = {
  authority: 'google',
  grant: 'refresh-token',
  url: 'https://oauth2.googleapis.com/token',
} as const;

export function refused(
  code: string,
  enhanced: string | undefined,
  text: string,
  asked: Partial<TokenAsked> = {},
): Example {
  const reply = enhanced === undefined ? { code, text } : { code, enhanced, text };
  return { session: tokenThat({ outcome: 'refused', reply }, asked) };
}

/** The token step alone, and what it was asked for: of a user of Exchange Online where nothing else is said. */
export function tokenThat(
  outcome: StepOutcome,
  asked: Partial<TokenAsked> = {},
  facts: Partial<Observation> = {},
): Observation {
  const microsoft: TokenAsked = {
    authority: 'microsoft',
    url: 'https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555/oauth2/v2.0/token',
    grant: 'refresh-token',
    scope: 'https://outlook.office.com/SMTP.Send offline_access',
    expected: {
      audiences: ['https://outlook.office365.com', 'https://outlook.office.com'],
      roles: [],
      scopes: ['SMTP.Send'],
      tenant: '11111111-2222-3333-4444-555555555555',
      clientId: '66666666-7777-8888-9999-000000000000',
      user: 'admin@example.com',
    },
  };
  const steps: StepResult[] = [
    { step: 'token', milliseconds: 80, ...outcome },
    { step: 'login', milliseconds: 0, outcome: 'not-tried', because: 'earlier-step-failed' },
  ];
  const host = 'smtp.office365.com';
  return { ...sessionThat({}, { host, ...facts }), steps, tokenAsked: { ...microsoft, ...asked } };
}
