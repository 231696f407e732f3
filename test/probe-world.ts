// What a probe's test passes in: a world with short deadlines, and requests for a server on loopback.

import type { ProbeRequest } from '../src/core/delivery/probe-request.ts';
import type { TokenRequest } from '../src/core/delivery/token-request.ts';
import type { Observation } from '../src/core/mail/evidence.ts';
import type { StepName } from '../src/core/mail/step.ts';
import type { Deadlines, ProbeContext } from '../src/io/probes/probe.ts';

export const password = 'correct horse battery';

export function probeContext(
  changes: Partial<ProbeContext> & { shorter?: Partial<Deadlines> } = {},
): ProbeContext {
  const { shorter, ...others } = changes;
  return {
    signal: new AbortController().signal,
    now: () => Date.UTC(2026, 0, 2, 3, 4, 5),
    // Long enough for a busy machine where an answer comes, and short where it never does.
    deadlines: {
      connect: 3_000,
      wrongMode: 150,
      reply: 3_000,
      login: shorter?.reply ?? 3_000,
      session: 8_000,
      arrival: 3_000,
      ...shorter,
    },
    secret: () => Promise.resolve(password),
    token: () => Promise.reject(new Error('no token was expected to be asked for')),
    hosts: {
      addresses: () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]),
      tlsSession: new Map(),
      mechanisms: new Map(),
    },
    ...others,
  };
}

export function probeRequest(port: number, changes: Partial<ProbeRequest> = {}): ProbeRequest {
  return {
    id: 'admin:outgoing',
    mailbox: 'admin',
    address: 'admin@example.com',
    direction: 'outgoing',
    protocol: 'smtp',
    host: 'localhost',
    port,
    tls: 'starttls',
    depth: 'login',
    credentials: { kind: 'password', user: 'admin', password: { env: 'ADMIN_PASSWORD' } },
    allowClearTextCredentials: false,
    maxConcurrentConnections: 10,
    concurrencyKey: 'admin',
    ...changes,
  };
}

/** A token that nobody has to be asked for: the context answers by its key. */
export function tokenNamed(key: string): TokenRequest {
  return {
    key,
    authority: 'microsoft',
    url: 'https://login.example.com/token',
    grant: { kind: 'client-credentials', clientId: 'mailcheck', secret: { env: 'NONE' } },
    expected: { audiences: [], roles: [], scopes: [] },
  };
}

/** "name ok, connect ok, greeting timed-out, tls not-tried:earlier-step-failed …" as lines a test can compare. */
export function stepLines(observation: Observation): string[] {
  return observation.steps.map((step) => {
    const why =
      step.outcome === 'not-tried'
        ? `:${step.because}`
        : step.outcome === 'rejected'
          ? `:${step.reason}`
          : step.outcome === 'refused'
            ? `:${step.reply.code}`
            : '';
    return `${step.step} ${step.outcome}${why}`;
  });
}

/** The step, which must have been recorded once and only once. */
export function theStep(observation: Observation, name: StepName): Observation['steps'][number] {
  const found = observation.steps.filter((step) => step.step === name);
  if (found.length !== 1 || found[0] === undefined) throw new Error(`${found.length} steps "${name}"`);
  return found[0];
}
