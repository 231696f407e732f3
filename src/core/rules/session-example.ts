// Knows how the rules about sessions write their examples: a session that went well, except for what is said otherwise.

import type { Observation } from '../mail/evidence.ts';
import { stepNames, type StepName, type StepOutcome, type StepResult } from '../mail/step.ts';
import { exampleNow } from './example.ts';

/** A session in which every step went well, except for what is said otherwise; steps after a broken one are not tried. */
export function sessionThat(
  outcomes: Partial<Record<StepName, StepOutcome>>,
  facts: Partial<Omit<Observation, 'kind' | 'steps'>> = {},
): Observation {
  const protocol = facts.protocol ?? 'smtp';
  const names = stepNames.filter(
    (name) => stepsOf[protocol].includes(name) || (name === 'token' && outcomes.token !== undefined),
  );
  let broken = false;
  const steps: StepResult[] = names.map((step) => {
    const outcome: StepOutcome = broken
      ? { outcome: 'not-tried', because: 'earlier-step-failed' }
      : (outcomes[step] ?? { outcome: 'ok' });
    broken ||= outcome.outcome !== 'ok' && outcome.outcome !== 'not-tried';
    return { step, milliseconds: 1, ...outcome };
  });
  return {
    kind: 'session',
    request: `admin:${protocol === 'smtp' ? 'outgoing' : 'incoming'}`,
    mailbox: 'admin',
    direction: protocol === 'smtp' ? 'outgoing' : 'incoming',
    protocol,
    ...placeOf[protocol],
    // The only scheme of Graph; EWS has others.
    ...(protocol === 'graph' ? { mechanismUsed: 'Bearer' } : {}),
    at: exampleNow,
    milliseconds: 12,
    transcript: [],
    ...facts,
    steps,
  };
}

const placeOf: Record<Observation['protocol'], Pick<Observation, 'host' | 'port' | 'tls'>> = {
  smtp: { host: 'smtp.example.com', port: 587, tls: 'starttls' },
  pop3: { host: 'pop.example.com', port: 995, tls: 'implicit' },
  imap: { host: 'pop.example.com', port: 995, tls: 'implicit' },
  ews: { host: 'mail.example.com', port: 443, tls: 'implicit' },
  graph: { host: 'graph.microsoft.com', port: 443, tls: 'implicit' },
  https: { host: 'mail.example.com', port: 443, tls: 'implicit' },
};

const stepsOf: Record<Observation['protocol'], readonly StepName[]> = {
  smtp: ['name', 'connect', 'greeting', 'tls', 'capabilities', 'login', 'sender', 'recipient', 'queued'],
  pop3: ['name', 'connect', 'greeting', 'tls', 'capabilities', 'login', 'inbox', 'arrived', 'removed'],
  imap: ['name', 'connect', 'greeting', 'tls', 'capabilities', 'login', 'inbox', 'arrived', 'removed'],
  ews: ['name', 'connect', 'tls', 'login', 'inbox', 'queued', 'arrived', 'removed'],
  graph: ['name', 'connect', 'tls', 'login', 'inbox', 'queued', 'arrived', 'removed'],
  https: ['name', 'connect', 'tls', 'greeting'],
};
