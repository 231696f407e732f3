// Knows how to write the workspaces that the benchmarks run on. Made-up records in a folder of the benchmark's own.

import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';

/**
 * A workspace whose mailboxes log in to the given servers; password in the environment variable BENCH_PASSWORD_<n>.
 * `refusedBefore`: indexes of those whose last test says that the password was refused. `profile` and `endpoints`: more fields of
 * the profile and of the environment.
 */
export function writeWorkspace(
  folder,
  { accounts, incoming, outgoing, refusedBefore = new Set(), profile: more = {}, endpoints },
) {
  mkdirSync(join(folder, 'mailcheck'), { recursive: true });
  writeFileSync(join(folder, 'mailcheck.yaml'), 'include: [mailcheck/**]\n');
  const mailboxes = accounts.map((account, index) => ({
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
    ...(refusedBefore.has(index) ? { lastTest: lastRefused } : {}),
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
    ...more,
  };
  writeFileSync(
    join(folder, 'mailcheck', 'records.json'),
    JSON.stringify(
      { environment: { ...environment, endpoints }, profiles: [profile], users, mailboxes },
      null,
      1,
    ),
  );
  return Object.fromEntries(accounts.map((account, index) => [`BENCH_PASSWORD_${index}`, account.password]));
}

export function addressOf(index) {
  return `user${index}@example.com`;
}

/** A workspace of one profile and `count` mailboxes in one file, .jsonl or .yaml. */
export async function writeManyMailboxes(folder, count, extension = 'jsonl', approval) {
  mkdirSync(join(folder, 'mailcheck'), { recursive: true });
  writeFileSync(join(folder, 'mailcheck.yaml'), 'include: [mailcheck/**]\n');
  const stream = createWriteStream(join(folder, 'mailcheck', `records.${extension}`));
  for (const text of extension === 'jsonl' ? rows(count, approval) : blocks(count, approval))
    if (!stream.write(text)) await once(stream, 'drain');
  stream.end();
  await once(stream, 'finish');
}

function* rows(count, approval) {
  yield `${JSON.stringify({ kind: 'environment', ...environment })}\n`;
  yield `${JSON.stringify({ kind: 'profiles', ...mainProfile })}\n`;
  for (let index = 0; index < count; index += 1)
    yield `${JSON.stringify({ kind: 'mailboxes', ...mailbox(index, approval) })}\n`;
}

function* blocks(count, approval) {
  const lines = (fields) => Object.entries(fields).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  yield `environment:\n  ${lines(environment).join('\n  ')}\n`;
  yield `profiles:\n  - ${lines(mainProfile).join('\n    ')}\nmailboxes:\n`;
  for (let index = 0; index < count; index += 1)
    yield `  - ${lines(mailbox(index, approval)).join('\n    ')}\n`;
}

const environment = { deployment: 'online', cloud: 'public' };

const refusal = { result: 'failure', class: 'credential', step: 'login' };
const lastRefused = { at: '2026-01-01T00:00:00Z', source: 'test', incoming: refusal, outgoing: refusal };

const mainProfile = {
  id: 'main',
  name: 'Main',
  serverType: 'pop3-smtp',
  state: 'active',
  incomingServerLocation: 'pop.example.com',
  outgoingServerLocation: 'smtp.example.com',
  incomingCredentialRetrieval: 'user-or-queue',
};

function mailbox(index, approval) {
  return {
    id: `mailbox-${index}`,
    name: `Mailbox ${index}`,
    emailAddress: addressOf(index),
    state: 'active',
    profile: 'main',
    isForwardMailbox: false,
    incomingEmailDeliveryMethod: 'server-side-synchronization',
    outgoingEmailDeliveryMethod: 'server-side-synchronization',
    actDeliveryMethod: 'none',
    emailRouterAccessApproval: approval ?? (index % 10 === 0 ? 'pending-approval' : 'approved'),
    incomingEmailStatus: 'success',
    outgoingEmailStatus: 'success',
    enabledForOutgoingEmail: true,
    allowEmailConnectorToUseCredentials: true,
    isPasswordSet: true,
    userName: addressOf(index),
  };
}
