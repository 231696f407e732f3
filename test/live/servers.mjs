// Knows how to run a real Dovecot and a real Postfix on loopback, each start with its own scratch folder, ports and
// certificate authority, and how to end them without a trace. May not know what is tested with them.
// Plain JavaScript, because the benchmarks run it on Node 20 as it is; servers.d.mts has the types.

import { spawn } from 'node:child_process';
import { accessSync, chmodSync, constants, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeTokenKeys } from './access-tokens.mjs';
import { makeAuthority, makeCertificate } from './certificates.mjs';
import { dovecotConfiguration, dovecotPasswords, dovecotTokens } from './dovecot.mjs';
import { allAnswer, reservePorts } from './ports.mjs';
import { postfixMain, postfixMaster, postfixTables } from './postfix.mjs';

const programs = {
  openssl: ['/usr/bin/openssl', 'openssl'],
  dovecot: ['/usr/sbin/dovecot', 'dovecot-core'],
  pop3: ['/usr/lib/dovecot/pop3', 'dovecot-pop3d'],
  imap: ['/usr/lib/dovecot/imap', 'dovecot-imapd'],
  lmtp: ['/usr/lib/dovecot/lmtp', 'dovecot-lmtpd'],
  postfix: ['/usr/sbin/postfix', 'postfix'],
  master: ['/usr/lib/postfix/sbin/master', 'postfix'],
};

/** The addresses at which the servers differ. All listen on the same ports. */
const hosts = {
  main: 'localhost',
  remote: '127.0.0.2',
  withoutTls: '127.0.0.3',
  withoutUidplus: '127.0.0.4',
  expired: '127.0.0.11',
  'not-yet-valid': '127.0.0.12',
  'other-host': '127.0.0.13',
  'self-signed': '127.0.0.14',
  'unknown-authority': '127.0.0.15',
};
const faultKinds = ['expired', 'not-yet-valid', 'other-host', 'self-signed', 'unknown-authority'];

/** What is missing for the servers to run, one entry each; empty when they can. */
export function serversMissing() {
  const missing = Object.values(programs)
    .filter(([path]) => !executable(path))
    .map(([, debianPackage]) => debianPackage);
  // Postfix's master refuses to start as anybody else.
  if (process.getuid?.() !== 0) missing.push('root (Postfix cannot run without)');
  return [...new Set(missing)];
}

/** Starts both servers and waits until every port answers. */
export async function startServers(options = {}) {
  // Not os.tmpdir(): the servers' own users must be able to reach it, and a socket's path has 108 bytes at most.
  const folder = await mkdtemp('/tmp/mailcheck-servers-');
  chmodSync(folder, 0o755);
  const reservation = await reservePorts();
  try {
    return await startIn(folder, reservation, options);
  } catch (error) {
    reservation.release();
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

async function startIn(
  folder,
  { ports, release },
  { numberedAccounts = 200, loginPenalty = false, mechanisms = ['PLAIN', 'LOGIN'] },
) {
  const accounts = makeAccounts(numberedAccounts);
  const authority = await makeAuthority(join(folder, 'certificates'));
  const names = [...Object.values(hosts), '127.0.0.1'];
  const [good, ...faulty] = await Promise.all(
    ['good', ...faultKinds].map((kind) => makeCertificate(authority, kind, names)),
  );
  const faults = faulty.map((certificate) => ({ host: hosts[certificate.kind], certificate }));
  const takesTokens = mechanisms.some((name) => name === 'XOAUTH2' || name === 'OAUTHBEARER');
  const tokenKeys = takesTokens ? await makeTokenKeys(join(folder, 'dovecot', 'keys')) : undefined;
  const known = {
    folder,
    ports,
    hosts,
    faults,
    certificate: good,
    accounts: accounts.all,
    loginPenalty,
    mechanisms,
    takesTokens,
  };

  for (const name of ['dovecot', 'postfix', 'queue', 'mail'])
    await mkdir(join(folder, name), { recursive: true });
  chmodSync(join(folder, 'mail'), 0o777);
  const tables = postfixTables({ accounts: accounts.all, refusals });
  const files = {
    'dovecot/dovecot.conf': dovecotConfiguration(known),
    'dovecot/passwords': dovecotPasswords(accounts.all),
    ...(takesTokens ? { 'dovecot/tokens.conf': dovecotTokens(known) } : {}),
    'postfix/main.cf': postfixMain(known),
    'postfix/master.cf': postfixMaster(known),
    ...Object.fromEntries(Object.entries(tables).map(([name, text]) => [`postfix/${name}`, text])),
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);

  const supervisor = spawn('/bin/sh', ['-c', supervision, 'sh', folder], {
    // A session of its own: Ctrl-C on the terminal must reach the test run only, which then ends the servers.
    detached: true,
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  let said = '';
  supervisor.stderr.on('data', (bytes) => (said = (said + String(bytes)).slice(-4000)));
  const ended = new Promise((resolve) => supervisor.once('close', resolve));
  const stop = async () => {
    supervisor.stdin.end();
    await ended;
    release();
  };
  const log = () =>
    ['dovecot/dovecot.log', 'postfix/postfix.log'].map((name) => text(join(folder, name))).join('');

  try {
    await allAnswer(ports, ended);
  } catch (error) {
    const words = said + log();
    await stop();
    throw new Error(`The mail servers did not start: ${error.message}\n${words}`, { cause: error });
  }
  const { certificateAuthority } = authority;
  return { host: hosts.main, hosts, ports, certificateAuthority, accounts, tokenKeys, folder, log, stop };
}

/**
 * The servers are this shell's children and end with it. It waits for its input to close, which happens when
 * stop() is called and also when the test run dies of anything, kill -9 included. Its last act is to remove the folder.
 */
const supervision = `
cd /
/usr/sbin/postfix -c "$1/postfix" check || exit 1
setsid /usr/sbin/dovecot -F -c "$1/dovecot/dovecot.conf" & dovecot=$!
setsid /usr/lib/postfix/sbin/master -c "$1/postfix" -s & postfix=$!
while read -r line; do :; done
kill -TERM $dovecot $postfix 2>/dev/null
tries=0
while kill -0 $dovecot 2>/dev/null || kill -0 $postfix 2>/dev/null; do
  tries=$((tries + 1))
  if [ $tries -eq 100 ]; then kill -KILL -$dovecot -$postfix 2>/dev/null; break; fi
  sleep 0.05
done
wait
rm -rf -- "$1"
`;

/** Recipients that Postfix refuses although they exist and can log in: a full mailbox, and greylisting. */
const refusals = {
  'full@example.com': '452 4.2.2 Mailbox full',
  'greylisted@example.com': '450 4.2.0 Greylisted, try again later',
};

function makeAccounts(numbered) {
  const account = (name) => ({ address: `${name}@example.com`, password: `secret-of-${name}` });
  const named = {
    admin: account('admin'),
    support: account('support'),
    full: account('full'),
    greylisted: account('greylisted'),
  };
  const rest = Array.from({ length: numbered }, (_, index) =>
    account(`user${String(index + 1).padStart(3, '0')}`),
  );
  return { ...named, numbered: rest, all: [...Object.values(named), ...rest] };
}

function executable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function text(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
