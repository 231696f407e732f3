// The SMTP servers of the tests, as scripts; what is left of each for a test to say is what is special about it.

import { afterEach } from 'vitest';
import { makeCertificates } from './certificates.ts';
import {
  type Action,
  type Answer,
  type LineServer,
  type LineServerOptions,
  type Script,
  startLineServer,
} from './line-server.ts';
import { password } from './probe-world.ts';

export const certificates = makeCertificates();
export const trusting = { extraAuthorities: certificates.authority };
const servers: LineServer[] = [];

/** Ends with the test. */
export async function serve(
  script: Script | ((connection: number) => Script),
  options: LineServerOptions = {},
): Promise<LineServer> {
  const server = await startLineServer(script, { certificate: certificates.good, ...options });
  servers.push(server);
  return server;
}
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

export const blob = Buffer.from(`\0admin\0${password}`).toString('base64');
export const greet: Action = { send: '220 mx.example.com ESMTP' };
export const hello = (...capabilities: string[]): Answer => {
  const lines = ['mx.example.com', ...capabilities];
  return [/^EHLO /, lines.map((line, index) => `250${index === lines.length - 1 ? ' ' : '-'}${line}`)];
};
export const quit: Answer = [/^QUIT$/, '221 2.0.0 Bye', ['close']];
export const goodLogin: Answer = [
  /^AUTH PLAIN /,
  (line) => (line.endsWith(` ${blob}`) ? '235 2.7.0 Welcome' : '535 5.7.8 No'),
];
/** Greets, takes STARTTLS, then answers these. */
export const upgrade = (...after: Answer[]): Script => [
  greet,
  {
    answer: [
      hello('STARTTLS'),
      [/^STARTTLS$/, '220 2.0.0 Ready', ['starttls', { answer: [...after, quit] }]],
    ],
  },
];
export const honest = upgrade(hello('PIPELINING', '8BITMIME', 'AUTH PLAIN LOGIN'), goodLogin);
/** Greets, then answers these without TLS. */
export const clear = (...after: Answer[]): Script => [greet, { answer: [...after, quit] }];
