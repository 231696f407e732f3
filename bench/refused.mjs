// Does a refused password slow the other mailboxes of the run?

import { startServers } from '../test/live/servers.mjs';
import { login, observed } from './commands.mjs';
import { median } from './measure.mjs';
import { heading, note, row } from './table.mjs';

const wrong = new Set([3, 20, 37]);
const protocols = ['smtp', 'pop3'];

/** Of fifty mailboxes three have a wrong password: when is the last of the others done, against a run without? */
export async function refused(servers) {
  heading('47 mailboxes beside 3 with a wrong password, against none with one');
  for (const protocol of protocols)
    row(protocol.toUpperCase(), await slowdown(servers, protocol, { runs: 5 }), '×', 1.2);

  note('With Dovecot’s own delays: after a refusal every login from the same address waits 2 s and more.');
  const strict = await startServers({ numberedAccounts: 50, loginPenalty: true });
  try {
    for (const protocol of protocols) {
      const name = protocol.toUpperCase();
      row(`${name}, nothing known before`, await slowdown(strict, protocol, { runs: 1 }), '×');
      const known = await slowdown(strict, protocol, { runs: 3, known: true });
      row(`${name}, the last test is recorded: those come last`, known, '×', 1.2);
    }
  } finally {
    await strict.stop();
  }
}

async function slowdown(servers, protocol, { runs, known = false }) {
  const accounts = servers.accounts.numbered.slice(0, 50);
  const { host, ports } = servers;
  const target =
    protocol === 'smtp'
      ? { outgoing: { protocol, host, port: ports.submission, tls: 'starttls' } }
      : { incoming: { protocol, host, port: ports.pop3s, tls: 'implicit' } };
  const more = ['--concurrency', '10'];
  const right = login(servers, { accounts, ...target, more });
  const ratios = [];
  for (let index = 0; index < runs; index += 1) {
    // Successful logins end the delays that an earlier run has left behind.
    await observed(right);
    const without = othersDone((await observed(right)).sessions);
    const spoilt = login(servers, { accounts, ...target, more, refusedBefore: known ? wrong : new Set() });
    // Dovecot counts a wrong password once: another one each time.
    for (const each of wrong) spoilt.env[`BENCH_PASSWORD_${each}`] = `wrong-${index}-${known}-${each}`;
    ratios.push(othersDone((await observed({ ...spoilt, expected: 1 })).sessions) / without);
  }
  return median(ratios);
}

/** Milliseconds from the run's first connection to the end of the last session whose password is right. */
function othersDone(sessions) {
  const began = Math.min(...sessions.map(({ at }) => Date.parse(at)));
  const others = sessions.filter(({ mailbox }) => !wrong.has(Number(mailbox.replace('mailbox-', ''))));
  return Math.max(...others.map(({ at, milliseconds }) => Date.parse(at) + milliseconds)) - began;
}
