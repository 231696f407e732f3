// `npm run bench`: the product's speed as ratios within this one run. Prints a table; judges nothing by the clock alone.
// Needs Dovecot and Postfix for the live parts, and check_smtp (Debian: monitoring-plugins-basic) for the comparison.

import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startDelay } from '../test/live/delay.mjs';
import { serversMissing, startServers } from '../test/live/servers.mjs';
import { compare, median, run } from './measure.mjs';
import { writeManyMailboxes, writeWorkspace } from './workspace.mjs';

const mailcheck = [process.execPath, fileURLToPath(new URL('../bin/mailcheck.js', import.meta.url))];
const script = (name) => [process.execPath, fileURLToPath(new URL(name, import.meta.url))];
const plugin = '/usr/lib/nagios/plugins/check_smtp';
const only = process.argv.slice(2);
const wanted = (part) => only.length === 0 || only.includes(part);
const folders = [];

try {
  if (wanted('start')) await startUp();
  if (wanted('check')) await checkMany();
  const missing = serversMissing();
  if (missing.length > 0) console.log(`\nlive parts left out: ${missing.join('; ')}`);
  else if (['one', 'trips', 'many', 'mode'].some(wanted)) await live();
} finally {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}

function row(what, measured, limit, unit = '×') {
  const verdict = limit === undefined ? '' : measured <= limit ? 'kept' : 'NOT KEPT';
  const bound = limit === undefined ? '' : `at most ${limit} ${unit}`;
  console.log(
    `${what.padEnd(58)} ${measured.toFixed(2).padStart(8)} ${unit.padEnd(10)} ${bound.padEnd(18)} ${verdict}`,
  );
}

function scratch() {
  const folder = mkdtempSync(join(tmpdir(), 'mailcheck-bench-'));
  folders.push(folder);
  return folder;
}

async function startUp() {
  const nothing = { command: [process.execPath, '-e', ''] };
  row(
    '--version, against node -e ""',
    (await compare({ command: [...mailcheck, '--version'] }, nothing)).ratio,
    1.4,
  );
  row(
    '--help, against node -e ""',
    (await compare({ command: [...mailcheck, '--help'] }, nothing)).ratio,
    1.8,
  );
}

async function checkMany() {
  const seconds = [];
  for (const count of [25_000, 50_000, 100_000]) {
    const folder = scratch();
    await writeManyMailboxes(folder, count);
    const command = existsSync('/usr/bin/time')
      ? ['/usr/bin/time', '-f', '%M', ...mailcheck, 'check', '--workspace', folder]
      : [...mailcheck, 'check', '--workspace', folder];
    const result = await run(command);
    seconds.push(result.seconds);
    const peak = /(\d+)\s*$/.exec(result.errors)?.[1];
    const memory = peak === undefined ? '' : `, peak ${(Number(peak) / 1024).toFixed(0)} MiB`;
    console.log(
      `check, ${count} mailboxes: ${(count / result.seconds).toFixed(0)} records a second${memory} (exit ${result.code})`,
    );
  }
  row('check, 100,000 against 50,000 mailboxes (linear: 2)', seconds[2] / seconds[1], 2.4);
}

async function live() {
  const servers = await startServers({ numberedAccounts: 200 });
  try {
    if (wanted('one')) await oneMailbox(servers);
    if (wanted('trips')) await roundTrips(servers);
    if (wanted('many')) await manyMailboxes(servers);
    if (wanted('mode')) await wrongMode(servers);
  } finally {
    await servers.stop();
  }
}

function login(servers, { accounts = [servers.accounts.admin], incoming, outgoing, more = [] }) {
  const folder = scratch();
  const env = writeWorkspace(folder, { accounts, incoming, outgoing });
  const flags = ['--no-send', '--no-save', '--ca-file', servers.certificateAuthority, '--workspace', folder];
  return { command: [...mailcheck, 'test-mailbox', '--all', ...flags, ...more], env };
}

async function oneMailbox(servers) {
  const { ports, host } = servers;
  const smtp = { protocol: 'smtp', host, port: ports.submission, tls: 'starttls' };
  const pop3 = { protocol: 'pop3', host, port: ports.pop3s, tls: 'implicit' };
  const imap = { protocol: 'imap', host, port: ports.imaps, tls: 'implicit' };
  const env = {
    BENCH_HOST: host,
    BENCH_PORT: String(ports.submission),
    BENCH_IMAP_PORT: String(ports.imaps),
    BENCH_USER: servers.accounts.admin.address,
    BENCH_PASSWORD_0: servers.accounts.admin.password,
    BENCH_CA: servers.certificateAuthority,
  };
  const verify = { command: script('verify-smtp.mjs'), env };
  const both = { command: script('verify-smtp-imap.mjs'), env };
  row(
    'one mailbox, SMTP, against nodemailer verify()',
    (await compare(login(servers, { outgoing: smtp }), verify)).ratio,
    1.2,
  );
  row(
    'one mailbox, SMTP and POP3, against nodemailer verify()',
    (await compare(login(servers, { outgoing: smtp, incoming: pop3 }), verify)).ratio,
    1.3,
  );
  row(
    'one mailbox, SMTP and IMAP, against verify() and verifyOnly',
    (await compare(login(servers, { outgoing: smtp, incoming: imap }), both)).ratio,
    1.2,
  );
}

/** Slope of the wall time over the round trip added by a relay: seconds per second of delay are round trips. */
async function roundTrips(servers) {
  const { ports } = servers;
  const slope = async (port, target) => {
    const medians = [];
    for (const milliseconds of [50, 150]) {
      const relay = await startDelay({ port, milliseconds });
      const given = login(servers, target(relay));
      const times = [];
      for (let index = 0; index < 5; index += 1) times.push((await run(given.command, given)).seconds);
      medians.push(median(times));
      await relay.stop();
    }
    return (medians[1] - medians[0]) / 0.2; // 2 × (150 − 50) ms
  };
  const at = (tls, protocol) => (relay) =>
    protocol === 'smtp'
      ? { outgoing: { protocol, host: relay.host, port: relay.port, tls } }
      : { incoming: { protocol, host: relay.host, port: relay.port, tls } };
  row('round trips, SMTP with STARTTLS', await slope(ports.submission, at('starttls', 'smtp')), 7.5, 'trips');
  row('round trips, SMTP with implicit TLS', await slope(ports.smtps, at('implicit', 'smtp')), 5.5, 'trips');
  row('round trips, POP3S with CAPA', await slope(ports.pop3s, at('implicit', 'pop3')), 5.5, 'trips');
}

async function manyMailboxes(servers) {
  const accounts = servers.accounts.numbered.slice(0, 200);
  const outgoing = { protocol: 'smtp', host: servers.host, port: servers.ports.submission, tls: 'starttls' };
  const ours = login(servers, { accounts, outgoing, more: ['--concurrency', '10'] });
  if (existsSync(plugin)) {
    const list = join(scratch(), 'accounts');
    writeFileSync(list, accounts.map(({ address, password }) => `${address} ${password}`).join('\n'));
    const each = `${plugin} -H ${servers.host} -p ${servers.ports.submission} -S -A LOGIN -U "$0" -P "$1"`;
    const theirs = { command: ['sh', '-c', `xargs -P 10 -L 1 sh -c '${each} >/dev/null' < ${list}`] };
    row(
      '200 mailboxes, 10 at a time, against xargs -P 10 check_smtp',
      (await compare(ours, theirs, { runs: 5 })).ratio,
      1,
    );
  } else console.log(`200 mailboxes against check_smtp left out: ${plugin} is not installed`);
  const relay = await startDelay({ port: servers.ports.submission, milliseconds: 50 });
  const far = login(servers, {
    accounts,
    outgoing: { ...outgoing, host: relay.host, port: relay.port },
    more: ['--concurrency', '10'],
  });
  const times = [];
  for (let index = 0; index < 3; index += 1) times.push((await run(far.command, far)).seconds);
  await relay.stop();
  row('200 mailboxes at 100 ms, against 20 × 7 round trips', median(times) / (20 * 7 * 0.1), 1.15);
}

async function wrongMode(servers) {
  const { ports, host } = servers;
  const cases = [
    [
      'STARTTLS asked of an implicit-TLS port',
      { protocol: 'smtp', host, port: ports.smtps, tls: 'starttls' },
    ],
    [
      'implicit TLS asked of a STARTTLS port',
      { protocol: 'smtp', host, port: ports.submission, tls: 'implicit' },
    ],
  ];
  for (const [what, outgoing] of cases) {
    const given = login(servers, { outgoing });
    const result = await run(given.command, given);
    row(`${what}: told after`, result.seconds, 2, 'seconds'); // 1.5 s and the start of the process
  }
}
