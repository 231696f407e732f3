// Knows how a live test lets mailcheck meet one fault: a workspace with one mailbox and one profile, the public command,
// and everything that came out of it. Whatever the fault, no secret and no raw control character may be in there.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { type Script, startLineServer } from '../line-server.ts';
import { formsOf, mailboxesFile, writeWorkspace } from './portal.ts';
import type { Ended, Program } from './program.ts';
import type { Account, LiveServers } from './servers.mjs';

export type Fault = {
  /** Of the profile; the rest is right. */
  profile?: Record<string, unknown>;
  preset?: 'pop3-smtp' | 'imap-smtp';
  /** Of the mailbox; the rest is right. */
  mailbox?: Record<string, unknown>;
  environment?: Record<string, unknown>;
  account?: Account;
  /** Default: the account's own. */
  password?: string;
  env?: Record<string, string>;
  argv?: readonly string[];
};

export type Met = Ended & {
  /** Line breaks of the terminal taken out. */
  said: string;
  /** Codes of the findings in the output, each once, in order. */
  codes: string[];
  /** The mailbox's record afterwards, and whether anything of it changed. */
  record: Record<string, unknown>;
  changed: boolean;
  evidence: string;
};

/** As if an earlier test had gone well: what a fault leaves alone and what it takes away are both to be seen. */
const before = {
  incomingEmailStatus: 'success',
  outgoingEmailStatus: 'success',
  enabledForIncomingEmail: true,
  enabledForOutgoingEmail: true,
};
export const untouched = before;
export const outgoingOff = { ...before, outgoingEmailStatus: 'failure', enabledForOutgoingEmail: false };
export const bothOff = { ...outgoingOff, incomingEmailStatus: 'failure', enabledForIncomingEmail: false };

/** Seconds, `--timeout` of every run here. A program that hangs beyond it is killed, and then has no exit code. */
const timeout = '2';

/** What a run needs to know of the servers. */
export type World = Pick<LiveServers, 'certificateAuthority'> & {
  ports: Pick<LiveServers['ports'], 'pop3s' | 'imaps' | 'submission'>;
  accounts: Pick<LiveServers['accounts'], 'admin'>;
};

export async function meet(servers: World, program: Program, fault: Fault): Promise<Met> {
  const { ports, accounts, certificateAuthority } = servers;
  const { account = accounts.admin, preset = 'pop3-smtp', argv = [] } = fault;
  const password = fault.password ?? account.password;
  const profile = {
    id: 'contoso',
    name: 'Contoso',
    preset,
    state: 'active',
    incomingServerLocation: 'localhost',
    incomingPortNumber: preset === 'pop3-smtp' ? ports.pop3s : ports.imaps,
    incomingTls: 'implicit',
    outgoingServerLocation: 'localhost',
    outgoingPortNumber: ports.submission,
    outgoingTls: 'starttls',
    ...fault.profile,
  };
  const mailbox = {
    id: 'the-mailbox',
    emailAddress: account.address,
    state: 'active',
    profile: 'contoso',
    incomingEmailDeliveryMethod: 'server-side-synchronization',
    outgoingEmailDeliveryMethod: 'server-side-synchronization',
    actDeliveryMethod: 'none',
    actStatus: 'not-run',
    emailRouterAccessApproval: 'approved',
    allowEmailConnectorToUseCredentials: true,
    password: { env: 'PASSWORD' },
    ...before,
    ...fault.mailbox,
  };
  const workspace = await writeWorkspace({
    'mailcheck/profiles.json': JSON.stringify({
      profiles: [profile],
      ...(fault.environment === undefined ? {} : { environment: fault.environment }),
    }),
    [mailboxesFile]: JSON.stringify({ mailboxes: [mailbox] }, undefined, 2),
  });
  try {
    const written = await workspace.read(mailboxesFile);
    const { folder } = workspace;
    const options = `--ca-file ${certificateAuthority} --save-evidence evidence.json --timeout ${timeout}`;
    const ended = await program.run({ folder, env: fault.env ?? { PASSWORD: password } }, [
      'test-mailbox',
      mailbox.id,
      ...options.split(' '),
      ...argv,
    ]);
    const record = await workspace.mailbox(mailbox.id);
    const evidence = await workspace.read('evidence.json').catch(() => '');
    const everything = [ended.out, ended.err, evidence, JSON.stringify(record)].join('\n');
    for (const form of formsOf({ ...account, password })) expect(everything).not.toContain(form);
    expect(ended.out + ended.err).not.toMatch(rawControl);
    expect(ended.err).not.toMatch(/\bat .*\.js:\d+/); // no stack
    return {
      ...ended,
      said: ended.out.replaceAll(/\s+/g, ' '),
      codes: [...new Set(ended.out.match(/\bMC\d{3}\b/g))],
      record,
      changed: (await workspace.read(mailboxesFile)) !== written,
      evidence,
    };
  } finally {
    await workspace.remove();
  }
}

/** C0 but the line end, DEL, and C1: what can steer a terminal. */
// oxlint-disable-next-line no-control-regex
const rawControl = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/;

export type Hostile = { smtp: Script; incoming: Script; protocol: 'pop3' | 'imap' };

/** The same with two scripted servers in the place of the real ones; TLS at once with a good certificate, or clear text. */
export async function meetHostile(
  servers: LiveServers,
  program: Program,
  { smtp, incoming, protocol }: Hostile,
  fault: Fault & { clearText?: boolean } = {},
): Promise<Met & { received: string[] }> {
  const read = (name: string): string => readFileSync(join(servers.folder, 'certificates', name), 'utf8');
  const certificate = { key: read('server.key'), cert: read('good/server.pem') };
  const implicit = fault.clearText !== true;
  const tls = implicit ? 'implicit' : 'starttls';
  const outgoing = await startLineServer(smtp, { certificate, implicit });
  const other = await startLineServer(incoming, { certificate, implicit });
  try {
    const met = await meet(servers, program, {
      preset: `${protocol}-smtp`,
      ...fault,
      profile: {
        incomingPortNumber: other.port,
        incomingTls: tls,
        outgoingPortNumber: outgoing.port,
        outgoingTls: tls,
      },
    });
    return { ...met, received: [...outgoing.received, ...other.received].flat() };
  } finally {
    await Promise.all([outgoing.close(), other.close()]);
  }
}

/** The usual answers of a server, up to the point where it turns bad. */
export const hello = {
  smtp: [/^EHLO/, ['250-evil.example', '250 AUTH PLAIN LOGIN']],
  pop3: [/^CAPA/, ['+OK', 'SASL PLAIN', 'UIDL', 'TOP', '.']],
  imap: [/^\S+ CAPABILITY/, (line: string) => ['* CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR', done(line)]],
} as const;

/** IMAP's tagged reply to a command. */
export function done(line: string, words = 'OK'): string {
  return `${line.split(' ')[0]} ${words}`;
}

/** One fault in every direction that failed: its finding, exit code 1, and what the record says of it. */
export function expectFault(
  met: Met,
  code: string,
  faultClass: string,
  record: Record<string, unknown>,
): void {
  expect({ exit: met.code, codes: met.codes, err: met.err }).toEqual({ exit: 1, codes: [code], err: '' });
  expect(met.record).toMatchObject({
    ...record,
    lastTest: { outgoing: { result: 'failure', class: faultClass, finding: code } },
  });
}
