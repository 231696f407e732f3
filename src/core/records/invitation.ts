// Knows an invitation to a portal (table adx_invitation). Shape only; its code is never recorded, only whether there is one.

import * as z from 'zod';
import { choice, flag, moment, reference, text } from './column.ts';

export const invitationSchema = () =>
  z.strictObject({
    id: text('adx_invitationid', 100).optional(),
    name: text('adx_name', 200).optional(),
    contact: reference('adx_invitecontact', 'contacts').optional(),
    type: choice('adx_type', { single: null, group: null }).optional(),
    status: choice('statuscode', { new: null, sent: null, redeemed: null, inactive: null }).optional(),
    expiryDate: moment('adx_expirydate').optional(),
    hasInvitationCode: flag().optional(),
    /** Whoever created it, unless it was assigned to somebody else: the sender of the mail as shipped. */
    owner: reference('ownerid', 'users', 'teams').optional(),
    createdBy: reference('createdby', 'users').optional(),
  });
export type Invitation = z.output<ReturnType<typeof invitationSchema>>;
