// Knows the healthy environment that every rule's examples start from, and how an example differs from it.
// An example says only its difference, so a reader sees the one value that matters.

import type { Message } from '../delivery/message.ts';
import type { Observation } from '../mail/evidence.ts';
import type { StepName, StepOutcome, StepResult } from '../mail/step.ts';
import type { TokenAsked } from '../mail/token.ts';
import { stepNames } from '../mail/step.ts';
import type { Kind } from '../records/column.ts';

/** By kind and id: fields to set (undefined takes a field away), null takes the record away. */
export type Change = {
  [K in Exclude<Kind, 'environment'>]?: Record<string, Record<string, unknown> | null>;
} & { environment?: Record<string, unknown> | null };

export type Example = {
  change?: Change;
  /** Default: the confirmation mail to taro@example.com; for rules about site settings: all settings, no message. */
  message?: Message;
  /** For rules about a mailbox: its id (default `admin`) and what it is looked at for (default `send`). */
  mailbox?: string;
  purpose?: 'send' | 'test' | 'check';
  /** For rules about a profile: its id (default `contoso`). */
  profile?: string;
  /** For rules about a live session; see sessionThat(). */
  session?: Observation;
  otherSessions?: Observation[];
  /** ISO 8601; default 2026-11-21T09:00:00Z. */
  now?: string;
};

export const exampleNow = '2026-11-21T09:00:00Z';

/** A portal that works: fixed sender, mailbox approved, tested and enabled, permissions given. */
export const healthyWorld: Record<Kind, unknown> = {
  environment: {
    name: 'Contoso',
    cloud: 'public',
    deployment: 'online',
    requireApprovalForUserEmail: true,
    requireApprovalForQueueEmail: true,
    emailConnectionChannel: 'server-side-synchronization',
  },
  profiles: [
    {
      id: 'contoso',
      name: 'Contoso POP3-SMTP',
      serverType: 'pop3-smtp',
      state: 'active',
      incomingServerLocation: 'pop.example.com',
      outgoingServerLocation: 'smtp.example.com',
      incomingCredentialRetrieval: 'user-or-queue',
    },
  ],
  mailboxes: [
    {
      id: 'admin',
      name: 'Admin Hanako',
      emailAddress: 'admin@example.com',
      regarding: 'admin-user',
      owner: 'admin-user',
      ...mailboxThatWorks(),
      password: { env: 'ADMIN_PASSWORD' },
    },
    {
      id: 'support',
      name: 'Support',
      emailAddress: 'support@example.com',
      regarding: 'support-queue',
      owner: 'admin-user',
      ...mailboxThatWorks(),
      password: { env: 'SUPPORT_PASSWORD' },
    },
  ],
  users: [
    {
      id: 'admin-user',
      fullName: 'Admin Hanako',
      internalEmailAddress: 'admin@example.com',
      windowsLiveId: 'admin@example.com',
      isDisabled: false,
      isLicensed: true,
      accessMode: 'read-write',
      defaultMailbox: 'admin',
      isSendAsAllowed: true,
      roles: ['System Administrator'],
    },
    {
      id: 'portal-user',
      fullName: '# Portals-Contoso',
      applicationId: '11111111-2222-3333-4444-555555555555',
      defaultMailbox: null,
      privileges: { prvSendAsUser: 'organization' },
    },
  ],
  queues: [
    {
      id: 'support-queue',
      name: 'Support',
      emailAddress: 'support@example.com',
      state: 'active',
      defaultMailbox: 'support',
      owner: 'admin-user',
    },
  ],
  teams: [{ id: 'sales-team', name: 'Sales' }],
  contacts: [
    {
      id: 'taro',
      fullName: 'Yamada Taro',
      emailAddress1: 'taro@example.com',
      owner: 'SYSTEM',
      state: 'active',
      doNotEmail: false,
      identityLogonEnabled: true,
      identityEmailAddress1Confirmed: false,
      identityTwoFactorEnabled: false,
    },
    {
      id: 'jiro',
      fullName: 'Sato Jiro',
      emailAddress1: 'jiro@example.com',
      owner: 'SYSTEM',
      state: 'active',
      doNotEmail: false,
      identityLogonEnabled: true,
      identityEmailAddress1Confirmed: true,
      identityTwoFactorEnabled: true,
    },
  ],
  processes: [
    portalAction('confirmation', 'Send Email Confirmation To Contact', 'SendEmailConfirmationToContact'),
    portalAction('two-factor', 'Send Email Two Factor Code To Contact', 'SendEmailTwoFactorCodeToContact'),
    portalAction('reset', 'Send Password Reset To Contact', 'SendPasswordResetToContact'),
  ],
  invitations: [],
  sites: [{ id: 'customer-portal', name: 'Customer Portal', identity: 'portal-user' }],
  siteSettings: [{ name: 'Authentication/Registration/TwoFactorEnabled', value: 'true' }],
  tenants: [
    {
      id: 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee',
      name: 'Contoso',
      verifiedDomains: ['contoso.onmicrosoft.com', 'contoso.example'],
      cloud: 'public',
      allowExternalIdToUseEmailOtp: 'enabled',
      emailOtpEnabledOn: '2021-11-01T00:00:00Z',
      googleFederation: false,
      federatedDomains: [],
    },
  ],
  guests: [
    {
      id: 'teri',
      displayName: 'Teri Partner',
      emailAddress: 'teri@partner.example',
      accountEnabled: true,
      externalUserState: 'pending-acceptance',
      accounts: [],
      addedBeforehand: true,
    },
  ],
  // Rows and alerts are what a person found: none is looked for here.
  emails: [],
  alerts: [],
};

/** The healthy environment with a change applied: a value in the shape of a records file. */
export function worldWith(change: Change = {}): Record<Kind, unknown> {
  const world: Record<string, unknown> = { ...healthyWorld };
  for (const [kind, byId] of Object.entries(change)) {
    if (kind === 'environment') {
      world[kind] = byId === null ? undefined : overlay(healthyWorld.environment as Fields, byId);
      continue;
    }
    const rows = new Map(
      (healthyWorld[kind as Kind] as Fields[]).map((row) => [String(row['id'] ?? row['name']), row]),
    );
    for (const [id, fields] of Object.entries(byId as Record<string, Fields | null>))
      if (fields === null) rows.delete(id);
      else rows.set(id, overlay(rows.get(id) ?? (kind === 'siteSettings' ? { name: id } : { id }), fields));
    world[kind] = [...rows.values()];
  }
  return world;
}

/** A session in which every step went well, except for what is said otherwise; steps after a broken one are not tried. */
export function sessionThat(
  outcomes: Partial<Record<StepName, StepOutcome>>,
  facts: Partial<Omit<Observation, 'kind' | 'steps'>> = {},
): Observation {
  const protocol = facts.protocol ?? 'smtp';
  const names = stepNames.filter(
    (name) => stepsOf[protocol].includes(name) || (name === 'token' && outcomes.token !== undefined),
  );
  let broken = false;
  const steps: StepResult[] = names.map((step) => {
    const outcome: StepOutcome = broken
      ? { outcome: 'not-tried', because: 'earlier-step-failed' }
      : (outcomes[step] ?? { outcome: 'ok' });
    broken ||= outcome.outcome !== 'ok' && outcome.outcome !== 'not-tried';
    return { step, milliseconds: 1, ...outcome };
  });
  return {
    kind: 'session',
    request: `admin:${protocol === 'smtp' ? 'outgoing' : 'incoming'}`,
    mailbox: 'admin',
    direction: protocol === 'smtp' ? 'outgoing' : 'incoming',
    protocol,
    ...placeOf[protocol],
    // The only scheme of Graph; EWS has others.
    ...(protocol === 'graph' ? { mechanismUsed: 'Bearer' } : {}),
    at: exampleNow,
    milliseconds: 12,
    transcript: [],
    ...facts,
    steps,
  };
}

/** The token step alone, and what it was asked for: of a user of Exchange Online where nothing else is said. */
export function tokenThat(
  outcome: StepOutcome,
  asked: Partial<TokenAsked> = {},
  facts: Partial<Observation> = {},
): Observation {
  const microsoft: TokenAsked = {
    authority: 'microsoft',
    url: 'https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555/oauth2/v2.0/token',
    grant: 'refresh-token',
    scope: 'https://outlook.office.com/SMTP.Send offline_access',
    expected: {
      audiences: ['https://outlook.office365.com', 'https://outlook.office.com'],
      roles: [],
      scopes: ['SMTP.Send'],
      tenant: '11111111-2222-3333-4444-555555555555',
      clientId: '66666666-7777-8888-9999-000000000000',
      user: 'admin@example.com',
    },
  };
  const steps: StepResult[] = [
    { step: 'token', milliseconds: 80, ...outcome },
    { step: 'login', milliseconds: 0, outcome: 'not-tried', because: 'earlier-step-failed' },
  ];
  const host = 'smtp.office365.com';
  return { ...sessionThat({}, { host, ...facts }), steps, tokenAsked: { ...microsoft, ...asked } };
}

const placeOf: Record<Observation['protocol'], Pick<Observation, 'host' | 'port' | 'tls'>> = {
  smtp: { host: 'smtp.example.com', port: 587, tls: 'starttls' },
  pop3: { host: 'pop.example.com', port: 995, tls: 'implicit' },
  imap: { host: 'pop.example.com', port: 995, tls: 'implicit' },
  ews: { host: 'mail.example.com', port: 443, tls: 'implicit' },
  graph: { host: 'graph.microsoft.com', port: 443, tls: 'implicit' },
  https: { host: 'mail.example.com', port: 443, tls: 'implicit' },
};

const stepsOf: Record<Observation['protocol'], readonly StepName[]> = {
  smtp: ['name', 'connect', 'greeting', 'tls', 'capabilities', 'login', 'sender', 'recipient', 'queued'],
  pop3: ['name', 'connect', 'greeting', 'tls', 'capabilities', 'login', 'inbox', 'arrived', 'removed'],
  imap: ['name', 'connect', 'greeting', 'tls', 'capabilities', 'login', 'inbox', 'arrived', 'removed'],
  ews: ['name', 'connect', 'tls', 'login', 'inbox', 'queued', 'arrived', 'removed'],
  graph: ['name', 'connect', 'tls', 'login', 'inbox', 'queued', 'arrived', 'removed'],
  https: ['name', 'connect', 'tls', 'greeting'],
};

type Fields = Record<string, unknown>;

function overlay(base: Fields, fields: Fields): Fields {
  const merged = { ...base, ...fields };
  for (const [key, value] of Object.entries(fields)) if (value === undefined) delete merged[key];
  return merged;
}

function mailboxThatWorks(): Fields {
  return {
    state: 'active',
    profile: 'contoso',
    isForwardMailbox: false,
    incomingEmailDeliveryMethod: 'server-side-synchronization',
    outgoingEmailDeliveryMethod: 'server-side-synchronization',
    actDeliveryMethod: 'none',
    emailRouterAccessApproval: 'approved',
    incomingEmailStatus: 'success',
    outgoingEmailStatus: 'success',
    enabledForIncomingEmail: true,
    enabledForOutgoingEmail: true,
    testMailboxAccessCompletedOn: '2026-11-20T09:00:00Z',
    allowEmailConnectorToUseCredentials: true,
  };
}

function portalAction(id: string, name: string, uniqueName: string): Fields {
  return {
    id,
    name,
    uniqueName,
    category: 'action',
    state: 'activated',
    primaryEntity: 'contact',
    isManaged: true,
    isCustomizable: true,
    owner: 'admin-user',
    sendEmailSteps: [{ name: 'Send e-mail', from: { user: 'admin-user' } }],
  };
}
