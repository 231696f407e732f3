// Knows the mailbox record (table mailbox) as far as delivery depends on it, and our own last test beside it. Shape only.

import * as z from 'zod';
import { approval, incomingDelivery, outgoingDelivery, state, testStatus } from './choices.ts';
import { choice, flag, moment, reference, secretReference, text, wholeNumber } from './column.ts';
import { faultClasses } from '../mail/fault-class.ts';
import { stepNames } from '../mail/step.ts';

/** What the last look at one direction showed. Ours; the platform keeps such words in alerts. */
const lastTestDirection = () =>
  z.strictObject({
    /** When, where the last test did not look at this direction and an earlier one said this. */
    at: z.iso.datetime({ offset: true }).optional(),
    result: z.enum(['success', 'failure']),
    /** Which server it was, as named-server.ts writes it, and the login name: it speaks for no other. */
    server: z.string().max(300).optional(),
    user: z.string().max(300).optional(),
    /** Class of the failure; decides what happens to the status (see lifecycle.ts). */
    class: z.enum(faultClasses).optional(),
    /** The step that ended it. */
    step: z.enum(stepNames).optional(),
    /** The server's own words, made printable, at most 500 characters. */
    reply: z.string().max(500).optional(),
    /** Code of the finding, for `mailcheck explain`. */
    finding: z.string().max(10).optional(),
    /** Not before this time, where the server said so. */
    retryAfter: z.iso.datetime({ offset: true }).optional(),
  });

const lastTestSchema = () =>
  z.strictObject({
    at: z.iso.datetime({ offset: true }),
    /** Who says so: typed by hand, read from the platform, or seen by `mailcheck test-mailbox`. */
    source: z.enum(['manual', 'import', 'test']),
    incoming: lastTestDirection().optional(),
    outgoing: lastTestDirection().optional(),
  });
export type LastTest = z.output<ReturnType<typeof lastTestSchema>>;
export type LastTestDirection = z.output<ReturnType<typeof lastTestDirection>>;

export const mailboxSchema = () =>
  z.strictObject({
    id: text('mailboxid', 100).optional(),
    name: text('name', 200).optional(),
    /** null: it is known that the mailbox has none. */
    emailAddress: text('emailaddress', 100).nullable().optional(),
    /** The user or queue that this mailbox belongs to. */
    regarding: reference('regardingobjectid', 'users', 'queues').optional(),
    owner: reference('ownerid', 'users', 'teams').optional(),
    state: state().optional(),
    profile: reference('emailserverprofile', 'profiles').nullable().optional(),
    isForwardMailbox: flag('isforwardmailbox').optional(),
    isServiceAccount: flag('isserviceaccount').optional(),
    incomingEmailDeliveryMethod: incomingDelivery().optional(),
    outgoingEmailDeliveryMethod: outgoingDelivery().optional(),
    /** Appointments, contacts and tasks. Its integers differ from the two above: 2 is None here. */
    actDeliveryMethod: choice('actdeliverymethod', {
      outlook: 0,
      'server-side-synchronization': 1,
      none: 2,
    }).optional(),
    emailRouterAccessApproval: approval().optional(),
    isEmailAddressApprovedByO365Admin: flag('isemailaddressapprovedbyo365admin').optional(),
    /** Who approved the address, and when: newer versions alone (9.2.2412.2), cleared by a rejection. */
    emailAddressApprovedBy: text('emailaddressapprovedby', 200).optional(),
    emailAddressApprovedOn: moment('emailaddressapprovedon').optional(),
    incomingEmailStatus: testStatus('incomingemailstatus').optional(),
    outgoingEmailStatus: testStatus('outgoingemailstatus').optional(),
    actStatus: testStatus('actstatus').optional(),
    mailboxStatus: testStatus('mailboxstatus').optional(),
    enabledForIncomingEmail: flag('enabledforincomingemail').optional(),
    enabledForOutgoingEmail: flag('enabledforoutgoingemail').optional(),
    enabledForAct: flag('enabledforact').optional(),
    testEmailConfigurationScheduled: flag('testemailconfigurationscheduled').optional(),
    postponeTestEmailConfigurationUntil: moment('postponetestemailconfigurationuntil').optional(),
    testMailboxAccessCompletedOn: moment('testmailboxaccesscompletedon').optional(),
    /** Who pressed "Test & Enable Mailboxes" last, and when. */
    testAndEnableLastAttemptedBy: text('testandenablelastattemptedby', 200).optional(),
    testAndEnableLastAttemptedOn: moment('testandenablelastattemptedon').optional(),
    allowEmailConnectorToUseCredentials: flag('allowemailconnectortousecredentials').optional(),
    userName: text('username', 200).optional(),
    password: secretReference.optional(),
    isPasswordSet: flag('ispasswordset').optional(),
    /** Ours: where `mailcheck login` keeps the refresh token of this mailbox. */
    oauthRefreshToken: secretReference.optional(),
    isOauthAccessTokenSet: flag('isoauthaccesstokenset').optional(),
    isOauthRefreshTokenSet: flag('isoauthrefreshtokenset').optional(),
    oauthTokenExpiresOn: moment('oauthtokenexpireson').optional(),
    postponeMailboxProcessingUntil: moment('postponemailboxprocessinguntil').optional(),
    postponeSendingUntil: moment('postponesendinguntil').optional(),
    receivingPostponedUntil: moment('receivingpostponeduntil').optional(),
    processAndDeleteEmails: flag('processanddeleteemails').optional(),
    processEmailReceivedAfter: moment('processemailreceivedafter').optional(),
    lastSyncError: text('lastsyncerror', 2_048).optional(),
    lastSyncErrorCode: wholeNumber('lastsyncerrorcode', -2_147_483_648, 2_147_483_647).optional(),
    lastSyncErrorOccurredOn: moment('lastsyncerroroccurredon').optional(),
    modifiedOn: moment('modifiedon').optional(),
    lastTest: lastTestSchema().optional(),
  });
export type Mailbox = z.output<ReturnType<typeof mailboxSchema>>;
