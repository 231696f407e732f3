// Knows the English starter workspace. Data only; the same records as in japanese.ts.

import type { StarterFile } from './starter.ts';

export const englishStarter: readonly StarterFile[] = [
  {
    path: 'mailcheck.yaml',
    text: `# The records of one Power Apps / Dynamics 365 environment, as far as its e-mail depends on them.
#
# How to go on:
#   1. Replace every value that starts with TODO. "mailcheck check" lists those that are left.
#   2. mailcheck diagnose email-confirmation --to ADDRESS     why does the confirmation mail not arrive?
#   3. mailcheck test-mailbox ADDRESS                         does the mailbox really work?
#
# Field names and words are the platform's own. A record is named by its id, its e-mail address or its name.
# Passwords never stand in these files: a record says where its password is kept.

# language: en               # en or ja, for everyone who uses this workspace
# include: [mailcheck/**]    # the files that belong to it; this is the default

environment:
  name: TODO name of the environment, as the Power Platform admin center shows it
  cloud: public # us-government, us-government-high, us-government-dod or china where it applies
  deployment: online # or on-premises
  # Settings > Email > Email settings: "Process emails only for approved users" and "... queues"
  requireApprovalForUserEmail: true
  requireApprovalForQueueEmail: true
  emailConnectionChannel: server-side-synchronization
`,
  },
  {
    path: 'mailcheck/profiles.yaml',
    text: `# Server profiles: Power Platform admin center > environment > Settings > Email > Server profiles.
# "preset" fills in what such servers have in common; what stands here counts before it. Presets:
#   pop3-smtp   imap-smtp   gmail-password   gmail-oauth
#   exchange-online   exchange-online-cross-tenant   exchange-server   exchange-hybrid

profiles:
  - id: mail-server
    name: Mail server
    preset: pop3-smtp
    state: active
    incomingServerLocation: TODO host that mail is fetched from, like pop.example.com
    outgoingServerLocation: TODO host that mail is sent through, like smtp.example.com
    # Ports and TLS come from the preset (995 and 587). Where yours differ:
    # outgoingPortNumber: 465
`,
  },
  {
    path: 'mailcheck/mailboxes.yaml',
    text: `# Mailboxes: Power Platform admin center > environment > Settings > Email > Mailboxes.
# One record for each mailbox that a process sends from. "mailcheck test-mailbox" writes its results here.

mailboxes:
  - id: sender-mailbox
    emailAddress: TODO e-mail address of the mailbox, like portal@example.com
    regarding: sender # the user or queue that it belongs to
    state: active
    profile: mail-server
    incomingEmailDeliveryMethod: server-side-synchronization
    outgoingEmailDeliveryMethod: server-side-synchronization
    actDeliveryMethod: none # POP3, IMAP and SMTP know no appointments
    # "Approve Email": empty, pending-approval, approved or rejected
    emailRouterAccessApproval: TODO state of the approval, like approved
    # "Test & Enable Mailboxes": not-run, success or failure, and whether the direction is enabled
    incomingEmailStatus: TODO result for incoming mail, like success
    outgoingEmailStatus: TODO result for outgoing mail, like success
    enabledForIncomingEmail: TODO true or false
    enabledForOutgoingEmail: TODO true or false
    # User name at the mail server; the e-mail address where it is left out.
    # userName: portal
    # "Allow to Use Credentials for Email Processing"
    allowEmailConnectorToUseCredentials: true
    # Where the password is: { env: NAME }, { file: path } or { command: [program, argument] }
    password: { env: "TODO name of an environment variable, like PORTAL_MAIL_PASSWORD" }
`,
  },
  {
    path: 'mailcheck/people.yaml',
    text: `# Users, queues, teams and contacts that the mail depends on. The user SYSTEM is always there and needs no record.

users:
  # Who is to send the portal's mail.
  - id: sender
    fullName: TODO full name of the user, as Dynamics 365 shows it
    internalEmailAddress: TODO primary e-mail address of the user
    isDisabled: false
    isLicensed: true
    accessMode: read-write
    defaultMailbox: sender-mailbox
    isSendAsAllowed: true # "Allow other Microsoft Dynamics 365 users to send email on your behalf"

# A queue as sender does not depend on one person's account:
# queues:
#   - id: support
#     name: Support
#     emailAddress: support@example.com
#     defaultMailbox: support-mailbox

contacts:
  # Somebody who waits for a mail from the portal.
  - id: visitor
    fullName: TODO full name of the contact
    emailAddress1: TODO e-mail address of the contact
    owner: TODO who owns the contact, SYSTEM where the portal created it
    state: active
    doNotEmail: false # true where "Do not allow" is set for e-mail
    identityLogonEnabled: true
    identityEmailAddress1Confirmed: TODO true or false, whether the address is confirmed already
    identityTwoFactorEnabled: TODO true or false, whether two-factor sign-in is switched on for the contact
`,
  },
  {
    path: 'mailcheck/portal.yaml',
    text: `# The portal, its site settings, and the processes that send its mail.

sites:
  - id: portal
    name: TODO name of the site
    # Who the portal is to Dataverse: SYSTEM on older sites, "# Portals-..." on newer ones.
    identity: TODO SYSTEM, or the id of a user in people.yaml

# Site settings that were changed; the product's default holds for all others.
# siteSettings:
#   - name: Authentication/Registration/TwoFactorEnabled
#     value: "true"
#     site: portal

# Solution > Processes (classic view). From is the field "From" in the properties of the step "Send Email":
#   owner, owning-user, created-by, modified-by, calling-user, empty, or { user: ... }, { queue: ... }, { team: ... }
processes:
  - id: email-confirmation
    name: Send Email Confirmation To Contact
    uniqueName: adx_SendEmailConfirmationToContact
    category: action
    state: activated
    primaryEntity: contact
    owner: sender
    sendEmailSteps:
      - from: "TODO who stands in From: owner, or { user: sender }"

  - id: two-factor-code
    name: Send Email Two Factor Code To Contact
    uniqueName: adx_SendEmailTwoFactorCodeToContact
    category: action
    state: activated
    primaryEntity: contact
    owner: sender
    sendEmailSteps:
      - from: "TODO who stands in From: owner, or { user: sender }"

# Guests of Microsoft Entra B2B who wait for a one-time passcode: mailcheck diagnose guest-passcode --to ADDRESS
# tenants:
#   - id: the tenant id
#     name: Contoso
#     verifiedDomains: [ contoso.onmicrosoft.com ]
#     cloud: public
#     allowExternalIdToUseEmailOtp: enabled   # Email one-time passcode: default, enabled or disabled
# guests:
#   - emailAddress: teri@partner.example
#     externalUserState: pending-acceptance   # or accepted, with redeemedWith
#     accounts: []                            # microsoft-entra, microsoft-account, unmanaged
`,
  },
];
