// What of a server's chain of certificates becomes evidence, and which link is told to be missing.

import { afterAll, expect, test } from 'vitest';
import { makeCertificates } from '../certificates.ts';
import { startLineServer, type LineServer } from '../line-server.ts';
import { openImap } from '../../src/io/probes/imap.ts';
import { probeSmtp } from '../../src/io/probes/smtp.ts';
import { probeContext, probeRequest, theStep } from '../probe-world.ts';

const certificates = makeCertificates();
const open: LineServer[] = [];
afterAll(() => Promise.all(open.map((server) => server.close())));

const root = 'CN=mailcheck test authority';
const middle = 'O=mailcheck, CN=mailcheck test intermediate';

async function seenOf(which: 'withIntermediate' | 'withoutIntermediate' | 'selfSigned', trusting: boolean) {
  const certificate = certificates[which];
  const server = await startLineServer([{ send: '220 hello' }], { certificate, implicit: true });
  open.push(server);
  const context = probeContext(trusting ? { extraAuthorities: certificates.authority } : {});
  return await probeSmtp(probeRequest(server.port, { tls: 'implicit', depth: 'connect' }), context);
}

const links = (chain: readonly { subject: string; issuer: string }[] | undefined): string[] =>
  (chain ?? []).map(({ subject, issuer }) => `${subject} ← ${issuer}`);

test('a whole chain goes up to the root, and nothing is missing', async () => {
  const seen = await seenOf('withIntermediate', true);
  expect(theStep(seen, 'tls').outcome).toBe('ok');
  expect(links(seen.certificate?.chain)).toEqual([
    `CN=localhost ← ${middle}`,
    `${middle} ← ${root}`,
    `${root} ← ${root}`,
  ]);
  expect(seen.certificate?.chain?.[1]?.validTo).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
  expect(seen.certificate).not.toHaveProperty('missingIssuer');
});

test('an intermediate certificate that the server leaves out is the missing link, though its root is trusted', async () => {
  const seen = await seenOf('withoutIntermediate', true);
  expect(theStep(seen, 'tls')).toMatchObject({ outcome: 'rejected', reason: 'certificate-untrusted' });
  expect(links(seen.certificate?.chain)).toEqual([`CN=localhost ← ${middle}`]);
  expect(seen.certificate?.missingIssuer).toBe(middle);
});

test('a root that nobody here knows is the missing link above the intermediate one', async () => {
  const seen = await seenOf('withIntermediate', false);
  expect(links(seen.certificate?.chain)).toEqual([`CN=localhost ← ${middle}`, `${middle} ← ${root}`]);
  expect(seen.certificate?.missingIssuer).toBe(root);
});

test('a self-signed certificate is its own chain, and misses nothing', async () => {
  const seen = await seenOf('selfSigned', true);
  expect(links(seen.certificate?.chain)).toEqual(['CN=localhost ← CN=localhost']);
  expect(seen.certificate).not.toHaveProperty('missingIssuer');
});

test('a refused certificate is seen over IMAP as well', async () => {
  const server = await startLineServer([{ send: '* OK hello' }], {
    certificate: certificates.withoutIntermediate,
    implicit: true,
  });
  open.push(server);
  const request = probeRequest(server.port, { protocol: 'imap', direction: 'incoming', tls: 'implicit' });
  const { observation } = await openImap(
    { ...request, depth: 'connect' },
    probeContext({ extraAuthorities: certificates.authority }),
    false,
  );
  expect(observation.certificate?.missingIssuer).toBe(middle);
});
