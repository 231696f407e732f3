// Both directions of one mailbox behind a web service (Exchange Web Services, Microsoft Graph), looked at in one run.

import type { Credentials, ProbeRequest } from '../../src/core/delivery/probe-request.ts';
import type { Evidence, Observation } from '../../src/core/mail/evidence.ts';
import type { ProbeContext, TokenAnswer } from '../../src/io/probes/probe.ts';
import { observe } from '../../src/io/probes/run.ts';
import { probeRequest, tokenNamed } from '../probe-world.ts';

export const withToken: Credentials = { kind: 'bearer', user: 'admin@example.com', token: tokenNamed('k') };

/** What the context answers to whoever needs an access token. */
export function tokenAnswered(value: string, answer: Partial<TokenAnswer> = {}): Pick<ProbeContext, 'token'> {
  return {
    token: () => Promise.resolve({ outcome: { outcome: 'ok' }, milliseconds: 1, value, ...answer }),
  };
}

export function bothRequests(port: number, service: Partial<ProbeRequest>): ProbeRequest[] {
  return (['incoming', 'outgoing'] as const).map((direction) =>
    probeRequest(port, { id: `admin:${direction}`, direction, tls: 'implicit', depth: 'send', ...service }),
  );
}

export type Both = { incoming: Observation; outgoing: Observation; evidence: Evidence };

export async function observeBoth(asked: readonly ProbeRequest[], context: ProbeContext): Promise<Both> {
  const evidence = await observe(asked, context, { concurrency: 4, perHost: 4 });
  const [incoming, outgoing] = evidence.observations;
  if (incoming?.kind !== 'session' || outgoing?.kind !== 'session')
    throw new Error(JSON.stringify(evidence.observations));
  return { incoming, outgoing, evidence };
}
