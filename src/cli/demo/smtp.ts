// Knows the demo's SMTP server: STARTTLS, login, delivers into the MailStore. Loopback only.

import { SMTPServer } from 'smtp-server';
import type { IssuedCertificate } from './certificate.ts';
import type { MailStore } from './mail-store.ts';
import type { RunningServer } from './server.ts';

export async function startSmtp(
  store: MailStore,
  { certificate, key }: IssuedCertificate,
): Promise<RunningServer> {
  let queued = 0;
  const server = new SMTPServer({
    banner: 'mailcheck demo',
    name: 'smtp.demo.example',
    cert: certificate,
    key,
    authMethods: ['PLAIN', 'LOGIN'],
    disableReverseLookup: true,
    logger: false,
    onAuth(auth, _session, callback) {
      const user = auth.username ?? '';
      if (store.accepts(user, auth.password ?? '')) callback(null, { user });
      else
        callback(Object.assign(new Error('5.7.8 Authentication credentials invalid'), { responseCode: 535 }));
    },
    onMailFrom(address, session, callback) {
      if (address.address.toLowerCase() === String(session.user).toLowerCase()) callback();
      else
        callback(
          Object.assign(new Error('5.7.1 Sender address rejected: not owned by user'), { responseCode: 553 }),
        );
    },
    onRcptTo(address, _session, callback) {
      if (store.knows(address.address)) callback();
      else callback(Object.assign(new Error('5.1.1 User unknown'), { responseCode: 550 }));
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        for (const recipient of session.envelope.rcptTo)
          store.add(recipient.address, Buffer.concat(chunks).toString('latin1'));
        queued += 1;
        callback(null, `2.0.0 Ok: queued as DEMO${queued}`);
      });
    },
  });
  server.on('error', () => {}); // a client that goes away is no matter for a demo
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve());
  });
  const address = server.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { port, stop: () => new Promise((resolve) => server.close(() => resolve())) };
}
