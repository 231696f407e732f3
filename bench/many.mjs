// Many mailboxes at once: against check_smtp, against what physics allows, and the costs that hide in it.

import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startDelay } from '../test/live/delay.mjs';
import { login, observed, scratch } from './commands.mjs';
import { compare, median, secondsOf } from './measure.mjs';
import { heading, note, row } from './table.mjs';

const plugin = '/usr/lib/nagios/plugins/check_smtp';
const atOnce = 10;
const limited = ['--concurrency', String(atOnce)];

export async function many(servers) {
  const accounts = servers.accounts.numbered.slice(0, 200);
  const submission = {
    protocol: 'smtp',
    host: servers.host,
    port: servers.ports.submission,
    tls: 'starttls',
  };
  const near = login(servers, { accounts, outgoing: submission, more: limited });

  heading(`${accounts.length} mailboxes, ${atOnce} connections, SMTP with STARTTLS, login only`);
  if (existsSync(plugin))
    row(
      'loopback, against xargs -P 10 check_smtp',
      await compare(near, checkSmtp(servers, accounts), { runs: 7 }),
      '×',
      1,
    );
  else note(`against check_smtp: left out, ${plugin} is missing (Debian: monitoring-plugins-basic)`);
  await atDistance(servers, accounts, submission, near);

  heading('Costs that hide');
  const byAddress = login(servers, {
    accounts,
    outgoing: { ...submission, host: '127.0.0.1' },
    more: limited,
  });
  row(
    '200 mailboxes, host given by name against by address',
    await compare(near, byAddress, { runs: 5 }),
    '×',
    1.1,
  );
  await ticketStall(servers, submission);
}

function checkSmtp(servers, accounts) {
  const list = join(scratch(), 'accounts');
  writeFileSync(list, accounts.map(({ address, password }) => `${address} ${password}`).join('\n'));
  const each = `${plugin} -H ${servers.host} -p ${servers.ports.submission} -S -A LOGIN -U "$0" -P "$1"`;
  return { command: ['sh', '-c', `xargs -P ${atOnce} -L 1 sh -c '${each} >/dev/null' < ${list}`] };
}

/**
 * N mailboxes, c at a time, k round trips of r seconds each, p cores:
 * wall ≥ max(⌈N/c⌉ · k · r, N · cpu/p) + start.
 * k is 7 for STARTTLS: TCP, greeting, EHLO, STARTTLS, TLS 1.3, EHLO, AUTH. JavaScript has one core; its work for N mailboxes
 * is what the same run takes on loopback. `start` is the same run without its sessions (--dry-run).
 */
async function atDistance(servers, accounts, submission, near) {
  const roundTrip = 0.1;
  const started = await secondsOf({ ...near, command: [...near.command, '--dry-run'] });
  const working = (await secondsOf(near, 3)) - started;
  const waiting = Math.ceil(accounts.length / atOnce) * 7 * roundTrip;
  const bound = Math.max(waiting, working) + started;
  const relay = await startDelay({ port: submission.port, milliseconds: (roundTrip * 1000) / 2 });
  try {
    const outgoing = { ...submission, host: relay.host, port: relay.port };
    const far = login(servers, { accounts, outgoing, more: limited });
    row('round trip of 100 ms, against the bound', (await secondsOf(far, 3)) / bound, '×', 1.15);
    note(`the bound: ${waiting.toFixed(1)} s of round trips, ${started.toFixed(2)} s of start`);
  } finally {
    await relay.stop();
  }
}

/**
 * A server's TLS 1.3 tickets that lie unacknowledged hold its next reply back for 40 ms (Nagle's algorithm against
 * the delayed ACK): the reply to the EHLO after STARTTLS shows it. A new process each time: a resumed session has none.
 */
async function ticketStall(servers, submission) {
  const given = login(servers, { outgoing: submission });
  const waits = [];
  for (let index = 0; index < 7; index += 1) {
    const { sessions } = await observed(given);
    waits.push(sessions[0].steps.find(({ step }) => step === 'capabilities').milliseconds);
  }
  row('reply to the first EHLO after TLS (a stall is 40 ms)', median(waits), 'ms', 20);
}
