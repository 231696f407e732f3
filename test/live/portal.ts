// Knows the records of the story: a portal whose mail goes over the real servers of the live tests. Writes them as a person
// would, comments and all, into a folder of its own. May not run anything.

import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import type { Account, LiveServers } from './servers.mjs';

export type Workspace = {
  folder: string;
  read(path: string): Promise<string>;
  write(path: string, text: string): Promise<void>;
  /** A person's edit: the text must be there, exactly once. */
  edit(path: string, before: string, after: string): Promise<void>;
  /** The mailbox's record, as any YAML reader sees it. */
  mailbox(id: string): Promise<Record<string, unknown>>;
  remove(): Promise<void>;
};

export const mailboxesFile = 'mailcheck/mailboxes.yaml';

export async function writeWorkspace(files: Record<string, string>): Promise<Workspace> {
  const folder = await mkdtemp(join(tmpdir(), 'mailcheck-workspace-'));
  const read = (path: string): Promise<string> => readFile(join(folder, path), 'utf8');
  const write = async (path: string, text: string): Promise<void> => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  };
  for (const [path, text] of Object.entries({ 'mailcheck.yaml': '', ...files })) await write(path, text);
  return {
    folder,
    read,
    write,
    async edit(path, before, after) {
      const parts = (await read(path)).split(before);
      if (parts.length !== 2) throw new Error(`${path} has the text to edit ${parts.length - 1} times`);
      await write(path, parts.join(after));
    },
    async mailbox(id) {
      const { mailboxes } = parse(await read(mailboxesFile)) as { mailboxes: Record<string, unknown>[] };
      const found = mailboxes.find((mailbox) => mailbox['id'] === id);
      if (found === undefined) throw new Error(`no mailbox ${id}`);
      return found;
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

export type Doors = { host: string; pop3s: number; imaps: number; submission: number };

/** The story's first day: neither mailbox approved, both processes as shipped, one contact confirmed and one not. */
export function portalFiles({ host, pop3s, imaps, submission }: Doors): Record<string, string> {
  return {
    'mailcheck/environment.yaml': `environment:
  name: Contoso
  cloud: public
  deployment: online
  requireApprovalForUserEmail: true
  requireApprovalForQueueEmail: true
  emailConnectionChannel: server-side-synchronization

sites:
  - id: customer-portal
    name: Customer Portal
    identity: SYSTEM

siteSettings:
  - name: Authentication/Registration/TwoFactorEnabled
    value: "true"
`,
    'mailcheck/people.yaml': `users:
  - id: hanako
    fullName: Suzuki Hanako
    internalEmailAddress: admin@example.com
    isDisabled: false
    isLicensed: true
    accessMode: read-write
    defaultMailbox: admin-mailbox
    isSendAsAllowed: true
    roles: [System Administrator]

queues:
  - id: support
    name: Support
    emailAddress: support@example.com
    state: active
    owner: hanako
    defaultMailbox: support-mailbox

contacts:
  - id: taro
    fullName: Yamada Taro
    emailAddress1: taro@example.com
    owner: SYSTEM # the portal created this contact
    state: active
    doNotEmail: false # taro's own choice
    identityLogonEnabled: true
    identityEmailAddress1Confirmed: false
    identityTwoFactorEnabled: false
  - id: jiro
    fullName: Sato Jiro
    emailAddress1: jiro@example.com
    owner: SYSTEM
    state: active
    doNotEmail: false
    identityLogonEnabled: true
    identityEmailAddress1Confirmed: true
    identityTwoFactorEnabled: true
`,
    'mailcheck/profiles.yaml': `profiles:
  - id: contoso-pop3
    name: Contoso POP3
    preset: pop3-smtp
    state: active
    incomingServerLocation: ${host}
    incomingPortNumber: ${pop3s}
    incomingTls: implicit
    outgoingServerLocation: ${host}
    outgoingPortNumber: ${submission}
    outgoingTls: starttls
  - id: contoso-imap
    name: Contoso IMAP
    preset: imap-smtp
    state: active
    incomingServerLocation: ${host}
    incomingPortNumber: ${imaps}
    incomingTls: implicit
    outgoingServerLocation: ${host}
    outgoingPortNumber: ${submission}
    outgoingTls: starttls
`,
    [mailboxesFile]: `# Who may send for the portal.
mailboxes:
  # The administrator's own mailbox.
  - id: admin-mailbox
    name: Suzuki Hanako
    emailAddress: admin@example.com
    regarding: hanako
    owner: hanako
    state: active
    profile: contoso-pop3
    isForwardMailbox: false
    incomingEmailDeliveryMethod: server-side-synchronization
    outgoingEmailDeliveryMethod: server-side-synchronization
    actDeliveryMethod: none # POP3 knows no appointments
    emailRouterAccessApproval: pending-approval # asked for on Monday
    incomingEmailStatus: not-run
    outgoingEmailStatus: not-run # nobody pressed the button yet
    allowEmailConnectorToUseCredentials: true
    password: { env: ADMIN_PASSWORD }

  # The queue's mailbox. Its password is in a file, as a container would have it.
  - id: support-mailbox
    name: Support
    emailAddress: support@example.com
    regarding: support
    owner: hanako
    state: active
    profile: contoso-imap
    isForwardMailbox: false
    incomingEmailDeliveryMethod: server-side-synchronization
    outgoingEmailDeliveryMethod: server-side-synchronization
    actDeliveryMethod: none
    emailRouterAccessApproval: empty
    incomingEmailStatus: not-run
    outgoingEmailStatus: not-run
    allowEmailConnectorToUseCredentials: true
    password: { file: secrets/support-password }
# Ask Hanako before anything is changed here.
`,
    'mailcheck/processes.yaml': `processes:
  - id: confirmation
    name: Send Email Confirmation To Contact
    uniqueName: SendEmailConfirmationToContact
    category: action
    state: activated
    primaryEntity: contact
    owner: hanako
    sendEmailSteps:
      - from: owner # confirmation, as shipped
  - id: two-factor
    name: Send Email Two Factor Code To Contact
    uniqueName: SendEmailTwoFactorCodeToContact
    category: action
    state: activated
    primaryEntity: contact
    owner: hanako
    sendEmailSteps:
      - from: owner # two-factor, as shipped
`,
  };
}

/** The story's workspace for these servers, its secrets where the records say they are. */
export async function portalWorkspace(
  servers: LiveServers,
  doors: Partial<Doors> = {},
): Promise<Workspace & { env: Record<string, string> }> {
  const { host, ports, accounts } = servers;
  const { pop3s, imaps, submission } = ports;
  const workspace = await writeWorkspace({
    ...portalFiles({ host, pop3s, imaps, submission, ...doors }),
    'secrets/support-password': `${accounts.support.password}\n`,
  });
  return { ...workspace, env: { ADMIN_PASSWORD: accounts.admin.password } };
}

/** Every form in which a password may have gone over the wire or into a file. */
export function formsOf({ address, password }: Account): string[] {
  const base64 = (clear: string): string => Buffer.from(clear).toString('base64').replace(/=+$/, '');
  return [password, base64(password), base64(`\0${address}\0${password}`)];
}
