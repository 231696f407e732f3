// One mailbox, against the shortest scripts that do the same; the round trips to its verdict; a wrong TLS mode.

import { startDelay } from '../test/live/delay.mjs';
import { login, yardstick } from './commands.mjs';
import { compare, median, run, secondsOf } from './measure.mjs';
import { heading, row } from './table.mjs';

const at = ({ host, port }, protocol, tls) => {
  const server = { protocol, host, port, tls };
  return protocol === 'smtp' ? { outgoing: server } : { incoming: server };
};

export async function one(servers) {
  heading('One mailbox, --no-send, whole process, loopback');
  const { ports, host } = servers;
  const smtp = at({ host, port: ports.submission }, 'smtp', 'starttls');
  const pop3 = at({ host, port: ports.pop3s }, 'pop3', 'implicit');
  const imap = at({ host, port: ports.imaps }, 'imap', 'implicit');
  const env = {
    BENCH_HOST: host,
    BENCH_PORT: String(ports.submission),
    BENCH_IMAP_PORT: String(ports.imaps),
    BENCH_USER: servers.accounts.admin.address,
    BENCH_PASSWORD_0: servers.accounts.admin.password,
    BENCH_CA: servers.certificateAuthority,
  };
  const verify = yardstick('verify-smtp.mjs', env);
  const both = yardstick('verify-smtp-imap.mjs', env);
  const against = async (what, target, script, limit) =>
    row(what, await compare(login(servers, target), script), '×', limit);
  await against('SMTP, against nodemailer verify()', smtp, verify, 1.2);
  await against('SMTP and POP3, against nodemailer verify()', { ...smtp, ...pop3 }, verify, 1.3);
  await against('SMTP and IMAP, against verify() and verifyOnly', { ...smtp, ...imap }, both, 1.2);
}

const [near, far] = [40, 140];

/** Slope of the whole process's time over the round trip that a relay adds: seconds per second of delay are trips. */
async function tripsOf(servers, port, target, more = {}) {
  const relays = [];
  for (const milliseconds of [near, far]) relays.push(await startDelay({ port, milliseconds }));
  try {
    const commands = relays.map((relay) => login(servers, { ...target(relay), ...more }));
    const times = [[], []];
    for (let index = 0; index < 5; index += 1)
      for (const [which, command] of commands.entries()) times[which].push((await run(command)).seconds);
    return (median(times[1]) - median(times[0])) / ((2 * (far - near)) / 1000);
  } finally {
    for (const relay of relays) await relay.stop();
  }
}

export async function trips(servers) {
  heading('Round trips to the verdict (slope over an added delay)');
  const { ports, accounts } = servers;
  const starttls = (relay) => at(relay, 'smtp', 'starttls');
  const implicit = (relay) => at(relay, 'smtp', 'implicit');
  const pop3s = (relay) => at(relay, 'pop3', 'implicit');
  const imaps = (relay) => at(relay, 'imap', 'implicit');
  row('SMTP with STARTTLS', await tripsOf(servers, ports.submission, starttls), 'trips', 7.5);
  row('SMTP with implicit TLS', await tripsOf(servers, ports.smtps, implicit), 'trips', 5.5);
  const first = await tripsOf(servers, ports.pop3s, pop3s);
  row('POP3S, with CAPA', first, 'trips', 5.5);
  const two = { accounts: accounts.numbered.slice(0, 2), more: ['--concurrency', '1'] };
  const both = await tripsOf(servers, ports.pop3s, pop3s, two);
  row('POP3S, a second mailbox after it: mechanisms known', both - first, 'trips', 4.5);
  row('IMAPS, inbox opened (no promise)', await tripsOf(servers, ports.imaps, imaps), 'trips');
  row('SMTP and POP3S side by side at 50 ms, against SMTP alone', await overlap(servers), '×', 1.15);
}

/** Both directions of one mailbox against the slower one, each packet 50 ms late: one after the other would be nearly twice. */
async function overlap(servers) {
  const { ports } = servers;
  const smtp = await startDelay({ port: ports.submission, milliseconds: 50 });
  const pop3 = await startDelay({ port: ports.pop3s, milliseconds: 50 });
  try {
    const outgoing = at(smtp, 'smtp', 'starttls');
    const together = login(servers, { ...outgoing, ...at(pop3, 'pop3', 'implicit') });
    return await compare(together, login(servers, outgoing));
  } finally {
    await Promise.all([smtp.stop(), pop3.stop()]);
  }
}

/** 1.5 seconds, and what the process takes that contacts nobody. */
export async function mode(servers) {
  heading('A wrong TLS mode, until it is told');
  const { ports, host } = servers;
  const idle = login(servers, {
    ...at({ host, port: ports.submission }, 'smtp', 'starttls'),
    more: ['--dry-run'],
  });
  const started = await secondsOf(idle);
  const cases = [
    ['SMTP: STARTTLS asked of an implicit-TLS port', 'smtp', 'smtps', 'starttls', 'MC506'],
    ['SMTP: implicit TLS asked of a STARTTLS port', 'smtp', 'submission', 'implicit', 'MC505'],
    ['POP3: STLS asked of an implicit-TLS port', 'pop3', 'pop3s', 'starttls', 'MC506'],
    ['POP3: implicit TLS asked of an STLS port', 'pop3', 'pop3', 'implicit', 'MC505'],
    ['IMAP: STARTTLS asked of an implicit-TLS port', 'imap', 'imaps', 'starttls', 'MC506'],
    ['IMAP: implicit TLS asked of a STARTTLS port', 'imap', 'imap', 'implicit', 'MC505'],
  ];
  for (const [what, protocol, port, tls, finding] of cases) {
    const given = login(servers, {
      ...at({ host, port: ports[port] }, protocol, tls),
      more: ['--format', 'json'],
    });
    const seconds = [];
    for (let index = 0; index < 3; index += 1) {
      const told = await run({ ...given, expected: 1, output: true });
      if (!told.written.includes(`"${finding}"`)) throw new Error(`${what}: ${finding} was not told`);
      seconds.push(told.seconds - started);
    }
    row(what, median(seconds), 's', 1.5);
  }
}
