// Knows the alert that the platform wrote about a mailbox or a server profile (table tracelog). Shape only; what its text
// means is in mail/alert-table.ts. Users may delete alerts: that there is none proves nothing.

import * as z from 'zod';
import { choice, code, moment, reference, text } from './column.ts';

export const alertSchema = () =>
  z.strictObject({
    id: text('tracelogid', 100).optional(),
    text: text('text', 2_000).optional(),
    level: choice('level', { information: 1, warning: 2, error: 3 }).optional(),
    /** The "Email Server Error Code", or the platform's code: 0x8005E201, 8005E201, -2147098111. */
    code: code('errortypedisplay', 320).optional(),
    errorDetails: text('errordetails', 2_048).optional(),
    /** The mailbox or server profile that it is about. */
    regarding: reference('regardingobjectid', 'mailboxes', 'profiles').optional(),
    createdOn: moment('createdon').optional(),
    modifiedOn: moment('modifiedon').optional(),
  });
export type Alert = z.output<ReturnType<typeof alertSchema>>;
