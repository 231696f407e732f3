// A port from which nothing comes back, not even a refusal: as behind a firewall that drops packets. On loopback only.

import { connect, type Socket } from 'node:net';
import { Worker } from 'node:worker_threads';

export type SilentPort = { host: string; port: number; close(): Promise<void> };

/** Listens and never accepts: once the queue is full, the kernel drops what asks for a connection. */
const listenAndSleep = `
const { createServer } = require('node:net');
const { parentPort, workerData } = require('node:worker_threads');
const server = createServer().listen({ ...workerData, backlog: 1 }, () => {
  parentPort.postMessage(server.address().port);
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
});
server.on('error', (error) => { throw error; });
`;

export async function openSilentPort({ host = '127.0.0.1', port = 0 } = {}): Promise<SilentPort> {
  const worker = new Worker(listenAndSleep, { eval: true, workerData: { host, port } });
  const listening = await new Promise<number>((resolve, reject) => {
    worker.once('message', resolve).once('error', reject);
  });
  const queue: Socket[] = [];
  for (let full = false; !full && queue.length < 20;) {
    const socket = connect({ host, port: listening }).on('error', () => undefined);
    queue.push(socket);
    full = await new Promise<boolean>((resolve) => {
      socket.once('connect', () => resolve(false));
      setTimeout(() => resolve(true), 200);
    });
  }
  return {
    host,
    port: listening,
    async close() {
      for (const socket of queue) socket.destroy();
      await worker.terminate();
    },
  };
}
