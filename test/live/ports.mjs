// Knows the ports of the test servers: which there are, how to find free ones, how to see that a server is there.
// May not know how the servers are started.

import { connect, createServer } from 'node:net';

const portNames = [
  'submission',
  'smtps',
  'pop3',
  'pop3s',
  'imap',
  'imaps',
  'smtpWithoutTlsAndLogin',
  'smtpWithoutLogin',
  'smtpWithoutTls',
  'smtpSenderFirst',
  'smtpRewriting',
  'smtpFewConnections',
];

const implicit = new Set(['smtps', 'pop3s', 'imaps']);

/** Below the range from which the kernel takes the ports of outgoing connections. */
const firstPort = 10_000;
const blockSize = 16;
const blocks = 1_300;

/**
 * A block of free ports. Its first port stays bound until `release()`: that is the lock by which two instances,
 * in whatever processes, never pick the same block.
 */
export async function reservePorts() {
  for (let tries = 0; tries < 200; tries += 1) {
    const first = firstPort + blockSize * Math.floor(Math.random() * blocks);
    const lock = await bind(first);
    if (!lock) continue;
    const ports = Object.fromEntries(portNames.map((name, index) => [name, first + 1 + index]));
    if (await allFree(Object.values(ports))) return { ports, release: () => void lock.close() };
    lock.close();
  }
  throw new Error('no free ports found between 10000 and 31000');
}

async function allFree(ports) {
  for (const port of ports) {
    const server = await bind(port);
    if (!server) return false;
    await new Promise((resolve) => server.close(resolve));
  }
  return true;
}

function bind(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    // On all addresses, because Dovecot listens on several. A forgotten lock must not keep a process alive.
    server.listen(port, '0.0.0.0', () => resolve(server.unref()));
  });
}

/** Resolves when a server answers on every port; rejects when `ended` comes first, or nothing for long. */
export async function allAnswer(ports, ended) {
  let over = false;
  void ended.then(() => (over = true));
  const patience = Date.now() + 20_000;
  for (const [name, port] of Object.entries(ports)) {
    // With implicit TLS the server waits for us; everywhere else it greets when it is ready to check passwords.
    while (!(await answers(port, implicit.has(name) ? 'connect' : 'data'))) {
      if (over) throw new Error('they ended at once');
      if (Date.now() > patience) throw new Error(`nothing answers on port ${port} (${name})`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

function answers(port, sign) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const settle = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(2000, () => settle(false));
    socket.once(sign, () => settle(true));
    socket.once('close', () => settle(false));
    socket.once('error', () => settle(false));
  });
}
