// Knows the healthy environment that every rule's examples start from, and puts an example's change into it.

import type { Kind } from '../records/column.ts';
import type { Change } from './example.ts';

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
