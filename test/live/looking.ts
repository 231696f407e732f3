// Knows how a live test asks the product's probes to look at the real servers, and how it reads what they saw.
// May not judge.

import { readFileSync } from 'node:fs';
import type { ProbeRequest } from '../../src/core/delivery/probe-request.ts';
import type { LocalProblem, Observation } from '../../src/core/mail/evidence.ts';
import type { StepName } from '../../src/core/mail/step.ts';
import type { LineProtocol, TlsMode } from '../../src/core/mail/protocol.ts';
import { rememberHosts } from '../../src/io/probes/hosts.ts';
import { defaultDeadlines, type ProbeContext } from '../../src/io/probes/probe.ts';
import { observe } from '../../src/io/probes/run.ts';
import { tokenNamed } from '../probe-world.ts';
import type { Account, LivePorts, LiveServers } from './servers.mjs';

export type Question = {
  protocol: LineProtocol;
  port: keyof LivePorts;
  tls: TlsMode;
  /** Default: the main host, where everything is right. */
  host?: string;
  account?: Account;
  /** An access token to log in with, in place of the account's password. */
  token?: string;
  /** The mailbox's own address, where it is not the account's. */
  address?: string;
  depth?: ProbeRequest['depth'];
  allowClearText?: boolean;
};

/** Asks all in one run, each of its own account's mailbox; the answers come in the questions' order. */
export async function lookAt(servers: LiveServers, questions: Question[]): Promise<Observation[]> {
  const requests = questions.map((question, index) => asRequest(servers, question, index));
  const passwords = questions.map(({ account }) => (account ?? servers.accounts.admin).password);
  const context: ProbeContext = {
    signal: new AbortController().signal,
    now: Date.now,
    deadlines: { ...defaultDeadlines, arrival: 20_000 },
    extraAuthorities: readFileSync(servers.certificateAuthority, 'utf8'),
    secret: async (reference) => passwords[Number('env' in reference && reference.env)] ?? 'no such secret',
    token: async ({ key }) => ({
      outcome: { outcome: 'ok' },
      milliseconds: 0,
      value: questions[Number(key)]?.token ?? 'no such token',
    }),
    hosts: rememberHosts(),
  };
  const evidence = await observe(requests, context, { concurrency: 20, perHost: 10 });
  return evidence.observations.map(asObservation);
}

export async function lookAtOne(servers: LiveServers, question: Question): Promise<Observation> {
  const [observation] = await lookAt(servers, [question]);
  if (!observation) throw new Error('nothing was observed');
  return observation;
}

/** What became of each step: "ok", or why not, in the words of the evidence. */
export function verdicts(observation: Observation): Partial<Record<StepName, string>> {
  return Object.fromEntries(
    observation.steps.map((step) => {
      if (step.outcome === 'rejected') return [step.step, step.reason];
      if (step.outcome === 'refused') return [step.step, `refused ${step.reply.code}`];
      if (step.outcome === 'not-tried') return [step.step, `not tried: ${step.because}`];
      if (step.outcome === 'malformed') return [step.step, `looks like ${step.looksLike}`];
      return [step.step, step.outcome];
    }),
  );
}

/** The server's words at a step, with code and enhanced code. */
export function wordsAt(observation: Observation, name: StepName): string {
  const step = observation.steps.find((candidate) => candidate.step === name);
  const reply = step && 'reply' in step ? step.reply : undefined;
  return [reply?.code, reply?.enhanced, reply?.text].join(' ');
}

function asRequest(servers: LiveServers, question: Question, index: number): ProbeRequest {
  const {
    protocol,
    port,
    tls,
    host = servers.host,
    account = servers.accounts.admin,
    depth = 'login',
  } = question;
  return {
    id: `${account.address}:${protocol}:${index}`,
    mailbox: account.address,
    address: question.address ?? account.address,
    direction: protocol === 'smtp' ? 'outgoing' : 'incoming',
    protocol,
    host,
    port: servers.ports[port],
    tls,
    depth,
    credentials:
      question.token === undefined
        ? { kind: 'password', user: account.address, password: { env: String(index) } }
        : { kind: 'bearer', user: account.address, token: tokenNamed(String(index)) },
    allowClearTextCredentials: question.allowClearText ?? false,
    maxConcurrentConnections: 10,
    concurrencyKey: account.address,
  };
}

function asObservation(entry: Observation | LocalProblem): Observation {
  if (entry.kind === 'local') throw new Error(`${entry.request}: ${entry.problem}: ${entry.detail}`);
  return entry;
}
