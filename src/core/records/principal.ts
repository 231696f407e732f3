// Knows who can own a record or stand in From: user, queue, team (tables systemuser, usersettings, queue, team). Shape only.

import * as z from 'zod';
import { approval, depth, incomingDelivery, outgoingDelivery, state } from './choices.ts';
import { choice, flag, reference, text } from './column.ts';

export const userSchema = () =>
  z.strictObject({
    id: text('systemuserid', 100).optional(),
    /** `SYSTEM` and `# Portals-…` are recognised by this name. */
    fullName: text('fullname', 200).optional(),
    internalEmailAddress: text('internalemailaddress', 100).optional(),
    /** User principal name. */
    windowsLiveId: text('windowsliveid', 1_024).optional(),
    /** Set for application (server-to-server) users. */
    applicationId: text('applicationid', 100).optional(),
    isDisabled: flag('isdisabled').optional(),
    isLicensed: flag('islicensed').optional(),
    accessMode: choice('accessmode', {
      'read-write': 0,
      administrative: 1,
      read: 2,
      'support-user': 3,
      'non-interactive': 4,
      'delegated-admin': 5,
    }).optional(),
    emailRouterAccessApproval: approval().optional(),
    incomingEmailDeliveryMethod: incomingDelivery().optional(),
    outgoingEmailDeliveryMethod: outgoingDelivery().optional(),
    /** null: this user has no mailbox. */
    defaultMailbox: reference('defaultmailbox', 'mailboxes').nullable().optional(),
    queue: reference('queueid', 'queues').nullable().optional(),
    /** usersettings: "Allow other Microsoft Dynamics 365 users to send email on your behalf". */
    isSendAsAllowed: flag('issendasallowed').optional(),
    /** Name or id of the business unit: privileges of less than organization depth and scopes of processes may end there. */
    businessUnit: text('businessunitid', 200).optional(),
    /** Security roles, by their names. */
    roles: z.array(z.string().min(1)).optional(),
    /** Directory roles of the Microsoft 365 tenant that may approve addresses of Exchange Online. */
    tenantRoles: z
      .array(choice(undefined, { 'global-administrator': null, 'exchange-administrator': null }))
      .optional(),
    privileges: z
      .strictObject({
        prvSendAsUser: depth().optional(),
        /** Read on queues: needed to send as one. */
        prvReadQueue: depth().optional(),
        /** "Approve Email Addresses for Users or Queues". */
        prvApproveRejectEmailAddress: depth().optional(),
      })
      .optional(),
  });
export type User = z.output<ReturnType<typeof userSchema>>;

export const queueSchema = () =>
  z.strictObject({
    id: text('queueid', 100).optional(),
    name: text('name', 200).optional(),
    emailAddress: text('emailaddress', 100).optional(),
    state: state().optional(),
    owner: reference('ownerid', 'users', 'teams').optional(),
    emailRouterAccessApproval: approval().optional(),
    isEmailAddressApprovedByO365Admin: flag('isemailaddressapprovedbyo365admin').optional(),
    incomingEmailDeliveryMethod: choice('incomingemaildeliverymethod', {
      none: 0,
      'server-side-synchronization': 2,
      'forward-mailbox': 3,
    }).optional(),
    outgoingEmailDeliveryMethod: choice('outgoingemaildeliverymethod', {
      none: 0,
      'server-side-synchronization': 2,
    }).optional(),
    defaultMailbox: reference('defaultmailbox', 'mailboxes').nullable().optional(),
  });
export type Queue = z.output<ReturnType<typeof queueSchema>>;

export const teamSchema = () =>
  z.strictObject({
    id: text('teamid', 100).optional(),
    name: text('name', 160).optional(),
    queue: reference('queueid', 'queues').nullable().optional(),
    administrator: reference('administratorid', 'users').optional(),
    businessUnit: text('businessunitid', 200).optional(),
  });
export type Team = z.output<ReturnType<typeof teamSchema>>;
