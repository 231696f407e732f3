// Knows the demo's made-up environment, as the files that a person would write. Data only.

export type StoryFile = { path: string; text: string };

/** Ports of the demo's servers on loopback. */
export type StoryServers = { smtp: number; pop3: number; imap: number };

export function storyFiles(servers: StoryServers): StoryFile[] {
  return [
    { path: 'mailcheck.yaml', text: workspace },
    { path: 'mailcheck/environment.yaml', text: environment },
    { path: 'mailcheck/people.yaml', text: people },
    { path: 'mailcheck/mail.yaml', text: mail(servers) },
    { path: 'mailcheck/processes.yaml', text: processes },
  ];
}

const workspace = `# The workspace of mailcheck's demo: a made-up environment.
include:
  - mailcheck/**
`;

const environment = `environment:
  name: Contoso
  cloud: public
  deployment: online
  requireApprovalForUserEmail: true
  requireApprovalForQueueEmail: true
  emailConnectionChannel: server-side-synchronization

sites:
  - id: customer-portal
    name: Customer Portal
    identity: "# Portals-Customer Portal"

siteSettings:
  - name: Authentication/Registration/TwoFactorEnabled
    value: "true"
`;

const people = `users:
  - id: admin
    fullName: Suzuki Hanako
    internalEmailAddress: admin@example.com
    windowsLiveId: admin@example.com
    isDisabled: false
    isLicensed: true
    accessMode: read-write
    defaultMailbox: admin-mailbox
    isSendAsAllowed: true
    roles: [System Administrator]
  - id: portal
    fullName: "# Portals-Customer Portal"
    applicationId: 5f3c1f0e-2f0b-4f0e-9a55-1d1f0c2b7a10
    defaultMailbox: null
    privileges: { prvSendAsUser: organization }

queues:
  - id: support
    name: Support
    emailAddress: support@example.com
    state: active
    owner: admin
    defaultMailbox: support-mailbox

contacts:
  - id: taro
    fullName: Yamada Taro
    emailAddress1: taro@example.com
    owner: SYSTEM # the portal created this contact
    state: active
    doNotEmail: false
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
`;

const mail = (servers: StoryServers) => `profiles:
  - id: demo-servers
    name: Demo servers
    serverType: pop3-smtp
    state: active
    incomingServerLocation: 127.0.0.1
    incomingPortNumber: ${servers.pop3}
    incomingTls: implicit
    outgoingServerLocation: 127.0.0.1
    outgoingPortNumber: ${servers.smtp}
    outgoingTls: starttls
    incomingCredentialRetrieval: user-or-queue
  - id: demo-imap
    name: Demo servers (IMAP)
    serverType: imap-smtp
    state: active
    incomingServerLocation: 127.0.0.1
    incomingPortNumber: ${servers.imap}
    incomingTls: implicit
    outgoingServerLocation: 127.0.0.1
    outgoingPortNumber: ${servers.smtp}
    outgoingTls: starttls
    incomingCredentialRetrieval: user-or-queue

mailboxes:
  - id: admin-mailbox
    name: Suzuki Hanako
    emailAddress: admin@example.com
    regarding: admin
    owner: admin
    state: active
    profile: demo-servers
    isForwardMailbox: false
    incomingEmailDeliveryMethod: server-side-synchronization
    outgoingEmailDeliveryMethod: server-side-synchronization
    actDeliveryMethod: none
    emailRouterAccessApproval: pending-approval
    incomingEmailStatus: not-run
    outgoingEmailStatus: not-run
    allowEmailConnectorToUseCredentials: true
    password: { file: secrets/admin-password }
  - id: support-mailbox
    name: Support
    emailAddress: support@example.com
    regarding: support
    owner: admin
    state: active
    profile: demo-imap
    isForwardMailbox: false
    incomingEmailDeliveryMethod: server-side-synchronization
    outgoingEmailDeliveryMethod: server-side-synchronization
    actDeliveryMethod: none
    emailRouterAccessApproval: pending-approval
    incomingEmailStatus: not-run
    outgoingEmailStatus: not-run
    allowEmailConnectorToUseCredentials: true
    password: { file: secrets/support-password }
`;

const processes = `# The portal's own actions. As shipped, From is the owner of the contact.
processes:
  - id: confirmation
    name: Send Email Confirmation To Contact
    uniqueName: SendEmailConfirmationToContact
    category: action
    state: activated
    primaryEntity: contact
    owner: admin
    sendEmailSteps:
      - from: owner
  - id: two-factor
    name: Send Email Two Factor Code To Contact
    uniqueName: SendEmailTwoFactorCodeToContact
    category: action
    state: activated
    primaryEntity: contact
    owner: admin
    sendEmailSteps:
      - from: owner
`;

/** The edit that a person makes in the designer, as an edit of the record. */
export const setFromOfConfirmation = {
  path: 'mailcheck/processes.yaml',
  before: '      - from: owner\n  - id: two-factor',
  after: '      - from: { user: admin }\n  - id: two-factor',
  shown: ['-       - from: owner', '+       - from: { user: admin }'],
} as const;

/** The portal visitor takes the tick out of "How may we contact you? E-mail". */
export const unsetEmailPermission = {
  path: 'mailcheck/people.yaml',
  before: '    doNotEmail: false\n    identityLogonEnabled: true\n    identityEmailAddress1Confirmed: false',
  after: '    doNotEmail: true\n    identityLogonEnabled: true\n    identityEmailAddress1Confirmed: false',
  shown: ['-     doNotEmail: false', '+     doNotEmail: true'],
} as const;
