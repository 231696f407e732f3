// Knows the e-mail row that a process made (table email) as far as it tells what became of the mail. Shape only.
// Status and state by words: Pending Send is Completed by statecode and Failed is Open, so that nothing here follows from
// the state (table reference email).

import * as z from 'zod';
import { choice, flag, moment, reference, text, wholeNumber } from './column.ts';

/** statuscode: word → the platform's integer. */
const emailStatuses = {
  draft: 1,
  completed: 2,
  sent: 3,
  received: 4,
  canceled: 5,
  'pending-send': 6,
  sending: 7,
  failed: 8,
} as const;
export type EmailStatus = keyof typeof emailStatuses;

export const emailSchema = () =>
  z.strictObject({
    id: text('activityid', 100).optional(),
    subject: text('subject', 800).optional(),
    statusCode: choice('statuscode', emailStatuses),
    stateCode: choice('statecode', { open: 0, completed: 1, canceled: 2 }).optional(),
    directionCode: choice('directioncode', { incoming: 0, outgoing: 1 }).optional(),
    createdOn: moment('createdon').optional(),
    modifiedOn: moment('modifiedon').optional(),
    sentOn: moment('senton').optional(),
    deliveryAttempts: wholeNumber('deliveryattempts', 0, 1_000_000_000).optional(),
    postponeEmailProcessingUntil: moment('postponeemailprocessinguntil').optional(),
    /** "Send Later". */
    delayedEmailSendTime: moment('delayedemailsendtime').optional(),
    /** Who stands in From; any record of the environment, so that it need not be among these records. */
    from: text('from', 400).optional(),
    /** The sender's address, as text. */
    sender: text('sender', 250).optional(),
    /** The mailbox that the platform uses; null: the sender has none. */
    senderMailbox: reference('sendermailboxid', 'mailboxes').nullable().optional(),
    /** The contact by id, address or name, or an address, alone or as "Name <address>"; several are parted by ";" or ",". */
    to: text('to', 500).optional(),
    /** The addresses, as text. */
    toRecipients: text('torecipients', 500).optional(),
    /** The record that the mail is about: for portal mail the contact. */
    regarding: text('regardingobjectid', 400).optional(),
    isWorkflowCreated: flag('isworkflowcreated').optional(),
    /** Which process made the row, where a person can tell by its subject. Ours alone. */
    process: reference(undefined, 'processes').optional(),
    notifications: choice('notifications', {
      none: 0,
      'attachments-not-saved': 1,
      'truncated-body': 2,
    }).optional(),
    attachmentCount: wholeNumber('attachmentcount', 0, 1_000_000_000).optional(),
  });
export type Email = z.output<ReturnType<typeof emailSchema>>;
