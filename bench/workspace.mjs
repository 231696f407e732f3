// Knows how to write the workspaces that the benchmarks run on. Made-up records in a folder of the benchmark's own.

import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';

/** A workspace whose mailboxes log in to the given servers; password in the environment variable BENCH_PASSWORD_<n>. */
export function writeWorkspace(folder, { accounts, incoming, outgoing }) {
  mkdirSync(join(folder, 'mailcheck'), { recursive: true });
  writeFileSync(join(folder, 'mailcheck.yaml'), 'include: [mailcheck/**]\n');
  const rows = accounts.map((account, index) => ({
    id: `mailbox-${index}`,
    emailAddress: account.address,
    regarding: `user-${index}`,
    owner: `user-${index}`,
    state: 'active',
    profile: 'bench',
    isForwardMailbox: false,
    incomingEmailDeliveryMethod: incoming === undefined ? 'none' : 'server-side-synchronization',
    outgoingEmailDeliveryMethod: outgoing === undefined ? 'none' : 'server-side-synchronization',
    actDeliveryMethod: 'none',
    emailRouterAccessApproval: 'approved',
    allowEmailConnectorToUseCredentials: true,
    password: { env: `BENCH_PASSWORD_${index}` },
  }));
  const users = accounts.map((account, index) => ({
    id: `user-${index}`,
    fullName: `User ${index}`,
    internalEmailAddress: account.address,
    defaultMailbox: `mailbox-${index}`,
  }));
  const profile = {
    id: 'bench',
    name: 'Bench',
    serverType: incoming?.protocol === 'imap' ? 'imap-smtp' : 'pop3-smtp',
    state: 'active',
    incomingServerLocation: incoming?.host ?? 'localhost',
    incomingPortNumber: incoming?.port ?? 995,
    incomingTls: incoming?.tls ?? 'implicit',
    outgoingServerLocation: outgoing?.host ?? 'localhost',
    outgoingPortNumber: outgoing?.port ?? 587,
    outgoingTls: outgoing?.tls ?? 'starttls',
    incomingCredentialRetrieval: 'user-or-queue',
    maxConcurrentConnections: 10,
  };
  const environment = { deployment: 'online', cloud: 'public' };
  writeFileSync(
    join(folder, 'mailcheck', 'records.json'),
    JSON.stringify({ environment, profiles: [profile], users, mailboxes: rows }, null, 1),
  );
  return Object.fromEntries(accounts.map((account, index) => [`BENCH_PASSWORD_${index}`, account.password]));
}

/** A workspace of `count` mailboxes in one .jsonl file, with a profile and a user for each. */
export async function writeManyMailboxes(folder, count) {
  mkdirSync(join(folder, 'mailcheck'), { recursive: true });
  writeFileSync(join(folder, 'mailcheck.yaml'), 'include: [mailcheck/**]\n');
  const stream = createWriteStream(join(folder, 'mailcheck', 'records.jsonl'));
  const write = async (row) => {
    if (!stream.write(`${JSON.stringify(row)}\n`)) await once(stream, 'drain');
  };
  await write({ kind: 'environment', deployment: 'online', cloud: 'public' });
  await write({
    kind: 'profiles',
    id: 'main',
    name: 'Main',
    serverType: 'pop3-smtp',
    state: 'active',
    incomingServerLocation: 'pop.example.com',
    outgoingServerLocation: 'smtp.example.com',
    incomingCredentialRetrieval: 'user-or-queue',
  });
  for (let index = 0; index < count; index += 1)
    await write({
      kind: 'mailboxes',
      id: `mailbox-${index}`,
      name: `Mailbox ${index}`,
      emailAddress: `user${index}@example.com`,
      state: 'active',
      profile: 'main',
      isForwardMailbox: false,
      incomingEmailDeliveryMethod: 'server-side-synchronization',
      outgoingEmailDeliveryMethod: 'server-side-synchronization',
      actDeliveryMethod: 'none',
      emailRouterAccessApproval: index % 10 === 0 ? 'pending-approval' : 'approved',
      incomingEmailStatus: 'success',
      outgoingEmailStatus: 'success',
      enabledForOutgoingEmail: true,
      allowEmailConnectorToUseCredentials: true,
      isPasswordSet: true,
      userName: `user${index}@example.com`,
    });
  stream.end();
  await once(stream, 'finish');
}
