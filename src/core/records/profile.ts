// Knows the e-mail server profile (table emailserverprofile): every field of the platform's form. Shape only;
// what the platform fills in by itself is in profile-defaults.ts, what it refuses in the rules (4xx).

import * as z from 'zod';
import { choice, flag, moment, reference, secretReference, text, wholeNumber } from './column.ts';
import { state } from './choices.ts';

/** servertype; "exchange-online" is the auto-created profile, whose integer is not confirmed. */
const serverType = () =>
  choice('servertype', {
    'exchange-server': 0,
    'pop3-smtp': 1,
    'exchange-hybrid': 2,
    'exchange-online-hybrid': 3,
    'imap-smtp': 4,
    'exchange-online': null,
  });

const credentialRetrieval = (column: string) =>
  choice(column, {
    'user-or-queue': 0,
    profile: 1,
    'server-to-server': 2,
    'windows-integrated': 3,
    anonymous: 4,
    'gmail-oauth': 5,
    'exchange-hybrid-modern-auth': 6,
    'azure-ad-oauth': 7,
  });

const authenticationProtocol = (column: string) =>
  choice(column, { 'auto-detect': 0, negotiate: 1, ntlm: 2, basic: 3, oauth: 4 });

const tls = () => choice(undefined, { implicit: null, starttls: null, none: null });

export const profileSchema = () =>
  z.strictObject({
    id: text('emailserverprofileid', 100).optional(),
    /** Name of a file in profiles/: its fields apply where this record is silent. */
    preset: text(undefined, 100).optional(),
    name: text('name', 100).optional(),
    description: text('description').optional(),
    state: state().optional(),
    serverType: serverType().optional(),
    defaultServerLocation: text('defaultserverlocation').optional(),
    incomingServerLocation: text('incomingserverlocation').optional(),
    outgoingServerLocation: text('outgoingserverlocation').optional(),
    incomingPortNumber: wholeNumber('incomingportnumber', 0, 65_536).optional(),
    outgoingPortNumber: wholeNumber('outgoingportnumber', 0, 65_536).optional(),
    incomingUseSsl: flag('incomingusessl').optional(),
    outgoingUseSsl: flag('outgoingusessl').optional(),
    /** Ours: how TLS starts, where the port alone does not say. */
    incomingTls: tls().optional(),
    outgoingTls: tls().optional(),
    /** Ours: credentials may cross the wire unencrypted. Without it, never. */
    allowClearTextCredentials: flag().optional(),
    useAutoDiscover: flag('useautodiscover').optional(),
    useSameSettingsForOutgoingConnections: flag('usesamesettingsforoutgoingconnections').optional(),
    incomingCredentialRetrieval: credentialRetrieval('incomingcredentialretrieval').optional(),
    outgoingCredentialRetrieval: credentialRetrieval('outgoingcredentialretrieval').optional(),
    incomingAuthenticationProtocol: authenticationProtocol('incomingauthenticationprotocol').optional(),
    outgoingAuthenticationProtocol: authenticationProtocol('outgoingauthenticationprotocol').optional(),
    incomingUserName: text('incomingusername', 250).optional(),
    outgoingUserName: text('outgoingusername', 250).optional(),
    incomingPassword: secretReference.optional(),
    outgoingPassword: secretReference.optional(),
    isIncomingPasswordSet: flag('isincomingpasswordset').optional(),
    isOutgoingPasswordSet: flag('isoutgoingpasswordset').optional(),
    oauthClientId: text('oauthclientid', 1_024).optional(),
    oauthClientSecret: secretReference.optional(),
    isOauthClientSecretSet: flag('isoauthclientsecretset').optional(),
    /** Ours: instead of a client secret, a certificate with its private key, both PEM in one file. */
    oauthCertificate: secretReference.optional(),
    /** Ours: the JSON key of a Google service account that may act for the domain's mailboxes. */
    oauthServiceAccount: secretReference.optional(),
    exchangeOnlineTenantId: text('exchangeonlinetenantid', 36).optional(),
    useDefaultTenantId: flag('usedefaulttenantid').optional(),
    exchangeVersion: choice('exchangeversion', {
      '2007': 0,
      '2007-sp1': 1,
      '2010': 2,
      '2010-sp1': 3,
      '2010-sp2': 4,
      '2013': 5,
    }).optional(),
    incomingUseImpersonation: flag('incominguseimpersonation').optional(),
    outgoingUseImpersonation: flag('outgoinguseimpersonation').optional(),
    outgoingAutoGrantDelegateAccess: flag('outgoingautograntdelegateaccess').optional(),
    maxConcurrentConnections: wholeNumber('maxconcurrentconnections', 1, 300).optional(),
    minPollingIntervalInMinutes: wholeNumber('minpollingintervalinminutes', 0, 1_440).optional(),
    processEmailsReceivedAfter: moment('processemailsreceivedafter').optional(),
    timeoutMailboxConnection: flag('timeoutmailboxconnection').optional(),
    /** Milliseconds. */
    timeoutMailboxConnectionAfterAmount: wholeNumber(
      'timeoutmailboxconnectionafteramount',
      0,
      100_000,
    ).optional(),
    moveUndeliveredEmails: flag('moveundeliveredemails').optional(),
    sendEmailAlert: flag('sendemailalert').optional(),
    encodingCodePage: text('encodingcodepage', 100).optional(),
    owner: reference('ownerid', 'users', 'teams').optional(),
    ownerEmailAddress: text('owneremailaddress', 100).optional(),
    modifiedOn: moment('modifiedon').optional(),
  });
export type Profile = z.output<ReturnType<typeof profileSchema>>;
