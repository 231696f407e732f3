// A password that was refused at the last test waits until all others to the same host are done: a server that punishes refusals
// holds back everybody's login for seconds.

import { expect, test } from 'vitest';
import type { ProbeRequest } from '../../src/core/delivery/probe-request.ts';
import type { Openers } from '../../src/io/probes/openers.ts';
import { observe } from '../../src/io/probes/run.ts';
import { sessionThat } from '../../src/core/rules/session-example.ts';
import { probeContext, probeRequest } from '../probe-world.ts';

test.each([
  ['the same host', 'mail.example.com', ['a', 'b', 'doubtful']],
  ['another host', 'other.example.com', ['doubtful', 'a', 'b']],
])('others to %s', async (_, host, order) => {
  const ended: string[] = [];
  const openers: Openers = {
    async outgoing({ mailbox, id }) {
      // The doubtful one is the fastest.
      await new Promise((resolve) => setTimeout(resolve, mailbox === 'doubtful' ? 1 : 60));
      ended.push(mailbox);
      return sessionThat({}, { request: id, mailbox });
    },
    incoming: () => Promise.reject(new Error('nothing is fetched')),
    arrival: () => Promise.reject(new Error('nothing is waited for')),
  };
  const request = (mailbox: string, more: Partial<ProbeRequest> = {}): ProbeRequest =>
    probeRequest(587, {
      id: `${mailbox}:outgoing`,
      mailbox,
      host: 'mail.example.com',
      credentials: { kind: 'password', user: mailbox, password: { env: mailbox } },
      concurrencyKey: mailbox,
      ...more,
    });
  const requests = [request('doubtful', { host, last: true }), request('a'), request('b')];
  await observe(requests, probeContext(), { concurrency: 10, perHost: 10 }, openers);
  expect(ended).toEqual(order);
});
