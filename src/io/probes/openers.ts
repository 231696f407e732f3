// Knows which module looks at which protocol, and loads it when the first request needs it: a run without IMAP never
// pays for imapflow. May not decide when something is looked at (run.ts).

import type { ProbeRequest } from '../../core/delivery/probe-request.ts';
import type { Observation } from '../../core/mail/evidence.ts';
import type { ArrivalWait, Snapshot } from './arrival.ts';
import type { ProbeContext, SendPlan } from './probe.ts';

export type IncomingSession = { observation: Observation; snapshot?: Snapshot };

/** What a run needs of the probes; a test can pass others. */
export type Openers = {
  incoming(request: ProbeRequest, context: ProbeContext, takeSnapshot: boolean): Promise<IncomingSession>;
  /** `ready` resolves when the receiving side has its snapshot or cannot have one. */
  outgoing(request: ProbeRequest, context: ProbeContext, ready: Promise<void>): Promise<Observation>;
  arrival(wait: ArrivalWait): Promise<Observation>;
};

export const lazyOpeners: Openers = {
  async incoming(request, context, takeSnapshot) {
    if (request.protocol === 'pop3') {
      const { openPop3 } = await import('./pop3.ts');
      return openPop3(request, context, takeSnapshot);
    }
    if (request.protocol === 'graph') {
      const { openGraph } = await import('./graph.ts');
      return openGraph(request, context, takeSnapshot);
    }
    if (request.protocol === 'ews') {
      const { openEws } = await import('./ews.ts');
      return openEws(request, context, takeSnapshot);
    }
    const { openImap } = await import('./imap.ts');
    return openImap(request, context, takeSnapshot);
  },
  async outgoing(request, context, ready) {
    const probe = await outgoingProbe(request);
    if (request.depth !== 'send') return probe(request, context);
    const { composeTestMessage } = await import('./test-message.ts');
    const plan: SendPlan = { ...(await composeTestMessage(request.address)), ready };
    return probe(request, context, plan);
  },
  async arrival(wait) {
    const { waitForOwnMessage } = await import('./arrival.ts');
    return waitForOwnMessage(wait);
  },
};

async function outgoingProbe({ protocol }: ProbeRequest) {
  if (protocol === 'graph') return (await import('./graph.ts')).probeGraph;
  if (protocol === 'ews') return (await import('./ews.ts')).probeEws;
  return (await import('./smtp.ts')).probeSmtp;
}
