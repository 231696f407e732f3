// A server that has TLS 1.0 or 1.1 only: nothing is said to it, and its version is found out on a second connection.

import { afterAll, describe, expect, test } from 'vitest';
import { makeCertificates } from '../certificates.ts';
import { startLineServer, type LineServer, type Script } from '../line-server.ts';
import { lookAtHttps } from '../../src/io/probes/https-look.ts';
import { openImap } from '../../src/io/probes/imap.ts';
import { openPop3 } from '../../src/io/probes/pop3.ts';
import { probeSmtp } from '../../src/io/probes/smtp.ts';
import type { Observation } from '../../src/core/mail/evidence.ts';
import type { ProbeRequest } from '../../src/core/delivery/probe-request.ts';
import { password, probeContext, probeRequest, theStep } from '../probe-world.ts';

const certificates = makeCertificates();
const open: LineServer[] = [];
afterAll(() => Promise.all(open.map((server) => server.close())));

const context = () => probeContext({ extraAuthorities: certificates.authority });
type Look = (request: ProbeRequest) => Promise<Observation>;
const smtp: Look = (request) => probeSmtp(request, context());
const pop3: Look = async (request) => (await openPop3(request, context(), false)).observation;
const imap: Look = async (request) => (await openImap(request, context(), false)).observation;

const scripts: Record<'smtp' | 'pop3' | 'imap', Script> = {
  smtp: [
    { send: '220 old.example' },
    { expect: /^EHLO/ },
    { send: ['250-old.example', '250 STARTTLS'] },
    { expect: /^STARTTLS/ },
    { send: '220 go ahead' },
    'starttls',
  ],
  pop3: [{ send: '+OK' }, { expect: /^STLS/ }, { send: '+OK' }, 'starttls'],
  imap: [
    { send: '* OK [CAPABILITY IMAP4rev1 STARTTLS] hello' },
    {
      answer: [
        [/^\S+ CAPABILITY/, (line) => ['* CAPABILITY IMAP4rev1 STARTTLS', `${line.split(' ')[0]} OK`]],
        [/^\S+ STARTTLS/, (line) => `${line.split(' ')[0]} OK`, ['starttls']],
      ],
    },
  ],
};

describe.each([
  ['smtp', smtp],
  ['pop3', pop3],
  ['imap', imap],
] as const)('%s', (protocol, look) => {
  test.each([
    ['TLSv1', 'starttls'],
    ['TLSv1.1', 'starttls'],
    ['TLSv1', 'implicit'],
  ] as const)('%s, %s', async (maxVersion, tls) => {
    const implicit = tls === 'implicit';
    const server = await startLineServer(implicit ? ['silence'] : scripts[protocol], {
      certificate: certificates.good,
      implicit,
      maxVersion,
    });
    open.push(server);
    const direction = protocol === 'smtp' ? 'outgoing' : 'incoming';
    const seen = await look(probeRequest(server.port, { protocol, direction, tls }));
    expect(theStep(seen, 'tls')).toMatchObject({
      outcome: 'failed',
      error: 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION',
    });
    expect(seen.serverTlsVersion).toBe(maxVersion);
    expect(seen).not.toHaveProperty('tlsVersion');
    expect(server.received.flat().join('\n')).not.toContain(password);
  });
});

test('https', async () => {
  const server = await startLineServer(['silence'], {
    certificate: certificates.good,
    implicit: true,
    maxVersion: 'TLSv1',
  });
  open.push(server);
  const { credentials: _, ...request } = probeRequest(server.port, { depth: 'connect' });
  const seen = await lookAtHttps({ ...request, protocol: 'https', tls: 'implicit', path: '/' }, context());
  expect(seen.serverTlsVersion).toBe('TLSv1');
});

test('a server whose TLS is new enough is not connected to twice', async () => {
  const server = await startLineServer(scripts.smtp, { certificate: certificates.otherHost });
  open.push(server);
  const seen = await smtp(probeRequest(server.port));
  expect(seen).not.toHaveProperty('serverTlsVersion');
  expect(server.received).toHaveLength(1);
});
