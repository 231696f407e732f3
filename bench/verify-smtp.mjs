// The yardstick: a ten-line nodemailer script that logs in over SMTP.
import { createTransport } from 'nodemailer';
import { readFileSync } from 'node:fs';

const { BENCH_HOST, BENCH_PORT, BENCH_USER, BENCH_PASSWORD_0, BENCH_CA } = process.env;
await createTransport({
  host: BENCH_HOST,
  port: Number(BENCH_PORT),
  requireTLS: true,
  auth: { user: BENCH_USER, pass: BENCH_PASSWORD_0 },
  tls: { ca: readFileSync(BENCH_CA) },
}).verify();
