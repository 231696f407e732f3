// The yardstick: nodemailer verify() and imapflow verifyOnly side by side.
import { readFileSync } from 'node:fs';
import { ImapFlow } from 'imapflow';
import { createTransport } from 'nodemailer';

const { BENCH_HOST, BENCH_PORT, BENCH_IMAP_PORT, BENCH_USER, BENCH_PASSWORD_0, BENCH_CA } = process.env;
const auth = { user: BENCH_USER, pass: BENCH_PASSWORD_0 };
const tls = { ca: readFileSync(BENCH_CA) };
await Promise.all([
  createTransport({ host: BENCH_HOST, port: Number(BENCH_PORT), requireTLS: true, auth, tls }).verify(),
  new ImapFlow({
    host: BENCH_HOST,
    port: Number(BENCH_IMAP_PORT),
    secure: true,
    auth,
    tls,
    logger: false,
    verifyOnly: true,
  }).connect(),
]);
